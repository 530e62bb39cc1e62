package mapping

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// smallCoverage is one that has every member, written.
func smallCoverage(t testing.TB) string {
	t.Helper()
	const deals = "id,made,amount,money,stage,status,reason\n1,01/05/2026,100,USD,Quoet,O,\n2,01/03/2026,20.50,USD,Quote,L,Silence\n3,,,,Fit,X,\n"
	const history = "id,day,stage\n3,12/01/2025,Fit\n"
	r := read(compile(t, crm), Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}, Options{})
	var b bytes.Buffer
	if err := r.coverage.WriteJSON(&b); err != nil || r.err != nil {
		t.Fatal(err, r.err)
	}
	return b.String()
}

// What is read is what was written, and nothing that only resembles it: every fault has its line and its member.
func TestReadCoverage(t *testing.T) {
	good := smallCoverage(t)
	if _, err := ReadCoverage(strings.NewReader(good)); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, old, new string
		line           int
		column         string
		err            error
	}{
		{"no JSON", good, "", 1, "", ErrJSON},
		{"cut short", "}\n", "", 0, "", ErrJSON},
		{"trailing data", "  ]\n}\n", "  ]\n}\n{}", 0, "", ErrJSON},
		{"another member", `"source":`, `"sauce":`, 2, "sauce", ErrUnknownKey},
		{"a member in other letters", `"source":`, `"Source":`, 2, "Source", ErrUnknownKey},
		{"a member twice", `"source": "A@1"`, "\"source\": \"A@1\",\n  \"source\": \"A@1\"", 3, "source", ErrTwice},
		{"bytes that are no text", `"source": "A@1"`, "\"source\": \"\xff\"", 2, "source", ErrJSON},
		{"a text for a number", `"exact": 2`, `"exact": "2"`, 0, "stage.exact", ErrType},
		{"a number that is not whole", `"exact": 2`, `"exact": 2.5`, 4, "stage.exact", ErrValue},
		{"a number without end", `"exact": 2`, `"exact": 99999999999999999999`, 4, "stage.exact", ErrValue},
		{"a count below zero", `"exact": 2`, `"exact": -2`, 0, "stage", ErrValue},
		{"no axis", `"axis": "stage"`, `"axis": "phase"`, 0, "values.0.axis", ErrValue},
		{"no kind", `"by": "label"`, `"by": "name"`, 0, "values.0.by", ErrValue},
		{"no confidence", `"confidence": "exact"`, `"confidence": "sure"`, 0, "values.0.meanings.0.confidence", ErrValue},
		{"no reason to be ambiguous", `"ambiguous": "over time"`, `"ambiguous": "always"`, 0, "values.2.ambiguous", ErrValue},
		{"no moment", `"first_seen": "2026-01-05"`, `"first_seen": "2026-13-05"`, 0, "values.0.meanings.0.first_seen", ErrValue},
		{"an amount that is a number", `"total": "120.5"`, `"total": 120.5`, 12, "stage.amounts.0.total", ErrType},
		{"an amount with an exponent", `"total": "120.5"`, `"total": "1e999999999"`, 0, "stage.amounts.0", ErrValue},
		{"an amount longer than any", `"total": "120.5"`, `"total": "` + strings.Repeat("9", 81) + `"`, 0, "stage.amounts.0", ErrValue},
		{"no currency", `"currency": "USD"`, `"currency": "US"`, 11, "stage.amounts.0.currency", ErrValue},
		{"rows that do not add up", `"deals": 1`, `"deals": 7`, 0, "values.0", ErrValue},
		{"a value twice", `"text": "Quote"`, `"text": "Quoet"`, 0, "values.5", ErrTwice},
	} {
		bad := strings.Replace(good, test.old, test.new, 1)
		if test.name == "cut short" {
			bad = strings.TrimSuffix(good, "}\n")
		}
		if bad == good {
			t.Errorf("%s: nothing was changed in\n%s", test.name, good)
			continue
		}
		_, err := ReadCoverage(strings.NewReader(bad))
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, test.err) || e.File != "coverage" || e.Column != test.column || test.line > 0 && e.Line != test.line {
			t.Errorf("%s: got %v, want %s: %v", test.name, err, test.column, test.err)
		}
	}
}

// A coverage without end is not held.
func TestCoverageTooLarge(t *testing.T) {
	endless := io.MultiReader(strings.NewReader(`{"source":"`), io.LimitReader(repeat('a'), 1<<40))
	if _, err := ReadCoverage(endless); !errors.Is(err, ErrTooLarge) || !strings.Contains(err.Error(), "67108864") {
		t.Errorf("got %v", err)
	}
	if _, err := ReadCoverage(strings.NewReader(strings.Repeat("[", 1<<20))); !errors.Is(err, ErrType) && !errors.Is(err, ErrJSON) {
		t.Errorf("got %v", err)
	}
}

// repeat reads as one byte for ever.
type repeat byte

func (r repeat) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(r)
	}
	return len(b), nil
}

// FuzzReadCoverage: no panic, and what is accepted is written and read as the same.
func FuzzReadCoverage(f *testing.F) {
	f.Add([]byte(`{"source":"A@1","stage":{"exact":1,"amounts":[{"currency":"EUR","total":"1.5","mapped":"-1"}]},"values":[{"axis":"stage","by":"id","text":"b",` +
		`"events":1,"lossy":1,"meanings":[{"key":"offer","rule":"a:1","confidence":"lossy","rows":1,"first_seen":"2026-01-05"}],"confidence":"lossy"}]}`))
	f.Add([]byte(`{"values":[{"text":"a","ambiguous":"in context, over time","amounts":null}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := ReadCoverage(bytes.NewReader(b))
		if err != nil {
			return
		}
		var first, second bytes.Buffer
		_ = c.WriteJSON(&first)
		again, err := ReadCoverage(bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatalf("%v in what was written:\n%s", err, first.String())
		}
		if _ = again.WriteJSON(&second); !bytes.Equal(first.Bytes(), second.Bytes()) || c.String() != again.String() || !c.Since(again).IsZero() {
			t.Errorf("read as\n%s\nand again as\n%s", first.String(), second.String())
		}
	})
}

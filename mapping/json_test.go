package mapping

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// api is the profile of a source with nested JSON, in a locale whose numbers are not those of JSON.
const api = `
name          = "A"
version       = "1"
source_scheme = "api"
locale        = "de-DE"
zone          = "Europe/Berlin"
currency      = "EUR"

[deals]
syntax = "json"
EACH

[deals.fields]
id             = { column = "id" }
created_at     = { column = "properties.created" }
closed_on      = { column = "properties.closed", epoch = "ms" }
amount         = { column = "properties.amount" }
probability    = { column = "properties.chance", format = "number" }
term_months    = { column = "properties.term" }
owner_id       = { column = "owner.name" }
competitor_ids = { column = "rivals", separator = ";" }
test           = { column = "test", yes = ["ja"] }
stage_id       = { column = 'properties."deal.stage"' }
HISTORY

[[rules]]
when = { stage_id = ["7"] }
set  = { stage = "offer" }
[[rules]]
when = { stage_id = ["won"] }
set  = { status = "won" }
[[rules]]
when = { stage_id = ["3"] }
set  = { stage = "qualified" }
`

func apiSet(t testing.TB, each, history string) *Set {
	t.Helper()
	return compile(t, strings.NewReplacer("EACH", each, "HISTORY", history).Replace(api))
}

const apiDeal = `{"id":12,"properties":{"created":"2026-03-05T14:30:00Z","closed":1772582400000,"amount":1234.5,"chance":0.4,"term":"12","deal.stage":7},` +
	`"owner":{"name":"Meier","team":[1,{"x":[]}]},"rivals":["A\u0026B","C"],"test":true}`

func dealText(d *funnel.Deal) string {
	return fmt.Sprint(d.ID, " ", d.Created, " ", d.Closed, " ", d.Amount, " ", d.Probability, " ", d.TermMonths, " ", d.Owner, " ", d.Competitors, " ", d.Test, " ", d.Stage, " ", d.LocalStage)
}

// Numbers are those of JSON whatever the locale: 1234.5 is no 12345.
func TestJSONValues(t *testing.T) {
	const want = "12 2026-03-05T14:30:00Z 2026-03-04 1234.5 EUR 0.4 12 Meier [A&B C] true offer 7"
	pretty := strings.NewReplacer("{", "{\n ", ",", " ,\n", "[", "[ ").Replace(apiDeal)
	for _, test := range []struct{ name, each, text string }{
		{"lines", "", apiDeal + "\n\n"},
		{"an array", "", "[" + apiDeal + "]"},
		{"a document", `each = "results"`, `{"paging":{"results":[7]},"results":[` + pretty + "],\n\"total\":1}\n"},
		{"a document in a line", `each = "results"`, `{"paging":{"results":[7]},"results":[` + apiDeal + `],"total":1}` + "\n"},
		{"a list further inside", `each = "data.deals"`, "{\"data\":\n{\"x\":\"]}\",\"deals\":[" + apiDeal + `]}}`},
		{"lists in a list", `each = ["pages", "results"]`, "{\"pages\":[\n{\"results\":[]},{},{\"results\":[" + pretty + `]}]}`},
		{"pages in lines", `each = "results"`, "{\"results\":[]}\n{\"results\":null}\n{\"results\":[" + apiDeal + "]}\n"},
		{"pages of many lines", `each = "results"`, "{\"results\":[\n]}\n{\"results\":[" + pretty + "]}\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			set := apiSet(t, test.each, "")
			for _, o := range []Options{{}, {Sorted: true}} {
				r := read(set, Files{Deals: strings.NewReader(test.text)}, o)
				if r.err != nil || len(r.findings) != 0 || len(r.deals) != 1 {
					t.Fatalf("got %v, %v, %d deals", r.err, r.findings, len(r.deals))
				}
				if got := dealText(r.deals[0]); got != want {
					t.Errorf("got  %s\nwant %s", got, want)
				}
			}
		})
	}
}

// What is wrong with a record costs this record, and the Finding says where; records that follow are read.
func TestJSONFindings(t *testing.T) {
	whole := func(member string) string { return `{"id":1,` + member + `}` }
	for _, test := range []struct {
		name, record string
		want         string
	}{
		{"not JSON", `{"id":1,}`, "deals:2: not JSON: invalid character ',' at start of value at byte 7; row refused"},
		{"cut off", `{"id":1,"test":`, "deals:2: not JSON: it ends too early; row refused"},
		{"two objects", `{"id":1} {"id":2}`, "deals:2: not JSON: something follows the object; row refused"},
		{"no object", `[1]`, "deals:2: of the wrong type: want an object, not a list; row refused"},
		{"text", `hello`, "deals:2: not JSON: invalid character 'h' at start of value at byte 0; row refused"},
		{"a member twice", whole(`"x":{"a":1,"a":2}`), `deals:2: given twice: the member "a"; row refused`},
		{"an id twice", whole(`"id":2`), `deals:2: given twice: the member "id"; row refused`},
		{"a member twice by escape", whole(`"\u0069d":2`), `deals:2: given twice: the member "id"; row refused`},
		{"no id", `{"id":null}`, "deals:2: id: missing; row refused"},
		{"an id that is an object", `{"id":{"id":1}}`, `deals:2: id: "{\"id\":1}" is of the wrong type: want one value; row refused`},
		{"an object for an amount", whole(`"properties":{"amount":{"value":5}}`), `deals:2: properties.amount: "{\"value\":5}" is of the wrong type: want one value; cell set aside`},
		{"a list for a name", whole(`"owner":{"name":["a","b"]}`), `deals:2: owner.name: "a,b," is of the wrong type: want one value, not a list; cell set aside`},
		{"a text for an object", whole(`"owner":"Meier"`), `deals:2: owner.name: "\"Meier\"" is of the wrong type: want one value; cell set aside`},
		{"a list of lists", whole(`"rivals":["a",["b"]]`), `deals:2: rivals: "[\"a\",[\"b\"]]" is of the wrong type: want one value; cell set aside`},
		{"a word for an amount", whole(`"properties":{"amount":true}`), `deals:2: properties.amount: "true" is of the wrong type: want a number; cell set aside`},
		{"a number as a time", whole(`"properties":{"created":1772582400000}`), `deals:2: properties.created: "1772582400000" is not a value for it: a number; the key epoch reads it as seconds or milliseconds; cell set aside`},
		{"invalid UTF-8", "{\"id\":\"\xff\"}", `deals:2: "\xff" is not text in UTF-8: bad encoding at byte 23; row refused`},
		{"NUL", `{"id":"1\u0000"}`, "deals:2: id: not text: it holds a NUL byte; row refused"},
		{"half a surrogate pair", `{"id":"\ud800"}`, "deals:2: not JSON: invalid surrogate pair `\\ud800\"}` in string at byte 7; row refused"},
	} {
		t.Run(test.name, func(t *testing.T) {
			set := apiSet(t, "", "")
			r := read(set, Files{Deals: strings.NewReader("{\"id\":\"before\"}\n" + test.record + "\n" + apiDeal + "\n")}, Options{})
			if r.err != nil || len(r.findings) != 1 || r.findings[0].String() != test.want {
				t.Errorf("got  %v %v\nwant %s", r.err, r.findings, test.want)
			}
			if n := len(r.deals); n < 2 || r.deals[0].ID != "before" || r.deals[n-1].ID != "12" {
				t.Errorf("the rows around were not read: %v", r.ids())
			}
		})
	}
}

// In a document what is inside an element is the matter of this element; where brackets do not match or the text is cut off the import ends with the line.
func TestJSONDocumentErrors(t *testing.T) {
	for _, test := range []struct {
		name, each, text string
		line             int
		err              error
		deals            int
	}{
		{"an element that is not JSON", "", "[{\"id\":1},\n{\"id\":},\n{\"id\":3}]", 0, nil, 2},
		{"a member twice in an element", "", "[{\"id\":1},\n{\"id\":2,\"id\":2},\n{\"id\":3}]", 0, nil, 2},
		{"cut off in an element", "", "[{\"id\":1},\n{\"id\":2,\n", 3, ErrJSON, 1},
		{"cut off after an element", "", "[{\"id\":1},\n{\"id\":2}\n", 3, ErrJSON, 2},
		{"brackets that do not match", "", "[{\"id\":1},\n{\"id\":2],\n{\"id\":3}]", 2, ErrJSON, 1},
		{"no comma", "", "[{\"id\":1}\n{\"id\":2}]", 2, ErrJSON, 1},
		{"a comma too many", "", "[{\"id\":1},\n]", 2, ErrJSON, 1},
		{"something after the array", "", "[{\"id\":1}]\nx", 2, ErrJSON, 1},
		{"something after the document", `each = "r"`, "{\"r\":[{\"id\":1}\n]}\n]", 3, ErrJSON, 1},
		{"a list twice", `each = "r"`, "{\"r\":[{\"id\":1}],\n\"r\":[{\"id\":2}]}", 2, ErrTwice, 1},
		{"no list", `each = "r"`, "{\"r\":\n{\"id\":1}}", 2, ErrType, 0},
		{"cut off beside the list", `each = "r"`, "{\"r\":[{\"id\":1}],\n\"x\":\"", 2, ErrJSON, 1},
		{"no colon", `each = "r"`, "{\"x\" 1,\n\"r\":[{\"id\":1}]}", 1, ErrJSON, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			set := apiSet(t, test.each, "")
			r := read(set, Files{Deals: strings.NewReader(test.text)}, Options{Sorted: true})
			if test.err != nil {
				wantErrorKind(t, r.err, "deals", test.line, test.err)
			} else if r.err != nil {
				t.Error(r.err)
			}
			if len(r.deals) != test.deals && !(test.err != nil && len(r.deals) == test.deals-1) { // the last deal waits for a row that would repeat it
				t.Errorf("%d deals, %v", len(r.deals), r.findings)
			}
		})
	}
}

// The history stands in the same payload: a record in a list has the values around it, also those that stand behind the list.
func TestJSONHistory(t *testing.T) {
	set := apiSet(t, `each = "results"`, `
[history]
each = ["results", "history.stage"]
[history.fields]
deal_id  = { column = "^.id" }
at       = { column = "timestamp", epoch = "ms" }
stage_id = { column = "value" }
`)
	const text = `{"results":[
{"id":1,"history":{"stage":[{"value":"won","timestamp":1772755200000},
{"value":3,"timestamp":1772582400000}]}},
{"history":{"stage":[{"value":3,
"timestamp":1772582400000}]},"id":2},
{"id":3,"history":{}},
{"id":4,"history":{"stage":[{"value":3,"timestamp":"bald"
},
{"value":3,"timestamp":"morgen"
},7]}}
]}`
	r := read(set, Files{Deals: strings.NewReader(text), History: strings.NewReader(text)}, Options{})
	if r.err != nil || len(r.deals) != 4 {
		t.Fatalf("got %v, %d deals", r.err, len(r.deals))
	}
	var got []string
	for _, d := range r.deals {
		for _, e := range d.Events {
			got = append(got, fmt.Sprint(d.ID, " ", e.At, " ", e.Stage, " ", e.Status))
		}
	}
	want := "1 2026-03-04T00:00:00Z qualified open; 1 2026-03-06T00:00:00Z  won; 2 2026-03-04T00:00:00Z qualified open"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	var history []string
	for _, f := range r.findings {
		if f.File == "history" {
			history = append(history, f.String())
		}
	}
	if len(history) != 3 || !strings.HasPrefix(history[0], `history:7: timestamp: "bald" is not`) || !strings.HasPrefix(history[1], `history:9: timestamp: "morgen" is not`) ||
		history[2] != "history:10: of the wrong type: want an object, not a number; row refused" {
		t.Errorf("got %q", history)
	}
	if c := r.counts; c.HistoryRows != 6 || c.Events != 3 || c.HistoryRefused != 3 {
		t.Errorf("got %+v", c)
	}
}

// A path that no record has is told at the end: it may be misspelt, and would give blanks.
func TestJSONUnseen(t *testing.T) {
	r := read(apiSet(t, "", ""), Files{Deals: strings.NewReader(`{"id":1,"owner":{"Name":"x"},"properties":null,"rivals":null,"test":false}`)}, Options{})
	var unseen []string
	for _, f := range r.findings {
		if !errors.Is(f.Reason, ErrUnseen) || f.Fate() != Noted {
			t.Error(f)
		}
		unseen = append(unseen, f.Column)
	}
	if want := `properties.created,properties.closed,properties.amount,properties.chance,properties.term,owner.name,properties."deal.stage"`; strings.Join(unseen, ",") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(unseen, ","), want)
	}
	for _, f := range r.fields {
		if f.Absent != (strings.HasPrefix(f.Column, "properties") || f.Column == "owner.name") {
			t.Errorf("%+v", f)
		}
	}
	r = read(apiSet(t, `each = "deals"`, ""), Files{Deals: strings.NewReader("{\"results\":[\n{\"id\":1}]}")}, Options{})
	if len(r.findings) != 1 || r.findings[0].String() != "deals: deals: in no record of the file; noted" {
		t.Errorf("got %v", r.findings)
	}
}

// Rows that say the same are one deal whatever the order of their members and what stands beside them, and also where they share a line.
func TestJSONRepetition(t *testing.T) {
	const text = `[{"id":1,"test":true,"at":1},{"at":2,"test":true,"id":1},{"id":2},{"id":2,"test":true},{"id":3}]`
	for _, o := range []Options{{}, {Sorted: true}} {
		r := read(apiSet(t, "", ""), Files{Deals: strings.NewReader(text)}, o)
		if got := strings.Join(r.ids(), ","); got != "1,3" || r.counts.DealsRefused != 3 || r.err != nil {
			t.Errorf("got %s, %+v, %v", got, r.counts, r.err)
		}
	}
}

// A text and a number that are written alike may be read otherwise, so rows with one and the other differ.
func TestJSONKindsDiffer(t *testing.T) {
	for text, refused := range map[string]int{
		`{"id":1,"properties":{"amount":1.234}}{"id":1,"properties":{"amount":1.234}}`:   1,
		`{"id":1,"properties":{"amount":1.234}}{"id":1,"properties":{"amount":"1.234"}}`: 2,
	} {
		r := read(apiSet(t, "", ""), Files{Deals: strings.NewReader(strings.Replace(text, "}{", "}\n{", 1))}, Options{})
		if r.counts.DealsRefused != refused {
			t.Errorf("%s: %v", text, r.findings)
		}
	}
}

// The limit of brackets within each other is a parameter, and the Finding names it.
func TestJSONDepth(t *testing.T) {
	const text = `{"id":1,"x":[[{}]]}`
	for depth, want := range map[int]string{4: "", 3: "deals:1: over the limit: more than 3 brackets within each other (Depth); row refused"} {
		r := read(apiSet(t, "", ""), Files{Deals: strings.NewReader(text)}, Options{Limits: Limits{Depth: depth}})
		if got := r.findings[0].String(); (want != "" || len(r.deals) != 1) && got != want {
			t.Errorf("%d: got %s", depth, got)
		}
	}
}

// Bytes beside the records that are not of the encoding are no row's fault: the document is not what it should be.
func TestJSONBesideRecords(t *testing.T) {
	for _, text := range []string{"{\"x\":\"\xff\",\n\"r\":[{\"id\":1}]}", "{\"r\":[\n{\"id\":1}],\"x\":\"\xff\"}"} {
		r := read(apiSet(t, `each = "r"`, ""), Files{Deals: strings.NewReader(text)}, Options{Sorted: true})
		if !errors.Is(r.err, normalize.ErrEncoding) {
			t.Errorf("%q: %v", text, r.err)
		}
	}
}

// UTF-16 is decoded before JSON is read, and a byte order mark is none of it.
func TestJSONEncoding(t *testing.T) {
	set := apiSet(t, "encoding = \"utf-16le\"", "")
	wide := []byte{0xff, 0xfe}
	for _, c := range "{\"id\":\"ß\"}\n" {
		wide = append(wide, byte(c), byte(c>>8))
	}
	r := read(set, Files{Deals: strings.NewReader(string(wide))}, Options{})
	if len(r.deals) != 1 || r.deals[0].ID != "ß" {
		t.Errorf("got %v, %v", r.ids(), r.err)
	}
	r = read(apiSet(t, "", ""), Files{Deals: strings.NewReader("\ufeff[{\"id\":1}]")}, Options{})
	if len(r.deals) != 1 {
		t.Errorf("got %v, %v", r.ids(), r.err)
	}
}

func TestParsePath(t *testing.T) {
	for _, test := range []struct {
		path   string
		up     int
		names  string
		reason string
	}{
		{"id", 0, "id", ""},
		{"a.b", 0, "a|b", ""},
		{"^.^.id", 2, "id", ""},
		{`a."b.c"."d""e"`, 0, `a|b.c|d"e`, ""},
		{`"^".x`, 0, "^|x", ""},
		{`""`, 0, "", ""},
		{"", 0, "", "a name is blank"},
		{"a..b", 0, "", "a name is blank"},
		{"a.", 0, "", "a name is blank"},
		{`a."b`, 0, "", "a quote is not closed"},
		{`"a"b`, 0, "", "no dot after the closing quote"},
	} {
		p, reason := parsePath(test.path)
		if reason != test.reason || reason == "" && (p.up != test.up || strings.Join(p.names, "|") != test.names) {
			t.Errorf("%s: got %+v, %q", test.path, p, reason)
		}
	}
}

func TestLiteralNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "0", "12.50": "12.5", "1e5": "100000", "1.5E+3": "1500", "25e-4": "0.0025", "0.1": "0.1", "-1234.5": "-1234.5",
		"0.30000000000000004": "0.30000000000000004", "123456789012345678901234567890.5": "123456789012345678901234567890.5",
		"1.0000000000000000000000": "1", "1e1000": "1" + strings.Repeat("0", 1000), "0e999": "0",
	} {
		n, err := literalNumber([]byte(text))
		if err != nil || n.Decimal().String() != want {
			t.Errorf("%s: got %v, %v", text, n.Decimal(), err)
		}
	}
	for _, text := range []string{"1e1001", "1e-1001", "1e99999999999999999999", strings.Repeat("9", 1001), "true"} {
		if n, err := literalNumber([]byte(text)); err == nil {
			t.Errorf("%.20s: got %v", text, n)
		}
	}
}

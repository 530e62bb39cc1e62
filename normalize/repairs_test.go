package normalize_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/koine-go/koine/normalize"
)

func TestRepairsString(t *testing.T) {
	for r, want := range map[normalize.Repairs]string{
		0:                        "none",
		normalize.Pivoted:        "pivoted",
		normalize.Padding:        "padding",
		normalize.ClosingOmitted: "closing omitted",
		normalize.Accounting | normalize.Padding | normalize.LatinDigits: "padding, Latin digits, accounting",
	} {
		if got := r.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if r := normalize.Padding | normalize.Pivoted; !r.Has(normalize.Padding) || r.Has(normalize.Padding|normalize.Invisible) {
		t.Error("Has does not ask for every liberty")
	}
}

// An error repeats a little of a long text and never cuts a character.
func TestErrorRepeatsLittle(t *testing.T) {
	_, err := normalize.MustFor("de-DE").Number([]byte(strings.Repeat("ü", 1000)))
	var e *normalize.Error
	if !errors.As(err, &e) || len(e.Input) > 64 || !utf8.ValidString(e.Input) || e.Locale != "de-DE" {
		t.Errorf("got %#v", e)
	}
}

func TestNamesOfKinds(t *testing.T) {
	for got, want := range map[string]string{
		normalize.Assumed.String():      "assumed",
		normalize.Evidence(0).String():  "none",
		normalize.Evidence(99).String(): "none",
		normalize.DMY.String():          "day-month-year",
		normalize.Order(99).String():    "none",
		normalize.NewZone(nil).String(): "UTC",
		(*normalize.Zone)(nil).String(): "UTC",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestMustForPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("und is a locale")
		}
	}()
	normalize.MustFor("und")
}

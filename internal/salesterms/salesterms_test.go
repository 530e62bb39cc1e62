package salesterms

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text     string
		kind     Kind
		language string
		means    string
		doubt    Doubt
	}{
		{"  Angebot  erstellt ", Stage, "de", "offer", Plain},
		{"CLOSE_DATE", Column, "en", "close", Plain},
		{"CloseDate", Column, "en", "close", Plain},
		{"Fecha de creacion", Column, "es", "created", Plain}, // the accent lost
		{"KAZANILDI", Status, "tr", "won", Plain},             // Go's lower case of I is i, and Turkish has ı
		{"ΠΕΛΑΤΗΣ", Column, "el", "account_id", Plain},        // capitals have no accents, and their ς is Σ
		{"失注", Status, "ja", "lost", Plain},
		{"Qualified", Stage, "en", "qualified", Open}, // Pipedrive has it before the first contact
		{"Abschluss", Status, "de", "any", Open},
		{"Nummer", Column, "de", "id", Weak},
		{"ＳＴＡＴＵＳ", Column, "en", "status", Plain}, // full width
	} {
		is := func(m Term) bool {
			return m.Kind == c.kind && m.Language == c.language && m.Means == c.means && m.Doubt == c.doubt
		}
		if found := Find(c.text); !slices.ContainsFunc(found, is) {
			t.Errorf("%q: %+v, no %s %s in %s", c.text, found, c.means, kindName(c.kind), c.language)
		}
	}
	// Vietnamese words that differ by accents alone are different words.
	if found := Find("thang"); slices.ContainsFunc(found, func(m Term) bool { return m.Language == "vi" }) {
		t.Errorf("thang, which is month too, is taken for thắng, won: %+v", found)
	}
}

func kindName(k Kind) string {
	for name, kind := range kinds {
		if kind == k {
			return name
		}
	}
	return ""
}

// A term that means two things of a kind in one language must say so itself: its own file contradicts it otherwise.
func TestNoTermContradictsItself(t *testing.T) {
	for text, terms := range loaded().exact {
		for i, a := range terms {
			for _, b := range terms[:i] {
				if a.Language == b.Language && a.Kind == b.Kind && a.Kind != Column && a.Means != b.Means && a.Doubt == Plain && b.Doubt == Plain {
					t.Errorf("%s: %q is %s and %s", a.Language, text, a.Means, b.Means)
				}
			}
		}
	}
}

// Every language has words for what an export cannot do without.
func TestLanguages(t *testing.T) {
	has := map[string]map[string]bool{}
	for _, terms := range loaded().exact {
		for _, m := range terms {
			if has[m.Language] == nil {
				has[m.Language] = map[string]bool{}
			}
			has[m.Language][kindName(m.Kind)+" "+m.Means] = true
		}
	}
	if len(Languages()) < 20 {
		t.Errorf("%d languages", len(Languages()))
	}
	for _, l := range Languages() {
		for _, what := range []string{
			"column id", "column account_id", "column owner_id", "column amount", "column currency", "column stage", "column status", "column reason",
			"column created", "column expected_close_date", "column close", "column at", "stage prospect", "stage contact", "stage offer",
			"stage negotiation", "stage commitment", "status open", "status won", "status lost", "status void", "status any",
			"cause pricing", "cause competitive", "cause budget", "cause no_need", "cause unknown",
		} {
			if !has[l][what] {
				t.Errorf("%s has no %s", l, what)
			}
		}
	}
}

func TestFaults(t *testing.T) {
	for _, text := range []string{"column id = A", "source own\ncolumn = A", "source own\nstatge offer = A", "source own\nstage offer = A???", "source own\nstage offer = ?"} {
		if terms, err := parse("xx", text); err == nil {
			t.Errorf("%q: %+v", text, terms)
		}
	}
}

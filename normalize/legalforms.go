package normalize

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// LegalForm is what the law makes of a company: GmbH, PLC, 株式会社. Legal forms compare with ==. The zero value is none.
type LegalForm struct {
	Code         string // its usual abbreviation, or its name where there is none; it is the same whatever way it was written
	Jurisdiction Region // the country whose form it is; zero if it is that of several, see Jurisdictions
	among        string // region codes, sorted, without anything between them
}

// IsZero reports whether f is no legal form.
func (f LegalForm) IsZero() bool { return f.Code == "" }

// Jurisdictions are the countries that have the form, by code: one if the Jurisdiction is known, none for the zero LegalForm.
func (f LegalForm) Jurisdictions() []Region {
	var all []Region
	for i := 0; i < len(f.among); i += 2 {
		all = append(all, regionAt(f.among, i))
	}
	return all
}

// String returns the code, with the jurisdiction if that is known: "AG (CH)", "AG".
func (f LegalForm) String() string {
	if f.Jurisdiction.IsZero() {
		return f.Code
	}
	return f.Code + " (" + f.Jurisdiction.String() + ")"
}

func regionAt(codes string, i int) Region { return Region{[2]byte{codes[i], codes[i+1]}} }

// formDoubt is how much a spelling needs besides itself to be read as a legal form.
type formDoubt uint8

const (
	doubtless  formDoubt = iota
	alsoWord             // "?": its own capitals do
	mostlyWord           // "??": they do not
)

// spelledForm is a spelling of a legal form on one side of a name, for all jurisdictions.
type spelledForm struct {
	key       string // see foldForm
	code      string // empty for a half of a spelling that stands around the name
	among     string
	doubt     formDoubt
	spellings []string // as in the table
}

// of is the form in a region, or in one that is not known.
func (s *spelledForm) of(in Region) LegalForm {
	f := LegalForm{Code: s.code, among: s.among}
	if i := s.index(in); i >= 0 {
		f.among = s.among[i : i+2]
	}
	if len(f.among) == 2 {
		f.Jurisdiction = regionAt(f.among, 0)
	}
	return f
}

// index is where a region stands in among, -1 if it does not.
func (s *spelledForm) index(in Region) int {
	for i := 0; i < len(s.among); i += 2 {
		if regionAt(s.among, i) == in {
			return i
		}
	}
	return -1
}

// legalForms are the spellings of the table: those that stand after the name by their key from the end, those before it, and those
// around it by both halves.
type legalForms struct{ after, before, around formSide }

// formSide are spellings sorted by key; those that begin with byte c are from starts[c] to starts[c+1].
type formSide struct {
	forms  []spelledForm
	starts [257]uint16
}

// formsOnce is the table, compiled when the first company is read; it takes milliseconds and is the same for all locales.
// It is no sync.OnceValue, which would tie the table to every program.
var formsOnce struct {
	sync.Once
	forms *legalForms
}

func compiledForms() *legalForms {
	formsOnce.Do(func() { formsOnce.forms = compileForms(legalFormTable) })
	return formsOnce.forms
}

func compileForms(table string) *legalForms {
	var f legalForms
	for line := range strings.Lines(table) {
		regions, spellings, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		codes := strings.Fields(regions)
		slices.Sort(codes)
		among := strings.Join(codes, "")
		code := strings.TrimSuffix(strings.TrimLeft(firstOfList(spellings), "?"), " …")
		for spelling := range strings.SplitSeq(spellings, "|") {
			f.add(code, among, spelling)
		}
	}
	f.after.sort()
	f.before.sort()
	f.around.sort()
	return &f
}

func firstOfList(list string) string {
	first, _, _ := strings.Cut(list, "|")
	return first
}

// add adds a spelling to the sides that it has.
func (f *legalForms) add(code, among, spelling string) {
	text := strings.TrimLeft(spelling, "?")
	doubt := formDoubt(len(spelling) - len(text))
	first, second, found := strings.Cut(text, "…")
	first, second = strings.TrimSpace(first), strings.TrimSpace(second)
	entry := func(key string, spellings ...string) spelledForm {
		return spelledForm{key, code, among, doubt, spellings}
	}
	half := func(key string) spelledForm { return spelledForm{key: key} }
	switch {
	case !found:
		f.after.forms = append(f.after.forms, entry(backwards(formKey(first)), first))
	case second == "":
		f.before.forms = append(f.before.forms, entry(formKey(first), first))
		if doubt == doubtless {
			f.after.forms = append(f.after.forms, entry(backwards(formKey(first)), first))
		}
	default:
		f.before.forms = append(f.before.forms, half(formKey(first)))
		f.after.forms = append(f.after.forms, half(backwards(formKey(second))))
		f.around.forms = append(f.around.forms, entry(aroundKey(formKey(first), backwards(formKey(second))), first, second))
	}
}

func aroundKey(before, after string) string { return before + "…" + after }

// sort sorts the spellings and makes one of those with the same key.
func (f *formSide) sort() {
	slices.SortStableFunc(f.forms, func(a, b spelledForm) int { return strings.Compare(a.key, b.key) })
	var joined []spelledForm
	for _, s := range f.forms {
		if n := len(joined); n > 0 && joined[n-1].key == s.key {
			joined[n-1] = joined[n-1].with(s)
			continue
		}
		joined = append(joined, s)
	}
	f.forms = slices.Clip(joined)
	for _, s := range f.forms {
		f.starts[int(s.key[0])+1]++
	}
	for c := range f.starts[1:] {
		f.starts[c+1] += f.starts[c]
	}
}

func (s spelledForm) with(o spelledForm) spelledForm {
	if s.code == "" {
		s.code = o.code
	}
	for i := 0; i < len(o.among); i += 2 {
		if s.index(regionAt(o.among, i)) < 0 {
			s.among += o.among[i : i+2]
		}
	}
	var codes []string
	for i := 0; i < len(s.among); i += 2 {
		codes = append(codes, s.among[i:i+2])
	}
	slices.Sort(codes)
	s.among = strings.Join(codes, "")
	s.doubt = max(s.doubt, o.doubt)
	s.spellings = append(slices.Clip(s.spellings), o.spellings...)
	return s
}

// formKey is the letters and digits of a spelling, folded; for what foldForm says of brackets it looks to both sides.
func formKey(spelling string) string {
	var key []byte
	before := rune(0)
	for i, r := range spelling {
		after, _ := utf8.DecodeRuneInString(spelling[i+utf8.RuneLen(r):])
		key = foldForm(key, r, before, after)
		before = r
	}
	return string(key)
}

func backwards(key string) string {
	b := []byte(key)
	slices.Reverse(b)
	return string(b)
}

package normalize

import (
	"bytes"
	"sort"
	"unicode"
	"unicode/utf8"
)

// maxCompanyText is the longest text that is looked through for a legal form, in bytes. No register takes longer names.
const maxCompanyText = 512

// Company is the name of a company, taken apart. The zero value is none.
type Company struct {
	Name     string // as written, without the legal form and what joins the two; never empty
	Form     LegalForm
	Position Position // where the form stands
	Repairs  Repairs
}

// Position says on which side of the name a legal form stands.
type Position uint8

// The zero Position is that of no form.
const (
	NoForm     Position = iota
	FormBefore          // OOO «Ромашка»
	FormAfter           // Meyer GmbH
	FormAround          // PT Bank Tbk
)

// String returns "none", "before", "after" or "around".
func (p Position) String() string {
	if p > FormAround {
		return "unknown"
	}
	return [...]string{"none", "before", "after", "around"}[p]
}

// Company takes the legal form off a company's name: the longest one that the text ends or begins with, in any case and with
// or without its full stops. A text that is nothing but a form is a name. A form that several jurisdictions have is that of the
// region, the company's own if it is known; if they do not have it, the jurisdiction stays unknown. A form of one jurisdiction
// is that one's whatever the region. An abbreviation that is a word as well, such as AS or Spa, is a form only with full stops
// between its letters, in a region that has it, or, without a region, in its own capitals. A text without a form is no error. Empty
// text is ErrSyntax, text of more than 512 bytes ErrRange.
func (l *Locale) Company(text []byte, in Region) (Company, error) {
	var c Company
	inner := unpadded(text, &c.Repairs)
	switch {
	case len(inner) == 0:
		return Company{}, l.refuse(text, "a company", &fault{err: ErrSyntax})
	case len(text) > maxCompanyText:
		return Company{}, l.refuse(text, "a company", &fault{err: ErrRange, at: maxCompanyText, hint: "too long"})
	}
	p := partCompany(inner, in)
	c.Name, c.Position = string(p.name), p.position
	if p.form != nil {
		c.Form = p.form.of(in)
		c.Repairs |= p.repairs()
	}
	return c, nil
}

// unpadded is a text without what is not seen at its ends; in names, line breaks are spaces too.
func unpadded(text []byte, r *Repairs) []byte {
	inner := bytes.TrimSpace(text)
	lo := skip(inner, 0, r, Padding)
	inner = bytes.TrimSpace(inner[lo:skipBack(inner, lo, len(inner), r, Padding)])
	if len(bytes.TrimSpace(text)) < len(text) {
		*r |= Padding
	}
	return inner
}

// parted is a text as a name and a form.
type parted struct {
	name          []byte
	before, after []byte // the form as written
	form          *spelledForm
	position      Position
}

// repairs tells whether the form is written in other capitals than the table has.
func (p *parted) repairs() Repairs {
	var as, own [maxCompanyText]byte
	for _, written := range [...][]byte{p.before, p.after} {
		plain := bareForm(as[:0], written)
		for _, spelling := range p.form.spellings {
			if len(plain) > 0 && bytes.Equal(plain, bareForm(own[:0], []byte(spelling))) {
				return 0
			}
		}
	}
	return OtherCase
}

// bareForm appends what is written without what may stand between the letters.
func bareForm(dst, written []byte) []byte {
	for i := 0; i < len(written); {
		r, size := utf8.DecodeRune(written[i:])
		if !isInForm(r) {
			dst = append(dst, written[i:i+size]...)
		}
		i += size
	}
	return dst
}

// partCompany finds the form. Around a name goes before after it, and after it before before it, unless the region has only
// the latter.
func partCompany(text []byte, in Region) parted {
	forms := compiledForms()
	var before, after formMatches
	forms.findAfter(text, &after)
	forms.findBefore(text, &before)
	if n := after.n; n > 0 && !isName(text[:after.list[n-1].start]) {
		return parted{name: text} // nothing but a form
	}
	if n := before.n; n > 0 && !isName(text[before.list[n-1].end:]) {
		return parted{name: text}
	}
	if p, ok := forms.partAround(text, &before, &after, in); ok {
		return p
	}
	last, lastOK := partAfter(text, &after, in)
	first, firstOK := partBefore(text, &before, in)
	switch {
	case firstOK && (!lastOK || !in.IsZero() && first.form.index(in) >= 0 && last.form.index(in) < 0):
		return first
	case lastOK:
		return last
	}
	return parted{name: text}
}

func partAfter(text []byte, m *formMatches, in Region) (parted, bool) {
	for i := m.n - 1; i >= 0; i-- {
		f := m.list[i]
		name := trimJoint(text[:f.start])
		written := text[f.start:f.end]
		if f.form.code != "" && isBalanced(text[len(name):]) && isBalanced(written) && evidence(f.form, written, name, in) {
			return parted{name, nil, written, f.form, FormAfter}, true
		}
	}
	return parted{}, false
}

func partBefore(text []byte, m *formMatches, in Region) (parted, bool) {
	for i := m.n - 1; i >= 0; i-- {
		f := m.list[i]
		name := trimJointLeft(text[f.end:])
		written := text[f.start:f.end]
		if f.form.code != "" && isBalanced(text[:len(text)-len(name)]) && evidence(f.form, written, name, in) {
			return parted{name, written, nil, f.form, FormBefore}, true
		}
	}
	return parted{}, false
}

// partAround finds a form with a half on each side, the longest.
func (f *legalForms) partAround(text []byte, before, after *formMatches, in Region) (parted, bool) {
	for i := before.n - 1; i >= 0; i-- {
		for k := after.n - 1; k >= 0; k-- {
			a, b := before.list[i], after.list[k]
			if a.end >= b.start || !isName(text[a.end:b.start]) {
				continue
			}
			s := f.around.of(a.form.key, b.form.key)
			if s == nil {
				continue
			}
			name := trimJointLeft(trimJoint(text[a.end:b.start]))
			if !isBalanced(text[len(trimJoint(text[:b.start])):]) {
				continue
			}
			return parted{name, text[:a.end], text[b.start:], s, FormAround}, true
		}
	}
	return parted{}, false
}

// of is the form whose halves have these keys.
func (f *formSide) of(before, after string) *spelledForm {
	var short [2 * maxCompanyText]byte
	key := append(append(append(short[:0], before...), "…"...), after...)
	i := sort.Search(len(f.forms), func(i int) bool { return f.forms[i].key >= string(key) })
	if i == len(f.forms) || f.forms[i].key != string(key) {
		return nil
	}
	return &f.forms[i]
}

// isName tells whether there is anything in a text that could be a name: a letter, a digit or a symbol.
func isName(text []byte) bool {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if unicode.In(r, unicode.L, unicode.N, unicode.S) && r != '+' {
			return true
		}
		i += size
	}
	return false
}

// isJoint tells what stands between a name and its form.
func isJoint(r rune) bool {
	switch r {
	case ',', ';', ':', '-', '–', '—', '，', '、':
		return true
	}
	return unicode.IsSpace(r) || isIgnorable(r)
}

func trimJoint(text []byte) []byte {
	return bytes.TrimRightFunc(text, func(r rune) bool { return isJoint(r) || r == '(' || r == '（' })
}

func trimJointLeft(text []byte) []byte {
	return bytes.TrimLeftFunc(text, func(r rune) bool { return isJoint(r) || r == '.' })
}

// isBalanced tells whether all brackets and quotation marks of a text are closed in it. One between two letters is an abbreviation, as
// in Hebrew.
func isBalanced(text []byte) bool {
	round, angle, straight := 0, 0, 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		switch r {
		case '(', '（':
			round++
		case ')', '）':
			round--
		case '«', '“':
			angle++
		case '»', '”':
			angle--
		case '"':
			if before, _ := utf8.DecodeLastRune(text[:i]); !unicode.IsLetter(before) || !startsLetter(text[i+size:]) {
				straight++
			}
		}
		if round < 0 || angle < 0 {
			return false
		}
		i += size
	}
	return round == 0 && angle == 0 && straight%2 == 0
}

func startsLetter(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return unicode.IsLetter(r)
}

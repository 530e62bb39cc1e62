package normalize

import (
	"slices"
	"strings"
	"unicode"
)

// periods is how a locale writes months, quarters, half-years and years.
type periods struct {
	*vocabulary
	*plans
	forms  []frame // CLDR's patterns, and those of two numbers
	months []frame // of a month within a year
	years  []yearForm
	joints []pattern // words that join a year to its part
	pivot  int
	naming FiscalNaming
}

// frame is one way to write a period or a part of one.
type frame struct {
	pattern
	repairs Repairs
	short   bool // a year of two digits is marked as a year
}

// yearForm is one way to write a year: what stands before and behind its number, and what that says of it.
type yearForm struct {
	before, after pattern
	kind          yearKind
}

// yearKind is what a text says of its year.
type yearKind uint8

const (
	plainYear   yearKind = iota
	civilYear            // it is one from January
	fiscalYear           // it is a fiscal one
	startedYear          // it is the fiscal one that begins in it
)

// yearKindOf reads the value of a customary year.
func yearKindOf(value string) yearKind {
	switch value {
	case "civil":
		return civilYear
	case "fiscal":
		return fiscalYear
	case "started":
		return startedYear
	}
	return plainYear
}

// periods are the forms in which the locale writes periods.
func (l *Locale) periods() *periods {
	return l.spans.get(func() *periods {
		d := l.dating()
		return newPeriods(l.row, d.row, d.days.vocabulary, l.options)
	})
}

// newPeriods compiles the forms. Names and digits are those of days.
func newPeriods(row localeRow, dates *dateRow, shared *vocabulary, o options) *periods {
	v := *shared
	p := &periods{vocabulary: &v, plans: &plans{}, pivot: o.pivot, naming: o.fiscal}
	p.addParts(row, dates.quarters)
	p.addForms(split(dates.spans))
	p.addYears(row)
	if m := newFrame("M#", month, false); !p.hasFrame(m) {
		p.months = append(p.months, m)
	}
	if p.vocabulary.months.haveLetters() {
		p.months = append(p.months, frame{pattern: pattern{{field: monthName}}})
	}
	periodCustoms.each("joint", row, func(_, forms string) {
		for text := range strings.SplitSeq(forms, "|") {
			p.joints = append(p.joints, pattern{{text: " " + text + " ", firm: true}})
		}
	})
	v.spelled = append(newNeighbours(v.grammar, v.months), newNeighbours(v.grammar, v.parts)...)
	return p
}

// addForms adds CLDR's patterns, then two numbers with one separator, a year and a month in either order: a year of four
// digits makes that plain. Those whose separator the locale uses are its own; year first is everyone's.
func (p *periods) addForms(spans []string) {
	own := map[byte]bool{}
	for _, text := range spans {
		form, ok := newPattern(text)
		if !ok {
			continue
		}
		for i := range form {
			form[i].firm = form.contains(quarter)
		}
		if i := strings.IndexAny(text, dateSeparators); i >= 0 && form.contains(month) {
			own[text[i]] = true
		}
		p.forms = append(p.forms, frame{pattern: form, short: form.marksYear()})
	}
	for _, c := range []byte(dateSeparators) {
		form := frame{pattern: pairPattern(c, month, year)}
		if !own[c] {
			form.repairs = OtherSeparators
		}
		p.forms = append(p.forms, form, frame{pattern: pairPattern(c, year, month)})
	}
	p.forms = append(p.forms, frame{pattern: pattern{{field: yearMonth}}})
}

// marksYear tells whether a word stands right behind the year.
func (p pattern) marksYear() bool {
	i := slices.IndexFunc(p, func(e element) bool { return e.field == year }) + 1
	return p.has(i, literal) && strings.IndexFunc(strings.TrimSpace(p[i].text), unicode.IsLetter) == 0
}

func pairPattern(c byte, first, second field) pattern {
	return triplePattern(c, first, second, literal)[:3]
}

// addParts adds the names of quarters that CLDR has, and those of quarters and half-years that people write besides. Names
// that differ in their number alone become one frame: "1. Quartal" to "4. Quartal" are "#. Quartal".
func (p *periods) addParts(row localeRow, quarters string) {
	lines := strings.Split(quarters, "\n")
	var lists [4][]string
	for i, line := range lines {
		lists[i] = split(line)
	}
	for _, name := range slices.Clone(lists[0]) {
		for _, roman := range [...]bool{false, true} {
			text := p.numbered(name, 1, roman)
			if text == "" || !p.inAll(lists, text, roman) {
				continue
			}
			p.addFrame(newFrame(text, quarter, roman))
			for i := range lists {
				lists[i] = slices.DeleteFunc(lists[i], func(s string) bool { return p.numbered(s, i+1, roman) == text })
			}
		}
	}
	for i, list := range lists {
		for _, name := range list {
			if hasLetter(name) && !slices.Contains(romans[:], name) { // months are written I to XII in places
				p.parts = p.parts.add(name, i)
			}
		}
	}
	periodCustoms.each("quarter", row, func(value, forms string) { p.addCustom(quarter, value, forms) })
	periodCustoms.each("half", row, func(value, forms string) { p.addCustom(halfYear, value, forms) })
	p.parts = p.parts.sorted()
}

// addCustom adds frames, or names of the part of the year that value is the number of. A frame gives way to one that CLDR has.
func (p *periods) addCustom(f field, value, forms string) {
	for text := range strings.SplitSeq(forms, "|") {
		if value != "#" {
			p.parts = p.parts.add(text, customPart(f, int(value[0]-'0')))
			continue
		}
		if form := newFrame(text, f, false); !p.hasFrame(form) {
			form.repairs = OtherForm
			p.addFrame(form)
		}
	}
}

// addFrame adds a frame with and without its full stop.
func (p *periods) addFrame(f frame) {
	p.frames = append(p.frames, f)
	last := len(f.pattern) - 1
	if bare, ok := strings.CutSuffix(f.pattern[last].text, "."); ok && bare != "" {
		f.pattern = slices.Clone(f.pattern)
		f.pattern[last].text = bare
		p.frames = append(p.frames, f)
	}
}

// hasFrame tells whether there is a frame with the same text, whatever its number is.
func (p *periods) hasFrame(form frame) bool {
	return slices.ContainsFunc(p.frames, func(had frame) bool { return had.text() == form.text() })
}

// text is what a pattern has around its number.
func (p pattern) text() string {
	var s strings.Builder
	for _, e := range p {
		if e.field == literal {
			s.WriteString(e.text)
		} else {
			s.WriteByte('#')
		}
	}
	return s.String()
}

// inAll tells whether every quarter has the numbered name.
func (p *periods) inAll(lists [4][]string, text string, roman bool) bool {
	for i, list := range lists {
		if !slices.ContainsFunc(list, func(s string) bool { return p.numbered(s, i+1, roman) == text }) {
			return false
		}
	}
	return true
}

// numbered is a name with # in the place of its number v; empty if it has none, or is nothing but that.
func (p *periods) numbered(name string, v int, roman bool) string {
	from, size := p.digit(name, v)
	if roman {
		from, size = romanWord(name, v)
	}
	if from < 0 || !hasLetter(name[:from]+name[from+size:]) {
		return ""
	}
	return name[:from] + "#" + name[from+size:]
}

// digit finds the first digit that is v.
func (p *periods) digit(name string, v int) (from, size int) {
	for i, r := range name {
		if zero := p.grammar.zeroOf(r); zero != 0 && int(r-zero) == v {
			return i, len(string(r))
		}
	}
	return -1, 0
}

var romans = [...]string{1: "I", 2: "II", 3: "III", 4: "IV"}

// romanWord finds the number v where it is a word.
func romanWord(name string, v int) (from, size int) {
	for i := 0; i < len(name); {
		word := name[i:]
		if end := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
			word = word[:end]
		}
		if word == romans[v] {
			return i, len(word)
		}
		i += max(1, len(word))
	}
	return -1, 0
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// newFrame is made of a text with # for a number. The spaces in it may be missing, nothing else.
func newFrame(text string, f field, roman bool) frame {
	before, after, _ := strings.Cut(text, "#")
	var p pattern
	if before != "" {
		p = append(p, element{text: before, loose: true, firm: true})
	}
	p = append(p, element{field: f, roman: roman})
	if after != "" {
		p = append(p, element{text: after, loose: true, firm: true})
	}
	return frame{pattern: p}
}

// addYears adds the year as a number, then as people write it.
func (p *periods) addYears(row localeRow) {
	p.years = append(p.years, yearForm{})
	periodCustoms.each("year", row, func(value, forms string) {
		for text := range strings.SplitSeq(forms, "|") {
			form := newFrame(text, year, false).pattern
			i := slices.IndexFunc(form, func(e element) bool { return e.field == year })
			p.years = append(p.years, yearForm{form[:i], form[i+1:], yearKindOf(value)})
		}
	})
}

package normalize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// slowKey is Key as one would write it down: a pass over the whole text for each sentence of the doc, with x/text.
func slowKey(lang, text string) string {
	text = strings.Map(func(r rune) rune {
		if isIgnorable(r) {
			return -1
		}
		return r
	}, scrub(text))
	text = fewMarks(norm.NFKD.String(text))
	if lang == "tr" {
		text = strings.ReplaceAll(markedI(text), "I", "ı")
	}
	text = strings.ReplaceAll(text, "ı", "\x00")
	if lang != "tr" {
		text = strings.ReplaceAll(text, "\x00", "i")
	}
	text = norm.NFD.String(strings.Map(cherokee, cases.Fold().String(text)))
	text = strings.ReplaceAll(text, "\x00", "ı")
	for _, pair := range slowSpellings[lang] {
		text = slowSpell(text, pair[0], pair[1])
	}
	text = strings.NewReplacer("æ", "ae", "œ", "oe", "þ", "th", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "ħ", "h", "ŧ", "t").Replace(slowBare(text))
	text = strings.Map(keyForm, strings.ReplaceAll(norm.NFC.String(text), "\u034f", ""))
	return strings.Join(strings.Fields(text), " ")
}

// fewMarks leaves out the marks after the thirtieth of a letter, which package norm sets off by U+034F.
func fewMarks(text string) string {
	var out []rune
	off := false
	for _, r := range text {
		switch isMark := norm.NFD.PropertiesString(string(r)).CCC() != 0; {
		case r == '\u034f':
			off = true
		case !isMark || !off:
			off = off && isMark
			out = append(out, r)
		}
	}
	return string(out)
}

// cherokee makes small what package cases folds to capitals, though not always: it folds Ꭰ to ꭰ and ꭰ to Ꭰ.
func cherokee(r rune) rune {
	switch {
	case 'Ꭰ' <= r && r <= 'Ꮿ':
		return r - 'Ꭰ' + 'ꭰ'
	case 'Ᏸ' <= r && r <= 'Ᏽ':
		return r - 'Ᏸ' + 'ᏸ'
	}
	return r
}

// scrub puts U+FFFD for every byte that is not UTF-8, and a space for every control character.
func scrub(text string) string {
	var s strings.Builder
	for _, r := range text {
		if unicode.IsControl(r) {
			r = ' '
		}
		s.WriteRune(r)
	}
	return s.String()
}

var slowSpellings = map[string][][2]string{
	"de": {{"a\u0308", "ae"}, {"o\u0308", "oe"}, {"u\u0308", "ue"}},
	"da": {{"a\u030a", "aa"}, {"a\u0308", "ae"}, {"o\u0308", "oe"}, {"ø", "oe"}}, // of two marks the first counts
	"ru": {{"е\u0308", "е"}},
}

// slowSpell spells out a letter with a mark, whatever other marks it has. In Russian the mark goes, the others stay.
func slowSpell(text, letter, spelt string) string {
	var out []rune
	runes := []rune(text)
	for i := 0; i < len(runes); {
		j := i + 1
		for j < len(runes) && norm.NFD.PropertiesString(string(runes[j])).CCC() != 0 {
			j++
		}
		cluster := string(runes[i:j])
		want := []rune(letter)
		found := runes[i] == want[0]
		if found && len(want) > 1 {
			found = strings.ContainsRune(cluster, want[1]) && firstOf(cluster, diaeresis, ringAbove) == want[1]
		}
		switch {
		case found && spelt == "е":
			out = append(out, []rune(strings.ReplaceAll(cluster, "\u0308", ""))...)
		case found:
			out = append(out, []rune(spelt)...)
		default:
			out = append(out, runes[i:j]...)
		}
		i = j
	}
	return string(out)
}

// firstOf is the rune of those given that comes first.
func firstOf(text string, among ...rune) rune {
	for _, r := range text {
		if slices.Contains(among, r) {
			return r
		}
	}
	return 0
}

// markedI makes every I with a mark a small i, so that the bare ones are left.
func markedI(text string) string {
	var out []rune
	runes := []rune(text)
	for i, r := range runes {
		if r == 'I' && i+1 < len(runes) && norm.NFD.PropertiesString(string(runes[i+1])).CCC() != 0 {
			r = 'i'
		}
		out = append(out, r)
	}
	return string(out)
}

// slowBare leaves out the marks of everything but letters of scripts where marks are letters.
func slowBare(text string) string {
	var out []rune
	keeps := false
	for _, r := range text {
		if r != utf8.RuneError && norm.NFD.PropertiesString(string(r)).CCC() != 0 {
			if keeps {
				out = append(out, r)
			}
			continue
		}
		f := keyForm(r)
		keeps = unicode.In(f, unicode.L, unicode.M) && !unicode.In(f, unicode.Latin, unicode.Greek)
		out = append(out, r)
	}
	return string(out)
}

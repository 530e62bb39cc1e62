package mapping

import "strings"

// vocabulary numbers the values that rules name in one local field: from 1, and 0 is any other value.
type vocabulary struct {
	numbers map[string]uint32 // by the text as the profile writes it
	folded  map[string]uint32 // by the form in which labels match; nil for ids and codes, which match exactly
	texts   []string          // texts[n-1] is number n
	blank   uint32            // the number of a blank
	labels  labels
}

func newVocabulary(kind Kind, l labels) *vocabulary {
	v := &vocabulary{numbers: map[string]uint32{}, labels: l}
	if kind == ByLabel {
		v.folded = map[string]uint32{}
	}
	return v
}

// number returns the number of s without adding it: of a value no rule names, 0.
func (v *vocabulary) number(s string) uint32 {
	if s == "" {
		return v.blank
	}
	if n, ok := v.numbers[s]; ok {
		return n
	}
	if v.folded != nil {
		return v.folded[v.labels.fold(s)]
	}
	return v.numbers[strings.TrimSpace(s)]
}

// add returns the number of s, a new one if it has none yet.
func (v *vocabulary) add(s string) uint32 {
	s = strings.TrimSpace(s)
	n := v.number(s)
	if n == 0 {
		v.texts = append(v.texts, s)
		n = uint32(len(v.texts))
	}
	switch {
	case s == "":
		v.blank = n
	case v.folded != nil:
		v.folded[v.labels.fold(s)] = n
		fallthrough
	default:
		v.numbers[s] = n
	}
	return n
}

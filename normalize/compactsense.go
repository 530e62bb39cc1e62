package normalize

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/koine-go/koine/funnel"
)

// sense is what the texts before and after a number can mean together.
type sense struct {
	power   int8
	mark    *mark           // nil for none
	column  funnel.Currency // that of the column, if it is known
	repairs Repairs
}

// currencies are those that an amount in this sense can be in.
func (s *sense) currencies(home funnel.Currency) []funnel.Currency {
	if !s.column.IsZero() {
		return []funnel.Currency{s.column}
	}
	if s.mark == nil {
		return nil
	}
	if cur, evidence := s.mark.settle(home); evidence != 0 {
		return []funnel.Currency{cur}
	}
	return s.mark.currencies
}

// piece is one way of taking a text beside a number apart: a mark, a word, or both.
type piece struct {
	word    []byte
	mark    *mark
	leading bool // the word stands before the mark
	glued   bool // no space between them
}

// side has all pieces of such a text.
type side struct {
	key    [maxMark]byte
	room   [4]piece
	pieces []piece
}

func (s *side) add(p piece) { s.pieces = append(s.pieces, p) }

// take takes the text apart in every way. A code or a name is what it is: the M of MXN is no million.
func (s *side) take(marks *marks, text span) *fault {
	s.pieces = s.room[:0]
	if len(text.text) == 0 {
		s.add(piece{})
		return nil
	}
	if len(text.text) > maxMark {
		return &fault{err: ErrSyntax, at: text.at}
	}
	key, ok := wordKey(s.key[:0], text.text)
	if !ok {
		return &fault{err: ErrSyntax, at: text.at}
	}
	if whole := marks.get(key); whole != nil {
		s.add(piece{mark: whole})
		if whole.evidence != Sign {
			return nil
		}
	} else if bytes.IndexByte(key, ' ') >= 0 {
		if two, _ := marks.find(text); two != nil { // or a word and a mark: "K MMK"
			s.add(piece{mark: two})
		}
	}
	s.add(piece{word: key})
	for i := 1; i < len(key); i++ {
		if utf8.RuneStart(key[i]) && key[i-1] != ' ' {
			s.cut(marks, key, i)
		}
	}
	return nil
}

// cut adds the pieces of a text that is a word and a mark, or a mark and a word, with one ending at i. A letter that is joined
// to another is no sign: KR has no rand.
func (s *side) cut(marks *marks, key []byte, i int) {
	first, second := key[:i], key[i:]
	glued := second[0] != ' '
	if !glued {
		second = second[1:]
	}
	joined := glued && isCased(utf8.DecodeLastRune(first)) && isCased(utf8.DecodeRune(second))
	if !joined || utf8.RuneCount(first) > 1 {
		if m := marks.get(first); m != nil {
			s.add(piece{word: second, mark: m})
		}
	}
	if !joined || utf8.RuneCount(second) > 1 {
		if m := marks.get(second); m != nil {
			s.add(piece{first, m, true, glued})
		}
	}
}

func isCased(r rune, _ int) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }

// senses adds all that the texts around the number can mean; none is a fault.
func (l *Locale) senses(found []sense, r *reading) ([]sense, *fault) {
	var before, after side
	marks, words := l.marks(), l.compacts()
	if f := before.take(marks, r.before); f != nil {
		return nil, f
	}
	if f := after.take(marks, r.after); f != nil {
		return nil, f
	}
	err := ErrSyntax
	for i := range before.pieces {
		for k := range after.pieces {
			p, q := &before.pieces[i], &after.pieces[k]
			m, agree := p.both(q)
			for _, s := range words.scales(p, q, r) {
				switch {
				case s == nil:
				case agree:
					found = s.into(found, m)
				default:
					err = ErrConflict
				}
			}
		}
	}
	if len(found) == 0 {
		at := r.wordAt()
		if len(r.before.text) > 0 && after.pieces[0].mark != nil && err == ErrSyntax {
			at = r.before.at // what follows the number is known
		}
		return nil, &fault{err: err, at: at}
	}
	slices.SortStableFunc(found, func(a, b sense) int { return int(a.power) - int(b.power) })
	return found, nil
}

// both is the mark that two pieces have together, nil for none; false if they disagree.
func (p *piece) both(q *piece) (*mark, bool) {
	switch {
	case p.mark == nil:
		return q.mark, true
	case q.mark == nil:
		return p.mark, true
	}
	m := p.mark.and(q.mark)
	return m, len(m.currencies) > 0
}

// into adds the senses of a word and a mark that are not there yet.
func (s *scale) into(found []sense, m *mark) []sense {
	for _, power := range s.powers {
		had := slices.ContainsFunc(found, func(o sense) bool {
			return o.power == power && (o.mark == nil) == (m == nil) && (m == nil || slices.Equal(o.mark.currencies, m.currencies))
		})
		if had {
			continue
		}
		made := sense{power: power, mark: m, repairs: s.repairs}
		if m != nil {
			made.repairs |= m.repairs
		}
		found = append(found, made)
	}
	return found
}

// scales are what the words of two pieces can stand for, nil where they are none. A word that belongs after the number may
// stand before it together with a mark, as in a heading: "US$m 5", "T€ 500".
func (c *compacts) scales(p, q *piece, r *reading) (found [3]*scale) {
	if len(p.word)+len(q.word) == 0 {
		found[0] = c.numeral(r)
		return found
	}
	found[0] = c.of(p.word, q.word)
	with := q
	if len(q.word) == 0 {
		with = p
		if p.mark != nil {
			found[1] = c.of(nil, p.word)
		}
	} else if len(p.word) > 0 {
		return found
	}
	if with.leading && (with.glued || found[0] == nil && found[1] == nil) {
		found[2] = c.before[string(with.word)]
	}
	found[0], found[1] = found[0].beside(&r.numeral), found[1].beside(&r.numeral)
	return found
}

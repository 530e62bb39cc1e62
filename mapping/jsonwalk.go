package mapping

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// record reads the members of a record, which is an object and nothing else.
func (j *jsonRows) record(l *level, text []byte) error {
	if kind := l.decoder.PeekKind(); kind != '{' {
		if _, err := l.decoder.ReadValue(); err != nil {
			return err
		}
		return because(ErrType, "want an object, not "+inWord(kind))
	}
	if err := j.object(l, l.root, text); err != nil {
		return err
	}
	if _, err := l.decoder.ReadToken(); err != io.EOF {
		return because(ErrJSON, "something follows the object")
	}
	return nil
}

// object reads the members that some path leads to, and passes over the others.
func (j *jsonRows) object(l *level, b *branch, text []byte) error {
	d := &l.decoder
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for members := 0; d.PeekKind() != '}'; members++ {
		if members == j.limits.Columns {
			return because(ErrTooLarge, j.columnLimit())
		}
		name, err := d.ReadValue()
		if err != nil {
			return err
		}
		next, err := j.member(l, b, name)
		if err != nil {
			return err
		}
		if err := j.value(l, next, text); err != nil {
			return err
		}
	}
	_, err := d.ReadToken()
	return err
}

// member returns the branch of the member with this quoted name, nil if no path leads to it.
func (j *jsonRows) member(l *level, b *branch, quoted jsontext.Value) (*branch, error) {
	name := []byte(quoted[1 : len(quoted)-1])
	if bytes.IndexByte(name, '\\') >= 0 {
		var err error
		if name, err = jsontext.AppendUnquote(nil, quoted); err != nil {
			return nil, err
		}
	}
	if next := b.members[string(name)]; next != nil || len(b.stages) == 0 {
		return next, nil
	}
	return j.newStage(l, b, name)
}

// value reads the value of a member; nil for one that no path leads to.
func (j *jsonRows) value(l *level, b *branch, text []byte) error {
	d := &l.decoder
	kind := d.PeekKind()
	if b == nil {
		return j.skip(d, kind)
	}
	b.seen = true
	switch {
	case kind == 'n':
		return d.SkipValue()
	case b.list:
		return j.list(l, kind, text)
	case kind == '[' && b.cell >= 0 && b.members == nil:
		return j.entries(l, b, text)
	case kind == '{' && b.members != nil && b.cell < 0:
		return j.object(l, b, text)
	case kind == '{', kind == '[', b.members != nil:
		return j.nested(l, b, kind, text)
	}
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	return j.keep(b, raw, kind)
}

// list notes where the records of the next level stand.
func (j *jsonRows) list(l *level, kind jsontext.Kind, text []byte) error {
	raw, err := l.decoder.ReadValue()
	if err != nil {
		return err
	}
	if kind != '[' {
		return because(ErrType, l.step+": want a list, not "+inWord(kind))
	}
	to := int(l.decoder.InputOffset())
	from := to - len(raw)
	l.rest = text[from+1 : to-1]
	l.restAt = l.from + int64(from) + 1
	l.restOn = l.line + bytes.Count(text[:from], []byte{'\n'})
	return nil
}

// keep makes a string, a number or a word the cell of the branch.
func (j *jsonRows) keep(b *branch, raw jsontext.Value, kind jsontext.Kind) error {
	c := span{from: int32(len(j.row.bytes))}
	if kind != '"' {
		c.kind = literalCell
		j.row.bytes = append(j.row.bytes, raw...)
	} else if err := j.appendText(b, raw); err != nil {
		return err
	}
	j.setCell(b, c)
	return nil
}

// appendText appends the text of a string to the row.
func (j *jsonRows) appendText(b *branch, quoted jsontext.Value) (err error) {
	text := []byte(quoted[1 : len(quoted)-1])
	if bytes.IndexByte(text, '\\') < 0 {
		j.row.bytes = append(j.row.bytes, text...)
		return nil
	}
	from := len(j.row.bytes)
	if j.row.bytes, err = jsontext.AppendUnquote(j.row.bytes, quoted); err != nil {
		return err
	}
	if bytes.IndexByte(j.row.bytes[from:], 0) >= 0 {
		j.row.column = b.cell
		return ErrNUL
	}
	return nil
}

// setCell ends the cell of the branch. Of one over its limit not all is held.
func (j *jsonRows) setCell(b *branch, c span) {
	if limit := int(c.from) + j.limits.CellBytes; len(j.row.bytes) > limit {
		j.row.bytes = j.row.bytes[:limit]
		c.long, j.row.long = true, true
	}
	c.to = int32(len(j.row.bytes))
	j.row.cells[b.cell] = c
}

// entryEnd ends an entry of a list: a byte that no text has.
const entryEnd = 0xff

// entries makes a list of strings, numbers and words the cell of the branch.
func (j *jsonRows) entries(l *level, b *branch, text []byte) error {
	d := &l.decoder
	c, begin := span{from: int32(len(j.row.bytes)), kind: listCell}, d.InputOffset()
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for d.PeekKind() != ']' {
		switch kind := d.PeekKind(); kind {
		case '{', '[':
			c.kind = nestedCell
			if err := j.skip(d, kind); err != nil {
				return err
			}
		default:
			raw, err := d.ReadValue()
			if err != nil {
				return err
			}
			if err := j.entry(b, raw, kind); err != nil {
				return err
			}
		}
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	if c.kind == nestedCell {
		j.nest(b, text[begin:d.InputOffset()])
		return nil
	}
	j.setCell(b, c)
	return nil
}

// entry appends one entry of a list; null is none.
func (j *jsonRows) entry(b *branch, raw jsontext.Value, kind jsontext.Kind) error {
	switch kind {
	case 'n':
		return nil
	case '"':
		if err := j.appendText(b, raw); err != nil {
			return err
		}
	default:
		j.row.bytes = append(j.row.bytes, raw...)
	}
	j.row.bytes = append(j.row.bytes, entryEnd)
	return nil
}

// nested reads a value that is not of the kind that its paths want: their cells say so.
func (j *jsonRows) nested(l *level, b *branch, kind jsontext.Kind, text []byte) error {
	begin := l.decoder.InputOffset()
	if kind == '{' && b.members != nil {
		if err := j.object(l, b, text); err != nil {
			return err
		}
		j.setNested(b, text[begin:l.decoder.InputOffset()])
		return nil
	}
	if err := j.skip(&l.decoder, kind); err != nil {
		return err
	}
	j.nest(b, text[begin:l.decoder.InputOffset()])
	return nil
}

// nest marks the cells of the branch and of all that is beneath it.
func (j *jsonRows) nest(b *branch, value []byte) {
	j.setNested(b, value)
	for _, next := range b.members {
		j.nest(next, value)
	}
}

// setNested marks the cell of the branch, if it has one. Enough of the value is held for a Finding.
func (j *jsonRows) setNested(b *branch, value []byte) {
	if b.cell < 0 {
		return
	}
	value = bytes.TrimLeft(value, " \t\r\n:")
	c := span{from: int32(len(j.row.bytes)), kind: nestedCell}
	j.row.bytes = append(j.row.bytes, value[:min(len(value), echo+1)]...)
	c.to = int32(len(j.row.bytes))
	j.row.cells[b.cell] = c
}

// skip passes over a value, checking that it is JSON.
func (j *jsonRows) skip(d *jsontext.Decoder, kind jsontext.Kind) error {
	if kind != '{' && kind != '[' {
		return d.SkipValue()
	}
	for depth := d.StackDepth(); ; {
		if _, err := d.ReadToken(); err != nil {
			return err
		}
		switch now := d.StackDepth(); {
		case now > j.limits.Depth:
			return because(ErrTooLarge, "more than "+strconv.Itoa(j.limits.Depth)+" brackets within each other (Depth)")
		case now == depth:
			return nil
		}
	}
}

// jsonFault returns an error of the decoder in the words of this package.
func jsonFault(err error) error {
	var s *jsontext.SyntacticError
	switch {
	case err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF):
		return because(ErrJSON, "it ends too early")
	case !errors.As(err, &s):
		return err
	case errors.Is(err, jsontext.ErrDuplicateName):
		return because(ErrTwice, "the member "+strconv.Quote(cut(s.JSONPointer.LastToken())))
	}
	return because(ErrJSON, s.Err.Error()+" at byte "+strconv.FormatInt(s.ByteOffset, 10))
}

// inWord says what a value is in a word.
func inWord(k jsontext.Kind) string {
	switch k {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a text"
	case '0':
		return "a number"
	case 'n':
		return "null"
	}
	return "true or false"
}

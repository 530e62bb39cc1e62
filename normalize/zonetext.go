package normalize

import (
	"bytes"
	"time"
)

// zone reads the whole rest of a text as an offset, the name of a zone, or an offset and then a name, which may stand in
// brackets (RFC 9557).
func (r *localReader) zone(rest []byte, m *match) bool {
	ok := r.offsetAndName(rest, m)
	r.valued = r.valued || rest[0] == '+' || rest[0] == '-' || ok && bytes.ContainsAny(rest, "0123456789")
	return ok
}

func (r *localReader) offsetAndName(rest []byte, m *match) bool {
	offset, n := writtenOffset(rest)
	if n == len(rest) {
		m.offset, m.hasOffset = int32(offset), true
		return true
	}
	if rest[0] != '[' { // "GMT Standard Time" begins with an offset and has none
		if m.zone = r.named(rest, m.i); m.zone != nil || n == 0 {
			return m.zone != nil
		}
	}
	i := skip(rest, n, &m.repairs, 0)
	if i == n && rest[i] != '[' {
		return false
	}
	from, to := unbracketed(rest, i)
	if m.zone = r.named(rest[from:to], m.i+from); m.zone == nil {
		return false
	}
	if n > 0 {
		m.offset, m.hasOffset = int32(offset), true
		r.valued, r.nameAt = true, m.i+from // whether they agree is not a matter of the shape
		if !saysOffset(rest, offset) {
			m.zone = nil
		}
	}
	return true
}

// saysOffset tells whether an offset before a name is that of the zone. By RFC 9557, Z and -00:00 give the time in UTC and do
// not say what the zone's is.
func saysOffset(b []byte, offset int) bool { return offset != 0 || b[0] != 'Z' && b[0] != '-' }

// unbracketed is where a name that begins at i, perhaps in brackets, begins and ends. "!" says that it must be heeded, which
// it is anyway.
func unbracketed(b []byte, i int) (from, to int) {
	if b[i] != '[' || b[len(b)-1] != ']' {
		return i, len(b)
	}
	if i++; b[i] == '!' {
		i++
	}
	return i, len(b) - 1
}

// named returns the zone of a name, nil if it has none; then the reason is kept.
func (r *localReader) named(name []byte, at int) *Zone {
	if isUTC(name) {
		return utc
	}
	if isAbbreviation(name) {
		r.blame(at, &fault{err: ErrAmbiguous, candidates: abbreviations[string(name)], hint: "zone abbreviations have several meanings"})
		return nil
	}
	if bytes.HasPrefix(name, []byte("(UTC")) || bytes.HasPrefix(name, []byte("(GMT")) {
		r.blame(at, &fault{err: ErrSyntax, hint: "a display name of Windows, which is not the name of a zone"})
		return nil
	}
	_, windows := WindowsZone(string(name), Region{})
	if !windows && !isZoneName(string(name)) {
		return nil
	}
	names := r.locale.options.zones
	switch {
	case names != nil:
		if string(name) != r.asked { // by another form of the day or the time
			r.asked, r.answer = string(name), names.resolve(string(name), r.locale.region)
		}
		if r.answer != nil {
			return r.answer
		}
		r.blame(at, &fault{err: ErrSyntax, hint: "no zone of that name is known"})
	case windows || bytes.IndexByte(name, '/') > 0:
		r.blame(at, &fault{err: ErrSyntax, hint: "the name of a zone needs ZoneNames"})
	}
	return nil
}

var utc = &Zone{}

func isUTC(name []byte) bool { return string(name) == "UTC" || string(name) == "GMT" }

// blame keeps the reason why a zone was not read, that of the one furthest in the text.
func (r *localReader) blame(at int, f *fault) {
	if r.unread == nil || at >= r.unread.at {
		f.at = at
		r.unread = f
	}
}

// plainZone reads the rest of a plain text, of which n bytes are an offset, as a zone that is remembered. It only says yes.
func (l *Locale) plainZone(t *local, rest []byte, n int) bool {
	if n > 0 && rest[n] != ' ' && rest[n] != '[' {
		return false
	}
	i := n
	if rest[i] == ' ' && i+1 < len(rest) {
		i++
	}
	from, to := unbracketed(rest, i)
	zone := l.options.zones.find(rest[from:to])
	if isUTC(rest[from:to]) {
		zone = utc
	}
	if zone == nil {
		return false
	}
	if t.hasOffset = n > 0; n == 0 || saysOffset(rest, t.offset) {
		t.zone = zone
	}
	return t.place() == nil
}

// place finds the offset of a local time in the zone that its text names, or compares it with the one that stands there too.
func (t *local) place() *fault {
	zone := t.zone
	if zone == nil {
		return nil
	}
	if !t.hasOffset {
		t.hasOffset = true
		var ok bool
		if t.offset, ok = zone.offset(t.seconds); ok {
			return nil
		}
		return t.in(zone.segments(t.seconds))
	}
	if has := zone.at(t.seconds - int64(t.offset)); has != t.offset {
		return &fault{err: ErrConflict, hint: zone.String() + " had " + offsetText(has) + " then"}
	}
	return nil
}

// at returns the offset at an instant.
func (z *Zone) at(instant int64) int {
	if z.location == nil {
		return 0
	}
	_, offset := time.Unix(instant, 0).In(z.location).Zone()
	return offset
}

// offsetText writes an offset as +01:00, with seconds if it has any.
func offsetText(seconds int) string {
	layout := "-07:00"
	if seconds%60 != 0 {
		layout = "-07:00:00"
	}
	return time.Unix(0, 0).In(time.FixedZone("", seconds)).Format(layout)
}

// writtenOffset reads an offset as texts write it, from the beginning of b: UTC or GMT, alone or before one; else as
// parseOffset does.
func writtenOffset(b []byte) (seconds, n int) {
	if !bytes.HasPrefix(b, []byte("UTC")) && !bytes.HasPrefix(b, []byte("GMT")) {
		return parseOffset(b)
	}
	rest := b[3:]
	if len(rest) < 2 || rest[0] != '+' && rest[0] != '-' {
		return 0, 3
	}
	if seconds, n = parseOffset(rest); n > 0 {
		return seconds, 3 + n
	}
	if rest[1]-'0' > 9 || len(rest) > 2 && rest[2]-'0' <= 9 {
		return 0, 3
	}
	padded := append([]byte{rest[0], '0'}, rest[1:min(len(rest), 5)]...) // GMT+1 and GMT+5:30 are CLDR's own
	if seconds, n = parseOffset(padded); n > 0 {
		return seconds, 3 + n - 1
	}
	return 0, 3
}

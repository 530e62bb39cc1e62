package kpi

import (
	"crypto/sha256"
	"encoding/binary"
)

// The binary form of a report, version 2: the four bytes "koi2"; the question it answers, as text (view, rates by hash, dimensions, metrics);
// the census; the versions of profiles in their order; the groups in the order of their keys, each with its key, whether it is held, what each
// population left out and the state of each metric; the SHA-256 of all that. Counts are unsigned varints; equal reports have equal bytes, on every
// architecture. A form of version 1, which knew no profiles, is refused: its question would not be the same.
const magic = "koi2"

const hashSize = sha256.Size

// MarshalBinary returns the binary form, by which partial results travel between processes and machines. Of a report that keeps its
// deals (KeepDeals) there is none: it is an ErrForm, rather than numbers whose deals got lost on the way.
func (r *Report) MarshalBinary() ([]byte, error) {
	if r.traces != nil {
		return nil, &Error{Subject: "report", Reason: "it keeps its deals, and a form has none", Err: ErrForm}
	}
	r.flush()
	b := appendText([]byte(magic), r.question())
	b = r.profiles.appendBinary(r.census.appendBinary(b))
	groups := r.sorted(r.holds)
	b = binary.AppendUvarint(b, uint64(len(groups)))
	for _, g := range groups {
		b = r.appendGroup(b, g)
	}
	hash := sha256.Sum256(b)
	return append(b, hash[:]...), nil
}

func (r *Report) appendGroup(b []byte, g int) []byte {
	for _, p := range r.grouping.key(g) {
		b = append(b, flag(p.Known))
		b = appendText(b, p.Name)
	}
	b = append(b, flag(r.held[g]))
	for i := range r.pools {
		b = r.pools[i].left.appendBinary(b, g)
	}
	for _, c := range r.columns {
		b = c.appendGroup(b, g)
	}
	return b
}

// MergeBinary adds a binary form to r, which must have been made for the same question: another one is an ErrMerge. A form that is cut
// short, altered or not in order is an ErrForm. Either way r is unchanged.
func (r *Report) MergeBinary(b []byte) error {
	if r.traces != nil {
		return &Error{Subject: "report", Reason: "it keeps its deals, and a form has none", Err: ErrMerge}
	}
	n := len(b) - hashSize
	if n < len(magic) || string(b[:len(magic)]) != magic {
		return &Error{Subject: "report", Reason: "does not begin with " + magic, Err: ErrForm}
	}
	if hash := sha256.Sum256(b[:n]); string(hash[:]) != string(b[n:]) {
		return &Error{Subject: "report", Reason: "cut short or altered", Offset: n, Err: ErrForm}
	}
	o, rest, err := r.decode(b[len(magic):n])
	if err == nil && len(rest) > 0 {
		err = ErrForm
	}
	if e, ok := err.(*Error); ok {
		return e
	}
	if err != nil {
		return &Error{Subject: "report", Reason: "malformed", Offset: n - len(rest), Err: ErrForm}
	}
	return r.Merge(o)
}

// decode reads a form into a new report with the question of r.
func (r *Report) decode(b []byte) (*Report, []byte, error) {
	question, b, err := decodeText(b)
	if err != nil {
		return nil, b, err
	}
	if err := differ(r.question(), question); err != nil {
		return nil, b, err
	}
	o := r.empty()
	if b, err = o.census.decodeBinary(b); err != nil {
		return nil, b, ErrForm
	}
	if b, err = o.profiles.decodeBinary(b); err != nil {
		return nil, b, ErrForm
	}
	groups, b, err := decodeCount(b)
	if err != nil || groups > int64(len(b)) { // every group takes at least one byte
		return nil, b, ErrForm
	}
	var last Key
	for i := range groups {
		k, rest, err := o.decodeGroup(b)
		if err != nil || i > 0 && k.Compare(last) <= 0 {
			return nil, b, ErrForm
		}
		last, b = k, rest
	}
	return o, b, nil
}

// decodeGroup returns the key of the group at the beginning of b, and the bytes after it.
func (r *Report) decodeGroup(b []byte) (Key, []byte, error) {
	k := make(Key, len(r.grouping.dimensions))
	for i := range k {
		if len(b) == 0 || b[0] > 1 {
			return nil, b, ErrForm
		}
		k[i].Known = b[0] == 1
		var err error
		if k[i].Name, b, err = decodeText(b[1:]); err != nil || k[i].Known == (k[i].Name == "") {
			return nil, b, ErrForm
		}
	}
	g := r.grouping.place(k)
	r.grow()
	if len(b) == 0 || b[0] > 1 || r.grouping.key(g).Compare(k) != 0 {
		return nil, b, ErrForm
	}
	r.held[g] = b[0] == 1
	b, err := r.decodeStates(b[1:], g)
	if err == nil && !r.holds(g) { // a group without anything is not in a form
		err = ErrForm
	}
	return k, b, err
}

func (r *Report) decodeStates(b []byte, g int) ([]byte, error) {
	var err error
	for i := range r.pools {
		if b, err = r.pools[i].left.decodeBinary(b, g); err != nil {
			return b, err
		}
	}
	for _, c := range r.columns {
		if b, err = c.decodeGroup(b, g); err != nil {
			return b, err
		}
	}
	return b, nil
}

func flag(on bool) byte {
	if on {
		return 1
	}
	return 0
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func decodeText(b []byte) (string, []byte, error) {
	n, rest, err := decodeCount(b)
	if err != nil || n > int64(len(rest)) {
		return "", b, ErrForm
	}
	return string(rest[:n]), rest[n:], nil
}

// maxCount is more than there will ever be of anything, and so few that sums of counts do not wrap.
const maxCount = 1 << 48

// decodeCount reads a count that is not negative, in its one shortest form.
func decodeCount(b []byte) (int64, []byte, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > maxCount || size > 1 && b[size-1] == 0 {
		return 0, b, ErrForm
	}
	return int64(n), b[size:], nil
}

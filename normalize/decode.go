package normalize

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"
)

// Decode turns a text of an encoding into UTF-8, without its byte order mark. Bytes that are not of the encoding are an
// *Error with their offset in b, and so is a byte order mark of another encoding; then there is no text.
func Decode(b []byte, enc Encoding) ([]byte, error) {
	out, err := io.ReadAll(NewDecoder(bytes.NewReader(b), enc, nil))
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Fault is a run of bytes that is not of the declared encoding. The zero value is no fault.
type Fault struct {
	Offset int64   // of its first byte in the original stream
	Output int64   // of the U+FFFD that stands for it in the decoded stream
	Bytes  [4]byte // the run, Len bytes of it
	Len    int
}

// Decoder decodes a stream to UTF-8 as it is read. It is for one goroutine and holds a bounded piece of the stream. The
// zero value is no decoder; get one from NewDecoder.
type Decoder struct {
	source   io.Reader
	name     string
	decoding decoding
	report   func(Fault)
	in       []byte // read and not yet decoded
	room     []byte // the buffer that in lies in
	out      []byte // decoded and not yet handed out
	spare    []byte
	offset   int64 // of in in the original stream
	written  int64 // length of all that was decoded
	begun    bool
	ended    bool // the source has no more
	err      error
}

const (
	pieceSize = 32 << 10 // how much of a stream is decoded at a time
	maxIdle   = 100      // how often a source may say that it has nothing yet
)

// NewDecoder reads r as text of enc; the byte order mark is dropped. With report, each run of bytes that is not of enc is
// reported and stands as U+FFFD in the output, so that whoever splits the text into rows can refuse the one that holds it:
// a U+FFFD that the text has by itself is not reported. Without report, the first such run is an *Error and the end.
func NewDecoder(r io.Reader, enc Encoding, report func(Fault)) *Decoder {
	d := &Decoder{source: r, name: enc.name, report: report, room: make([]byte, pieceSize)}
	if decoder, ok := decoders[enc.name]; ok {
		d.decoding = decoder()
	} else {
		d.err = &Error{Kind: "an encoding", Err: ErrEncoding}
	}
	return d
}

// Read implements io.Reader. Its errors are those of the source and *Error.
func (d *Decoder) Read(p []byte) (int, error) {
	for len(d.out) == 0 && len(p) > 0 {
		if d.err != nil {
			return 0, d.err
		}
		if d.fill(); d.err != nil {
			continue
		}
		d.out = d.spare[:0]
		d.decode()
		d.spare = d.out
	}
	n := copy(p, d.out)
	d.out = d.out[n:]
	return n, nil
}

// fill reads the next piece behind what is left of the last one.
func (d *Decoder) fill() {
	n := copy(d.room, d.in)
	d.in = d.room[:n]
	for idle := 0; !d.ended && (len(d.in) == n || !d.begun && len(d.in) < longestMark); {
		m, err := d.source.Read(d.room[len(d.in):])
		d.in = d.room[:len(d.in)+m]
		if idle++; m > 0 {
			idle = 0
		}
		switch {
		case err == io.EOF:
			d.ended = true
		case err != nil:
			d.err = err
			return
		case idle == maxIdle:
			d.err = io.ErrNoProgress
			return
		}
	}
	if !d.begun {
		d.begun = true
		d.mark()
	}
	if d.ended && len(d.in) == 0 && d.err == nil {
		d.err = io.EOF
	}
}

// byteOrderMarks are written before text to name its encoding; the longer ones come first.
var byteOrderMarks = []struct{ bytes, name string }{
	{"\x84\x31\x95\x33", "GB18030"},
	{"\xef\xbb\xbf", utf8Name},
	{"\xff\xfe", utf16LE},
	{"\xfe\xff", utf16BE},
}

const longestMark = 4

// mark drops a byte order mark, or refuses one of another encoding.
func (d *Decoder) mark() {
	for _, m := range byteOrderMarks {
		if !strings.HasPrefix(string(d.in[:min(len(d.in), longestMark)]), m.bytes) {
			continue
		}
		if d.name == utf16 && (m.name == utf16LE || m.name == utf16BE) {
			d.name, d.decoding = m.name, decoders[m.name]()
		}
		if d.name != m.name {
			d.err = &Error{Input: m.bytes, Kind: d.name, Err: ErrEncoding, Hint: "a byte order mark of " + m.name}
			return
		}
		d.in = d.in[len(m.bytes):]
		d.offset += int64(len(m.bytes))
		return
	}
	if d.name == utf16 && len(d.in) > 0 {
		d.err = &Error{Input: string(d.in[:min(len(d.in), longestMark)]), Kind: utf16, Err: ErrEncoding, Hint: "no byte order mark: declare UTF-16LE or UTF-16BE"}
	}
}

// decode turns as much of in into out as it can.
func (d *Decoder) decode() {
	for len(d.in) > 0 && d.err == nil {
		before := len(d.out)
		out, n, bad := d.decoding.run(d.out, d.in, d.ended)
		d.out = out
		d.written += int64(len(out) - before)
		d.offset += int64(n)
		d.in = d.in[n:]
		if bad > 0 {
			d.fault(bad)
		} else if n == 0 {
			return
		}
	}
}

// fault replaces the first n bytes of in by U+FFFD, or ends the stream.
func (d *Decoder) fault(n int) {
	if d.report == nil {
		d.err = &Error{Input: string(d.in[:n]), Offset: int(d.offset), Kind: d.name, Err: ErrEncoding}
		return
	}
	f := Fault{Offset: d.offset, Output: d.written, Len: n}
	copy(f.Bytes[:], d.in[:n])
	d.report(f)
	d.out = utf8.AppendRune(d.out, utf8.RuneError)
	d.written += int64(utf8.RuneLen(utf8.RuneError))
	d.offset += int64(n)
	d.in = d.in[n:]
}

package normalize

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// decoding turns bytes into text. run decodes from the beginning of b as far as the bytes are well formed, appends the
// text to dst and returns how many bytes that were; the next bad bytes, if any, are no character. When b ends within a
// character and more may come, run leaves that character: only the last piece of a stream may not end so.
type decoding interface {
	run(dst, b []byte, last bool) (out []byte, n, bad int)
}

type utf8Decoding struct{}

func (utf8Decoding) run(dst, b []byte, last bool) ([]byte, int, int) {
	n, bad := len(b), 0
	if !utf8.Valid(b) {
		n, bad = validPrefix(b, last)
	}
	return append(dst, b[:n]...), n, bad
}

func validPrefix(b []byte, last bool) (n, bad int) {
	for n < len(b) {
		r, size := utf8.DecodeRune(b[n:])
		if r == utf8.RuneError && size == 1 {
			if !last && !utf8.FullRune(b[n:]) {
				return n, 0
			}
			return n, 1
		}
		n += size
	}
	return n, 0
}

// asciiDecoding reads the 128 characters of US-ASCII.
type asciiDecoding struct{}

func (asciiDecoding) run(dst, b []byte, _ bool) ([]byte, int, int) {
	n, bad := 0, 0
	for n < len(b) && bad == 0 {
		if b[n] >= utf8.RuneSelf {
			bad = 1
			break
		}
		n++
	}
	return append(dst, b[:n]...), n, bad
}

// byteDecoding reads encodings of one byte a character, ASCII and the table; 0 is a byte that has no character.
type byteDecoding [128]rune

func (d *byteDecoding) run(dst, b []byte, _ bool) ([]byte, int, int) {
	for i, c := range b {
		if c < utf8.RuneSelf {
			dst = append(dst, c)
			continue
		}
		r := d[c-utf8.RuneSelf]
		if r == 0 {
			return dst, i, 1
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst, len(b), 0
}

// utf16Decoding reads units of two bytes; a high surrogate needs a low one after it, a low one a high one before.
type utf16Decoding struct{ big bool }

func (d utf16Decoding) run(dst, b []byte, last bool) ([]byte, int, int) {
	i := 0
	for ; i+1 < len(b); i += 2 {
		u := d.unit(b[i:])
		if u < 0xd800 || u > 0xdfff {
			dst = utf8.AppendRune(dst, u)
			continue
		}
		if u >= 0xdc00 {
			return dst, i, 2
		}
		if i+3 >= len(b) {
			if last {
				return dst, i, 2
			}
			return dst, i, 0
		}
		low := d.unit(b[i+2:])
		if low < 0xdc00 || low > 0xdfff {
			return dst, i, 2
		}
		dst = utf8.AppendRune(dst, (u-0xd800)<<10|(low-0xdc00)+0x10000)
		i += 2
	}
	if last && i < len(b) {
		return dst, i, 1
	}
	return dst, i, 0
}

func (d utf16Decoding) unit(b []byte) rune {
	if d.big {
		return rune(b[0])<<8 | rune(b[1])
	}
	return rune(b[1])<<8 | rune(b[0])
}

// multibyteDecoding asks x/text, whose decoders say U+FFFD for bad bytes and no more. It lets them decode a run at
// once, and one character at a time where they said so and for a while after, since faults come together.
type multibyteDecoding struct {
	decoder *encoding.Decoder
	careful int // bytes yet to be decoded one character at a time
}

const (
	runBytes         = 4096
	carefulAfter     = 1024
	longestCharacter = 4 // in GB18030
)

// replacementGB18030 is U+FFFD in GB18030, the only one of these encodings that can write it.
const replacementGB18030 = "\x84\x31\xa4\x37"

func (d *multibyteDecoding) run(dst, b []byte, last bool) ([]byte, int, int) {
	total := 0
	for total < len(b) {
		rest := b[total:]
		if d.careful <= 0 {
			out, n, ok := d.whole(dst, rest[:min(len(rest), runBytes)])
			if ok && n > 0 {
				dst, total = out, total+n
				continue
			}
			d.careful = carefulAfter
		}
		out, n, bad := d.character(dst, rest, last)
		d.careful -= n + bad
		if bad > 0 {
			d.careful = carefulAfter
			return dst, total, bad
		}
		if n == 0 {
			break
		}
		dst, total = out, total+n
	}
	return dst, total, 0
}

// whole decodes a run; ok is false if x/text found a fault in it, or something that looks like one.
func (d *multibyteDecoding) whole(dst, b []byte) (out []byte, n int, ok bool) {
	d.decoder.Reset()
	out = append(dst, make([]byte, 3*len(b))...)
	written, n, _ := d.decoder.Transform(out[len(dst):], b, false)
	out = out[:len(dst)+written]
	return out, n, !bytes.Contains(out[len(dst):], []byte("\uFFFD"))
}

// character decodes the first character of b.
func (d *multibyteDecoding) character(dst, b []byte, last bool) (out []byte, n, bad int) {
	var text [4 * utf8.UTFMax]byte
	for size := 1; size <= min(len(b), longestCharacter); size++ {
		d.decoder.Reset()
		written, read, _ := d.decoder.Transform(text[:], b[:size], false)
		if read == 0 {
			continue
		}
		if bytes.HasPrefix(text[:written], []byte("\uFFFD")) && string(b[:read]) != replacementGB18030 {
			if written > len("\uFFFD") { // x/text went on after the bad byte: what follows, perhaps a delimiter, is not part of it
				read = 1
			}
			return dst, 0, read
		}
		return append(dst, text[:written]...), read, 0
	}
	if len(b) < longestCharacter && !last {
		return dst, 0, 0
	}
	return dst, 0, 1
}

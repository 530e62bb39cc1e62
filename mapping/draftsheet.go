package mapping

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/koine-go/koine/internal/salesterms"
	"github.com/koine-go/koine/normalize"
)

// draftSheet is one file of a sample, split into columns.
type draftSheet struct {
	place          place
	encoding       normalize.Encoding
	delimiter      byte
	columns        []*draftColumn
	outcome        *draftColumn // whose words say how a deal stands; nil for none
	rows           int
	refused        int // rows that cannot be read
	encodingFound  Proposal
	delimiterFound Proposal
}

// draftEncodings are those that exports come in, the likelier before those that give the same text.
var draftEncodings = [...]string{"windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
	"windows-1257", "windows-1258", "windows-874", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "koi8-r", "koi8-u", "iso-8859-2", "iso-8859-15"}

// readDraft finds out how the file is encoded and split, and reads it.
func readDraft(file place, sample []byte, o DraftOptions) (*draftSheet, error) {
	whole := len(sample) <= o.Bytes
	if !whole {
		sample = sample[:o.Bytes]
		sample = sample[:bytes.LastIndexByte(sample, '\n')+1]
	}
	s := &draftSheet{place: file}
	s.findEncoding(sample, whole)
	if err := s.findDelimiter(sample); err != nil {
		return nil, err
	}
	return s, s.read(sample, o.Rows)
}

// encodingBytes is how much of a sample is decoded by every encoding.
const encodingBytes = 64 << 10

func (s *draftSheet) findEncoding(sample []byte, whole bool) {
	head := sample[:min(len(sample), encodingBytes)]
	p := &s.encodingFound
	*p = Proposal{What: "encoding", File: s.place.String(), Proposed: "utf-8", Sure: true}
	lines := bytes.Count(head, []byte("\n")) + 1
	plain, faults := decodes(head, "utf-8")
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")):
		p.Proposed, p.Evidence = "utf-16", []string{"the byte order mark at the beginning"}
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		p.Evidence = []string{"the mark of UTF-8 at the beginning"}
	case ascii(sample):
		p.Evidence = []string{"only ASCII characters, which every encoding writes alike"}
		if p.Sure = whole; !whole {
			p.Evidence = append(p.Evidence, "but the sample was cut, and what follows may not be")
			p.Candidates = []string{"utf-8", "windows-1252"}
		}
	case faults <= lines/50 && !ascii([]byte(strings.ToValidUTF8(string(plain), ""))):
		p.Evidence = []string{"its letters beyond ASCII are valid UTF-8, which other encodings are not by chance"}
	default:
		s.findOldEncoding(head, lines)
	}
	if enc, err := normalize.EncodingByName(p.Proposed); err == nil {
		s.encoding = enc
	}
}

// findOldEncoding decodes by each encoding and looks for words that an export has.
func (s *draftSheet) findOldEncoding(head []byte, lines int) {
	p := &s.encodingFound
	best, second, alike := 0, 0, ""
	p.Proposed, p.Sure = draftEncodings[0], false
	for _, name := range draftEncodings {
		text, faults := decodes(head, name)
		if faults > lines/50 {
			continue
		}
		n := knownWords(string(text))
		if p.Candidates = append(p.Candidates, name); n > best {
			p.Candidates = []string{name}
		}
		switch {
		case n > best:
			second, best, alike = best, n, string(text)
			p.Proposed = name
		case n > second && string(text) != alike:
			second = n
		}
	}
	p.Sure = best >= 3 && best >= second+2
	if p.Evidence = []string{"not UTF-8"}; best > 0 {
		p.Evidence = append(p.Evidence, fmt.Sprintf("read as %s, %d cells beyond ASCII are words of sales; by any other text at most %d", p.Proposed, best, second))
	}
	if p.Sure {
		p.Candidates = nil
	}
}

// knownWords counts the different cells beyond ASCII that are known words.
func knownWords(text string) int {
	seen := map[string]bool{}
	for cell := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;\t|\r\n\"", r) }) {
		if len(cell) < echo && !ascii([]byte(cell)) && !seen[cell] {
			seen[cell] = len(salesterms.Find(cell)) > 0
		}
	}
	n := 0
	for _, known := range seen {
		if known {
			n++
		}
	}
	return n
}

func decodes(b []byte, name string) (text []byte, faults int) {
	enc, err := normalize.EncodingByName(name)
	if err != nil {
		return nil, len(b)
	}
	var out bytes.Buffer
	_, err = out.ReadFrom(normalize.NewDecoder(bytes.NewReader(b), enc, func(normalize.Fault) { faults++ }))
	if err != nil {
		return nil, len(b)
	}
	return out.Bytes(), faults
}

func ascii(b []byte) bool {
	return !slices.ContainsFunc(b, func(c byte) bool { return c >= utf8.RuneSelf })
}

// delimiterNames are the delimiters that exports have.
var delimiterNames = map[byte]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "bar"}

// delimiterRows is how many rows are split at each delimiter.
const delimiterRows = 500

func (s *draftSheet) findDelimiter(sample []byte) error {
	p := &s.delimiterFound
	*p = Proposal{What: "delimiter", File: s.place.String()}
	var fault error
	for _, c := range [...]byte{',', ';', '\t', '|'} {
		good, bad, columns, err := s.splitBy(sample, c)
		if err != nil {
			fault = err
		}
		if columns < 2 || good*20 < (good+bad)*19 {
			continue
		}
		p.Candidates = append(p.Candidates, string(c))
		p.Evidence = append(p.Evidence, fmt.Sprintf("split at each %s, %d of %d rows have the %d cells of the header", delimiterNames[c], good, good+bad, columns))
		s.delimiter = c
	}
	switch len(p.Candidates) {
	case 0:
		if fault != nil {
			return fault
		}
		return &Error{File: s.place.String(), Line: 1, Reason: "no delimiter makes columns of it: neither comma nor semicolon, tab, bar", Err: ErrDelimiter}
	case 1:
		p.Sure, p.Candidates = true, nil
	}
	p.Proposed = string(s.delimiter)
	return nil
}

func (s *draftSheet) splitBy(sample []byte, c byte) (good, bad, columns int, err error) {
	sheet, err := openSheet(s.place.String(), bytes.NewReader(sample), &Table{Encoding: s.encoding, Delimiter: c}, Limits{})
	if err != nil {
		return 0, 0, 0, err
	}
	for good+bad < delimiterRows && sheet.next() {
		if sheet.row.fault == nil {
			good++
		} else {
			bad++
		}
	}
	return good, bad, len(sheet.header), nil
}

func (s *draftSheet) read(sample []byte, rows int) error {
	sheet, err := openSheet(s.place.String(), bytes.NewReader(sample), &Table{Encoding: s.encoding, Delimiter: s.delimiter}, Limits{})
	if err != nil {
		return err
	}
	for i, name := range sheet.header {
		c := &draftColumn{sheet: s, name: name, twice: slices.Index(sheet.header, name) != i || slices.Contains(sheet.header[i+1:], name)}
		c.found = Proposal{What: "column", File: s.place.String(), Column: name, column: c}
		s.columns = append(s.columns, c)
	}
	for s.rows < rows && sheet.nextWhole() {
		if sheet.row.fault != nil {
			s.refused++
			continue
		}
		s.rows++
		for i, c := range s.columns {
			c.cells = append(c.cells, strings.TrimSpace(string(sheet.row.cell(i))))
		}
	}
	for _, c := range s.columns {
		c.count()
	}
	return nil
}

// counted says how many of a thing there are.
func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}

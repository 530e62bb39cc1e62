package mapping

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// cutInto returns the records of a text with their lines, and the error at the end.
func cutInto(text string, step []string, block int, l Limits) (all []string) {
	f := &frames{cursor: &cursor{limits: l.orDefault(), line: 1}, r: strings.NewReader(text), block: block, step: step}
	for {
		f.row = row{}
		record, ok := f.next()
		if !ok {
			break
		}
		if f.row.fault != nil {
			record = []byte("!" + f.row.fault.Error())
		}
		all = append(all, fmt.Sprintf("%d@%d+%d: %s", f.row.line, f.row.at, f.row.size, record))
	}
	if f.err != nil {
		all = append(all, fmt.Sprintf("%d: %v", f.line, f.err))
	}
	return all
}

var framed = []struct {
	text string
	step []string
	want string
}{
	{"{\"a\":1}\n\n {\"b\":2}\r\n", nil, `1@0+8: {"a":1}|3@9+10:  {"b":2}`},
	{`[{"a":"]\\\""},[1,[2]],"x,]",7 , null]`, nil, `1@1+13: {"a":"]\\\""}|1@15+7: [1,[2]]|1@23+5: "x,]"|1@29+1: 7|1@33+4: null`},
	{"[\n1,\n{\"x\":\n2}\n,\"\\\\\"]\n", nil, "2@2+1: 1|3@5+8: {\"x\":\n2}|5@15+4: \"\\\\\""},
	{"[]", nil, ""},
	{"[1]2", nil, "1@1+1: 1|1: not JSON: something follows the document"},
	{"{\"p\":{\"q\":[0],\"r\":\n[1,2],\"q\":3},\"r\":[4]}\n{\"p\":{}}{\"p\":{\"r\":[5]}}", []string{"p", "r"}, "2@20+1: 1|2@22+1: 2|3@60+1: 5"},
	{"{\n\"r\":[1]\n}\n{\"r\":null}\n{\"\\u0072\":[2]}", []string{"r"}, "2@7+1: 1|5@34+1: 2"},
	{"{\n\"r\":[1],}", []string{"r"}, "2@7+1: 1|2: not JSON: want the name of a member"},
	{"{\n\"r\":[1", []string{"r"}, "2@7+1: 1|2: not JSON: the file ends within the document"},
	{"[1,2}", nil, "1@1+1: 1|1@3+1: 2|1: not JSON: want a comma or the end of the list"},
	{"[1,]", nil, "1@1+1: 1|1: not JSON: brackets that do not match"},
}

// What is cut does not depend on how much is read at a time.
func TestFrames(t *testing.T) {
	for _, test := range framed {
		for _, block := range []int{1, 2, 3, 7, 64 << 10} {
			if got := strings.Join(cutInto(test.text, test.step, block, Limits{}), "|"); got != test.want {
				t.Errorf("%q by %d:\ngot  %s\nwant %s", test.text, block, got, test.want)
			}
		}
	}
}

// An array is cut into the elements that encoding/json finds; and small pieces and small limits cut as large ones do.
func FuzzFrames(f *testing.F) {
	for _, test := range framed {
		f.Add(test.text, strings.Join(test.step, "."))
	}
	f.Fuzz(func(t *testing.T, text, path string) {
		var step []string
		if path != "" {
			step = strings.Split(path, ".")
		}
		for _, l := range []Limits{{}, {RowBytes: 5, Depth: 2}} {
			whole, pieces := cutInto(text, step, 64<<10, l), cutInto(text, step, 1, l)
			if !slices.Equal(whole, pieces) {
				t.Fatalf("%q: %q in one piece, %q in many", text, whole, pieces)
			}
		}
		var elements []json.RawMessage
		if strings.HasPrefix(text, "[") && json.Unmarshal([]byte(text), &elements) == nil {
			got := cutInto(text, step, 64<<10, Limits{})
			if len(got) != len(elements) {
				t.Fatalf("%q: %d elements, not %d: %q", text, len(got), len(elements), got)
			}
			for i, e := range elements {
				if _, record, _ := strings.Cut(got[i], ": "); strings.TrimSpace(record) != string(e) {
					t.Fatalf("%q: element %d is %q, not %q", text, i, record, e)
				}
			}
		}
	})
}

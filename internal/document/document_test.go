package document

import (
	"errors"
	"runtime"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	n, fault := Read(strings.NewReader("a = 1\n[b]\nc.d = [\"x\",\n  2026-03-05]\n[[e]]\n[[e]]\nf = { g = true }\n"))
	if fault != nil {
		t.Fatal(fault)
	}
	list := n.Child("b").Child("c").Child("d")
	if n.Child("a").Kind != Integer || list.Kind != List || list.Items[1].Kind != Date || list.Items[1].Line != 4 {
		t.Errorf("got %+v", list.Items[1])
	}
	if e := n.Child("e"); len(e.Items) != 2 || e.Items[1].Line != 6 || e.Items[1].Child("f").Child("g").Text != "true" || n.Child("h") != nil {
		t.Errorf("got %+v", e)
	}
}

// Each of these is refused where it stands, before memory grows out of proportion to it.
func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		line int
		want error
	}{
		"not TOML":        {"a = 1\nb = \n", 2, ErrSyntax},
		"a key twice":     {"a = 1\na = 2\n", 2, ErrSyntax},
		"a long text":     {strings.Repeat("# a comment line\n", 1<<18), 0, ErrTooLarge},
		"a long line":     {"a = 1\nb = \"" + strings.Repeat("x", 1<<18) + "\"\n", 2, ErrTooLarge},
		"a key of dots":   {"a = 1\n" + strings.Repeat("a.", 100_000) + "b = 1\n", 2, ErrTooLarge},
		"tables of dots":  {"[" + strings.Repeat("a.", 100_000) + "b]\n", 1, ErrTooLarge},
		"too many values": {strings.Repeat("a = ["+strings.Repeat("1,", 1000)+"]\n", 1000), 262, ErrTooLarge},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, fault := Read(strings.NewReader(c.text))
		runtime.ReadMemStats(&after)
		if fault == nil || !errors.Is(fault.Err, c.want) || fault.Line != c.line {
			t.Errorf("%s: %+v", name, fault)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 32<<20 {
			t.Errorf("%s: %d bytes", name, grown)
		}
	}
}

package lexicon

import (
	"bytes"
	"compress/gzip"
	"testing"
)

func pack(t *testing.T, texts ...string) Pack {
	t.Helper()
	var p Pack
	var b bytes.Buffer
	for i := 0; i < len(texts); i += 2 {
		w := gzip.NewWriter(&b)
		if _, err := w.Write([]byte(texts[i+1])); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		p.Index = append(p.Index, Member{texts[i], uint32(b.Len())})
	}
	text := b.String()
	p.Bytes = &text
	return p
}

func TestText(t *testing.T) {
	p := pack(t, "de", "Januar", "fr", "", "sw", "Januari")
	for tag, want := range map[string]string{"de": "Januar", "fr": "", "sw": "Januari"} {
		if got, ok := p.Text(tag); !ok || got != want {
			t.Errorf("%s: got %q, %v", tag, got, ok)
		}
	}
	for _, tag := range []string{"", "d", "da", "zz"} {
		if got, ok := p.Text(tag); ok {
			t.Errorf("%s: got %q", tag, got)
		}
	}
	if _, ok := (&Pack{}).Text("de"); ok {
		t.Error("the zero Pack has a text")
	}
}

// A member must not run on into the next one, nor come out half.
func TestTextIsOneMember(t *testing.T) {
	p := pack(t, "de", "Januar", "fr", "janvier")
	p.Index[0].End--
	for _, tag := range []string{"de", "fr"} {
		if got, ok := p.Text(tag); ok {
			t.Errorf("%s: got %q from a damaged pack", tag, got)
		}
	}
}

package mapping

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2"

	"github.com/koine-go/koine/funnel"
)

// FuzzDraft: whatever the bytes, a draft ends, is sure of nothing that is not there, and writes TOML of which nothing is a fault but that questions are
// open and that what they ask for is missing; its rules never contradict each other.
func FuzzDraft(f *testing.F) {
	for _, name := range []string{"french", "pipedrive", "hostile", "letters"} {
		text, err := os.ReadFile(filepath.Join("testdata/drafts", name+".txt"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(strings.ReplaceAll(string(text), " | ", ";")), []byte(nil))
	}
	f.Add([]byte("Deal ID,Stage,Status\n1,Lead,Open\n2,Won,Won\n"), []byte("Deal ID,Stage,Changed On\n1,Lead,2025-01-01\n"))
	f.Add([]byte("Deal \"ID\";Stage\x01;a]\n1;\"\"\"\";\\\n"), []byte("\xff\xfea\x00,\x00b\x00\n\x00"))
	f.Fuzz(func(t *testing.T, deals, history []byte) {
		d, err := Draft(Sample{deals, history}, DraftOptions{Rows: 200, Bytes: 1 << 16})
		if err != nil {
			return
		}
		for _, p := range d.Proposals {
			if p.What == "column" && p.Sure && p.Column == "" || len(p.Evidence) == 0 {
				t.Errorf("%+v", p)
			}
		}
		var text bytes.Buffer
		if err := d.WriteTOML(&text); err != nil {
			t.Fatal(err)
		}
		var any map[string]any
		if err := toml.Unmarshal(text.Bytes(), &any); err != nil {
			t.Fatalf("%v\n%s", err, text.Bytes())
		}
		_, err = ReadProfile("draft.toml", &text, time.LoadLocation)
		faults, _ := err.(interface{ Unwrap() []error })
		if faults == nil {
			t.Fatalf("a draft without a name is a profile: %v", err)
		}
		for _, fault := range faults.Unwrap() {
			if !isError(fault, ErrOpenQuestion) && !isError(fault, ErrMissing) {
				t.Errorf("%v", fault)
			}
		}
	})
}

// Without its questions a draft compiles, as far as it has what a profile must have: what is sure does not contradict itself.
func TestSureRulesCompile(t *testing.T) {
	files, err := filepath.Glob("testdata/drafts/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Draft(Sample{Deals: readExport(t, string(text)).csv(t, 90)}, DraftOptions{Name: "x"})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := d.WriteTOML(&out); err != nil {
			t.Fatal(err)
		}
		head := map[string]string{"locale": append(find(t, d, "locale", "").Candidates, "en-IE")[0], "zone": "UTC"}
		plain := answered(out.String(), func(about string, lines []string) (out []string) {
			if about == "deals: id" {
				return []string{lines[0], "column = \"any\""}
			}
			for _, l := range lines {
				if key, _, _ := strings.Cut(l, " = "); about == "" && head[key] != "" {
					out = append(out, key+" = "+tomlText(head[key]))
				}
			}
			return out
		})
		p, err := ReadProfile(file, strings.NewReader(plain), time.LoadLocation)
		if err != nil {
			t.Errorf("%v\n%s", err, plain)
			continue
		}
		if _, err := Compile(p, funnel.V1()); err != nil {
			t.Errorf("%v", err)
		}
	}
}

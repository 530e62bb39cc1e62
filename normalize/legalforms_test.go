package normalize

import (
	"strings"
	"testing"
)

// Whatever shares a spelling shares the code, or the code would depend on the order of the lines.
func TestLegalFormCodes(t *testing.T) {
	var lines int
	codes := map[string]string{}
	regions := map[string]bool{}
	for line := range strings.Lines(legalFormTable) {
		if line == "\n" {
			continue
		}
		lines++
		f := compileForms(line)
		if len(f.after.forms)+len(f.before.forms)+len(f.around.forms) == 0 {
			t.Errorf("%q is no line of the table", line)
		}
		for _, side := range [...]formSide{f.after, f.around} {
			for _, s := range side.forms {
				if s.code == "" {
					continue
				}
				if other := codes[s.key]; other != "" && other != s.code {
					t.Errorf("%q of %s is also that of %s", s.spellings, s.code, other)
				}
				codes[s.key] = s.code
				for i := 0; i < len(s.among); i += 2 {
					regions[s.among[i:i+2]] = true
				}
			}
		}
	}
	t.Logf("%d legal forms, %d spellings, %d jurisdictions", lines, len(codes), len(regions))
	if lines < 600 || len(regions) < 100 {
		t.Errorf("%d legal forms of %d jurisdictions", lines, len(regions))
	}
}

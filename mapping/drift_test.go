package mapping

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// A value is new, gone or changed by its text; what it came to is what counts, not by which line of the profile.
func TestDrift(t *testing.T) {
	cover := func(profile, deals string) Coverage {
		r := read(compile(t, profile), Files{Deals: strings.NewReader("id,made,amount,money,stage,status,reason\n" + deals)}, Options{})
		if r.err != nil {
			t.Fatal(r.err)
		}
		return r.coverage
	}
	last := cover(crm, "1,,100,USD,Quote,O,\n2,,50,USD,Demo,O,\n3,,50,EUR,Old,O,\n4,,,,Fit,L,Price\n")
	later := strings.Replace(crm, `version = "1"`, `version = "2"`+"\n# a line more", 1) + "[[rules]]\nwhen = { stage_label = [\"Demo\"] }\nset = { stage = \"solution\" }\n"
	d := cover(later, "1,,100,USD,Quote,O,\n2,,50,USD,Demo,O,\n3,,75,USD,New,O,\n4,,,,Fit,L,Silence\n").Since(last)
	const want = `A@2 since A@1: 2 new, 2 gone, 2 with another meaning

axis     rows             mapped  of the amounts
stage   4 → 4    50.00% → 75.00%  EUR 0.00% → -, USD 66.67% → 66.67%
status  4 → 4  100.00% → 100.00%  EUR 100.00% → -, USD 100.00% → 100.00%
reason  1 → 1  100.00% → 100.00%
all     4 → 4    50.00% → 75.00%  EUR 0.00% → -, USD 66.67% → 66.67%

new      stage_label "New": not mapped, 1 row
new      reason_label "Silence": no_response by a.toml:45 (lossy), 1 row
changed  status_code "L": no_response by a.toml:45 (lossy), 1 row; before: lost by a.toml:41
changed  stage_label "Demo": solution by a.toml:53, 1 row; before: not mapped
gone     stage_label "Old": not mapped, 1 row
gone     reason_label "Price": pricing by a.toml:48 (assumed), 1 row
`
	if got := d.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var b bytes.Buffer
	var form struct {
		New, Gone []struct{ Text string }
		Changed   []struct{ Before, Now struct{ Text string } }
		Stage     struct{ Before, Now struct{ Unmapped int } }
	}
	if err := d.WriteJSON(&b); err != nil || json.Unmarshal(b.Bytes(), &form) != nil {
		t.Fatal(err)
	}
	if len(form.New) != 2 || form.New[0].Text != "New" || len(form.Gone) != 2 || form.Changed[1].Now.Text != "Demo" || form.Stage.Before.Unmapped != 2 || form.Stage.Now.Unmapped != 1 {
		t.Errorf("got %+v", form)
	}
}

// A value that the look-up now has twice has changed, even if nothing mapped it before.
func TestDriftOfUnread(t *testing.T) {
	a := Value{Text: "s2", Meanings: []Meaning{{Key: "offer", Rows: 2}}, Reach: Reach{Exact: 2}}
	b := Value{Text: "s2", Reason: "twice", Reach: Reach{Unread: 2}}
	more := Value{Text: "s2", Meanings: []Meaning{{Key: "offer", Rule: "b.toml:9", Rows: 1}, {Key: "offer", Rows: 4}}, Reach: Reach{Exact: 5}}
	since := func(now, last Value) Drift {
		return Coverage{Values: []Value{now}}.Since(Coverage{Values: []Value{last}})
	}
	if len(since(b, a).Changed) != 1 || len(since(a, b).Changed) != 1 || !since(more, a).IsZero() {
		t.Error("the wrong values have changed")
	}
}

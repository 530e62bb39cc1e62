package mapping

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// truth is what the columns and the values of an export really are: several answers where several are right.
type truth struct {
	columns map[string][]string // by file and column
	values  map[string][]string // by axis and value: what it sets, and to what
}

// score is how a draft compares with the truth.
type score struct{ columns, sureColumns, values, sureValues int }

// marks compares. Whatever is sure and wrong is a fault.
func (w truth) marks(t *testing.T, name string, d *Drafted) (s score) {
	t.Helper()
	for _, fields := range w.columns {
		if !slices.Contains(fields, "-") {
			s.columns++
		}
	}
	for _, p := range d.Proposals {
		switch p.What {
		case "column":
			is := w.columns[p.File+" "+p.Column]
			right := slices.Contains(is, p.Proposed)
			if p.Sure && !right {
				t.Errorf("%s: column %q is surely %s, but truly %q: %q", name, p.Column, p.Proposed, is, p.Evidence)
			}
			if p.Sure && right && !slices.Contains(is, "-") {
				s.sureColumns++
			} else if !p.Sure && is != nil && !slices.Contains(is, "-") {
				t.Logf("%s: column %q is %q, proposed %q: %q", name, p.Column, is, p.Proposed, p.Evidence)
			}
		case "value":
			is := w.values[p.Axis+" "+p.Value]
			right := slices.Contains(is, p.Sets+" "+p.Proposed)
			if is != nil && !slices.Contains(is, "-") {
				s.values++
			}
			if p.Sure && !right {
				t.Errorf("%s: %s %q is surely %s %s, but truly %q: %q", name, p.Axis, p.Value, p.Sets, p.Proposed, is, p.Evidence)
			}
			if p.Sure && right {
				s.sureValues++
			} else if is != nil {
				t.Logf("%s: %s %q is %q, proposed %s %s: %q", name, p.Axis, p.Value, is, p.Sets, p.Proposed, p.Evidence)
			}
		}
	}
	return s
}

// truthOf reads the truth off a finished profile.
func truthOf(p *Profile) truth {
	w := truth{map[string][]string{}, map[string][]string{}}
	for file, t := range map[string]*Table{"deals": &p.Deals, "history": &p.History} {
		for _, c := range t.Columns {
			key := file + " " + c.Name
			w.columns[key] = append(w.columns[key], c.Field.String())
		}
	}
	for _, r := range p.Rules {
		// Of a rule with two conditions the reason is the narrower one.
		cond := slices.MaxFunc(r.When, func(a, b Cond) int { return int(a.Axis) - int(b.Axis) })
		for _, v := range cond.Values {
			key := cond.Axis.String() + " " + v
			for sets, is := range map[string]string{"stage": r.Set.Stage, "status": r.Set.Status, "cause": r.Set.Cause} {
				if is != "" {
					w.values[key] = append(w.values[key], sets+" "+is)
				}
			}
		}
	}
	for _, l := range p.Lookups {
		if l.Name == "categories" {
			for v, is := range l.Table {
				w.values["forecast_category "+v] = []string{"category " + is}
			}
		}
	}
	return w
}

const worldwide = "../examples/worldwide/data/"

func readProfile(t *testing.T, file string) *Profile {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p, err := ReadProfile(file, bytes.NewReader(text), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func readSample(t *testing.T, deals, history string) (s Sample) {
	t.Helper()
	var err error
	if s.Deals, err = os.ReadFile(deals); err != nil {
		t.Fatal(err)
	}
	if history != "" {
		if s.History, err = os.ReadFile(history); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// Of five exports with finished profiles nine columns in ten and four values in five are proposed as sure and right, and none is sure and wrong.
func TestDraftOfFiveExports(t *testing.T) {
	var all score
	for _, name := range []string{"DE", "IN", "CN", "US", "SE"} {
		dir := worldwide + name + "/"
		p := readProfile(t, dir+"profile.toml")
		d, err := Draft(readSample(t, dir+"deals.csv", dir+"history.csv"), DraftOptions{})
		if err != nil {
			t.Fatal(err)
		}
		s := truthOf(p).marks(t, name, d)
		t.Logf("%s: %d of %d columns, %d of %d values", name, s.sureColumns, s.columns, s.sureValues, s.values)
		all.columns += s.columns
		all.sureColumns += s.sureColumns
		all.values += s.values
		all.sureValues += s.sureValues
		conventions(t, name, p, d)
	}
	t.Logf("%d of %d columns, %d of %d values", all.sureColumns, all.columns, all.sureValues, all.values)
	if all.sureColumns*10 < all.columns*9 {
		t.Errorf("%d of %d columns are sure and right: want nine in ten", all.sureColumns, all.columns)
	}
	if all.sureValues*10 < all.values*8 {
		t.Errorf("%d of %d values are sure and right: want four in five", all.sureValues, all.values)
	}
}

// conventions checks what a draft is sure of besides columns and values.
func conventions(t *testing.T, name string, p *Profile, d *Drafted) {
	t.Helper()
	for _, is := range d.Proposals {
		if !is.Sure {
			continue
		}
		table := &p.Deals
		if is.File == "history" {
			table = &p.History
		}
		want := is.Proposed
		switch is.What {
		case "locale":
			want = p.Locale.String()
		case "currency":
			want = p.Currency.String()
		case "encoding":
			want = strings.ToLower(table.Encoding.String())
		case "delimiter":
			want = string(table.Delimiter)
		case "order":
			for _, c := range table.Columns {
				if c.Name == is.Column {
					want = orderKeys[c.Order]
				}
			}
		}
		if want != is.Proposed {
			t.Errorf("%s: %s %s is surely %q, but truly %q", name, is.What, is.Column, is.Proposed, want)
		}
	}
}

// Exports that were written before anything was known of how a draft is made, each with traps: nothing sure may be wrong.
func TestDraftOfHostileExports(t *testing.T) {
	files, err := filepath.Glob("testdata/drafts/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatal(len(files), err)
	}
	var all score
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		x := readExport(t, string(text))
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		d, err := Draft(Sample{Deals: x.csv(t, 60)}, DraftOptions{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		s := x.truth.marks(t, name, d)
		t.Logf("%s: %d of %d columns, %d of %d values", name, s.sureColumns, s.columns, s.sureValues, s.values)
		all.columns += s.columns
		all.sureColumns += s.sureColumns
		all.values += s.values
		all.sureValues += s.sureValues
	}
	t.Logf("%d of %d columns, %d of %d values", all.sureColumns, all.columns, all.sureValues, all.values)
	if all.sureColumns*2 < all.columns || all.sureValues*2 < all.values {
		t.Errorf("%+v: of other exports a draft should be sure of half at least, or it is of no use", all)
	}
}

// One row proves nothing about a column.
func TestDraftOfFewRows(t *testing.T) {
	text, err := os.ReadFile("testdata/drafts/french.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, rows := range []int{0, 1, 3} {
		d, err := Draft(Sample{Deals: readExport(t, string(text)).csv(t, rows)}, DraftOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range d.Proposals {
			if p.Sure && (p.What == "column" || p.What == "value" || p.What == "locale") {
				t.Errorf("%d rows: %s %q is surely %s", rows, p.What, p.Column+p.Value, p.Proposed)
			}
		}
	}
}

// What a value of the deals means is no more certain than its column.
func TestDraftIsInOrder(t *testing.T) {
	dir := worldwide + "US/"
	s := readSample(t, dir+"deals.csv", dir+"history.csv")
	a, err := Draft(s, DraftOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		b, err := Draft(s, DraftOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var x, y bytes.Buffer
		if a.WriteTOML(&x) != nil || b.WriteTOML(&y) != nil || x.String() != y.String() {
			t.Fatal("two drafts of one sample differ")
		}
	}
}

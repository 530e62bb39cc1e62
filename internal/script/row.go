package script

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/kpi"
)

// row is the numbers stated for one group.
type row struct {
	line    line
	key     string
	shown   string   // the number as written, with its parts
	details []string // what stands after it
	left    map[string]int64
	leftAt  int // line of left, that of the row if none is stated
	deals   *kpi.Trace
	dealsAt int

	profiles   []string
	profilesAt int // line of profiles, that of the row if none is stated
}

// readRows reads the body of a case. A line "left out:", "deals:" or "profiles:" is about the row above it.
func (s *script) readRows(body []line, dimensions int) (rows []*row) {
	for _, l := range body {
		var err error
		left, isLeft := strings.CutPrefix(l.text, "left out:")
		deals, isDeals := strings.CutPrefix(l.text, "deals:")
		profiles, isProfiles := strings.CutPrefix(l.text, "profiles:")
		switch {
		case (isLeft || isDeals || isProfiles) && len(rows) == 0:
			err = fmt.Errorf("no row above")
		case isLeft:
			err = rows[len(rows)-1].readLeft(left, l.number)
		case isDeals:
			err = rows[len(rows)-1].readDeals(deals, l.number)
		case isProfiles:
			err = rows[len(rows)-1].readProfiles(profiles, l.number)
		default:
			var r *row
			if r, err = readRow(l, dimensions); err == nil {
				if slices.ContainsFunc(rows, func(o *row) bool { return o.key == r.key }) {
					err = fmt.Errorf("row %s twice", r.key)
				}
				rows = append(rows, r)
			}
		}
		s.check(l, err)
	}
	return rows
}

func readRow(l line, dimensions int) (*row, error) {
	words := strings.Fields(l.text)
	n := dimensions
	if words[0] == totalKey {
		n = 1
	}
	if n == 0 || len(words) <= n {
		return nil, fmt.Errorf("%q is no row: want the group or total, then the number", l.text)
	}
	items := splitOutside(strings.Join(words[n:], " "))
	return &row{line: l, key: strings.Join(words[:n], " "), shown: items[0], details: items[1:], leftAt: l.number,
		profilesAt: l.number}, nil
}

// splitOutside splits at commas that are not in parentheses.
func splitOutside(text string) (items []string) {
	depth, from := 0, 0
	for i, c := range text {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ',' && depth == 0:
			items = append(items, strings.TrimSpace(text[from:i]))
			from = i + 1
		}
	}
	return append(items, strings.TrimSpace(text[from:]))
}

// readLeft reads "1 no_amount, 2 no_rate".
func (r *row) readLeft(text string, number int) error {
	if r.left != nil {
		return fmt.Errorf("left out twice")
	}
	r.left, r.leftAt = map[string]int64{}, number
	for _, item := range strings.Split(text, ",") {
		count, reason, _ := strings.Cut(strings.TrimSpace(item), " ")
		n, err := strconv.ParseInt(count, 10, 64)
		if err != nil || n <= 0 || reason == "" || r.left[reason] > 0 {
			return fmt.Errorf("%q: want a count and a reason, each reason once", strings.TrimSpace(item))
		}
		r.left[reason] = n
	}
	return nil
}

// readDeals reads "part D1; whole D1 D2; no_rate D4"; counted stands for both part and whole.
func (r *row) readDeals(text string, number int) error {
	if r.deals != nil {
		return fmt.Errorf("deals twice")
	}
	t := &kpi.Trace{}
	r.deals, r.dealsAt = t, number
	for _, item := range strings.Split(text, ";") {
		words := strings.Fields(item)
		if len(words) < 2 {
			return fmt.Errorf("%q: want part, whole, counted or a reason, then deals", strings.TrimSpace(item))
		}
		ids := slices.Sorted(slices.Values(words[1:]))
		switch words[0] {
		case "part":
			t.Part = ids
		case "whole":
			t.Whole = ids
		case "counted":
			t.Part, t.Whole = ids, ids
		default:
			t.Left = append(t.Left, kpi.LeftDeals{Reason: words[0], IDs: ids})
		}
	}
	return nil
}

// readProfiles reads "de@1 de@2".
func (r *row) readProfiles(text string, number int) error {
	if r.profiles != nil {
		return fmt.Errorf("profiles twice")
	}
	if r.profiles, r.profilesAt = strings.Fields(text), number; len(r.profiles) == 0 {
		return fmt.Errorf("no profile: without any the line is left away")
	}
	return nil
}

// compare reports every row that is not as stated, and every one that is not stated.
func (s *script) compare(head line, answers []answer, rows []*row) {
	for _, r := range rows {
		if !slices.ContainsFunc(answers, func(a answer) bool { return a.key == r.key }) {
			s.fault(r.line.number, ErrNumber, "got no row %s", r.key)
		}
	}
	for _, a := range answers {
		i := slices.IndexFunc(rows, func(r *row) bool { return r.key == a.key })
		if i < 0 {
			s.fault(head.number, ErrNumber, "got %q, want nothing: a case states every row", a.key+" "+wording(a.value, "", nil))
			continue
		}
		s.compareRow(rows[i], a)
	}
}

func (s *script) compareRow(r *row, a answer) {
	want := strings.Join(append([]string{r.shown}, r.details...), ", ")
	if got := wording(a.value, r.shown, r.details); got != want {
		s.fault(r.line.number, ErrNumber, "got %q, want %q", r.key+" "+got, r.key+" "+want)
	}
	left := map[string]int64{}
	for _, l := range a.value.Left {
		left[l.Reason] = l.Count
	}
	if !maps.Equal(left, r.left) {
		s.fault(r.leftAt, ErrNumber, "%s: got left out: %s, want left out: %s", r.key, leftWording(left), leftWording(r.left))
	}
	if !slices.Equal(a.profiles, r.profiles) {
		s.fault(r.profilesAt, ErrNumber, "%s: got profiles: %s, want profiles: %s", r.key, listWording(a.profiles), listWording(r.profiles))
	}
	if r.deals == nil {
		return
	}
	if got, want := dealsWording(a.value.Deals), dealsWording(r.deals); got != want {
		s.fault(r.dealsAt, ErrNumber, "%s: got deals: %s, want deals: %s", r.key, got, want)
	}
}

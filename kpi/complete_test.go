package kpi_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

// TestCatalogueIsComplete makes the pattern of a metric a fact: every exported function that returns one has the parts of its comment in their order, a
// line in the catalogue of laws, an Example, and a script.
func TestCatalogueIsComplete(t *testing.T) {
	examples := functionsOf(t, "example_test.go")
	metrics := 0
	for _, file := range must(filepath.Glob("*.go")) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for name, f := range functionsOf(t, file) {
			if !returnsMetric(f) {
				continue
			}
			metrics++
			checkComment(t, name, f.Doc.Text())
			if examples["Example"+name] == nil {
				t.Errorf("%s: no Example%s in example_test.go", name, name)
			}
			checkLaws(t, name, f.Doc.Text())
		}
	}
	if metrics < 30 {
		t.Errorf("found %d metrics: the walk is broken", metrics)
	}
}

func functionsOf(t *testing.T, file string) map[string]*ast.FuncDecl {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]*ast.FuncDecl{}
	for _, d := range tree.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil {
			list[f.Name.Name] = f
		}
	}
	return list
}

// returnsMetric tells whether an exported function has the one result Metric[...].
func returnsMetric(f *ast.FuncDecl) bool {
	if !f.Name.IsExported() || f.Type.Results.NumFields() != 1 {
		return false
	}
	generic, ok := f.Type.Results.List[0].Type.(*ast.IndexExpr)
	if !ok {
		return false
	}
	name, ok := generic.X.(*ast.Ident)
	return ok && name.Name == "Metric"
}

var commentParts = []string{"\n\n\t", "\nPopulation: ", "\nClock: ", "\nUnit: ", "\nUnknown when: ", "\nLeft out: ", "\nSource: "}

func checkComment(t *testing.T, name, text string) {
	t.Helper()
	if !strings.HasPrefix(text, name+" is ") {
		t.Errorf("%s: the comment does not begin with what it is", name)
	}
	last := 0
	for _, part := range commentParts {
		at := strings.Index(text, part)
		if at < last {
			t.Errorf("%s: the comment lacks %q, or has it in another place", name, part)
			continue
		}
		last = at
	}
}

// checkLaws compares the comment with the metric itself: the clock it names, and the reasons that occur in practice.
func checkLaws(t *testing.T, name, text string) {
	t.Helper()
	occurring := map[string]bool{}
	known := false
	for i, l := range catalogue {
		if l.function != name {
			continue
		}
		known = true
		if clock := commentPart(text, "Clock"); !strings.Contains(clock, l.clock) {
			t.Errorf("%s: the comment names the clock %q, the population has %q", name, clock, l.clock)
		}
		if _, err := os.Stat("../examples/" + l.id + ".txt"); err != nil {
			t.Errorf("%s: no script: %v", name, err)
		}
		for _, total := range practice {
			for _, reason := range total.Values[i].Left {
				occurring[reason.Reason] = true
			}
		}
	}
	if !known {
		t.Errorf("%s: no line in the catalogue of laws", name)
	}
	compareReasons(t, name, commentPart(text, "Left out"), occurring)
}

// practice is what every metric says of a large world, under every view, and of the night that went back over midnight.
var practice = func() (totals []kpi.Group) {
	list := steadyDeals(6000)
	for _, v := range everyView {
		totals = append(totals, report(v, nil, list, measures()...).Total())
	}
	v := everyView[0]
	v.Calendar, v.Period, v.AsOf = calendar("America/St_Johns"), funnel.MustPeriod("2010-10-01..2011-01-01"), instant("2011-01-01T12:00:00Z")
	return append(totals, report(v, nil, overMidnight(), measures()...).Total())
}()

// overMidnight is two deals that ended half an hour after they had started, and a day before: at 00:01 on 7 November 2010 clocks in Newfoundland went back to
// 23:01 of the day before. It is the one way in which a duration between two events is negative.
func overMidnight() (list []*funnel.Deal) {
	for _, end := range []funnel.Status{funnel.Won, funnel.Lost} {
		list = append(list, &funnel.Deal{ID: end.String(), Created: funnel.At(instant("2010-11-01T12:00:00Z")), Events: []funnel.Event{
			{ID: "1", At: funnel.At(instant("2010-11-07T02:30:30Z")), Status: funnel.Open, Stage: funnel.Offered},
			{ID: "2", At: funnel.At(instant("2010-11-07T03:00:00Z")), Status: end}}})
	}
	return list
}

func commentPart(text, label string) string {
	_, rest, _ := strings.Cut(text, "\n"+label+": ")
	part, _, _ := strings.Cut(rest, "\nSource:")
	part, _, _ = strings.Cut(part, "\nUnit:")
	return part
}

var reasonWord = regexp.MustCompile(`[a-z]+(_[a-z]+)+`)

// compareReasons asks for both: no reason occurs that the comment does not name, and none is named that does not occur, in the order of
// precedence.
func compareReasons(t *testing.T, name, text string, occurring map[string]bool) {
	t.Helper()
	var named []string
	for _, word := range reasonWord.FindAllString(text, -1) {
		if precedence(word) > 0 {
			named = append(named, word)
		}
	}
	for reason := range occurring {
		if !slices.Contains(named, reason) {
			t.Errorf("%s: leaves deals out as %s, which its comment does not say", name, reason)
		}
	}
	for _, reason := range named {
		if !occurring[reason] {
			t.Errorf("%s: says that deals are left out as %s, and none is", name, reason)
		}
	}
	if !slices.IsSortedFunc(named, func(a, b string) int { return int(precedence(a)) - int(precedence(b)) }) {
		t.Errorf("%s: names its reasons in another order than they apply in: %v", name, named)
	}
}

// precedence is the reason with this key, 0 if there is none.
func precedence(key string) kpi.Skip {
	for s := kpi.Counted + 1; s < kpi.OwnSkip; s++ {
		if s.String() == key {
			return s
		}
	}
	return kpi.Counted
}

// The generated worlds have every edge that the reasons and the statuses are about, or the laws over them would say nothing.
func TestGeneratorReaches(t *testing.T) {
	var s funnel.Snapshot
	seen := map[string]bool{}
	for _, d := range steadyDeals(6000) {
		d.AsOf(funnel.At(everyView[0].AsOf), everyView[0].Calendar, &s)
		seen[s.Status.String()] = true
		seen["reopened"] = seen["reopened"] || s.Reopens > 0
		seen["regressed"] = seen["regressed"] || s.Regressions > 0
		seen["ambiguous"] = seen["ambiguous"] || s.Flags.Has(funnel.AmbiguousOrder)
		seen["relabelled"] = seen["relabelled"] || s.Status.Closed() && s.FirstClose != s.Close && s.Reopens == 0
		seen["wide"] = seen["wide"] || s.Amount.Sign() > 0 && s.Amount.Decimal().NumDigits() > 18
		seen["not yet"] = seen["not yet"] || !s.Flags.Has(funnel.Exists)
		seen["moved"] = seen["moved"] || s.Region != s.LabelAt(funnel.RegionField, s.Close)
		for i := range s.Visits {
			seen["zero days"] = seen["zero days"] || !s.Visits[i].Going() && s.Visits[i].Days() == 0
		}
	}
	for _, want := range []string{"open", "on_hold", "won", "lost", "no_decision", "no_response", "disqualified", "void", "reopened", "regressed",
		"ambiguous", "relabelled", "wide", "not yet", "moved", "zero days"} {
		if !seen[want] {
			t.Errorf("no deal is %s", want)
		}
	}
}

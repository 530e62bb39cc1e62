package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/koine-go/koine/kpi/exchange"
	"github.com/koine-go/koine/mapping"
)

// page runs the program and returns what it prints.
func page(t *testing.T, args ...string) string {
	t.Helper()
	var out, faults bytes.Buffer
	if err := run(args, &out, &faults); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, faults.String())
	}
	return out.String()
}

// TestPage freezes the page that the program prints without flags. A change of it is a change of what readers are shown: look at it, then write
// it with KOINE_FREEZE=1.
func TestPage(t *testing.T) {
	const file = "testdata/page.txt"
	got := page(t)
	if os.Getenv("KOINE_FREEZE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the page differs from %s: %s", file, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "line " + a[i] + "\nwant " + b[i]
		}
	}
	return "one is longer"
}

// TestFlags gives the five exports by flags, as anybody's files are given: the page must be the same.
func TestFlags(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, exports); err != nil {
		t.Fatal(err)
	}
	var args []string
	for _, s := range ownSources() {
		args = append(args, "-profile", filepath.Join(dir, s.profile), "-deals", filepath.Join(dir, s.deals), "-history", filepath.Join(dir, s.history))
		for name, file := range s.lookups {
			args = append(args, "-lookup", name+"="+filepath.Join(dir, file))
		}
	}
	args = append(args, "-period", "2026-01-01..2026-04-01", "-as-of", "2026-04-01", "-zone", "Europe/Berlin", "-currency", "EUR",
		"-rates", filepath.Join(dir, ownRates), "-by", "region")
	if got, want := page(t, args...), page(t); got != want {
		t.Errorf("by flags the page differs: %s", firstDifference(got, want))
	}
}

// TestJSON checks that each line is one value in the form of the exchange format, a total first, and that the numbers are those of the page.
func TestJSON(t *testing.T) {
	type row struct {
		KPI   string
		Group map[string]*string
		N     int
	}
	var rows []row
	for line := range strings.Lines(page(t, "-json", "-kpis", "won_count,hit_rate_narrow")) {
		var r row
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		rows = append(rows, r)
	}
	if len(rows) != 16 { // two KPIs in total, six regions, and the deals without one
		t.Fatalf("%d rows, want 16", len(rows))
	}
	sum := 0
	for _, r := range rows[1:8] {
		sum += r.N
	}
	if rows[0].KPI != "won_count" || len(rows[0].Group) != 0 || rows[0].N != sum || sum == 0 {
		t.Errorf("the first row is %+v, and the regions add up to %d", rows[0], sum)
	}
}

// TestDimensions groups by two dimensions, where the numbers no longer fit beside each other.
func TestDimensions(t *testing.T) {
	got := page(t, "-by", "region,product_group", "-kpis", "won_count")
	sum := 0
	for _, product := range []string{"drives", "sensors", "service", "software", "spares"} {
		row := regexp.MustCompile(`(?m)^DE ` + product + ` +([0-9]+) `).FindStringSubmatch(got)
		if row == nil {
			t.Fatalf("no row of DE %s in\n%s", product, got)
		}
		n, err := strconv.Atoi(row[1])
		if err != nil {
			t.Fatal(err)
		}
		sum += n
	}
	if sum != 13 { // as the page by region says
		t.Errorf("the products of DE add up to %d", sum)
	}
}

// TestEveryKPI asks for each KPI by its id alone.
func TestEveryKPI(t *testing.T) {
	for _, id := range exchange.IDs() {
		if got := page(t, "-kpis", id, "-by", ""); !strings.Contains(got, "\n"+id) {
			t.Errorf("no %s in\n%s", id, got)
		}
	}
}

// TestRefused checks that what cannot be done is said.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-deals", "x.csv"}, "give -profile first"},
		{[]string{"-profile", "x.toml"}, "-deals is missing"},
		{[]string{"-profile", "x.toml", "-deals", "a", "-deals", "b"}, "given twice"},
		{[]string{"-profile", "x.toml", "-deals", "a", "-history", "h", "-history", "i"}, "given twice"},
		{[]string{"-profile", "x.toml", "-deals", "a", "-lookup", "teams"}, "want NAME=FILE"},
		{[]string{"-profile", "x.toml", "-deals", "a", "-lookup", "t=a", "-lookup", "t=b"}, "given twice"},
		{[]string{"-zone", "Local"}, "name the zone"},
		{[]string{"-rates", "main.go"}, "main.go"},
		{[]string{"-by", "colour"}, `no dimension "colour"`},
		{[]string{"-by", "region,region"}, "named twice"},
		{[]string{"-kpis", "win_rate"}, "win_rate"},
		{[]string{"-period", "2026-01-01"}, "not a period"},
		{[]string{"-period", "2026-04-01..2026-01-01"}, "not a period"},
		{[]string{"-zone", "Europe/Atlantis"}, "Atlantis"},
		{[]string{"-currency", "euro"}, "not a currency"},
		{[]string{"-as-of", "2026-02-30"}, "not a day"},
		{[]string{"-rates", "testdata/missing.csv"}, "missing.csv"},
		{[]string{"leftover"}, "leftover"},
	} {
		var out, faults bytes.Buffer
		err := run(c.args, &out, &faults)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: got %v, want %q", c.args, err, c.want)
		}
		if out.Len() > 0 {
			t.Errorf("%v printed although it was refused: %s", c.args, out.String())
		}
	}
}

// words is a page without its columns.
func words(page string) string { return strings.Join(strings.Fields(page), " ") }

// small writes a source of a few deals and returns its flags.
func small(t *testing.T, rows string) []string {
	t.Helper()
	dir := t.TempDir()
	profile := `name = "small"
version = "1"
source_scheme = "small"
region = "X"
locale = "en-US"
zone = "UTC"
[deals.fields]
id = { column = "id" }
closed_on = { column = "closed" }
amount = { column = "amount", format = "number" }
currency = { column = "currency" }
status_code = { column = "status" }
[[rules]]
when = { status_code = ["W"] }
set = { status = "won" }
`
	for name, text := range map[string]string{"p.toml": profile, "d.csv": "id,closed,amount,currency,status\n" + rows} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return []string{"-profile", filepath.Join(dir, "p.toml"), "-deals", filepath.Join(dir, "d.csv")}
}

// TestRatesOfTheECB reads rates in the ECB's form, which quote against the euro alone, into dollars: 100 EUR are 125 USD, and 200 SEK by way of the
// euro 25 USD.
func TestRatesOfTheECB(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ecb.csv")
	text := "Date,USD,SEK,\n2026-01-02,1.25,10,\n2025-12-01,1.00,N/A,\n"
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	args := append(small(t, "a,2026-02-01,100,EUR,W\nb,2026-02-01,200,SEK,W\nc,2026-02-01,7,CNY,W\n"), "-rates", file, "-currency", "USD", "-kpis", "won_value", "-by", "")
	got := words(page(t, args...))
	for _, want := range []string{"won_value, USD 150 2 deals 1 left out ", "won_value no_rate 1 ", "1 deal converted at rates that were derived"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestUnmapped has a source of which no rule knows half the statuses: the page says so, whatever KPIs are asked for and however they are grouped.
func TestUnmapped(t *testing.T) {
	source := small(t, "a,2026-02-01,100,EUR,W\nb,2026-02-01,200,EUR,?\n")
	for _, more := range [][]string{nil, {"-kpis", "won_count"}, {"-by", ""}} {
		if got := page(t, append(more, source...)...); !strings.Contains(got, "small: no rule knows the status in 50.0% of its rows") {
			t.Errorf("%v: no warning", more)
		}
	}
	var clean strings.Builder
	for i := range 40 {
		fmt.Fprintf(&clean, "a%d,2026-02-01,100,EUR,W\n", i)
	}
	if got := page(t, small(t, clean.String()+"b,2026-02-01,200,EUR,?\n")...); strings.Contains(got, "no rule knows the status in") {
		t.Error("one row of 41 is below the limit")
	}
}

// TestLeftOutIsSeen has a rate that leaves most of its deals out: the cell itself says so.
func TestLeftOutIsSeen(t *testing.T) {
	got := page(t, append(small(t, "a,2026-02-01,100,EUR,W\nb,2026-02-01,,EUR,W\nc,2026-02-01,,EUR,W\n"), "-kpis", "hit_rate_value", "-by", "")...)
	if !strings.Contains(words(got), "hit_rate_value 100.00% 100/100 2 left out ") {
		t.Errorf("got %s", got)
	}
}

// TestHostileName has a region that would drive the terminal.
func TestHostileName(t *testing.T) {
	source := small(t, "a,2026-02-01,100,EUR,W\n")
	profile, err := os.ReadFile(source[1])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(source[1], []byte(strings.Replace(string(profile), `region = "X"`, `region = "\u001b[31mred"`, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := page(t, source...); strings.Contains(got, "\x1b") || !strings.Contains(got, `"\x1b[31mred"`) {
		t.Error("the name reaches the terminal as it is")
	}
}

// TestJSONRates reads rates behind a byte order mark and an empty line.
func TestJSONRates(t *testing.T) {
	file := filepath.Join(t.TempDir(), "rates.jsonl")
	text := "\ufeff\n" + `{"record":"fx_rate","from":"EUR","to":"USD","rate":"2","kind":"spot","date":"2026-01-01"}` + "\n"
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	got := page(t, append(small(t, "a,2026-02-01,100,EUR,W\n"), "-rates", file, "-currency", "USD", "-kpis", "won_value", "-by", "fiscal_quarter")...)
	if !strings.Contains(got, "2026-01-01") || !strings.Contains(got, "  200") {
		t.Errorf("got %s", got)
	}
}

// TestTwice gives the same file by two profiles: its deals would count twice.
func TestTwice(t *testing.T) {
	args := small(t, "a,2026-02-01,100,EUR,W\n")
	var out, faults bytes.Buffer
	err := run(append(args, args...), &out, &faults)
	if err == nil || !strings.Contains(err.Error(), `deal "a" of small is in`) || out.Len() > 0 {
		t.Errorf("got %v and %q", err, out.String())
	}
}

// TestOpportunities runs the profile of the published CRM data, which may not be copied into the project.
func TestOpportunities(t *testing.T) {
	const dir = "../../../shared/data/maven-crm-sales-opportunities/"
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not here", dir)
	}
	args := []string{"-profile", "../profiles/crm-sales-opportunities.toml", "-deals", dir + "sales_pipeline.csv", "-lookup", "teams=" + dir + "sales_teams.csv",
		"-period", "2017-01-01..2018-01-01", "-zone", "America/New_York", "-currency", "USD"}
	got := words(page(t, args...))
	for _, want := range []string{
		"4,238/6,711",
		"cycle_time_won no_history 4,238",
		"lost_value no_amount 2,473", // a lost deal's 0 is no amount
		"hit_rate_value no_amount 2,473",
		"deals_created_count no_created_at 500 500 . .", // all of the Central office
		"past_due_close_rate no_expected_close 2,089",
		"8,800 deals came in. 0 of them",
		"crm-sales-opportunities@1 8,800 8,800 . . . 1,480",
		`1,480 cell repaired deals:3: product: "GTXPro" is spelt otherwise than in the look-up: "GTX Pro"`,
		"8,800 1,425 16.2% 1,425 . . account_id account",
		"8,800 500 5.7% 500 . . created_on engage_date",
		"8,800 2,089 23.7% 2,089 . . closed_on close_date",
		"8,800 4,562 51.8% 2,089 2,473 . amount close_value",
		"stage 4 8,800 76.3% 23.7% . .",
		"it keeps no stage history",
		"assumed rather than recorded: created_on, currency",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestOpportunityProfile compiles the profile also where the data is not.
func TestOpportunityProfile(t *testing.T) {
	s := source{profile: "../profiles/crm-sales-opportunities.toml"}
	set, err := s.compile()
	if err != nil {
		t.Fatal(err)
	}
	if a := set.Profile().Assumed(); !slices.Equal(a, []mapping.Field{mapping.CreatedOn, mapping.CurrencyCode}) {
		t.Errorf("assumed: %v", a)
	}
}

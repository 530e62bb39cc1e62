package territory

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

const sample = head + `
[[universe]]
countries = ["AT", "DE"]
segments = ["industry", "public"]
[[territories]]
key = "south"
[[territories.claims]]
countries = ["DE"]
postal = ["8"]
segments = ["industry"]
[[territories.claims]]
countries = ["DE"]
postal = ["80"]
segments = ["industry"]
from = 2026-07-01
[[territories]]
key = "rest of DE"
[[territories.claims]]
countries = ["DE"]
[[territories]]
key = "keys"
[[territories.claims]]
accounts = ["1", "2"]
countries = ["DE"]
`

func sampleSet(t testing.TB) *Set {
	t.Helper()
	d, err := Read("t.toml", strings.NewReader(sample), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	d.Open = true
	s, err := Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestExplain(t *testing.T) {
	s := sampleSet(t)
	for _, c := range []struct {
		a    Account
		day  string
		want string
	}{
		{Account{"9", "DE", "", "80331", "industry"}, "2026-03-01", "account 9, country DE, postal code 80331, segment industry on 2026-03-01: south\n" +
			"  t.toml:10: countries DE; postal 8; segments industry\n" +
			"  not south, t.toml:14: not in force then: from 2026-07-01\n" +
			"  not keys, t.toml:25: its account 9 is not among those claimed\n" +
			"  not \"rest of DE\", t.toml:21: the claim at line 10 is narrower\n"},
		{Account{"9", "DE", "", "80331", "industry"}, "2026-07-01", "account 9, country DE, postal code 80331, segment industry on 2026-07-01: south\n" +
			"  t.toml:14: countries DE; postal 80; segments industry; from 2026-07-01\n" +
			"  not south, t.toml:10: the claim at line 14 is narrower\n" +
			"  not keys, t.toml:25: its account 9 is not among those claimed\n" +
			"  not \"rest of DE\", t.toml:21: the claim at line 14 is narrower\n"},
		{Account{"1", "DE", "", "10115", "industry"}, "2026-03-01", "account 1, country DE, postal code 10115, segment industry on 2026-03-01: keys\n" +
			"  t.toml:25: accounts 1, 2; countries DE\n" +
			"  not south, t.toml:10: its postal code 10115 is not among those claimed\n" +
			"  not \"rest of DE\", t.toml:21: the claim at line 25 names the account\n"},
		{Account{"9", "DE", "", "8*", "industry"}, "2026-03-01", "account 9, country DE, postal code 8*, segment industry on 2026-03-01: \"rest of DE\", unless what is unknown says otherwise\n" +
			"  t.toml:21: countries DE\n" +
			"  not south, t.toml:10: its postal code \"8*\" cannot be read\n" +
			"  not keys, t.toml:25: its account 9 is not among those claimed\n"},
		{Account{ID: "1"}, "2026-03-01", "account 1 on 2026-03-01: none, unknown_country\n" +
			"  not keys, t.toml:25: its country is unknown\n"},
		{Account{"9", "AT", "", "", "public"}, "2026-03-01", "account 9, country AT, segment public on 2026-03-01: none, uncovered\n"},
		{Account{"9", "FR", "", "80331", "industry"}, "2026-03-01", "account 9, country FR, postal code 80331, segment industry on 2026-03-01: none, outside\n" +
			"  not south, t.toml:10: its country FR is not among those claimed\n"},
	} {
		if got := s.Explain(c.a, on(c.day)).String(); got != c.want {
			t.Errorf("got\n%swant\n%s", got, c.want)
		}
	}
}

// The zone decides on which day an instant is.
func TestInstants(t *testing.T) {
	s := mustCompile(t, head+claimOf("old", "rest = true\nto = 2026-01-01")+claimOf("new", "rest = true\nfrom = 2026-01-01"))
	for at, want := range map[string]string{"2025-12-31T22:59:59Z": "old", "2025-12-31T23:00:00Z": "new"} {
		instant, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := s.Of(Account{}, funnel.At(instant)); got != want {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
}

func TestCheck(t *testing.T) {
	s := sampleSet(t)
	accounts := []Account{
		{"5", "DE", "", "80331", "industry"}, {"1", "DE", "", "", ""}, {"8", "DE", "", "", "industry"}, {"4", "DE", "", "80331", ""}, {"7", "", "", "80331", "public"},
		{"6", "AT", "", "", "public"}, {"3", "FR", "", "", "public"}, {"", "AT", "", "", "public"}, {"5", "DE", "", "80331", "industry"},
	}
	want := `T@1 on 2026-03-01: 9 accounts
  south 2
  "rest of DE" 2, of these unsure 2 (account 4, country DE, postal code 80331; account 8, country DE, segment industry)
  keys 1
  none, unknown_country 1 (account 7, postal code 80331, segment public)
  none, outside 1 (account 3, country FR, segment public)
  none, uncovered 2 (country AT, segment public; account 6, country AT, segment public)
`
	if got := s.Check(slices.Values(accounts), on("2026-03-01")).String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if r := s.Check(slices.Values(accounts), funnel.Moment{}); len(r.Unassigned) != 1 || r.Unassigned[0].Reason != NoMoment || len(r.Unassigned[0].Examples) != maxExamples {
		t.Errorf("without a moment: %v", r)
	}
}

// No set has no territories, and says so.
func TestNoSet(t *testing.T) {
	for _, s := range []*Set{nil, {}} {
		if key, ok := s.Of(Account{ID: "1"}, on("2026-01-01")); ok || key != "" {
			t.Errorf("got %q", key)
		}
		if e := s.Explain(Account{}, on("2026-01-01")); e.Reason != Uncovered || e.Claim != nil {
			t.Errorf("got %v", e)
		}
		if r := s.Check(slices.Values([]Account{{}}), on("2026-01-01")); r.Accounts != 1 || r.Unassigned[0].Reason != Uncovered {
			t.Errorf("got %v", r)
		}
	}
	s := sampleSet(t)
	if _, ok := s.Of(Account{ID: "1", Country: "DE"}, funnel.Moment{}); ok {
		t.Error("an account has a territory at no moment")
	}
	if e := s.Explain(Account{ID: "1", Country: "DE"}, funnel.Moment{}); e.Reason != NoMoment {
		t.Errorf("got %v", e)
	}
	if Reason(99).String() != "" {
		t.Error("a reason that is none has a key")
	}
}

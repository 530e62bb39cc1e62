package mapping

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/funnel"
)

// tokyo is a profile of a zone nine hours before UTC; its last line is 16.
const tokyo = `name = "A"
version = "1"
source_scheme = "a"
locale = "de-DE"
zone = "Asia/Tokyo"
[deals.fields]
id = { column = "id" }
stage_label = { column = "stage" }
created_at = { column = "created" }
owner_id = { column = "owner" }
[history.fields]
deal_id = { column = "id" }
at = { column = "at" }
stage_label = { column = "stage" }
`

// versionOf returns tokyo as a version with top-level keys and rules of its own.
func versionOf(t testing.TB, name, keys, rules string) *Profile {
	t.Helper()
	text := strings.Replace(tokyo, `version = "1"`, fmt.Sprintf("version = %q\n%s", name, keys), 1) + rules
	p, err := ReadProfile(name+".toml", strings.NewReader(text), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func ruleFor(label, stage string) string {
	return fmt.Sprintf("[[rules]]\nwhen = { stage_label = [%q] }\nset = { stage = %q }\n", label, stage)
}

func instant(t testing.TB, text string) funnel.Moment {
	t.Helper()
	at, err := funnel.ParseInstant(text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func compileVersions(t testing.TB, versions ...*Profile) *Set {
	t.Helper()
	s, err := CompileVersions(versions, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// On the day before a version, on its first day and after it, in the profile's zone: 2025-12-31 15:00 in UTC is the new year in Tokyo.
func TestVersionInForce(t *testing.T) {
	old := versionOf(t, "2025", "from = 2025-01-01", ruleFor("X", "contact")+"to = 2025-07-01\n"+ruleFor("X", "offer")+"from = 2025-07-01\n")
	s := compileVersions(t, versionOf(t, "2026", "from = 2026-01-01", ruleFor("X", "solution")), old)
	for _, test := range []struct{ at, stage, version string }{
		{"2024-12-31T14:59:59Z", "", ""}, // before the first version
		{"2024-12-31T15:00:00Z", "contact", "A@2025"},
		{"2025-06-30T14:59:59Z", "contact", "A@2025"},
		{"2025-06-30T15:00:00Z", "offer", "A@2025"},
		{"2025-12-31T14:59:59Z", "offer", "A@2025"},
		{"2025-12-31T15:00:00Z", "solution", "A@2026"},
		{"2026-01-01T15:00:00Z", "solution", "A@2026"},
		{"", "solution", "A@2026"}, // none stands for the latest
	} {
		var at funnel.Moment
		if test.at != "" {
			at = instant(t, test.at)
		}
		l := Local{Stage: Names{Label: "X"}}
		e := s.Explain(l, at)
		if got := s.Map(l, at); got.Stage.String() != test.stage || e.Outcome.Stage != got.Stage || e.Version != test.version || got.Unmapped.Has(Stage) != (test.stage == "") {
			t.Errorf("%s: got %+v by %q, want %s by %q", test.at, got, e.Version, test.stage, test.version)
		}
	}
	want := `stage_label = "X" on 2026-03-01 by A@2026
  2026.toml:16: stage solution (exact)
  not 2025.toml:20: in force only from 2025-07-01 to 2026-01-01
  not 2025.toml:16: in force only from 2025-01-01 to 2025-07-01
`
	if got := s.Explain(Local{Stage: Names{Label: "X"}}, on("2026-03-01")).String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if v := s.Versions(); len(v) != 2 || v[0].Version != "2025" || s.Profile() != v[1] {
		t.Errorf("versions %v, profile %v", v, s.Profile())
	}
}

// An imported event keeps the version of its day, and the record that of the export.
func TestVersionOfEvents(t *testing.T) {
	s := compileVersions(t, versionOf(t, "2025", "", ruleFor("X", "contact")), versionOf(t, "2026", "from = 2026-01-01", ruleFor("X", "solution")))
	read := func(exported string) *funnel.Deal {
		o := Options{}
		if exported != "" {
			o.Exported = on(exported)
		}
		r := read(s, Files{Deals: strings.NewReader("id,stage,created,owner\n1,X,,\n"),
			History: strings.NewReader("id,at,stage\n1,31.12.2025 23:59,X\n1,01.01.2026 00:00,X\n")}, o)
		if r.err != nil || len(r.findings) > 0 {
			t.Fatal(r.err, r.findings)
		}
		return r.deals[0]
	}
	d := read("")
	if a, b := d.Events[0], d.Events[1]; a.Stage != funnel.Contact || a.Profile.String() != "A@2025" || b.Stage != funnel.Solution || b.Profile.String() != "A@2026" {
		t.Errorf("got %+v", d.Events)
	}
	if d.Stage != funnel.Solution || read("2025-12-31").Stage != funnel.Contact || read("2026-01-01").Stage != funnel.Solution {
		t.Errorf("the record is not mapped by the version of the export")
	}
}

// The files of a source that has ended are read by its last version; without a day of export, as on its last day.
func TestVersionWithAnEnd(t *testing.T) {
	s := compileVersions(t, versionOf(t, "1", "to = 2026-01-01", ruleFor("X", "contact")))
	l := Local{Stage: Names{Label: "X"}}
	if s.Map(l, funnel.Moment{}).Stage != funnel.Contact || s.Map(l, on("2025-12-31")).Stage != funnel.Contact || s.Map(l, on("2026-01-01")).Stage != funnel.NoStage {
		t.Errorf("got %v, %v, %v", s.Map(l, funnel.Moment{}), s.Map(l, on("2025-12-31")), s.Map(l, on("2026-01-01")))
	}
}

func TestVersionFaults(t *testing.T) {
	v := func(name, keys string) *Profile { return versionOf(t, name, keys, "") }
	other := v("3", "from = 2027-01-01")
	other.Name, other.Zone = "B", time.UTC
	for _, test := range []struct {
		name     string
		versions []*Profile
		file     string
		column   string
		err      error
	}{
		{"a day of two versions", []*Profile{v("1", "to = 2026-01-02"), v("2", "from = 2026-01-01")}, "2.toml", "from", ErrConflict},
		{"two without a beginning", []*Profile{v("1", ""), v("2", "")}, "2.toml", "from", ErrConflict},
		{"a day of none", []*Profile{v("1", "to = 2025-12-31"), v("2", "from = 2026-01-01")}, "2.toml", "from", ErrMissing},
		{"one version twice", []*Profile{v("1", ""), v("1", "from = 2026-01-01")}, "1.toml", "version", ErrTwice},
		{"two names", []*Profile{v("1", ""), other}, "3.toml", "name", ErrDiffers},
		{"two zones", []*Profile{v("1", ""), other}, "3.toml", "zone", ErrDiffers},
		{"none", nil, "", "zone", ErrMissing},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := CompileVersions(test.versions, funnel.V1())
			wantError(t, err, test.file, 0, test.column, test.err)
		})
	}
	const want = `mapping: 2.toml: from: "2026-01-01" is missing: from 2025-12-31, the end of A@1, up to then no version is in force`
	if _, err := CompileVersions([]*Profile{v("1", "to = 2025-12-31"), v("2", "from = 2026-01-01")}, funnel.V1()); err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	_, err := compileText(strings.Replace(least, `version = "1"`, "version = \"1\"\nfrom = 2026-01-01\nto = 2026-01-01", 1))
	wantError(t, err, "a.toml", 4, "to", ErrValue)
}

// A fault of a version is told with that version's file.
func TestFaultOfAVersion(t *testing.T) {
	_, err := CompileVersions([]*Profile{versionOf(t, "1", "", ruleFor("X", "proposal")), versionOf(t, "2", "from = 2026-01-01", ruleFor("X", "offer"))}, funnel.V1())
	wantError(t, err, "1.toml", 16, "rules.set.stage", ErrUnknownStage)
	_, err = CompileVersions([]*Profile{versionOf(t, "1", "", ruleFor("X", "offer")+ruleFor("x", "contact")), versionOf(t, "2", "from = 2026-01-01", "")}, funnel.V1())
	wantError(t, err, "1.toml", 19, "rules", ErrConflict)
}

// A deal's variant is what the versions in force in its life can express between them (ruling Q47a).
func TestVariantOfALife(t *testing.T) {
	v := func(name, from, stages string) *Profile {
		return versionOf(t, name, from, "[variant]\nstages = ["+stages+"]\n"+ruleFor("X", "contact")+"[[rules]]\nwhen = { stage_label = [\"W\"] }\nset = { status = \"won\" }\n")
	}
	s := compileVersions(t, v("1", "", `"contact", "qualified"`), v("2", "from = 2025-01-01", `"contact", "solution"`), v("3", "from = 2026-01-01", `"contact", "offer"`))
	const deals = "id,stage,created,owner\nwon,W,31.12.2024 10:00,\nover,W,31.12.2024 23:59,\nopen,X,01.01.2025 00:00,\nunknown,X,,\nlate,W,01.01.2026 00:00,\nnever,W,,\n"
	const history = "id,at,stage\nwon,31.12.2024 12:00,W\nover,01.01.2025 00:00,W\nopen,02.01.2025 00:00,X\nlate,02.01.2026 00:00,W\n"
	want := map[string]string{"won": "[qualified]", "over": "[qualified solution]", "open": "[solution offer]", "unknown": "[offer]", "late": "[offer]", "never": "[offer]"}
	for _, o := range []Options{{}, {Sorted: true}} {
		f := Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}
		if o.Sorted {
			f.Deals, f.History = strings.NewReader(sortRows(deals)), strings.NewReader(sortRows(history))
		}
		r := read(s, f, o)
		if r.err != nil || len(r.deals) != len(want) {
			t.Fatal(r.err, r.findings)
		}
		for _, d := range r.deals {
			var has []funnel.Stage
			for _, stage := range []funnel.Stage{funnel.Prospect, funnel.Qualified, funnel.Solution, funnel.Offered} {
				if d.Variant.HasStage(stage) {
					has = append(has, stage)
				}
			}
			if fmt.Sprint(has) != want[d.ID] {
				t.Errorf("%s: got %v, want %s", d.ID, has, want[d.ID])
			}
		}
	}
}

// sortRows sorts the rows of a CSV under their header.
func sortRows(text string) string {
	rows := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	rows[len(rows)-1] += "\n"
	slices.Sort(rows[1:])
	return strings.Join(rows, "")
}

// Mapping by all versions together is mapping each event by its day's version alone.
func TestVersionsLaw(t *testing.T) {
	properties := gopter.NewProperties(parameters())
	properties.Property("versions = the version of the day", prop.ForAll(func(seed uint64) string {
		rng := rand.New(rand.NewPCG(seed, 9))
		var versions []*Profile
		var alone []*Set
		day := funnel.MustDate("2025-01-01")
		for i := range 1 + rng.IntN(4) {
			p := *versionOf(t, fmt.Sprint(i), "", "")
			p.From, p.Rules = day, versionRules(rng)
			if day = day.AddDays(1 + rng.IntN(20)); rng.IntN(2) == 0 {
				p.To = day
			}
			s, err := Compile(&p, funnel.V1())
			if err != nil {
				return err.Error()
			}
			versions, alone = append(versions, &p), append(alone, s)
		}
		together, err := CompileVersions(shuffled(rng, versions), funnel.V1())
		if err != nil {
			return err.Error()
		}
		for n := range 90 {
			at := funnel.On(funnel.MustDate("2024-12-28").AddDays(n))
			for _, text := range []string{"a", "b", "c"} {
				l := Local{Stage: Names{Label: text}, Status: Names{Code: text}}
				want, by := Outcome{Unmapped: given(&l)}, ""
				for i, v := range versions {
					if d, _ := at.Date(); !d.Before(v.From) && (i == len(versions)-1 || d.Before(versions[i+1].From)) && (v.To.IsZero() || d.Before(v.To)) {
						want, by = alone[i].Map(l, at), v.String()
					}
				}
				if got := together.Explain(l, at); fmt.Sprint(together.Map(l, at)) != fmt.Sprint(want) || got.Version != by {
					return fmt.Sprintf("%v on %v: got %v by %s, want %v by %s", l, at, together.Map(l, at), got.Version, want, by)
				}
			}
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}

// versionRules returns random rules that do not contradict each other: of each label one, and a narrower one that decides before it; some with days of
// their own.
func versionRules(rng *rand.Rand) (rules []Rule) {
	stages := []string{"contact", "offer", "solution"}
	for _, text := range []string{"a", "b"} {
		r := Rule{When: []Cond{{Stage, ByLabel, []string{text}}}, Set: Assignment{Stage: stages[rng.IntN(3)]}}
		narrow := Rule{When: append(slices.Clone(r.When), Cond{Status, ByCode, []string{text}}), Set: Assignment{Stage: stages[rng.IntN(3)], Status: "open"}}
		for _, r := range []*Rule{&r, &narrow} {
			if rng.IntN(2) == 0 {
				r.From = funnel.MustDate("2025-01-01").AddDays(rng.IntN(50))
			}
		}
		if narrow.From.Before(r.From) || narrow.From.IsZero() {
			narrow.From = r.From // or neither would be narrower
		}
		rules = append(rules, r, narrow)
	}
	return rules
}

func shuffled(rng *rand.Rand, versions []*Profile) []*Profile {
	all := slices.Clone(versions)
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

package mapping

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/koine-go/koine/funnel"
)

// What a key means on a day is what all of its rows on that day say, or nothing where they differ, found by asking every row.
func TestTimelineLaw(t *testing.T) {
	properties := gopter.NewProperties(parameters())
	properties.Property("timeline = every row asked", prop.ForAll(func(seed uint64) string {
		rng := rand.New(rand.NewPCG(seed, 10))
		var rows []pair
		for line := range 1 + rng.IntN(9) {
			from := int32(rng.IntN(20))
			p := pair{days: days{from, from + 1 + int32(rng.IntN(12))}, value: string(rune('a' + rng.IntN(3))), line: line + 1}
			if rng.IntN(8) == 0 {
				p.from = firstDay
			}
			if rng.IntN(8) == 0 {
				p.to = lastDay
			}
			rows = append(rows, p)
		}
		blamed := map[int]bool{}
		line := newTimeline(slices.Clone(rows), func(row, other pair) {
			blamed[row.line] = true
			if row.value == other.value || row.within(other.days).isEmpty() {
				t.Errorf("%v does not differ from %v", row, other)
			}
		})
		for day := int32(-2); day < 36; day++ {
			value, several := asked(rows, day)
			got, err := line.find(day, "x")
			if got != value || errors.Is(err, ErrDiffers) != several || errors.Is(err, ErrNotFound) != (value == "" && !several) {
				return fmt.Sprintf("%v on %d: got %q, %v, want %q", rows, day, got, err, value)
			}
		}
		for _, r := range rows {
			if blamed[r.line] != differs(rows, r) {
				return fmt.Sprintf("%v: row %d is blamed: %v", rows, r.line, blamed[r.line])
			}
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}

func asked(rows []pair, day int32) (value string, several bool) {
	for _, r := range rows {
		if !r.has(day) {
			continue
		}
		if value != "" && value != r.value {
			return "", true
		}
		value = r.value
	}
	return value, false
}

// differs tells whether a row that begins before r, or on the same day but stands above it, holds another value beside it.
func differs(rows []pair, r pair) bool {
	for _, o := range rows {
		before := o.from < r.from || o.from == r.from && o.line < r.line
		if before && o.value != r.value && !r.within(o.days).isEmpty() {
			return true
		}
	}
	return false
}

// Many rows of one key cost no more than sorting them.
func TestLongTimeline(t *testing.T) {
	var rows []pair
	for i := range 200_000 {
		rows = append(rows, pair{days: days{int32(i), lastDay}, value: string(rune('a' + i%2)), line: i})
	}
	count := 0
	line := newTimeline(rows, func(pair, pair) { count++ })
	if count != len(rows)-1 || len(line) != 2 {
		t.Errorf("%d differ, %d steps", count, len(line))
	}
}

// owners is tokyo with a region by owner.
func owners(t testing.TB, lookup, rules string) *Set {
	t.Helper()
	s, err := compileText(strings.Replace(tokyo, "[history.fields]", "region = { column = \"owner\", lookup = \"offices\" }\n[history.fields]", 1) + lookup + rules)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const movers = `[[lookups.offices.rows]]
key = "Sato"
value = "North"
to = 2026-01-01
[[lookups.offices.rows]]
key = "Sato"
value = "South"
from = 2026-01-01
[[lookups.offices.rows]]
key = "Ono"
value = "West"
from = 2025-06-01
to = 2025-12-01
[lookups.offices.table]
"Abe" = "East"
`

// The region of a deal is that of the export; what it was before it has as field events, from the creation on.
func TestRegionOfAnOwnerWhoMoves(t *testing.T) {
	s := owners(t, movers, "")
	for _, test := range []struct{ name, owner, created, exported, region, events string }{
		{"the latest", "Sato", "31.12.2025 23:59", "", "South", "2025-12-31T15:00:00Z North>South"},
		{"exported on the day before", "Sato", "31.12.2025 10:00", "2025-12-31", "North", ""},
		{"exported on the day", "Sato", "31.12.2025 10:00", "2026-01-01", "South", "2025-12-31T15:00:00Z North>South"},
		{"created on the day", "Sato", "01.01.2026 00:00", "", "South", ""},
		{"created unknown", "Sato", "", "", "South", "2025-12-31T15:00:00Z North>South"},
		{"the last that it meant", "Ono", "31.05.2025 12:00", "", "West", "2025-05-31T15:00:00Z >West"},
		{"no longer in force", "Ono", "31.05.2025 12:00", "2026-01-01", "", "2025-05-31T15:00:00Z >West, 2025-11-30T15:00:00Z West>"},
		{"not yet in force", "Ono", "30.05.2025 12:00", "2025-05-31", "", ""},
		{"always", "Abe", "31.05.2025 12:00", "", "East", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := Options{}
			if test.exported != "" {
				o.Exported = on(test.exported)
			}
			r := read(s, Files{Deals: strings.NewReader("id,stage,created,owner\n1,," + test.created + "," + test.owner + "\n")}, o)
			if r.err != nil {
				t.Fatal(r.err)
			}
			if found := len(r.findings) == 0; found != (test.region != "") {
				t.Errorf("findings %v", r.findings)
			}
			d := r.deals[0]
			if got := fieldEvents(d); d.Region.String() != test.region || got != test.events || r.counts.FieldEvents != len(d.FieldEvents) {
				t.Errorf("got %v and %q, want %s and %q", d.Region, got, test.region, test.events)
			}
		})
	}
	r := read(s, Files{Deals: strings.NewReader("id,stage,created,owner\n1,,31.05.2025 12:00,Ono\n")}, Options{Exported: on("2026-01-01")})
	if got, want := r.findings[0].String(), `deals:2: owner: "Ono" is not in the look-up: offices on 2026-01-01; cell set aside`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func fieldEvents(d *funnel.Deal) string {
	var all []string
	for _, e := range d.FieldEvents {
		all = append(all, e.At.String()+" "+e.Old.Label.String()+">"+e.New.Label.String())
	}
	return strings.Join(all, ", ")
}

// R-OWNER reads the region at the moment of an event from what the import gives: the last second of the old year in Tokyo is of the north.
func TestRegionAtAnEvent(t *testing.T) {
	r := read(owners(t, movers, ruleFor("X", "offer")), Files{Deals: strings.NewReader("id,stage,created,owner\n1,X,01.12.2025 09:00,Sato\n"),
		History: strings.NewReader("id,at,stage\n1,31.12.2025 23:59,X\n1,01.01.2026 00:00,X\n")}, Options{})
	d := r.deals[0]
	var s funnel.Snapshot
	d.AsOf(instant(t, "2026-02-01T00:00:00Z"), funnel.UTC(), &s)
	if a, b := s.LabelAt(funnel.RegionField, d.Events[0].At), s.LabelAt(funnel.RegionField, d.Events[1].At); a.String() != "North" || b.String() != "South" {
		t.Errorf("got %v and %v", a, b)
	}
}

// A source that knows only days changes on a day.
func TestChangeOfASourceOfDays(t *testing.T) {
	s, err := compileText(strings.NewReplacer("created_at", "created_on", "at = {", "on = {", "[history.fields]", "region = { column = \"owner\", lookup = \"offices\" }\n[history.fields]").Replace(tokyo) + movers)
	if err != nil {
		t.Fatal(err)
	}
	r := read(s, Files{Deals: strings.NewReader("id,stage,created,owner\n1,,31.12.2025,Sato\n")}, Options{})
	if got := fieldEvents(r.deals[0]); got != "2026-01-01 North>South" {
		t.Errorf("got %s, %v", got, r.findings)
	}
}

// Without Keep the field events are valid until the next deal, and a deal without any has none of the one before.
func TestChangesAreUsedAgain(t *testing.T) {
	m, err := owners(t, movers, "").Import(Files{Deals: strings.NewReader("id,stage,created,owner\n1,,,Sato\n2,,,Abe\n3,,,Ono\n")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for d, err := range m.Deals() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fieldEvents(d))
	}
	if want := []string{"2025-12-31T15:00:00Z North>South", "", "2025-05-31T15:00:00Z >West"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// What the file of changes records of an attribute stands over what a look-up gives.
func TestRecordedChangesStand(t *testing.T) {
	s := owners(t, movers, "[changes.fields]\ndeal_id = { column = \"id\" }\non = { column = \"on\" }\nfield = { column = \"field\" }\nnew = { column = \"new\" }\n")
	for _, test := range []struct{ changed, want string }{{"region", "2025-06-01 >Centre"}, {"owner", "2025-12-31T15:00:00Z North>South, 2025-06-01 >Centre"}} {
		r := read(s, Files{Deals: strings.NewReader("id,stage,created,owner\n1,,,Sato\n"), Changes: strings.NewReader("id,on,field,new\n1,01.06.2025," + test.changed + ",Centre\n")}, Options{})
		if r.err != nil || len(r.findings) > 0 {
			t.Fatal(r.err, r.findings)
		}
		if got := fieldEvents(r.deals[0]); got != test.want || r.counts.FieldEvents != strings.Count(got, "North") {
			t.Errorf("%s: got %s, %+v", test.changed, got, r.counts)
		}
	}
}

// The code of an event is looked up on the day of the event, in the profile's zone, and the deal's own on the day of the export.
func TestCodesOnTheDayOfTheEvent(t *testing.T) {
	const lookup = `[[lookups.codes.rows]]
key = "3"
value = "Angebot"
to = 2026-01-01
[[lookups.codes.rows]]
key = "3"
value = "Entwurf"
from = 2026-01-01
to = 2026-02-01
[lookups.codes.spellings]
"drei" = "3"
`
	s, err := compileText(strings.ReplaceAll(tokyo, `column = "stage" }`, `column = "stage", lookup = "codes" }`) + lookup + ruleFor("Angebot", "offer") + ruleFor("Entwurf", "solution"))
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []Options{{Exported: on("2025-12-31")}, {}} {
		r := read(s, Files{Deals: strings.NewReader("id,stage,created,owner\n1,3,,\n"),
			History: strings.NewReader("id,at,stage\n1,31.12.2025 23:59,3\n1,01.01.2026 00:00,3\n1,31.01.2026 23:59,drei\n1,01.02.2026 00:00,3\n1,02.02.2026 00:00,4\n1,30.12.2025 23:59,drei\n")}, o)
		var got []string
		for _, e := range r.deals[0].Events {
			got = append(got, e.Stage.String()+" "+e.LocalStage.String())
		}
		if want := []string{"offer Angebot", "offer Angebot", "solution Entwurf", "solution Entwurf"}; r.err != nil || !slices.Equal(got, want) {
			t.Errorf("got %q, %v", got, r.err)
		}
		if want := map[bool]funnel.Stage{true: funnel.Offered, false: funnel.Solution}[!o.Exported.IsZero()]; r.deals[0].Stage != want {
			t.Errorf("the record is %v, want %v", r.deals[0].Stage, want)
		}
		var reasons []string
		for _, f := range r.findings {
			reasons = append(reasons, fmt.Sprint(f.Line, " ", f.Reason))
		}
		for _, want := range []string{`4 spelt otherwise than in the look-up: "3"`, `5 not in the look-up: codes on 2026-02-01`, `6 not in the look-up: codes`, `7 spelt otherwise than in the look-up: "3"`} {
			if !slices.Contains(reasons, want) {
				t.Errorf("no %q in %q", want, reasons)
			}
		}
	}
}

// A file of rows with days: a blank and a sentinel do not limit; a day that cannot be read and one that ends before it begins set the row aside; two
// values on one day are a Finding, and nothing on those days alone.
func TestLookupFileWithDays(t *testing.T) {
	profile := strings.Replace(tokyo, "[deals.fields]", "sentinels = [9999-12-31]\n[deals.fields]", 1)
	s, err := compileText(strings.Replace(profile, "[history.fields]", "region = { column = \"owner\", lookup = \"offices\" }\n[history.fields]", 1) +
		"[lookups.offices]\nkey = \"who\"\nvalue = \"where\"\nfrom = \"since\"\nto = \"until\"\n[lookups.offices.spellings]\n\"Satoh\" = \"Sato\"\n")
	if err != nil {
		t.Fatal(err)
	}
	const file = "who,where,since,until\nSato,North,,01.01.2026\nSato,South,01.01.2026,31.12.9999\nOno,West,,\nOno,East,01.12.2025,01.02.2026\nAbe,East,soon,\nAbe,East,01.01.2026,01.01.2026\nAbe,West,,\n,x,,\n"
	region := func(owner, day string) string {
		r := read(s, Files{Deals: strings.NewReader("id,stage,created,owner\n1,,01.01.2030 00:00," + owner + "\n"), Lookups: map[string]io.Reader{"offices": strings.NewReader(file)}}, Options{Exported: on(day)})
		if r.err != nil {
			t.Fatal(r.err)
		}
		return r.deals[0].Region.String()
	}
	for _, test := range []struct{ owner, day, want string }{
		{"Sato", "2025-12-31", "North"}, {"Sato", "2026-01-01", "South"}, {"Satoh", "2026-01-02", "South"},
		{"Ono", "2025-11-30", "West"}, {"Ono", "2025-12-01", ""}, {"Ono", "2026-01-31", ""}, {"Ono", "2026-02-01", "West"}, {"Abe", "2026-01-01", "West"},
	} {
		if got := region(test.owner, test.day); got != test.want {
			t.Errorf("%s on %s: got %q, want %q", test.owner, test.day, got, test.want)
		}
	}
	r := read(s, Files{Deals: strings.NewReader("id,stage,created,owner\n"), Lookups: map[string]io.Reader{"offices": strings.NewReader(file)}}, Options{})
	var got []string
	for _, f := range r.findings {
		got = append(got, f.String())
	}
	want := []string{
		`look-up offices:6: since: "soon" is not a date in de-DE: not in the locale's grammar at byte 2; row refused`,
		`look-up offices:7: until: "01.01.2026" is not a value for it: not after from; row refused`,
		`look-up offices:5: who: "Ono" is one of several that differ under one key: from 2025-12-01 to 2026-02-01 (see line 4); cell set aside`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestLookupRowFaults(t *testing.T) {
	for _, test := range []struct {
		name, text string
		line       int
		column     string
		err        error
	}{
		{"two values on one day", "[[lookups.a.rows]]\nkey = \"x\"\nvalue = \"1\"\n[[lookups.a.rows]]\nkey = \"x\"\nvalue = \"2\"\nfrom = 2026-01-01\n", 14, "lookups.a.rows", ErrDiffers},
		{"another value than the table", "[lookups.a.table]\nx = \"1\"\n[[lookups.a.rows]]\nkey = \"x\"\nvalue = \"2\"\nfrom = 2026-01-01\n", 13, "lookups.a.rows", ErrDiffers},
		{"no time at all", "[[lookups.a.rows]]\nkey = \"x\"\nvalue = \"1\"\nfrom = 2026-01-01\nto = 2026-01-01\n", 11, "lookups.a.rows", ErrValue},
		{"rows and a file", "[lookups.a]\nkey = \"k\"\nvalue = \"v\"\n[[lookups.a.rows]]\nkey = \"x\"\nvalue = \"1\"\n", 11, "lookups.a", ErrTwice},
		{"columns of days without a file", "[lookups.a]\nfrom = \"since\"\n[lookups.a.table]\nx = \"1\"\n", 11, "lookups.a", ErrTwice},
		{"rows without any", "[lookups.a]\nrows = []\n", 11, "lookups.a", ErrMissing},
		{"a row without a value", "[[lookups.a.rows]]\nkey = \"x\"\n", 11, "lookups.a.rows.value", ErrMissing},
		{"a spelling of no key", "[[lookups.a.rows]]\nkey = \"x\"\nvalue = \"1\"\n[lookups.a.spellings]\ny = \"z\"\n", 15, "lookups.a.spellings", ErrNotFound},
		{"the actor of an event", "[history.fields]\ndeal_id = { column = \"id\" }\non = { column = \"on\" }\nstage_label = { column = \"s\" }\nactor = { column = \"a\", lookup = \"a\" }\n[[lookups.a.rows]]\nkey = \"x\"\nvalue = \"1\"\n", 15, "history.fields.actor", ErrValue},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := compileText(least + test.text)
			wantError(t, err, "a.toml", test.line, test.column, test.err)
		})
	}
	_, err := compileText(least + "[[lookups.a.rows]]\nkey = \"x\"\nvalue = \"1\"\nto = 2026-02-01\n[[lookups.a.rows]]\nkey = \"x\"\nvalue = \"2\"\nfrom = 2026-01-01\n")
	const want = `mapping: a.toml:15: lookups.a.rows: "x" is one of several that differ under one key: it means "2" here and "1" in line 11, both from 2026-01-01 to 2026-02-01`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

package mapping

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
)

// flat is one deal of a source that writes CSV and JSON; a blank text is not given.
type flat struct{ id, created, amount, chance, term, owner, rivals, test, stage string }

func flats(seed uint64) (all []flat) {
	rng := rand.New(rand.NewPCG(seed, 11))
	pick := func(s ...string) string { return s[rng.IntN(len(s))] }
	for range rng.IntN(12) {
		all = append(all, flat{
			id:      pick("", "1", "2", "3", "4", "A \"b\"", "x,y", "z\n9", "ß\\", "{[", "u\u0308"),
			created: pick("", "2026-03-05T14:30:00Z", "2026-03-05T14:30:00+02:00", "bald", "2026-02-30T00:00:00Z"),
			amount:  pick("", "0", "1234.5", "-7.25", "1000000", "12.500", "123456789012345678901"),
			chance:  pick("", "0", "0.4", "1", "1.5"),
			term:    pick("", "12", "12.0", "-1", "1.5"),
			owner:   pick("", "Meier", "=cmd", " a ", "O'Neil; \"x\""),
			rivals:  pick("", "A", "A|B", "ü|\"C\"|, "),
			test:    pick("", "true", "false"),
			stage:   pick("", "7", "won", "else"),
		})
	}
	return all
}

// asCSV writes numbers as the locale does, with a comma.
func asCSV(deals []flat) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	comma := func(s string) string { return strings.Replace(s, ".", ",", 1) }
	w.Write([]string{"id", "created", "amount", "chance", "term", "owner", "rivals", "test", "stage"})
	for _, d := range deals {
		w.Write([]string{d.id, d.created, comma(d.amount), comma(d.chance), comma(d.term), d.owner, d.rivals, d.test, d.stage})
	}
	w.Flush()
	return b.String()
}

// asRecord writes what is blank as null, as an empty text, or not at all.
func asRecord(d flat, rng *rand.Rand) string {
	var members, inner []string
	add := func(to *[]string, name, value string, isText bool) {
		switch {
		case value == "" && rng.IntN(3) == 0:
			return
		case value == "" && rng.IntN(2) == 0:
			value = "null"
		case value == "" || isText:
			quoted, _ := json.Marshal(value)
			value = string(quoted)
		}
		quoted, _ := json.Marshal(name)
		*to = append(*to, string(quoted)+": "+value)
	}
	add(&members, "id", d.id, true)
	add(&inner, "created", d.created, true)
	add(&inner, "amount", d.amount, false)
	add(&inner, "chance", d.chance, false)
	add(&inner, "term", d.term, false)
	add(&inner, "deal.stage", d.stage, d.stage != "7" || rng.IntN(2) == 0)
	add(&members, "rivals", d.rivals, true)
	add(&members, "test", d.test, false)
	owner := []string{`"team": [1, {"name": "no"}]`}
	add(&owner, "name", d.owner, true)
	members = append(members, `"properties": {`+strings.Join(inner, ",")+"}", `"owner": {`+strings.Join(owner, ", ")+"}", `"other": {"id": [{"id": "}]"}]}`)
	rng.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	return "{" + strings.Join(members, ", ") + "}"
}

// The same deals in CSV, in JSON lines, in an array and in a list of a document are the same deals.
func TestSyntaxLaw(t *testing.T) {
	nested := func(syntax string) string {
		text := strings.NewReplacer("closed_on      = { column = \"properties.closed\", epoch = \"ms\" }\n", "", `separator = ";"`, `separator = "|"`, `, yes = ["ja"]`, "",
			"HISTORY", "").Replace(api)
		if syntax != "" {
			return strings.Replace(text, "EACH", syntax, 1)
		}
		return strings.NewReplacer("syntax = \"json\"\nEACH", "", `'properties."deal.stage"'`, `"stage"`, "properties.", "", "owner.name", "owner").Replace(text)
	}
	flatSet, lines, listed := compile(t, nested("")), compile(t, nested("sorted = false")), compile(t, nested(`each = "data.results"`))
	properties := gopter.NewProperties(parameters())
	properties.Property("CSV = JSON", prop.ForAll(func(seed uint64) string {
		deals, rng := flats(seed), rand.New(rand.NewPCG(seed, 12))
		var records []string
		for _, d := range deals {
			records = append(records, asRecord(d, rng))
		}
		want := read(flatSet, Files{Deals: strings.NewReader(asCSV(deals))}, Options{})
		for name, in := range map[string]struct {
			set  *Set
			text string
		}{
			"lines": {lines, strings.Join(records, "\n")},
			"array": {lines, "[" + strings.Join(records, ",\n") + "]"},
			"list":  {listed, "{\"data\":\n{\"n\":1,\"results\":[" + strings.Join(records, ",") + "]}}"},
		} {
			got := read(in.set, Files{Deals: strings.NewReader(in.text)}, Options{})
			if got.err != nil || !slices.Equal(sortedDeals(got), sortedDeals(want)) || !alikeCounts(got, want) {
				return fmt.Sprintf("%s: %v\n%v\n%v\n%v\n%v\n%s", name, got.err, sortedDeals(got), sortedDeals(want), got.findings, want.findings, in.text)
			}
		}
		return ""
	}, gen.UInt64()))
	properties.TestingRun(t)
}

// alikeCounts compares rows, local values and the completeness of fields; the paths that no record had are told of JSON alone.
func alikeCounts(a, b result) bool {
	for i := range a.fields {
		a.fields[i].Absent, a.fields[i].Column, b.fields[i].Column, a.fields[i].Liberties, b.fields[i].Liberties = false, "", "", nil, nil
	}
	a.counts.Findings, b.counts.Findings = 0, 0
	return a.counts == b.counts && reflect.DeepEqual(a.fields, b.fields) && withoutRules(a.coverage) == withoutRules(b.coverage)
}

// withoutRules returns a coverage as a text without the places of its rules, which are others in another profile.
func withoutRules(c Coverage) string {
	for _, v := range c.Values {
		for i := range v.Meanings {
			v.Meanings[i].Rule = ""
		}
	}
	return c.String()
}

// Whatever JSON holds, an import ends, its rows add up, and those of JSON lines are those of an array of the lines that hold one record.
func FuzzImportJSON(f *testing.F) {
	f.Add(apiDeal+"\n"+`{"id":1}`+"\n", "")
	f.Add(`[{"id":1},{"id":1,"test":true},[],7,null]`, "")
	f.Add("{\"results\":[{\"id\":\"\\u00e4\"}\n],\"results\":1}", "results")
	f.Add(`{"a":{"b":[{"id":1}, {"id":2,"id":3}]}} {"a":{}}`, "a.b")
	f.Add("{\"id\":1,\"properties\":{\"amount\":1e400,\"created\":[]},\"owner\":\"x\"}\n{\"id\":\"\xff\"}\n[[[[", "")
	sets := map[string]*Set{}
	f.Fuzz(func(t *testing.T, text, each string) {
		set, ok := sets[each]
		if !ok {
			key := fmt.Sprintf("each = %q", each)
			if each == "" {
				key = ""
			}
			p, err := compileText(strings.NewReplacer("EACH", key, "HISTORY", "").Replace(api))
			if err != nil {
				return
			}
			set = p
			if len(sets) < 100 {
				sets[each] = set
			}
		}
		limits := Limits{RowBytes: 300, CellBytes: 100, Columns: 20, Depth: 10}
		r := read(set, Files{Deals: strings.NewReader(text)}, Options{Limits: limits})
		refused := 0
		for _, f := range r.findings {
			if !f.Kept {
				refused++ // lines do not tell rows apart here
			}
		}
		if c := r.counts; r.err == nil && (c.Rows() != len(r.deals)+c.Refused() || refused < c.Refused() || c.Findings != len(r.findings)) {
			t.Fatalf("%+v with %d deals and %v", c, len(r.deals), r.findings)
		}
		sorted := read(set, Files{Deals: strings.NewReader(text)}, Options{Sorted: true, Limits: limits})
		if sorted.err == nil && (r.err != nil || sorted.counts.Rows() != r.counts.Rows()) {
			t.Fatalf("%v: %+v, but sorted %+v", r.err, r.counts, sorted.counts)
		}
	})
}

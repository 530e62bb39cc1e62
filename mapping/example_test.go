package mapping_test

import (
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/mapping"
)

const swedish = `name          = "SE"
version       = "2026.1"
source_scheme = "se-crm"
region        = "SE"
locale        = "sv-SE"
zone          = "Europe/Stockholm"
currency      = "SEK"

[deals]
delimiter = ";"

[deals.fields]
id          = { column = "Affärs-ID" }
created_at  = { column = "Skapad" }
amount      = { column = "Belopp" }
stage_label = { column = "Fas" }
reason_label = { column = "Orsak" }

[history.fields]
deal_id     = { column = "Affärs-ID" }
at          = { column = "Inträde" }
stage_label = { column = "Fas" }

[[rules]]
when = { stage_label = ["Kvalificerad"] }
set  = { stage = "qualified" }

[[rules]]
when = { stage_label = ["Offert", "Offert skickad"] }
set  = { stage = "offer" }

[[rules]]
when = { stage_label = ["Förlorad"] }
set  = { status = "lost" }

[[rules]] # narrower than the rule before it, so it decides where both match
when = { stage_label = ["Förlorad"], reason_label = ["Inget svar"] }
set  = { status = "no_response" }
confidence = "assumed"
`

func compile(profile string) *mapping.Set {
	p, err := mapping.ReadProfile("se.toml", strings.NewReader(profile), time.LoadLocation)
	if err != nil {
		log.Fatal(err)
	}
	set, err := mapping.Compile(p, funnel.V1())
	if err != nil {
		log.Fatal(err)
	}
	return set
}

func Example() {
	set := compile(swedish)
	deals := "Affärs-ID;Skapad;Belopp;Fas;Orsak\n" +
		"A-1;2026-01-07 09:15;125 000,00 kr;Offert skickad;\n" +
		"A-2;2026-02-30 10:00;80 000,00 kr;Förlorad;Inget svar\n" +
		"A-3;2026-03-02 11:30;12 kr;Vilande;\n"
	history := "Affärs-ID;Inträde;Fas\n" +
		"A-1;2026-01-09 08:00;Kvalificerad\n" +
		"A-1;2026-02-01 16:40;Offert skickad\n" +
		"A-9;2026-02-01 16:40;Offert\n"

	imp, err := set.Import(mapping.Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)},
		mapping.Options{Finding: func(f mapping.Finding) { fmt.Println(f) }})
	if err != nil {
		log.Fatal(err)
	}
	for d, err := range imp.Deals() {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %v, stage %q, status %q, %d events\n", d.ID, d.Amount, d.Stage, d.Status, len(d.Events))
	}
	c := imp.Counts()
	fmt.Printf("%d rows = %d deals + %d events + %d refused\n", c.Rows(), c.Deals, c.Events, c.Refused())
	fmt.Println(imp.Coverage().Values[0])
	// Output:
	// history:4: Affärs-ID: "A-9" is not the id of a deal; row refused
	// A-1: 125000.00 SEK, stage "offer", status "open", 2 events
	// deals:3: Skapad: "2026-02-30 10:00" is not a point in time in sv-SE: no such day at byte 0; cell set aside
	// A-2: 80000.00 SEK, stage "", status "no_response", 0 events
	// A-3: 12 SEK, stage "", status "", 0 events
	// 6 rows = 3 deals + 2 events + 1 refused
	// stage_label "Vilande": not mapped, 1 row
}

func ExampleSet_Explain() {
	set := compile(swedish)
	lost := mapping.Local{Stage: mapping.Names{Label: "Förlorad"}, Reason: mapping.Names{Label: "Inget svar"}}
	fmt.Print(set.Explain(lost, funnel.Moment{}))
	// Output:
	// stage_label = "Förlorad", reason_label = "Inget svar" by SE@2026.1
	//   se.toml:36: status no_response (assumed)
	//   not se.toml:32: the rule at se.toml:36 is narrower and sets status
}

func ExampleCompile_conflict() {
	p, err := mapping.ReadProfile("se.toml", strings.NewReader(swedish+`
[[rules]]
when = { reason_label = ["Inget svar", "Tyst"] }
set  = { status = "no_decision" }
`), time.LoadLocation)
	if err != nil {
		log.Fatal(err)
	}
	_, err = mapping.Compile(p, funnel.V1())
	fmt.Println(err)
	// Output:
	// mapping: se.toml:41: rules: in conflict with another rule: the rule at se.toml:32 sets status lost, this one no_decision, and both match stage_label = "Förlorad", reason_label = "Inget svar"
}

// Quotas, offers and the like have tables of their own in the profile; each file is read by the method that is named after it.
func ExampleImport_Quotas() {
	const profile = `
name = "SE"
version = "2026.1"
source_scheme = "se-crm"
locale = "sv-SE"
zone = "Europe/Stockholm"
currency = "SEK"
[deals.fields]
id = { column = "Affärs-ID" }
[quotas.fields]
scope_kind = { value = "region" }
scope      = { column = "Region" }
period     = { column = "Kvartal" }
amount     = { column = "Mål" }
kind       = { value = "bookings" }
`
	p, err := mapping.ReadProfile("se.toml", strings.NewReader(profile), time.LoadLocation)
	if err != nil {
		fmt.Println(err)
		return
	}
	set, err := mapping.Compile(p, funnel.V1())
	if err != nil {
		fmt.Println(err)
		return
	}
	quotas := strings.NewReader("Region,Kvartal,Mål\nNorr,2026 Q2,4 500 000 kr\nSyd,2026 Q2,mycket\n")
	m, err := set.Import(mapping.Files{Quotas: quotas}, mapping.Options{Finding: func(f mapping.Finding) { fmt.Println(f) }})
	if err != nil {
		fmt.Println(err)
		return
	}
	for q, err := range m.Quotas() {
		fmt.Println(q.Scope, q.Period, q.Amount, err)
	}
	// Output:
	// quotas:3: Mål: "mycket" is not an amount in sv-SE: not in the locale's grammar at byte 6; row refused
	// region:Norr 2026-04-01..2026-07-01 4500000 SEK <nil>
}

// What a new version of a profile would change, before it is put in force: of the deals that ended in 2026, silence is no longer a loss.
func ExampleDiff() {
	read := func(file, profile string) *mapping.Profile {
		p, err := mapping.ReadProfile(file, strings.NewReader(profile), time.LoadLocation)
		if err != nil {
			log.Fatal(err)
		}
		return p
	}
	const rule = "[[rules]]\nwhen = { stage_label = [\"Inget svar\"] }\nset = { status = %q }\n"
	today := read("se-1.toml", swedish+fmt.Sprintf(rule, "lost"))
	tomorrow := read("se-2.toml", strings.Replace(swedish, `"2026.1"`, "\"2026.2\"\nfrom = 2026-01-01", 1)+fmt.Sprintf(rule, "no_response"))
	const deals = "Affärs-ID;Skapad;Belopp;Fas;Orsak\nA-1;2025-11-01 10:00;;Inget svar;\nA-2;2025-11-01 10:00;;Inget svar;\n"
	const history = "Affärs-ID;Inträde;Fas\nA-1;2025-12-31 23:59;Inget svar\nA-2;2026-01-01 00:00;Inget svar\n"
	open := func(versions ...*mapping.Profile) *mapping.Import {
		set, err := mapping.CompileVersions(versions, funnel.V1())
		if err != nil {
			log.Fatal(err)
		}
		m, err := set.Import(mapping.Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}, mapping.Options{})
		if err != nil {
			log.Fatal(err)
		}
		return m
	}
	for c, err := range mapping.Diff(open(today), open(today, tomorrow)) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(c.After.ID, c.From, c.To, c.After.Events[0].Profile)
	}
	// Output:
	// A-1 lost lost SE@2026.1
	// A-2 lost no_response SE@2026.2
}

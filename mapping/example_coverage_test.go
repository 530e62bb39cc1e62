package mapping_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/koine-go/koine/mapping"
)

// cover imports a Swedish export and returns its coverage.
func cover(rows ...string) mapping.Coverage {
	deals := "Affärs-ID;Skapad;Belopp;Fas;Orsak\n" + strings.Join(rows, "\n") + "\n"
	imp, err := compile(swedish).Import(mapping.Files{Deals: strings.NewReader(deals)}, mapping.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, err := range imp.Deals() {
		if err != nil {
			log.Fatal(err)
		}
	}
	return imp.Coverage()
}

func ExampleCoverage() {
	fmt.Print(cover(
		"A-1;2026-01-07 09:15;125 000,00 kr;Offert skickad;",
		"A-2;2026-02-05 10:00;80 000,50 kr;Förlorad;Inget svar",
		"A-3;2026-02-06 10:00;20 000,00 kr;Förlorad;",
		"A-4;2026-03-02 11:30;12 000,00 kr;Offert skikad;"))
	// Output:
	// SE@2026.1: 4 local values in 4 rows
	//
	// axis    rows   mapped  amounts, and what of them is mapped
	// stage      4   75.00%  237000.5 SEK (94.94%)
	// reason     1  100.00%  80000.5 SEK (100.00%)
	// all        4   75.00%  237000.5 SEK (94.94%)
	//
	//             rows        amount  first seen         last seen          local value, and what it came to
	// not mapped     1     12000 SEK  2026-03-02 10:30Z  2026-03-02 10:30Z  stage_label "Offert skikad": not mapped; did you mean "Offert skickad"?
	// ambiguous      2  100000.5 SEK  2026-02-05 09:00Z  2026-02-06 09:00Z  stage_label "Förlorad": lost by se.toml:32 in 1 row; no_response by se.toml:36 (assumed) in 1 row; ambiguous in context
	// assumed        1   80000.5 SEK  2026-02-05 09:00Z  2026-02-05 09:00Z  reason_label "Inget svar": no_response by se.toml:36 (assumed)
	// exact          1    125000 SEK  2026-01-07 08:15Z  2026-01-07 08:15Z  stage_label "Offert skickad": offer by se.toml:28
}

func ExampleCoverage_Since() {
	january := cover("A-1;2026-01-07 09:15;125 000,00 kr;Offert skickad;")
	var kept bytes.Buffer
	if err := january.WriteJSON(&kept); err != nil {
		log.Fatal(err)
	}
	last, err := mapping.ReadCoverage(&kept)
	if err != nil {
		log.Fatal(err)
	}
	february := cover("A-1;2026-01-07 09:15;125 000,00 kr;Kvalificerad;", "A-4;2026-02-02 11:30;12 000,00 kr;Vilande;")
	fmt.Print(february.Since(last))
	// Output:
	// SE@2026.1 since SE@2026.1: 2 new, 1 gone, 0 with another meaning
	//
	// axis    rows            mapped  of the amounts
	// stage  1 → 2  100.00% → 50.00%  SEK 100.00% → 91.24%
	// all    1 → 2  100.00% → 50.00%  SEK 100.00% → 91.24%
	//
	// new      stage_label "Vilande": not mapped, 1 row
	// new      stage_label "Kvalificerad": qualified by se.toml:24, 1 row
	// gone     stage_label "Offert skickad": offer by se.toml:28, 1 row
}

func ExampleSet_Way() {
	deals := "Affärs-ID;Skapad;Belopp;Fas;Orsak\n" +
		"A-1;2026-01-07 09:15;125 000,00 kr;Offert skickad;\n" +
		"A-2;2026-02-30 10:00;80 000,00 kr;Förlorad;Inget svar\n"
	history := "Affärs-ID;Inträde;Fas\n" +
		"A-2;2026-03-01 16:40;Offert skikad\n" +
		"A-2;2026-01-09 08:00;Kvalificerad\n" +
		"A-2;i fjol;Kvalificerad\n"
	way, err := compile(swedish).Way("A-2", mapping.Files{Deals: strings.NewReader(deals), History: strings.NewReader(history)}, mapping.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(way)
	// Output:
	// deal A-2 of SE@2026.1
	//
	// deals:3
	//   id            Affärs-ID "A-2"
	//   created_at    Skapad "2026-02-30 10:00"  !
	//   amount        Belopp "80 000,00 kr"      → 80000.00 SEK (space variant, assumed currency)
	//   stage_label   Fas "Förlorad"
	//   reason_label  Orsak "Inget svar"
	//   deals:3: Skapad: "2026-02-30 10:00" is not a point in time in sv-SE: no such day at byte 0; cell set aside
	//   means no_response
	//     se.toml:36: status no_response (assumed)
	//     not se.toml:32: the rule at se.toml:36 is narrower and sets status
	//
	// history:3
	//   deal_id      Affärs-ID "A-2"
	//   at           Inträde "2026-01-09 08:00"  → 2026-01-09T07:00:00Z
	//   stage_label  Fas "Kvalificerad"
	//   means qualified, open
	//     se.toml:24: stage qualified (exact)
	//   event 2026-01-09T07:00:00Z: qualified, open
	//
	// history:2
	//   deal_id      Affärs-ID "A-2"
	//   at           Inträde "2026-03-01 16:40"  → 2026-03-01T15:40:00Z
	//   stage_label  Fas "Offert skikad"
	//   means nothing that is known
	//     stage is not mapped
	//     no rule names stage_label "Offert skikad"; did you mean "Offert skickad"?
	//   event 2026-03-01T15:40:00Z: nothing that is known
	//
	// history:4, refused
	//   deal_id      Affärs-ID "A-2"
	//   at           Inträde "i fjol"    !
	//   stage_label  Fas "Kvalificerad"
	//   history:4: Inträde: "i fjol" is not a point in time in sv-SE: not in the locale's grammar at byte 0; row refused
}

package mapping_test

import (
	"fmt"
	"strings"

	"github.com/koine-go/koine/mapping"
)

// "Qualifiziert" comes before the first contact in one CRM and behind it in another, so that it is a question.
func ExampleDraft() {
	var export strings.Builder
	export.WriteString("Vorgangs-Nr.;Kunde;Phase;Auftragswert;Angelegt am\n")
	for i, phase := range []string{"Kontaktiert", "Qualifiziert", "Angebot", "Angebot", "Verhandlung", "Kontaktiert", "Qualifiziert", "Angebot", "Verhandlung"} {
		fmt.Fprintf(&export, "V-%d;Muster %d;%s;1.%d00,00 €;0%d.03.2026\n", i, i%3, phase, i, i+1)
	}
	drafted, err := mapping.Draft(mapping.Sample{Deals: []byte(export.String())}, mapping.DraftOptions{})
	if err != nil {
		panic(err)
	}
	for _, p := range drafted.Proposals {
		if p.What == "column" || p.What == "value" {
			fmt.Println(p.Column, p.Value, "is", p.Proposed, p.Sure)
		}
	}
	// Output:
	// Vorgangs-Nr.  is id true
	// Kunde  is account_id true
	// Phase  is stage_label true
	// Auftragswert  is amount true
	// Angelegt am  is created_on true
	// Phase Kontaktiert is contact true
	// Phase Qualifiziert is qualified false
	// Phase Angebot is offer true
	// Phase Verhandlung is negotiation true
}

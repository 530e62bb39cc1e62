package mapping

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
)

// find returns the proposal about a column, a value, or what else it is about.
func find(t *testing.T, d *Drafted, what, about string) Proposal {
	t.Helper()
	for _, p := range d.Proposals {
		if p.What == what && (about == "" || about == p.Column && what != "value" || about == p.Value && what == "value") {
			return p
		}
	}
	t.Fatalf("nothing about %s %q", what, about)
	return Proposal{}
}

func draftOf(t *testing.T, o DraftOptions, deals, history string) *Drafted {
	t.Helper()
	d, err := Draft(Sample{[]byte(deals), []byte(history)}, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// table writes rows by a function of their number.
func table(header string, rows int, row func(i int) string) string {
	var b strings.Builder
	b.WriteString(header + "\n")
	for i := range rows {
		b.WriteString(row(i) + "\n")
	}
	return b.String()
}

// The words are what they are, but deals pass the stages the other way round: then the words are not believed.
func TestHistoryContradictsWords(t *testing.T) {
	deals := table("Deal ID,Stage,Amount,Created On", 30, func(i int) string {
		return fmt.Sprintf("D%d,%s,$%d.00,2025-01-%02d", i, []string{"Contacted", "Proposal", "Negotiation"}[i%3], 1000+i, i%28+1)
	})
	history := func(first, second string) string {
		return table("Deal ID,Stage,Changed On", 60, func(i int) string {
			return fmt.Sprintf("D%d,%s,2025-02-%02d", i/2, []string{first, second}[i%2], i%2*9+1)
		})
	}
	for _, c := range []struct {
		first, second string
		sure          bool
	}{{"Contacted", "Proposal", true}, {"Proposal", "Contacted", false}} {
		d := draftOf(t, DraftOptions{}, deals, history(c.first, c.second))
		for _, v := range []string{c.first, c.second} {
			if p := find(t, d, "value", v); p.Sure != c.sure {
				t.Errorf("%s before %s: %q is %+v", c.first, c.second, v, p)
			}
		}
		if p := find(t, d, "value", "Negotiation"); !p.Sure {
			t.Errorf("Negotiation, which the history does not touch: %+v", p)
		}
	}
}

// A weak word between its two neighbours is confirmed by them, and not by one.
func TestHistoryConfirmsWords(t *testing.T) {
	way := []string{"初步接触", "需求确认", "方案设计", "报价"}
	for _, c := range []struct {
		way  []string
		sure bool
	}{{way, true}, {way[1:], false}, {[]string{way[0], way[1], way[3]}, false}} {
		n := len(c.way)
		deals := table("商机编号,阶段,状态,创建日期", 40, func(i int) string { return fmt.Sprintf("SJ%d,%s,进行中,2025-01-%02d", i, c.way[i%n], i%28+1) })
		history := table("商机编号,阶段,变更时间", 40*n, func(i int) string { return fmt.Sprintf("SJ%d,%s,2025-02-%02d 10:00", i/n, c.way[i%n], i%n+1) })
		d := draftOf(t, DraftOptions{}, deals, history)
		if p := find(t, d, "value", "需求确认"); p.Sure != c.sure || p.Proposed != "qualified" {
			t.Errorf("%q: %+v", c.way, p)
		}
	}
}

// Slovak is not in the lexicon, and looks like Czech in many words: the euros tell that it is not written as in the Czech Republic.
func TestNeighbourOfALanguage(t *testing.T) {
	deals := table("Číslo obchodu;Zákazník;Stav;Pravdepodobnosť;Produkt;Hodnota obchodu;Vytvoreno", 30, func(i int) string {
		return fmt.Sprintf("O%d;Firma %d;%s;%d %%;Čerpadlo;%d,50 €;0%d.02.2025", i, i%4, []string{"Otvorená", "Vyhraná"}[i%2], i%10*10, 500+i, i%9+1)
	})
	if p := find(t, draftOf(t, DraftOptions{}, deals, ""), "locale", ""); p.Sure || !slices.Contains(p.Candidates, "cs-CZ") {
		t.Errorf("%+v", p)
	}
}

// Dates that can be read in two orders leave the order to a person; one past the twelfth is a few too few; many decide.
func TestOrderOfDates(t *testing.T) {
	for _, c := range []struct {
		past int
		sure bool
	}{{0, false}, {1, false}, {12, true}} {
		deals := table("Opportunity ID,Status,Amount,Created On", 24, func(i int) string {
			day := i%12 + 1
			if i < c.past {
				day = 13 + i
			}
			return fmt.Sprintf("%06d,%s,₹%d.50,%02d-%02d-2025", i, []string{"Open", "Won", "Lost"}[i%3], 100+i, day, i%11+1)
		})
		p := find(t, draftOf(t, DraftOptions{Locale: language.MustParse("en-IN")}, deals, ""), "order", "Created On")
		if p.Sure != c.sure || p.Sure && p.Proposed != "dmy" {
			t.Errorf("%d past the twelfth: %+v", c.past, p)
		}
	}
}

// What is given is not asked.
func TestDraftOptions(t *testing.T) {
	deals := table("Deal ID,Stage,Status,Deal Value,Currency,Created On", 20, func(i int) string {
		return fmt.Sprintf("D%d,%s,%s,%d,EUR,2025-01-%02d", i, []string{"Contacted", "Proposal"}[i%2], []string{"Open", "Won", "Lost"}[i%3], 100+i, i%28+1)
	})
	d := draftOf(t, DraftOptions{Name: "Example", Locale: language.MustParse("en-IE"), Zone: "Europe/Dublin"}, deals, "")
	var text bytes.Buffer
	if err := d.WriteTOML(&text); err != nil {
		t.Fatal(err)
	}
	p, err := ReadProfile("draft.toml", &text, time.LoadLocation)
	if err != nil {
		t.Fatalf("all is known, and yet: %v", err)
	}
	if p.Name != "Example" || len(p.Rules) != 5 {
		t.Errorf("%s with %d rules", p.Name, len(p.Rules))
	}
	cutAt := draftOf(t, DraftOptions{Rows: 10}, deals, "")
	if p := find(t, cutAt, "column", "Deal ID"); p.Rows != 10 {
		t.Errorf("%d rows of the 10 that shall be looked at", p.Rows)
	}
	if p := find(t, draftOf(t, DraftOptions{Bytes: 300}, deals, ""), "encoding", ""); p.Sure {
		t.Error("what was cut off a sample is taken for ASCII too")
	}
}

// A proposal is the same for a program as for a person, and says no where it is not sure.
func TestProposalsAsJSON(t *testing.T) {
	deals := table("Deal ID,Stage", 20, func(i int) string {
		return fmt.Sprintf("D%d,%s", i, []string{"Proposal", "Contacted", "Qualified"}[i%3])
	})
	text, err := json.Marshal(find(t, draftOf(t, DraftOptions{}, deals, ""), "value", "Qualified"))
	const want = `{"what":"value","file":"deals","column":"Stage","axis":"stage","value":"Qualified","rows":6,"sets":"stage","proposed":"qualified","sure":false,` +
		`"evidence":["a word for stage qualified in en (own)","but a word that does not mean the same everywhere"],"candidates":["qualified"]}`
	if err != nil || string(text) != want {
		t.Errorf("%s, %v", text, err)
	}
}

func TestDraftRefuses(t *testing.T) {
	for _, c := range []struct {
		deals string
		err   error
	}{{"", ErrMissing}, {"one column\n1\n", ErrDelimiter}, {"a,b\r\n\"c", nil}} {
		if _, err := Draft(Sample{Deals: []byte(c.deals)}, DraftOptions{}); c.err != nil && !isError(err, c.err) {
			t.Errorf("%q: %v", c.deals, err)
		}
	}
}

// Of two columns with one name neither can be read.
func TestHeaderTwice(t *testing.T) {
	deals := table("Deal ID,Owner,Currency,Owner", 20, func(i int) string { return fmt.Sprintf("D%d,%s,EUR,x", i, []string{"Ann", "Ben"}[i%2]) })
	for _, p := range draftOf(t, DraftOptions{}, deals, "").Proposals {
		if p.Column == "Owner" && p.Sure {
			t.Errorf("%+v", p)
		}
	}
}

func TestNumeral(t *testing.T) {
	for _, c := range []struct {
		text, mark string
		ok         bool
	}{
		{"1.234,50 €", "€", true}, {"₹12,34,567.00", "₹", true}, {"1\u202f234,50\u00a0kr", "kr", true}, {"-5 EUR", "EUR", true}, {"(12.00)", "", true}, {"60 %", "%", true},
		{"18.08.2025", "", false}, {"2025.08.18", "", false}, {"CAD-0001", "", false}, {"AFF 12", "", false}, {"12 kg", "", false}, {"€", "", false}, {"1 € 2", "", false},
	} {
		if mark, _, ok := numeral(c.text); ok != c.ok || ok && mark != c.mark {
			t.Errorf("%q: %q, %v", c.text, mark, ok)
		}
	}
}

package main

import (
	"fmt"
	"time"
)

// sweden writes the export of SE: year first, no-break spaces between groups, kr, sorted by id. Its CRM makes a record only once a deal
// is qualified, and has no offer stage: quotations live elsewhere.
func sweden(l *ledger) []*sheet {
	const deals, history = "SE/deals.csv", "SE/history.csv"
	b := newBook(46, market{
		stages: []stage{qualified, solution, negotiation, commitment},
		pace:   80, luck: 85, holds: true, rate: 110, round: 500,
	}, 6, swedishCustomers(), func(n int) string { return fmt.Sprint(88100000 + n) })
	b.reopen(l, history, 1, won, lost)
	b.regress(l, history, 2)
	b.instantWin(l, history, 1)
	b.passThrough(l, history, 1)
	b.credit(l, deals, 1)
	b.unpriced(l, deals, 4)
	b.voidEntries(l, deals, 1)
	b.mergeEntries(l, deals, 1)
	b.share(l, deals, 1, account{"Exempelmetro Norden AB", "EC-9003"})
	b.rename(l, deals, "customer name that a spreadsheet would run", "=HYPERLINK(A1)")
	b.rename(l, deals, "customer name with quotes in it", `Påhittade "Ånga & Kraft" AB`)
	d, h := swedishDeals(deals, b), swedishHistory(history, b)
	swedishFaults(l, b, d, h)
	b.silence(l, history)
	return []*sheet{d, h}
}

func swedishWords() words {
	return words{
		stages:   [stages]string{qualified: "Kvalificerad", solution: "Lösningsförslag", negotiation: "Beslutsfattare med", commitment: "Avtal skickat"},
		outcomes: [outcomes]string{"Pågående", "Pausad", "Vunnen", "Förlorad", "Inget beslut", "Inget svar", "Avböjd av oss", "Dubblett"},
		causes:   [causes]string{"", "Pris", "Konkurrent", "Funktion saknas", "Tidpunkt", "Ingen budget", "Inget behov", "Befintlig leverantör", "Vi var sena", "Avtalsvillkor", "Okänd"},
		products: [products]string{"Drivsystem", "Givare", "Programvara", "Service", "Reservdelar"},
		segments: [segments]string{"Industri", "Infrastruktur", "Offentlig sektor"},
	}
}

func swedishCustomers() []account {
	return customers(5000, []string{"Exempel", "Påhitt", "Låtsas", "Mönster", "Dikt"},
		[]string{"bruket", "verken", "ångan", "kvarnen", "båtarna", "älvkraft"},
		func(first, second string, i int) string { return first + second + [2]string{" AB", " Aktiebolag"}[i%2] })
}

func swedishSheet(path string, header ...string) *sheet {
	return &sheet{path: path, comma: ";", newline: "\n", sorted: true, header: header}
}

const (
	swedishDay    = "2006-01-02"
	swedishMinute = "2006-01-02 15:04"
)

func swedishDeals(path string, b *book) *sheet {
	s, w := swedishSheet(path, "Affärs-ID", "Kund", "Koncernnyckel", "Säljare", "Produktgrupp", "Kundsegment", "Fas", "Status", "Anledning", "Belopp",
		"Förväntat avslut", "Skapad", "Sammanslagen med"), swedishWords()
	for _, d := range b.deals {
		value, end := "", d.last()
		if d.priced {
			value = kronor(d.amount)
		}
		s.add(d.id, d.id, d.account.name, d.account.key, swedishOwner(d), w.products[d.product], w.segments[d.segment], w.stages[end.stage],
			w.outcomes[end.outcome], w.causes[end.cause], value, d.expected.Format(swedishDay), d.created.Format(swedishMinute), d.merged)
	}
	return s
}

func swedishHistory(path string, b *book) *sheet {
	s, w := swedishSheet(path, "Affärs-ID", "Nr", "Tidpunkt", "Fas", "Status", "Anledning", "Säljare"), swedishWords()
	for _, e := range b.byDeal() {
		s.add(e.deal.id, e.deal.id, fmt.Sprint(e.n+1), e.at.Format(swedishMinute), w.stages[e.stage], w.outcomes[e.outcome], w.causes[e.cause],
			swedishOwner(e.deal))
	}
	return s
}

// kronor writes the minus of Swedish typography, U+2212, and U+00A0 between groups and before the mark.
func kronor(ore int64) string {
	if ore < 0 {
		return "\u2212" + kronor(-ore)
	}
	return grouped(ore, 3, "\u00A0", ",") + "\u00A0kr"
}

func swedishOwner(d *deal) string { return fmt.Sprintf("Säljare %02d", d.owner) }

func swedishFaults(l *ledger, b *book, d, h *sheet) {
	h.spoil(l, "stage that no rule knows (Pilot)", "event kept, unmapped", "Fas", "Pilot", -1, b.pick(2, func(d *deal) bool { return d.is(open) && len(d.steps) > 1 }))
	frozen := b.pick(1, openDeal)
	d.spoil(l, "status that no rule knows (Fryst)", "deal kept, status unknown", "Status", "Fryst", 0, frozen)
	h.spoil(l, "status that no rule knows (Fryst)", "event kept, the status before it goes on", "Status", "Fryst", -1, frozen)
	d.spoil(l, "impossible date (2026-02-30)", "cell empty", "Förväntat avslut", "2026-02-30", 0, b.pick(1, openDeal))
	d.spoil(l, "two-digit year (26-03-05)", "cell empty: which century?", "Förväntat avslut", "26-03-05", 0, b.pick(1, openDeal))
	d.spoil(l, "date that stands for none (9999-12-31)", "cell empty", "Förväntat avslut", "9999-12-31", 0, b.pick(2, openDeal))
	d.spoil(l, "blank creation", "kept; exists from its first event", "Skapad", "", 0, b.pick(1, openDeal))
	d.spoil(l, "amount with two currency marks", "cell empty", "Belopp", "12\u00A0500,00\u00A0kr €", 0, b.pick(1, openDeal))
	d.spoil(l, "amount with plain spaces (12 500,00 kr)", "read", "Belopp", "12 500,00 kr", 0, b.pick(1, openDeal))
	d.repeat(l, 0, b.pick(1, anyDeal))
	d.contradict(l, "Status", "Pausad", b.pick(1, wonDeal))
	h.spoil(l, "instant that daylight saving skips (2026-03-29 02:15)", "event refused", "Tidpunkt", "2026-03-29 02:15", -1,
		b.pick(1, func(d *deal) bool { return d.is(open) && len(d.steps) > 1 && d.last().at.Month() == time.March }))
	stranger := "88109999"
	h.add(stranger, stranger, "1", "2026-02-02 13:20", "Kvalificerad", "Pågående", "", "Säljare 01")
	l.note(h.path, "event of a deal that is not in deals.csv", "event refused", stranger)
}

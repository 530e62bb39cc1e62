package main

import (
	"fmt"
	"time"

	"golang.org/x/text/encoding/charmap"
)

// germany writes the export of DE: the full vocabulary of the funnel in German, windows-1252, semicolons, decimal comma, Windows line ends.
func germany(l *ledger) []*sheet {
	const deals, history = "DE/deals.csv", "DE/history.csv"
	b := newBook(49, market{
		stages: []stage{prospect, contact, qualified, solution, offer, negotiation, commitment},
		pace:   100, luck: 105, holds: true, rate: 10, round: 50,
	}, 9, germanCustomers(), func(n int) string { return fmt.Sprintf("V-%05d", 20000+n) })
	b.reopen(l, history, 1, won, lost)
	b.reopen(l, history, 1, lost, won)
	b.regress(l, history, 4)
	b.instantWin(l, history, 1)
	b.passThrough(l, history, 2)
	b.closeAt(l, history, "won at 00:30 on 1 April in Berlin", "belongs to the next quarter", time.Date(2026, 4, 1, 0, 30, 0, 0, time.UTC))
	b.credit(l, deals, 1)
	b.unpriced(l, deals, 6)
	b.voidEntries(l, deals, 2)
	b.mergeEntries(l, deals, 1)
	b.testEntries(l, deals, 2)
	b.share(l, deals, 1, account{"Weltbeispiel Europa GmbH", "EC-9001"})
	b.share(l, deals, 1, account{"Allerorten Muster AG", "EC-9002"})
	b.rename(l, deals, "customer name that a spreadsheet would run", "=cmd|' /C calc'!A0")
	b.rename(l, deals, "customer name with the delimiter in it", "Fabelguss; Werk Süd GmbH")
	b.rename(l, deals, "customer name with quotes in it", `"Die Probe" Gasthaus-Technik KG`)
	b.rename(l, deals, "customer name over two lines", "Modellwerke AG\nAbteilung Einkauf")
	d, h := germanDeals(deals, b), germanHistory(history, b)
	germanFaults(l, b, d, h)
	b.silence(l, history)
	return []*sheet{d, h}
}

func germanWords() words {
	return words{
		stages:   [stages]string{"Neuanlage", "Kontaktiert", "Qualifiziert", "Lösung abgestimmt", "Angebot erstellt", "Verhandlung", "Mündliche Zusage"},
		outcomes: [outcomes]string{"Offen", "Ruht", "Gewonnen", "Verloren", "Zurückgestellt", "Keine Rückmeldung", "Abgesagt durch uns", "Dublette"},
		causes:   [causes]string{"", "Preis", "Wettbewerb", "Technik", "Termin", "Budget", "Kein Bedarf", "Beziehung", "Zu spät angeboten", "Vertragsbedingungen", "Unbekannt"},
		products: [products]string{"Antriebe", "Sensorik", "Software", "Wartung", "Ersatzteile"},
		segments: [segments]string{"Industrie", "Infrastruktur", "Öffentliche Hand"},
	}
}

func germanProbabilities() probabilities { return probabilities{5, 10, 20, 40, 60, 75, 90} }

func germanCustomers() []account {
	forms := []string{"GmbH", "AG", "GmbH & Co. KG", "KG"}
	return customers(1000, []string{"Muster", "Beispiel", "Probe", "Modell", "Fabel", "Phantasie"},
		[]string{"bräu", "guss", "förderer", "mühlen", "getränke", "straßenbau", "wasserwerk"},
		func(first, second string, i int) string { return first + second + " " + forms[i%len(forms)] })
}

func germanSheet(path string, header ...string) *sheet {
	return &sheet{path: path, comma: ";", newline: "\r\n", encoding: charmap.Windows1252, header: header}
}

const (
	germanDay    = "02.01.2006"
	germanMinute = "02.01.2006 15:04"
)

func germanDeals(path string, b *book) *sheet {
	s, w := germanSheet(path, "Vorgangs-Nr.", "Kunde", "Konzernschlüssel", "Betreuer", "Produktgruppe", "Kundensegment", "Phase", "Status",
		"Verlustgrund", "Auftragswert", "Wahrscheinlichkeit", "Erwarteter Abschluss", "Angelegt am", "Zusammengeführt mit", "Testvorgang"), germanWords()
	for _, d := range b.deals {
		value, test := "", "nein"
		if d.priced {
			value = grouped(d.amount, 3, ".", ",") + " €"
		}
		if d.test {
			test = "ja"
		}
		end := d.last()
		s.add(d.id, d.id, d.account.name, d.account.key, germanOwner(d), w.products[d.product], w.segments[d.segment], germanStage(end.stage, exported()),
			w.outcomes[end.outcome], w.causes[end.cause], value, fmt.Sprintf("%d %%", germanProbabilities().of(end)), d.expected.Format(germanDay),
			d.created.Format(germanMinute), d.merged, test)
	}
	return s
}

func germanHistory(path string, b *book) *sheet {
	s, w := germanSheet(path, "Vorgangs-Nr.", "Lfd. Nr.", "Geändert am", "Phase", "Status", "Grund", "Bearbeiter"), germanWords()
	for _, e := range b.chronicle() {
		s.add(e.deal.id, e.deal.id, fmt.Sprint(e.n+1), e.at.Format(germanMinute), germanStage(e.stage, e.at), w.outcomes[e.outcome], w.causes[e.cause],
			germanOwner(e.deal))
	}
	return s
}

// germanStage is the word of the day: the solution stage was renamed with the new year. The history keeps what was said at the time.
func germanStage(s stage, at time.Time) string {
	if s == solution && at.Year() < 2026 {
		return "Technische Klärung"
	}
	return germanWords().stages[s]
}

func germanOwner(d *deal) string { return fmt.Sprintf("Betreuer %02d", d.owner) }

func germanFaults(l *ledger, b *book, d, h *sheet) {
	h.spoil(l, "stage that no rule knows (Messekontakt)", "event kept, unmapped", "Phase", "Messekontakt", 0, b.pick(3, openDeal))
	archived := b.pick(1, openDeal)
	d.spoil(l, "status that no rule knows (Archiv)", "deal kept, status unknown", "Status", "Archiv", 0, archived)
	h.spoil(l, "status that no rule knows (Archiv)", "event kept, the status before it goes on", "Status", "Archiv", -1, archived)
	d.spoil(l, "product group that the look-up lacks (Sonstiges)", "cell empty", "Produktgruppe", "Sonstiges", 0, b.pick(2, anyDeal))
	d.spoil(l, "impossible date (31.02.2026)", "cell empty", "Erwarteter Abschluss", "31.02.2026", 0, b.pick(2, openDeal))
	d.spoil(l, "impossible creation (31.11.2025 09:15)", "cell empty: exists from its first event", "Angelegt am", "31.11.2025 09:15", 0, b.pick(1, wonDeal))
	d.spoil(l, "two-digit year (05.03.26)", "cell empty: which century?", "Erwarteter Abschluss", "05.03.26", 0, b.pick(2, openDeal))
	d.spoil(l, "slashes instead of points (05/03/2026)", "cell empty: March or May?", "Erwarteter Abschluss", "05/03/2026", 0, b.pick(1, openDeal))
	d.spoil(l, "blank creation", "kept; exists from its first event", "Angelegt am", "", 0, b.pick(2, moved))
	d.spoil(l, "amount with two currency marks", "cell empty", "Auftragswert", "$ 12.500,00 €", 0, b.pick(1, openDeal))
	d.spoil(l, "amount in English spelling (12,500.00 €)", "cell empty", "Auftragswert", "12,500.00 €", 0, b.pick(1, openDeal))
	d.repeat(l, 0, b.pick(1, anyDeal))
	h.repeat(l, -1, b.pick(2, wonDeal))
	d.contradict(l, "Auftragswert", "99.000,00 €", b.pick(1, openDeal))
	d.widen(l, b.pick(1, openDeal))
	h.spoil(l, "instant that daylight saving skips (29.03.2026 02:30)", "event refused", "Geändert am", "29.03.2026 02:30", -1,
		b.pick(1, func(d *deal) bool { return d.is(open) && len(d.steps) > 2 && d.last().at.Month() == time.March }))
	d.spoil(l, "probability by the owner, not by the stage (65 %)", "read", "Wahrscheinlichkeit", "65 %", 0, b.pick(2, promising))
	d.spoil(l, "probability by the owner, not by the stage (37,5 %)", "read", "Wahrscheinlichkeit", "37,5 %", 0, b.pick(1, promising))
	d.spoil(l, "no probability", "kept; counted, not weighed", "Wahrscheinlichkeit", "", 0, b.pick(3, openDeal))
	stranger := "V-29999"
	h.add(stranger, stranger, "1", "12.01.2026 10:05", "Kontaktiert", "Offen", "", "Betreuer 03")
	l.note(h.path, "event of a deal that is not in deals.csv", "event refused", stranger)
}

package main

import (
	"fmt"
	"time"
)

// america writes the export of US: the stages of Salesforce as they come, where won and lost are stages too and the loss reason says
// what kind of close it was; mm/dd/yyyy with AM and PM; the region stands behind the owner, in a file of its own.
func america(l *ledger) []*sheet {
	const deals, history = "US/deals.csv", "US/history.csv"
	b := newBook(1, market{
		stages: []stage{prospect, contact, qualified, solution, offer, negotiation},
		pace:   80, luck: 200, rate: 12, round: 50,
	}, goneOwner-1, americanCustomers(), func(n int) string { return fmt.Sprintf("006KN%07dQAE", n) })
	b.reopen(l, history, 2, won, lost)
	b.regress(l, history, 4)
	b.instantWin(l, history, 1)
	b.passThrough(l, history, 2)
	b.closeAt(l, history, "won at 07:30 PM on 31 March in New York", "belongs to the next quarter: it is April in Berlin", time.Date(2026, 3, 31, 19, 30, 0, 0, time.UTC))
	b.credit(l, deals, 1)
	b.unpriced(l, deals, 7)
	b.voidEntries(l, deals, 2)
	b.testEntries(l, deals, 1)
	b.orphan(l, deals, 3, goneOwner)
	b.share(l, deals, 1, account{"Anywhere Example Holdings, Inc.", "EC-9001"})
	b.share(l, deals, 1, account{"Everyplace Sample Corp.", "EC-9002"})
	b.rename(l, deals, "account name that a spreadsheet would run", "-2+3+cmd|' /C calc'!A0")
	b.rename(l, deals, "account name with quotes and the delimiter in it", `Placeholder "Big Iron" Works, LLC`)
	b.rename(l, deals, "account name over two lines", "Fictional Foods, Inc.\nc/o Receiving Dock 4")
	d, h := americanDeals(deals, b), americanHistory(history, b)
	americanFaults(l, b, d, h)
	b.silence(l, history)
	return []*sheet{d, h, americanOwners()}
}

func americanWords() words {
	return words{
		stages:   [stages]string{"Prospecting", "Qualification", "Needs Analysis", "Value Proposition", "Proposal/Price Quote", "Negotiation/Review", ""},
		causes:   [causes]string{"", "Price", "Lost to Competitor", "Feature Gap", "Timing", "No Budget", "No Need", "Incumbent Vendor", "Slow Response by Us", "Contract Terms", "Other"},
		products: [products]string{"Drives", "Sensors", "Software", "Service", "Spares"},
		segments: [segments]string{"Industrial", "Infrastructure", "Public Sector"},
	}
}

// americanStage is the stage as Salesforce shows it: a close hides the stage that the deal closed from.
func americanStage(s step) string {
	switch s.outcome {
	case open:
		return americanWords().stages[s.stage]
	case won:
		return "Closed Won"
	}
	return "Closed Lost"
}

func americanReason(s step) string {
	switch s.outcome {
	case noDecision:
		return "No Decision"
	case noResponse:
		return "Unresponsive"
	case disqualified:
		return "Not a Fit"
	case void:
		return "Duplicate"
	}
	return americanWords().causes[s.cause]
}

func americanForecast(s step) string {
	switch {
	case s.outcome == won:
		return "Closed"
	case s.outcome != open:
		return "Omitted"
	}
	return [stages]string{"Pipeline", "Pipeline", "Pipeline", "Best Case", "Best Case", "Commit"}[s.stage]
}

// americanProbabilities are those that Salesforce comes with.
func americanProbabilities() probabilities { return probabilities{10, 10, 20, 50, 75, 90} }

func americanCustomers() []account {
	forms := []string{", Inc.", " LLC", " Corp.", " Co."}
	return customers(4000, []string{"Placeholder", "Sample", "Fictional", "Nonesuch", "Example"},
		[]string{"Mills", "Foods", "Waterworks", "Packaging", "Paper", "Transit", "Quarries", "Breweries"},
		func(first, second string, i int) string { return first + " " + second + forms[i%len(forms)] })
}

const (
	byteOrderMark  = "\uFEFF"
	americanDay    = "01/02/2006"
	americanMinute = "01/02/2006 03:04 PM"
)

func americanSheet(path string, header ...string) *sheet {
	return &sheet{path: path, comma: ",", newline: "\r\n", mark: byteOrderMark, sorted: true, header: header}
}

func americanDeals(path string, b *book) *sheet {
	s, w := americanSheet(path, "Opportunity ID", "Account Name", "Global Account Key", "Owner", "Product Family", "Segment", "Stage",
		"Loss Reason", "Forecast Category", "Amount", "Probability (%)", "Close Date", "Created Date", "Test Record"), americanWords()
	for _, d := range b.deals {
		end, value, test := d.last(), "", "FALSE"
		if d.priced {
			value = dollars(d.amount)
		}
		if d.test {
			test = "TRUE"
		}
		// Salesforce has one date for the close that is hoped for and the one that came.
		close := d.expected
		if end.outcome != open {
			close = end.at
		}
		s.add(d.id, d.id, d.account.name, d.account.key, americanOwner(d.owner), w.products[d.product], w.segments[d.segment], americanStage(end),
			americanReason(end), americanForecast(end), value, fmt.Sprintf("%d%%", americanProbabilities().of(end)), close.Format(americanDay),
			d.created.Format(americanMinute), test)
	}
	return s
}

func americanHistory(path string, b *book) *sheet {
	s := americanSheet(path, "Opportunity ID", "Edit Date", "To Stage", "Loss Reason", "Edited By")
	for _, e := range b.byDeal() {
		s.add(e.deal.id, e.deal.id, e.at.Format(americanMinute), americanStage(e.step), americanReason(e.step), americanOwner(e.deal.owner))
	}
	return s
}

// americanOwners is the second file: which region each owner sells in. The last of them has left, and
// nobody kept the line.
func americanOwners() *sheet {
	s := &sheet{path: "US/owners.csv", comma: ",", newline: "\r\n", mark: byteOrderMark, header: []string{"Owner", "Sales Region", "Active"}}
	for n := 1; n < goneOwner; n++ {
		s.add("", americanOwner(n), [2]string{"US-East", "US-West"}[n%2], "TRUE")
	}
	return s
}

const goneOwner = 12

func americanOwner(n int) string { return fmt.Sprintf("Rep %02d", n) }

func dollars(cents int64) string {
	if cents < 0 {
		return "-$" + grouped(-cents, 3, ",", ".")
	}
	return "$" + grouped(cents, 3, ",", ".")
}

package main

import (
	"fmt"
	"time"
)

// india writes the export of IN: English in the words of tenders, lakh grouping, dd-mm-yyyy, a fiscal year from April, and some deals
// that came without history from an older system.
func india(l *ledger) []*sheet {
	const deals, history = "IN/deals.csv", "IN/history.csv"
	b := newBook(91, market{
		stages: []stage{prospect, contact, qualified, solution, offer, negotiation, commitment},
		pace:   150, luck: 75, holds: true, rate: 1020, round: 500,
	}, 8, indianCustomers(), func(n int) string { return fmt.Sprintf("OPP/25-26/%04d", n) })
	b.reopen(l, history, 1, won, lost)
	b.reopen(l, history, 1, lost, won)
	b.regress(l, history, 5)
	b.instantWin(l, history, 1)
	b.passThrough(l, history, 1)
	b.credit(l, deals, 1)
	b.unpriced(l, deals, 8)
	b.voidEntries(l, deals, 2)
	b.mergeEntries(l, deals, 1)
	b.share(l, deals, 1, account{"Namuna Global Metro Ltd", "EC-9003"})
	b.rename(l, deals, "customer name that a spreadsheet would run", "@SUM(1+1)*cmd|' /C calc'!A0")
	b.rename(l, deals, "customer name with the delimiter in it", "Kalpanik Pumps, Unit II")
	legacy := b.pick(6, func(d *deal) bool { return d.last().at.Year() == 2026 || d.is(open) })
	d, h := indianDeals(deals, b), indianHistory(history, b, legacy)
	l.note(history, "moved over from an older system, without history", "kept; no_history", ids(legacy)...)
	indianFaults(l, b, d, h)
	b.silence(l, history)
	return []*sheet{d, h}
}

func indianWords() words {
	return words{
		stages:   [stages]string{"Enquiry", "Site Visit", "Qualified Enquiry", "Requirement Study", "Techno-Commercial Offer", "Price Negotiation", "LOI Received"},
		outcomes: [outcomes]string{"Live", "Hold", "Order Received", "Regretted", "Deferred", "No Reply", "Regret by Us", "Duplicate Enquiry"},
		causes:   [causes]string{"", "L1 Price", "L1 Competitor", "Spec Mismatch", "Schedule Shifted", "Budget Not Sanctioned", "Requirement Dropped", "Approved Vendor List", "Late Submission", "Payment Terms", "Not Known"},
		products: [products]string{"DRV - Drives & Motors", "INS - Instrumentation", "SFT - Software", "AMC - Annual Maintenance", "SPR - Spares"},
		segments: [segments]string{"Private Industry", "Infra & Utilities", "PSU / Govt"},
	}
}

func indianCustomers() []account {
	forms := []string{"Pvt Ltd", "Ltd", "& Sons", "Pvt Ltd"}
	return customers(2000, []string{"Namuna", "Udaharan", "Kalpanik", "Example", "Misaal"},
		[]string{"Textiles", "Steel Rolling", "Pumps", "Cement", "Agro Foods", "Papers", "Water Supply"},
		func(first, second string, i int) string { return first + " " + second + " " + forms[i%len(forms)] })
}

func indianDeals(path string, b *book) *sheet {
	s := &sheet{path: path, comma: ",", newline: "\n", header: []string{"Opportunity No", "Customer Name", "Group Customer Code", "Sales Engineer",
		"Product Line", "Customer Type", "Stage", "Status", "Regret Reason", "Order Value", "Expected Order Date", "Expected FY Quarter", "Enquiry Date",
		"Closed On", "Merged Into"}}
	w := indianWords()
	for _, d := range b.deals {
		end, value, closed := d.last(), "", ""
		if d.priced {
			value = rupees(d.amount)
		}
		if end.outcome != open && end.outcome != onHold {
			closed = end.at.Format(indianDay)
		}
		s.add(d.id, d.id, d.account.name, d.account.key, indianOwner(d), w.products[d.product], w.segments[d.segment], w.stages[end.stage],
			w.outcomes[end.outcome], w.causes[end.cause], value, d.expected.Format(indianDay), fiscalQuarter(d.expected), d.created.Format(indianMinute),
			closed, d.merged)
	}
	return s
}

func indianHistory(path string, b *book, legacy []*deal) *sheet {
	s := &sheet{path: path, comma: ",", newline: "\n", header: []string{"Opportunity No", "Sl No", "Changed On", "Stage", "Status", "Regret Reason", "Changed By"}}
	w, old := indianWords(), map[*deal]bool{}
	for _, d := range legacy {
		old[d] = true
	}
	for _, e := range b.chronicle() {
		if !old[e.deal] {
			s.add(e.deal.id, e.deal.id, fmt.Sprint(e.n+1), e.at.Format(indianMinute), w.stages[e.stage], w.outcomes[e.outcome], w.causes[e.cause], indianOwner(e.deal))
		}
	}
	return s
}

const (
	indianDay    = "02-01-2006"
	indianMinute = "02-01-2006 15:04"
)

func rupees(paise int64) string {
	if paise < 0 {
		return "-₹" + grouped(-paise, 2, ",", ".")
	}
	return "₹" + grouped(paise, 2, ",", ".")
}

func indianOwner(d *deal) string { return fmt.Sprintf("Engineer %02d", d.owner) }

// fiscalQuarter names the quarter of a fiscal year that begins in April: March 2026 is in the fourth of FY25-26.
func fiscalQuarter(t time.Time) string {
	t = t.AddDate(0, -3, -t.Day()+1)
	return fmt.Sprintf("FY%02d-%02d Q%d", t.Year()%100, (t.Year()+1)%100, (int(t.Month())+2)/3)
}

func indianFaults(l *ledger, b *book, d, h *sheet) {
	h.spoil(l, "stage that no rule knows (Budgetary Quote)", "event kept, unmapped", "Stage", "Budgetary Quote", -1,
		b.pick(2, func(d *deal) bool { return d.is(open) && len(d.steps) > 1 }))
	review := b.pick(1, openDeal)
	d.spoil(l, "status that no rule knows (Under Review)", "deal kept, status unknown", "Status", "Under Review", 0, review)
	h.spoil(l, "status that no rule knows (Under Review)", "event kept, the status before it goes on", "Status", "Under Review", -1, review)
	d.spoil(l, "impossible date (30-02-2026)", "cell empty", "Expected Order Date", "30-02-2026", 0, b.pick(1, openDeal))
	d.spoil(l, "impossible creation (31-09-2025 11:00)", "cell empty: exists from its first event", "Enquiry Date", "31-09-2025 11:00", 0, b.pick(1, lostDeal))
	d.spoil(l, "two-digit year (05-03-26)", "cell empty: which century?", "Expected Order Date", "05-03-26", 0, b.pick(2, openDeal))
	d.spoil(l, "blank creation", "kept; exists from its first event", "Enquiry Date", "", 0, b.pick(1, openDeal))
	d.spoil(l, "amount with two currency marks", "cell empty", "Order Value", "₹12,50,000.00 USD", 0, b.pick(1, openDeal))
	d.spoil(l, "amount in a currency without rate (AED)", "kept; counted, not priced", "Order Value", "AED 1,25,000.00", 0, b.pick(1, early(won)))
	d.spoil(l, "amount in words (TBD)", "cell empty", "Order Value", "TBD", 0, b.pick(2, openDeal))
	d.spoil(l, "amount grouped in thousands (₹1,234,500.00)", "read", "Order Value", "₹1,234,500.00", 0, b.pick(1, openDeal))
	d.repeat(l, 0, b.pick(2, anyDeal))
	d.contradict(l, "Order Value", "₹4,00,000.00", b.pick(1, openDeal))
	h.spoil(l, "event without an instant", "event refused", "Changed On", "", -1, b.pick(1, func(d *deal) bool { return d.is(open) && moved(d) }))
	for i, stranger := range []string{"OPP/24-25/0981", "OPP/24-25/0990"} {
		h.add(stranger, stranger, "1", fmt.Sprintf("%02d-02-2026 16:40", 10+i), "Price Negotiation", "Live", "", "Engineer 02")
		l.note(h.path, "event of a deal that is not in deals.csv", "event refused", stranger)
	}
}

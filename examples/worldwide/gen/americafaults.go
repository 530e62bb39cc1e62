package main

func americanFaults(l *ledger, b *book, d, h *sheet) {
	h.spoil(l, "stage that no rule knows (Proof of Concept)", "event kept, unmapped", "To Stage", "Proof of Concept", -1,
		b.pick(3, func(d *deal) bool { return d.is(open) && len(d.steps) > 1 }))
	d.spoil(l, "loss reason that no rule knows (TBD)", "lost; the cause stays unknown", "Loss Reason", "TBD", 0, b.pick(2, lostDeal))
	d.spoil(l, "impossible date (02/30/2026)", "cell empty", "Close Date", "02/30/2026", 0, b.pick(1, openDeal))
	d.spoil(l, "day before month (25/03/2026)", "cell empty: there is no month 25", "Close Date", "25/03/2026", 0, b.pick(1, openDeal))
	d.spoil(l, "two-digit year (3/5/26)", "cell empty: which century?", "Close Date", "3/5/26", 0, b.pick(2, openDeal))
	d.spoil(l, "blank creation", "kept; exists from its first event", "Created Date", "", 0, b.pick(2, openDeal))
	d.spoil(l, "amount with two currency marks", "cell empty", "Amount", "€12,500.00 USD", 0, b.pick(1, openDeal))
	d.repeat(l, 0, b.pick(2, anyDeal))
	d.contradict(l, "Stage", "Prospecting", b.pick(1, wonDeal))
	d.widen(l, b.pick(1, openDeal))
	h.spoil(l, "hour that no clock has (03/05/2026 13:30 PM)", "event refused", "Edit Date", "03/05/2026 13:30 PM", -1,
		b.pick(1, func(d *deal) bool { return d.is(open) && moved(d) }))
	d.spoil(l, "probability by the owner, not by the stage (60%)", "read", "Probability (%)", "60%", 0, b.pick(2, promising))
	d.spoil(l, "probability above certainty (110%)", "cell empty; counted, not weighed", "Probability (%)", "110%", 0, b.pick(1, promising))
	d.spoil(l, "no probability", "kept; counted, not weighed", "Probability (%)", "", 0, b.pick(2, openDeal))
	stranger := "006KN0009999QAE"
	h.add(stranger, stranger, "02/11/2026 09:45 AM", "Qualification", "", "Rep 03")
	l.note(h.path, "event of a deal that is not in deals.csv", "event refused", stranger)
}

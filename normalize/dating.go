package normalize

// dating is how a locale writes days, times and both, with all names.
type dating struct {
	row   *dateRow
	days  days
	clock clock
	plans plans // of points in time
}

// dating compiles the names when a text is first met that three numbers and a 24-hour time do not explain.
func (l *Locale) dating() *dating {
	return l.dates.get(func() *dating {
		row := &dateRow{}
		if l.tag != "" {
			row = newDateRow(l.row, l.naming.words())
		}
		v := newVocabulary(row, l.row, &l.number)
		d := &dating{row: row, days: newDays(row, v, &l.ordering, l.options.pivot), clock: newClock(row, v, l.ordering.vague)}
		v.spell(d.days.forms, d.clock.forms)
		return d
	})
}

package mapping

import (
	"cmp"
	"slices"

	"github.com/koine-go/koine/funnel"
)

// changes holds the changes of the deals' attributes until their deals come by.
type changes struct {
	byDeal map[string][]record[funnel.FieldEvent]
	taken  map[string]bool
}

// gatherChanges reads the file of changes, if there is one.
func (m *Import) gatherChanges() (*changes, error) {
	r := m.records[inChanges]
	if r == nil {
		return nil, nil
	}
	k := &kindOf[funnel.FieldEvent]{set: setChange, id: func(e *funnel.FieldEvent) string { return e.ID }, whole: nothing[funnel.FieldEvent]}
	r.read = true
	all, err := hold(m, r, k)
	if err != nil {
		return nil, err
	}
	c := &changes{byDeal: map[string][]record[funnel.FieldEvent]{}, taken: map[string]bool{}}
	for _, one := range all {
		if !one.refused {
			c.byDeal[one.value.DealID] = append(c.byDeal[one.value.DealID], one)
		}
	}
	return c, nil
}

// give adds to the deal its changes, in the order of the file, and returns how many that look-ups gave it they replace: what is recorded of an attribute
// stands over what is worked out.
func (c *changes) give(d *funnel.Deal) (replaced int) {
	if c == nil || len(c.byDeal[d.ID]) == 0 {
		return 0
	}
	c.taken[d.ID] = true
	given := len(d.FieldEvents)
	d.FieldEvents = slices.DeleteFunc(d.FieldEvents, func(e funnel.FieldEvent) bool {
		return slices.ContainsFunc(c.byDeal[d.ID], func(one record[funnel.FieldEvent]) bool { return one.value.Field == e.Field })
	})
	replaced = given - len(d.FieldEvents)
	for _, one := range c.byDeal[d.ID] {
		d.FieldEvents = append(d.FieldEvents, one.value)
	}
	return replaced
}

// refuseStrays refuses the changes of deals that are not among those kept.
func (m *Import) refuseStrays(c *changes) {
	if c == nil {
		return
	}
	var strays []record[funnel.FieldEvent]
	for id, all := range c.byDeal {
		if !c.taken[id] {
			strays = append(strays, all...)
		}
	}
	slices.SortFunc(strays, func(a, b record[funnel.FieldEvent]) int { return cmp.Compare(a.line, b.line) })
	counts := &m.records[inChanges].counts
	for _, one := range strays {
		counts.Kept--
		counts.Records--
		counts.Refused++
		m.report(Finding{File: inChanges.String(), Line: one.line, Value: cut(one.value.DealID), Reason: ErrUnknownDeal})
	}
}

func setChange(r *recordRows, s *scratch, c *cellReader, cell []byte, e *funnel.FieldEvent) (err error) {
	switch c.column.Field {
	case ID:
		return r.text(c, cell, &e.ID)
	case DealID:
		return r.text(c, cell, &e.DealID)
	case At, On:
		e.At, err = c.moment(cell)
	case RecordedAt:
		e.RecordedAt, err = c.moment(cell)
	case Sequence:
		e.Seq, err = c.sequence(cell)
	case CurrencyCode:
		w := c.word(cell)
		s.currency, err = w.currency, w.note()
	case ChangedField:
		return parsed(c, cell, funnel.ParseField, &e.Field)
	case OldValue:
		e.Old, err = c.setting(cell, e.Field, s.currency)
	case NewValue:
		e.New, err = c.setting(cell, e.Field, s.currency)
	}
	return err
}

// setting reads the value of an attribute.
func (c *cellReader) setting(cell []byte, f funnel.Field, cur funnel.Currency) (v funnel.Setting, err error) {
	switch f {
	case funnel.AmountField:
		v.Amount, err = c.amount(cell, cur)
	case funnel.ExpectedCloseField:
		v.Date, err = c.day(cell)
	case funnel.ProbabilityField:
		v.Share, err = c.share(cell)
	case funnel.CategoryField:
		err = parsed(c, cell, funnel.ParseCategory, &v.Category)
	case funnel.OwnerField, funnel.RegionField, funnel.SegmentField:
		w := c.word(cell)
		v.Label, err = funnel.LabelOf(w.text), w.note()
	default:
		err = because(ErrValue, "which attribute it is of is not known")
	}
	return v, err
}

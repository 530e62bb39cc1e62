package mapping

import (
	"iter"
	"math"

	"github.com/koine-go/koine/funnel"
)

// offerRow is a row of the file of offers: an offer with one of its lines.
type offerRow struct {
	funnel.Offer
	line  funnel.OfferLine
	given bool // some cell of the line is not blank
}

// Offers yields the offers, once all rows are read. A row is one line of an offer; the rows of one id make one, with the lines in the order of the rows, if
// they agree in everything else; otherwise all of them are refused. Two rows alike are one row twice, unless a field line numbers them. Errors are those of
// Deals; without a file of offers it is ErrMissing.
func (m *Import) Offers() iter.Seq2[funnel.Offer, error] {
	rows := records(m, inOffers, &kindOf[offerRow]{set: setOffer, whole: func(s *scratch, o *offerRow) error { return m.wholeOffer(o) },
		id: func(o *offerRow) string { return o.ID }, join: joinOffer})
	return func(yield func(funnel.Offer, error) bool) {
		for o, err := range rows {
			if !yield(o.Offer, err) {
				return
			}
		}
	}
}

func setOffer(r *recordRows, s *scratch, c *cellReader, cell []byte, o *offerRow) (err error) {
	switch c.column.Field {
	case ID:
		return r.text(c, cell, &o.ID)
	case DealID:
		return r.text(c, cell, &o.DealID)
	case OfferNumber:
		return r.text(c, cell, &o.Number)
	case OfferVersion:
		var n int64
		n, err = c.integer(cell, 0, math.MaxInt32)
		o.Version = int(n)
	case OfferState:
		return parsed(c, cell, funnel.ParseOfferStatus, &o.Status)
	case SentAt:
		o.SentAt, err = c.moment(cell)
	case ValidUntil:
		o.ValidUntil, err = c.day(cell)
	case DecidedAt:
		o.DecidedAt, err = c.moment(cell)
	case CurrencyCode:
		w := c.word(cell)
		o.Currency, err = w.currency, w.note()
		s.currency = o.Currency
	case DiscountReason:
		return r.text(c, cell, &o.DiscountReason)
	default:
		return o.setLine(r, s, c, cell)
	}
	return err
}

func (o *offerRow) setLine(r *recordRows, s *scratch, c *cellReader, cell []byte) (err error) {
	o.given = o.given || c.index >= 0
	switch c.column.Field {
	case ProductGroup:
		return r.label(c, cell, &o.line.ProductGroup)
	case LinePosition:
		_, err = c.integer(cell, 0, math.MaxInt32)
	case Quantity:
		o.line.Quantity, err = c.decimal(cell)
	case ListPrice:
		o.line.ListPrice, err = c.price(cell, s.currency)
	case NetPrice:
		o.line.NetPrice, err = c.price(cell, s.currency)
	case UnitCost:
		o.line.Cost, err = c.price(cell, s.currency)
	}
	return err
}

// wholeOffer looks at a row once all its cells are read: prices without a currency are in the profile's.
func (m *Import) wholeOffer(o *offerRow) error {
	o.SourceScheme = m.scheme()
	if o.Currency.IsZero() {
		o.Currency = m.set.profile.Currency
	}
	if o.SentAt.IsZero() && o.Status != funnel.Draft {
		return because(ErrMissing, "the instant at which it was sent; only a draft has none")
	}
	o.Lines = []funnel.OfferLine{}
	if o.given {
		o.Lines = append(o.Lines, o.line)
	}
	return nil
}

// joinOffer adds the lines of b to a if they are rows of the same offer.
func joinOffer(a, b *offerRow) bool {
	x, y := &a.Offer, &b.Offer
	if x.DealID != y.DealID || x.Number != y.Number || x.Version != y.Version || x.SentAt != y.SentAt || x.ValidUntil != y.ValidUntil ||
		x.Status != y.Status || x.DecidedAt != y.DecidedAt || x.Currency != y.Currency || x.DiscountReason != y.DiscountReason {
		return false
	}
	x.Lines = append(x.Lines, y.Lines...)
	return true
}

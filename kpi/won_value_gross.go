package kpi

// WonValueGross is the order intake without credits and contractions.
//
//	sum of the amounts, zero or above, of deals won
//
// Population: deals won in the period that have a price of zero or above.
// Clock: the effective close.
// Unit: the view's currency at the rate of the day of the close. Negative amounts play no part.
// Unknown when: its deals come from sources without won; without deals it is 0.
// Left out: unmapped_status, no_close_date, both whatever the period; insufficient_source (a source without won); no_amount, no_rate, negative_amount.
// Source: KPI catalogue A8, rulings Q30, Q31.
func WonValueGross() Metric[GrossTotal] {
	return Metric[GrossTotal]{ID: "won_value_gross", Version: "1.0.0", Unit: UnitCurrency,
		Population: Population{Clock: Closed(), Statuses: WonDeals, Needs: Priced | NotNegative, Vocabulary: Vocabulary{All: WonDeals}},
		Fold: func(parts []GrossTotal, rows []Row, _ *Out) {
			for _, d := range rows {
				parts[d.Group].Add(d.Value)
			}
		}}
}

// GrossTotal is an exact sum of amounts none of which is negative. Zero is a value: nothing.
type GrossTotal struct{ Mean }

// Plus adds.
func (t GrossTotal) Plus(o GrossTotal) GrossTotal { return GrossTotal{t.Mean.Plus(o.Mean)} }

// DecodeBinary reads the binary form back.
func (GrossTotal) DecodeBinary(b []byte) (GrossTotal, []byte, error) {
	m, rest, err := Mean{}.DecodeBinary(b)
	return GrossTotal{m}, rest, err
}

// Read sets the sum and n.
func (t GrossTotal) Read(v *Value) { v.Num, v.N = t.Sum.Rat(), t.N }

package kpi

import "github.com/koine-go/koine/funnel"

// LeadTimeWon is how long won deals took from the creation of the record.
//
//	civil days from the creation to the effective close; mean, and in extra median, p80 and histogram
//
// Population: deals won in the period.
// Clock: the effective close, so a deal opened again is counted with all its days when it ends.
// Unit: civil days in the reporting zone. Regions that create records at different moments do not compare by it; see cycle_time_won.
// Unknown when: no such deal was won in the period.
// Left out: unmapped_status, no_close_date, both whatever the period; no_created_at, insufficient_source (a source without won or,
// excluding hold, without on_hold), negative_duration.
// Source: KPI catalogue C1, R-DAYS, R-PCTL, rulings Q19, Q56.
func LeadTimeWon(hold Hold) Metric[Days] {
	return Metric[Days]{ID: "lead_time_won", Version: "1.0.0", Unit: UnitDays,
		Parameters: []Parameter{{"exclude_on_hold", hold.String()}},
		Population: Population{Clock: Closed(), Statuses: WonDeals, Needs: WithCreated, Vocabulary: Vocabulary{All: WonDeals | hold.read()}},
		Fold: func(parts []Days, rows []Row, out *Out) {
			for _, d := range rows {
				countDays(&parts[d.Group], d, out, d.CloseDay.Sub(d.CreatedDay)-hold.days(d, funnel.On(d.CreatedDay)))
			}
		}}
}

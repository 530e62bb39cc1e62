package kpi

import (
	"time"

	"github.com/koine-go/koine/funnel"
)

// View is the question that every number answers: which period, as known when, in which calendar and currency. It is bound once, by the
// report. The zero value is not valid.
type View struct {
	Period   funnel.Period    // half-open, civil days of Calendar
	AsOf     time.Time        // the knowledge instant, exclusive: what happened then or later is not known
	Calendar *funnel.Calendar // zone and fiscal year of the reporting organisation
	Currency funnel.Currency  // amounts are converted into it, deal by deal, before they are added
	Rates    *funnel.Rates    // nil: only amounts in Currency can be used, the others are left out as no_rate
	Policy   Policy
}

// Policy says at which rate an amount is converted (R-FX). The zero value is SpotRates.
type Policy uint8

// The policies: closed deals at the spot rate of the day of their effective close and open ones at the latest before the view's
// instant; or everything at the plan rate that holds at the start of the period (rulings Q31, Q32, Q34).
const (
	SpotRates Policy = iota
	PlanRates
)

var policyKeys = [...]string{"spot", "plan"}

// String returns the key of the policy.
func (p Policy) String() string {
	if int(p) < len(policyKeys) {
		return policyKeys[p]
	}
	return "invalid"
}

func (v View) check() error {
	switch {
	case v.Calendar == nil:
		return &Error{Subject: "view", Reason: "no calendar", Err: ErrView}
	case v.Period.From.IsZero() || v.Period.To.IsZero() || v.Period.Days() <= 0:
		return &Error{Subject: v.Period.String(), Reason: "no day in the period", Err: ErrView}
	case v.AsOf.IsZero() || funnel.At(v.AsOf).IsZero():
		return &Error{Subject: "view", Reason: "no as-of instant", Err: ErrView}
	case v.Currency.IsZero():
		return &Error{Subject: "view", Reason: "no currency", Err: ErrView}
	case int(v.Policy) >= len(policyKeys):
		return &Error{Subject: "view", Reason: "unknown currency policy", Err: ErrView}
	}
	return nil
}

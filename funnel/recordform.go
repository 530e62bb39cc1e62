package funnel

import (
	"strconv"

	"github.com/shopspring/decimal"
)

type offerFields Offer

type offerForm struct {
	offerFields
	SentAt    instant     `json:"sent_at,omitzero"`
	DecidedAt instant     `json:"decided_at,omitzero"`
	Lines     []OfferLine `json:"lines"`
}

// MarshalJSON writes the offer as exchange.md §1 has it; one that was sent or decided on a day without a time is an ErrMoment.
func (o Offer) MarshalJSON() ([]byte, error) {
	f := offerForm{offerFields(o), instant{o.SentAt}, instant{o.DecidedAt}, o.Lines}
	if f.Lines == nil {
		f.Lines = []OfferLine{}
	}
	return writeForm(f)
}

// UnmarshalJSON sets the offer to what MarshalJSON writes.
func (o *Offer) UnmarshalJSON(b []byte) error {
	var f offerForm
	if err := readForm(b, &f); err != nil {
		return err
	}
	*o = Offer(f.offerFields)
	o.SentAt, o.DecidedAt = f.SentAt.Moment, f.DecidedAt.Moment
	if len(f.Lines) > 0 {
		o.Lines = f.Lines
	}
	return nil
}

type offerLineForm struct {
	ProductGroup Label  `json:"product_group,omitzero"`
	Quantity     *exact `json:"qty,omitempty"`
	ListPrice    *exact `json:"list_price,omitempty"`
	NetPrice     *exact `json:"net_price,omitempty"`
	Cost         *exact `json:"cost,omitempty"`
}

// MarshalJSON writes the line with its numbers as texts; one that ParseDecimal would not read is an ErrDecimal.
func (l OfferLine) MarshalJSON() ([]byte, error) {
	return writeForm(offerLineForm{l.ProductGroup, (*exact)(l.Quantity), (*exact)(l.ListPrice), (*exact)(l.NetPrice), (*exact)(l.Cost)})
}

// UnmarshalJSON sets the line to what MarshalJSON writes.
func (l *OfferLine) UnmarshalJSON(b []byte) error {
	var f offerLineForm
	err := readForm(b, &f)
	if err == nil {
		*l = OfferLine{f.ProductGroup, (*decimal.Decimal)(f.Quantity), (*decimal.Decimal)(f.ListPrice), (*decimal.Decimal)(f.NetPrice),
			(*decimal.Decimal)(f.Cost)}
	}
	return err
}

type activityFields Activity

type activityForm struct {
	activityFields
	At         instant `json:"at,omitzero"`
	PlannedFor instant `json:"planned_for,omitzero"`
	Done       *bool   `json:"done,omitempty"`
}

// MarshalJSON writes the activity as exchange.md §1 has it; one at a day without a time is an ErrMoment.
func (a Activity) MarshalJSON() ([]byte, error) {
	f := activityForm{activityFields: activityFields(a), At: instant{a.At}, PlannedFor: instant{a.PlannedFor}}
	if a.Pending {
		f.Done = new(bool)
	}
	return writeForm(f)
}

// UnmarshalJSON sets the activity to what MarshalJSON writes; it is done if that is not said.
func (a *Activity) UnmarshalJSON(b []byte) error {
	var f activityForm
	err := readForm(b, &f)
	if err == nil {
		*a = Activity(f.activityFields)
		a.At, a.PlannedFor, a.Pending = f.At.Moment, f.PlannedFor.Moment, f.Done != nil && !*f.Done
	}
	return err
}

type forecastFields Forecast

type forecastForm struct {
	forecastFields
	SubmittedAt instant `json:"submitted_at,omitzero"`
}

// MarshalJSON writes the submission as exchange.md §1 has a forecast; one on a day without a time is an ErrMoment.
func (f Forecast) MarshalJSON() ([]byte, error) {
	return writeForm(forecastForm{forecastFields(f), instant{f.SubmittedAt}})
}

// UnmarshalJSON sets the submission to what MarshalJSON writes.
func (f *Forecast) UnmarshalJSON(b []byte) error {
	var form forecastForm
	err := readForm(b, &form)
	if err == nil {
		*f = Forecast(form.forecastFields)
		f.SubmittedAt = form.SubmittedAt.Moment
	}
	return err
}

type benchmarkFields Benchmark

type benchmarkForm struct {
	benchmarkFields
	ExpectedDays exact   `json:"expected_days"`
	Version      version `json:"version,omitempty"`
}

// MarshalJSON writes the benchmark as exchange.md §1 has it; days that ParseDecimal would not read are an ErrDecimal.
func (m Benchmark) MarshalJSON() ([]byte, error) {
	return writeForm(benchmarkForm{benchmarkFields(m), exact(m.ExpectedDays), version(m.Version)})
}

// UnmarshalJSON sets the benchmark to what MarshalJSON writes.
func (m *Benchmark) UnmarshalJSON(b []byte) error {
	var f benchmarkForm
	err := readForm(b, &f)
	if err == nil {
		*m = Benchmark(f.benchmarkFields)
		m.ExpectedDays, m.Version = decimal.Decimal(f.ExpectedDays), string(f.Version)
	}
	return err
}

// version is the version of a benchmark, a number in JSON where it is one.
type version string

// MarshalJSON writes the number or the name.
func (v version) MarshalJSON() ([]byte, error) {
	if n, err := strconv.ParseUint(string(v), 10, 53); err == nil && strconv.FormatUint(n, 10) == string(v) {
		return []byte(v), nil
	}
	return writeForm(string(v))
}

// UnmarshalJSON reads either.
func (v *version) UnmarshalJSON(b []byte) error {
	if n, err := strconv.ParseUint(string(b), 10, 53); err == nil {
		*v = version(strconv.FormatUint(n, 10))
		return nil
	}
	return readForm(b, (*string)(v))
}

type rateForm struct {
	From    Currency `json:"from"`
	To      Currency `json:"to"`
	Kind    RateKind `json:"kind"`
	Rate    string   `json:"rate,omitempty"`
	Date    Date     `json:"date,omitzero"`
	Period  Period   `json:"period,omitzero"`
	Source  string   `json:"source,omitempty"`
	Derived bool     `json:"derived,omitempty"`
}

// MarshalJSON writes the rate as exchange.md §1 has an fx_rate, with its source and whether it is derived.
func (r Rate) MarshalJSON() ([]byte, error) {
	f := rateForm{From: r.From, To: r.To, Kind: r.Kind, Date: r.Date, Period: r.Period, Source: r.Source, Derived: r.Derived}
	if r.coef != 0 {
		f.Rate = decimal.New(r.coef, int32(r.exp)).String()
	}
	return writeForm(f)
}

// UnmarshalJSON sets the rate to what MarshalJSON writes; a factor that Factor would not take is an ErrRate.
func (r *Rate) UnmarshalJSON(b []byte) (err error) {
	var f rateForm
	if err = readForm(b, &f); err != nil {
		return err
	}
	v := Rate{From: f.From, To: f.To, Kind: f.Kind, Date: f.Date, Period: f.Period, Source: f.Source, Derived: f.Derived}
	if f.Rate != "" {
		v, err = v.Factor(f.Rate)
	}
	*r = v
	return err
}

package mapping

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// Field names what a column feeds: an attribute of a deal or of an event, by its name in the exchange format. The zero value names none.
type Field uint8

// The fields of a deal, then those of an event. The nine local fields stand for both. Behind them are those of the further records.
const (
	NoField Field = iota
	ID
	CreatedAt
	CreatedOn
	ClosedAt
	ClosedOn
	CurrencyCode // before Amount, which is read in it
	Amount
	ExpectedClose
	OnHoldUntil
	Probability
	CustomerConfidence
	Complexity
	TermMonths
	Deleted
	Test
	Region
	SellingEntity
	Owner
	Team
	Segment
	ProductGroup
	LeadSource
	SizeBand
	CustomerKind
	AmountBasis
	PricingModel
	AccountID
	EndCustomer
	MergedInto
	Winner
	Competitors
	ExternalRefs
	ForecastCategory
	DealID
	At
	On
	RecordedAt
	Sequence
	Actor
	EventKind
	StageID
	StageCode
	StageLabel
	StatusID
	StatusCode
	StatusLabel
	ReasonID
	ReasonCode
	ReasonLabel
	OfferID
	OfferNumber
	OfferVersion
	OfferState
	SentAt
	ValidUntil
	DecidedAt
	DiscountReason
	LinePosition
	Quantity
	ListPrice
	NetPrice
	UnitCost
	ActivityType
	Direction
	Automated
	ActivityOutcome
	PlannedFor
	Done
	ChangedField // before the values, which are read by it
	OldValue
	NewValue
	ScopeKind // before Scope
	Scope
	PeriodName
	PeriodFrom
	PeriodTo
	PeriodLast
	SubmittedCategory
	SubmittedAt
	Submitter
	DealIDs
	QuotaKind
	CreditRule
	Rep
	CreditShare
	CostCategory
	ExpectedDays
	SampleSize
	BenchmarkVersion
	ValidFrom
	RateFrom
	RateTo
	RateFactor
	RateKind
	RateDate
	fieldCount
)

// Format is how the cells of a column are written. The zero value is the field's own format.
type Format uint8

// The formats.
const (
	NoFormat Format = iota
	Text
	Number
	Money
	Day
	Instant
	Percent
	Bool
	Integer
	List
	PeriodFormat
)

var formatKeys = []string{"", "text", "number", "money", "date", "instant", "percent", "bool", "integer", "list", "period"}

// String returns the key, the empty string for no format.
func (f Format) String() string { return keyAt(formatKeys, int(f)) }

// place says in which of a source's files a field occurs.
type place uint16

const (
	inDeals place = 1 << iota
	inHistory
	inOffers
	inActivities
	inChanges
	inForecasts
	inQuotas
	inCredits
	inCosts
	inBenchmarks
	inRates
)

const (
	ofPeriod = inForecasts | inQuotas | inCosts | inRates
	withIDs  = inOffers | inActivities | inForecasts | inQuotas | inCosts
)

// fieldSpec is what the reader of profiles and the importer know of a field. The first format is the one without further word.
type fieldSpec struct {
	key     string
	place   place
	formats []Format
	label   func(*funnel.Deal) *funnel.Label
	text    func(*funnel.Deal) *string
}

var (
	asText    = []Format{Text}
	asDay     = []Format{Day}
	asCivil   = []Format{Day, Instant} // some systems write a day as an instant
	asInstant = []Format{Instant}
	asInteger = []Format{Integer}
	asBool    = []Format{Bool}
	asList    = []Format{List}
	asShare   = []Format{Percent, Number}
	asMoney   = []Format{Money, Number}
	asNumber  = []Format{Number}
	asPrice   = []Format{Number, Money}
	asPeriod  = []Format{PeriodFormat}
)

var fields = [fieldCount]fieldSpec{
	ID:                 {key: "id", place: inDeals | inHistory | withIDs | inChanges, formats: asText},
	CreatedAt:          {key: "created_at", place: inDeals, formats: asInstant},
	CreatedOn:          {key: "created_on", place: inDeals, formats: asDay},
	ClosedAt:           {key: "closed_at", place: inDeals, formats: asInstant},
	ClosedOn:           {key: "closed_on", place: inDeals, formats: asDay},
	CurrencyCode:       {key: "currency", place: inDeals | inOffers | inChanges | inForecasts | inQuotas | inCosts, formats: asText},
	Amount:             {key: "amount", place: inDeals | inForecasts | inQuotas | inCosts, formats: asMoney},
	ExpectedClose:      {key: "expected_close_date", place: inDeals, formats: asCivil},
	OnHoldUntil:        {key: "on_hold_until", place: inDeals, formats: asCivil},
	Probability:        {key: "probability", place: inDeals, formats: asShare},
	CustomerConfidence: {key: "end_customer_confidence", place: inDeals, formats: asShare},
	Complexity:         {key: "complexity", place: inDeals | inBenchmarks, formats: asInteger},
	TermMonths:         {key: "term_months", place: inDeals, formats: asInteger},
	Deleted:            {key: "deleted", place: inDeals, formats: asBool},
	Test:               {key: "test", place: inDeals, formats: asBool},
	Region:             labelled("region", inCosts, func(d *funnel.Deal) *funnel.Label { return &d.Region }),
	SellingEntity:      labelled("selling_entity", 0, func(d *funnel.Deal) *funnel.Label { return &d.SellingEntity }),
	Owner:              labelled("owner_id", 0, func(d *funnel.Deal) *funnel.Label { return &d.Owner }),
	Team:               labelled("team", 0, func(d *funnel.Deal) *funnel.Label { return &d.Team }),
	Segment:            labelled("segment", inBenchmarks, func(d *funnel.Deal) *funnel.Label { return &d.Segment }),
	ProductGroup:       labelled("product_group", inOffers|inCosts, func(d *funnel.Deal) *funnel.Label { return &d.ProductGroup }),
	LeadSource:         labelled("source", inRates, func(d *funnel.Deal) *funnel.Label { return &d.Source }),
	SizeBand:           labelled("size_band", inBenchmarks, func(d *funnel.Deal) *funnel.Label { return &d.SizeBand }),
	CustomerKind:       labelled("customer_kind", 0, func(d *funnel.Deal) *funnel.Label { return &d.CustomerKind }),
	AmountBasis:        labelled("amount_basis", 0, func(d *funnel.Deal) *funnel.Label { return &d.AmountBasis }),
	PricingModel:       labelled("pricing_model", 0, func(d *funnel.Deal) *funnel.Label { return &d.PricingModel }),
	AccountID:          worded("account_id", inActivities, func(d *funnel.Deal) *string { return &d.AccountID }),
	EndCustomer:        worded("end_customer_key", 0, func(d *funnel.Deal) *string { return &d.EndCustomer }),
	MergedInto:         worded("merged_into", 0, func(d *funnel.Deal) *string { return &d.MergedInto }),
	Winner:             worded("winner_id", 0, func(d *funnel.Deal) *string { return &d.Winner }),
	Competitors:        {key: "competitor_ids", place: inDeals, formats: asList},
	ExternalRefs:       {key: "external_refs", place: inDeals, formats: asList},
	ForecastCategory:   {key: "forecast_category", place: inDeals, formats: asText},
	DealID:             {key: "deal_id", place: inHistory | inOffers | inActivities | inChanges | inCredits, formats: asText},
	At:                 {key: "at", place: inHistory | inActivities | inChanges, formats: asInstant},
	On:                 {key: "on", place: inHistory | inChanges, formats: asDay},
	RecordedAt:         {key: "recorded_at", place: inHistory | inChanges, formats: asInstant},
	Sequence:           {key: "seq", place: inHistory | inChanges | inForecasts, formats: asInteger},
	Actor:              {key: "actor", place: inHistory, formats: asText},
	EventKind:          {key: "kind", place: inHistory, formats: asText},
	StageID:            local("stage_id"),
	StageCode:          local("stage_code"),
	StageLabel:         local("stage_label"),
	StatusID:           local("status_id"),
	StatusCode:         local("status_code"),
	StatusLabel:        local("status_label"),
	ReasonID:           local("reason_id"),
	ReasonCode:         local("reason_code"),
	ReasonLabel:        local("reason_label"),
	OfferID:            {key: "offer_id", place: inActivities, formats: asText},
	OfferNumber:        {key: "number", place: inOffers, formats: asText},
	OfferVersion:       {key: "version", place: inOffers, formats: asInteger},
	OfferState:         {key: "status", place: inOffers, formats: asText},
	SentAt:             {key: "sent_at", place: inOffers, formats: asInstant},
	ValidUntil:         {key: "valid_until", place: inOffers, formats: asDay},
	DecidedAt:          {key: "decided_at", place: inOffers, formats: asInstant},
	DiscountReason:     {key: "discount_reason", place: inOffers, formats: asText},
	LinePosition:       {key: "line", place: inOffers, formats: asInteger},
	Quantity:           {key: "qty", place: inOffers, formats: asNumber},
	ListPrice:          {key: "list_price", place: inOffers, formats: asPrice},
	NetPrice:           {key: "net_price", place: inOffers, formats: asPrice},
	UnitCost:           {key: "cost", place: inOffers, formats: asPrice},
	ActivityType:       {key: "type", place: inActivities, formats: asText},
	Direction:          {key: "direction", place: inActivities, formats: asText},
	Automated:          {key: "automated", place: inActivities, formats: asBool},
	ActivityOutcome:    {key: "outcome", place: inActivities, formats: asText},
	PlannedFor:         {key: "planned_for", place: inActivities, formats: asInstant},
	Done:               {key: "done", place: inActivities, formats: asBool},
	ChangedField:       {key: "field", place: inChanges, formats: asText},
	OldValue:           {key: "old", place: inChanges, formats: asText},
	NewValue:           {key: "new", place: inChanges, formats: asText},
	ScopeKind:          {key: "scope_kind", place: inForecasts | inQuotas, formats: asText},
	Scope:              {key: "scope", place: inForecasts | inQuotas, formats: asText},
	PeriodName:         {key: "period", place: ofPeriod, formats: asPeriod},
	PeriodFrom:         {key: "period_from", place: ofPeriod, formats: asDay},
	PeriodTo:           {key: "period_to", place: ofPeriod, formats: asDay},
	PeriodLast:         {key: "period_last", place: ofPeriod, formats: asDay},
	SubmittedCategory:  {key: "category", place: inForecasts, formats: asText},
	SubmittedAt:        {key: "submitted_at", place: inForecasts, formats: asInstant},
	Submitter:          {key: "submitter", place: inForecasts, formats: asText},
	DealIDs:            {key: "deal_ids", place: inForecasts, formats: asList},
	QuotaKind:          {key: "kind", place: inQuotas, formats: asText},
	CreditRule:         {key: "credit_rule", place: inQuotas, formats: asText},
	Rep:                {key: "rep_id", place: inCredits, formats: asText},
	CreditShare:        {key: "share", place: inCredits, formats: asShare},
	CostCategory:       {key: "category", place: inCosts, formats: asText},
	ExpectedDays:       {key: "expected_days", place: inBenchmarks, formats: asNumber},
	SampleSize:         {key: "n", place: inBenchmarks, formats: asInteger},
	BenchmarkVersion:   {key: "version", place: inBenchmarks, formats: asText},
	ValidFrom:          {key: "valid_from", place: inBenchmarks, formats: asDay},
	RateFrom:           {key: "from", place: inRates, formats: asText},
	RateTo:             {key: "to", place: inRates, formats: asText},
	RateFactor:         {key: "rate", place: inRates, formats: asNumber},
	RateKind:           {key: "kind", place: inRates, formats: asText},
	RateDate:           {key: "date", place: inRates, formats: asDay},
}

// labelled is a label of a deal, and a field of the records in also.
func labelled(key string, also place, at func(*funnel.Deal) *funnel.Label) fieldSpec {
	return fieldSpec{key: key, place: inDeals | also, formats: asText, label: at}
}

// worded is a text of a deal, and a field of the records in also.
func worded(key string, also place, at func(*funnel.Deal) *string) fieldSpec {
	return fieldSpec{key: key, place: inDeals | also, formats: asText, text: at}
}

func local(key string) fieldSpec {
	return fieldSpec{key: key, place: inDeals | inHistory, formats: asText}
}

// twins are fields of which a file feeds one: an instant or a day.
var twins = [...][2]Field{{CreatedAt, CreatedOn}, {ClosedAt, ClosedOn}, {At, On}}

// twin returns the field that says the same as f in another way.
func (f Field) twin() (other Field, ok bool) {
	for _, pair := range twins {
		switch f {
		case pair[0]:
			return pair[1], true
		case pair[1]:
			return pair[0], true
		}
	}
	return NoField, false
}

// String returns the key, the empty string for no field.
func (f Field) String() string {
	if f >= fieldCount {
		return ""
	}
	return fields[f].key
}

// keyAt returns key i, the empty string where there is none.
func keyAt(keys []string, i int) string {
	if i >= len(keys) {
		return ""
	}
	return keys[i]
}

// local returns which of the nine local fields f is, in the order of Local.
func (f Field) local() (slot int, ok bool) {
	return int(f) - int(StageID), f >= StageID && f <= ReasonLabel
}

// fieldIn returns the field with this key that occurs in the file.
func fieldIn(key string, file place) (Field, bool) {
	i := slices.IndexFunc(fields[:], func(s fieldSpec) bool { return s.key == key && s.place&file != 0 })
	return Field(max(i, 0)), i > 0
}

func fieldKeys(file place) []string {
	var keys []string
	for _, s := range fields {
		if s.place&file != 0 {
			keys = append(keys, s.key)
		}
	}
	return keys
}

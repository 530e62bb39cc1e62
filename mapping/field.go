package mapping

import (
	"slices"

	"github.com/koine-go/koine/funnel"
)

// Field names what a column feeds: an attribute of a deal or of an event, by its name in the exchange format. The zero value names none.
type Field uint8

// The fields of a deal, then those of an event. The nine local fields stand for both.
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
)

var formatKeys = []string{"", "text", "number", "money", "date", "instant", "percent", "bool", "integer", "list"}

// String returns the key, the empty string for no format.
func (f Format) String() string { return keyAt(formatKeys, int(f)) }

// place says in which of the two files a field occurs.
type place uint8

const (
	inDeals place = 1 << iota
	inHistory
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
	asInstant = []Format{Instant}
	asInteger = []Format{Integer}
	asBool    = []Format{Bool}
	asList    = []Format{List}
	asShare   = []Format{Percent, Number}
	asMoney   = []Format{Money, Number}
)

var fields = [fieldCount]fieldSpec{
	ID:                 {key: "id", place: inDeals | inHistory, formats: asText},
	CreatedAt:          {key: "created_at", place: inDeals, formats: asInstant},
	CreatedOn:          {key: "created_on", place: inDeals, formats: asDay},
	ClosedAt:           {key: "closed_at", place: inDeals, formats: asInstant},
	ClosedOn:           {key: "closed_on", place: inDeals, formats: asDay},
	CurrencyCode:       {key: "currency", place: inDeals, formats: asText},
	Amount:             {key: "amount", place: inDeals, formats: asMoney},
	ExpectedClose:      {key: "expected_close_date", place: inDeals, formats: asDay},
	OnHoldUntil:        {key: "on_hold_until", place: inDeals, formats: asDay},
	Probability:        {key: "probability", place: inDeals, formats: asShare},
	CustomerConfidence: {key: "end_customer_confidence", place: inDeals, formats: asShare},
	Complexity:         {key: "complexity", place: inDeals, formats: asInteger},
	TermMonths:         {key: "term_months", place: inDeals, formats: asInteger},
	Deleted:            {key: "deleted", place: inDeals, formats: asBool},
	Test:               {key: "test", place: inDeals, formats: asBool},
	Region:             labelled("region", func(d *funnel.Deal) *funnel.Label { return &d.Region }),
	SellingEntity:      labelled("selling_entity", func(d *funnel.Deal) *funnel.Label { return &d.SellingEntity }),
	Owner:              labelled("owner_id", func(d *funnel.Deal) *funnel.Label { return &d.Owner }),
	Team:               labelled("team", func(d *funnel.Deal) *funnel.Label { return &d.Team }),
	Segment:            labelled("segment", func(d *funnel.Deal) *funnel.Label { return &d.Segment }),
	ProductGroup:       labelled("product_group", func(d *funnel.Deal) *funnel.Label { return &d.ProductGroup }),
	LeadSource:         labelled("source", func(d *funnel.Deal) *funnel.Label { return &d.Source }),
	SizeBand:           labelled("size_band", func(d *funnel.Deal) *funnel.Label { return &d.SizeBand }),
	CustomerKind:       labelled("customer_kind", func(d *funnel.Deal) *funnel.Label { return &d.CustomerKind }),
	AmountBasis:        labelled("amount_basis", func(d *funnel.Deal) *funnel.Label { return &d.AmountBasis }),
	PricingModel:       labelled("pricing_model", func(d *funnel.Deal) *funnel.Label { return &d.PricingModel }),
	AccountID:          worded("account_id", func(d *funnel.Deal) *string { return &d.AccountID }),
	EndCustomer:        worded("end_customer_key", func(d *funnel.Deal) *string { return &d.EndCustomer }),
	MergedInto:         worded("merged_into", func(d *funnel.Deal) *string { return &d.MergedInto }),
	Winner:             worded("winner_id", func(d *funnel.Deal) *string { return &d.Winner }),
	Competitors:        {key: "competitor_ids", place: inDeals, formats: asList},
	ExternalRefs:       {key: "external_refs", place: inDeals, formats: asList},
	ForecastCategory:   {key: "forecast_category", place: inDeals, formats: asText},
	DealID:             {key: "deal_id", place: inHistory, formats: asText},
	At:                 {key: "at", place: inHistory, formats: asInstant},
	On:                 {key: "on", place: inHistory, formats: asDay},
	RecordedAt:         {key: "recorded_at", place: inHistory, formats: asInstant},
	Sequence:           {key: "seq", place: inHistory, formats: asInteger},
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
}

func labelled(key string, at func(*funnel.Deal) *funnel.Label) fieldSpec {
	return fieldSpec{key: key, place: inDeals, formats: asText, label: at}
}

func worded(key string, at func(*funnel.Deal) *string) fieldSpec {
	return fieldSpec{key: key, place: inDeals, formats: asText, text: at}
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
func (f Field) local() (slot int, ok bool) { return int(f) - int(StageID), f >= StageID }

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

package funnel

import "github.com/shopspring/decimal"

// Offer is one version of a quotation for a deal. Prices of its lines are per unit, in Currency. The zero value is no offer.
type Offer struct {
	ID             string      `json:"id"`
	SourceScheme   Label       `json:"source_scheme,omitzero"`
	DealID         string      `json:"deal_id"`
	Number         string      `json:"number,omitempty"`
	Version        int         `json:"version"`
	SentAt         Moment      `json:"-"` // "sent_at" in JSON; required unless the offer is a draft
	ValidUntil     Date        `json:"valid_until,omitzero"`
	Status         OfferStatus `json:"status"`
	DecidedAt      Moment      `json:"-"` // "decided_at"
	Currency       Currency    `json:"currency,omitzero"`
	Lines          []OfferLine `json:"-"` // "lines", never null
	DiscountReason string      `json:"discount_reason,omitempty"`
}

// OfferLine is one position of an offer. A nil price is not given, which is not a price of zero; a nil quantity means 1. The zero value is a line
// without a price.
type OfferLine struct {
	ProductGroup Label            `json:"product_group,omitzero"`
	Quantity     *decimal.Decimal `json:"-"` // "qty" in JSON, like the others a text
	ListPrice    *decimal.Decimal `json:"-"` // "list_price"
	NetPrice     *decimal.Decimal `json:"-"` // "net_price"
	Cost         *decimal.Decimal `json:"-"` // "cost"
}

// OfferStatus is how far an offer has come. The zero value is not given.
type OfferStatus uint8

// The statuses of an offer.
const (
	UnknownOffer OfferStatus = iota
	Draft
	Sent
	Accepted
	Rejected
	Expired
	Withdrawn
	Superseded
)

var offerStatusKeys = [...]string{"", "draft", "sent", "accepted", "rejected", "expired", "withdrawn", "superseded"}

// ParseOfferStatus returns the status with this key, an ErrKey for any other text.
func ParseOfferStatus(key string) (OfferStatus, error) {
	i, err := keyIndex(offerStatusKeys[:], key)
	return OfferStatus(i), err
}

// String returns the key, the empty string for a status that is not given.
func (s OfferStatus) String() string { return keyOf(offerStatusKeys[:], uint8(s)) }

// MarshalText writes the key.
func (s OfferStatus) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a key; empty is not given.
func (s *OfferStatus) UnmarshalText(b []byte) (err error) {
	*s, err = ParseOfferStatus(string(b))
	return err
}

// Activity is one contact or task around a deal. The zero value is no activity.
type Activity struct {
	ID           string `json:"id"`
	SourceScheme Label  `json:"source_scheme,omitzero"`
	DealID       string `json:"deal_id,omitempty"`
	OfferID      string `json:"offer_id,omitempty"`
	AccountID    string `json:"account_id,omitempty"`
	At           Moment `json:"-"`                  // "at" in JSON
	Type         Label  `json:"type,omitzero"`      // call, mail, meeting, visit, task
	Direction    Label  `json:"direction,omitzero"` // in, out, internal
	Automated    bool   `json:"automated,omitempty"`
	Outcome      Label  `json:"outcome,omitzero"` // two_way, left_message, none
	PlannedFor   Moment `json:"-"`                // "planned_for"
	Pending      bool   `json:"-"`                // "done": false in JSON; absent means done
}

// Forecast is one submission: the total that Submitter expects for Scope in Period at Category (ruling Q64). The zero value is no submission.
type Forecast struct {
	ID           string   `json:"id,omitempty"`
	SourceScheme Label    `json:"source_scheme,omitzero"`
	Scope        string   `json:"scope"` // region:KEY, team:KEY, rep:KEY or all
	Period       Period   `json:"period"`
	Category     Category `json:"category"`
	Amount       Money    `json:"amount"`
	SubmittedAt  Moment   `json:"-"` // "submitted_at" in JSON
	Seq          Sequence `json:"seq,omitzero"`
	Submitter    string   `json:"submitter,omitempty"`
	DealIDs      []string `json:"deal_ids,omitempty"`
}

// Quota is what Scope is to reach in Period. The zero value is no quota, which is not a quota of zero.
type Quota struct {
	ID           string `json:"id,omitempty"`
	SourceScheme Label  `json:"source_scheme,omitzero"`
	Scope        string `json:"scope"`
	Period       Period `json:"period"`
	Amount       Money  `json:"amount"`
	Kind         Label  `json:"kind"` // bookings, margin, units
	CreditRule   string `json:"credit_rule,omitempty"`
}

// Credit gives a rep a share of a deal. The zero value gives nobody anything.
type Credit struct {
	DealID string `json:"deal_id"`
	RepID  string `json:"rep_id"`
	Share  Share  `json:"share"`
}

// Cost is what a region spent in a period on one category of selling. The zero value is no cost, which is not a cost of zero.
type Cost struct {
	ID           string `json:"id"`
	SourceScheme Label  `json:"source_scheme,omitzero"`
	Period       Period `json:"period"`
	Region       Label  `json:"region,omitzero"`
	Category     Label  `json:"category"` // sales, marketing, tools, travel, ...
	Amount       Money  `json:"amount"`
	ProductGroup Label  `json:"product_group,omitzero"`
}

// Benchmark is how many days a deal of a kind is expected to take; an empty attribute stands for any (ruling Q61).
// The zero value is no benchmark.
type Benchmark struct {
	Segment      Label           `json:"segment,omitzero"`
	SizeBand     Label           `json:"size_band,omitzero"`
	Complexity   int8            `json:"complexity,omitzero"`
	ExpectedDays decimal.Decimal `json:"-"` // "expected_days" in JSON, a text
	N            int             `json:"n"`
	Version      string          `json:"-"` // "version", a number where it is one
	ValidFrom    Date            `json:"valid_from"`
}

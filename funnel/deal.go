package funnel

// Deal is one opportunity as recorded: its attributes as last loaded and the events that tell its way. It knows nothing of a
// reporting period; AsOf says what was known of it at an instant. A Deal is data: fill it, then treat it as immutable, and it is safe for
// concurrent use; a reader that reuses one says so. The zero value is a deal without any information.
type Deal struct {
	ID                 string       `json:"id"`
	SourceScheme       Label        `json:"source_scheme,omitzero"`
	Region             Label        `json:"region,omitzero"`
	SellingEntity      Label        `json:"selling_entity,omitzero"`
	Owner              Label        `json:"owner_id,omitzero"`
	Team               Label        `json:"team,omitzero"`
	Segment            Label        `json:"segment,omitzero"`
	ProductGroup       Label        `json:"product_group,omitzero"` // the primary one; others do not group (ruling Q29)
	Source             Label        `json:"source,omitzero"`
	SizeBand           Label        `json:"size_band,omitzero"`
	Complexity         int8         `json:"complexity,omitzero"` // 1 to 5, 0 not given
	Created            Moment       `json:"-"`                   // "created_at" in JSON, "created_on" where it is only a day
	Closed             Moment       `json:"-"`                   // "closed_at", "closed_on"; used only without stage events (ruling Q03)
	Amount             Money        `json:"amount,omitzero"`
	ExpectedClose      Date         `json:"expected_close_date,omitzero"`
	OnHoldUntil        Date         `json:"on_hold_until,omitzero"`
	Probability        Share        `json:"probability,omitzero"`
	Category           Category     `json:"forecast_category,omitzero"`
	Stage              Stage        `json:"stage,omitzero"`      // as last loaded; the events stand over it
	Status             Status       `json:"decision_status"`     // as last loaded; the events stand over it
	Cause              Cause        `json:"loss_cause,omitzero"` // the primary one
	Causes             []Cause      `json:"loss_causes,omitempty"`
	MergedInto         string       `json:"merged_into,omitempty"`
	Deleted            bool         `json:"deleted,omitempty"`
	Test               bool         `json:"test,omitempty"`
	Events             []Event      `json:"-"`                        // in any order
	FieldEvents        []FieldEvent `json:"-"`                        // in any order
	Variant            *Variant     `json:"-"`                        // what the source can express; nil for everything
	Profile            Label        `json:"mapping_version,omitzero"` // version of the profile that read the record's own codes; each event has its own
	AccountID          string       `json:"account_id,omitempty"`
	EndCustomer        string       `json:"end_customer_key,omitempty"`
	CustomerConfidence Share        `json:"end_customer_confidence,omitzero"`
	CustomerKind       Label        `json:"customer_kind,omitzero"` // new, existing
	AmountBasis        Label        `json:"amount_basis,omitzero"`  // one_time, tcv, acv, arr
	PricingModel       Label        `json:"pricing_model,omitzero"` // project, subscription, usage, frame
	TermMonths         int          `json:"term_months,omitzero"`
	Competitors        []string     `json:"competitor_ids,omitempty"`
	Winner             string       `json:"winner_id,omitempty"`
	LocalStage         Label        `json:"local_stage_code,omitzero"`
	LocalStatus        Label        `json:"local_status_code,omitzero"`
	LocalReason        Label        `json:"local_reason_code,omitzero"`
	ExternalRefs       []string     `json:"external_refs,omitempty"`
}

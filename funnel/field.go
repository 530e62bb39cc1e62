package funnel

// Field names an attribute of a deal whose history a source may keep. The zero value names none.
type Field uint8

// The attributes with a history.
const (
	NoField Field = iota
	AmountField
	ExpectedCloseField
	CategoryField
	ProbabilityField
	OwnerField
	RegionField
	SegmentField
)

var fieldKeys = [...]string{"", "amount", "expected_close_date", "forecast_category", "probability", "owner", "region", "segment"}

// ParseField returns the field with this key, an ErrKey for any other text.
func ParseField(key string) (Field, error) {
	i, err := keyIndex(fieldKeys[:], key)
	return Field(i), err
}

// String returns the key, the empty string for no field.
func (f Field) String() string { return keyOf(fieldKeys[:], uint8(f)) }

// MarshalText writes the key.
func (f Field) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads a key; empty is no field.
func (f *Field) UnmarshalText(b []byte) (err error) {
	*f, err = ParseField(string(b))
	return err
}

// FieldEvent is one row of an attribute's history: at a moment one attribute went from Old to New. The zero value is no event.
type FieldEvent struct {
	ID         string   `json:"id,omitempty"`
	DealID     string   `json:"deal_id"`
	Field      Field    `json:"field"`
	At         Moment   `json:"-"` // "at" in JSON, "on" where it is only a day
	Seq        Sequence `json:"seq,omitzero"`
	RecordedAt Moment   `json:"-"` // "recorded_at", "recorded_on"
	Old        Setting  `json:"-"` // "old", the bare value of the attribute
	New        Setting  `json:"-"` // "new"
}

// Setting is the value of an attribute before or after a change: only the part that its field names is set. The zero value
// is the attribute left empty.
type Setting struct {
	Amount   Money
	Date     Date
	Category Category
	Share    Share
	Label    Label
}

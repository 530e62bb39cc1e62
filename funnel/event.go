package funnel

import (
	"cmp"
	"strconv"
)

// Event is one row of a deal's stage history: what its stage and status became at a moment. An event of the open class sets
// the stage, or keeps it where it names none; a terminal event has no stage of its own (ruling Q08).
// The zero value is no event.
type Event struct {
	ID          string    `json:"id"`
	DealID      string    `json:"deal_id"`
	At          Moment    `json:"-"` // "at" in JSON, "on" where it is only a day (ruling Q06a)
	Stage       Stage     `json:"stage,omitzero"`
	Status      Status    `json:"decision_status"` // unknown: the local status is not mapped, the last known one goes on
	Cause       Cause     `json:"loss_cause,omitzero"`
	Kind        EventKind `json:"kind,omitzero"`
	Profile     Label     `json:"mapping_version,omitzero"` // version of the profile that mapped it; near the front, since every report reads it
	LocalStage  Label     `json:"local_stage_code,omitzero"`
	LocalStatus Label     `json:"local_status_code,omitzero"`
	LocalReason Label     `json:"local_reason_code,omitzero"`
	Seq         Sequence  `json:"seq,omitzero"` // the source's own order within one moment
	RecordedAt  Moment    `json:"-"`            // "recorded_at", "recorded_on"; when the source learnt of it, informative (ruling Q14)
	Actor       Label     `json:"actor,omitzero"`
}

// Sequence is the position that a source gives to an event among those of one moment. The zero value is no position given.
type Sequence struct {
	n     int64
	given bool
}

// Seq returns the given position n.
func Seq(n int) Sequence { return Sequence{int64(n), true} }

// Value returns the position, if one is given.
func (s Sequence) Value() (n int, ok bool) { return int(s.n), s.given }

// compare orders by position; none given comes first.
func (s Sequence) compare(o Sequence) int {
	switch {
	case s.given == o.given:
		return cmp.Compare(s.n, o.n)
	case o.given:
		return -1
	}
	return 1
}

// MarshalJSON writes the number, null for no position.
func (s Sequence) MarshalJSON() ([]byte, error) {
	if !s.given {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, s.n, 10), nil
}

// UnmarshalJSON reads a whole number or null; anything else is an ErrSequence.
func (s *Sequence) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*s = Sequence{}
		return nil
	}
	n, err := strconv.ParseInt(string(b), 10, 64)
	if err != nil {
		return &Error{Input: string(b), Reason: "want a whole number or null", Err: ErrSequence}
	}
	*s = Sequence{n, true}
	return nil
}

// EventKind says why an event stands in the history. The zero value is not said.
type EventKind uint8

// The kinds of event.
const (
	UnknownKind EventKind = iota
	Changed
	Imported
	Correction
)

var eventKindKeys = [...]string{"", "change", "import", "correction"}

// ParseEventKind returns the kind with this key, an ErrKey for any other text.
func ParseEventKind(key string) (EventKind, error) {
	i, err := keyIndex(eventKindKeys[:], key)
	return EventKind(i), err
}

// String returns the key, the empty string for a kind that is not said.
func (k EventKind) String() string { return keyOf(eventKindKeys[:], uint8(k)) }

// MarshalText writes the key.
func (k EventKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a key; empty is not said.
func (k *EventKind) UnmarshalText(b []byte) (err error) {
	*k, err = ParseEventKind(string(b))
	return err
}

package funnel

import "strconv"

// Status is the outcome of a deal so far: the second axis, independent of the stage. The zero value is an unknown status: the
// local code is not mapped (ruling Q11).
type Status uint8

// The statuses; spec/funnel.md §3 defines them, V1 holds the text.
const (
	UnknownStatus Status = iota
	Open
	OnHold
	Won
	Lost
	NoDecision
	NoResponse
	Disqualified
	Void
)

// Class says what a status means for counting. The zero value is the class of an unknown status.
type Class uint8

// The classes; a closed deal is decided, undecided or not pursued, and a void one is outside every population.
const (
	UnknownClass Class = iota
	OpenClass
	Decided
	Undecided
	NotPursued
	VoidClass
)

var statusKeys = [...]string{"", "open", "on_hold", "won", "lost", "no_decision", "no_response", "disqualified", "void"}

var classKeys = [...]string{"", "open", "decided", "undecided", "not_pursued", "void"}

// ParseStatus returns the status with this key, an ErrKey for any other text.
func ParseStatus(key string) (Status, error) {
	i, err := keyIndex(statusKeys[:], key)
	return Status(i), err
}

// Class returns the class of s.
func (s Status) Class() Class {
	switch s {
	case Open, OnHold:
		return OpenClass
	case Won, Lost:
		return Decided
	case NoDecision, NoResponse:
		return Undecided
	case Disqualified:
		return NotPursued
	case Void:
		return VoidClass
	}
	return UnknownClass
}

// Closed tells whether the deal has ended: decided, undecided or not pursued, but not void.
func (s Status) Closed() bool { return s >= Won && s <= Disqualified }

// IsOpen tells whether the deal is being worked or paused.
func (s Status) IsOpen() bool { return s == Open || s == OnHold }

// String returns the key, the empty string for the unknown status.
func (s Status) String() string { return keyOf(statusKeys[:], uint8(s)) }

// MarshalText writes the key.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// MarshalJSON writes the key, null for the unknown status (ruling Q11).
func (s Status) MarshalJSON() ([]byte, error) {
	if s == UnknownStatus {
		return []byte("null"), nil
	}
	return strconv.AppendQuote(nil, s.String()), nil
}

// UnmarshalText reads a key; empty is the unknown status.
func (s *Status) UnmarshalText(b []byte) (err error) {
	*s, err = ParseStatus(string(b))
	return err
}

// String returns the key, the empty string for the class of an unknown status.
func (c Class) String() string { return keyOf(classKeys[:], uint8(c)) }

func keyOf(keys []string, i uint8) string {
	if int(i) < len(keys) {
		return keys[i]
	}
	return "invalid"
}

func keyIndex(keys []string, key string) (uint8, error) {
	for i, k := range keys {
		if k == key {
			return uint8(i), nil
		}
	}
	return 0, &Error{Input: key, Err: ErrKey}
}

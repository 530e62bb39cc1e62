package funnel

// Cause is why a deal was not won: the fourth axis. The zero value is no cause given, which a review shows as UnknownCause.
type Cause uint8

// The causes; spec/funnel.md §4 defines them, V1 holds the text.
const (
	NoCause Cause = iota
	Competitive
	Pricing
	Capability
	Timing
	Budget
	NoNeed
	Relationship
	OwnProcess
	TermsCompliance
	UnknownCause
)

// CauseCount is the number of causes, NoCause included, so that a table by cause has a fixed size.
const CauseCount = int(UnknownCause) + 1

// Group gathers causes for the loss review. The zero value is the group of no cause.
type Group uint8

// The review groups; UnknownGroup is shown apart.
const (
	NoGroup Group = iota
	CompetitiveGroup
	PricingGroup
	CapabilityGroup
	CustomerInternal
	OwnSide
	UnknownGroup
)

// GroupCount is the number of review groups, NoGroup included.
const GroupCount = int(UnknownGroup) + 1

var causeKeys = [...]string{"", "competitive", "pricing", "capability", "timing", "budget", "no_need", "relationship",
	"own_process", "terms_compliance", "unknown"}

var groupKeys = [...]string{"", "competitive", "pricing", "capability", "customer_internal", "own_side", "unknown"}

// ParseCause returns the cause with this key, an ErrKey for any other text.
func ParseCause(key string) (Cause, error) {
	i, err := keyIndex(causeKeys[:], key)
	return Cause(i), err
}

// ParseGroup returns the review group with this key, an ErrKey for any other text.
func ParseGroup(key string) (Group, error) {
	i, err := keyIndex(groupKeys[:], key)
	return Group(i), err
}

// Group returns the review group of c.
func (c Cause) Group() Group {
	switch c {
	case Competitive:
		return CompetitiveGroup
	case Pricing:
		return PricingGroup
	case Capability:
		return CapabilityGroup
	case Timing, Budget, NoNeed:
		return CustomerInternal
	case Relationship, OwnProcess, TermsCompliance:
		return OwnSide
	case UnknownCause:
		return UnknownGroup
	}
	return NoGroup
}

// String returns the key, the empty string for no cause.
func (c Cause) String() string { return keyOf(causeKeys[:], uint8(c)) }

// MarshalText writes the key.
func (c Cause) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a key; empty is no cause.
func (c *Cause) UnmarshalText(b []byte) (err error) {
	*c, err = ParseCause(string(b))
	return err
}

// String returns the key, the empty string for no group.
func (g Group) String() string { return keyOf(groupKeys[:], uint8(g)) }

package funnel

import "strconv"

// Stage is where an open deal stands: the first axis. Its number is the rank, so stages order with <; gaps between the ranks
// leave room for local sub-stages. A closed deal has the stage it was closed from, never a stage of its own.
// The zero value is no stage.
type Stage uint8

// The stages of V1.
const (
	NoStage     Stage = 0
	Prospect    Stage = 10
	Contact     Stage = 20
	Qualified   Stage = 30
	Solution    Stage = 40
	Offered     Stage = 50
	Negotiation Stage = 60
	Commitment  Stage = 70
)

var stageKeys = [...]string{"", "prospect", "contact", "qualified", "solution", "offer", "negotiation", "commitment"}

// ParseStage reads the key of a stage of V1, or "rank" and a number from 1 to 255 for the stage of another model; anything else
// is an ErrKey. A model of one's own resolves its own keys with Model.Stage.
func ParseStage(key string) (Stage, error) {
	if len(key) > 4 && key[:4] == "rank" {
		if n, err := strconv.ParseUint(key[4:], 10, 8); err == nil && n > 0 && key[4] != '0' {
			return Stage(n), nil
		}
	}
	i, err := keyIndex(stageKeys[:], key)
	return Stage(i) * 10, err
}

// String returns the key in V1 or "rank" and the number; no stage is empty.
func (s Stage) String() string {
	if s == NoStage || s.inV1() {
		return stageKeys[s/10]
	}
	return "rank" + strconv.Itoa(int(s))
}

func (s Stage) inV1() bool { return s != NoStage && s%10 == 0 && int(s/10) < len(stageKeys) }

// MarshalText writes what String returns.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (s *Stage) UnmarshalText(b []byte) (err error) {
	*s, err = ParseStage(string(b))
	return err
}

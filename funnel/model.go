package funnel

import (
	"errors"
	"fmt"
	"slices"
)

// Model is one version of the funnel: which stages there are, what each is for, when a deal enters and leaves it, and what the other
// three axes mean. A published model never changes; a change is a new version. It is immutable and safe for concurrent use.
// A nil Model and the zero value are not valid.
type Model struct {
	version   string
	effective Date
	stages    []StageDefinition // by rank, a stage before its sub-stages
	byKey     map[string]Stage
}

// Definition is what a Model is made of. Only the stages are its own: statuses, causes and forecast categories are the same in every
// model, so that any two can be compared. The zero value defines nothing.
type Definition struct {
	Version   string
	Effective Date // the day from which the version holds
	Offers    bool // deals have offers, so that the stage offer cannot be left out
	Stages    []StageDefinition
}

// StageDefinition says what a stage is for and how to tell that a deal is in it. A sub-stage has a Parent and counts as that stage
// wherever stages are counted. The zero value defines no stage.
type StageDefinition struct {
	Key      string   // lower-case letters, digits and underscores, a letter first
	Rank     Stage    // the place in the order; a sub-stage may leave it out, and has that of its parent
	Parent   string   // key of the stage that a sub-stage belongs to; empty for a stage
	Goal     string   // what the stage is to achieve
	Entry    string   // what the buyer did or said that shows a deal has entered
	Exit     string   // what shows that it may leave
	Actions  []string // what is done in the stage
	Required []string // keys of the data that a deal must have
	IfKnown  []string // keys of the data to be given where it is known
}

// NewModel returns the model of a definition. It may leave out any stage of V1 but qualified, and offer if deals have offers; it may add
// stages at ranks of their own and sub-stages. A key or a rank of V1 keeps its meaning. Every fault is an *Error around ErrModel, and
// all are reported, joined.
func NewModel(d Definition) (*Model, error) {
	m := &Model{version: d.Version, effective: d.Effective, byKey: map[string]Stage{}}
	faults := faultList{}
	if d.Version == "" {
		faults.add("version", "none given")
	}
	if d.Effective.IsZero() {
		faults.add("effective", "no day given")
	}
	m.addStages(d.Stages, &faults)
	m.addSubStages(d.Stages, &faults)
	if m.byKey["qualified"] == NoStage {
		faults.add("qualified", "every model has this stage")
	}
	if d.Offers && m.byKey["offer"] == NoStage {
		faults.add("offer", "deals have offers and need this stage")
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	slices.SortStableFunc(m.stages, func(a, b StageDefinition) int { return int(a.Rank) - int(b.Rank) })
	return m, nil
}

// MustModel is NewModel for definitions that are part of the program; it panics where NewModel fails.
func MustModel(d Definition) *Model {
	m, err := NewModel(d)
	if err != nil {
		panic(err)
	}
	return m
}

// Version returns the name of the version, such as "v1".
func (m *Model) Version() string { return m.version }

// Effective returns the day from which the version holds.
func (m *Model) Effective() Date { return m.effective }

// Stages returns the stages by rank, each before its sub-stages. The caller owns the result.
func (m *Model) Stages() []StageDefinition {
	stages := make([]StageDefinition, len(m.stages))
	for i, d := range m.stages {
		stages[i] = d.clone()
	}
	return stages
}

// Statuses returns the meaning of every status, in their order. The caller owns the result.
func (m *Model) Statuses() []StatusDefinition { return statusDefinitions() }

// Causes returns the meaning of every cause, in their order. The caller owns the result.
func (m *Model) Causes() []CauseDefinition { return causeDefinitions() }

// Categories returns the meaning of every forecast category in rising order of confidence. The caller owns the result.
func (m *Model) Categories() []CategoryDefinition { return categoryDefinitions() }

// Stage returns the stage with this key; a sub-stage is the stage it belongs to. ok is false if the model has none.
func (m *Model) Stage(key string) (s Stage, ok bool) {
	s, ok = m.byKey[key]
	return s, ok
}

// Key returns the key of a stage, the empty string for one that the model does not have.
func (m *Model) Key(s Stage) string {
	for i := range m.stages {
		if d := &m.stages[i]; d.Rank == s && d.Parent == "" {
			return d.Key
		}
	}
	return ""
}

func (m *Model) addStages(stages []StageDefinition, faults *faultList) {
	for i, d := range stages {
		if d.Parent != "" {
			continue
		}
		where := faults.at(d.Key, i)
		known, err := ParseStage(d.Key)
		switch {
		case d.Rank == NoStage:
			where("no rank")
		case m.Key(d.Rank) != "":
			where("rank %d is taken by %s", d.Rank, m.Key(d.Rank))
		case err == nil && known != NoStage && known != d.Rank:
			where("has rank %d in every model", known)
		case d.Rank.String() != d.Key && d.Rank.inV1():
			where("rank %d is %s in every model", d.Rank, d.Rank)
		}
		m.add(d, where)
	}
}

func (m *Model) addSubStages(stages []StageDefinition, faults *faultList) {
	for i, d := range stages {
		if d.Parent == "" {
			continue
		}
		where := faults.at(d.Key, i)
		parent := m.byKey[d.Parent]
		switch {
		case parent == NoStage || m.Key(parent) != d.Parent:
			where("%q is no stage", d.Parent)
		case d.Rank != NoStage && d.Rank != parent:
			where("has rank %d, its stage %d", d.Rank, parent)
		}
		d.Rank = parent
		m.add(d, where)
	}
}

// add checks what stages and sub-stages have in common.
func (m *Model) add(d StageDefinition, where func(string, ...any)) {
	if !isKey(d.Key) {
		where("a key has lower-case letters, digits and underscores, a letter first")
	}
	if _, taken := m.byKey[d.Key]; taken {
		where("stands twice")
	}
	if d.Goal == "" || d.Entry == "" || d.Exit == "" {
		where("needs a goal, an entry and an exit criterion")
	}
	seen := map[string]bool{}
	for _, key := range slices.Concat(d.Required, d.IfKnown) {
		if !isKey(key) || seen[key] {
			where("data key %q is no key or stands twice", key)
		}
		seen[key] = true
	}
	m.byKey[d.Key] = d.Rank
	m.stages = append(m.stages, d.clone())
}

func (d StageDefinition) clone() StageDefinition {
	d.Actions, d.Required, d.IfKnown = slices.Clone(d.Actions), slices.Clone(d.Required), slices.Clone(d.IfKnown)
	return d
}

func isKey(s string) bool {
	for i, c := range []byte(s) {
		letter := 'a' <= c && c <= 'z'
		if !letter && (i == 0 || c != '_' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}

// faultList gathers the faults of a definition.
type faultList []error

func (f *faultList) add(input, reason string) {
	*f = append(*f, &Error{Input: input, Reason: reason, Err: ErrModel})
}

// at returns a function that adds a fault of the stage with this key and index.
func (f *faultList) at(key string, index int) func(format string, args ...any) {
	return func(format string, args ...any) {
		f.add(key, fmt.Sprintf("stage %d: ", index+1)+fmt.Sprintf(format, args...))
	}
}

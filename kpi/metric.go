package kpi

import (
	"strconv"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// Metric is the definition of a KPI whose partial result is a T: who counts, as data, and what counting does, as a loop. The catalogue's
// metrics are functions of this package that return one; a caller makes his own from the same exported parts. It is immutable once given to a
// report, and safe for concurrent use if its fold is. The zero value is not valid.
type Metric[T Partial[T]] struct {
	ID         string // snake_case; also the name in the exchange format
	Version    string // semantic: major when numbers change for the same data
	Unit       Unit
	Parameters []Parameter // what the definition was called with, in the order of its comment
	Population Population
	MinN       int      // below this n the value is there and its status is insufficient_n; 0 asks nothing
	OwnSkips   []string // names of the reasons OwnSkip, OwnSkip+1, ... that the fold uses

	// Fold counts the rows into parts, which is indexed by Row.Group. It is called with batches in any order, so it must commute. A row
	// it does not count it leaves with a reason, by out.Leave, or passes over if the deal is not in the metric's population at all.
	Fold func(parts []T, rows []Row, out *Out)

	// Finish, if not nil, completes a value as the parameters ask: the status of a cohort that is too young, the denominator chosen.
	Finish func(v *Value)
}

// Parameter is one setting of a metric's definition, part of what must be equal when reports merge. The zero value sets nothing.
type Parameter struct{ Name, Value string }

// Unit says what a value counts. The zero value is UnitDeals.
type Unit uint8

// The units of the catalogue.
const (
	UnitDeals Unit = iota
	UnitRatio
	UnitDays
	UnitCurrency
	UnitKeys // distinct keys, such as customers
)

var unitKeys = [...]string{"deals", "ratio", "days", "currency", "keys"}

// String returns the key of the unit in the exchange format.
func (u Unit) String() string {
	if int(u) < len(unitKeys) {
		return unitKeys[u]
	}
	return "invalid"
}

// Partial is a result that merges: the state of a metric in one group. The zero value is the state without any deal, and the identity of
// Plus. Plus may reuse the receiver's memory but not the argument's. The result types of this package implement it.
type Partial[T any] interface {
	// Plus returns the state of both sets of deals together. It is associative and commutative.
	Plus(T) T
	// AppendBinary appends the one binary form of the state: equal states have equal bytes.
	AppendBinary(b []byte) []byte
	// DecodeBinary returns the state at the beginning of b and the bytes after it.
	DecodeBinary(b []byte) (T, []byte, error)
	// Read writes the state into v: Num, Den, N, Extra, and a Status other than OK where the state itself calls for one.
	Read(v *Value)
	// Trace tells of a state that holds one deal whether the deal is in the part and in the whole.
	Trace() (part, whole bool)
}

// Measure is any Metric, whatever its partial result: what NewReport takes. A nil Measure is not valid.
type Measure interface {
	identity() identity
	column() column
}

// identity is what two reports must share to be about the same metric.
type identity struct {
	id, version string
	unit        Unit
	minN        int
	parameters  string
	population  Population
	ownSkips    string
}

func (m Metric[T]) identity() identity {
	p := ""
	for _, q := range m.Parameters {
		p += q.Name + "=" + strconv.Quote(q.Value) + ";"
	}
	return identity{m.ID, m.Version, m.Unit, m.MinN, p, m.Population, strings.Join(m.OwnSkips, ",")}
}

func (m Metric[T]) check() error {
	switch {
	case m.ID == "" || m.Version == "":
		return &Error{Subject: m.ID, Reason: "no id or no version", Err: ErrMetric}
	case m.Fold == nil:
		return &Error{Subject: m.ID, Reason: "no fold", Err: ErrMetric}
	case int(m.Unit) >= len(unitKeys):
		return &Error{Subject: m.ID, Reason: "unknown unit", Err: ErrMetric}
	case len(m.OwnSkips) > skipCount-int(OwnSkip):
		return &Error{Subject: m.ID, Reason: "too many reasons of its own", Err: ErrMetric}
	}
	return nil
}

// Out is where a fold leaves the deals it does not count, and what it may ask of the view. A fold never gets the zero value.
type Out struct {
	Span funnel.Span // the period with its instants

	skips *skips
}

// Leave counts d as left out of its group for this reason.
func (o *Out) Leave(d Row, reason Skip) {
	o.skips.add(d.Group, reason)
}

package territory

import (
	"strconv"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// Reason says why an account belongs to no territory. The zero value is no reason: it belongs to one.
type Reason uint8

// The reasons, in the order in which they are asked.
const (
	Assigned       Reason = iota
	NoMoment              // no moment was given
	UnknownAccount        // a claim fails for nothing but that the account has no id
	UnknownCountry        // a claim fails for nothing but what is unknown of the account, first of it the country
	UnknownRegion
	UnknownPostal // an unreadable postal code is unknown too
	UnknownSegment
	Outside   // of the universe
	Uncovered // all that claims ask for is known, and none holds
)

var reasonKeys = [...]string{"assigned", "no_moment", "unknown_account", "unknown_country", "unknown_region", "unknown_postal", "unknown_segment", "outside",
	"uncovered"}

// String returns the key.
func (r Reason) String() string {
	if int(r) >= len(reasonKeys) {
		return ""
	}
	return reasonKeys[r]
}

// MarshalText writes the key.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// Explanation is the account of one decision: the claim that decided, and why those that nearly did, did not. The zero value explains nothing.
type Explanation struct {
	File      string // the definition's
	Account   Account
	Day       funnel.Date // of the moment, in the definition's zone
	Territory string      // empty for none
	Claim     *Claim      // that decided; nil for none
	Reason    Reason      // why there is no territory
	Unsure    bool        // a claim of another territory fails for nothing but what is unknown, and would not be beaten by this one
	Near      []NearMiss  // in the order of precedence
}

// NearMiss is a claim that held but for one of its conditions, or held and was beaten. The zero value has no claim.
type NearMiss struct {
	Territory string
	Claim     *Claim
	Why       string
}

// Explain says which claim decides about the account at that moment, what of the account is decisive and unknown, and why each near miss did not decide.
// It decides as Of does.
func (s *Set) Explain(a Account, at funnel.Moment) Explanation {
	e := Explanation{Account: a}
	if s == nil || s.calendar == nil || at.IsZero() {
		e.Reason = NoMoment
		if !at.IsZero() {
			e.Reason = Uncovered
		}
		return e
	}
	e.File, e.Day = s.definition.File, s.calendar.Date(at)
	j := s.judge(&a, e.Day.Number())
	if j.claim >= 0 {
		e.Territory, e.Claim = s.key(j.claim), s.claims[j.claim].source
	}
	e.Reason, e.Unsure = j.reason(), j.unsure()
	for i := range s.claims {
		if why := j.missed(int32(i)); why != "" {
			e.Near = append(e.Near, NearMiss{s.key(int32(i)), s.claims[i].source, why})
		}
	}
	return e
}

// judgement is what there is to say of one account on one day.
type judgement struct {
	set     *Set
	account *Account
	point   point
	day     int32
	claim   int32 // that decided, -1 for none
}

func (s *Set) judge(a *Account, day int32) *judgement {
	j := &judgement{set: s, account: a, day: day}
	s.locate(a, &j.point)
	j.claim = s.decide(&j.point, day)
	return j
}

// The conditions of a claim, as trial numbers them: the lists of dim, then these.
const (
	postalCond = int(dims) + iota
	timeCond
	conds
)

// trial is how each condition of a claim stands. The zero value holds nothing.
type trial struct {
	held    int
	failed  int // known not to hold
	unknown int // of what is unknown
	which   int // the last that did not hold
	first   Reason
}

// condReasons has the reason for each condition that fails because something is unknown, in the order in which they are asked.
var condReasons = [...]Reason{accountDim: UnknownAccount, countryDim: UnknownCountry, regionDim: UnknownRegion, segmentDim: UnknownSegment, postalCond: UnknownPostal}

func (j *judgement) try(c *claim) (t trial) {
	texts := [...]string{j.account.ID, j.account.Country, j.account.Region, j.account.Segment}
	for d, s := range c.sets {
		if len(s) > 0 {
			t.count(d, s.has(j.point.values[d]), texts[d] == "")
		}
	}
	if len(c.postal) > 0 {
		_, ok := c.reach(&j.point.code)
		t.count(postalCond, ok, j.point.code.n == 0)
	}
	if !c.inForce(j.day) {
		t.failed++
		t.which = timeCond
	}
	return t
}

func (t *trial) count(cond int, holds, unknown bool) {
	switch {
	case holds:
		t.held++
		return
	case unknown:
		t.unknown++
		if r := condReasons[cond]; t.first == Assigned || r < t.first {
			t.first = r
		}
	default:
		t.failed++
	}
	t.which = cond
}

// open tells whether the claim fails for nothing but what is unknown.
func (t trial) open() bool { return t.failed == 0 && t.unknown > 0 }

func (t trial) isMet() bool { return t.failed+t.unknown == 0 }

// reason says why there is no territory.
func (j *judgement) reason() Reason {
	if j.claim >= 0 {
		return Assigned
	}
	least := Uncovered
	for n := range j.candidates() {
		if t := j.try(&j.set.claims[n]); t.open() && t.first < least {
			least = t.first
		}
	}
	if least == Uncovered && !j.set.isInside(&j.point, j.account, j.day) {
		return Outside
	}
	return least
}

// unsure tells whether the account could belong to another territory if more were known of it.
func (j *judgement) unsure() bool {
	if j.claim < 0 {
		return false
	}
	w := &j.set.claims[j.claim]
	for n := range j.candidates() {
		if c := &j.set.claims[n]; c.territory != w.territory && j.try(c).open() && !j.surely(w, c) {
			return true
		}
	}
	return false
}

// surely tells whether w, which holds, beats c whatever the unknown may be.
func (j *judgement) surely(w, c *claim) bool {
	if w.isNamed() != c.isNamed() {
		return w.isNamed()
	}
	return j.beats(w, c)
}

// beats tells whether a, which holds, beats b, which does or could; both are named, or neither is.
func (j *judgement) beats(a, b *claim) bool {
	length, _ := a.reach(&j.point.code)
	other, _ := b.reach(&j.point.code)
	return a.beats(b, length, other)
}

// candidates yields every claim that can hold if more becomes known of the account.
func (j *judgement) candidates() func(yield func(int32) bool) {
	return func(yield func(int32) bool) {
		for _, list := range j.set.candidates(j.account, &j.point) {
			for _, n := range list {
				if !yield(n) {
					return
				}
			}
		}
	}
}

func (s *Set) candidates(a *Account, p *point) [2][]int32 {
	lists := [...][]int32{s.named[p.values[accountDim]], p.place.all}
	if a.ID == "" {
		lists[0] = s.allNamed
	}
	if a.Country == "" {
		lists[1] = s.unnamed
	}
	return lists
}

// isInside tells whether the account is of the universe; everything is of one without markets.
func (s *Set) isInside(p *point, a *Account, day int32) bool {
	for i := range s.markets {
		if s.markets[i].holds(p, a, day) {
			return true
		}
	}
	return len(s.markets) == 0
}

// missed says why claim n did not decide although it nearly did; empty if it decided, or if more than one condition fails, or none holds.
func (j *judgement) missed(n int32) string {
	c := &j.set.claims[n]
	t := j.try(c)
	switch {
	case n == j.claim:
		return ""
	case t.isMet():
		return j.beaten(c)
	case t.failed+t.unknown > 1, t.held == 0 && !c.source.Rest:
		return ""
	case t.which == timeCond:
		return "not in force then: " + interval(c.source.From, c.source.To)
	}
	word := [...]string{accountDim: "account", countryDim: "country", regionDim: "region", segmentDim: "segment", postalCond: "postal code"}[t.which]
	text := [...]string{j.account.ID, j.account.Country, j.account.Region, j.account.Segment, j.account.Postal}[t.which]
	switch {
	case text == "":
		return "its " + word + " is unknown"
	case t.unknown > 0:
		return "its " + word + " " + strconv.Quote(cut(text)) + " cannot be read"
	}
	return "its " + word + " " + named(text) + " is not among those claimed"
}

// beaten says by what c, which holds, is beaten.
func (j *judgement) beaten(c *claim) string {
	w := &j.set.claims[j.claim]
	if w.isNamed() && !c.isNamed() {
		return lined("the claim", w.source.Line) + " names the account"
	}
	for i := range j.set.claims {
		n := &j.set.claims[i]
		if n.isNamed() != c.isNamed() || !j.try(n).isMet() || !j.beats(n, c) {
			continue
		}
		if n.narrower(c) {
			return lined("the claim", n.source.Line) + " is narrower"
		}
		return lined("the claim", n.source.Line) + " has a longer prefix"
	}
	return lined("the claim", w.source.Line) + " says the same"
}

// String returns the explanation in lines: the account and its territory, the claim that decided and where it stands, the near misses.
func (e Explanation) String() string {
	var b strings.Builder
	b.WriteString(Witness{e.Account, e.Day}.String() + ": ")
	switch {
	case e.Claim == nil:
		b.WriteString("none, " + e.Reason.String() + "\n")
	case e.Unsure:
		b.WriteString(named(e.Territory) + ", unless what is unknown says otherwise\n")
	default:
		b.WriteString(named(e.Territory) + "\n")
	}
	if e.Claim != nil {
		b.WriteString("  " + position(e.File, e.Claim.Line) + ": " + e.Claim.String() + "\n")
	}
	for _, n := range e.Near {
		b.WriteString("  not " + named(n.Territory) + ", " + position(e.File, n.Claim.Line) + ": " + n.Why + "\n")
	}
	return b.String()
}

package mapping

import (
	"slices"
	"strconv"

	"github.com/koine-go/koine/funnel"
)

// maxVersions bounds the versions of a profile: what each pair of them can express together is kept.
const maxVersions = 256

// version is one of the profiles that a set was compiled from.
type version struct {
	days     // in force
	profile  *Profile
	label    funnel.Label // name@version
	stages   []funnel.Stage
	statuses []funnel.Status
	subs     map[string]funnel.Stage // what its sub-stages count as
}

// CompileVersions compiles the versions of one profile into one set, in which each version's rules are in force on its days alone, so that an event is
// mapped by what was in force at its time. The files are read by the last version: its tables, its look-ups, its ways of writing. A version without an end
// ends where the next begins. Versions of one day, or a day between two of them of which none has charge, are faults, and so are two that differ
// in name, source_scheme, locale or zone. Before the first version and after the end of the last nothing is mapped. For the rest it is Compile.
func CompileVersions(versions []*Profile, m *funnel.Model) (*Set, error) {
	c := &compiler{model: m, set: &Set{model: m}}
	if c.versions(versions); len(c.faults) > 0 {
		return nil, joined(c.faults)
	}
	if c.reading(); len(c.faults) > 0 {
		return nil, joined(c.faults)
	}
	for i := range c.set.versions {
		v := &c.set.versions[i]
		c.profile, c.subs = v.profile, nil
		c.variant(v)
	}
	c.set.variants = variants(c.set.versions)
	c.rules()
	c.conflicts()
	if len(c.faults) > 0 {
		return nil, joined(c.faults)
	}
	c.set.index()
	return c.set, nil
}

// versions puts the profiles in the order of their days and finds what is wrong with each, and with one after the other.
func (c *compiler) versions(profiles []*Profile) {
	for _, p := range profiles {
		if p == nil {
			p = &Profile{}
		}
		c.set.versions = append(c.set.versions, version{days: daysOf(p.From, p.To), profile: p, label: funnel.LabelOf(p.String())})
	}
	if len(profiles) == 0 {
		c.set.versions = []version{{days: days{firstDay, lastDay}, profile: &Profile{}}}
	}
	all := c.set.versions
	slices.SortStableFunc(all, func(a, b version) int { return int(max(-1, min(1, int64(a.from)-int64(b.from)))) })
	for i := range all {
		c.profile = all[i].profile
		if c.check(); i > 0 {
			c.follows(&all[i-1], &all[i])
		}
	}
	c.set.profile = c.profile
	if c.model == nil {
		c.fault(Error{Column: "model", Err: ErrMissing})
	}
	if len(all) > maxVersions {
		c.fault(Error{Column: "version", Reason: "at most " + strconv.Itoa(maxVersions), Err: ErrTooLarge})
	}
}

// follows ends a version without an end where the next one begins, and finds why the next one does not follow it.
func (c *compiler) follows(before, next *version) {
	p, q := before.profile, next.profile
	for _, part := range [...]struct {
		key       string
		mine, one string
	}{{"name", q.Name, p.Name}, {"source_scheme", q.SourceScheme, p.SourceScheme}, {"locale", q.Locale.String(), p.Locale.String()}, {"zone", q.Zone.String(), p.Zone.String()}} {
		if part.mine != part.one {
			c.fault(Error{Column: part.key, Value: part.mine, Reason: p.String() + " in " + p.File + " has " + strconv.Quote(part.one), Err: ErrDiffers})
		}
	}
	if q.Version == p.Version {
		c.fault(Error{Column: "version", Value: q.Version, Reason: "also of " + p.File, Err: ErrTwice})
	}
	if before.to == lastDay && next.from > before.from {
		before.to = next.from
	}
	switch {
	case next.from < before.to:
		c.fault(Error{Column: "from", Value: q.From.String(), Reason: p.String() + " in " + p.File + " is in force then, " + before.String(), Err: ErrConflict})
	case next.from > before.to:
		c.fault(Error{Column: "from", Value: q.From.String(), Reason: "from " + p.To.String() + ", the end of " + p.String() + ", up to then no version is in force", Err: ErrMissing})
	}
}

// variants returns what each stretch of versions, from the first to the last of it, can express between them.
func variants(all []version) [][]*funnel.Variant {
	table := make([][]*funnel.Variant, len(all))
	for i := range all {
		v := all[i]
		table[i] = make([]*funnel.Variant, len(all))
		for k := i; k < len(all); k++ {
			v.stages, v.statuses = union(v.stages, all[k].stages), union(v.statuses, all[k].statuses)
			table[i][k] = funnel.NewVariant(v.stages, v.statuses)
		}
	}
	return table
}

// union returns what is in one list or the other; an empty one stands for everything.
func union[T comparable](a, b []T) []T {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	all := slices.Clone(a)
	for _, v := range b {
		if !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	return all
}

// Versions returns the profiles that the set was compiled from, in the order of their days; they must not be changed.
func (s *Set) Versions() []*Profile {
	if s.isNone() {
		return nil
	}
	var all []*Profile
	for _, v := range s.versions {
		all = append(all, v.profile)
	}
	return all
}

// nearestVersion returns the version in force on a day; of a day outside all of them the nearest one.
func (s *Set) nearestVersion(day int32) int {
	n := len(s.versions) - 1
	for n > 0 && day < s.versions[n].from {
		n--
	}
	return n
}

// versionAt is nearestVersion of a moment; none stands for the latest.
func (s *Set) versionAt(at funnel.Moment) int {
	if len(s.versions) == 1 || at.IsZero() {
		return len(s.versions) - 1
	}
	return s.nearestVersion(s.calendar.Date(at).Number())
}

// label returns name@version of the version in force in a segment, no label where none is.
func (s *Set) label(segment int) (l funnel.Label) {
	if v := s.inVersion[segment]; v >= 0 {
		l = s.versions[v].label
	}
	return l
}

// variantOf returns what the versions between a deal's first moment and its last can express; a deal that has not ended lives until the
// files are read by the version with this number (ruling Q47a).
func (s *Set) variantOf(d *funnel.Deal, reading int) *funnel.Variant {
	if len(s.versions) == 1 {
		return s.variants[0][0]
	}
	first, last := reading, reading
	if ended := final(d); ended.Closed() || ended == funnel.Void {
		first, last = len(s.versions), -1
	}
	include := func(at funnel.Moment) {
		if !at.IsZero() {
			n := s.versionAt(at)
			first, last = min(first, n), max(last, n)
		}
	}
	include(d.Created)
	include(d.Closed)
	for i := range d.Events {
		include(d.Events[i].At)
	}
	if last < 0 {
		first, last = reading, reading
	}
	return s.variants[first][last]
}

// final returns the status that a deal ends in: of its last event that has one, or without events of its record. A deal that only the record calls
// void is void (ruling Q02).
func final(d *funnel.Deal) funnel.Status {
	if len(d.Events) == 0 {
		return d.Status
	}
	status, void := funnel.Open, false
	for i := range d.Events {
		if e := &d.Events[i]; e.Status != funnel.UnknownStatus {
			status, void = e.Status, void || e.Status == funnel.Void
		}
	}
	if d.Status == funnel.Void && !void {
		return funnel.Void
	}
	return status
}

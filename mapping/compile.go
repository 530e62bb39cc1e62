package mapping

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// Bounds of a profile that Compile accepts: each pair of rules is compared, and each value has a bit for each rule.
const (
	maxRules = 10_000
	maxBits  = 1 << 29
)

// Compile checks the profile against the model and makes it ready. Keys that the model does not have are faults, and so are two rules that set one
// thing differently, match a common record, and neither of which beats the other: the *Error has both lines and such a record. Every fault is
// reported; a nil profile lacks all that is required. The profile is kept and must not be changed afterwards.
func Compile(p *Profile, m *funnel.Model) (*Set, error) { return CompileVersions([]*Profile{p}, m) }

type compiler struct {
	profile *Profile // the version that is being looked at
	model   *funnel.Model
	set     *Set
	subs    map[string]funnel.Stage // the version's sub-stages
	faults  []*Error
}

func (c *compiler) fault(e Error) {
	e.File = cmp.Or(e.File, c.profile.File)
	c.faults = append(c.faults, &e)
}

// check finds what would make the rest impossible; a profile from ReadProfile has none of these faults but too many rules.
func (c *compiler) check() {
	p := c.profile
	for _, part := range [...]struct {
		key   string
		given bool
	}{{"name", p.Name != ""}, {"version", p.Version != ""}, {"source_scheme", p.SourceScheme != ""}, {"locale", p.Locale != language.Und}, {"zone", p.Zone != nil}} {
		if !part.given {
			c.fault(Error{Column: part.key, Err: ErrMissing})
		}
	}
	if len(p.Rules) > maxRules {
		c.fault(Error{Line: p.Rules[maxRules].Line, Column: "rules", Reason: "at most " + strconv.Itoa(maxRules), Err: ErrTooLarge})
	}
	if daysOf(p.From, p.To).isEmpty() {
		c.fault(Error{Column: "to", Value: p.To.String(), Reason: "not after from", Err: ErrValue})
	}
	for file, t := range p.tables() {
		if file == inDeals || !t.isNone() {
			c.columns(t, file.String(), file)
		}
	}
}

// reading makes ready what reads the files.
func (c *compiler) reading() {
	p := c.profile
	fiscal := p.FiscalStart
	if fiscal == 0 {
		fiscal = time.January
	}
	calendar, err := funnel.NewCalendar(p.Zone, fiscal, time.Monday)
	if err != nil {
		c.fault(Error{Column: "fiscal_start", Err: err})
	}
	c.set.calendar = calendar

	c.lookups()
	c.readers()
}

// columns finds those of which the field is not one of the file, and fields that are lacking.
func (c *compiler) columns(t *Table, key string, file place) {
	for _, col := range t.Columns {
		if col.Field >= fieldCount || fields[col.Field].place&file == 0 {
			c.fault(Error{Line: col.Line, Column: key + ".fields", Value: col.Field.String(), Candidates: fieldKeys(file), Err: ErrUnknownKey})
		}
	}
	for _, fault := range t.amiss() {
		fault.Column = join(key, fault.Column)
		c.fault(fault)
	}
	c.undated(t, key)
	for _, what := range t.lacks(file) {
		c.fault(Error{Line: t.Line, Column: key + ".fields", Reason: what, Err: ErrMissing})
	}
}

// undated finds columns of an event that are no codes and whose look-up holds for a time: only codes are looked up on the day of the event.
func (c *compiler) undated(t *Table, key string) {
	for _, col := range t.Columns {
		if col.Field != Actor && col.Field != EventKind {
			continue
		}
		for _, l := range c.profile.Lookups {
			if l.Name == col.Lookup && l.dated() {
				c.fault(Error{Line: col.Line, Column: key + ".fields." + col.Field.String(), Value: l.Name, Reason: "its rows hold for a time, which only codes of an event heed", Err: ErrValue})
			}
		}
	}
}

// readers compiles the locale once for each way of writing dates in use, and each zone.
func (c *compiler) readers() {
	p := c.profile
	c.set.locales, c.set.literals = map[dates]*normalize.Locale{}, map[dates]*normalize.Locale{}
	c.set.zones = map[*time.Location]*normalize.Zone{p.Zone: normalize.NewZone(p.Zone)}
	c.set.calendars = map[*time.Location]*funnel.Calendar{p.Zone: c.set.calendar}
	c.locale(c.set.locales, p.Locale, dates{}) // of the days in look-ups, and of a history in columns that says nothing of its times
	for _, t := range p.tables() {
		for i := range t.Columns {
			col := &t.Columns[i]
			if col.Zone != nil {
				c.zone(col.Zone)
			}
			how := col.dates()
			c.locale(c.set.locales, p.Locale, how)
			if t.Syntax == JSON && how.excel != 0 {
				c.locale(c.set.literals, language.English, how)
			}
		}
	}
}

// locale compiles one, if it is not there yet.
func (c *compiler) locale(to map[dates]*normalize.Locale, tag language.Tag, how dates) {
	if to[how] != nil {
		return
	}
	p := c.profile
	options := []normalize.Option{normalize.HomeCurrency(p.Currency), normalize.DateOrder(how.order), normalize.Pivot(how.pivot),
		normalize.ExcelSerial(how.excel), normalize.ZoneNames(p.Zones)}
	if p.NeutralGroups {
		options = append(options, normalize.NeutralGroups())
	}
	locale, err := normalize.For(tag, options...)
	if err != nil {
		c.fault(Error{Column: "locale", Err: inWords(err)})
		return
	}
	to[how] = locale
}

// dates is how a column writes them, beyond what its locale says.
type dates struct {
	order normalize.Order
	pivot int
	excel normalize.DateSystem
}

func (c *Column) dates() dates { return dates{c.Order, c.Pivot, c.Excel} }

func (c *compiler) zone(zone *time.Location) {
	calendar, err := funnel.NewCalendar(zone, time.January, time.Monday)
	if err != nil {
		c.fault(Error{Column: "zone", Value: zone.String(), Err: err})
	}
	c.set.zones[zone], c.set.calendars[zone] = normalize.NewZone(zone), calendar
}

// lookups looks at what the profile holds of them itself; files are looked at when they are read.
func (c *compiler) lookups() {
	for i := range c.profile.Lookups {
		l := &c.profile.Lookups[i]
		if l.inFile() {
			continue
		}
		ready := lookup{values: l.Table, times: l.timelines(func(string, pair, pair) {})}
		c.faults = append(c.faults, l.spellingFaults(c.profile.File, ready.has)...)
		c.faults = append(c.faults, l.rowFaults(c.profile.File)...)
	}
}

// variant resolves what a version can express.
func (c *compiler) variant(v *version) {
	for _, key := range c.profile.Stages {
		if s, ok := c.stage(&Rule{}, "variant.stages", key); ok {
			v.stages = append(v.stages, s)
		}
	}
	for _, key := range c.profile.Statuses {
		if s, err := funnel.ParseStatus(key); err == nil && key != "" {
			v.statuses = append(v.statuses, s)
			continue
		}
		c.fault(Error{Column: "variant.statuses", Value: key, Err: ErrUnknownStatus})
	}
	c.subStages(v)
}

// stage finds a stage of the model, or one that a sub-stage of the profile counts as.
func (c *compiler) stage(at *Rule, column, key string) (funnel.Stage, bool) {
	if s, ok := c.model.Stage(key); ok {
		return s, true
	}
	if s, ok := c.subs[key]; ok {
		return s, true
	}
	c.fault(Error{File: at.File, Line: at.Line, Column: column, Value: key, Candidates: c.stageKeys(), Err: ErrUnknownStage})
	return funnel.NoStage, false
}

// stageKeys lists what a rule may set: the stages of the model and the profile's own.
func (c *compiler) stageKeys() (keys []string) {
	for _, d := range c.model.Stages() {
		keys = append(keys, d.Key)
	}
	for _, s := range c.profile.SubStages {
		if _, ok := c.subs[s.Key]; ok {
			keys = append(keys, s.Key)
		}
	}
	return keys
}

func (c *compiler) rules() {
	l := labelsOf(c.set.profile.Locale)
	for slot := range slots {
		c.set.vocabularies[slot] = newVocabulary(Kind(slot%int(kindCount)), l)
	}
	for i := range c.set.versions {
		v := &c.set.versions[i]
		c.profile, c.subs = v.profile, v.subs
		for k := range v.profile.Rules {
			r := c.rule(&v.profile.Rules[k], v.days)
			r.version = i
			c.set.rules = append(c.set.rules, r)
		}
	}
	values := int64(0)
	for _, v := range c.set.vocabularies {
		values += int64(len(v.texts))
	}
	if values*int64(len(c.set.rules)) > maxBits {
		c.fault(Error{Column: "rules", Reason: "too many rules times values", Err: ErrTooLarge})
	}
}

// rule makes a rule ready that is in force within the days of its version.
func (c *compiler) rule(source *Rule, version days) rule {
	own := daysOf(source.From, source.To)
	held := own.within(version)
	r := rule{source: source, from: held.from, to: held.to, own: own, confidence: source.Confidence}
	if own.isEmpty() {
		c.fault(Error{File: source.File, Line: source.Line, Column: "rules.to", Value: source.To.String(), Reason: "not after from", Err: ErrValue})
	}
	c.conditions(&r)
	c.outcome(&r)
	return r
}

func (c *compiler) conditions(r *rule) {
	if len(r.source.When) == 0 {
		c.fault(Error{File: r.source.File, Line: r.source.Line, Column: "rules.when", Reason: "a rule for every record would be a default", Err: ErrMissing})
	}
	for _, w := range r.source.When {
		if w.Axis >= axisCount || w.By >= kindCount {
			c.fault(Error{File: r.source.File, Line: r.source.Line, Column: "rules.when", Reason: "neither a stage, a status nor a reason", Err: ErrUnknownKey})
			continue
		}
		column := "rules.when." + slotKey(slotOf(w.Axis, w.By))
		cond := &r.conds[w.Axis]
		if cond.given {
			c.fault(Error{File: r.source.File, Line: r.source.Line, Column: column, Reason: "one name for each of stage, status and reason", Err: ErrTwice})
			continue
		}
		if len(w.Values) == 0 {
			c.fault(Error{File: r.source.File, Line: r.source.Line, Column: column, Err: ErrMissing})
		}
		*cond = c.cond(w)
	}
}

func (c *compiler) cond(w Cond) cond {
	v := c.set.vocabularies[slotOf(w.Axis, w.By)]
	n := cond{given: true, by: w.By}
	for _, text := range w.Values {
		n.values = append(n.values, v.add(text))
	}
	slices.Sort(n.values)
	n.values = slices.Compact(n.values)
	return n
}

// outcome resolves the keys that a rule sets.
func (c *compiler) outcome(r *rule) {
	set, source := r.source.Set, r.source
	r.sets = [outcomeCount]bool{set.Stage != "", set.Status != "", set.Cause != "", set.Category != ""}
	if r.sets == [outcomeCount]bool{} {
		c.fault(Error{File: source.File, Line: source.Line, Column: "rules.set", Err: ErrMissing})
	}
	if set.Stage != "" {
		r.stage, _ = c.stage(source, "rules.set.stage", set.Stage)
	}
	for _, key := range set.Enters {
		s, _ := c.stage(source, "rules.set.enters", key)
		r.enters = append(r.enters, s)
	}
	slices.Sort(r.enters)
	var err error
	if r.status, err = funnel.ParseStatus(set.Status); err != nil {
		c.fault(Error{File: source.File, Line: source.Line, Column: "rules.set.status", Value: set.Status, Candidates: keysOf(funnel.Open, funnel.Void), Err: ErrUnknownStatus})
	}
	if r.cause, err = funnel.ParseCause(set.Cause); err != nil {
		c.fault(Error{File: source.File, Line: source.Line, Column: "rules.set.cause", Value: set.Cause, Candidates: keysOf(funnel.Competitive, funnel.UnknownCause), Err: ErrUnknownCause})
	}
	if r.category, err = funnel.ParseCategory(set.Category); err != nil {
		c.fault(Error{File: source.File, Line: source.Line, Column: "rules.set.category", Value: set.Category, Candidates: keysOf(funnel.Omitted, funnel.ClosedCategory), Err: ErrUnknownCategory})
	}
	switch {
	case r.sets[setsStage] && r.status != funnel.UnknownStatus && !r.status.IsOpen():
		c.fault(Error{File: source.File, Line: source.Line, Column: "rules.set.stage", Value: set.Stage, Reason: "a deal that has ended keeps the stage it ended in", Err: ErrValue})
	case len(set.Enters) > 0 && !r.sets[setsStage]:
		c.fault(Error{File: source.File, Line: source.Line, Column: "rules.set.enters", Reason: "enters goes with a stage", Err: ErrMissing})
	}
}

// conflicts compares each pair of rules.
func (c *compiler) conflicts() {
	for i := range c.set.rules {
		a := &c.set.rules[i]
		for j := i + 1; j < len(c.set.rules); j++ {
			b := &c.set.rules[j]
			if outcome, ok := a.disagrees(b); ok && a.overlaps(b) && !a.beats(b) && !b.beats(a) {
				c.conflict(a, b, outcome)
			}
		}
	}
}

func (c *compiler) conflict(a, b *rule, outcome int) {
	w := c.witness(a, b)
	c.profile = c.set.versions[b.version].profile
	c.fault(Error{File: b.source.File, Line: b.source.Line, Other: a.source.Line, Column: "rules", Witness: &w, Err: ErrConflict,
		Reason: "the rule at " + a.source.position() + " sets " + outcomeKeys[outcome] + " " + a.source.Set.part(outcomeKeys[outcome]) +
			", this one " + b.source.Set.part(outcomeKeys[outcome]) +
			", and both match " + w.String()})
}

// witness constructs a record that both rules match.
func (c *compiler) witness(a, b *rule) Record {
	var w Record
	for axis := range axisCount {
		x, y := a.conds[axis], b.conds[axis]
		common, _ := x.common(y)
		for _, cond := range [...]cond{x, y} {
			if !cond.given {
				continue
			}
			n := cond.values[0]
			if common != 0 {
				n = common
			}
			slot := slotOf(axis, cond.by)
			*w.Local.at(slot) = c.set.vocabularies[slot].texts[n-1]
		}
	}
	if from := max(a.from, b.from); from != firstDay {
		w.At = funnel.On(funnel.DateOfNumber(from))
	} else if to := min(a.to, b.to); to != lastDay {
		w.At = funnel.On(funnel.DateOfNumber(to - 1))
	}
	return w
}

func keysOf[T interface {
	~uint8
	String() string
}](first, last T) []string {
	var keys []string
	for v := first; v <= last; v++ {
		keys = append(keys, v.String())
	}
	return keys
}

package mapping

import "github.com/koine-go/koine/funnel"

// subStages resolves what the sub-stages of a version count as. A rule names them as it names a stage.
func (c *compiler) subStages(v *version) {
	lines := map[string]int{}
	v.subs = map[string]funnel.Stage{}
	for _, s := range c.profile.SubStages {
		fault := func(key, value, reason string, err error) {
			c.fault(Error{File: s.File, Line: s.Line, Other: lines[s.Key], Column: "variant.substages." + key, Value: value, Reason: reason, Err: err})
		}
		known, _ := funnel.ParseStage(s.Key)
		_, inModel := c.model.Stage(s.Key)
		_, twice := lines[s.Key]
		switch {
		case !isKey(s.Key):
			fault("key", s.Key, "want lower-case letters, digits and underscores, a letter first", ErrValue)
		case inModel || known != funnel.NoStage:
			fault("key", s.Key, "a stage of the funnel", ErrTwice)
		case twice:
			fault("key", s.Key, "", ErrTwice)
		}
		lines[s.Key] = s.Line
		if s.Goal == "" {
			fault("goal", "", "", ErrMissing)
		}
		if parent, ok := c.parent(s); ok {
			v.subs[s.Key] = parent
			inherited := s.File != c.profile.File // a preset does not know what of its stages the source has
			if !inherited && len(v.stages) > 0 && !funnel.NewVariant(v.stages, nil).HasStage(parent) {
				fault("parent", s.Parent, "not among variant.stages", ErrValue)
			}
		}
	}
	c.subs = v.subs
}

// parent finds the stage that a sub-stage counts as: one of the model that is no sub-stage itself.
func (c *compiler) parent(s SubStage) (funnel.Stage, bool) {
	parent, ok := c.model.Stage(s.Parent)
	if ok && c.model.Key(parent) == s.Parent {
		return parent, true
	}
	var keys []string
	for _, d := range c.model.Stages() {
		if d.Parent == "" {
			keys = append(keys, d.Key)
		}
	}
	c.fault(Error{File: s.File, Line: s.Line, Column: "variant.substages.parent", Value: s.Parent, Candidates: keys, Err: ErrUnknownStage})
	return funnel.NoStage, false
}

// isKey tells whether s could be the key of a stage of a model.
func isKey(s string) bool {
	for i, c := range []byte(s) {
		letter := 'a' <= c && c <= 'z'
		if !letter && (i == 0 || c != '_' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}

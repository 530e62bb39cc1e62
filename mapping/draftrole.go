package mapping

import (
	"fmt"
	"slices"
	"strings"

	"github.com/koine-go/koine/internal/salesterms"
)

// claim is what the name of a column says that it is, and what its cells say to that.
type claim struct {
	role  string // a field or a kind of field, as the lexicon has it
	field Field  // by the cells; none where the role is no field of the file
	doubt salesterms.Doubt
	term  salesterms.Term
	proof proof
}

// proof is the testimony of the cells. The zero value contradicts the name.
type proof struct {
	fits   bool // as the role asks
	proper bool // as hardly anything else would
	field  Field
	why    string
}

// notFields are the roles that no field of a deal or an event has; what they are called is known, so that they are taken for nothing else.
var notFields = map[string]string{
	"name": "the deal's own name", "account_owner": "who looks after the account", "person": "a person at the customer", "list_amount": "an amount before discounts",
	"weighted_amount": "an amount times a probability", "other_amount": "another amount", "other_date": "another date", "old_stage": "the stage before",
}

// findRoles decides what each column of a file is.
func (d *draft) findRoles(s *draftSheet) {
	s.outcome = d.outcomeColumn(s)
	for _, c := range s.columns {
		c.claims = d.claim(c)
	}
	for _, c := range s.columns {
		d.decideRole(s, c)
	}
}

// claim returns what the name says, by the languages of the sample.
func (d *draft) claim(c *draftColumn) (claims []claim) {
	for _, t := range d.heard(headerWord(c.name), salesterms.Column) {
		role := roleIn(t.Means, c.sheet.place)
		if role == "" {
			continue
		}
		at := slices.IndexFunc(claims, func(k claim) bool { return k.role == role })
		if at < 0 {
			claims = append(claims, claim{role: role, doubt: t.Doubt, term: t})
		} else if t.Doubt < claims[at].doubt {
			claims[at].doubt, claims[at].term = t.Doubt, t
		}
	}
	for i := range claims {
		k := &claims[i]
		if k.proof = d.prove(c, k.role); k.proof.fits {
			k.field = k.proof.field
		}
	}
	return claims
}

// headerWord drops what systems put around the names of their fields.
func headerWord(name string) string {
	name = strings.TrimPrefix(name, "property_")
	return strings.TrimSuffix(name, "__c")
}

// roleIn returns what a role is in the file; empty if it has no meaning there.
func roleIn(role string, file place) string {
	inEvents := map[string]string{"id": "deal_id", "at": "at", "seq": "seq", "actor": "actor", "stage": "stage", "new_stage": "stage", "old_stage": "old_stage",
		"status": "status", "reason": "reason"}
	if file == inHistory {
		return inEvents[role]
	}
	switch role {
	case "at", "seq", "actor", "new_stage":
		return ""
	}
	return role
}

// decideRole settles one column: the name must mean one thing, the cells must bear it out, and no other column may be it as well.
func (d *draft) decideRole(s *draftSheet, c *draftColumn) {
	p := &c.found
	p.Rows = c.filled
	fitting := slices.DeleteFunc(slices.Clone(c.claims), func(k claim) bool { return !k.proof.fits })
	switch {
	case len(c.claims) == 0:
		p.Evidence = []string{"the name is not a known one", c.looks()}
		d.suggest(c)
	case c.filled == 0:
		p.Evidence = []string{"blank in every row"}
	case len(fitting) == 0:
		k := c.claims[0]
		p.Evidence = []string{nameMeans(k), c.looks()}
		if what, known := notFields[k.role]; known && len(c.claims) == 1 {
			p.Evidence[1] = what + ": no field of the funnel"
			return
		}
		p.Evidence = append(p.Evidence, k.proof.why)
		d.suggest(c)
	default:
		k := fitting[0]
		p.field, p.Proposed = k.field, k.field.String()
		p.Evidence = []string{nameMeans(k), k.proof.why}
		p.Sure = d.isSure(s, c, fitting)
	}
}

// nameMeans says what a name means.
func nameMeans(k claim) string {
	doubt := map[salesterms.Doubt]string{salesterms.Weak: ", among other things", salesterms.Open: ", but misleads"}[k.doubt]
	return fmt.Sprintf("the name means %s in %s%s", strings.ReplaceAll(k.role, "_", " "), k.term.Language, doubt)
}

// isSure weighs the proofs, and says what is wanting.
func (d *draft) isSure(s *draftSheet, c *draftColumn, fitting []claim) bool {
	p, k := &c.found, fitting[0]
	wants := func(why string) bool {
		p.Evidence = append(p.Evidence, "but "+why)
		return false
	}
	if len(c.claims) > 1 {
		for _, other := range c.claims {
			p.addCandidate(other.field)
		}
		return wants("the name has another meaning too")
	}
	p.addCandidate(k.field)
	if k.role == "close" && !k.proof.proper {
		p.Candidates = []string{c.dayField(ClosedOn, ClosedAt).String(), ExpectedClose.String()}
	}
	switch rivals := d.rivals(s, c, k); {
	case c.twice:
		return wants("another column has the same name")
	case s.rows < enoughRows || c.filled < min(enoughRows, 3) && k.field != MergedInto:
		return wants("there are too few rows to bear it out")
	case len(rivals) > 0:
		return wants("it may be " + quotedList(rivals) + " as well")
	case k.doubt == salesterms.Plain && k.role != "close", k.doubt < salesterms.Open && k.proof.proper:
		p.Candidates = nil
		return true
	}
	return wants("that is not proof enough")
}

func (p *Proposal) addCandidate(f Field) {
	if f != NoField && !slices.Contains(p.Candidates, f.String()) {
		p.Candidates = append(p.Candidates, f.String())
	}
}

func quotedList(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = fmt.Sprintf("%q", cut(n))
	}
	return few(quoted, ", ")
}

// rivals are the columns that are the same by their names and cells. A plain name beats a weak one, but for the amount, of which there are many kinds:
// there a column of amounts whose name says nothing is a rival too.
func (d *draft) rivals(s *draftSheet, c *draftColumn, k claim) (names []string) {
	for _, o := range s.columns {
		if o == c {
			continue
		}
		is := slices.ContainsFunc(o.claims, func(r claim) bool {
			weaker := k.doubt == salesterms.Plain && r.doubt != salesterms.Plain && r.role != "close" && k.field != Amount
			return r.proof.fits && sameField(r.field, k.field) && !weaker
		})
		unnamed := len(o.claims) == 0 && o.filled > 0
		unnamed = unnamed && (k.field == Amount && o.marked()*2 > o.filled || k.field == ID && k.doubt != salesterms.Plain && o.unique() && o.isName())
		if is || unnamed {
			names = append(names, o.name)
		}
	}
	return names
}

// sameField tells whether both feed one thing, such as a day and an instant of creation.
func sameField(a, b Field) bool {
	pair := func(f Field) Field {
		switch f {
		case CreatedOn:
			return CreatedAt
		case ClosedOn:
			return ClosedAt
		case On:
			return At
		}
		if slot, ok := f.local(); ok {
			return StageID + Field(slot/int(kindCount)*int(kindCount))
		}
		return f
	}
	return pair(a) == pair(b)
}

// suggest lists what a column could be by its cells alone, where that is not just anything.
func (d *draft) suggest(c *draftColumn) {
	for _, role := range [...]string{"stage", "status", "reason", "currency"} {
		if p := d.prove(c, role); p.fits && p.proper && roleIn(role, c.sheet.place) != "" {
			c.found.addCandidate(p.field)
		}
	}
}

// looks says what the cells are like.
func (c *draftColumn) looks() string {
	switch {
	case c.filled == 0:
		return "blank in every row"
	case c.isBool():
		return "yes and no"
	case c.isDate() && c.hasTime():
		return "dates with a time of day"
	case c.isDate():
		return "dates"
	case c.most(c.shares):
		return "percentages"
	case c.isNumber() && c.mark() != "":
		return "amounts in " + c.mark()
	case c.isNumber():
		return "numbers"
	case c.unique():
		return "a text of its own in each row"
	}
	return counted(len(c.values), "different text") + " in " + counted(c.filled, "row")
}

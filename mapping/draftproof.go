package mapping

import (
	"fmt"
	"slices"

	"github.com/koine-go/koine/internal/salesterms"
)

// prove asks the cells of a column whether they are what the role says.
func (d *draft) prove(c *draftColumn, role string) proof {
	if c.filled == 0 {
		return proof{why: c.looks()}
	}
	if f, plain := plainNames[role]; plain {
		return c.proveName(f)
	}
	switch role {
	case "created", "expected_close_date", "close", "closed", "at":
		return d.proveDate(c, role)
	case "stage", "status":
		return d.proveAxis(c, role)
	case "reason":
		return d.proveReason(c)
	case "deal_id":
		return d.proveDealID(c)
	case "merged_into":
		return d.proveMerged(c)
	case "end_customer_key":
		return d.proveEndCustomer(c)
	case "seq":
		return d.proveSequence(c)
	}
	return d.proveKind(c, role)
}

// proveKind asks for cells of the one kind that the role has.
func (d *draft) proveKind(c *draftColumn, role string) proof {
	switch role {
	case "id":
		return proof{fits: c.unique() && c.isName(), proper: c.unique() && c.isName(), field: ID,
			why: fmt.Sprintf("%d different ones in %d rows", len(c.values), c.sheet.rows)}
	case "amount":
		return proof{fits: c.most(c.numbers) && len(c.values) > 2, proper: c.most(c.marked()), field: Amount, why: c.looks()}
	case "currency":
		return proof{fits: c.isCurrency(), proper: c.isCurrency(), field: CurrencyCode, why: "codes of currencies"}
	case "probability":
		ok := c.most(c.shares) || c.fractions
		return proof{fits: ok, proper: ok, field: Probability, why: c.looks() + c.unsigned()}
	case "forecast_category":
		known := c.share(func(v string) bool { _, ok := d.meaning(v, salesterms.Category); return ok })
		return proof{fits: known*10 >= len(c.values)*8, field: ForecastCategory, why: fmt.Sprintf("%d of %d values are forecast categories", known, len(c.values))}
	case "test", "deleted":
		return proof{fits: c.isBool(), field: map[string]Field{"test": Test, "deleted": Deleted}[role], why: c.looks()}
	case "segment":
		known := c.share(func(v string) bool { return len(d.heard(v, salesterms.Segment)) > 0 })
		p := c.proveName(Segment)
		p.proper = p.fits && known >= 2 && known*2 >= len(c.values)
		return p
	}
	return proof{why: c.looks()}
}

// plainNames are the roles whose cells are names of somebody or something, of which the cells themselves say no more.
var plainNames = map[string]Field{"account_id": AccountID, "owner_id": Owner, "team": Team, "region": Region, "product_group": ProductGroup,
	"source": LeadSource, "selling_entity": SellingEntity, "actor": Actor}

// proveName asks for names that stand in several rows each, a third of the rows at most. Customers may be nearly as many as deals, and so may sellers in
// a short sample; the export of one region has one.
func (c *draftColumn) proveName(f Field) proof {
	ok := c.isText()
	switch f {
	case AccountID, Owner, Actor:
		ok = c.isName() && len(c.values) >= 2 && len(c.values)*10 <= c.filled*9
	case Region, SellingEntity:
		ok = ok && len(c.values)*3 <= c.filled
	default:
		ok = ok && c.repeats(3)
	}
	return proof{fits: ok, field: f, why: c.looks()}
}

func (c *draftColumn) unsigned() string {
	if c.isNumber() && c.shares == 0 && !c.fractions {
		return " without a percent sign that do not end at 1: a profile cannot read them"
	}
	return ""
}

// share counts the different values of which a thing is true.
func (c *draftColumn) share(is func(string) bool) (n int) {
	for _, v := range c.values {
		if is(v.text) {
			n++
		}
	}
	return n
}

func (c *draftColumn) isCurrency() bool {
	if len(c.values) == 0 || len(c.values) > fewValues {
		return false
	}
	return c.share(isCode4217) == len(c.values)
}

// idColumn returns the column of the deals' ids, as far as it is known.
func (d *draft) idColumn() *draftColumn {
	for _, c := range d.deals.columns {
		if c.found.field == ID {
			return c
		}
	}
	return nil
}

// within counts the rows of c whose value is one of ids.
func (c *draftColumn) within(ids *draftColumn) (n int) {
	known := map[string]bool{}
	for _, v := range ids.values {
		known[v.text] = true
	}
	for _, v := range c.values {
		if known[v.text] {
			n += v.rows
		}
	}
	return n
}

func (d *draft) proveDealID(c *draftColumn) proof {
	ids := d.idColumn()
	if ids == nil {
		return proof{why: "the deals' own ids are not known"}
	}
	n := c.within(ids)
	return proof{fits: c.most(n), proper: c.most(n), field: DealID, why: fmt.Sprintf("%d of %d are ids of the deals", n, c.filled)}
}

func (d *draft) proveMerged(c *draftColumn) proof {
	for _, ids := range d.deals.columns {
		if ids != c && ids.unique() && ids.isName() {
			n := c.within(ids)
			return proof{fits: n == c.filled && c.filled*3 < c.sheet.rows, proper: n == c.filled, field: MergedInto,
				why: "filled in " + counted(n, "row") + ", each time by the id of another deal"}
		}
	}
	return proof{why: "no column has ids"}
}

// proveEndCustomer asks for a key that hangs on the account: one account has one.
func (d *draft) proveEndCustomer(c *draftColumn) proof {
	p := proof{fits: c.isName() && c.repeats(1), field: EndCustomer, why: c.looks()}
	for _, a := range c.sheet.columns {
		is := func(t salesterms.Term) bool { return t.Means == "account_id" && t.Doubt == salesterms.Plain }
		if slices.ContainsFunc(d.heard(headerWord(a.name), salesterms.Column), is) {
			n, all := c.hangsOn(a)
			p.fits = p.fits && n*10 >= all*9
			p.why = fmt.Sprintf("%d of %d values of %q have one key", n, all, a.name)
			break
		}
	}
	return p
}

// hangsOn counts the values of a that stand beside one value of c at most, and all that stand beside any.
func (c *draftColumn) hangsOn(a *draftColumn) (one, all int) {
	beside := map[string]string{}
	several := map[string]bool{}
	for i, v := range c.cells {
		if v == "" || a.cells[i] == "" {
			continue
		}
		if was, ok := beside[a.cells[i]]; ok && was != v {
			several[a.cells[i]] = true
		}
		beside[a.cells[i]] = v
	}
	return len(beside) - len(several), len(beside)
}

// proveAxis asks whether the values are known ones of this axis. Codes that no lexicon can know are a status if a reason for a loss stands beside some
// of them alone.
func (d *draft) proveAxis(c *draftColumn, role string) proof {
	p := proof{field: d.localField(c, role)}
	if c.isDate() || len(c.values) < 2 || len(c.values) > fewValues || len(c.values)*2 > c.filled || c.isBool() {
		p.why = c.looks()
		return p
	}
	n := d.axisWords(c)
	p.why = fmt.Sprintf("of %d values %d are known stages and %d known statuses", len(c.values), n.stages, n.statuses)
	switch known := (n.stages+n.statuses)*2 >= len(c.values); {
	case role == "stage":
		enough := n.plainStages >= 2 || n.plainStages == 1 && n.stages >= 3 && n.stages*5 >= len(c.values)*4
		p.fits = known && enough && n.stages >= n.statuses
		p.proper = p.fits
	case n.stages+n.statuses == 0:
		p.fits, p.why = d.reasonHangsOn(c)
	default:
		p.fits = known && n.decided && n.statuses > n.stages
		p.proper = p.fits
	}
	return p
}

// axisWords counts the words for stages and for statuses among the values.
type axisWords struct {
	stages, statuses, plainStages int
	decided                       bool // won or lost is among them, without a doubt
}

func (d *draft) axisWords(c *draftColumn) (n axisWords) {
	for _, v := range c.values {
		m, ok := d.meaning(v.text, salesterms.Stage, salesterms.Status)
		plain := ok && m.doubt == salesterms.Plain
		switch {
		case !ok:
		case m.sets == "stage":
			if n.stages++; plain {
				n.plainStages++
			}
		default:
			n.statuses++
			n.decided = n.decided || plain && (m.means == "won" || m.means == "lost")
		}
	}
	return n
}

// reasonHangsOn tells whether reasons stand in the rows of some of the values alone.
func (d *draft) reasonHangsOn(c *draftColumn) (ok bool, why string) {
	why = "none of its values is a known status"
	r := d.columnIn(c.sheet, "reason")
	if r == nil || len(c.values) > 12 {
		return false, why
	}
	beside := map[string]part{}
	for i, v := range c.cells {
		n := beside[v]
		if n.all++; r.cells[i] != "" {
			n.filled++
		}
		beside[v] = n
	}
	often, never := 0, 0
	for v, n := range beside {
		switch {
		case v == "" || n.all < enoughRows/2:
		case n.filled*10 >= n.all*6:
			often++
		case n.filled*20 <= n.all:
			never++
		}
	}
	if often == 0 || never == 0 {
		return false, why
	}
	return true, fmt.Sprintf("codes that no word explains, but %q is filled beside some of them and blank beside others", r.name)
}

// proveReason asks for known causes, or outcomes that a system writes as reasons, that stand beside some deals only.
func (d *draft) proveReason(c *draftColumn) proof {
	p := proof{field: d.localField(c, "reason"), why: c.looks()}
	if !c.isText() && !c.most(c.integers) || len(c.values) > fewValues || len(c.values)*2 > c.filled && c.sheet.rows > enoughRows*2 {
		return p
	}
	known := c.share(func(v string) bool { _, ok := d.meaning(v, salesterms.Cause); return ok })
	p.why = fmt.Sprintf("filled in %d of %d rows, and %d of %d values are known causes", c.filled, c.sheet.rows, known, len(c.values))
	won := d.filledWhere(c, "won")
	if won.filled*10 > won.all {
		p.why += ", but filled beside won deals too"
		return p
	}
	p.fits = c.filled*10 < c.sheet.rows*9 && known >= 2 && known*5 >= len(c.values)*2
	p.proper = p.fits && known >= 3 && known*2 >= len(c.values) && won.all >= 5
	return p
}

// localField names the field of an axis by what its values look like: codes or labels.
func (d *draft) localField(c *draftColumn, role string) Field {
	axis := Axis(slices.Index(axisKeys[:], role))
	by := ByLabel
	if d.coded(c) {
		by = ByCode
	}
	return StageID + Field(int(axis)*int(kindCount)+int(by))
}

// coded tells whether the values are codes, which match letter by letter: short ones, such with digits and no space, or the very names that a system
// uses as keys.
func (d *draft) coded(c *draftColumn) bool {
	if len(c.values) == 0 || len(c.values) > fewValues {
		return false
	}
	keys := c.share(func(v string) bool {
		return slices.ContainsFunc(salesterms.Find(v), func(t salesterms.Term) bool {
			return t.Kind != salesterms.Cause && t.Text == v && (t.Source == "salesforce" || t.Source == "suitecrm")
		})
	})
	codes := c.share(isCode)
	return codes*10 >= len(c.values)*9 || keys >= 5 && keys*10 >= len(c.values)*7
}

func isCode(v string) bool {
	word, digit := true, false
	for _, r := range v {
		word = word && (r < 0x80 && r != ' ')
		digit = digit || r >= '0' && r <= '9' || r == '_'
	}
	return word && (digit || len(v) <= 3 || len(v) >= 8 && v == lower(v))
}

func lower(v string) string {
	for _, r := range v {
		if r < 'a' || r > 'z' {
			return ""
		}
	}
	return v
}

package script

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/funnel"
)

// world is the facts that the cases after them are about. A new table of deals begins a new one; rates stay until others are given.
type world struct {
	columns []string
	deals   []*entry
	rates   []funnel.Rate
	local   map[funnel.Label]*local // by region
}

// local is what the source of a region can say; none of a kind stands for all.
type local struct {
	stages   []funnel.Stage
	statuses []funnel.Status
}

// entry is a deal and what its row has said of it.
type entry struct {
	funnel.Deal
	status bool // the row states a status, be it an unknown one
}

// columnNames are the columns a table of deals may have. An amount takes two words, or - for none.
var columnNames = [...]string{"id", "region", "selling_entity", "owner_id", "team", "segment", "product_group", "source", "size_band",
	"complexity", "created", "closed", "amount", "expected_close", "probability", "category", "status", "stage", "cause",
	"merged_into", "deleted", "test", "profile"}

// begin reads the row of column names, which the table's first line holds.
func (w *world) begin(rest string, body []line) error {
	if rest != "" {
		return fmt.Errorf("%q after deals: the columns are the next line", rest)
	}
	if len(body) == 0 {
		return fmt.Errorf("no columns")
	}
	return nil
}

// readDeal reads a row of the table, the first as the names of the columns.
func (w *world) readDeal(text string) error {
	words := strings.Fields(text)
	if w.columns == nil {
		w.columns = words
		return w.checkColumns()
	}
	e := &entry{}
	for _, c := range w.columns {
		n := 1
		if c == "amount" && len(words) > 1 && words[0] != "-" {
			n = 2
		}
		if len(words) < n {
			return fmt.Errorf("nothing for column %s", c)
		}
		if cell := strings.Join(words[:n], " "); cell != "-" {
			if err := e.set(c, cell); err != nil {
				return fmt.Errorf("column %s: %w", c, err)
			}
		}
		words = words[n:]
	}
	if len(words) > 0 {
		return fmt.Errorf("%q is in no column", words[0])
	}
	if e.ID == "" || w.find(e.ID) != nil {
		return fmt.Errorf("%q is no id, or that of an earlier row", e.ID)
	}
	w.deals = append(w.deals, e)
	return nil
}

func (w *world) checkColumns() error {
	for i, c := range w.columns {
		if !slices.Contains(columnNames[:], c) {
			return fmt.Errorf("unknown column %q: want %s", c, strings.Join(columnNames[:], ", "))
		}
		if slices.Contains(w.columns[:i], c) {
			return fmt.Errorf("column %q twice", c)
		}
	}
	if !slices.Contains(w.columns, "id") {
		return fmt.Errorf("no column id")
	}
	return nil
}

func (w *world) find(id string) *entry {
	i := slices.IndexFunc(w.deals, func(e *entry) bool { return e.ID == id })
	if i < 0 {
		return nil
	}
	return w.deals[i]
}

// set fills one attribute.
func (e *entry) set(column, cell string) (err error) {
	if l := e.label(column); l != nil {
		*l = funnel.LabelOf(cell)
		return nil
	}
	switch column {
	case "id":
		e.ID = cell
	case "merged_into":
		e.MergedInto = cell
	case "complexity":
		var n uint64
		n, err = strconv.ParseUint(cell, 10, 7)
		e.Complexity = int8(n)
	case "created":
		e.Created, err = readMoment(cell, "")
	case "closed":
		e.Closed, err = readMoment(cell, "")
	case "amount":
		e.Amount, err = readMoney(cell)
	case "expected_close":
		e.ExpectedClose, err = funnel.ParseDate(cell)
	case "probability":
		e.Probability, err = funnel.ParseShare(cell)
	case "category":
		e.Category, err = funnel.ParseCategory(cell)
	case "status":
		if e.status = true; cell != "?" {
			e.Status, err = funnel.ParseStatus(cell)
		}
	case "stage":
		e.Stage, err = funnel.ParseStage(cell)
	case "cause":
		e.Cause, err = funnel.ParseCause(cell)
	case "deleted":
		e.Deleted, err = readYes(cell)
	case "test":
		e.Test, err = readYes(cell)
	}
	return err
}

func (e *entry) label(column string) *funnel.Label {
	switch column {
	case "region":
		return &e.Region
	case "selling_entity":
		return &e.SellingEntity
	case "owner_id":
		return &e.Owner
	case "team":
		return &e.Team
	case "segment":
		return &e.Segment
	case "product_group":
		return &e.ProductGroup
	case "source":
		return &e.Source
	case "size_band":
		return &e.SizeBand
	case "profile":
		return &e.Profile
	}
	return nil
}

// readYes reads the one word that a mark may be; no mark is "-".
func readYes(cell string) (bool, error) {
	if cell != "yes" {
		return false, fmt.Errorf("%q is neither yes nor -", cell)
	}
	return true, nil
}

func readMoney(text string) (funnel.Money, error) {
	amount, code, _ := strings.Cut(text, " ")
	c, err := funnel.ParseCurrency(code)
	if err != nil {
		return funnel.Money{}, err
	}
	return funnel.ParseMoney(amount, c)
}

// readStages reads "JP: prospect, qualified": the stages that a region has.
func (w *world) readStages(text string) (err error) {
	l, keys, err := w.ofRegion(text)
	for _, key := range keys {
		var s funnel.Stage
		if s, err = funnel.ParseStage(key); err != nil {
			return err
		}
		l.stages = append(l.stages, s)
	}
	return err
}

// readStatuses reads "JP: open, won": the statuses that a region's source can say.
func (w *world) readStatuses(text string) (err error) {
	l, keys, err := w.ofRegion(text)
	for _, key := range keys {
		var s funnel.Status
		if s, err = funnel.ParseStatus(key); err != nil {
			return err
		}
		l.statuses = append(l.statuses, s)
	}
	return err
}

// ofRegion splits "REGION: KEY, KEY".
func (w *world) ofRegion(text string) (l *local, keys []string, err error) {
	region, list, ok := strings.Cut(text, ": ")
	if !ok {
		return nil, nil, fmt.Errorf("want a region, a colon and what it has")
	}
	if w.local == nil {
		w.local = map[funnel.Label]*local{}
	}
	at := funnel.LabelOf(region)
	if w.local[at] == nil {
		w.local[at] = &local{}
	}
	for _, key := range strings.Split(list, ",") {
		keys = append(keys, strings.TrimSpace(key))
	}
	return w.local[at], keys, nil
}

// readRate reads "1 USD = 0.90 EUR from 2025-12-31", a spot rate, or "1 USD = 0.90 EUR plan 2026-01-01..2027-01-01".
func (w *world) readRate(text string) (err error) {
	f := strings.Fields(text)
	if len(f) != 7 || f[0] != "1" || f[2] != "=" {
		return fmt.Errorf("want 1 USD = 0.90 EUR from DAY, or plan PERIOD")
	}
	r := funnel.Rate{}
	if r.From, err = funnel.ParseCurrency(f[1]); err != nil {
		return err
	}
	if r.To, err = funnel.ParseCurrency(f[4]); err != nil {
		return err
	}
	switch f[5] {
	case "from":
		r.Kind = funnel.Spot
		r.Date, err = funnel.ParseDate(f[6])
	case "plan":
		r.Kind = funnel.Plan
		r.Period, err = funnel.ParsePeriod(f[6])
	default:
		err = fmt.Errorf("%q: want from or plan", f[5])
	}
	if err != nil {
		return err
	}
	if r, err = r.Factor(f[3]); err == nil {
		w.rates = append(w.rates, r)
	}
	return err
}

// complete gives every deal what other blocks say of it. Without a column created a deal is created by its first event.
func (w *world) complete() error {
	dated := slices.Contains(w.columns, "created")
	for _, e := range w.deals {
		if len(e.Events) == 0 && !e.status {
			return fmt.Errorf("deal %s has neither events nor a status; a status that no rule understands is ?", e.ID)
		}
		if !dated && len(e.Events) > 0 {
			e.Created = e.Events[0].At
		}
		if l := w.local[e.Region]; l != nil {
			e.Variant = funnel.NewVariant(l.stages, l.statuses)
		}
	}
	return nil
}

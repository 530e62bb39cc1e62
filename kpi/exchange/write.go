package exchange

import (
	"bytes"
	"io"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/koine-go/koine/kpi"
)

// Write writes the values of a report as JSON lines (exchange.md §3): for each metric, in the report's order, the row of all deals and then, if the
// report is grouped, one row for each group, in the order of the keys. Behind the fields of that page each line has version, parameters,
// period and as_of, and deals where the report keeps them; the row of all deals also has profiles, the versions of the mappings that made the report, if
// any did. They stand in that row alone: they are the report's, and in every group they would multiply with the groups. The error is that of w.
func Write(w io.Writer, r *kpi.Report) error {
	names := r.Dimensions()
	total, groups := r.Total(), slices.Collect(r.Rows())
	o := output{w: w, names: names, view: r.View(), profiles: r.Profiles()}
	for i, v := range total.Values {
		o.row(nil, v)
		for _, g := range groups {
			if len(names) > 0 && r.Shown(i, g.Key) {
				o.row(g.Key, g.Values[i])
			}
		}
	}
	return o.err
}

// output writes rows until it fails.
type output struct {
	w        io.Writer
	names    []string
	view     kpi.View
	profiles []string
	line     []byte
	err      error
}

func (o *output) row(key kpi.Key, v kpi.Value) {
	if o.err != nil {
		return
	}
	b := append(o.line[:0], '{')
	b = appendText(append(b, `"kpi":`...), v.ID)
	b = o.group(append(b, `,"group":`...), key)
	b = appendText(append(b, `,"status":`...), v.Status.String())
	b = appendDecimal(append(b, `,"value":`...), v)
	b = appendFraction(append(b, `,"num":`...), v.Num)
	b = appendFraction(append(b, `,"den":`...), v.Den)
	b = strconv.AppendInt(append(b, `,"n":`...), v.N, 10)
	b = appendCounts(append(b, `,"excluded":`...), leftOut(v))
	b = appendText(append(b, `,"unit":`...), v.Unit.String())
	if v.Currency != "" {
		b = appendText(append(b, `,"currency":`...), v.Currency)
	}
	b = appendExtra(append(b, `,"extra":`...), v.Extra)
	b = o.further(b, v)
	if key == nil && len(o.profiles) > 0 {
		b = appendTexts(append(b, `,"profiles":`...), o.profiles)
	}
	o.line = append(b, '}', '\n')
	_, o.err = o.w.Write(o.line)
}

// further writes what is not compared.
func (o *output) further(b []byte, v kpi.Value) []byte {
	b = appendText(append(b, `,"version":`...), v.Version)
	b = append(b, `,"parameters":{`...)
	for i, p := range v.Parameters {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(append(appendText(b, p.Name), ':'), p.Value)
	}
	b = append(b, `},"period":[`...)
	b = appendText(b, o.view.Period.From.String())
	b = appendText(append(b, ','), o.view.Period.To.String())
	b = appendText(append(b, `],"as_of":`...), o.view.AsOf.UTC().Format(time.RFC3339Nano))
	if v.Derived > 0 {
		b = strconv.AppendInt(append(b, `,"derived_rates":`...), v.Derived, 10)
	}
	if v.Deals != nil {
		b = appendDeals(append(b, `,"deals":`...), v.Deals)
	}
	return b
}

// group writes the values of the dimensions by name; a missing one is null, and complexity is a number as in the records.
func (o *output) group(b []byte, key kpi.Key) []byte {
	b = append(b, '{')
	for i, p := range key {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendText(b, o.names[i]), ':')
		switch {
		case !p.Known:
			b = append(b, "null"...)
		case o.names[i] == "complexity":
			b = append(b, p.Name...)
		default:
			b = appendText(b, p.Name)
		}
	}
	return append(b, '}')
}

// valueDigits is the number of fraction digits of a value.
const valueDigits = 12

func appendDecimal(b []byte, v kpi.Value) []byte {
	d, ok := v.Decimal(valueDigits)
	if !ok {
		return append(b, "null"...)
	}
	return appendText(b, d.StringFixed(valueDigits))
}

func appendFraction(b []byte, r *big.Rat) []byte {
	if r == nil {
		return append(b, "null"...)
	}
	return appendText(b, r.RatString())
}

func leftOut(v kpi.Value) []kpi.Entry {
	list := make([]kpi.Entry, len(v.Left))
	for i, l := range v.Left {
		list[i] = kpi.Entry{Key: l.Reason, Count: l.Count}
	}
	return list
}

func appendCounts(b []byte, counts []kpi.Entry) []byte {
	sorted := slices.Clone(counts)
	slices.SortFunc(sorted, func(a, b kpi.Entry) int { return strings.Compare(a.Key, b.Key) })
	b = append(b, '{')
	for i, c := range sorted {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(append(appendText(b, c.Key), ':'), c.Count, 10)
	}
	return append(b, '}')
}

func appendExtra(b []byte, extra []kpi.Extra) []byte {
	sorted := slices.Clone(extra)
	slices.SortFunc(sorted, func(a, b kpi.Extra) int { return strings.Compare(a.Name, b.Name) })
	b = append(b, '{')
	for i, e := range sorted {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendText(b, e.Name), ':')
		switch e.Kind {
		case kpi.NumberExtra:
			b = appendFraction(b, e.Number)
		case kpi.TableExtra:
			b = appendCounts(b, e.Table)
		default:
			b = strconv.AppendInt(b, e.Count, 10)
		}
	}
	return append(b, '}')
}

func appendDeals(b []byte, t *kpi.Trace) []byte {
	b = appendTexts(append(b, `{"part":`...), t.Part)
	b = appendTexts(append(b, `,"whole":`...), t.Whole)
	b = append(b, `,"excluded":{`...)
	for i, l := range t.Left {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendTexts(append(appendText(b, l.Reason), ':'), l.IDs)
	}
	return append(b, "}}"...)
}

func appendTexts(b []byte, texts []string) []byte {
	b = append(b, '[')
	for i, s := range texts {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(b, s)
	}
	return append(b, ']')
}

// appendText writes a JSON string. Text that a caller's own records made invalid is written with replacement characters, never left out.
func appendText(b []byte, s string) []byte {
	if quoted, err := jsontext.AppendQuote(b, s); err == nil {
		return quoted
	}
	quoted, _ := jsontext.AppendQuote(b, bytes.ToValidUTF8([]byte(s), []byte("\uFFFD")))
	return quoted
}

package mapping

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"math/big"
	"strconv"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/shopspring/decimal"

	"github.com/koine-go/koine/funnel"
)

// WriteJSON writes the coverage as one indented JSON object, the same bytes for the same coverage. Its members are those of the field tags; amounts are
// decimals in strings, moments a day or an RFC 3339 instant. Its error is that of w.
func (c Coverage) WriteJSON(w io.Writer) error { return writeJSON(w, c) }

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// maxCoverage bounds a coverage that is read: that of 16,384 distinct values on each axis stays below it.
const maxCoverage = 64 << 20

// ReadCoverage reads what WriteJSON wrote, and nothing else: a member that is unknown or there twice, a value of another type, numbers that do not add up,
// more than 64 MiB and trailing data are an *Error with the line and the member. Whether the amounts are right cannot be seen.
func ReadCoverage(r io.Reader) (Coverage, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxCoverage+1))
	switch {
	case err != nil:
		return Coverage{}, &Error{File: coverageFile, Err: err}
	case len(text) > maxCoverage:
		return Coverage{}, &Error{File: coverageFile, Reason: "at most " + strconv.Itoa(maxCoverage) + " bytes", Err: ErrTooLarge}
	}
	var c Coverage
	if err := jsonv2.Unmarshal(text, &c, jsonv2.RejectUnknownMembers(true)); err != nil {
		return Coverage{}, coverageFault(text, err)
	}
	if e := c.check(); e != nil {
		return Coverage{}, e
	}
	return c, nil
}

const coverageFile = "coverage"

// coverageFault says where in the text a reader of JSON met what, in words of this package.
func coverageFault(text []byte, err error) *Error {
	e := &Error{File: coverageFile, Reason: err.Error(), Err: ErrValue}
	var semantic *jsonv2.SemanticError
	var syntactic *jsontext.SyntacticError
	offset := int64(0)
	if errors.As(err, &semantic) {
		offset, e.Column = semantic.ByteOffset, pointer(semantic.JSONPointer)
		e.Reason = ""
		if e.Err = ErrType; errors.Is(err, jsonv2.ErrUnknownName) {
			e.Err = ErrUnknownKey
		} else if semantic.Err != nil {
			e.Err, e.Reason = ErrValue, semantic.Err.Error()
		}
	}
	if errors.As(err, &syntactic) {
		offset, e.Column = syntactic.ByteOffset, pointer(syntactic.JSONPointer)
		e.Reason = ""
		if e.Err = ErrJSON; errors.Is(err, jsontext.ErrDuplicateName) {
			e.Err = ErrTwice
		}
	}
	before := text[:min(max(offset, 0), int64(len(text)))]
	e.Line = 1 + strings.Count(string(before), "\n")
	return e
}

// pointer returns a path such as "values.3.text".
func pointer(p jsontext.Pointer) string {
	var path []string
	for token := range p.Tokens() {
		path = append(path, token)
	}
	return strings.Join(path, ".")
}

// check finds numbers that no import can have counted, and values that are there twice.
func (c *Coverage) check() *Error {
	fault := func(column string, err error) *Error { return &Error{File: coverageFile, Column: column, Err: err} }
	for i, r := range [...]*Reach{&c.Stage, &c.Status, &c.Reason, &c.All} {
		if !r.adds() {
			return fault([...]string{"stage", "status", "reason", "all"}[i], ErrValue)
		}
	}
	seen := map[localValue]bool{}
	for i := range c.Values {
		v := &c.Values[i]
		column := "values." + strconv.Itoa(i)
		key := localValue{v.Axis, v.By, v.Text}
		switch {
		case seen[key]:
			return fault(column, ErrTwice)
		case !v.adds() || v.Deals < 0 || v.Events < 0 || v.Deals+v.Events != v.Rows():
			return fault(column, ErrValue)
		}
		seen[key] = true
	}
	return nil
}

// adds tells whether all counts are possible.
func (r *Reach) adds() bool {
	for _, n := range [...]int{r.Exact, r.Assumed, r.Lossy, r.Unmapped, r.Unread, r.NoAmount} {
		if n < 0 || n > math.MaxInt/8 {
			return false
		}
	}
	return true
}

// sumForm is the JSON form of a Sum.
type sumForm struct {
	Currency funnel.Currency `json:"currency"`
	Total    string          `json:"total"`
	Mapped   string          `json:"mapped"`
}

// MarshalJSON writes {"currency":"EUR","total":"1250.5","mapped":"1000"}.
func (s Sum) MarshalJSON() ([]byte, error) {
	return json.Marshal(sumForm{s.Currency, s.Total.String(), s.Mapped.String()})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Sum) UnmarshalJSON(b []byte) error {
	var f sumForm
	if err := jsonv2.Unmarshal(b, &f, jsonv2.RejectUnknownMembers(true)); err != nil {
		return err
	}
	total, ok := plainDecimal(f.Total)
	mapped, right := plainDecimal(f.Mapped)
	if !ok || !right || f.Currency.IsZero() {
		return because(ErrValue, "want a currency and two plain decimals")
	}
	*s = Sum{Currency: f.Currency, Total: total, Mapped: mapped}
	return nil
}

// maxSum bounds the text of a sum: 2^63 amounts of 40 digits have fewer.
const maxSum = 80

// plainDecimal reads -?[0-9]+(\.[0-9]+)?.
func plainDecimal(s string) (decimal.Decimal, bool) {
	whole, fraction, dot := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	digits := whole + fraction
	if len(s) > maxSum || whole == "" || dot && fraction == "" || strings.Trim(digits, "0123456789") != "" {
		return decimal.Decimal{}, false
	}
	n, ok := new(big.Int).SetString(digits, 10)
	if strings.HasPrefix(s, "-") {
		n.Neg(n)
	}
	return decimal.NewFromBigInt(n, int32(-len(fraction))), ok
}

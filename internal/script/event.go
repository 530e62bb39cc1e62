package script

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/koine-go/koine/funnel"
)

// eventClock is what the head of a block of events says of all of them.
type eventClock struct {
	hour      string // time of the day of an event that gives only the day, such as T09:00Z; empty: it stays a day
	unordered bool   // the source gives no sequence; otherwise the order written is the sequence
}

func readEventClock(text string) (c eventClock, err error) {
	words := strings.Fields(text)
	for len(words) > 0 {
		switch {
		case words[0] == "unordered":
			c.unordered = true
			words = words[1:]
		case words[0] == "at" && len(words) > 1:
			c.hour = "T" + words[1]
			words = words[2:]
		default:
			return c, fmt.Errorf("%q after events: want at HH:MMZ or unordered", words[0])
		}
	}
	return c, nil
}

// readEvents reads "D1: prospect 2026-01-05, lost (pricing) 2026-02-01".
func (w *world) readEvents(text string, c eventClock) error {
	e, list, err := w.subject(text)
	if err != nil {
		return err
	}
	for _, item := range strings.Split(list, ",") {
		v, err := readEvent(item, c)
		if err != nil {
			return fmt.Errorf("%q: %w", strings.TrimSpace(item), err)
		}
		v.DealID = e.ID
		v.ID = e.ID + "-" + strconv.Itoa(len(e.Events)+1)
		if _, given := v.Seq.Value(); !given && !c.unordered {
			v.Seq = funnel.Seq(len(e.Events) + 1)
		}
		e.Events = append(e.Events, v)
	}
	return nil
}

// subject reads the deal that a line is about.
func (w *world) subject(text string) (e *entry, rest string, err error) {
	id, rest, ok := strings.Cut(text, ": ")
	if e = w.find(id); !ok || e == nil {
		return nil, "", fmt.Errorf("%q is not the id of a deal of the table, followed by a colon", id)
	}
	return e, rest, nil
}

// readEvent reads the words of one event; without a status it is open.
func readEvent(text string, c eventClock) (e funnel.Event, err error) {
	e.Status = funnel.Open
	words := strings.Fields(text)
	for i := 0; i < len(words) && err == nil; i++ {
		w, next := words[i], ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch {
		case w == "seq":
			var n int
			n, err = strconv.Atoi(next)
			e.Seq = funnel.Seq(n)
			i++
		case w == "profile":
			e.Profile = funnel.LabelOf(next)
			i++
		case w == "status" && strings.HasPrefix(next, "?"):
			e.Status, e.LocalStatus = funnel.UnknownStatus, funnel.LabelOf(next[1:])
			i++
		case w[0] == '?' && len(w) > 1:
			e.LocalStage = funnel.LabelOf(w[1:])
		case w[0] == '(':
			e.Cause, err = funnel.ParseCause(strings.Trim(w, "()"))
		case w[0] >= '0' && w[0] <= '9':
			e.At, err = readMoment(w, c.hour)
		default:
			err = setState(&e, w)
		}
	}
	if err == nil && e.At.IsZero() {
		err = fmt.Errorf("no day")
	}
	return e, err
}

func setState(e *funnel.Event, key string) error {
	if s, err := funnel.ParseStage(key); err == nil {
		e.Stage = s
		return nil
	}
	s, err := funnel.ParseStatus(key)
	if err != nil {
		return fmt.Errorf("%q is neither a stage nor a status", key)
	}
	e.Status = s
	return nil
}

// readMoment reads a day or an RFC 3339 instant, whose seconds may be left out. A day gets the hour, if one is given.
func readMoment(text, hour string) (funnel.Moment, error) {
	d, err := funnel.ParseDate(text)
	if err == nil && hour == "" {
		return funnel.On(d), nil
	}
	if err == nil {
		text += hour
	}
	for _, layout := range [...]string{"2006-01-02T15:04Z07:00", time.RFC3339} {
		if t, err := time.Parse(layout, text); err == nil && !funnel.At(t).IsZero() {
			return funnel.At(t), nil
		}
	}
	return funnel.Moment{}, fmt.Errorf("%q is neither a day nor an instant such as 2026-03-31T22:30Z", text)
}

// readChanges reads "D1: region DE -> FR 2026-02-01, amount 10 EUR -> - 2026-03-01".
func (w *world) readChanges(text string) error {
	e, list, err := w.subject(text)
	if err != nil {
		return err
	}
	for _, item := range strings.Split(list, ",") {
		c, err := readChange(strings.Fields(item))
		if err != nil {
			return fmt.Errorf("%q: %w", strings.TrimSpace(item), err)
		}
		c.DealID, c.ID, c.Seq = e.ID, e.ID+"-"+strconv.Itoa(len(e.FieldEvents)+1), funnel.Seq(len(e.FieldEvents)+1)
		e.FieldEvents = append(e.FieldEvents, c)
	}
	return nil
}

func readChange(words []string) (c funnel.FieldEvent, err error) {
	arrow := strings.Index(" "+strings.Join(words, " ")+" ", " -> ")
	if len(words) < 5 || arrow < 0 {
		return c, fmt.Errorf("want FIELD OLD -> NEW DAY")
	}
	last := len(words) - 1
	old, to, _ := strings.Cut(strings.Join(words[1:last], " "), " -> ")
	if c.Field, err = funnel.ParseField(words[0]); err != nil {
		return c, err
	}
	if c.Old, err = readSetting(c.Field, old); err != nil {
		return c, err
	}
	if c.New, err = readSetting(c.Field, to); err != nil {
		return c, err
	}
	c.At, err = readMoment(words[last], "")
	return c, err
}

func readSetting(f funnel.Field, text string) (v funnel.Setting, err error) {
	if text == "-" {
		return v, nil
	}
	switch f {
	case funnel.AmountField:
		v.Amount, err = readMoney(text)
	case funnel.ExpectedCloseField:
		v.Date, err = funnel.ParseDate(text)
	case funnel.CategoryField:
		v.Category, err = funnel.ParseCategory(text)
	case funnel.ProbabilityField:
		v.Share, err = funnel.ParseShare(text)
	default:
		v.Label = funnel.LabelOf(text)
	}
	return v, err
}

package normalize

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// Goroutines that meet shapes at the same time read them alike, whoever makes the plan.
func TestPlansInParallel(t *testing.T) {
	l := MustFor("de-DE")
	var wait sync.WaitGroup
	for k := range 4 {
		wait.Go(func() {
			for i := range 24 {
				text := fmt.Sprintf("%d. %s 2026", 1+i%12, names(l.dating().days.months)[(i+k)%12].text)
				if got, err := l.Date([]byte(text)); err != nil || got.Repairs != 0 {
					t.Errorf("%q: %v, %v", text, got, err)
				}
			}
		})
	}
	wait.Wait()
}

// Texts without end have shapes without end; memory for them has one.
func TestPlansAreBounded(t *testing.T) {
	l := MustFor("de-DE")
	for n := range 2 * maxPlans {
		text := strings.Repeat(" ", n%20) + "5. März" + strings.Repeat(" ", 1+n/20) + "2026"
		if got, err := l.Date([]byte(text)); err != nil || got.Date.String() != "2026-03-05" {
			t.Fatalf("%q: %v, %v", text, got, err)
		}
	}
	if n := len(*l.dating().days.known.Load()); n > maxPlans {
		t.Errorf("%d plans", n)
	}
}

// A match has room for the digits of every day and time that CLDR writes, and only names have digits of their own.
func TestPatternsHaveFewNumbers(t *testing.T) {
	numbers := func(p pattern) (n int) {
		for _, e := range p {
			switch e.field {
			case year, month, day, hour, minute, second:
				n++
			case literal:
				if strings.ContainsAny(e.text, "0123456789") {
					return 99 // a digit of a shape must not be text
				}
			}
		}
		return n
	}
	for _, c := range everyLocale(t) {
		for _, f := range c.dating().days.forms {
			for _, p := range c.dating().clock.forms {
				if numbers(f.pattern) > 3 || numbers(p) > 3 {
					t.Errorf("%v: %v %v", c, f.pattern, p)
				}
			}
		}
	}
}

// A separator is one code point, so that its class is all that is to know of it.
func TestSeparatorsAreSingle(t *testing.T) {
	for _, line := range numberRows {
		row := newNumberRow(line)
		for _, s := range []separators{row.own, row.script, row.latin, row.money} {
			if len([]rune(s.group)) > 1 || len([]rune(s.decimal)) > 1 {
				t.Errorf("%q", s)
			}
		}
	}
}

package normalize

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
	"golang.org/x/text/language"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/internal/lexicon/others"
)

// The full readers alone, without what makes them fast: no plain text, no plans. The fast ways must never answer otherwise.

func (l *Locale) slowNumber(b []byte) (Number, error) {
	var r reading
	f := r.read(&l.number, b)
	if f == nil {
		f = r.alone()
	}
	if f != nil {
		return Number{}, f.err
	}
	return r.number(), nil
}

func (l *Locale) slowPercent(b []byte) (Number, error) {
	var r reading
	f := r.read(&l.number, b)
	if f == nil {
		f = r.percent()
	}
	if f != nil {
		return Number{}, f.err
	}
	n := r.number()
	n.Exp -= 2
	return n, nil
}

func (l *Locale) slowDate(b []byte) (Date, error) {
	d, _, f := l.dating().days.full(b, nil)
	return d, f.sentinel()
}

func (l *Locale) slowTime(b []byte) (Clock, error) {
	c, _, f := l.dating().clock.full(b, nil)
	return c, f.sentinel()
}

func (l *Locale) slowInstant(b []byte) (Instant, error) {
	var t local
	if _, _, f := l.fullLocal(&t, b); f != nil {
		return Instant{}, f.err
	}
	return t.instant(), nil
}

func (f *fault) sentinel() error {
	if f == nil {
		return nil
	}
	return f.err
}

// agrees compares a fast reading with a slow one: the same value with the same liberties, or the same kind of refusal.
func agrees[T any](t *testing.T, l *Locale, kind string, text []byte, fast T, err error, slow T, want error) {
	t.Helper()
	if (err == nil) != (want == nil) || err != nil && !errors.Is(err, want) || err == nil && !reflect.DeepEqual(fast, slow) {
		t.Errorf("%v %s %q: %+v, %v; the full reader has %+v, %v", l, kind, text, fast, err, slow, want)
	}
}

var euro = funnel.MustCurrency("EUR")

// agree reads one text in every way. Days and times are read twice, since a plan is made the first time.
func (l *Locale) agree(t *testing.T, text []byte) {
	t.Helper()
	l.agreeOnNumber(t, text)
	l.agreeOnMoney(t, text)
	l.agreeOnTime(t, text)
	l.agreeOnTime(t, text)
}

func (l *Locale) agreeOnNumber(t *testing.T, text []byte) {
	t.Helper()
	number, err := l.Number(text)
	slow, want := l.slowNumber(text)
	agrees(t, l, "number", text, number, err, slow, want)
	number, err = l.Percent(text)
	slow, want = l.slowPercent(text)
	agrees(t, l, "percent", text, number, err, slow, want)
}

func (l *Locale) agreeOnMoney(t *testing.T, text []byte) {
	t.Helper()
	money, err := l.Money(text)
	slow, want := l.moneyOf(text)
	agrees(t, l, "money", text, money, err, slow, kindOf(want))
	money, err = l.MoneyIn(text, euro)
	slow, want = l.moneyIn(text, euro)
	agrees(t, l, "money in euros", text, money, err, slow, kindOf(want))
}

func (l *Locale) agreeOnTime(t *testing.T, text []byte) {
	t.Helper()
	date, err := l.Date(text)
	slowDate, want := l.slowDate(text)
	agrees(t, l, "date", text, date, err, slowDate, want)
	clock, err := l.Time(text)
	slowClock, want := l.slowTime(text)
	agrees(t, l, "time", text, clock, err, slowClock, want)
	instant, err := l.Instant(text, time.UTC)
	slowInstant, want := l.slowInstant(text)
	agrees(t, l, "instant", text, instant, err, slowInstant, want)
}

func kindOf(err error) error {
	var e *Error
	if errors.As(err, &e) {
		return e.Err
	}
	return nil
}

// Days and times of every locale, in every form that it has, by all of its names: first some that make the plans, then
// others that use them.
func TestPlansAgreeWithTheFullReader(t *testing.T) {
	days := []funnel.Date{funnel.MustDate("2026-03-05"), funnel.MustDate("2024-02-29"), funnel.MustDate("1999-12-31"), funnel.MustDate("2026-11-30"), funnel.MustDate("2105-05-05")}
	times := []string{"14:30", "09:05:59", "2:30 PM", "12:00 am", "00:00:01.25", "13:00 PM"}
	for _, c := range everyLocale(t) {
		patterns := strings.Split(c.dates.patterns, "|")
		for i, text := range append(patterns, "dd/MM/y", "M-d-y", "d.M.yy", "y. M. d.") {
			p, ok := newPattern(text)
			if !ok {
				t.Fatalf("%v: pattern %q", c, text)
			}
			for k, d := range days {
				written := p.write(c.dates, d, k)
				c.agreeOnTime(t, []byte(written))
				c.agreeOnTime(t, []byte(written+" "+times[(i+k)%len(times)]))
			}
		}
	}
}

// Every day of a year, where names and numbers look alike or names have digits.
func TestPlansAgreeAllYear(t *testing.T) {
	for _, tag := range []string{"de-DE", "ko-KR", "vi-VN", "zh-CN", "ja-JP", "ar-EG", "hr-HR", "mn-MN", "bn-BD", "mt"} {
		c := compiled{Locale: MustFor(tag, Names(others.Table()))}
		row, _ := findLocale(language.MustParse(tag))
		c.dates = datesOf(row)
		for _, text := range strings.Split(c.dates.patterns, "|") {
			p, _ := newPattern(text)
			for day := range 366 {
				if testing.Short() && day%9 != 0 {
					continue
				}
				c.agreeOnTime(t, []byte(p.write(c.dates, funnel.MustDate("2024-01-01").AddDays(day), day)))
			}
		}
	}
}

// An offset is no field: texts of one shape have different ones.
func TestOffsetsAreNoPartOfAPlan(t *testing.T) {
	l := MustFor("de-DE")
	for _, text := range []string{"5. März 2026 14:30 +0100", "5. März 2026 14:30 +0200", "5. März 2026 14:30 +9900", "5. März 2026 14:30 UTC", "5. März 2026 15:31 UTC", "5. März 2026 14:30"} {
		l.agreeOnTime(t, []byte(text))
	}
}

// What makes it safe to look a mark up by what stands beside a number: no mark begins with a digit, and none ends in what
// a number may begin with.
func TestMarksAreNoPartOfNumbers(t *testing.T) {
	for _, c := range everyLocale(t) {
		for text := range c.marks().exact {
			last, n := lastClass([]byte(text))
			before := space
			if n < len(text) {
				before, _ = lastClass([]byte(text[:len(text)-n]))
			}
			decimal := slices.ContainsFunc(c.money.conventions, func(v convention) bool { return v.decimal == last })
			if decimal && before != other || c.money.firstDigit([]byte(text), 0) == 0 {
				t.Errorf("%v: %q", c, text)
			}
		}
	}
}

// Amounts with every mark of a locale, in every usual place for the mark and the sign.
func TestMarksAgreeWithTheFullReader(t *testing.T) {
	frames := []string{"M5", "M 5", "5M", "5 M", "-M5", "M-5", "M 5-", "5 M-", "-5 M", "(M5)", "(5 M)", " M5", "5 M ", "M5 M", "M.5", "M .5", "-M-5", "+5 M", "M\u00a05", "(-M5)", "5\u202fM", "M−5"}
	for _, tag := range []string{"de-DE", "en-US", "en-IN", "sv-SE", "zh-CN", "ja-JP", "ar-EG", "fa-IR", "tr-TR", "pt-CV", "de-AT"} {
		l := MustFor(tag)
		for _, text := range slices.Sorted(maps.Keys(l.marks().exact)) {
			for _, frame := range frames {
				l.agreeOnMoney(t, []byte(strings.Replace(frame, "M", text, 1)))
			}
		}
	}
}

// Numbers of every locale and script, right and wrong, with signs, marks and space around them.
func TestNumbersAgreeWithTheFullReader(t *testing.T) {
	all := everyLocale(t)
	p := laws(60)
	p.Property("fast = full", prop.ForAll(func(text string, k int) bool {
		for _, c := range all {
			script := c.number.scripts[k%len(c.number.scripts)]
			own := c.numbers.own
			written := strings.Map(func(r rune) rune {
				switch {
				case r >= '0' && r <= '9':
					return script.zero + r - '0'
				case r == 'G':
					return firstRune(own.group)
				case r == 'D':
					return firstRune(own.decimal)
				}
				return r
			}, text)
			c.agreeOnNumber(t, []byte(written))
			c.agreeOnMoney(t, []byte(written))
		}
		return !t.Failed()
	}, gen.RegexMatch(`^[-+(−]?[€ ]?[-−]?[0-9]{0,4}([GGGD.,' \x{a0}\x{202f}٬][0-9]{1,3}){0,3}(D[0-9]{1,3})?[  ]?[-)€%٪]?$`), gen.IntRange(0, 3)))
	p.TestingRun(t)
}

// Whatever the text, and whatever texts came before it, the fast ways and the full readers say the same.
func FuzzFastWaysAgree(f *testing.F) {
	tags := []string{"de-DE", "en-US", "en-IN", "zh-CN", "ja-JP", "ko-KR", "ar-EG", "fa-IR", "sv-SE", "vi-VN", "pt-CV", "mt", "ug", "km", "fr-CH"}
	known := map[string]*Locale{}
	for i, tag := range tags {
		known[tag] = MustFor(tag)
		for _, text := range []string{"1.234,5", "-1,234.5", "１，２３４", "€ 5", "5 kr-", "$5", "(5 %)", "5. März 2026", "2026年3月5日 14:30", "2026년 3월 5일", "5 tháng 12, 2026", "05-03-2026 2:30 pm", "14:30 5/3/2026", "5/3/2026 14:30 UTC", "5. März 2026 14:30 +0100", "٥/٣/٢٠٢٦", "Mar 5, 2026, 2:30:05.25 PM", "05.03.24"} {
			f.Add(uint8(i), text)
		}
	}
	f.Fuzz(func(t *testing.T, choice uint8, text string) {
		known[tags[int(choice)%len(tags)]].agree(t, []byte(text))
	})
}

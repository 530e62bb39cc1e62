package mapping

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/normalize"
)

// draftLocale is a way in which the sample may be written.
type draftLocale struct {
	tag      string
	currency string
	zones    []string
	locale   *normalize.Locale
	ordered  map[normalize.Order]*normalize.Locale // the same with an order of numeric dates declared
}

// regional has the locales in which exports of a language are written, with the currency and the zones of each.
var regional = map[string][]draftLocale{
	"de": {{tag: "de-DE", currency: "EUR", zones: []string{"Europe/Berlin"}}, {tag: "de-AT", currency: "EUR", zones: []string{"Europe/Vienna"}}, {tag: "de-CH", currency: "CHF", zones: []string{"Europe/Zurich"}}, {tag: "de-LU", currency: "EUR", zones: []string{"Europe/Luxembourg"}}},
	"en": {{tag: "en-US", currency: "USD", zones: []string{"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"}}, {tag: "en-GB", currency: "GBP", zones: []string{"Europe/London"}}, {tag: "en-IN", currency: "INR", zones: []string{"Asia/Kolkata"}},
		{tag: "en-CA", currency: "CAD", zones: []string{"America/Toronto", "America/Vancouver"}}, {tag: "en-AU", currency: "AUD", zones: []string{"Australia/Sydney", "Australia/Perth"}}, {tag: "en-IE", currency: "EUR", zones: []string{"Europe/Dublin"}},
		{tag: "en-NZ", currency: "NZD", zones: []string{"Pacific/Auckland"}}, {tag: "en-ZA", currency: "ZAR", zones: []string{"Africa/Johannesburg"}}, {tag: "en-SG", currency: "SGD", zones: []string{"Asia/Singapore"}}, {tag: "en-HK", currency: "HKD", zones: []string{"Asia/Hong_Kong"}}},
	"fr": {{tag: "fr-FR", currency: "EUR", zones: []string{"Europe/Paris"}}, {tag: "fr-BE", currency: "EUR", zones: []string{"Europe/Brussels"}}, {tag: "fr-CH", currency: "CHF", zones: []string{"Europe/Zurich"}}, {tag: "fr-CA", currency: "CAD", zones: []string{"America/Toronto"}}},
	"es": {{tag: "es-ES", currency: "EUR", zones: []string{"Europe/Madrid"}}, {tag: "es-MX", currency: "MXN", zones: []string{"America/Mexico_City"}}, {tag: "es-AR", currency: "ARS", zones: []string{"America/Argentina/Buenos_Aires"}},
		{tag: "es-CO", currency: "COP", zones: []string{"America/Bogota"}}, {tag: "es-CL", currency: "CLP", zones: []string{"America/Santiago"}}, {tag: "es-PE", currency: "PEN", zones: []string{"America/Lima"}}, {tag: "es-US", currency: "USD", zones: []string{"America/New_York"}}},
	"pt": {{tag: "pt-BR", currency: "BRL", zones: []string{"America/Sao_Paulo"}}, {tag: "pt-PT", currency: "EUR", zones: []string{"Europe/Lisbon"}}},
	"it": {{tag: "it-IT", currency: "EUR", zones: []string{"Europe/Rome"}}, {tag: "it-CH", currency: "CHF", zones: []string{"Europe/Zurich"}}},
	"nl": {{tag: "nl-NL", currency: "EUR", zones: []string{"Europe/Amsterdam"}}, {tag: "nl-BE", currency: "EUR", zones: []string{"Europe/Brussels"}}},
	"sv": {{tag: "sv-SE", currency: "SEK", zones: []string{"Europe/Stockholm"}}, {tag: "sv-FI", currency: "EUR", zones: []string{"Europe/Helsinki"}}},
	"da": {{tag: "da-DK", currency: "DKK", zones: []string{"Europe/Copenhagen"}}},
	"nb": {{tag: "nb-NO", currency: "NOK", zones: []string{"Europe/Oslo"}}},
	"fi": {{tag: "fi-FI", currency: "EUR", zones: []string{"Europe/Helsinki"}}},
	"pl": {{tag: "pl-PL", currency: "PLN", zones: []string{"Europe/Warsaw"}}},
	"cs": {{tag: "cs-CZ", currency: "CZK", zones: []string{"Europe/Prague"}}},
	"hu": {{tag: "hu-HU", currency: "HUF", zones: []string{"Europe/Budapest"}}},
	"ro": {{tag: "ro-RO", currency: "RON", zones: []string{"Europe/Bucharest"}}, {tag: "ro-MD", currency: "MDL", zones: []string{"Europe/Chisinau"}}},
	"tr": {{tag: "tr-TR", currency: "TRY", zones: []string{"Europe/Istanbul"}}},
	"ru": {{tag: "ru-RU", currency: "RUB", zones: []string{"Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk"}}, {tag: "ru-KZ", currency: "KZT", zones: []string{"Asia/Almaty"}}, {tag: "ru-BY", currency: "BYN", zones: []string{"Europe/Minsk"}}},
	"uk": {{tag: "uk-UA", currency: "UAH", zones: []string{"Europe/Kyiv"}}},
	"el": {{tag: "el-GR", currency: "EUR", zones: []string{"Europe/Athens"}}, {tag: "el-CY", currency: "EUR", zones: []string{"Asia/Nicosia"}}},
	"ja": {{tag: "ja-JP", currency: "JPY", zones: []string{"Asia/Tokyo"}}},
	"zh": {{tag: "zh-CN", currency: "CNY", zones: []string{"Asia/Shanghai"}}, {tag: "zh-TW", currency: "TWD", zones: []string{"Asia/Taipei"}}, {tag: "zh-Hant-HK", currency: "HKD", zones: []string{"Asia/Hong_Kong"}}, {tag: "zh-SG", currency: "SGD", zones: []string{"Asia/Singapore"}}},
	"ko": {{tag: "ko-KR", currency: "KRW", zones: []string{"Asia/Seoul"}}},
	"hi": {{tag: "hi-IN", currency: "INR", zones: []string{"Asia/Kolkata"}}},
	"id": {{tag: "id-ID", currency: "IDR", zones: []string{"Asia/Jakarta", "Asia/Makassar"}}},
	"vi": {{tag: "vi-VN", currency: "VND", zones: []string{"Asia/Ho_Chi_Minh"}}},
	"th": {{tag: "th-TH", currency: "THB", zones: []string{"Asia/Bangkok"}}},
	"ar": {{tag: "ar-SA", currency: "SAR", zones: []string{"Asia/Riyadh"}}, {tag: "ar-AE", currency: "AED", zones: []string{"Asia/Dubai"}}, {tag: "ar-EG", currency: "EGP", zones: []string{"Africa/Cairo"}}, {tag: "ar-MA", currency: "MAD", zones: []string{"Africa/Casablanca"}}},
	"he": {{tag: "he-IL", currency: "ILS", zones: []string{"Asia/Jerusalem"}}},
}

// dateReading is one way to read dates: as the locale writes them, or in a declared order.
type dateReading struct{ locale *normalize.Locale }

var orders = [...]normalize.Order{normalize.DMY, normalize.MDY, normalize.YMD}

// measure reads the cells of each column that may hold dates in every way that is possible.
func (d *draft) measure() {
	d.locales = d.possible()
	var readings []dateReading
	for _, l := range d.locales {
		readings = append(readings, dateReading{l.locale})
		for _, o := range orders {
			readings = append(readings, dateReading{l.ordered[o]})
		}
	}
	for _, s := range d.sheets() {
		for _, c := range s.columns {
			c.readDates(readings)
		}
	}
}

// possible returns the locales of the main language; of English where there is none.
func (d *draft) possible() (all []draftLocale) {
	if l := (draftLocale{tag: d.o.Locale.String()}); d.o.Locale != language.Und && l.make() {
		return []draftLocale{l}
	}
	main := d.main
	if main == nil {
		main = []string{"en"}
	}
	for _, m := range main {
		for _, l := range regional[m] {
			if l.make() {
				all = append(all, l)
			}
		}
	}
	return all
}

// make makes the locale ready to read; false if CLDR does not have it.
func (l *draftLocale) make() bool {
	tag, err := language.Parse(l.tag)
	if err != nil {
		return false
	}
	if l.locale, err = normalize.For(tag); err != nil {
		return false
	}
	l.ordered = map[normalize.Order]*normalize.Locale{}
	for _, o := range orders {
		if l.ordered[o], err = normalize.For(tag, normalize.DateOrder(o)); err != nil {
			return false
		}
	}
	return true
}

// dateValues is how many of the different values of a column are read in each way.
const (
	dateValues = 400
	firstDates = 12
)

func (c *draftColumn) readDates(readings []dateReading) {
	sample := c.values[:min(len(c.values), dateValues)]
	likely := 0
	for _, v := range sample {
		if mayBeDate(v.text) {
			likely++
		}
	}
	c.times = make([]time.Time, len(c.cells))
	if likely*2 < len(sample) || likely == 0 || c.most(c.numbers) {
		return
	}
	best := 0
	for _, r := range readings {
		if first := sample[:min(len(sample), firstDates)]; c.readBy(r, first)*3 < len(first) {
			continue // most columns that look like dates are ids
		}
		if n := c.readBy(r, sample); n > best {
			best, c.reading = n, r
		}
	}
	if best > 0 {
		c.readAll()
	}
}

// mayBeDate tells whether there is a figure, and another one behind something else.
func mayBeDate(s string) bool {
	return len(s) < echo && len(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })) >= 2
}

// readBy counts the values that are dates in this reading.
func (c *draftColumn) readBy(r dateReading, values []draftValue) (n int) {
	for _, v := range values {
		if _, _, ok := r.read(v.text); ok {
			n++
		}
	}
	return n
}

// read returns the moment on a clock that is nobody's, and whether there is a time of day.
func (r dateReading) read(text string) (at time.Time, instant, ok bool) {
	if d, err := r.locale.Date([]byte(text)); err == nil {
		y, m, day := d.Date.YMD()
		return time.Date(y, m, day, 0, 0, 0, 0, time.UTC), false, true
	}
	if i, err := r.locale.Instant([]byte(text), time.UTC); err == nil {
		return i.Time, true, true
	}
	return time.Time{}, false, false
}

// readAll reads every cell in the reading of the column.
func (c *draftColumn) readAll() {
	known := make(map[string]time.Time, len(c.values))
	for _, v := range c.values {
		at, instant, ok := c.reading.read(v.text)
		if !ok {
			continue
		}
		known[v.text] = at
		if c.dates += v.rows; instant {
			c.instants += v.rows
		}
	}
	for i, cell := range c.cells {
		c.times[i] = known[cell]
	}
}

// findLocale leaves the locales that the columns of dates and of numbers do not exclude, and those whose currency the amounts are in.
func (d *draft) findLocale() {
	for _, s := range d.sheets() {
		for _, c := range s.columns {
			sample := c.values[:min(len(c.values), dateValues)]
			switch {
			case c.isDate():
				d.exclude(sample, func(l *normalize.Locale, text string) bool {
					_, _, ok := dateReading{locale: l}.read(text)
					return ok
				})
			case c.most(c.numbers) && c.integers == 0:
				d.exclude(sample, func(l *normalize.Locale, text string) bool {
					_, digits, _ := numeral(text)
					_, err := l.Number([]byte(digits))
					return err == nil
				})
			}
		}
	}
}

// exclude drops the locales that do not read the values if there are some that do.
func (d *draft) exclude(values []draftValue, reads func(*normalize.Locale, string) bool) {
	var able []draftLocale
	for _, l := range d.locales {
		n := 0
		for _, v := range values {
			if reads(l.locale, v.text) {
				n++
			}
		}
		if n*10 >= len(values)*9 {
			able = append(able, l)
		}
	}
	if len(able) > 0 {
		d.locales = able
	}
}

// proposeHead proposes what the profile says of the source as a whole.
func (d *draft) proposeHead() {
	d.add(stated("name", d.o.Name, "an export does not say what its source shall be called"))
	possible, mark := d.money()
	locale := d.proposeLocale(possible)
	zone := stated("zone", d.o.Zone, "an export does not say in which zone its clocks stood")
	for _, l := range d.locales {
		if d.o.Zone == "" {
			zone.Candidates = append(zone.Candidates, l.zones...)
		}
	}
	d.add(locale, zone)
	if c := d.proposeCurrency(possible, mark, locale.Sure); c.What != "" {
		d.add(c)
	}
}

// stated proposes what the options say; what they leave open only a person can say.
func stated(what, value, why string) Proposal {
	if value != "" {
		return Proposal{What: what, Proposed: value, Sure: true, Evidence: []string{"given"}}
	}
	return Proposal{What: what, Evidence: []string{why}}
}

func (d *draft) proposeLocale(possible []string) Proposal {
	p := Proposal{What: "locale"}
	if d.o.Locale != language.Und {
		return stated("locale", d.o.Locale.String(), "")
	}
	left, proved := d.locales, true
	inCurrency := slices.DeleteFunc(slices.Clone(left), func(l draftLocale) bool { return !slices.Contains(possible, l.currency) })
	if len(inCurrency) > 0 && len(inCurrency) < len(left) {
		left = inCurrency
		// Whoever sells abroad writes euros and dollars at home too.
		proved = !slices.Contains(possible, "EUR") && !slices.Contains(possible, "USD")
		p.Evidence = append(p.Evidence, "of these, the currency is that of "+tags(left))
	}
	// The words alone do not tell a language from its neighbours, of which the lexicon may know one only.
	proved = proved && len(left) > 0 && slices.Contains(possible, left[0].currency)
	dated := d.dated()
	p.Evidence = append([]string{fmt.Sprintf("words in %s; its columns of dates and amounts are read as written in %s", strings.Join(d.main, ", "), tags(d.locales))}, p.Evidence...)
	if p.Sure = len(left) == 1 && proved && dated && len(d.main) == 1 && d.fluent(); len(left) > 0 {
		p.Proposed = left[0].tag
	}
	if !p.Sure {
		for _, l := range slices.Concat(left, d.locales, d.possible()) {
			if !slices.Contains(p.Candidates, l.tag) {
				p.Candidates = append(p.Candidates, l.tag)
			}
		}
		p.Evidence = append(p.Evidence, "which country's, they do not show")
	}
	return p
}

func tags(all []draftLocale) string {
	var t []string
	for _, l := range all {
		t = append(t, l.tag)
	}
	return strings.Join(t, ", ")
}

// dated tells whether some column of dates is read by a remaining locale as it writes them or in a declared order.
func (d *draft) dated() bool {
	return slices.ContainsFunc(d.deals.columns, func(c *draftColumn) bool { return c.isDate() && c.filled >= enoughRows })
}

// fluent tells whether at least three names of columns are in the main language.
func (d *draft) fluent() bool {
	n := 0
	for _, c := range d.deals.columns {
		for _, t := range d.heard(c.name, 0) {
			if slices.Contains(d.main, t.Language) {
				n++
				break
			}
		}
	}
	return n >= 3
}

// money returns the currencies that the amounts can be in: by the one code of a column of codes, else by the one mark that all amounts have.
func (d *draft) money() (possible []string, mark string) {
	for _, c := range d.deals.columns {
		if c.isCurrency() {
			if len(c.values) == 1 {
				return []string{c.values[0].text}, c.values[0].text
			}
			return nil, ""
		}
	}
	for _, c := range d.deals.columns {
		if m := c.mark(); m != "" && m != "%" && c.most(c.numbers) {
			return currencies(m), m
		}
	}
	return nil, ""
}

func (d *draft) proposeCurrency(possible []string, mark string, located bool) Proposal {
	p := Proposal{What: "currency"}
	coded := slices.ContainsFunc(d.deals.columns, (*draftColumn).isCurrency)
	home := ""
	if len(d.locales) > 0 {
		home = d.locales[0].currency
	}
	switch {
	case len(possible) == 1:
		p.Proposed, p.Sure, p.Evidence = possible[0], true, []string{"all amounts are in " + mark}
	case len(possible) > 1 && located && slices.Contains(possible, home):
		p.Proposed, p.Sure, p.Evidence = home, true, []string{mark + " stands at all amounts, and is that of the locale"}
	case coded || !slices.ContainsFunc(d.deals.columns, func(c *draftColumn) bool { return c.most(c.numbers) }):
		return Proposal{}
	default:
		p.Candidates, p.Evidence = possible, []string{"the amounts do not say"}
		for _, l := range d.locales {
			if len(possible) == 0 && l.currency != "" && !slices.Contains(p.Candidates, l.currency) {
				p.Candidates = append(p.Candidates, l.currency)
			}
		}
	}
	return p
}

package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

// gregorian is the part of ca-gregorian.json that is kept.
type gregorian struct {
	Months, Days  map[string]map[string]map[string]string
	Quarters      map[string]map[string]map[string]string
	DayPeriods    map[string]map[string]map[string]string `json:"dayPeriods"`
	Eras          map[string]map[string]string
	DateFormats   map[string]any `json:"dateFormats"`
	TimeFormats   map[string]any `json:"timeFormats"`
	Formats       map[string]any `json:"dateTimeFormats"`
	FormatsAtTime struct {
		Standard map[string]any
	} `json:"dateTimeFormats-atTime"`
}

// A whole day has a year, a month and a day, a span of days a year and a month or a quarter; a whole time at least hours and
// minutes.
var (
	daySkeleton  = regexp.MustCompile(`^y+M+E*d+$`)
	spanSkeleton = regexp.MustCompile(`^y(M+|Q+)$`)
	timeSkeleton = regexp.MustCompile(`^(h|H|Bh)ms?$`)
)

func readDates(p packages, l *cldr.Locale, rules map[string]map[string]string) error {
	var file struct {
		Main map[string]struct {
			Dates struct{ Calendars struct{ Gregorian gregorian } }
		}
	}
	if err := p.read(&file, "dates-full", "main", l.Tag, "ca-gregorian.json"); err != nil {
		return err
	}
	g := file.Main[l.Tag].Dates.Calendars.Gregorian
	available, _ := g.Formats["availableFormats"].(map[string]any)
	d := &l.Dates
	d.Patterns = append(texts(g.DateFormats, "full", "long", "medium", "short"), matching(available, daySkeleton)...)
	d.Times = append(texts(g.TimeFormats, "medium", "short"), matching(available, timeSkeleton)...)
	d.Glue = append(texts(g.Formats, "full", "long", "medium", "short"), texts(g.FormatsAtTime.Standard, "full", "long", "medium", "short")...)
	d.Spans = distinct(matching(available, spanSkeleton))
	d.Patterns, d.Times, d.Glue = distinct(d.Patterns), distinct(d.Times), distinct(d.Glue)
	for i := range d.Quarters {
		d.Quarters[i] = forms(g.Quarters, strconv.Itoa(i+1))
	}
	for i := range d.Months {
		d.Months[i] = forms(g.Months, strconv.Itoa(i+1))
	}
	if romanMonths(g.DateFormats) {
		for i, number := range strings.Fields("i ii iii iv v vi vii viii ix x xi xii") {
			d.Months[i] = distinct(append(d.Months[i], number))
		}
	}
	for i, day := range []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"} {
		d.Days[i] = forms(g.Days, day)
	}
	for _, names := range []string{"eraNames", "eraAbbr", "eraNarrow"} {
		d.Eras = append(d.Eras, g.Eras[names]["1"], g.Eras[names]["1-alt-variant"])
	}
	d.Eras = distinct(d.Eras)
	d.Periods = periodNames(g, rules, l.Tag)
	return nil
}

func texts(formats map[string]any, names ...string) []string {
	var out []string
	for _, name := range names {
		switch format := formats[name].(type) {
		case string:
			out = append(out, format)
		case map[string]any:
			if s, ok := format["_value"].(string); ok && format["_numbers"] == romanNumerals {
				out = append(out, strings.ReplaceAll(s, "M", "LLL"))
			}
		}
	}
	return out
}

// romanNumerals says that a pattern writes the number of the month in Roman numerals, as Hawaiian does: they are taken for names.
const romanNumerals = "M=romanlow"

func romanMonths(formats map[string]any) bool {
	for _, format := range formats {
		if m, ok := format.(map[string]any); ok && m["_numbers"] == romanNumerals {
			return true
		}
	}
	return false
}

func matching(formats map[string]any, skeleton *regexp.Regexp) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(formats)) {
		if s, ok := formats[name].(string); ok && skeleton.MatchString(name) {
			out = append(out, s)
		}
	}
	return out
}

// forms lists the wide and abbreviated names; narrow ones are left out, since "M" is March and May.
func forms(names map[string]map[string]map[string]string, key string) []string {
	var out []string
	for _, context := range []string{"format", "stand-alone"} {
		for _, width := range []string{"wide", "abbreviated", "short"} {
			out = append(out, names[context][width][key])
		}
	}
	return distinct(out)
}

// periodNames gives each name of a part of the day its hours. A name that CLDR gives to several parts has the hours of all.
func periodNames(g gregorian, rules map[string]map[string]string, tag string) map[string]string {
	hours := map[string]string{"am": "0-11", "pm": "12-23"}
	for base := tag; base != ""; base = base[:max(0, strings.LastIndexByte(base, '-'))] {
		if r, ok := rules[base]; ok {
			maps.Copy(hours, r)
			break
		}
	}
	out := map[string]string{}
	for _, context := range []string{"format", "stand-alone"} {
		for _, width := range []string{"abbreviated", "narrow", "wide"} {
			names := g.DayPeriods[context][width]
			for _, period := range slices.Sorted(maps.Keys(names)) {
				key, _, _ := strings.Cut(period, "-alt-")
				h, name := hours[key], names[period]
				if h != "" && !slices.Contains(strings.Split(out[name], " "), h) {
					out[name] = strings.TrimSpace(out[name] + " " + h)
				}
			}
		}
	}
	return out
}

// dayPeriods reads the hours of morning, afternoon and so on, by language; moments such as noon have no hours.
func dayPeriods(p packages) (map[string]map[string]string, error) {
	var file struct {
		Supplemental struct {
			Rules map[string]map[string]struct {
				From   string `json:"_from"`
				Before string `json:"_before"`
			} `json:"dayPeriodRuleSet"`
		}
	}
	if err := p.read(&file, "core", "supplemental", "dayPeriods.json"); err != nil {
		return nil, err
	}
	out := map[string]map[string]string{}
	for tag, rules := range file.Supplemental.Rules {
		out[tag] = map[string]string{}
		for period, r := range rules {
			var from, before int
			if n, _ := fmt.Sscanf(r.From+" "+r.Before, "%d:00 %d:00", &from, &before); n == 2 {
				out[tag][period] = fmt.Sprintf("%d-%d", from, (before+23)%24)
			}
		}
	}
	return out, nil
}

package main

import "time"

// exported is the wall clock at which every region draws its export: two days after the quarter has ended, as happens.
func exported() time.Time { return time.Date(2026, 4, 2, 18, 0, 0, 0, time.UTC) }

// opened is the day of the first deal; the last ones are created on the last day of the quarter, 274 days later.
func opened() time.Time { return time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC) }

const season = 274

// workday moves a weekend to the Monday after it.
func workday(t time.Time) time.Time {
	for t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = t.AddDate(0, 0, 1)
	}
	return t
}

// officeHour gives a day a minute between 08:00 and 18:00.
func officeHour(day time.Time, minute int) time.Time {
	y, m, d := day.Date()
	return time.Date(y, m, d, 8, minute%600, 0, 0, time.UTC)
}

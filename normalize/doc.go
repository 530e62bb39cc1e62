// Package normalize turns the text of one region's export into values, exactly or not at all.
//
// A Locale reads numbers, percentages, amounts of money, days, times of day and points in time; Decode and Decoder come
// before it and turn bytes of a declared encoding into UTF-8. The whole text is read or it is an *Error that says what is
// wrong and at which byte; a text with several readings is ErrAmbiguous with all of them, never the likeliest. What was
// read although the locale would write it otherwise is named in the result's Repairs.
//
// # Grammar
//
// Spaces are of any kind, U+00A0 and U+202F among them. Around every text, and around its signs and marks, spaces, direction
// marks, U+200B and the byte order mark are stepped over.
//
// A number is digits of one script: the locale's own, those of its script, Latin ones, and in Chinese, Japanese and Korean
// full-width ones. Groups are separated by one kind of separator and have exactly the sizes that the locale uses, the first
// one may be shorter and does not begin with nought; grouping may be missing. The fraction has at least one digit and no
// groups. The decimal sign may come first (.5) and not last. There is one sign at most: minus or plus before or after, or
// parentheses, which are a minus. There is no exponent. A number has 1,000 digits at most, its text 4,096 bytes.
//
// The separators are classes. A space, an apostrophe, a full-width dot or comma are what they stand for in every form that
// keyboards give them; "." and "," alone have opposite meanings somewhere, and there the locale decides.
//
// A percentage is a number with one percent sign before or after it; its value is the ratio.
//
// An amount is a number of 18 digits and 12 more of fraction at most, with marks before or after it: an ISO 4217 code, a
// sign, or a name in the locale's language. See Locale.Money for how they decide.
// The sign of the yen and the yuan is one, be it U+00A5 or the full-width U+FFE5.
//
// A refused number says in its Error.Hint by which other common separators it would be one, and what number; nothing is read.
//
// A day is written by one of the locale's CLDR patterns, with any of its names of months and weekdays, in either case, with
// or without full stop, or as three numbers with one separator. A year has four digits, 1800 to 2199; two need Pivot. First
// it is year, month, day in every locale. The order of other triples is the one in which the locale uses that separator; with
// a separator that it does not use, the day is ambiguous if it is a day in two orders. DateOrder settles all three
// separators. A weekday must be that of the day. Other calendars are ErrCalendar.
//
// A time of day is H:mm or H:mm:ss with up to nine digits of fraction, or written by one of the locale's patterns. By the
// 12-hour clock, hours go from 0 to 12, and the part of the day has exactly one of the two hours that this can be.
//
// A point in time is a day and a time, joined by a space, a comma and a space, T, or as the locale joins them, and perhaps
// an offset: Z, UTC, GMT, +01:00, +0100, +01. Without an offset it is local time in the zone that the caller names.
//
// # Speed
//
// There is one reader for all forms of all locales: the patterns, names and signs that For compiles from the tables. It tries
// every form, which is slow, so that three shortcuts stand before it. Numbers in the usual signs (latinText, plain), with a
// mark the locale itself writes (affixed), and dates of three numbers (triples) are read in one pass over their bytes. Any
// other day or time is read once by all forms; how texts of its shape are read is kept as a plan. A shortcut gives the answer
// of the full reader or none; the tests compare them for every locale. A new form therefore is a new pattern, and nothing else.
//
// # Concurrency
//
// A Locale, a Zone, an Encoding and an Option may be used by any number of goroutines, a Decoder by one. All other types
// are plain values.
//
// # Data
//
// The tables are generated from CLDR, release CLDRVersion: numbers, days and times for all of its locales, currency signs
// for all, currency names for the languages of package internal/cldr/generate. See LICENSES/Unicode-3.0.txt.
package normalize

//go:generate go run ../internal/cldr/generate ../internal/cldr/data . ../internal/lexicon/others

// Package normalize turns the text of one region's export into values, exactly or not at all.
//
// A Locale reads numbers, percentages, amounts of money, days, times of day and points in time, months and quarters, yes and no,
// countries, and company names; Decode and Decoder come before it and turn bytes of a declared encoding into UTF-8. The whole
// text is read or it is an *Error that says what is wrong and at which byte; a text with several readings is ErrAmbiguous with
// all of them, never the likeliest. What was read although the locale would write it otherwise is named in the result's Repairs,
// and so is what was assumed. Infer finds out which locale wrote a column; it declares nothing.
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
// A compact number is a number with one of the locale's words for a power of ten on the side where the locale has it, with a space
// or none, with or without full stop, in any case from three letters on; a number without a word is one too. A word that stands
// for several powers is ErrAmbiguous.
//
// An amount is a number of 18 digits and 12 more of fraction at most, with marks before or after it: an ISO 4217 code, a
// sign, or a name in the locale's language. See Locale.Money for how they decide. A sign that several currencies share is that of
// one only if it is that one's first sign, in this locale or in CLDR's root, and no other currency of a business locale or of the
// locale's own region has it. Letters that are the narrow sign of another currency alone prove nothing.
// The sign of the yen and the yuan is one, be it U+00A5 or the full-width U+FFE5. In Turkish the name may stand before the last
// digit if a code or sign before the number says the same; in Cape Verde "$" may stand in the place of the decimal sign.
//
// A compact amount has marks besides the word: on either side, joined with the word or not, and then the word may come first
// (US$m 5, T€ 500). A letter that may be sign or word is ambiguous if both readings leave nothing over. Money does not read such
// amounts, CompactMoney does.
//
// A refused number says in its Error.Hint by which other common separators it would be one, and what number; nothing is read.
//
// A day is written by one of the locale's CLDR patterns, with any of its names of months and weekdays, in either case, with
// or without full stop, or as three numbers with one separator, or as day, name and year or year, name and day with one
// separator (05-Mar-2026). Months are read in the spellings of customs/time.txt, too: Sept, Mrz, сен. A year has four digits, 1800 to
// 2199; two need Pivot. First it is year, month, day, but in the few locales that print year, day, month it is ambiguous. The
// order of other triples is the one in which the locale uses that separator; with a separator that it does not use, the day is
// ambiguous if it is a day in two orders. DateOrder settles all three separators. A weekday must be that of the day. A date of another
// calendar is never converted: it is ErrCalendar, and the hint names the calendar where an era, a month, the form of the year or
// its number tells it. With ExcelSerial, numbers are days of a date system, and fractions are times.
//
// A time of day is H:mm or H:mm:ss with up to nine digits of fraction, or written by one of the locale's patterns. By the
// 12-hour clock, hours go from 0 to 12, and the part of the day has exactly one of the two hours that this can be.
//
// A point in time is a day and a time, joined by a space, a comma and a space, T, or as the locale joins them, and perhaps
// an offset: Z, UTC, GMT, +01:00, +0100, +01, UTC+1. Behind that it may name its zone, perhaps in brackets (RFC 9557), by an IANA
// name or a name of Windows; it needs ZoneNames. The offset must be one that the zone has then, else ErrConflict; behind Z or
// -00:00 it is not compared. Abbreviations are ambiguous, also those that IANA has (EST, CET, MST). Without an offset or zone it is
// local time in the zone that the caller names.
//
// In the French of Cameroon, which writes the 12-hour clock without the part of the day, a time from 1 to 12 o'clock alone is
// ambiguous.
//
// A period is a year, or a year with a month, a quarter or a half-year: by one of CLDR's patterns, or in either order with a
// space, one of - . / , _, a word of the language, or nothing between. A month and a year as numbers need a year of four digits; then
// either order is plain, and six digits are year and month. Quarters have CLDR's names, Q1, 1Q, and what people write; the number
// may be Roman. A fiscal year has a mark (FY, GJ, 年度) or two years (2025/26); the calendar says when it starts, FiscalYears after
// which year it is named.
//
// Yes and no are true, false, 1, 0 and the locale's words; what could mean the opposite there is not read.
//
// A country is a code of ISO 3166-1 or a name in the locale's language, in either case, with other hyphens, with accents and full
// stops left out. A code that has given way to one other is read as that, to several it is ambiguous. Names in other languages
// are never tried. A text that is a code and a name of two countries is ambiguous; CountriesBy settles it.
//
// A key is the form by which equal texts are found: NFKC, case folded, spaces one, Latin and Greek accents off or spelt out by the
// language; other scripts keep their marks. A company is a name and at most one legal form, before, after or around it; the
// longest counts, a name is never emptied, and a form of several countries is that of the region given or not known whose. A
// company key is the key of the name, its letters, digits and symbols only.
//
// # Columns
//
// Infer reads a column by several locales and names the one convention that reads every cell, with the cells that exclude each
// other one. A cell read to different values by two conventions that nothing excludes is ErrAmbiguous; cells that no convention
// reads are listed. An order of dates is declared only where the locale alone leaves cells unread. Encodings lists by which
// encodings bytes are text; neither is a guess.
//
// # Speed
//
// There is one reader for all forms of all locales: the patterns, names and signs that are compiled from the tables when a text
// first needs them. It tries every form, which is slow, so that three shortcuts stand before it. Numbers in the usual signs
// (latinText, plain), with a mark the locale itself writes (affixed), and dates of three numbers (triples) are read in one pass
// over their bytes. Any other day or time is read once by all forms; how texts of its shape are read is kept as a plan. A shortcut
// gives the answer of the full reader or none; the tests compare them for every locale. A new form therefore is a new pattern, and
// nothing else; one that CLDR does not have is a line in customs/.
//
// # Concurrency
//
// A Locale, a Zone, an Encoding and an Option may be used by any number of goroutines, a Decoder by one. All other types
// are plain values.
//
// # Data
//
// The tables are generated from CLDR, release CLDRVersion. Signs and patterns are those of all of its locales. Names, which are
// most of the data, are those of the languages of the business locales (internal/cldr/generate/core.go), and of the currencies
// most used there; package allnames has all others. Without them a locale reads what has no names. See LICENSES/Unicode-3.0.txt.
package normalize

//go:generate go run ../internal/cldr/generate ../internal/cldr/data . ../internal/lexicon/others

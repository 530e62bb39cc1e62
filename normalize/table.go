package normalize

// The rows of the generated tables (tables_*.go), as CLDR has them. For compiles a locale from its rows.
type (
	// localeRow ties a locale to its parent and to its rows in the other tables.
	localeRow struct {
		tag, parent   string
		number, dates uint16
	}

	// scriptRow is the script that a language, or a language in a region, is likely written in.
	scriptRow struct{ tag, script string }

	// numberRow has the digit nought of the locale and of its script, the group sizes of numbers and of amounts ("3;2" is
	// #,##,##0) and the separators: the locale's own, those of its script's digits, of Latin digits, and of amounts of money.
	numberRow struct {
		zero, native              string
		minus                     string
		sizes, moneySizes         string
		own, script, latin, money separators
	}

	separators struct{ group, decimal string }

	// dateRow has CLDR date patterns and names: "|" separates the items of a list, "\n" the months, weekdays and parts of
	// the day. A part of the day is its name and its hours: "上午|0-11".
	dateRow struct{ patterns, times, glue, months, days, eras, periods string }

	// currencyRow has what a locale calls currencies: words that stand between a number and a name, and lines of code,
	// signs and names, separated by tabs, with "|" between several.
	currencyRow struct{ tag, units, lines string }
)

package cldr

// Locale is what one CLDR locale says, as far as the tables need it. Inherited values are resolved.
type Locale struct {
	Tag        string               `json:"tag"`
	Numbers    Numbers              `json:"numbers"`
	Currencies map[string]*Currency `json:"currencies"`
	Dates      Dates                `json:"dates"`
	Regions    map[string][]string  `json:"regions,omitempty"` // names of countries and territories by code
	Yes        []string             `json:"yes,omitempty"`     // words for yes and their first letters
	No         []string             `json:"no,omitempty"`
}

// Numbers is how a locale writes numbers.
type Numbers struct {
	Default string             `json:"default"` // its numbering system, such as latn
	Native  string             `json:"native"`  // the numbering system of its script
	Symbols map[string]Symbols `json:"symbols"` // by numbering system: the default, the native one, latn
	Units   []string           `json:"units"`   // how a number and a currency's name are joined, such as "{0} de {1}"
}

// Symbols are the signs and patterns of one numbering system.
type Symbols struct {
	Decimal         string   `json:"decimal"`
	Group           string   `json:"group"`
	CurrencyDecimal string   `json:"currencyDecimal,omitempty"`
	CurrencyGroup   string   `json:"currencyGroup,omitempty"`
	Minus           string   `json:"minus"`
	Percent         string   `json:"percent"`
	Patterns        []string `json:"patterns"` // decimal, percent, currency, accounting
	Compact         []string `json:"compact"`  // the power of ten that a pattern is for, a space, and the pattern: "4 00 Tsd'.'"
}

// Currency is what a locale calls one currency.
type Currency struct {
	Symbol string   `json:"symbol,omitempty"`
	Signs  []string `json:"signs,omitempty"` // narrow and variant symbols
	Names  []string `json:"names,omitempty"` // display name and plural forms
}

// Dates is how a locale writes days and times in the Gregorian calendar.
type Dates struct {
	Patterns []string          `json:"patterns"` // of whole days
	Spans    []string          `json:"spans"`    // of months and quarters
	Times    []string          `json:"times"`    // of times of day
	Glue     []string          `json:"glue"`     // how a day {1} and a time {0} are joined
	Months   [12][]string      `json:"months"`   // the forms of each month's name
	Days     [7][]string       `json:"days"`     // the same for weekdays, from Sunday
	Quarters [4][]string       `json:"quarters"` // the same for quarters
	Eras     []string          `json:"eras"`     // the names of the common era
	Periods  map[string]string `json:"periods"`  // names of parts of the day to the first and last hour, "0-11"
}

// Supplement is what holds across locales.
type Supplement struct {
	Parents    map[string]string `json:"parents"`    // explicit parents, where cutting the tag does not give it
	Likely     map[string]string `json:"likely"`     // a tag to its likely full form
	Digits     map[string]string `json:"digits"`     // numbering system to its ten digits
	Currencies []string          `json:"currencies"` // legal tender now or lately
	Codes      []string          `json:"codes"`      // every currency code ever given
	Tender     map[string]string `json:"tender"`     // a region to the codes that are legal tender in it now, "BTN INR"
	Root       Locale            `json:"root"`       // what locales without a parent inherit: currency signs
	Windows    []Zone            `json:"windows"`    // in the order of CLDR
	Regions    map[string]string `json:"regions"`    // a region's two letters to its three letters and its number, "DEU 276"
	Aliases    map[string]string `json:"aliases"`    // a withdrawn region code to the one region that took its place
}

// Zone is a time zone of Windows in one territory, 001 for the world, with its IANA names, the usual one first.
type Zone struct{ Name, Territory, IANA string }

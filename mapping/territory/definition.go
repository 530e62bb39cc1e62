package territory

import (
	"time"

	"github.com/koine-go/koine/funnel"
)

// Definition says which accounts each territory claims. It is data; Compile proves it and makes it ready, and then nobody may change it; many may read
// it. The zero value and nil lack all that is required.
type Definition struct {
	File        string // as given to Read, for messages
	Name        string
	Version     string
	Zone        *time.Location // of the days on which claims begin and end
	Open        bool           // accounts of the universe may belong to no territory
	Universe    []Market       // none: nothing is proved of gaps
	Territories []Territory
}

// String returns the name and the version, such as EMEA@2026.1; none for nil.
func (d *Definition) String() string {
	if d == nil {
		return ""
	}
	return d.Name + "@" + d.Version
}

// Territory is what one key stands for: the accounts that any of its claims wins. The zero value claims nothing and does not compile.
type Territory struct {
	Key    string
	Claims []Claim
	Line   int // in the definition; 0 for a territory made in a program
}

// Claim matches the accounts that all its lists hold for, from the day From up to but not on the day To, in the definition's zone; a list or a day
// that is not given does not limit. What is unknown of an account is in no list. The zero value claims nothing and does not compile.
type Claim struct {
	Accounts  []string // ids
	Countries []string // ISO 3166-1 alpha-2
	Regions   []string
	Postal    []string // beginnings of postal codes in each of Countries, which are then required
	Segments  []string
	Rest      bool // every account; then there are no lists
	From, To  funnel.Date
	Note      string
	Line      int // in the definition; 0 for a claim made in a program
}

// Market is a part of the universe in which the organisation sells: the accounts that all its lists hold for, from the day From up to but not on the
// day To. What is not given may be anything, even unknown. The zero value is every account there can be, at all times.
type Market struct {
	Countries []string // ISO 3166-1 alpha-2
	Regions   []string
	Postal    []string // shapes of postal codes in each of Countries: 9 a digit, A a letter, X either, and at the end * for any more of them
	Segments  []string
	From, To  funnel.Date
	Line      int // in the definition; 0 for a market made in a program
}

// Account is what claims look at, each as the definition spells it; spaces, hyphens and the case of a postal code do not matter. An empty text is
// unknown. The zero value is an account of which nothing is known.
type Account struct {
	ID      string `json:"id,omitempty"`
	Country string `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Region  string `json:"region,omitempty"`
	Postal  string `json:"postal,omitempty"`
	Segment string `json:"segment,omitempty"`
}

// String lists what is known, such as `country DE, postal code 80331`; it says so where nothing is.
func (a Account) String() string {
	s := ""
	for _, part := range [...]struct{ name, value string }{
		{"account", a.ID}, {"country", a.Country}, {"region", a.Region}, {"postal code", a.Postal}, {"segment", a.Segment},
	} {
		switch {
		case part.value == "":
		case s == "":
			s = part.name + " " + named(part.value)
		default:
			s += ", " + part.name + " " + named(part.value)
		}
	}
	if s == "" {
		return "an account of which nothing is known"
	}
	return s
}

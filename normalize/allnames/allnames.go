// Package allnames has the names of months and weekdays, of countries, and of all currencies that are or lately were legal tender, in
// every locale of CLDR. Package normalize itself has those of the languages that most deals are written in, and of the currencies that most are in;
// a program that reads others passes this table:
//
//	l, err := normalize.For(language.Swahili, allnames.Table())
//
// It adds some 720 kB to a program, which is why it is a package of its own.
package allnames

import (
	"github.com/koine-go/koine/internal/lexicon/others"
	"github.com/koine-go/koine/normalize"
)

// Table is the option that makes the names known. It may be used any number of times, by any number of goroutines.
func Table() normalize.Option { return normalize.Names(others.Table()) }

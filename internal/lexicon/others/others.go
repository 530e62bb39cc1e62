// Package others has the names of the locales that package normalize itself has none of, and the names of all currencies in
// every locale. It is apart from package allnames so that the tests of normalize can use it.
package others

import "github.com/koine-go/koine/internal/lexicon"

// Table returns the table.
func Table() *lexicon.Table {
	return &lexicon.Table{Words: &wordsPack, Currencies: &currenciesPack, Regions: &regionsPack}
}

package normalize

import (
	"testing"
	"unsafe"
)

// What the tables of CLDR add to a program that uses all of them, as bytes of text and of the rows that hold it: a quarter of a
// megabyte at most. A program has those alone that it uses.
func TestTablesAreSmall(t *testing.T) {
	header := int(unsafe.Sizeof(""))
	total := len(*wordsPack.Bytes) + len(*currenciesPack.Bytes) + len(*regionsPack.Bytes) +
		len(scripts) + len(patternText) + 2*len(patternEnds) + len(currencyCodes) + len(coreCurrencies) + len(tender) + len(regionCodes) + len(regionAliases) + len(windowsZones)
	for _, row := range localeRows {
		total += len(row.tag) + int(unsafe.Sizeof(row))
	}
	for _, rows := range [][]string{numberRows[:], compactRows[:], dateRows[:], signRows[:]} {
		for _, row := range rows {
			total += len(row) + header
		}
	}
	for _, index := range [...]int{len(wordsPack.Index), len(currenciesPack.Index), len(regionsPack.Index)} {
		total += index * int(unsafe.Sizeof(wordsPack.Index[0]))
	}
	if total > 250_000 {
		t.Errorf("the tables take %d bytes", total)
	}
	if total < 100_000 {
		t.Errorf("the tables take %d bytes, which cannot be all", total)
	}
	t.Logf("%d bytes", total)
}

package normalize

import (
	"cmp"
	"strings"
)

// wholeWorld is the territory of a Windows zone's usual reading.
const wholeWorld = "001"

// WindowsZone returns the IANA name of a time zone of Windows, such as "W. Europe Standard Time", as CLDR has it: the usual
// one in a region, else the usual one of all. A Windows zone is a whole set of rules, summer time included, whatever its
// name says; regions that share one have the same time today, so that the region matters for the past alone. The name is
// the key that Windows uses in every language, in its own case; display names such as "(UTC+01:00) Amsterdam, Berlin" are
// not one. Some IANA names are CLDR's older ones, such as Asia/Calcutta, which package time/tzdata has.
func WindowsZone(name string, in Region) (iana string, ok bool) {
	list, ok := windowsLine(name, in.String())
	if !ok {
		list, ok = windowsLine(name, wholeWorld)
	}
	iana, _, _ = strings.Cut(list, " ")
	return iana, ok
}

// windowsLine searches the table, which is sorted by name and territory, for the IANA names of a zone, the usual one first.
func windowsLine(name, territory string) (list string, ok bool) {
	lo, hi := 0, len(windowsZones)
	for lo < hi {
		mid := (lo + hi) / 2
		start := lo + strings.LastIndexByte(windowsZones[lo:mid], '\n') + 1
		line, _, _ := strings.Cut(windowsZones[start:hi], "\n")
		isName, rest, _ := strings.Cut(line, "\t")
		isTerritory, list, _ := strings.Cut(rest, "\t")
		switch order := cmp.Or(strings.Compare(isName, name), strings.Compare(isTerritory, territory)); {
		case order == 0:
			return list, true
		case order < 0:
			lo = start + len(line) + 1
		default:
			hi = start
		}
	}
	return "", false
}

package normalize

import "strings"

// WindowsZone returns the IANA name of a time zone of Windows, such as "W. Europe Standard Time", as CLDR has it: the usual
// one in a region, else the usual one of all. A Windows zone is a whole set of rules, summer time included, whatever its
// name says; regions that share one have the same time today, so that the region matters for the past alone. The name is
// the key that Windows uses in every language, in its own case; display names such as "(UTC+01:00) Amsterdam, Berlin" are
// not one. Some IANA names are CLDR's older ones, such as Asia/Calcutta, which package time/tzdata has.
func WindowsZone(name string, in Region) (iana string, ok bool) {
	for line := range strings.SplitSeq(windowsZones, "\n") {
		own, rest, _ := strings.Cut(line, "\t")
		if own != name || name == "" {
			continue
		}
		usual, regions, _ := strings.Cut(rest, "\t")
		for other := range strings.SplitSeq(regions, "\t") {
			if region, zone, _ := strings.Cut(other, " "); region == in.String() && zone != "" {
				return zone, true
			}
		}
		return usual, true
	}
	return "", false
}

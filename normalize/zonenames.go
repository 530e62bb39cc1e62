package normalize

import (
	"maps"
	"sync/atomic"
	"time"
)

// ZoneNames lets the text of a point in time name its zone, as in "05.03.2026 14:30 Europe/Berlin": by an IANA name, or by
// a zone of Windows, which is read as WindowsZone says for the locale's region. load finds a zone by its IANA name, as
// time.LoadLocation does; an error or nil means that there is none. It gets the name as the text has it, and only what can
// be one: parts of letters, digits, "_", "+" and "-" between slashes, the first one beginning with a capital, at most 64
// bytes; never "Local". Zones that it finds are remembered; it may be called by several goroutines at once. Without this
// option, or with nil, a text that names a zone is ErrSyntax.
func ZoneNames(load func(name string) (*time.Location, error)) Option {
	return func(p *options) {
		p.zones = nil
		if load != nil {
			p.zones = &zoneNames{load: load}
		}
	}
}

// zoneNames finds the zones that texts name, and remembers them under the names that the texts use.
type zoneNames struct {
	load  func(name string) (*time.Location, error)
	known atomic.Pointer[map[string]*Zone] // never changed, only exchanged
}

// maxZoneNames bounds the memory of one locale; there are fewer names. Further ones are loaded each time.
const maxZoneNames = 1024

// find returns a zone that is remembered, nil for another.
func (n *zoneNames) find(name []byte) *Zone {
	if n == nil {
		return nil
	}
	if known := n.known.Load(); known != nil {
		return (*known)[string(name)]
	}
	return nil
}

// resolve returns the zone of a name, nil if there is none.
func (n *zoneNames) resolve(name string, in Region) *Zone {
	if z := n.find([]byte(name)); z != nil {
		return z
	}
	iana, ok := WindowsZone(name, in)
	if !ok {
		iana = name
	}
	if !isZoneName(iana) {
		return nil
	}
	location, err := n.load(iana)
	if err != nil || location == nil {
		return nil
	}
	return n.learn(name, location)
}

// learn lays a zone out and remembers it; a zone too many is left to package time.
func (n *zoneNames) learn(name string, location *time.Location) *Zone {
	old := n.known.Load()
	if old != nil && len(*old) >= maxZoneNames {
		return &Zone{location: location}
	}
	z := NewZone(location)
	next := map[string]*Zone{}
	if old != nil {
		next = maps.Clone(*old)
	}
	next[name] = z
	n.known.CompareAndSwap(old, &next) // if another came first, the name is learnt the next time
	return z
}

// maxZoneName is twice as long as any IANA name.
const maxZoneName = 64

// isZoneName tells whether a text can be the IANA name of a zone that is the same everywhere. Files that machines keep
// beside the zones, such as localtime, right/Europe/Berlin and posixrules, begin with a small letter; "Local" and "Factory"
// are whatever a machine is set to, or nothing. An abbreviation is none, though IANA has EST, CET and MST.
func isZoneName(s string) bool {
	if len(s) < 3 || len(s) > maxZoneName || s[0] < 'A' || s[0] > 'Z' || s == "Local" || s == "Factory" || isAbbreviation([]byte(s)) {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c-'0' <= 9 || c == '_' || c == '+' || c == '-':
		case c == '/' && i+1 < len(s) && s[i-1] != '/':
		default:
			return false
		}
	}
	return true
}

package territory

import "testing"

func TestOfDoesNotAllocate(t *testing.T) {
	s := mustCompile(t, documented(t))
	at := on("2026-03-01")
	for _, a := range []Account{
		{ID: "C-1001", Country: "DE", Postal: "80331"}, {ID: "9", Country: "DE", Postal: "D 97-070 and more than a prefix", Segment: "industry"},
		{ID: "9", Country: "DE", Postal: "d 97-070", Segment: "industry"}, {Country: "FR"},
	} {
		if n := testing.AllocsPerRun(100, func() { s.Of(a, at) }); n != 0 {
			t.Errorf("%v: %v allocations", a, n)
		}
	}
	named := mustCompile(t, head+claimOf("a", "accounts = ['1']\ncountries = ['DE']\npostal = ['8', '90']"))
	if n := testing.AllocsPerRun(100, func() { named.Of(Account{ID: "1", Country: "DE", Postal: "90 331"}, at) }); n != 0 {
		t.Errorf("of a named account: %v allocations", n)
	}
}

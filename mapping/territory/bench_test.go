package territory

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// manyClaims is a definition of n claims: territories of two-digit areas in ten countries, each by segment, and some named accounts.
func manyClaims(n int) string {
	countries := []string{"AT", "BE", "CH", "DE", "ES", "FR", "IT", "NL", "PL", "SE"}
	var b strings.Builder
	b.WriteString(head)
	for i := range n {
		lists := fmt.Sprintf("countries = ['%s']\npostal = ['%02d']\nsegments = ['s%d']", countries[i%10], i/10%100, i/1000)
		if i%100 == 99 {
			lists = fmt.Sprintf("accounts = ['C-%d', 'C-%d']", i, i+1)
		}
		b.WriteString(claimOf(fmt.Sprintf("t%d", i), lists))
	}
	return b.String()
}

func BenchmarkOf(b *testing.B) {
	for _, c := range []struct {
		name    string
		account Account
	}{
		{"prefix", Account{ID: "9", Country: "DE", Postal: "42-331", Segment: "s1"}},
		{"named", Account{ID: "C-1999", Country: "DE", Postal: "42-331", Segment: "s1"}},
		{"none", Account{ID: "9", Country: "GB", Postal: "SW1A 1AA"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := mustCompile(b, manyClaims(2_000))
			at := on("2026-03-01")
			b.ReportAllocs()
			for b.Loop() {
				s.Of(c.account, at)
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d, err := Read("t.toml", strings.NewReader(manyClaims(n)), time.LoadLocation)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := Compile(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

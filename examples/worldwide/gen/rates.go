package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// rates writes fx_rate records: a spot rate into euros for the first of every month, and the plan rates of 2026. They are drawn near
// plausible values and are nobody's rates.
func rates() []byte {
	var b strings.Builder
	r := rand.New(rand.NewPCG(2026, 978))
	for _, c := range []struct {
		code string
		rate int64 // millionths of a euro
	}{{"CNY", 120400}, {"INR", 9810}, {"SEK", 90900}, {"USD", 856000}} {
		plan := c.rate
		for month := range 10 {
			day := time.Date(2025, time.July+time.Month(month), 1, 0, 0, 0, 0, time.UTC)
			fmt.Fprintf(&b, `{"record":"fx_rate","from":%q,"to":"EUR","kind":"spot","date":%q,"rate":%q}`+"\n", c.code, day.Format("2006-01-02"), millionths(c.rate))
			c.rate += c.rate * int64(r.IntN(31)-15) / 1000
		}
		fmt.Fprintf(&b, `{"record":"fx_rate","from":%q,"to":"EUR","kind":"plan","period":["2026-01-01","2027-01-01"],"rate":%q}`+"\n", c.code, millionths(plan))
	}
	return []byte(b.String())
}

func millionths(n int64) string { return fmt.Sprintf("%d.%06d", n/1000000, n%1000000) }

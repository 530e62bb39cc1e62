package kpi_test

import (
	"crypto/sha256"
	"testing"
)

// FuzzUnmarshal forges forms with a right hash: a report never panics on one and never reads half of it, and what it accepts it writes the same.
func FuzzUnmarshal(f *testing.F) {
	form := []byte(binaryOf(binaryReport(golden())))
	f.Add(form[:len(form)-sha256.Size])
	empty := []byte(binaryOf(binaryReport(nil)))
	f.Add(empty[:len(empty)-sha256.Size])
	steady := []byte(binaryOf(binaryReport(steadyDeals(50))))
	f.Add(steady[:len(steady)-sha256.Size])
	f.Fuzz(func(t *testing.T, body []byte) {
		if problem := readsWhole(sealed(body)); problem != "" {
			t.Error(problem)
		}
	})
}

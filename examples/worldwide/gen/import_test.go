package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/mapping"
)

// tally is what an import should make, or made, of one entity's files.
type tally struct{ deals, dealsRefused, events, eventsRefused, emptied, unweighed int }

// The ledger says how each fault is to be read; the profiles and the import must come to exactly these counts, no more and no fewer.
func TestImportAsTheLedgerSays(t *testing.T) {
	for _, export := range []func(*ledger) []*sheet{germany, india, china, america, sweden} {
		var l ledger
		sheets := export(&l)
		entity, _, _ := strings.Cut(sheets[0].path, "/")
		t.Run(entity, func(t *testing.T) {
			if got, want := imported(t, entity, sheets), planned(&l, sheets); got != want {
				t.Errorf("imported %+v, planned %+v", got, want)
			}
		})
	}
}

// planned adds up the ledger. The events of a refused deal are refused with it.
func planned(l *ledger, sheets []*sheet) tally {
	deals, history := sheets[0], sheets[1]
	var p tally
	for _, e := range l.entries {
		n := len(e.ids)
		if strings.HasSuffix(e.reading, "not weighed") {
			p.unweighed += n
		}
		switch {
		case strings.HasPrefix(e.reading, "cell empty"):
			p.emptied += n
		case e.reading == "event refused", e.reading == "one kept, one refused" && e.path == history.path:
			p.eventsRefused += n
		case e.reading == "one kept, one refused":
			p.dealsRefused += n
		case strings.HasPrefix(e.reading, "both refused"):
			p.dealsRefused += 2 * n
			p.eventsRefused += history.count(e.ids)
		case strings.HasPrefix(e.reading, "row refused"):
			p.dealsRefused += n
			p.eventsRefused += history.count(e.ids)
		}
	}
	p.deals, p.events = len(deals.rows)-p.dealsRefused, len(history.rows)-p.eventsRefused
	if !slices.Contains(deals.header, "Wahrscheinlichkeit") && !slices.Contains(deals.header, "Probability (%)") {
		p.unweighed = p.deals
	}
	return p
}

func (s *sheet) count(deals []string) int {
	n := 0
	for _, d := range deals {
		for _, r := range s.rows {
			if r.deal == d {
				n++
			}
		}
	}
	return n
}

func imported(t *testing.T, entity string, sheets []*sheet) tally {
	var emptied, unweighed int
	files := mapping.Files{Deals: reader(t, sheets[0]), History: reader(t, sheets[1])}
	if len(sheets) > 2 {
		files.Lookups = map[string]io.Reader{"owners": reader(t, sheets[2])}
	}
	m, err := compiled(t, entity).Import(files, mapping.Options{Finding: func(f mapping.Finding) {
		t.Log(f)
		if f.Fate() == mapping.SetAside {
			emptied++
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	for d, err := range m.Deals() {
		if err != nil {
			t.Fatal(err)
		}
		if !d.Probability.Valid() {
			unweighed++
		}
	}
	c := m.Counts()
	return tally{c.Deals, c.DealsRefused, c.Events, c.HistoryRefused, emptied, unweighed}
}

func compiled(t *testing.T, entity string) *mapping.Set {
	f, err := os.Open(filepath.Join("..", "data", entity, "profile.toml"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := mapping.ReadProfile(entity+"/profile.toml", f, time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	s, err := mapping.Compile(p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func reader(t *testing.T, s *sheet) io.Reader {
	data, err := s.bytes()
	if err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(data)
}

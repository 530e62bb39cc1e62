package mapping

import (
	"compress/gzip"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
)

func TestReadECB(t *testing.T) {
	rates, err := ReadECB(strings.NewReader("Date,USD,JPY,CYP,\n2026-04-13,1.1684,186.75,N/A,\n2026-04-10,1.1711,,N/A,\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rates {
		got = append(got, r.String())
	}
	want := "1 EUR = 1.1684 USD (spot 2026-04-13); 1 EUR = 186.75 JPY (spot 2026-04-13); 1 EUR = 1.1711 USD (spot 2026-04-10)"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// Bad cells and rows are reported with line and column, and the rest is read.
func TestECBFaults(t *testing.T) {
	rates, err := ReadECB(strings.NewReader("Date,USD,yen,SEK,SEK,\n2026-04-13,x,1,10.8,1,\n2026-02-30,1,1,1,1,\n2026-04-10,-1,1,10.9,1,\n2026-04-09,1\n2026-04-08,1e9,,0,,\n"))
	if len(rates) != 2 || rates[1].Date != funnel.MustDate("2026-04-10") {
		t.Errorf("got %v", rates)
	}
	for _, want := range []struct {
		line   int
		column string
		err    error
	}{
		{1, "yen", funnel.ErrCurrency}, {1, "SEK", ErrTwice}, {2, "USD", funnel.ErrRate}, {3, "Date", funnel.ErrDate},
		{4, "USD", funnel.ErrRate}, {5, "", ErrCells}, {6, "USD", funnel.ErrRate}, {6, "SEK", funnel.ErrRate},
	} {
		wantError(t, err, "rates", want.line, want.column, want.err)
	}
	if _, err := ReadECB(strings.NewReader("Day;USD\n")); !errors.Is(err, ErrMissing) {
		t.Errorf("got %v", err)
	}
}

// The history of all reference rates, when it is at hand.
func TestReadECBHistory(t *testing.T) {
	const name = "../../shared/data/ecb-fx/eurofxref-hist.csv.gz"
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	rates, err := ReadECB(z)
	if err != nil || len(rates) < 200_000 {
		t.Fatalf("%d rates, %v", len(rates), err)
	}
	table, err := funnel.NewRates(rates)
	if err != nil {
		t.Fatal(err)
	}
	eur := funnel.MustCurrency("EUR")
	r, ok := table.Series(eur, funnel.MustCurrency("USD"), funnel.Spot).On(funnel.MustDate("2026-04-12"))
	if !ok || r.String() != "1 EUR = 1.1711 USD (spot 2026-04-10)" {
		t.Errorf("got %v", r)
	}
}

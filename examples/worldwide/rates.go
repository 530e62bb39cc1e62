package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi/exchange"
	"github.com/koine-go/koine/mapping"
)

// ownRates are the rates of the five exports.
const ownRates = "data/rates.jsonl"

// readRates reads exchange rates from a file, gzipped or not: fx_rate JSON lines, or the wide daily CSV of the ECB, which the first character tells apart.
// Inverses and crosses into the currency are derived where the file does not quote it directly (ruling Q31a). Lines that cannot be read are left out
// and returned as faults.
func readRates(in io.Reader, into funnel.Currency) (rates *funnel.Rates, faults, err error) {
	if in, err = unzipped(in); err != nil {
		return nil, nil, err
	}
	b := bufio.NewReader(in)
	first, err := firstCharacter(b)
	if err != nil {
		return nil, nil, errors.New("no rates")
	}
	read := mapping.ReadECB
	if first == '{' {
		read = jsonRates
	}
	list, faults := read(b)
	if len(list) == 0 && faults != nil {
		return nil, nil, faults
	}
	if rates, err = funnel.NewRates(list); err != nil {
		return nil, faults, err
	}
	rates, err = rates.Into(into)
	return rates, faults, err
}

// firstCharacter skips a byte order mark and blank space and looks at what comes first.
func firstCharacter(b *bufio.Reader) (rune, error) {
	for {
		r, _, err := b.ReadRune()
		if err != nil {
			return 0, err
		}
		if r != '\uFEFF' && !unicode.IsSpace(r) {
			return r, b.UnreadRune()
		}
	}
}

func jsonRates(in io.Reader) ([]funnel.Rate, error) {
	list, faults, err := exchange.ReadRates(in, 0)
	for _, f := range faults {
		err = errors.Join(err, f)
	}
	return list, err
}

func unzipped(in io.Reader) (io.Reader, error) {
	b := bufio.NewReader(in)
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		return gzip.NewReader(b)
	}
	return b, nil
}

// ratesOf opens the file of the -rates flag; without one the five exports have their own, and other files have none.
func (s *settings) ratesOf(file string, own bool, stderr io.Writer) (*funnel.Rates, error) {
	if file == "" && !own {
		return nil, nil
	}
	var in io.ReadCloser
	var err error
	if file == "" {
		file = ownRates
		in, err = exports.Open(file)
	} else {
		in, err = os.Open(file)
	}
	if err != nil {
		return nil, err
	}
	defer in.Close()
	rates, faults, err := readRates(in, s.view.Currency)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if faults != nil {
		fmt.Fprintf(stderr, "worldwide: %s: left out: %v\n", file, faults)
	}
	return rates, nil
}

// Command gen writes the example data of examples/worldwide: the exports of five selling entities as their CRMs would write them,
// the rates to compare them by, and a README that lists every fault put in. Everything in it is invented. The same program writes
// the same bytes on every machine: it draws whole numbers from seeded generators and asks no clock.
//
// Run it from examples/worldwide:
//
//	go run ./gen
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// file is one file below the data folder.
type file struct {
	path string
	data []byte
}

func main() {
	if err := write("data"); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func write(folder string) error {
	files, err := generate()
	if err != nil {
		return err
	}
	for _, f := range files {
		path := filepath.Join(folder, filepath.FromSlash(f.path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// generate makes all files; the ledger that the five exports fill becomes the README, so that the two cannot disagree.
func generate() ([]file, error) {
	var l ledger
	var files []file
	for _, export := range []func(*ledger) []*sheet{germany, india, china, america, sweden} {
		for _, s := range export(&l) {
			data, err := s.bytes()
			if err != nil {
				return nil, err
			}
			files = append(files, file{s.path, data})
		}
	}
	files = append(files, file{"rates.jsonl", rates()})
	return append(files, file{"README.md", l.readme()}), nil
}

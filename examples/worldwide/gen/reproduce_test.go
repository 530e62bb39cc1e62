package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The committed files are the generator's own, byte for byte: an edit by hand or a draw that depends on the machine shows here.
func TestReproduce(t *testing.T) {
	files, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		got, err := os.ReadFile(filepath.Join("..", "data", filepath.FromSlash(f.path)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, f.data) {
			t.Errorf("data/%s differs from what the generator writes; run `go run ./gen` in examples/worldwide", f.path)
		}
	}
}

package cldr

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestWriteRead(t *testing.T) {
	dir := t.TempDir()
	locales := []Locale{{Tag: "de", Numbers: Numbers{Default: "latn", Native: "latn"}, Currencies: map[string]*Currency{"EUR": {Symbol: "€"}}}}
	s := Supplement{Parents: map[string]string{"en-150": "en-001"}, Codes: []string{"EUR"}}
	if err := Write(dir, locales, s); err != nil {
		t.Fatal(err)
	}
	gotLocales, gotSupplement, err := Read(dir)
	if err != nil || !reflect.DeepEqual(gotSupplement, s) || len(gotLocales) != 1 || gotLocales[0].Currencies["EUR"].Symbol != "€" {
		t.Errorf("got %v, %v, %v", gotLocales, gotSupplement, err)
	}
}

// A changed file must not become tables.
func TestReadChecksTheDigest(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, nil, Supplement{}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, localesFile)
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)-1] ^= 1
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Read(dir); !errors.Is(err, ErrDigest) {
		t.Errorf("got %v", err)
	}
}

// The committed extract is whole.
func TestExtract(t *testing.T) {
	locales, s, err := Read("data")
	if err != nil {
		t.Fatal(err)
	}
	if len(locales) < 700 || len(s.Currencies) < 150 || len(s.Codes) < 300 {
		t.Errorf("%d locales, %d currencies of %d", len(locales), len(s.Currencies), len(s.Codes))
	}
}

package cldr

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// The files of an extract.
const (
	localesFile    = "locales.jsonl.gz"
	supplementFile = "supplement.json.gz"
	digestFile     = "SHA256SUMS"
)

// ErrDigest says that a file of the extract is not the one that was written.
var ErrDigest = errors.New("cldr: the extract does not match its digest")

// Write stores an extract in the folder dir, with its digest.
func Write(dir string, locales []Locale, s Supplement) error {
	var lines bytes.Buffer
	enc := json.NewEncoder(&lines)
	enc.SetEscapeHTML(false)
	for _, l := range locales {
		if err := enc.Encode(l); err != nil {
			return err
		}
	}
	supplement, err := json.Marshal(s)
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, f := range []struct {
		name string
		text []byte
	}{{localesFile, lines.Bytes()}, {supplementFile, supplement}} {
		packed, err := pack(f.text)
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%s  %s\n", digest(packed), f.name)
		if err := os.WriteFile(filepath.Join(dir, f.name), packed, 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, digestFile), []byte(sums.String()), 0o644)
}

// Read loads the extract in the folder dir. A file that does not match its digest is an ErrDigest.
func Read(dir string) ([]Locale, Supplement, error) {
	var s Supplement
	sums, err := os.ReadFile(filepath.Join(dir, digestFile))
	if err != nil {
		return nil, s, err
	}
	supplement, err := load(dir, supplementFile, string(sums))
	if err != nil {
		return nil, s, err
	}
	if err := json.Unmarshal(supplement, &s); err != nil {
		return nil, s, err
	}
	lines, err := load(dir, localesFile, string(sums))
	if err != nil {
		return nil, s, err
	}
	var locales []Locale
	for dec := json.NewDecoder(bytes.NewReader(lines)); ; {
		var l Locale
		if err := dec.Decode(&l); err == io.EOF {
			return locales, s, nil
		} else if err != nil {
			return nil, s, err
		}
		locales = append(locales, l)
	}
}

func load(dir, name, sums string) ([]byte, error) {
	packed, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	if !strings.Contains(sums, digest(packed)+"  "+name+"\n") {
		return nil, fmt.Errorf("%w: %s", ErrDigest, name)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func pack(text []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// page runs the program from the root of the repository.
func page(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out, faults bytes.Buffer
	err := run(args, &out, &faults)
	return out.String(), err
}

// TestPage freezes the page that the program prints without flags. A change of it is a change of what readers are shown: look at it, then write
// it with KOINE_FREEZE=1.
func TestPage(t *testing.T) {
	t.Chdir("../..")
	const file = "examples/diff/testdata/page.txt"
	got, err := page(t)
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("KOINE_FREEZE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the page differs from %s:\n%s", file, got)
	}
}

// rewritten writes the second version of DE with a change and returns the flags that compare it.
func rewritten(t *testing.T, old, new string) []string {
	t.Helper()
	text, err := os.ReadFile(ownVersion)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		t.Fatalf("the profile has no %q", old)
	}
	file := filepath.Join(t.TempDir(), "new.toml")
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), old, new, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	return []string{"-before", ownData + "profile.toml", "-after", ownData + "profile.toml", "-after", file, "-deals", ownData + "deals.csv", "-history", ownData + "history.csv"}
}

// TestUnwon drops the word for a won deal from the new version, as whoever renames a status in the CRM does: the orders of the year are gone, and that is
// said and fails.
func TestUnwon(t *testing.T) {
	t.Chdir("../..")
	args := rewritten(t, `["Gewonnen"]`, `["Auftrag erteilt"]`)
	got, err := page(t, args...)
	if !errors.Is(err, errUnwon) || !strings.Contains(got, "!!! 14 DEALS WON BEFORE AND NOT AFTER") || !strings.Contains(got, "V-20060   won          > open") {
		t.Errorf("got %v and\n%s", err, got)
	}
	if allowed, err := page(t, append(args, "-allow")...); err != nil || allowed != got {
		t.Errorf("with -allow: %v", err)
	}
	args = rewritten(t, `["Zurückgestellt"] }
set  = { status = "no_decision" }`, `["Zurückgestellt"] }
set  = { status = "won" }`)
	if got, err := page(t, args...); err != nil || !strings.Contains(got, "DEALS WON AFTER AND NOT BEFORE") {
		t.Errorf("got %v and\n%s", err, got)
	}
}

// TestNothingChanges compares a profile with itself.
func TestNothingChanges(t *testing.T) {
	t.Chdir("../..")
	got, err := page(t, "-before", ownData+"profile.toml", "-after", ownData+"profile.toml", "-deals", ownData+"deals.csv")
	if err != nil || !strings.Contains(got, "0 of 158 deals are mapped differently") || !strings.Contains(got, "none changes") {
		t.Errorf("got %v and\n%s", err, got)
	}
}

// TestRefused checks that what cannot be done is said and nothing printed.
func TestRefused(t *testing.T) {
	t.Chdir("../..")
	files := []string{"-before", ownData + "profile.toml", "-after", ownData + "profile.toml", "-deals", ownData + "deals.csv"}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-before", "x.toml"}, "belong together"},
		{[]string{"-before", "x.toml", "-after", "y.toml", "-deals", "z.csv"}, "x.toml"},
		{append([]string{"-after", ownVersion, "-after", ownVersion}, files...), "given twice"},
		{append([]string{"-history", "missing.csv"}, files...), "missing.csv"},
		{append([]string{"-lookup", "a"}, files...), "want NAME=FILE"},
		{append([]string{"-lookup", "a=" + ownData + "deals.csv"}, files...), "not a look-up"},
		{[]string{"-period", "2026"}, "not a period"},
		{[]string{"-as-of", "2026-02-30"}, "not a day"},
		{[]string{"-exported", "soon"}, "not a day"},
		{[]string{"-zone", "Local"}, "name the zone"},
		{[]string{"-currency", "euro"}, "not a currency"},
		{[]string{"leftover"}, "leftover"},
	} {
		if got, err := page(t, c.args...); err == nil || !strings.Contains(err.Error(), c.want) || got != "" {
			t.Errorf("%v: got %v, want %q", c.args, err, c.want)
		}
	}
}

package koine

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestREADME compiles and runs the first program of the README, and compares what it prints with what the README says. In .ci/first a module of
// its own does the same, as a new user's would.
func TestREADME(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	program, want := block(t, string(text), "go"), block(t, string(text), "text")
	source, err := os.ReadFile(filepath.Join("examples", "first", "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	if program != string(source) {
		t.Error("the program of the README is not examples/first/main.go")
	}
	if lines := strings.Count(program[strings.Index(program, "func main"):], "\n"); lines > 14 {
		t.Errorf("the first KPI takes %d lines", lines)
	}
	got, err := exec.Command("go", "run", "./examples/first").Output()
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("the program prints %q, the README says %q", got, want)
	}
}

// block returns the first fenced block of a language.
func block(t *testing.T, text, language string) string {
	t.Helper()
	_, after, found := strings.Cut(text, "```"+language+"\n")
	body, _, closed := strings.Cut(after, "```")
	if !found || !closed {
		t.Fatalf("README.md has no block of %s", language)
	}
	return body
}

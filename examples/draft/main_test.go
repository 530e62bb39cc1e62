package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/mapping"
)

const germany = "../worldwide/data/DE/"

// The draft is for a person to finish: it is refused as a profile for its questions alone.
func TestDraft(t *testing.T) {
	var text, errs bytes.Buffer
	if err := run([]string{germany + "deals.csv", "-history", germany + "history.csv", "-name", "DE", "-zone", "Europe/Berlin", "-locale", "de-DE"}, &text, &errs); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"name = \"DE\"", "encoding = \"windows-1252\"", "stage_label = { column = \"Phase\" }", "when = { status_label = [\"Verloren\"] }", "[[questions]]"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %s in\n%s", want, text.String())
		}
	}
	_, err := mapping.ReadProfile("draft.toml", &text, time.LoadLocation)
	faults, _ := err.(interface{ Unwrap() []error })
	if faults == nil {
		t.Fatal(err)
	}
	for _, fault := range faults.Unwrap() {
		if !errors.Is(fault, mapping.ErrOpenQuestion) {
			t.Error(fault)
		}
	}
}

func TestProposals(t *testing.T) {
	var text bytes.Buffer
	if err := run([]string{"-json", germany + "deals.csv"}, &text, &text); err != nil {
		t.Fatal(err)
	}
	var list []struct {
		What, Proposed string
		Sure           *bool
	}
	if err := json.Unmarshal(text.Bytes(), &list); err != nil || len(list) < 20 {
		t.Fatal(len(list), err)
	}
	for _, p := range list {
		if p.What == "" || p.Sure == nil {
			t.Errorf("%+v", p)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "want one file of deals"},
		{[]string{"a.csv", "b.csv"}, "want one file of deals"},
		{[]string{"a.csv", "-locale", "?"}, "locale"},
		{[]string{"main.go"}, "no delimiter makes columns of it"},
	} {
		var errs bytes.Buffer
		if err := run(c.args, &errs, &errs); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.args, err)
		}
	}
	if err := run([]string{"absent.csv"}, nil, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

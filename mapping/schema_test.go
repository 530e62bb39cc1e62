package mapping

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/koine-go/koine/funnel"
)

func TestSchemaIsGenerated(t *testing.T) {
	if text, err := os.ReadFile("profile.schema.json"); err != nil || !bytes.Equal(text, Schema()) {
		t.Error("profile.schema.json is not what Schema returns: run go generate ./mapping")
	}
}

func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("profile.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("profile.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// checked returns what the schema says of a TOML text, which may not be TOML: then there is nothing to check.
func checked(s *jsonschema.Schema, text string) (isTOML bool, err error) {
	var doc map[string]any
	if toml.Unmarshal([]byte(text), &doc) != nil {
		return false, nil
	}
	return true, s.Validate(asJSON(doc))
}

// asJSON turns TOML's values into those that an editor hands to a schema: dates are texts.
func asJSON(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = asJSON(v[key])
		}
		return v
	case []any:
		for i := range v {
			v[i] = asJSON(v[i])
		}
		return v
	case toml.LocalDate:
		return v.String()
	}
	return v
}

// profiles returns every profile in the repository, by its path.
func profiles(t testing.TB) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".toml" {
			return err
		}
		text, err := os.ReadFile(path)
		if bytes.Contains(text, []byte("source_scheme")) {
			found[path] = string(text)
		}
		return err
	})
	if err != nil || len(found) < 7 {
		t.Fatalf("%d profiles, %v", len(found), err)
	}
	return found
}

func TestSchemaAcceptsProfiles(t *testing.T) {
	s := schema(t)
	for path, text := range profiles(t) {
		if isTOML, err := checked(s, text); !isTOML || err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := checked(s, least); err != nil {
		t.Error(err)
	}
}

// What the schema refuses, ReadProfile or Compile refuses. The profiles are spoilt in every line: one left out, one with another word or value in it.
func TestSchemaRefusesNoProfile(t *testing.T) {
	s := schema(t)
	refused := 0
	for path, text := range profiles(t) {
		for _, spoilt := range spoilt(text) {
			isTOML, err := checked(s, spoilt)
			if !isTOML || err == nil {
				continue
			}
			refused++
			if p, read := ReadProfile(path, strings.NewReader(spoilt), time.LoadLocation); read == nil {
				if _, compiled := Compile(p, funnel.V1()); compiled == nil {
					t.Errorf("%s: read, though the schema says %v", path, err)
				}
			}
		}
	}
	if refused < 1000 {
		t.Errorf("only %d spoilt profiles were refused by the schema", refused)
	}
}

// spoilt returns the text with one line changed, for each line and change.
func spoilt(text string) (all []string) {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if len(strings.TrimSpace(line)) == 0 || line[0] == '#' {
			continue
		}
		for _, change := range []func(string) string{
			func(string) string { return "" },
			func(s string) string { return "x" + s },
			func(s string) string { return strings.Replace(s, `"`, `"x`, 1) },
			func(s string) string { return strings.Replace(s, `= `, `= 7 # `, 1) },
			func(s string) string { return strings.Replace(s, `{ `, `{ order = "dmy", `, 1) },
			func(s string) string { return strings.Replace(s, `{ `, `{ value = "x", `, 1) },
			func(s string) string { return strings.Replace(s, `column = `, `none = `, 1) },
		} {
			if other := change(line); other != line {
				all = append(all, strings.Join(slices.Concat(lines[:i], []string{other}, lines[i+1:]), ""))
			}
		}
	}
	return all
}

// What a schema can see of the faults of a profile, this one does: an editor says it before anything is run.
func TestSchemaFaults(t *testing.T) {
	s := schema(t)
	for name, change := range map[string][2]string{
		"an unknown key":            {`name = "A"`, "name = \"A\"\nnames = \"B\""},
		"a key that is missing":     {`version = "1"`, ""},
		"a text for a number":       {`zone = "UTC"`, "zone = \"UTC\"\nfiscal_start = \"1\""},
		"a month that is none":      {`zone = "UTC"`, "zone = \"UTC\"\nfiscal_start = 13"},
		"a field of the other file": {`[deals.fields]`, "[deals.fields]\nat = { column = \"x\" }"},
		"neither column nor value":  {`{ column = "id" }`, `{ }`},
		"both":                      {`{ column = "created" }`, `{ column = "created", value = "1" }`},
		"an order of amounts":       {`{ column = "amount" }`, `{ column = "amount", order = "dmy" }`},
		"a status that is none":     {`[deals.fields]`, "[[rules]]\nwhen = { status_code = [\"1\"] }\nset = { status = \"gone\" }\n[deals.fields]"},
		"a rule without conditions": {`[deals.fields]`, "[[rules]]\nset = { status = \"won\" }\n[deals.fields]"},
	} {
		text := strings.Replace(least, change[0], change[1], 1)
		if isTOML, err := checked(s, text); !isTOML || err == nil {
			t.Errorf("the schema accepts %s", name)
		}
	}
}

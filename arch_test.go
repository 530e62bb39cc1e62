package koine

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/koine-go/koine"

// arrows is the design as data: which packages of the module each one may import. A package that is not here may not exist.
var arrows = map[string][]string{
	".":                       nil,
	"funnel":                  {"internal/stretch"},
	"internal/stretch":        nil,
	"internal/exact":          nil,
	"internal/cldr":           nil,
	"internal/cldr/extract":   {"internal/cldr"},
	"internal/cldr/generate":  {"internal/cldr", "internal/lexicon"},
	"internal/salesterms":     nil,
	"internal/document":       nil,
	"internal/script":         {"funnel", "kpi", "kpi/exchange"},
	"internal/lexicon":        nil,
	"internal/lexicon/others": {"internal/lexicon"},
	"normalize":               {"funnel", "internal/lexicon", "internal/stretch"},
	"normalize/allnames":      {"internal/lexicon/others", "normalize"},
	"mapping":                 {"funnel", "internal/document", "internal/exact", "internal/salesterms", "normalize"},
	"mapping/territory":       {"funnel", "internal/document"},
	"mapping/internal/schema": {"mapping"},
	"kpi":                     {"funnel", "internal/exact"},
	"kpi/exchange":            {"funnel", "kpi"},
	"examples":                {"funnel", "kpi", "kpi/exchange", "internal/script"},
	"examples/conformance":    {"normalize", "normalize/allnames", "funnel"},
	"examples/worldwide":      {"funnel", "mapping", "normalize", "kpi", "kpi/exchange"},
	"examples/draft":          {"mapping"},
	"examples/first":          {"funnel", "kpi"},
	"examples/diff":           {"funnel", "mapping", "kpi", "kpi/exchange"},
	"examples/worldwide/gen":  {"funnel", "mapping"},
}

// inTests are arrows that test files may follow besides: no package that is imported reaches them.
var inTests = map[string][]string{
	"normalize": {"internal/cldr", "internal/lexicon/others", "normalize/allnames"},
}

// TestArrows keeps the dependencies between packages as the design draws them.
func TestArrows(t *testing.T) {
	for dir, imports := range importsByFolder(t) {
		allowed, known := arrows[dir]
		if !known {
			t.Errorf("folder %s has Go files but no place in the design", dir)
			continue
		}
		for file, path := range imports {
			target := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
			if target == "" {
				target = "."
			}
			name, _, _ := strings.Cut(file, " ")
			test := strings.HasSuffix(name, "_test.go") && slices.Contains(inTests[dir], target)
			if target != dir && !test && !slices.Contains(allowed, target) {
				t.Errorf("%s imports %s, which the design does not allow", file, path)
			}
		}
	}
}

// importsByFolder returns for every folder the module's own imports, keyed by file and import so that each is reported. Test files count too,
// except that an external test package may use its own package.
func importsByFolder(t *testing.T) map[string]map[string]string {
	t.Helper()
	folders := map[string]map[string]string{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata"):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(path))
		if folders[dir] == nil {
			folders[dir] = map[string]string{}
		}
		for _, spec := range file.Imports {
			if name := strings.Trim(spec.Path.Value, `"`); strings.HasPrefix(name, module) {
				folders[dir][path+" "+name] = name
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return folders
}

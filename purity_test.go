package koine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// forbidden is what the library never calls, with the reason; examples and generators are programs and may.
var forbidden = map[string]string{
	"time.Now":              "the caller brings the instant",
	"time.Local":            "the caller brings the zone",
	"time.LoadLocation":     "the caller brings the zones: it may read the machine's files",
	"os.Open":               "the caller brings the bytes",
	"os.ReadFile":           "the caller brings the bytes",
	"os.Getenv":             "the caller brings the settings",
	"decimal.NewFromString": "it takes quadratic time on long digits (design: limits before parsing)",
	"decimal.Avg":           "it rounds at a global precision",
	"maps.Keys":             "unless sorted at once: slices.Sorted(maps.Keys(m))",
}

// methods of decimal.Decimal that round at a global precision or use floats; the names are rare enough to forbid on anything.
var forbiddenMethods = map[string]bool{"Pow": true, "DivisionPrecision": true, "InexactFloat64": true}

// TestPurity looks for calls that would make a result depend on the machine, the day, or a global setting.
func TestPurity(t *testing.T) {
	for _, dir := range [...]string{"funnel", "normalize", "mapping", "kpi", "internal/exact"} {
		err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			checkFile(t, path)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func checkFile(t *testing.T, path string) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	sorted := map[ast.Node]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Name.Name == "init" && n.Recv == nil {
				t.Errorf("%s: init() is not allowed", set.Position(n.Pos()))
			}
		case *ast.CallExpr:
			if name(n.Fun) == "slices.Sorted" && len(n.Args) == 1 {
				if inner, ok := n.Args[0].(*ast.CallExpr); ok {
					sorted[inner.Fun] = true
				}
			}
		case *ast.SelectorExpr:
			if why, ok := forbidden[name(n)]; ok && !sorted[n] {
				t.Errorf("%s: %s: %s", set.Position(n.Pos()), name(n), why)
			}
			if forbiddenMethods[n.Sel.Name] {
				t.Errorf("%s: %s is not exact on every machine", set.Position(n.Pos()), n.Sel.Name)
			}
		}
		return true
	})
}

// name returns "package.Name" for a selector on an identifier.
func name(e ast.Expr) string {
	if s, ok := e.(*ast.SelectorExpr); ok {
		if x, ok := s.X.(*ast.Ident); ok {
			return x.Name + "." + s.Sel.Name
		}
	}
	return ""
}

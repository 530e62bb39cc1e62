package territory

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestPostalCodes(t *testing.T) {
	for _, c := range []struct {
		in, want string
		ok       bool
	}{
		{"", "", true}, {" - ", "", true}, {"80331", "80331", true}, {"sw1a 1aa", "SW1A1AA", true}, {"00-950", "00950", true},
		{"1234567890123456", "123456789012", true}, // as much as a prefix can ask for
		{"80331 München", "", false}, {"٣١", "", false}, {"ı1", "", false}, {"1234567890123/", "", false},
	} {
		got, ok := codeOf(c.in)
		if string(got.text[:got.n]) != c.want || ok != c.ok {
			t.Errorf("%q: %q, %v, want %q, %v", c.in, got.text[:got.n], ok, c.want, c.ok)
		}
	}
}

func TestShapes(t *testing.T) {
	for _, c := range []struct {
		shape string
		holds string
		not   string
	}{
		{"99999", "80331 01067", "8033 803311 A0331"},
		{"9999 AA", "1234AB", "123456 1234A"},
		{"AX*", "SW1A1AA A1", "1A A"},
	} {
		s, ok := shapeOf(c.shape)
		if !ok {
			t.Fatalf("%q is no shape", c.shape)
		}
		for code := range strings.FieldsSeq(c.holds) {
			if !s.holds(code) {
				t.Errorf("%q does not hold for %s", c.shape, code)
			}
		}
		for code := range strings.FieldsSeq(c.not) {
			if s.holds(code) {
				t.Errorf("%q holds for %s", c.shape, code)
			}
		}
	}
	for _, bad := range []string{"", "*", "9*9", "a", "99999999999999", "é"} {
		if _, ok := shapeOf(bad); ok {
			t.Errorf("%q is a shape", bad)
		}
	}
}

// A code outside some prefixes is found if and only if one of all the codes of the shape is, and is one.
func TestOutsideAgainstEveryCode(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	complete := 0
	for range 3_000 {
		sh, _ := shapeOf([]string{"9", "99", "999", "9A"}[r.IntN(4)])
		prefixes := antichain(randomPrefixes(r))
		all := codesOf(sh)
		want := slices.ContainsFunc(all, func(code string) bool { return !begun(prefixes, code) })
		code, ok := sh.outside(prefixes)
		if ok != want || ok && (!slices.Contains(all, code) || begun(prefixes, code)) {
			t.Fatalf("%v of %v: %q, %v, want %v", prefixes, sh, code, ok, want)
		}
		if !ok {
			complete++
		}
	}
	if complete < 100 {
		t.Errorf("only %d complete: nothing is proved", complete)
	}
}

// randomPrefixes are nearly all beginnings, some of them longer, so that they are complete now and then.
func randomPrefixes(r *rand.Rand) (prefixes []string) {
	for _, d := range digits {
		switch r.IntN(24) {
		case 0:
		case 1:
			for _, e := range (digits + letters)[:10+r.IntN(27)] {
				prefixes = append(prefixes, string(d)+string(e))
			}
		default:
			prefixes = append(prefixes, string(d))
		}
	}
	return prefixes
}

func codesOf(sh shape) []string {
	all := []string{""}
	for _, place := range sh.places {
		var longer []string
		for _, code := range all {
			for _, c := range place {
				longer = append(longer, code+string(c))
			}
		}
		all = longer
	}
	return all
}

func begun(prefixes []string, code string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(code, p) })
}

// Where more characters may follow, a code can end at once, so longer prefixes never take all.
func TestOutsideOfAnOpenShape(t *testing.T) {
	sh, _ := shapeOf("9*")
	var all []string
	for _, c := range digits {
		all = append(all, string(c))
	}
	if code, ok := sh.outside(all); ok {
		t.Errorf("%q is outside all digits", code)
	}
	longer := slices.Delete(slices.Clone(all), 1, 2)
	for _, c := range digits + letters {
		longer = append(longer, "1"+string(c))
	}
	if code, ok := sh.outside(antichain(longer)); !ok || code != "1" {
		t.Errorf("%q, %v, want the code 1", code, ok)
	}
}

func TestAntichain(t *testing.T) {
	got := antichain([]string{"81", "8", "9", "80", "9", "10", "1"})
	if !slices.Equal(got, []string{"1", "8", "9"}) {
		t.Errorf("got %q", got)
	}
}

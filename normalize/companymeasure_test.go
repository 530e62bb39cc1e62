package normalize_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/koine-go/koine/normalize"
)

const companyData = "../../shared/data"

// sharedRows reads a table of the shared data; a test without that folder is skipped.
func sharedRows(t *testing.T, name string, comma rune) [][]string {
	t.Helper()
	if _, err := os.Stat(companyData); os.IsNotExist(err) {
		testing.TB.Skipf(t, "%s is not there", companyData)
	}
	text, err := os.ReadFile(filepath.Join(companyData, name))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// floor fails if a share falls below what was reached when it was written down.
func floor(t *testing.T, what string, n, of, least int) {
	t.Helper()
	t.Logf("%s: %d of %d (%.1f %%)", what, n, of, 100*float64(n)/float64(max(of, 1)))
	if n < least {
		t.Errorf("%s: %d of %d, %d before", what, n, of, least)
	}
}

// The corrupted names of this set are mostly misspelt, which no equality of keys can see; what it can see is how few wrong pairs
// there are.
func TestCompanyKeyOnCorruptedNames(t *testing.T) {
	l := normalize.MustFor("en-GB")
	clean, corrupt := sharedRows(t, "company-names/dnb_test_names.csv", ',')[1:], sharedRows(t, "company-names/dnb_adjusted_test_names.csv", ',')[1:]
	regions := map[string]string{"UK": "GB", "SP": "ES"}
	key := func(row []string) string {
		code := row[2]
		if known := regions[code]; known != "" {
			code = known
		}
		return l.CompanyKey(row[1], region(code))
	}
	same, equal, right := 0, 0, 0
	for i, a := range clean {
		if a[1] == corrupt[i][1] {
			same++
		}
		for k, b := range corrupt {
			if key(a) != key(b) {
				continue
			}
			equal++
			if i == k {
				right++
			}
		}
	}
	t.Logf("%d pairs are equal byte for byte", same)
	floor(t, "recall", right, len(clean), dnbRecall)
	floor(t, "precision", right, equal, equal*dnbPrecision/100)
}

// Of these pairs a matcher said that they may be the same; few are.
func TestCompanyKeyOnMatchedPairs(t *testing.T) {
	l, nl := normalize.MustFor("nl-NL"), region("NL")
	rows := sharedRows(t, "company-names/ing_emm_namepairs.csv", ',')
	head := rows[0]
	a, b, label := slices.Index(head, "gt_name"), slices.Index(head, "name"), slices.Index(head, "correct")
	found, of, wrong := 0, 0, 0
	for _, row := range rows[1:] {
		equal := l.CompanyKey(row[a], nl) == l.CompanyKey(row[b], nl)
		if row[label] == "True" {
			of++
		}
		switch {
		case equal && row[label] == "True":
			found++
		case equal:
			wrong++
			t.Logf("%q = %q", row[a], row[b])
		}
	}
	floor(t, "recall", found, of, ingRecall)
	floor(t, "precision", found, found+wrong, found+wrong)
}

// No two listed companies have one key, but for those that are one company twice.
func TestCompanyKeyOfListedCompanies(t *testing.T) {
	l := normalize.MustFor("en-US")
	names := map[string][]string{}
	forms := 0
	rows := sharedRows(t, "cleanco/companies.csv", ';')
	for _, row := range rows {
		key := l.CompanyKey(row[0], normalize.Region{})
		if !slices.Contains(names[key], row[0]) {
			names[key] = append(names[key], row[0])
		}
		c, err := l.Company([]byte(row[0]), normalize.Region{})
		if err != nil {
			t.Error(err)
		}
		if !c.Form.IsZero() {
			forms++
		}
	}
	shared := 0
	for _, list := range names {
		if len(list) > 1 {
			shared++
			t.Logf("%q", list)
		}
	}
	t.Logf("%d keys of %d names are those of two", shared, len(rows))
	if shared > listedShared {
		t.Errorf("%d keys are shared, %d before", shared, listedShared)
	}
	floor(t, "names with a form", forms, len(rows), listedForms)
}

// formIs tells whether a spelling is read as a legal form behind or in front of a name.
func formIs(l *normalize.Locale, spelling string, in normalize.Region) bool {
	for _, text := range [...]string{"Qwxz " + spelling, spelling + " Qwxz"} {
		c, err := l.Company([]byte(text), in)
		if err == nil && c.Name == "Qwxz" {
			return true
		}
	}
	return false
}

func TestLegalFormsOnELF(t *testing.T) {
	rows := sharedRows(t, "iso20275-elf/elf-2026-02-19.csv", ',')
	l := normalize.MustFor("en-US")
	found, of := 0, 0
	for _, row := range rows[1:] {
		in, err := normalize.ParseRegion(row[2])
		if err != nil || row[12] != "ACTV" {
			continue
		}
		for abbreviation := range strings.SplitSeq(row[9], ";") {
			if abbreviation = strings.TrimSpace(abbreviation); abbreviation == "" {
				continue
			}
			of++
			if formIs(l, abbreviation, in) {
				found++
			}
		}
	}
	floor(t, "ELF abbreviations", found, of, elfFound)
}

func TestLegalFormsOnRigour(t *testing.T) {
	sharedRows(t, "company-names/dnb_legal_names.csv", ',')
	text, err := os.ReadFile(filepath.Join(companyData, "company-names/rigour_org_types.json"))
	if err != nil {
		t.Fatal(err)
	}
	var types []struct {
		Aliases []string `json:"aliases"`
	}
	if err := json.Unmarshal(text, &types); err != nil {
		t.Fatal(err)
	}
	l := normalize.MustFor("en-US")
	found, of, kinds := 0, 0, 0
	for _, kind := range types {
		any := false
		for _, alias := range kind.Aliases {
			of++
			if formIs(l, alias, normalize.Region{}) {
				found++
				any = true
			}
		}
		if any {
			kinds++
		}
	}
	floor(t, "aliases", found, of, rigourFound)
	floor(t, "types with an alias", kinds, len(types), rigourKinds)
}

// What was reached with version 1 of the keys. Precision is in percent.
const (
	dnbRecall, dnbPrecision   = 104, 95
	ingRecall                 = 4
	listedShared, listedForms = 4, 1240
	elfFound                  = 1980
	rigourFound, rigourKinds  = 750, 270
)

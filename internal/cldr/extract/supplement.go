package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

func supplement(p packages) (cldr.Supplement, error) {
	s := cldr.Supplement{Digits: map[string]string{}}
	var parents struct {
		Supplemental struct {
			ParentLocales struct {
				ParentLocale map[string]string `json:"parentLocale"`
			} `json:"parentLocales"`
		}
	}
	if err := p.read(&parents, "core", "supplemental", "parentLocales.json"); err != nil {
		return s, err
	}
	s.Parents = parents.Supplemental.ParentLocales.ParentLocale
	var likely struct {
		Supplemental struct {
			LikelySubtags map[string]string `json:"likelySubtags"`
		}
	}
	if err := p.read(&likely, "core", "supplemental", "likelySubtags.json"); err != nil {
		return s, err
	}
	s.Likely = likely.Supplemental.LikelySubtags
	var systems struct {
		Supplemental struct {
			NumberingSystems map[string]struct {
				Digits string `json:"_digits"`
			} `json:"numberingSystems"`
		}
	}
	if err := p.read(&systems, "core", "supplemental", "numberingSystems.json"); err != nil {
		return s, err
	}
	for name, n := range systems.Supplemental.NumberingSystems {
		if n.Digits != "" {
			s.Digits[name] = n.Digits
		}
	}
	if err := currencies(p, &s); err != nil {
		return s, err
	}
	if err := regions(p, &s); err != nil {
		return s, err
	}
	return s, windowsZones(p, &s)
}

// lately is since when a currency must have been legal tender to have its names in the extract: exports have deals of some years.
const lately = "2020"

// currencies lists the codes that are or lately were legal tender somewhere, and all codes.
func currencies(p packages, s *cldr.Supplement) error {
	var data struct {
		Supplemental struct {
			CurrencyData struct {
				Region map[string][]map[string]struct {
					To     string `json:"_to"`
					Tender string `json:"_tender"`
				}
			} `json:"currencyData"`
		}
	}
	if err := p.read(&data, "core", "supplemental", "currencyData.json"); err != nil {
		return err
	}
	now, all := map[string]bool{}, map[string]bool{}
	s.Tender = map[string]string{}
	for region, uses := range data.Supplemental.CurrencyData.Region {
		var here []string
		for _, use := range uses {
			for code, u := range use {
				all[code] = true
				if u.Tender == "false" {
					continue
				}
				if u.To == "" {
					here = append(here, code)
				}
				if u.To == "" || u.To >= lately {
					now[code] = true
				}
			}
		}
		if slices.Sort(here); here != nil {
			s.Tender[region] = strings.Join(here, " ")
		}
	}
	s.Currencies, s.Codes = slices.Sorted(maps.Keys(now)), slices.Sorted(maps.Keys(all))
	return nil
}

// regions reads the codes of countries in the other forms of ISO 3166-1, and the withdrawn ones that became one country.
func regions(p packages, s *cldr.Supplement) error {
	var mappings struct {
		Supplemental struct {
			CodeMappings map[string]struct {
				Alpha3  string `json:"_alpha3"`
				Numeric string `json:"_numeric"`
			} `json:"codeMappings"`
		}
	}
	if err := p.read(&mappings, "core", "supplemental", "codeMappings.json"); err != nil {
		return err
	}
	s.Regions = map[string]string{}
	for code, m := range mappings.Supplemental.CodeMappings {
		if regionName.MatchString(code) && !slices.Contains(noRegion, code) && len(m.Alpha3) == 3 {
			s.Regions[code] = strings.TrimSpace(m.Alpha3 + " " + m.Numeric)
		}
	}
	var aliases struct {
		Supplemental struct {
			Metadata struct {
				Alias struct {
					Territory map[string]struct {
						Replacement string `json:"_replacement"`
					} `json:"territoryAlias"`
				}
			}
		}
	}
	if err := p.read(&aliases, "core", "supplemental", "aliases.json"); err != nil {
		return err
	}
	s.Aliases = map[string]string{}
	for code, a := range aliases.Supplemental.Metadata.Alias.Territory {
		if regionName.MatchString(code) && regionName.MatchString(a.Replacement) && !slices.Contains(noRegion, a.Replacement) {
			s.Aliases[code] = a.Replacement
		}
	}
	return nil
}

func windowsZones(p packages, s *cldr.Supplement) error {
	var file struct {
		Supplemental struct {
			WindowsZones struct {
				MapTimezones []struct {
					MapZone struct {
						Name      string `json:"_other"`
						Territory string `json:"_territory"`
						IANA      string `json:"_type"`
					} `json:"mapZone"`
				} `json:"mapTimezones"`
			} `json:"windowsZones"`
		}
	}
	if err := p.read(&file, "core", "supplemental", "windowsZones.json"); err != nil {
		return err
	}
	for _, m := range file.Supplemental.WindowsZones.MapTimezones {
		s.Windows = append(s.Windows, cldr.Zone(m.MapZone))
	}
	return nil
}

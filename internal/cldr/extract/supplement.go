package main

import (
	"maps"
	"slices"

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
	var err error
	s.Currencies, s.Codes, err = currencies(p)
	return s, err
}

// currencies lists the codes that are legal tender somewhere now, and all codes.
func currencies(p packages) (tender, codes []string, err error) {
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
		return nil, nil, err
	}
	now, all := map[string]bool{}, map[string]bool{}
	for _, uses := range data.Supplemental.CurrencyData.Region {
		for _, use := range uses {
			for code, u := range use {
				all[code] = true
				if u.To == "" && u.Tender != "false" {
					now[code] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(now)), slices.Sorted(maps.Keys(all)), nil
}

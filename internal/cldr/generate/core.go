package main

import (
	"slices"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

// core lists the business locales: what they call things is in package normalize, what all others call them in package allnames.
var core = strings.Fields(`
	en-US en-GB en-CA en-AU en-IN en-ZA en-IE en-SG de-DE de-AT de-CH fr-FR fr-CA fr-CH it-IT it-CH es-ES es-MX es-AR es-CO es-CL
	pt-BR pt-PT nl-NL nl-BE sv-SE nb-NO da-DK fi-FI pl-PL cs-CZ sk-SK hu-HU ro-RO bg-BG el-GR hr-HR sl-SI et-EE lv-LV lt-LT ru-RU
	uk-UA tr-TR he-IL ar-EG ar-SA ar-AE fa-IR hi-IN bn-BD th-TH vi-VN id-ID ms-MY zh-CN zh-TW zh-HK ja-JP ko-KR`)

// business are the currencies whose names are in package normalize, besides those of the business locales.
var business = strings.Fields("BGN BHD HRK ISK JOD KES KWD KZT LKR MAD NGN NZD OMR PEN PHP PKR QAR RSD UYU")

// isCore tells whether a locale is of the language of a business locale, in its usual script and spelling.
func isCore(tag string) bool {
	parts := strings.Split(tag, "-")
	if parts[0] == "no" {
		parts[0] = "nb"
	}
	usual := len(parts) == 1 || len(parts[1]) < 4 || parts[1] == "Hant" || parts[1] == "Hans"
	return usual && slices.ContainsFunc(core, func(c string) bool { return strings.HasPrefix(c, parts[0]+"-") })
}

// coreCurrencies are the legal tender of the business locales.
func coreCurrencies(s cldr.Supplement) []string {
	var codes []string
	for _, tag := range core {
		_, region, _ := strings.Cut(tag, "-")
		codes = append(codes, strings.Fields(s.Tender[region])...)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func businessCurrencies(s cldr.Supplement) []string {
	codes := append(coreCurrencies(s), business...)
	slices.Sort(codes)
	return slices.Compact(codes)
}

package mapping

import (
	"bytes"
	"embed"
	"path"
	"slices"
	"strings"
	"time"
)

//go:embed presets/*.toml
var presets embed.FS

// Presets returns the names of the presets, sorted.
//
//	businesscentral  the table Opportunity by field name, CSV; no stages, no history
//	dynamics         the Web API's opportunities, JSON; no history
//	erpnext          Opportunity by field name, CSV; no history
//	frappe           CRM Deal and CRM Status Change Log by field name, CSV
//	hubspot          the deals API, JSON, with a property per stage for its history
//	merge            the opportunities API, JSON; no stages, no history
//	odoo             crm.lead and mail.tracking.value by web_search_read, JSON; stages and reasons of loss as look-ups
//	pipedrive        the deals API and the deals' flow, JSON; stages as a look-up
//	salesforce       Opportunity and OpportunityHistory by API name, CSV
//	suitecrm         the tables opportunities and opportunities_audit, CSV
//	twenty           the REST API's opportunities, JSON; no history
//	zoho             the deals API with its related list Stage_History, JSON
//
// Their rules read what a system is delivered with, and nothing that a site may have added. Rules that read names are exact where the name says the
// meaning, since a stage under another name is not read at all; those that read ids are assumed, since an id outlives the name it was given with.
func Presets() []string {
	entries, err := presets.ReadDir("presets")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".toml"))
	}
	return names
}

// Preset returns the profile that a CRM as it comes out of the box would have: its fields under the names of its own export, its default pipeline. It
// compiles by itself; a profile that names it under the key preset stands over it. zone is that of ReadProfile. An unknown name is an *Error with
// ErrValue and the names there are. The caller owns the result.
func Preset(name string, zone func(string) (*time.Location, error)) (*Profile, error) {
	text, err := presetText(name)
	if err != nil {
		return nil, err
	}
	return ReadProfile(presetFile(name), bytes.NewReader(text), zone)
}

func presetText(name string) ([]byte, error) {
	if names := Presets(); !slices.Contains(names, name) {
		return nil, &Error{File: "presets", Value: name, Candidates: names, Reason: "no such preset", Err: ErrValue}
	}
	return presets.ReadFile(presetFile(name))
}

func presetFile(name string) string { return path.Join("presets", name+".toml") }

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

package mapping

import (
	"encoding/json"
)

//go:generate go run ./internal/schema

// Schema returns the JSON Schema (draft 7) of profiles, by which editors complete and check them while they are written; profile.schema.json beside this
// file is the same text. It is made of the entries that ReadProfile reads by, so it knows the same keys. A profile that it refuses is refused by
// ReadProfile or Compile too; what needs more than one place to see, such as a conflict of rules, is found by them alone.
func Schema() []byte {
	d := &decoder{}
	definitions := map[string]*shape{}
	s := d.profile(d.blank()).shape().defined(definitions)
	s.Definitions = definitions
	s.Schema, s.Title = "http://json-schema.org/draft-07/schema#", "A profile of Koine"
	s.Description = "How one source's export becomes deals: its columns, its formats, its rules."
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // a shape is made of texts and numbers
	}
	return append(text, '\n')
}

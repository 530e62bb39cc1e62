package mapping

// shape is what may stand at one place of a profile, in the words of JSON Schema draft 7, which editors of TOML understand.
type shape struct {
	Schema      string            `json:"$schema,omitempty"`
	Ref         string            `json:"$ref,omitempty"`
	Title       string            `json:"title,omitempty"`
	Description string            `json:"description,omitempty"`
	Type        string            `json:"type,omitempty"`
	Format      string            `json:"format,omitempty"`
	Pattern     string            `json:"pattern,omitempty"`
	Enum        []any             `json:"enum,omitempty"`
	Minimum     *int              `json:"minimum,omitempty"`
	Maximum     *int              `json:"maximum,omitempty"`
	MinLength   int               `json:"minLength,omitempty"`
	Items       *shape            `json:"items,omitempty"`
	MinItems    int               `json:"minItems,omitempty"`
	MinMembers  int               `json:"minProperties,omitempty"`
	Members     map[string]*shape `json:"properties,omitempty"`
	Others      any               `json:"additionalProperties,omitempty"` // false, or the shape of members with other names
	Required    []string          `json:"required,omitempty"`
	OneOf       []*shape          `json:"oneOf,omitempty"`
	AnyOf       []*shape          `json:"anyOf,omitempty"`
	Definitions map[string]*shape `json:"definitions,omitempty"`
	name        string            // of a shape that stands in many places
}

// defined moves the shapes that have a name into definitions, and returns s or a reference to it.
func (s *shape) defined(definitions map[string]*shape) *shape {
	for key, member := range s.Members {
		s.Members[key] = member.defined(definitions)
	}
	if s.Items != nil {
		s.Items = s.Items.defined(definitions)
	}
	if s.name == "" {
		return s
	}
	definitions[s.name] = s
	return &shape{Ref: "#/definitions/" + s.name}
}

func textShape() *shape { return &shape{Type: "string", MinLength: 1} }

func boolShape() *shape { return &shape{Type: "boolean"} }

func dateShape() *shape { return &shape{Type: "string", Format: "date"} }

func excelShape() *shape { return &shape{Enum: []any{1900, 1904}} }

func patternShape(pattern string) *shape { return &shape{Type: "string", Pattern: pattern} }

func integerShape(least, most int) *shape {
	return &shape{Type: "integer", Minimum: &least, Maximum: &most}
}

// textsShape is a list of texts that is not empty; a text in it may be.
func textsShape() *shape { return listShape(&shape{Type: "string"}, 1) }

func listShape(items *shape, least int) *shape {
	return &shape{Type: "array", Items: items, MinItems: least}
}

// enumShape is one of the keys; the empty one is none of them.
func enumShape(keys []string) *shape {
	s := &shape{Type: "string"}
	for _, k := range keys {
		if k != "" {
			s.Enum = append(s.Enum, k)
		}
	}
	return s
}

// suggestShape is any text; editors offer these.
func suggestShape(keys []string) *shape {
	return &shape{AnyOf: []*shape{enumShape(keys), textShape()}}
}

func namedShape(value *shape) *shape { return &shape{Type: "object", Others: value} }

func objectShape(keys entries, required []string) *shape {
	s := &shape{Type: "object", Members: map[string]*shape{}, Others: false, Required: required}
	for key, e := range keys {
		value := e.shape()
		value.Description = e.about
		s.Members[key] = value
	}
	return s
}

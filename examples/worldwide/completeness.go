package main

import (
	"fmt"
	"io"

	"github.com/koine-go/koine/mapping"
)

// completeness prints the fields that some rows leave without a value: blank, or with a cell that stands for none or had to be set aside.
func completeness(w io.Writer, imports []*imported) {
	t := table{head: []string{"profile", "rows", "no value", "share", "blank", "stands for none", "set aside", "field", "column"}}
	for _, i := range imports {
		for _, f := range i.fields {
			missing := f.Blank + f.SetAside
			if rows := f.Given + missing; missing > 0 {
				t.addLeft(i.profile.Name, count(rows), count(missing), share(missing, rows), count(f.Blank-f.None), count(f.None), count(f.SetAside),
					fieldName(f), f.Column)
			}
		}
	}
	t.print(w)
	fmt.Fprint(w, "\nEvery other field that a profile reads has a value in every row.\n")
	liberties(w, imports)
}

// liberties prints the fields of which some cells were read although their locale would write them otherwise.
func liberties(w io.Writer, imports []*imported) {
	t := table{head: []string{"profile", "values", "read with a liberty", "share", "the liberty", "field"}}
	for _, i := range imports {
		for _, f := range i.fields {
			for _, l := range f.Liberties {
				t.addLeft(i.profile.Name, count(f.Given), count(l.Rows), share(l.Rows, f.Given), l.Kind.String(), fieldName(f))
			}
		}
	}
	if len(t.rows) > 0 {
		fmt.Fprint(w, "\nThese values are written otherwise than the profile's locale writes them; what was assumed to read them:\n\n")
		t.print(w)
	}
}

func fieldName(f mapping.FieldCount) string {
	if f.File == "history" {
		return "event " + f.Field.String()
	}
	return f.Field.String()
}

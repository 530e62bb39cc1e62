package mapping

import (
	"maps"
	"slices"
)

// over puts p over a preset: what p does not say, the preset does. Its fields come with their columns, which p's file may lack, but not where p feeds
// the same from elsewhere; its rules are asked only where none of p's decides.
func (p *Profile) over(preset *Profile) {
	presets := maps.Collect(preset.tables())
	for file, t := range p.tables() {
		t.over(presets[file], file, p.feeds)
	}
	if len(p.Stages) == 0 {
		p.Stages = preset.Stages
	}
	if len(p.Statuses) == 0 {
		p.Statuses = preset.Statuses
	}
	for _, s := range preset.SubStages {
		if !slices.ContainsFunc(p.SubStages, func(own SubStage) bool { return own.Key == s.Key }) {
			p.SubStages = append(p.SubStages, s)
		}
	}
	if p.CreatedMeans == "" {
		p.CreatedMeans = preset.CreatedMeans
	}
	p.Sentinels = append(p.Sentinels, preset.Sentinels...)
	p.Caveats = append(p.Caveats, preset.Caveats...)
	for _, l := range preset.Lookups {
		if !slices.ContainsFunc(p.Lookups, func(own Lookup) bool { return own.Name == l.Name }) {
			p.Lookups = append(p.Lookups, l)
		}
	}
	for _, r := range preset.Rules {
		r.Beneath = true
		p.Rules = append(p.Rules, r)
	}
}

// feeds tells whether the whole profile gives every deal its f.
func (p *Profile) feeds(f Field) bool {
	return f == Region && p.Region != "" || f == SellingEntity && p.SellingEntity != ""
}

// over takes the preset's columns for the fields that t does not feed. A file may lack them, but for those without which its rows say nothing.
func (t *Table) over(preset *Table, file place, fed func(Field) bool) {
	own := Table{Columns: t.Columns}
	for _, c := range preset.Columns {
		_, feeds := own.column(c.Field)
		if other, ok := c.Field.twin(); ok && !feeds {
			_, feeds = own.column(other)
		}
		if feeds || fed(c.Field) {
			continue
		}
		c.Optional = c.Name != "" && !isRequired(file, c.Field)
		t.Columns = append(t.Columns, c)
	}
	if t.Line == 0 {
		t.Line = preset.Line
	}
}

// withoutColumns returns how the file is written, without what stands in it.
func (t Table) withoutColumns() Table {
	t.Columns = nil
	return t
}

package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/koine-go/koine/internal/cldr"
)

// codeTable has the codes of regions.
func codeTable(s cldr.Supplement, named map[string][]string) string {
	var codes, aliases []string
	for _, code := range sortedKeys(named) {
		codes = append(codes, strings.TrimSpace(code+" "+s.Regions[code]))
	}
	for _, code := range sortedKeys(s.Aliases) {
		aliases = append(aliases, code+" "+s.Aliases[code])
	}
	return fmt.Sprintf("// regionCodes has the codes of ISO 3166-1 with two letters, three letters and digits.\nconst regionCodes = %s\n\n"+
		"// regionAliases has withdrawn codes that one region took the place of.\nconst regionAliases = %s\n",
		textBlock(codes), textBlock(aliases))
}

// zoneTable has the Windows names of time zones.
func zoneTable(s cldr.Supplement) string {
	var zones []string
	world := map[string]string{}
	for _, z := range s.Windows {
		first, _, _ := strings.Cut(z.IANA, " ")
		if z.Territory == "001" {
			world[z.Name] = first
		}
		if z.Territory == "001" || first != world[z.Name] {
			zones = append(zones, z.Name+"\t"+z.Territory+"\t"+first)
		}
	}
	slices.Sort(zones)
	return fmt.Sprintf("// windowsZones has the time zones of Windows by name and territory, 001 for the world, with an IANA name; a territory that\n"+
		"// is not there has that of the world.\nconst windowsZones = %s\n", textBlock(zones))
}

// textBlock is a Go string of lines.
func textBlock(lines []string) string { return "`" + strings.Join(lines, "\n") + "`" }

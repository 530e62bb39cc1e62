package main

import (
	"fmt"
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
	world, lines := map[string]string{}, map[string]string{}
	for _, z := range s.Windows {
		first, _, _ := strings.Cut(z.IANA, " ")
		switch {
		case z.Territory == "001":
			world[z.Name] = first
			lines[z.Name] = z.Name + "\t" + first
		case first != world[z.Name]:
			lines[z.Name] += "\t" + z.Territory + " " + first
		}
	}
	var zones []string
	for _, name := range sortedKeys(lines) {
		zones = append(zones, lines[name])
	}
	return fmt.Sprintf("// windowsZones has the time zones of Windows by name, with the usual IANA name of each, and those of regions that have another.\nconst windowsZones = %s\n", textBlock(zones))
}

// textBlock is a Go string of lines.
func textBlock(lines []string) string { return "`" + strings.Join(lines, "\n") + "`" }

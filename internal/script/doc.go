// Package script runs the KPI specification: text files that state deals, ask KPIs, and give the numbers expected with the reason for each. The
// grammar is in examples/README.md. It reads text and computes; files, zones and the choice of KPIs are the caller's.
package script

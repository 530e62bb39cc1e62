// Package koine is the map of the library; it holds no code.
//
//	funnel        the vocabulary: what a deal is, and what was known of it at an instant
//	normalize     one locale's text to values, exactly or not at all
//	mapping       a region's profile: its fields, its rules, their proof and their coverage
//	kpi           one KPI per file; tallies that merge; reports
//	kpi/exchange  records, queries and values as JSON lines, for programs in any language
//
// A deal goes through them in this order: bytes of an export are decoded and read by normalize, turned into funnel.Deal by the rules of
// mapping, reduced to what was known at an instant by funnel, and counted by kpi. Nothing flows back, and each step can be used alone.
package koine

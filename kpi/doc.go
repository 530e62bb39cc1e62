// Package kpi counts. Each KPI is a function of this package that returns its Metric, so go doc lists the catalogue: every comment says the formula, who
// counts, by which clock, in what unit, when the number is unknown, and why a deal is left out.
//
// A number comes about in four steps:
//
//  1. Bind the View: which period, as known at which instant, in which calendar and currency, at which rates.
//  2. Make a Report of any number of metrics, grouped by any Dimensions; or a Tally of one metric.
//  3. Add every deal once. The order does not matter, and a deal outside the period costs next to nothing.
//  4. Read Rows and Total. A Value has the number with its parts, how many deals are behind it, how many were left out and why, and a status that says
//     whether it may be used. Unknown is not zero, and nothing is rounded before it is read.
//
// Work is shared out by giving each worker, process or region a report of its own and the same question. Merge adds reports up: parts in any order
// give what the whole would have given. MarshalBinary and MergeBinary carry them between machines. Shares, means and medians do not
// merge, but what they are made of does, so a report holds that: a Ratio, a Total, a table of Days.
//
// A source need not be able to say everything (funnel.Variant). Its deals are left out of what it cannot answer, by the name of what is missing: the stage
// that a Clock asks for, the statuses of a Population's Vocabulary. Where nobody else is left, that is the value's status. Profiles tells which versions of
// the mappings the numbers come from.
//
// KeepDeals opens a number up: it lists the ids of the deals in it and of those left out.
//
// A metric of one's own is a value of type Metric, a dimension one of type Dimension; they are made of the same exported parts as those here, and
// obey the same laws.
package kpi

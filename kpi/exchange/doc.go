// Package exchange is the form in which programs in any language hand records to Koine and get values back: JSON lines.
//
//  1. [Read] takes deals, their events, offers, activities, forecasts, quotas, credits, costs, benchmarks and exchange rates, one record a line. A
//     line that is not valid is refused with its number, field and reason, and the rest is read. [WriteRecords] writes such lines.
//  2. [ParseQuery] takes the question: which KPIs with which parameters, in which period, as known when, in which zone and currency, by what.
//     [Query.Metrics], [Query.Dimensions] and [Query.View] turn it into what package kpi asks for; [Metric] does so for a single KPI.
//  3. [Write] writes the values of a report, one line for each KPI and group.
//
// No JSON number is an amount, a rate or a share: those are decimals in texts, so that no reader on the way rounds them. Like the packages
// it joins, it reads no file and no clock; the functions are safe for concurrent use.
package exchange

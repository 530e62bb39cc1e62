// Package funnel is the vocabulary of a sales organisation: what a deal is, which stages, statuses and causes it can have,
// and what was known of it at an instant. It imports no other package of Koine.
package funnel

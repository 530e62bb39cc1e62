// Package funnel is the vocabulary of a sales organisation: what a deal is, which stages, statuses and causes it can have, and what was
// known of it at an instant. It imports no other package of Koine.
//
// A deal has four axes that are never one field: its Stage (where it stands), its Status (how it ended, if it has), its Category (how
// sure the seller is) and its Cause (why it was not won). A Model says what each value means; V1 is the first that is published.
//
// # How a deal is read as of an instant
//
// A Deal is what a source recorded; a Snapshot is what was known of it at an instant T. Deal.AsOf goes from one to the other, by the
// rules of the KPI catalogue (R-...) and its rulings (Q...):
//
//  1. Only what happened before T counts. An instant does if it is earlier; a day does if its first instant in the Calendar's zone is
//     (R-ASOF, Q06). When the source learnt of it does not matter (Q14).
//  2. The events are put in order: by time, then by the source's sequence; where that is missing, open before terminal, lower rank
//     first, id. A day comes before the instants of that day unless sequences say otherwise (R-TIE, Q06a, Q12).
//  3. Each event gives the deal a status, or keeps the one before where its own is not mapped (Q11). An event of the open class also gives
//     it a stage, or keeps it; one whose local stage is not mapped leaves it without and is flagged (Q08, Q09). A terminal event has no
//     stage: a closed deal has the one it was closed from.
//  4. The close is the start of the last uninterrupted run of the terminal status. Saving a won deal again does not move it, any change of
//     terminal status does (R-CLOSE, Q15). A reopened deal has no close, but keeps its first one (R-REOPEN).
//  5. A visit is a stay in one stage; a pause does not end it (Q59). Steps back are counted, also across a reopening (R-REGRESS, Q70).
//  6. The cause is the last one given in the terminal run, else the record's if that has the same status, else unknown (Q49).
//  7. A deal without any event, before or after T, is read from its record and flagged; a close at T or later leaves it open (Q03, Q04).
//  8. Amount, expected close, category, probability, owner, region and segment take the value of their last change before T, else the one
//     before their first change, else the record's (Q18).
//  9. The deal exists if it was created or had an event before T (Q05). It belongs to the base population unless it is void, deleted, a
//     test or merged into another (R-BASE, Q02).
//
// What is missing stays missing: the zero value of a Date, a Moment, a Money, a Share or a Label is none, never a first day or a zero.
// Values compare with == where that is right, and do not compile with it where it is not (Money).
// They are immutable, and records are data: both are safe for concurrent use while nobody changes them. A Snapshot is for one goroutine.
//
// encoding/json writes every record in the form of the exchange format and reads it back; package kpi/exchange reads what foreign programs write,
// and refuses what is missing or given twice.
package funnel

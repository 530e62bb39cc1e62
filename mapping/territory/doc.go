// Package territory says to which sales territory an account belongs, by a definition that is proved when it is compiled: no account belongs to two
// territories, and none of the declared universe to none.
//
//  1. Read reads a definition from TOML. It is strict, and reports every fault with its line.
//  2. Compile proves it. Claims that contradict each other, and parts of the universe that nobody claims, do not compile: the error has the lines, and an
//     account and a day for which it is so.
//  3. Set.Of says to which territory an account belongs at a moment, Set.Explain why.
//  4. Set.Check counts a list of accounts, and those that belong to none by the reason.
//
// # The definition
//
// This is one with everything in it:
//
//	name    = "DACH"                             # required, as are version and zone
//	version = "2026.1"
//	zone    = "Europe/Berlin"                    # of the days on which claims begin and end
//	open    = false                              # the default; true: accounts of the universe may belong to no territory
//
//	[[universe]]                                 # where the organisation sells: all of it must be claimed
//	countries = ["AT", "CH"]                     # ISO 3166-1, two letters
//	from      = 2026-01-01                       # by civil day in the zone; to is exclusive
//
//	[[universe]]
//	countries = ["DE"]
//	postal    = ["99999"]                        # shapes: 9 a digit, A a letter, X either, * any more of them (at the end)
//	segments  = ["industry", "public"]
//	from      = 2026-01-01
//
//	[[territories]]
//	key = "south"
//	[[territories.claims]]                       # the accounts that all lists hold for
//	countries = ["DE"]
//	postal    = ["7", "8", "9"]                  # beginnings of postal codes, without hyphens
//	segments  = ["industry"]
//	[[territories.claims]]
//	countries = ["AT", "CH"]
//
//	[[territories]]
//	key = "north"
//	[[territories.claims]]
//	countries = ["DE"]
//	segments  = ["industry"]
//	[[territories.claims]]
//	countries = ["DE"]
//	postal    = ["97"]                           # a longer prefix than 9
//	segments  = ["industry"]
//
//	[[territories]]
//	key = "public"
//	[[territories.claims]]
//	countries = ["DE"]
//	segments  = ["public"]
//	[[territories.claims]]
//	countries = ["AT"]
//	regions   = ["Vorarlberg"]                   # as the accounts have them
//	from      = 2026-07-01
//	to        = 2027-01-01
//	note      = "Until the office in Bregenz opens."
//
//	[[territories]]
//	key = "key accounts"
//	[[territories.claims]]
//	accounts = ["C-1001", "C-1002"]
//
//	[[territories]]
//	key = "house"
//	[[territories.claims]]
//	rest = true                                  # every account that no other claim takes, whatever is unknown of it
//
// Countries are compared with the codes of the accounts, all other names as they are spelt. In the postal codes of accounts spaces, hyphens and case do not
// matter; one with any other character is unknown.
//
// # Which claim decides
//
// A claim holds for an account if all its lists do and it is in force on the day. What is unknown of an account is in no list. Where several hold, A beats
// B, in this order,
//
//  1. if A names the account, and B does not;
//  2. if A has the longer prefix, where both have one;
//  3. if A asks more: each list of B is one of A too, A's regions and segments are among those of B, and not the other way round;
//  4. if both ask as much, and A's accounts are a strict subset of B's;
//  5. if these are the same, and A's days are a strict part of B's.
//
// Under 3 a claim with several countries, accounts or prefixes is as a claim for each of them would be: one for the public segment of Germany and Austria
// beats one for all of Germany.
//
// # What is proved
//
// Overlaps: Compile decides, for every account there could be and every day, whether the claims that hold and that no other beats are all of one territory. If
// they are not, it fails. Any text counts as a possible region, segment and id, known or not, and a postal code may end anywhere: a claim to every longer
// code does not take the shorter one.
//
// Gaps: where the definition has a universe and is not open, Compile decides whether every account of each market has a territory, on every day of it. What
// a market lists is known of its accounts and is in the list, their postal codes have one of its shapes; what it does not list may be anything, even unknown, so that
// only a claim that does not ask for it takes them all. Outside the universe, and without one, gaps are found in data: by Set.Check.
//
// Not proved: that the accounts have what the universe says they have, that a region lies in its country, that a postal code exists. That there is an account
// at all for a claim is not asked.
//
// # Limits
//
// A text of 4 MiB, 10,000 claims, 2,097,152 prefixes times countries, and 134,217,728 steps of the proof; what goes beyond is an ErrTooLarge. The proof takes
// about as many steps as there are pairs of claims that meet in a country, and cells of the universe that no claim takes as a whole.
//
// # Concurrency
//
// A Set may be used by any number of goroutines. All other types are plain values.
package territory

// Package mapping turns one source's export into the deals of package funnel by a profile: a TOML file in which a region says where its fields
// stand, how they are written, and what its codes mean. Local data lives in profiles; meaning lives in the funnel.
//
//  1. ReadProfile reads a profile. It is strict, and reports every fault with its line.
//  2. Compile checks it against a funnel.Model. Rules that contradict each other do not compile: the error has both lines and a record that
//     both match.
//  3. Set.Map says what a local record means, Set.Explain why, and Set.Way how one deal came about, from its rows to its events.
//  4. Set.Import reads the files, CSV or JSON; Import.Deals yields each deal with its events, Import.Offers and others the further records. A Finding says
//     what was not clean.
//  5. Import.Counts, Import.Records, Import.Fields and Import.Coverage account for every row, every cell and every local value;
//     Coverage.Since says what changed since the run before.
//
// Draft makes the beginning: it proposes a profile for an export that has none.
//
// # The profile
//
// Names of fields are those of the exchange format. This is a profile with everything in it:
//
//	# What this file is. Required are name, version, source_scheme, locale and zone.
//	name           = "DE"
//	version        = "2026.1"                 # every event keeps name@version
//	from           = 2025-01-01               # the first day on which this version is in force; to, exclusive, ends it: see Versions
//	source_scheme  = "de-crm"                 # the namespace of the ids
//	selling_entity = "DE"                     # of every deal; or a field, but not both
//	locale         = "de-DE"                  # how numbers, dates and labels are written
//	zone           = "Europe/Berlin"          # of local times, and of the rules' days
//	currency       = "EUR"                    # of amounts that name none; without it such an amount is a Finding
//	neutral_groups = true                     # spaces and apostrophes group digits too, as in 1'234; default false: as in the locale
//	fiscal_start   = 1                        # the month in which the fiscal year starts; default 1
//	created_means  = "first contact"          # what the creation date really is: it limits comparison
//	caveats        = ["a credit note is a deal of its own"] # what else a reader must know before he compares
//	sentinels      = [9999-12-31, 2050-01-01] # days that stand for none, in any year: a Finding, never a date
//
//	[variant]                                 # what the source can express; a list that is absent stands for everything
//	stages   = ["prospect", "contact", "qualified", "offer", "negotiation"]
//	statuses = ["open", "on_hold", "won", "lost", "no_decision", "no_response", "void"]
//
//	[[variant.substages]]                     # a finer stage of the source's own: rules set it, and it counts as its parent
//	key    = "demo_held"
//	parent = "qualified"
//	goal   = "the buyer has seen it work"     # also entry and exit: what shows that a deal may come in, or leave
//
//	[deals]
//	encoding  = "windows-1252"                # default utf-8
//	delimiter = ";"                           # one character, default a comma
//	sorted    = false                         # true: in the order of the ids' bytes; then memory is constant
//
//	[deals.fields]                            # a field = where it comes from
//	id                  = { column = "Vorgangs-ID" }
//	created_at          = { column = "Angelegt am" }       # a local time; created_on for a day
//	closed_at           = { column = "Abgeschlossen am" }  # or closed_on
//	amount              = { column = "Auftragswert", none = ["-", "k. A."] } # cells that stand for none; format = "number" has no currency mark
//	currency            = { column = "Währung" }           # ISO codes; a mark in the amount must agree
//	expected_close_date = { column = "Erwartet", order = "dmy", pivot = 1970 } # dates that the locale leaves open: see below
//	probability         = { column = "Chance", format = "number", scale = 2 } # 75 is 0.75: two digits stand behind the point; percent, the default, wants the sign
//	owner_id            = { column = "Betreuer" }
//	region              = { column = "Betreuer", lookup = "offices" } # the cell is the key of a look-up
//	product_group       = { column = "Produkt", lookup = "products" }
//	segment             = { value = "industry", assumed = true }     # a constant; assumed: not recorded but supposed
//	test                = { column = "Test", yes = ["ja"], no = ["nein"] }
//	competitor_ids      = { column = "Wettbewerber", separator = "|" }
//	stage_label         = { column = "Phase" }             # what rules read: stage, status, reason _id, _code or _label
//	status_code         = { column = "Status" }
//	reason_label        = { column = "Verlustgrund" }
//
//	[history]                                 # encoding and delimiter are those of the deals unless said here
//	[history.fields]
//	deal_id     = { column = "Vorgangs-ID" }
//	at          = { column = "Eingetreten am" }  # or on, for a day
//	stage_label = { column = "Phase" }
//
//	[quotas.fields]                           # further records, each from a file of its own: see below
//	scope_kind  = { value = "region" }
//	scope       = { column = "Region" }
//	period      = { column = "Quartal" }
//	amount      = { column = "Ziel" }
//	kind        = { value = "bookings" }
//
//	[lookups.products.table]                  # a look-up in the profile
//	"Pumpen"  = "pumps"
//	"Wartung" = "service"
//	[lookups.products.spellings]              # known misspellings of a key: they mean the key, each use a Finding
//	"Pumpe"   = "Pumpen"
//	[[lookups.products.rows]]                 # a pair that holds for a time, by civil day in the zone; to is exclusive
//	key   = "Mietpumpen"
//	value = "pumps"
//	to    = 2026-01-01
//
//	[lookups.offices]                         # a look-up in a CSV of its own, handed to Import by this name
//	key   = "Betreuer"
//	value = "Region"
//	from  = "Gültig ab"                                    # columns of the days on which a row holds; may be absent
//	to    = "Gültig bis"                                   # exclusive; a blank does not limit
//
//	[[rules]]
//	when = { stage_label = ["Lead", "Neuer Lead"] }
//	set  = { stage = "prospect" }
//
//	[[rules]]
//	when = { stage_label = ["Angebot"] }
//	set  = { stage = "offer", enters = ["qualified"] }     # enters the other stages too, at the same moment
//	from = 2025-01-01                                      # by civil day in the zone; to is exclusive
//	confidence = "lossy"                                   # exact (default), assumed, lossy
//	note = "There is no field for the qualification."
//
//	[[rules]]
//	when = { status_code = ["V"] }
//	set  = { status = "lost" }
//
//	[[rules]]
//	when = { status_code = ["V"], reason_label = ["Keine Rückmeldung"] } # narrower, so it decides
//	set  = { status = "no_response" }
//
//	[[rules]]
//	when = { stage_label = ["Verloren"], status_code = [""] } # "" is a blank: only the history has no status
//	set  = { status = "lost" }
//
//	[[rules]]
//	when = { reason_label = ["Preis"] }
//	set  = { cause = "pricing" }
//
// The other fields of a deal are created_on, closed_on, on_hold_until; end_customer_confidence (percent or number); complexity (1 to 5) and
// term_months; deleted; team, source, size_band, customer_kind, amount_basis, pricing_model; account_id, end_customer_key, merged_into, winner_id;
// external_refs (a list); forecast_category, which is a canonical key, mostly by a look-up. Those of an event are id, seq, actor, recorded_at, kind.
// A column may have a zone of its own. In a column of days or instants, order (dmy, mdy, ymd) settles numeric dates that the locale leaves open, and
// pivot, a year from 1800 to 2100, those whose year has two digits: they lie in the hundred years that begin with it. Without them such a date is a
// Finding. There, excel (1900 or 1904) reads numbers as days of a spreadsheet in that date system. A day that the source writes as an instant
// (expected_close_date and on_hold_until with format = "instant") is the civil day of that instant in the column's zone. A number may count a smaller
// unit: scale, from 1 to 9, says how many of its digits stand behind the point.
//
// A zone has its IANA name, such as Europe/Berlin, or the name that Windows has for it, such as W. Europe Standard Time, which is read for the region
// of the profile's locale. An instant may name its own zone, by either name, and then the column's does not matter.
//
// A blank cell is a value that is not given, and so is one that the column lists under none, as it is written but
// for space around it: neither is a Finding, both are counted by Import.Fields. A spelling that stands for no key, or is a key itself, is a fault of the
// profile, found when the look-up is read. An id has no look-up. A column may be optional: a file that lacks it has only blanks in it, which
// Import.Fields says; any other missing column is an error.
//
// # Sources in JSON
//
// A table with syntax = "json" is JSON lines, one record in a line, or one document, told apart by its first byte: a list at its root has the
// records. Where they stand further inside, each says so: a path to a list, or a list of such steps, each leading from a record to a list in it, of which
// the elements are the next records. The records that the last step leads to are rows. Columns are paths in them: names joined by dots, a name
// that holds dots in quotes; ^. goes to the record around. So one payload serves as both files:
//
//	[deals]
//	syntax = "json"
//	each   = "results"
//	[deals.fields]
//	id       = { column = "id" }
//	amount   = { column = 'properties."deal.amount"' }
//	stage_id = { column = "properties.dealstage" }
//
//	[history]
//	each = ["results", "propertiesWithHistory.dealstage"]
//	[history.fields]
//	deal_id  = { column = "^.id" }
//	at       = { column = "timestamp", epoch = "ms" }
//	stage_id = { column = "value" }
//
// A missing member and null are blanks. A number is read exactly, as JSON writes it and not as the locale does; true and false are what a bool wants, or
// texts. A field that is a list takes a list of such values, or a text by its separator. Anything else where one value is wanted is set aside. A path or step
// that no record had is a Finding in the end (ErrUnseen), since it may be misspelt. Rows are the same if all that is read of them is.
//
// A record that is not JSON, holds a member twice or is over the Limits is refused alone, wherever it stands; the lists within a record are one with it.
// Where brackets do not match, text is cut off or something follows the document, the import ends with the line. With each, documents may follow one
// another, as pages do. What stands beside the records is passed over, whatever its size.
//
// # A history in columns
//
// Some CRMs keep a column for each stage, with the time at which it was entered last. In [history], columns names them, with the local value in
// braces ({stage_id}, {status_label} ...), in the header or in JSON; there is no history file then. Of several such names a later one counts where the earlier
// is blank. The fields are at or on alone, without a column, and only to say how the times are written:
//
//	[history]
//	columns = ["hs_v2_date_entered_{stage_id}", "hs_date_entered_{stage_id}"]
//	[history.fields]
//	at = { epoch = "ms" }
//
// Each cell with a time is an event. A deal that jumps stages gets one instant for all of them: they were skipped, not passed in no time. So of the events
// of one instant only those of the highest rank stay, the end of a deal before any stage; the others are counted (Counts.Skipped). What is not
// mapped stays, and days, which cannot tell, all stay.
//
// # Further records
//
// Beside deals and history a source may have files of offers, activities, changes (of the deals' attributes), forecasts, quotas, credits, costs, benchmarks
// and rates, each with a table of that name, which has the keys of the deals'. The fields are those of the exchange format; * marks those that
// every row must give:
//
//   - offers: id*, deal_id*, version*, status*, sent_at (of all but drafts), number, valid_until, decided_at, currency, discount_reason; and of the one line
//     that a row is: line, product_group, qty, list_price, net_price, cost. The rows of one id make one offer.
//   - activities: id*, at*, deal_id, offer_id, account_id, type, direction, automated, outcome, planned_for, done
//   - changes: deal_id*, field*, at* or on*, old, new (blank for none), currency, id, seq, recorded_at. field is amount, expected_close_date, forecast_category,
//     probability, owner, region or segment, mostly by a look-up. They are held until their deals come by.
//   - forecasts: scope*, a period*, category*, amount*, submitted_at*, currency, submitter, deal_ids, seq, id
//   - quotas: scope*, a period*, amount*, kind*, currency, credit_rule, id
//   - credits: deal_id*, rep_id*, share*
//   - costs: id*, a period*, category*, amount*, currency, region, product_group
//   - benchmarks: expected_days*, n*, valid_from*, segment, size_band, complexity, version
//   - rates: from*, to*, rate*, kind*, date (of spot rates) or a period, source
//
// A period is a cell such as "April 2026", "2026 Q2" or a fiscal year by fiscal_start; or the days period_from and either period_to, which is exclusive,
// or period_last. A scope is "all", or a kind (region, team, rep) and a key, as in region:DE or with scope_kind. Words of the source become keys by
// look-ups. A row that lacks what it must give, or of which that cannot be read, is refused; two rows alike are one row twice; rows of one id that
// differ are all refused.
//
// # Presets
//
// A profile may begin with preset = "hubspot", or another of Presets: the fields and rules of that CRM as it comes out of the box then stand beneath its own. What
// the profile says, it says instead of the preset; a field that it does not feed comes from the preset's column, which is optional; look-ups have the preset's
// where the profile has none of that name; sentinels and caveats add up. The rules of the preset decide only where none of the profile's own does, however narrow
// they are. Schema is the JSON Schema by which an editor completes and checks all this: the line #:schema profile.schema.json names it to most.
//
// # Drafts and questions
//
// Draft reads the beginning of an export and says what each column and each local value seems to be, by a lexicon of 28 languages and by what stands
// in the cells, each with its evidence. A proposal is sure where two proofs that do not rest on each other agree, mostly a name and its contents, or one
// cannot be mistaken; a word that is known to mislead (Qualified, Closed, Abschluss) never is. Drafted.WriteTOML writes what is sure as a profile, and
// each of the rest as a block [[questions]] with about, ask and candidates, behind which the answer stands marked with #?. ReadProfile refuses a profile
// that has such a block, each with its line and ErrOpenQuestion. Whoever answers takes the marks off, puts the answer in, and deletes the block.
//
// # Rules
//
// A rule matches where all its conditions hold and it is in force, and sets any of stage, status, cause and category. Of the rules that set one of
// these, A beats B where A's records are a strict subset of B's; within one axis an id beats a code, and a code beats a label, whenever both
// are in force. Two that set something differently and match one record, neither beating the other, do not compile. Ids and codes match exactly; labels after NFC,
// trimming, runs of spaces as one, and case folding in the locale.
//
// An event is mapped by the rules in force at its time, a deal's own codes by those in force when the file was written (Options.Exported). What no
// rule reads stays unmapped: a stage no stage, a status unknown, with the local value kept; a rule that asks for a blank reads nothing. A stage is open work: where the source gives no status, a
// rule that sets a stage and no status means open. A stage value whose rule sets a status alone ("Closed Won") is mapped; a deal that has ended has no stage of its own.
//
// # Versions
//
// A profile that changes is a new version with a day on which it begins; CompileVersions puts them together. The files are read by the last version,
// but an event is mapped by the rules of the version in force at its time, and keeps that version's name. A version without an end ends where the next
// begins; days of two versions, or of none between two, are faults. A deal's stages and statuses are those that the versions in force in its life can
// express between them. Diff maps the same rows by two sets and yields each deal twice, with what differs.
//
// A look-up whose rows hold for a time is read on the day of the event for a code of an event, and on the day of the export for all else: with no
// Options.Exported, the last that a key meant. Where it changes the owner, the region or the segment of a deal between its creation and the
// export, the deal gets a field event on the first moment of that day, unless the file of changes has any of that attribute. Two rows of one key that differ on a day are a fault in a profile; in a file they are
// a Finding, and on those days the key means nothing.
//
// # What happens to a row
//
// An empty line is no row. A row is refused, with a Finding, if it cannot be split (a quote that is not closed, more held bytes or columns than the Limits),
// holds a NUL byte or bytes that are not of the encoding, has more or fewer cells than the header, or is the header again; if its id is blank;
// if it repeats another row, or its id stands on rows that differ, which are then all refused (ruling Q18a). An event is also refused if its deal is not
// among those kept, its time cannot be read, it says neither stage nor status, or a local code of it is over the limits. Anything else that cannot be read - an impossible or ambiguous date, an amount
// with two marks, a value that is not in its look-up, a cell over Limits.CellBytes - is set aside, and the Finding says that the row was kept; a misspelling
// that the profile knows is repaired. A text that a spreadsheet would take for a formula, and one with characters that do not show or that turn the direction of
// writing, is kept as it is, with a Finding; ids and texts are in NFC. Of a cell over the limit nothing is held beyond it, so one without quotes may have any length; one in quotes counts
// towards Limits.RowBytes. A number or a date that the locale would write otherwise is read if it can mean one thing only; that liberty is no Finding
// but counted by column (Liberty). Events are identical if all that is read of them is; an event's id is looked at within its deal.
//
// # Coverage
//
// Every local value that a row of the deals or the history has is in the Coverage. Each of its rows is exact, assumed or lossy, by the rule that
// decided; or unmapped; or unread, where the cell was set aside. A value with more than one meaning is ambiguous: in context, if the other values of
// the record decide; over time, if the rules in force do; in the look-up, if that has two values for it. Beyond the limits - Options.Values, the
// length of a local code, 1024 cells of a column that its look-up lacks - only the number of rows is kept, under an empty text. Amounts are
// those of the deals file, added up exactly by currency. First and last seen are the time of an event and the creation of a deal.
//
// # Memory and order
//
// Where profile or Options declare both files sorted by deal id, they are read side by side in constant memory. Otherwise the deals are read
// twice, the first time for their ids, and the history is held: at most DealBytes for a deal and EventBytes for an event, ids not counted, up
// to Options.MaxBytes, beyond which the import ends with ErrTooLarge. Findings come in the order of the rows of each file. What a source yields does not depend
// on the order of its rows, except for the findings and for the order of the deals.
//
// # Concurrency
//
// A Set may be used by any number of goroutines, an Import by one. All other types are plain values.
package mapping

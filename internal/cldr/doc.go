// Package cldr holds what the locale tables of package normalize are generated from: a reduced extract of the Unicode
// Common Locale Data Repository, in the release named by Version, with a digest so that a changed file is noticed.
//
// Two programs work on it:
//
//   - generate reads the extract and writes normalize/tables_*.go. It needs no network, and `go generate ./...` runs it:
//     the same extract gives the same bytes.
//
//   - extract makes the extract anew from the unpacked npm packages cldr-core, cldr-numbers-full,
//     cldr-dates-full, cldr-localenames-full and cldr-misc-full.
//     It is run by hand when Version changes, from this folder:
//
//     npm pack cldr-{core,numbers-full,dates-full,localenames-full,misc-full}@48.0.0
//     for p in core numbers-full dates-full localenames-full misc-full; do mkdir -p /elsewhere/$p; tar xzf cldr-$p-*.tgz -C /elsewhere/$p --strip 1; done
//     go run ./extract /elsewhere data
//
// The data are under the Unicode licence v3, kept beside them in data/LICENSE.
package cldr

// Version is the CLDR release of the extract. It is the only place where the release is named; extract refuses packages
// of another one.
const Version = "48.0.0"

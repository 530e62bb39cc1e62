package mapping

import "slices"

// nearest returns the candidates in the order in which they resemble what was written, so that a text need not list them all.
func nearest(written string, candidates []string) []string {
	distance := make(map[string]int, len(candidates))
	for _, c := range candidates {
		distance[c] = edits(start(written), start(c))
	}
	sorted := slices.Clone(candidates)
	slices.SortStableFunc(sorted, func(a, b string) int { return distance[a] - distance[b] })
	return sorted
}

// start returns as much of a text as is compared.
func start(s string) []rune {
	runes := []rune(cut(s))
	return runes[:min(len(runes), 32)]
}

// edits counts the letters to insert, delete or replace that make b of a (Levenshtein).
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

// near returns the value that is spelt most nearly like a text that is none of them: otherwise only in case, or in one letter of each four. Empty for none.
func (v *vocabulary) near(text string) string {
	if text == "" || v.number(text) != 0 {
		return ""
	}
	written, best, least := []rune(v.labels.fold(cut(text))), "", 0
	for _, known := range v.texts {
		candidate := []rune(v.labels.fold(cut(known)))
		allowed := min(len(written), len(candidate)) / 4
		if n := len(written) - len(candidate); known == "" || n > allowed || -n > allowed {
			continue
		}
		if d := edits(written, candidate); d <= allowed && (best == "" || d < least || d == least && known < best) {
			best, least = known, d
		}
	}
	return best
}

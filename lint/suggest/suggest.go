// Package suggest guesses which of the names that there are somebody meant.
package suggest

import "strings"

// Nearest returns the candidate that name was probably meant to be, or "": one that has it as its last part, or one
// that few edits make of it.
func Nearest(name string, candidates []string) string {
	best, least := "", max(2, len(name)/3)+1
	for _, c := range candidates {
		if strings.HasSuffix(c, "/"+name) {
			return c
		}
		if d := editDistance(strings.ToLower(name), c); d < least {
			best, least = c, d
		}
	}
	return best
}

// editDistance returns how many bytes must be put in, taken out or replaced to make b of a.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

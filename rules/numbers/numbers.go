// Package numbers holds the rules on figures: in goes a document, out come numbers that are torn apart, parted
// from their sign, in the format of another language or at odds with themselves.
package numbers

import (
	"strings"

	"mtlint/lint"
)

// spaced reports whether white space stands between token i and the one before it, both on one line.
func spaced(d *lint.Document, i int) bool {
	from, to := int(d.Tokens[i-1].End), int(d.Tokens[i].Start)
	return from < to && strings.IndexByte(d.Text[from:to], '\n') < 0
}

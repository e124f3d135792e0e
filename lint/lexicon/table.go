package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// ParseTable reads a table of tab-separated values: a header with just the given columns, then one row a line; blank
// lines and lines that begin with # are passed over. The rows come back in order, each with a cell a column.
func ParseTable(name, data string, columns ...string) ([][]string, error) {
	lines := strings.Count(data, "\n") + 1
	rows := make([][]string, 0, lines)
	all := make([]string, 0, lines*len(columns)) // the cells of all rows
	header := true
	for i, more := 1, true; more; i++ {
		var line string
		if line, data, more = cut(data, '\n'); line == "" || line[0] == '#' {
			continue
		}
		first := len(all)
		for rest, tab := line, true; tab; {
			var cell string
			cell, rest, tab = cut(rest, '\t')
			all = append(all, cell)
		}
		cells := all[first:len(all):len(all)]
		switch {
		case header && !slices.Equal(cells, columns):
			return nil, fmt.Errorf("%s:%d: header %q, want %q", name, i, cells, columns)
		case !header && len(cells) != len(columns):
			return nil, fmt.Errorf("%s:%d: %d cells, want %d", name, i, len(cells), len(columns))
		case !header:
			rows = append(rows, cells)
		}
		header = false
	}
	if header {
		return nil, fmt.Errorf("%s: no header, want %q", name, columns)
	}
	return rows, nil
}

// cut is strings.Cut at a byte, which it need not search as a string.
func cut(s string, at byte) (before, after string, found bool) {
	if i := strings.IndexByte(s, at); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

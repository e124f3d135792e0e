package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// ParseTable reads a table of tab-separated values: a header that begins with the given columns, then one row a line;
// blank lines and lines that begin with # are passed over. The rows come back in order, each with a cell for every given
// column: those behind them, for readers of the table and tests, are not read.
func ParseTable(name, data string, columns ...string) ([][]string, error) {
	lines := strings.Count(data, "\n") + 1
	rows := make([][]string, 0, lines)
	all := make([]string, 0, lines*len(columns)) // the cells of all rows
	width := 0                                   // how many columns the header has
	for i, more := 1, true; more; i++ {
		var line string
		if line, data, more = cut(data, '\n'); line == "" || line[0] == '#' {
			continue
		}
		if width == 0 {
			header := strings.Split(line, "\t")
			if width = len(header); width < len(columns) || !slices.Equal(header[:len(columns)], columns) {
				return nil, fmt.Errorf("%s:%d: header %q, want %q", name, i, header, columns)
			}
			continue
		}
		if n := strings.Count(line, "\t") + 1; n != width {
			return nil, fmt.Errorf("%s:%d: %d cells, want %d", name, i, n, width)
		}
		first := len(all)
		for range columns {
			var cell string
			cell, line, _ = cut(line, '\t')
			all = append(all, cell)
		}
		rows = append(rows, all[first:len(all):len(all)])
	}
	if width == 0 {
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

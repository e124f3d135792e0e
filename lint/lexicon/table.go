package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// ParseTable reads a table of tab-separated values: a header with just the given columns, then one row a line; blank
// lines and lines that begin with # are passed over. The rows come back in order, each with a cell a column.
func ParseTable(name, data string, columns ...string) ([][]string, error) {
	rows := make([][]string, 0, strings.Count(data, "\n"))
	header := true
	for i, line := range strings.Split(data, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		switch {
		case header && !slices.Equal(cells, columns):
			return nil, fmt.Errorf("%s:%d: header %q, want %q", name, i+1, cells, columns)
		case !header && len(cells) != len(columns):
			return nil, fmt.Errorf("%s:%d: %d cells, want %d", name, i+1, len(cells), len(columns))
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

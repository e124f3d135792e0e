package main

import (
	_ "embed"
	"fmt"
	"io"
	"strings"
)

// extra holds words that the sources lack, one a line: the word, a tab, and its SCOWL level or the name of its flag.
//
//go:embed extra.tsv
var extra string

// addExtra adds the words of a text like extra to the list. A line that adds nothing to the list is an error.
func addExtra(list wordList, text string, report io.Writer) error {
	words, before := 0, len(list)
	for number, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		word, kind, _ := strings.Cut(line, "\t")
		entry, ok := kindEntry(kind)
		if !ok {
			return fmt.Errorf("extra.tsv:%d: %q is neither a level nor a flag", number+1, kind)
		}
		lower := forms(word)[0]
		if merge(list[lower], entry) == list[lower] {
			return fmt.Errorf("extra.tsv:%d: %q is listed as %s already", number+1, word, kind)
		}
		list.add(listedWord{word, entry})
		words++
	}
	fmt.Fprintf(report, "%-16s %7d words, %7d of them new\n", "extra.tsv", words, len(list)-before)
	return nil
}

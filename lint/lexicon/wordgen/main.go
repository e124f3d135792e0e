// Wordgen makes the embedded English word list from the word lists that fetch.sh fetches.
//
//	lint/lexicon/wordgen/fetch.sh DIR
//	go run ./lint/lexicon/wordgen -sources DIR -out lint/lexicon/words.bin
//
// It prints the number of words of every source. The same sources give the same bytes.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"mtlint/lint/lexicon/wordgen/wordtable"
)

func main() {
	sources := flag.String("sources", "", "the `folder` that fetch.sh filled")
	out := flag.String("out", "", "the `file` to write")
	flag.Parse()
	if err := run(*sources, *out); err != nil {
		fmt.Fprintln(os.Stderr, "wordgen:", err)
		os.Exit(1)
	}
}

// run writes the table of the sources to a file.
func run(sources, out string) error {
	table, err := generate(sources, os.Stdout)
	if err != nil {
		return err
	}
	return os.WriteFile(out, table, 0o644)
}

// generate returns the table of the sources and reports the number of words of each.
func generate(sources string, report io.Writer) ([]byte, error) {
	list := wordList{}
	for _, s := range allSources {
		words, err := s.read(sources)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		before := len(list)
		seen := wordList{}
		for _, w := range words {
			list.add(w)
			seen.add(w)
		}
		fmt.Fprintf(report, "%-16s %7d words, %7d of them new\n", s.name, len(seen), len(list)-before)
	}
	if err := addExtra(list, extra, report); err != nil {
		return nil, err
	}
	fmt.Fprintf(report, "%-16s %7d words\n", "all", len(list))
	return wordtable.Build(list)
}

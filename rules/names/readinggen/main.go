// Readinggen makes the table of the readings of Chinese characters from the sources that the fetch.sh of the word list fetches.
//
//	lint/lexicon/wordgen/fetch.sh DIR
//	go run ./rules/names/readinggen -sources DIR -out rules/names/data/readings.tsv
//
// A line is a character, its Mandarin reading in pinyin without tones, its Korean one in Hangul, and its Japanese ones in
// katakana, the most frequent one first. The same sources give the same bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
)

func main() {
	sources := flag.String("sources", "", "the `folder` that fetch.sh filled")
	out := flag.String("out", "", "the `file` to write")
	flag.Parse()
	if err := run(*sources, *out); err != nil {
		fmt.Fprintln(os.Stderr, "readinggen:", err)
		os.Exit(1)
	}
}

// run writes the table of the sources to a file.
func run(sources, out string) error {
	table, err := generate(sources)
	if err != nil {
		return err
	}
	return os.WriteFile(out, table, 0o644)
}

// generate returns the table of the sources.
func generate(sources string) ([]byte, error) {
	list, err := readUnihan(sources)
	if err != nil {
		return nil, err
	}
	words, err := readIPADIC(sources)
	if err != nil {
		return nil, err
	}
	japanese := learn(words)
	for r := range japanese {
		if list[r] == nil {
			list[r] = &character{}
		}
	}
	all := make([]rune, 0, len(list))
	for r := range list {
		all = append(all, r)
	}
	slices.Sort(all)
	var b bytes.Buffer
	for _, r := range all {
		c := list[r]
		if line := strings.Join([]string{c.mandarin, c.korean, strings.Join(japanese[r], " ")}, "\t"); line != "\t\t" {
			fmt.Fprintf(&b, "%c\t%s\n", r, strings.TrimRight(line, "\t"))
		}
	}
	return b.Bytes(), nil
}

package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/japanese"
)

// word is a Japanese word with the reading of all of it.
type word struct {
	text    []rune
	reading []rune // in katakana
}

// The folder of IPADIC inside the folder that fetch.sh fills, and its files of names and other nouns.
const ipadicPath = "mecab-ipadic/usr/share/mecab/dic/ipadic"

var ipadicFiles = []string{"Noun.name.csv", "Noun.place.csv", "Noun.proper.csv", "Noun.org.csv", "Noun.csv"}

// readIPADIC returns the words that have Chinese characters.
func readIPADIC(dir string) ([]word, error) {
	var words []word
	for _, file := range ipadicFiles {
		path := filepath.Join(dir, ipadicPath, file)
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		text, err := japanese.EUCJP.NewDecoder().Bytes(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for line := range strings.Lines(string(text)) {
			if fields := strings.Split(strings.TrimSpace(line), ","); len(fields) > 11 {
				if w := (word{[]rune(fields[0]), []rune(fields[11])}); w.isReadable() {
					words = append(words, w)
				}
			}
		}
	}
	return words, nil
}

// isReadable reports whether the word has Chinese characters, and other letters that stand for themselves.
func (w word) isReadable() bool {
	n := 0
	for _, r := range w.text {
		if unicode.Is(unicode.Han, r) {
			n++
		} else if kana(r) == 0 {
			return false
		}
	}
	return n > 0 && n <= maxCharacters && !slices.ContainsFunc(w.reading, func(r rune) bool { return kana(r) != r })
}

// kana returns the katakana of a letter of Japanese, 0 for other letters.
func kana(r rune) rune {
	switch {
	case r >= 'ぁ' && r <= 'ん':
		return r + 'ァ' - 'ぁ'
	case r >= 'ァ' && r <= 'ヶ', r == 'ー':
		return r
	}
	return 0
}

const (
	maxCharacters = 6 // Chinese characters of a word, at most
	maxReading    = 5 // kana of the reading of one of them, at most
	rounds        = 5 // of learning
	minCount      = 2 // words with a reading, at least
	minShare      = 100
	maxReadings   = 12
)

// reading is a reading of a character.
type reading struct {
	of   rune
	text string
}

// learn returns the readings of characters, the most frequent one first. What each of a word's characters adds to its reading
// is not said anywhere: it is taken to be what it adds to most other words, and those are counted again.
func learn(words []word) map[rune][]string {
	whole := make(map[reading]int) // of characters that are words by themselves
	for _, w := range words {
		if len(w.text) == 1 {
			whole[reading{w.text[0], string(w.reading)}]++
		}
	}
	counts := whole
	for range rounds {
		next := make(map[reading]int)
		for _, w := range words {
			for _, r := range w.split(counts) {
				next[r]++
			}
		}
		counts = next
	}
	totals, all := make(map[rune]int), make([]reading, 0, len(counts))
	for r, n := range counts {
		totals[r.of] += n
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b reading) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a.text, b.text)
	})
	out := make(map[rune][]string)
	for _, r := range all {
		if n := counts[r]; (whole[r] > 0 || n >= minCount && minShare*n >= totals[r.of] || len(out[r.of]) == 0) && len(out[r.of]) < maxReadings {
			out[r.of] = append(out[r.of], r.text)
		}
	}
	return out
}

// split returns the likeliest readings of the characters of a word by how often each was counted.
func (w word) split(counts map[reading]int) []reading {
	type cell struct {
		cost float64
		from int // of the reading before
	}
	width := len(w.reading) + 1
	cells := make([]cell, (len(w.text)+1)*width)
	for i := range cells {
		cells[i].cost = math.Inf(1)
	}
	cells[0].cost = 0
	for i, r := range w.text {
		for j := range width {
			cost := cells[i*width+j].cost
			if math.IsInf(cost, 1) {
				continue
			}
			if k := kana(r); k != 0 {
				if j+1 < width && (w.reading[j] == k || k == 'ヶ' || k == 'ケ') {
					reach := &cells[(i+1)*width+j+1]
					if cost < reach.cost {
						*reach = cell{cost, j}
					}
				}
				continue
			}
			for n := 1; n <= maxReading && j+n < width; n++ {
				seen := float64(counts[reading{r, string(w.reading[j : j+n])}])
				c := cost - math.Log(seen+math.Pow(unseen, float64(1+max(n-2, 2-n))))
				if reach := &cells[(i+1)*width+j+n]; c < reach.cost {
					*reach = cell{c, j}
				}
			}
		}
	}
	end := len(w.reading)
	if math.IsInf(cells[len(cells)-1].cost, 1) {
		return nil
	}
	var out []reading
	for i := len(w.text); i > 0; i-- {
		from := cells[i*width+end].from
		if r := w.text[i-1]; kana(r) == 0 {
			out = append(out, reading{r, string(w.reading[from:end])})
		}
		end = from
	}
	return out
}

// unseen is how often a reading of two kana that was not counted counts; one of another length counts for less.
const unseen = 0.1

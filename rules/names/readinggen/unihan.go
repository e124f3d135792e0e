package main

import (
	"bufio"
	"compress/bzip2"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// character is what Unihan says of a character.
type character struct {
	mandarin string // in pinyin without tones
	korean   string // in Hangul
}

// The folder of Unihan inside the folder that fetch.sh fills.
const unihanPath = "unicode-data/usr/share/unicode"

// readUnihan returns the readings of the characters that are in use: those of the usual standards of China, Taiwan, Japan
// and Korea.
func readUnihan(dir string) (map[rune]*character, error) {
	list := make(map[rune]*character)
	err := eachUnihan(dir, "OtherMappings", func(r rune, property, value string) {
		switch property {
		case "kTGH", "kJis0", "kKSC0":
			list[r] = &character{}
		case "kBigFive":
			if value <= lastFrequent {
				list[r] = &character{}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return list, eachUnihan(dir, "Readings", func(r rune, property, value string) {
		c := list[r]
		if c == nil {
			return
		}
		first, _, _ := strings.Cut(value, " ")
		switch property {
		case "kMandarin":
			c.mandarin = withoutTone(first)
		case "kHangul":
			c.korean, _, _ = strings.Cut(first, ":")
		}
	})
}

// lastFrequent is the code of the last of the frequent characters in Big5.
const lastFrequent = "C67E"

// withoutTone returns a syllable of pinyin without the mark of its tone, ü as u.
func withoutTone(syllable string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(syllable))
}

// eachUnihan calls f with every line of a file of Unihan.
func eachUnihan(dir, file string, f func(r rune, property, value string)) error {
	path := filepath.Join(dir, unihanPath, "Unihan_"+file+".txt.bz2")
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(bzip2.NewReader(in))
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != 3 {
			continue // a comment
		}
		code, err := strconv.ParseUint(strings.TrimPrefix(fields[0], "U+"), 16, 32)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		f(rune(code), fields[1], fields[2])
	}
	return lines.Err()
}

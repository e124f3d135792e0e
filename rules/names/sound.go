package names

import (
	"strconv"
	"strings"
)

// sound is a way of reading a letter of another script, in the letters a to z.
type sound struct {
	text string
	cost int // of a rarer one, in hundredths of a letter
}

// soundsOf reads ways of writing a sound that are joined by commas; a number is the cost of a rarer one.
func soundsOf(ways string) (all []sound) {
	for way := range strings.SplitSeq(ways, ",") {
		text := strings.TrimRight(way, "0123456789")
		cost, _ := strconv.Atoi(way[len(text):])
		all = append(all, sound{text, cost})
	}
	return all
}

// soundCosts is what turning letters of a word into the beginnings of a name costs, by how much of the name it is.
type soundCosts struct {
	name  string
	costs [width]int
	least int
}

// unreachable is more than any cost.
const unreachable = 1 << 20

// fromStart returns the costs before the first letter of a word.
func fromStart(name string) soundCosts {
	c := soundCosts{name: name}
	for j := 1; j <= len(name); j++ {
		c.costs[j] = unreachable
	}
	return c
}

// whole returns the cost of the letters so far being all of the name.
func (c *soundCosts) whole() int { return c.costs[len(c.name)] }

// read returns the costs after one more letter, which has several sounds; those above limit may be left out.
func (c *soundCosts) read(sounds []sound, limit int) soundCosts {
	next := soundCosts{name: c.name, least: unreachable}
	for j := range len(c.name) + 1 {
		next.costs[j] = unreachable
	}
	for i := range sounds {
		s := *c
		s.least += sounds[i].cost
		for j := range len(c.name) + 1 {
			s.costs[j] += sounds[i].cost
		}
		for k := 0; k < len(sounds[i].text) && s.least <= limit; k++ {
			s.readLetter(sounds[i].text, k)
		}
		if s.least > limit {
			continue
		}
		for j := range len(c.name) + 1 {
			next.costs[j] = min(next.costs[j], s.costs[j])
		}
		next.least = min(next.least, s.least)
	}
	return next
}

// readLetter goes on by letter k of a sound.
func (c *soundCosts) readLetter(text string, k int) {
	x, omitted := text[k], omittedCost(text, k)
	behind := c.costs[0] // the cost one letter of the name less, before this letter
	c.costs[0] += omitted
	c.least = c.costs[0]
	for j := 1; j <= len(c.name); j++ {
		before := c.costs[j]
		c.costs[j] = min(before+omitted, behind+soundsLike(x, c.name[j-1]), c.costs[j-1]+omittedCost(c.name, j-1))
		c.least = min(c.least, c.costs[j])
		behind = before
	}
}

// omittedCost is what it costs that one of a sound and a name lacks a letter of the other: little for long vowels, doubled
// consonants and the h behind a vowel.
func omittedCost(text string, k int) int {
	x := text[k]
	if k > 0 {
		switch last := text[k-1]; {
		case last == x, last == 'o' && x == 'u':
			return 5
		case isVowel(last) && x == 'h':
			return 20
		}
	}
	if isVowel(x) {
		return 70
	}
	return replaceCost
}

// soundsLike is the cost of a letter of a name in place of that of a sound.
func soundsLike(x, y byte) int {
	switch {
	case x == y:
		return 0
	case isVowel(x) && isVowel(y):
		return 60
	case x == 'n' && y == 'm', x == 'm' && y == 'n', x == 'r' && y == 'l', x == 'l' && y == 'r':
		return 20
	}
	return replaceCost
}

package leftover

import (
	"slices"
	"strings"

	"mtlint/lint"
)

// cover is what stands in a stretch of tokens that phrases of the page cover.
type cover struct {
	d       *lint.Document
	phrases []hit
	parts   int           // phrases, and words that say something
	sum     int           // how sure they are
	menus   int           // phrases of a menu, which are sure where separators stand between them
	weight  int           // and the signs of a page
	numbers int           // phrases with a number behind them
	words   int           // how much the words say that no phrase covers
	sure    int           // how many of them say much
	last    int           // the end of what is no separator
	said    string        // the last phrase
	forms   []lint.FormID // of the words that count

	stars, parted, counted, dated, listed bool
	loosely                               bool // words of pages that no phrase covers count
}

// from covers the tokens from one index on as far as it can before another, and returns how far that is.
func (c *cover) from(i, to int) int {
	k := 0
	for i < to {
		for k < len(c.phrases) && c.phrases[k].tokens.From < i {
			k++
		}
		if k < len(c.phrases) && c.phrases[k].tokens.From == i {
			c.add(c.phrases[k])
			if c.d.Tokens[c.phrases[k].tokens.To-1].Kind == lint.Number {
				c.numbers++
			}
			for ; i < c.phrases[k].tokens.To; i++ {
				c.note(i)
			}
		} else if c.isFree(i) {
			c.note(i)
			i++
		} else if c.addWord(i) {
			i++
		} else {
			break
		}
	}
	c.weight = c.sum + c.words
	if c.parted {
		c.weight += c.menus
	}
	for _, sign := range [...]bool{c.stars, c.stars, c.parted && c.parts > 1, c.counted, c.dated, c.numbers > 1} {
		if sign {
			c.weight++
		}
	}
	return i
}

// isLine reports whether what is covered is sure to be of the page, as a whole.
func (c *cover) isLine() bool {
	if c.listed && c.sum == c.parts-c.menus {
		return c.weight >= sureWords
	}
	return c.weight >= sureLine && (c.parts > 1 || c.weight > c.sum)
}

// isLoose reports whether a block without a stop that words of pages cover, too, is sure to be of the page.
func (c *cover) isLoose() bool {
	const fewest = 3 // words
	if c.sure > 0 && c.parts >= fewest {
		return c.weight >= sureLine
	}
	return c.parts > 1 && !c.listed && c.weight > sureWords
}

// add counts a phrase that is not said again.
func (c *cover) add(w hit) {
	said := c.d.Slice(c.d.Span(w.tokens))
	if said == c.said {
		return
	}
	c.said = said
	c.parts++
	switch {
	case w.menu:
		c.menus++
	case w.severity > lint.Info:
		c.sum += 2
	default:
		c.sum++
	}
}

// addWord counts token i where it is a word of pages; false where it is none.
func (c *cover) addWord(i int) bool {
	t := &c.d.Tokens[i]
	if t.Kind != lint.Word || !c.loosely {
		return false
	}
	says := pageWords().Get(c.d.Forms[t.Form].Hash)
	if says == 0 {
		return false
	}
	c.last = i + 1
	if says == 1 || slices.Contains(c.forms, t.Form) {
		return true
	}
	c.forms = append(c.forms, t.Form)
	c.words += says - 1
	c.parts++
	if says > 2 {
		c.sure++
	}
	return true
}

// isFree reports whether token i needs no phrase to cover it: a mark, a number, a part of a date, an address.
func (c *cover) isFree(i int) bool {
	switch c.d.Tokens[i].Kind {
	case lint.Quote:
		return isArrow(c.d.TokenText(i))
	case lint.Word:
		word := c.d.Fold(i)
		if word == "at" || word == "on" {
			return i+1 < len(c.d.Tokens) && (c.d.Tokens[i+1].Kind == lint.Number || isDay(c.d, i+1))
		}
		return clockWords[word] || isDay(c.d, i)
	}
	return true
}

// note notes what token i says of its line.
func (c *cover) note(i int) {
	text := c.d.TokenText(i)
	switch c.d.Tokens[i].Kind {
	case lint.Punct, lint.Symbol, lint.Quote:
		c.noteMark(text)
		return
	case lint.Bracket:
		return
	case lint.Number:
		c.dated = c.dated || isDateInFigures(text) || endsDateOrTime(c.d, i)
		c.counted = c.counted || i > 0 && isMark(c.d, i-1, "(")
	case lint.Word:
		c.dated = c.dated || isDay(c.d, i)
	case lint.Code:
		c.dated = c.dated || i == c.d.BlockOf(i).From && isSite(c.d, i) // harbour.com 3 weeks ago
		c.counted = c.counted || strings.IndexByte(text, '@') > 0 || files[text[strings.LastIndexByte(text, '.')+1:]]
	}
	c.last = i + 1
}

// noteMark notes what a mark says of its line: stars of a rating, the comma of a list, what parts the words of a menu.
func (c *cover) noteMark(text string) {
	c.stars = c.stars || strings.Contains("★☆⭐✩✰✮", text)
	c.listed = c.listed || text == ","
	c.parted = c.parted || isArrow(text) || strings.Contains("|·•►▷▶→↓↑◆■□>¦∙│", text)
}

// isDateInFigures reports whether a number has the two stops or hyphens of a date: 14.6.2022, 2022-06-14.
func isDateInFigures(number string) bool {
	return strings.Count(number, ".")+strings.Count(number, "-") == 2
}

// endsDateOrTime reports whether the number at token i ends a date with strokes or a time: 6/14/2022, 21:40.
func endsDateOrTime(d *lint.Document, i int) bool {
	return i > 3 && isMark(d, i-1, "/") && isMark(d, i-3, "/") || i > 1 && isMark(d, i-1, ":") && d.Tokens[i-2].Kind == lint.Number
}

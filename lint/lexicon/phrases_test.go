package lexicon_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
	"mtlint/lint/read"
)

func document(text string) *lint.Document {
	return read.Text(&lint.File{Path: "article.txt", Content: text}, language.English)
}

// found returns the phrases of a text, parted by " | ", with the indexes of their patterns.
func found(text string, patterns ...string) string {
	d := document(text)
	var out []string
	for _, m := range lexicon.NewPhrases(patterns).Find(d) {
		out = append(out, fmt.Sprintf("%d %s", m.Phrase, d.Slice(d.Span(m.Range))))
	}
	return strings.Join(out, " | ")
}

func TestPhrases(t *testing.T) {
	for _, c := range []struct{ patterns, text, want string }{ // patterns are parted by ;
		// Words
		{"on the other side", "On the other\n\nside. ON THE OTHER SIDE, on  the\tother side.", "0 ON THE OTHER SIDE | 0 on  the\tother side"},
		{"don't go", "Don’t go. Don`t go. Dont go.", "0 Don’t go | 0 Don`t go"},
		{"Al-Qa'ida", "al-Qaʿida and AL-QA’IDA", "0 al-Qaʿida | 0 AL-QA’IDA"},
		{"for example ,", "For example, this. For example this.", "0 For example,"},
		{"one two", "one, two one-two one two", "0 one two"},
		{"one two one", "one two one two one", "0 one two one"},
		{"a one", "a a one", "0 a one"},
		{"never", "nothing", ""},
		{"one", "", ""},
		// Alternatives
		{"in|on the day|night", "In the day on the night at the day", "0 In the day | 0 on the night"},
		{"<number>|some men", "5 men and some men", "0 5 men | 0 some men"},
		// Case
		{"=Turkey won", "Turkey won and turkey won and TURKEY won", "0 Turkey won"},
		{"=us|we came", "us came, US came, we came, WE came", "0 us came | 0 we came | 0 WE came"},
		// Optional
		{"the [very] end", "The end of the very end", "0 The end | 0 the very end"},
		{"[the] end", "the end, an end", "0 the end | 0 end"},
		{"go [right|left now] home", "go home. Go left now home. Go left home. Go right now home.", "0 go home | 0 Go left now home | 0 Go right now home"},
		{"a [b] [c] d", "a d. A b d. A c d. A b c d. A c b d.", "0 a d | 0 A b d | 0 A c d | 0 A b c d"},
		{"said that [he]", "said that he, said that she", "0 said that he | 0 said that"},
		// Classes
		{"<number> men", "3,500 men and 21st men and five men", "0 3,500 men | 0 21st men"},
		{"in <month>", "in May, in Sept. and in may and in MARCH", "0 in May | 0 in Sept | 0 in MARCH"},
		{"on <weekday>", "on Monday and on Tues and on sun", "0 on Monday | 0 on Tues"},
		{"<quote> so", "“So it is, \"so", "0 “So | 0 \"so"},
		{"Mr <Name> said", "Mr Joe Biden said, mr al-Wala’i said, mr Biden of said, mr NATO said", "0 Mr Joe Biden said | 0 mr al-Wala’i said | 0 mr NATO said"},
		{"<Name> <Name>", "Joe Robinette Biden came", "0 Joe Robinette Biden"},
		{"by <Name>", "by Joe Biden and by him", "0 by Joe Biden"},
		// The longest, from the left
		{"one two;one two three;two three four", "one two three four", "1 one two three"},
		{"one two three;one;two", "one two four", "1 one | 2 two"},
		{"a b|c;a c", "a c", "0 a c"},
		{"one two;one <number>|two three", "one two three", "1 one two three"},
		{"one <Name>;one Two", "one Two", "0 one Two"},
		// A pattern is looked for by its rarest word, wherever that stands
		{", so it", "He left, so it was late.", "0 , so it"},
		{"to [the] <Name> and [back] bridge", "To the Tower and back bridge, to Tower and bridge", "0 To the Tower and back bridge | 0 to Tower and bridge"},
		{"the bridge", "bridge the bridge bridge", "0 the bridge"},
		// A phrase lies within one sentence
		{"the end he", "It was the end. He left. It was the end he saw.", "0 the end he"},
		{"end . he", "The end. He left.", ""},
	} {
		if got := found(c.text, strings.Split(c.patterns, ";")...); got != c.want {
			t.Errorf("%q in %q: got %q, want %q", c.patterns, c.text, got, c.want)
		}
	}
}

func TestPhrasesMalformed(t *testing.T) {
	for pattern, want := range map[string]string{
		"":            "an empty word",
		"a  b":        "an empty word",
		" a":          "an empty word",
		"a ":          "an empty word",
		"a||b":        "an empty word",
		"a|":          "an empty word",
		"a [b":        "want a ] behind every [",
		"a b]":        "a [ before every ]",
		"a [b [c]]":   "want a ] behind every [",
		"a []":        "an empty word",
		"a [b]c":      "want a space behind ]",
		"a[b]":        "want a space before [",
		"[a]":         "may be left out wholly",
		"[a] [b|c]":   "may be left out wholly",
		"<name> said": "unknown class <name>",
		"in <>":       "unknown class <>",
		"= a":         "an empty word",
	} {
		t.Run(pattern, func(t *testing.T) {
			defer func() {
				if v := recover(); v == nil || !strings.Contains(fmt.Sprint(v), want) {
					t.Errorf("got panic %v, want one with %q", v, want)
				}
			}()
			found("a b", pattern)
		})
	}
}

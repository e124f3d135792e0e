package casing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LowerItem reports an item of a list that begins in lower case between items with a capital.
//
// Items are translated one by one, and a linked or bold first word loses its capital. Numbered items (2. the lamp) are found
// where most of the list has capitals and the next one before or behind does, and so are paragraphs that count on (third, do
// not) behind First and Second. Lists in lower case, names with a particle (van der Berg), names of programs and options, and
// numbers that are no labels are left alone.
//
// The fix is unsafe: the words before may be what was lost.
//
// bad: 1. Salt. It stands for hospitality. ¶ 2. the lamp. It stands for waiting. ¶ 3. The key. It stands for trust.
// bad: First, the hall should have no dark corners. ¶ Second, the mirror should not face the door. ¶ third, keep no broom.
// good: 1. salt for the guests ¶ 2. the lamp ¶ 3. the key
//
// Measured on machine output of all kinds: 0.00 hits per 10,000 words (5,400,000 words, few of them lists), on original English
// 0.00 (352,000 words), in 4,500,000 words of manuals, which are full of lists, none. None could be
// read: the level rests on the absence of false alarms and is provisional.
var LowerItem = &lint.Rule{
	Name:     "casing/lower-item",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling/Capitalization",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		if len(p.Blocks) < leastItems || lexicon.SmallI.Of(p.Document) {
			return
		}
		var items list
		for k := range p.Blocks {
			i, number := itemStart(p.Document, p.Blocks[k])
			if number > 0 && number != items.last+1 {
				items.report(p)
				items = list{}
			}
			if number > 0 {
				items.add(p.Document, i, number)
			}
		}
		items.report(p)
		reportOrdinals(p)
	},
}

// leastItems is how many items show how a list is written.
const leastItems = 3

// list is the items of a list so far: how many there are, those in lower case and the number of the last.
type list struct {
	count, last int
	lower       []int // the first words
}

func (l *list) add(d *lint.Document, i, number int) {
	l.count++
	l.last = number
	if d.Tokens[i].Case == lint.Lower {
		l.lower = append(l.lower, i)
	}
}

// report reports the items in lower case where few are.
func (l *list) report(p *lint.Pass) {
	if l.count < leastItems || leastItems*len(l.lower) > l.count {
		return
	}
	for _, i := range l.lower {
		if particles[p.Fold(i)] || sensesBegin[p.Fold(i)] || p.Fold(i) == "the" && p.Tokens[i+1].Case == lint.Title {
			continue // van der Berg, the White Stripes
		}
		if e := lexicon.EntryAt(p.Document, i); p.Tokens[i].Len() > 1 && e.Word() && e.Level() <= 50 && p.Tokens[i+1].Kind == lint.Word {
			reportLowerWord(p, lint.Warning, "item of a list", i)
		}
	}
}

// itemStart returns the first word of a block that is an item of a numbered list, and its number; 0 for no such block.
func itemStart(d *lint.Document, b lint.Block) (i, number int) {
	if b.To-b.From < 4 || d.Tokens[b.From].Kind != lint.Number || b.Kind.IsAside() {
		return 0, 0
	}
	for _, c := range []byte(d.TokenText(b.From)) {
		if c < '0' || c > '9' || number > 9 {
			return 0, 0
		}
		number = 10*number + int(c-'0')
	}
	mark, i := b.From+1, b.From+2
	if !d.Glued(mark) || d.Glued(i) || !isMark(d, mark, '.') && d.TokenText(mark) != ")" || d.Tokens[i].Kind != lint.Word {
		return 0, 0
	}
	return i, number
}

// reportOrdinals reports the paragraphs that count on in lower case behind one that counts with a capital: third, behind
// Second.
func reportOrdinals(p *lint.Pass) {
	capital := false
	for _, b := range p.Blocks {
		i := b.From
		if b.To-i < 4 || !isMark(p.Document, i+1, ',') || !ordinals[p.Fold(i)] || ordinals[p.Fold(i+2)] {
			continue
		}
		switch p.Tokens[i].Case {
		case lint.Title:
			capital = true
		case lint.Lower:
			if capital {
				reportLowerWord(p, lint.Warning, "paragraph", i)
			}
		}
	}
}

// sensesBegin holds words that a sense in a dictionary, a line of verse or the last answer of a test (none of the above) begins
// with.
var sensesBegin = lint.WordSet("to in of and or but all none both")

// ordinals holds words that count paragraphs.
var ordinals = lint.WordSet("first second third fourth fifth sixth seventh firstly secondly thirdly fourthly fifthly finally lastly")

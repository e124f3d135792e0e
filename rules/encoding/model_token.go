package encoding

import (
	"strings"

	"mtlint/lint"
)

// ModelToken reports a symbol of a translation model in the text: <unk>, ⁇, ▁, @-@, </s>, play@@ ing.
//
// Models work on pieces of words and symbols of their own. When the text is put together wrongly they stay: the sign for
// an unknown word, for the start and end of a sentence, for a joined hyphen or a torn word.
//
// The fix puts the pieces together and is safe; where a word is lost (<unk>, ⁇) it deletes the sign and is unsafe.
//
// bad: The minister of <unk> met the well @-@ known writer.
// bad: They were play@@ ing in the ▁garden .</s>
// good: The minister of trade met the well-known writer.
// good: Write to anna@example.org or see <https://example.org>.
//
// Measured on machine-translated news: 0.12 hits per 10,000 words, on all machine translation 0.14, on clean English
// (340,000 words) 0; 30 read, 30 right.
var ModelToken = &lint.Rule{
	Name:     "encoding/model-token",
	Severity: lint.Error,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		ends := make([]int, len(modelTokens)) // of the last of each found
		for _, first := range []byte("<[@#") {
			for i := 0; ; i++ {
				n := strings.IndexByte(p.Text[i:], first)
				if n < 0 {
					break
				}
				i += n
				findModelTokens(p, i, ends)
			}
		}
		if chars := charactersOf.Of(p.Document); chars.traits&hasModelSymbol != 0 {
			for _, i := range chars.places {
				findModelTokens(p, int(i), ends)
			}
		}
	},
}

// findModelTokens reports the symbols that begin at offset i and behind the last of their kind.
func findModelTokens(p *lint.Pass, i int, ends []int) {
	for n := range modelTokens {
		k := &modelTokens[n]
		if i < ends[n] || !strings.HasPrefix(p.Text[i:], k.text) {
			continue
		}
		s := k.run(p.Text, i)
		ends[n] = s.End
		if (k.holds == nil || k.holds(p.Text, s)) && !isInCode(p.Document, s.Start) {
			k.report(p, s)
		}
	}
}

// modelToken is one symbol and what becomes of it.
type modelToken struct {
	text   string
	treats treatment
	holds  func(text string, s lint.Span) bool // whether this is the symbol; nil: always
}

// treatment says how a symbol is taken away.
type treatment uint8

const (
	lost    treatment = iota // a word is lost with it
	removed                  // it stands for nothing
	hyphen                   // it and the spaces round it are a mark
	torn                     // it and the space behind it tear a word
	tornAt                   // it and the space before it tear a word
	spacer                   // it is a space
)

// run returns the symbol at offset i and the same symbols behind it that only spaces part.
func (k modelToken) run(text string, i int) lint.Span {
	s := lint.Span{Start: i, End: i + len(k.text)}
	for k.treats == lost || k.treats == removed {
		next := skipSpace(text, s.End)
		if !strings.HasPrefix(text[next:], k.text) {
			break
		}
		s.End = next + len(k.text)
	}
	return s
}

func (k modelToken) report(p *lint.Pass, s lint.Span) {
	edit, text, safety := s, "", lint.Safe
	title := "delete it"
	switch k.treats {
	case lost:
		edit, safety = withoutSpace(p.Text, s), lint.Unsafe
	case removed:
		edit = withoutSpace(p.Text, s)
	case hyphen:
		edit = lint.Span{Start: s.Start - 1, End: s.End + 1}
		text, title = k.text[1:2], "join the words"
	case torn:
		edit.End++
		title = "join the pieces"
	case tornAt:
		edit.Start--
		title = "join the pieces"
	case spacer:
		if s.Start > 0 && before(p.Text, s.Start) != ' ' && after(p.Text, s.End) != ' ' {
			text = " "
		} else {
			edit = withoutSpace(p.Text, s)
		}
		title = "write a space"
	}
	d := lint.Diagnostic{
		Span:    s,
		Message: "‘" + k.text + "’ is a symbol of a translation model",
		Fixes:   []lint.Fix{lint.Replace(title, safety, edit, text)},
	}
	if k.treats == hyphen {
		d.Fixes = append(d.Fixes, lint.Replace("delete it", lint.Unsafe, withoutSpace(p.Text, s), ""))
	}
	p.Report(d)
}

var modelTokens = []modelToken{
	{"<unk>", lost, nil}, {"<UNK>", lost, nil}, {"[UNK]", lost, nil}, {"⁇", lost, endsNoWord}, {"< unk >", lost, nil},
	{"<s>", removed, endsNoStrike}, {"</s>", removed, beginsNoStrike}, {"<pad>", removed, nil}, {"[PAD]", removed, nil}, {"<mask>", lost, nil}, {"[MASK]", lost, nil},
	{"[CLS]", removed, nil}, {"[SEP]", removed, nil}, {"<bos>", removed, nil}, {"<eos>", removed, nil}, {"<EOS>", removed, nil},
	{"<|endoftext|>", removed, nil}, {"<|im_start|>", removed, nil}, {"<|im_end|>", removed, nil}, {"<|eot_id|>", removed, nil},
	{"@-@", hyphen, isSpaced}, {"@,@", hyphen, isSpaced}, {"@.@", hyphen, isSpaced}, {"@/@", hyphen, isSpaced},
	{"@@", torn, isTorn}, {"##", tornAt, isWordPiece}, {"▁", spacer, nil},
}

// isSpaced reports whether words stand on either side with a space between.
func isSpaced(text string, s lint.Span) bool {
	return s.Start > 1 && s.End+1 < len(text) && text[s.Start-1] == ' ' && text[s.End] == ' ' && text[s.End+1] != '\n'
}

// isTorn reports whether @@ ends one piece and the next begins behind a space.
func isTorn(text string, s lint.Span) bool {
	return s.Start > 0 && isWordByte(text[s.Start-1]) && s.End+1 < len(text) && text[s.End] == ' ' && isWordByte(text[s.End+1])
}

// isWordPiece reports whether ## begins a piece of the word before it: small letters follow, a small letter comes before
// the space. Pieces are short: ##openlibrary is a channel.
func isWordPiece(text string, s lint.Span) bool {
	const longest = 7
	end := s.End
	for end < len(text) && isWordByte(text[end]) {
		end++
	}
	return end-s.End <= longest && s.Start > 1 && text[s.Start-1] == ' ' && isWordByte(text[s.Start-2]) && s.End < len(text) && 'a' <= text[s.End] && text[s.End] <= 'z'
}

// endsNoWord reports whether the sign does not touch the word before it, as two question marks in one character would.
func endsNoWord(text string, s lint.Span) bool { return s.Start == 0 || !isWordByte(text[s.Start-1]) }

func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c >= 0x80 }

// beginsNoStrike reports whether </s> is the end of a sentence rather than of struck text: no <s> stands before it in its
// line.
func beginsNoStrike(text string, s lint.Span) bool {
	line := text[max(0, s.Start-longestStrike):s.Start]
	return !strings.Contains(line[strings.LastIndexByte(line, '\n')+1:], "<s>")
}

// longestStrike is how far before the end of struck text its beginning is looked for, in bytes.
const longestStrike = 2000

// endsNoStrike reports whether <s> is the start of a sentence rather than struck text: no </s> follows in its line.
func endsNoStrike(text string, s lint.Span) bool {
	rest := text[s.End:min(len(text), s.End+longestStrike)]
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		rest = rest[:n]
	}
	return s.Start == 0 || text[s.Start-1] == '\n' || !strings.Contains(rest, "</s>")
}

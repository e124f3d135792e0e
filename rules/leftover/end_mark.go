package leftover

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// EndMark reports the end mark of a news agency that was translated as a word, or its signature behind the last sentence:
// .” Ended, Ending / 25 h, … on Friday. dpa
//
// Arabic and Persian agencies close a report with intaha and the editor's number. The engine makes it Ended, Ending, Finished or
// The end, glued behind the last sentence or on a line of its own. A word of English in that place has a full stop, or a sentence
// round it. At times the mark stays in Latin letters (anteha). Russian agencies end with -0-, Vietnamese ones with a stroke and a
// stop (of the month./.). Other agencies sign with their name, which English sets in brackets; a few capitals that come nowhere
// else, behind the last stop of an article, are such a name, too; where they are not three letters or make a word, they are worth
// a look only.
//
// Editors sign with their initials: (rzk/lth), [fik], mw/ jann/, (RAS) kj/, RZ/4071882. Such a line has nothing but short words
// that are none of English, brackets and strokes; behind the last sentence they stand in brackets. Pairs of two letters may be
// tags of a menu or an advertisement (vg/gf), and count at the end of the article alone.
//
// The fix deletes the mark. It is safe where a number or a stroke is part of it.
//
// bad: “We will rebuild the country.” Ended
// bad: The talks go on. ¶ Ending / 25 h
// bad: The talks on the new bridge go on in the town, the minister said on Friday. dpa
// bad: The talks go on in the town, the minister said. (rzk/lth)
// bad: The fair is held on the last Sunday of the month./.
// good: In 1990 the war ended
// good: “It is over.” The end of the war came in May.
//
// Measured on machine-translated news: 0.06 hits per 10,000 words, on clean English none; 31 read, all right, and 6 of -0-, all
// right. Those texts have no initials of editors and no unknown capitals at their end, so that the level of these rests on the
// absence of false alarms and is provisional.
var EndMark = &lint.Rule{
	Name:     "leftover/end-mark",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		for _, b := range p.Blocks {
			i := endMark(p.Document, b)
			if i < 0 {
				i = initials(p.Document, b)
			}
			if i < 0 {
				continue
			}
			r := lint.Range{From: i, To: b.To}
			safety := lint.Unsafe
			if b.To-i > 2 && i > b.From && !isMark(p.Document, i, "[") {
				safety = lint.Safe
			}
			severity := lint.Warning
			if i == b.To-1 && isUnknownSignature(p.Document, b, i) && !isSignature(p.Document, b, i) && mayBeWord(p.Document, i) {
				severity = lint.Info
			}
			s := p.Span(r)
			p.Report(lint.Diagnostic{
				Span:     s,
				Severity: severity,
				Message:  "‘" + p.Slice(s) + "’ is the end mark of an agency",
				Fixes:    []lint.Fix{lint.Replace("delete it", safety, upTo(p.Document, b, r), "")},
			})
		}
	},
}

// endMark returns the token that begins the end mark of a block, or -1: a word of ending behind a stop or a quotation
// mark or at the start of the block, and nothing behind it but numbers, strokes and single letters.
func endMark(d *lint.Document, b lint.Block) int {
	const longest = 8
	for i := b.To - 1; i >= b.From && b.To-i <= longest; i-- {
		t := &d.Tokens[i]
		switch {
		case t.Kind == lint.Word && endings[d.Fold(i)]:
			return endMarkAt(d, b, i)
		case i == b.To-1 && (isSignature(d, b, i) || isUnknownSignature(d, b, i) || isTranscribed(d, b, i) || isHashtag(d, i)):
			return i
		case i == b.To-3 && isZeroMark(d, b, i):
			return i
		case i == b.To-2 && isStrokedStop(d, i):
			return i
		case t.Kind == lint.Number, t.Kind == lint.Code, t.Kind == lint.Word && isSign(d.TokenText(i)), isMark(d, i, "/()|-."), isDash(d, i):
		default:
			return -1
		}
	}
	return -1
}

// isSignature reports whether token i is the name of an agency in capitals, or dpa, behind the stop of the sentences of a
// paragraph.
func isSignature(d *lint.Document, b lint.Block, i int) bool {
	const shortest = 12
	t := &d.Tokens[i]
	return t.Kind == lint.Word && i-b.From >= shortest && (t.Case == lint.Upper || d.TokenText(i) == "dpa") && agencies()[d.Fold(i)] &&
		(isMark(d, i-1, ".!?") && d.Tokens[i-2].Len() > 2 || d.Tokens[i-1].Kind == lint.Quote) && !d.Glued(i)
}

// isUnknownSignature reports whether token i is a few capitals that come nowhere else, behind the last stop of an article.
func isUnknownSignature(d *lint.Document, b lint.Block, i int) bool {
	const shortest, shortestMark, longestMark, fewest = 12, 2, 5, 3 // tokens, letters, sentences
	t := &d.Tokens[i]
	if i+1 < len(d.Tokens) || t.Kind != lint.Word || t.Case != lint.Upper || t.Len() < shortestMark || t.Len() > longestMark || i-b.From < shortest {
		return false
	}
	return len(d.Sentences) >= fewest && isMark(d, i-1, ".!?") && d.Tokens[i-2].Len() > 2 && !d.Glued(i) && d.Forms[t.Form].Count == 1 && !lastWord[d.Fold(i)]
}

// mayBeWord reports whether token i, in capitals, is not three letters, as the name of an agency is, or an English word.
func mayBeWord(d *lint.Document, i int) bool {
	const usual = 3 // letters
	return d.Tokens[i].Len() != usual || lexicon.EntryAt(d, i).Word()
}

// lastWord holds what writers set in capitals behind their last sentence.
var lastWord = lint.WordSet("end fin qed rip lol ok tbc amen yes no ps usa uk llc ltd inc rsvp byob byo eoe fact ever never xx xxx xo xoxo tba tbd ttfn sdg ono ovno obo wow sos help omg asap fyi diy nb pps pto ymmv imo imho")

// isTranscribed reports whether token i is the mark of an Arabic agency in Latin letters, behind the last stop of a block.
func isTranscribed(d *lint.Document, b lint.Block, i int) bool {
	return i > b.From+1 && transcribed[d.Fold(i)] && endsSentence(d, i)
}

// transcribed are spellings of the word intaha, it has ended.
var transcribed = lint.WordSet("intaha intahaa intahā antaha anteha enteha entaha inteha intahi intehaa")

// isZeroMark reports whether the nought between dashes that Russian agencies end a report with begins with token i: -0-
func isZeroMark(d *lint.Document, b lint.Block, i int) bool {
	return b.To == len(d.Tokens) && i > 0 && d.TokenText(i+1) == "0" && isDash(d, i) && isDash(d, i+2) && d.Glued(i+1) && d.Glued(i+2) && (i == b.From || endsSentence(d, i))
}

// isStrokedStop reports whether the stroke at token i has a stop on either side that touches it, as Vietnamese papers end a
// report: of the month./.
func isStrokedStop(d *lint.Document, i int) bool {
	return i > 1 && isByte(d, i, '/') && isByte(d, i-1, '.') && isByte(d, i+1, '.') && d.Glued(i) && d.Glued(i+1) &&
		d.Glued(i-1) &&
		d.Tokens[i-2].Kind != lint.Punct
}

// isDash reports whether token i is a dash, or hyphens that stand for one.
func isDash(d *lint.Document, i int) bool {
	switch d.TokenText(i) {
	case "-", "--", "–", "—":
		return true
	}
	return false
}

// initials returns the token that begins the initials of editors, which are all of a block behind the first two and
// behind a sentence, or stand in brackets behind the last stop of one, or -1.
func initials(d *lint.Document, b lint.Block) int {
	const longest = 12
	if b.Kind == lint.Cell || b.Kind == lint.ListItem {
		return -1
	}
	var seen signs
	for i := b.To - 1; i >= b.From && b.To-i <= longest; i-- {
		if !seen.add(d, i) {
			return -1
		}
		if i == b.From {
			if isBehindText(d, i) && seen.isLine(b.To == len(d.Tokens)) {
				return i
			}
		} else if isMark(d, i, "([") && seen.isInBrackets(d, b, i) && endsSentence(d, i) {
			return i
		}
	}
	return -1
}

// isBehindText reports whether the block that begins at token i stands behind the first two and behind a sentence.
func isBehindText(d *lint.Document, i int) bool {
	return i > 0 && i >= d.Blocks[min(2, len(d.Blocks)-1)].From && endsSentence(d, i)
}

// endsSentence reports whether a sentence ends before token i, with its mark or a quotation mark.
func endsSentence(d *lint.Document, i int) bool {
	return d.Tokens[i-1].Kind == lint.Quote || isMark(d, i-1, ".!?")
}

// signs is how many of what initials are made of a stretch of tokens has.
type signs struct{ words, small, long, names, strokes, numbers, figures, brackets int }

// add counts token i; false where it is nothing of initials.
func (s *signs) add(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	switch {
	case isMark(d, i, "/|"):
		s.strokes++
	case t.Kind == lint.Bracket:
		s.brackets++
	case isMark(d, i, "-.,"):
	case t.Kind == lint.Number:
		s.numbers++
		s.figures += t.Len()
	case t.Kind == lint.Word && isInitials(d, i):
		s.words++
		if t.Len() > 2 {
			s.long++
		}
		if t.Case == lint.Lower {
			s.small++
		} else if strings.IndexByte(d.TokenText(i), '-') > 0 {
			s.strokes++
		}
	case t.Kind == lint.Word && t.Case == lint.Upper:
		s.names++
	default:
		return false
	}
	return s.names < 2 && s.numbers < 2
}

// isLine reports whether a line is initials: in small letters with a stroke or in brackets, or several with a stroke and
// brackets, at the end of the article with a number, and one alone with the number of a record.
func (s *signs) isLine(last bool) bool {
	switch {
	case s.words == 0:
		return false
	case s.strokes == 0:
		return s.words == 1 && s.small == 1 && s.names == 0 && s.brackets == 2
	case s.small > 0:
		return s.numbers == 0
	}
	const shortest = 5 // figures of the number of a record
	if s.words == 1 && s.numbers == 1 && s.figures >= shortest && s.strokes == 1 && s.names+s.brackets == 0 {
		return last
	}
	return s.words+s.names > 1 && (s.brackets > 0 || s.numbers == 1 && last)
}

// isTag reports whether square brackets hold one short word: [fik].
func (s *signs) isTag() bool {
	return s.words == 1 && s.small == 1 && s.long == 1 && s.names+s.numbers+s.strokes == 0 && s.brackets == 2
}

// isInBrackets reports whether the brackets that open at token i, and end the block, hold one short word or initials with a
// stroke.
func (s *signs) isInBrackets(d *lint.Document, b lint.Block, i int) bool {
	return isMark(d, i, "[") && s.isTag() || s.isPair(b.From > 0 && b.To == len(d.Tokens))
}

// isPair reports whether brackets hold initials with a stroke, in small letters: (rzk/lth). Of two letters each they count at the
// end of the article alone.
func (s *signs) isPair(last bool) bool {
	return s.small > 0 && s.strokes > 0 && (s.long > 0 || last)
}

// isInitials reports whether token i may be the initials of an editor: a short word that is none of English.
func isInitials(d *lint.Document, i int) bool {
	const longest = 5
	t := &d.Tokens[i]
	if t.Len() > longest || notInitials[d.Fold(i)] || strings.ContainsAny(d.TokenText(i), "0123456789") {
		return false
	}
	return t.Case >= lint.Title && (t.Case == lint.Upper || t.Len() == 1) || t.Case == lint.Lower && t.Len() > 1 && !lexicon.EntryAt(d, i).Word()
}

// notInitials are short words that stand with strokes or in brackets: km/h, AC/DC, [pdf].
var notInitials = lint.WordSet("sic etc ibid pdf xls doc docx xlsx ppt jpg jpeg png gif css csv zip mp3 mp4 html xml txt lat deu eng fra ger rus pol ita esp por fre spa lol btw imho wip todo nsfw km mph kmh kg kb mb gb ml mm cm hz khz mhz ghz kw kwh mw mwh gw rpm bpm fps px vs aka ac dc tv am fm pm ad bc usd eur gbp")

// isHashtag reports whether token i is a hashtag that says that the report ends: #Ended.
func isHashtag(d *lint.Document, i int) bool {
	word, ok := strings.CutPrefix(d.TokenText(i), "#")
	return ok && endings[strings.ToLower(word)]
}

// isSign reports whether a word is an editor's sign: one or two letters, or a letter and a number.
func isSign(s string) bool {
	return len(s) <= 2 || len(s) <= 4 && strings.Trim(s[1:], "0123456789") == ""
}

// endMarkAt returns where the end mark with the word of ending at token i begins, or -1.
func endMarkAt(d *lint.Document, b lint.Block, i int) int {
	if i > b.From && isMark(d, i-1, "(") && b.To == i+2 && isMark(d, i+1, ")") {
		if from := i - 1; from == b.From || endsSentence(d, from) {
			return from
		}
		return -1
	}
	isFirst := i == b.From
	if d.Tokens[i].Case == lint.Lower || !isFirst && !endsSentence(d, i) {
		return -1
	}
	if isNumbered(d, b, i) || i+1 == b.To && isEnding(d.Fold(i), isFirst) {
		return i
	}
	return -1
}

// isEnding reports whether the word, with nothing behind it, ends a report: Ended on a line of its own, behind a sentence any
// but End.
func isEnding(word string, isLine bool) bool {
	if isLine {
		return word == "ended"
	}
	return word != "end"
}

// isNumbered reports whether the number or the stroke of an editor stands behind the word of ending at token i: Ending / 25 h.
func isNumbered(d *lint.Document, b lint.Block, i int) bool {
	next := i + 1
	if next == b.To {
		return false
	}
	k := d.Tokens[next].Kind
	return k != lint.Punct && k != lint.Word || next+1 < b.To && isMark(d, next, "/|")
}

// endings are the words by which the mark is translated.
var endings = map[string]bool{"ended": true, "ending": true, "finished": true, "end": true, "completed": true, "finish": true, "concluded": true}

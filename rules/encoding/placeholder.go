package encoding

import (
	"strings"

	"mtlint/lint"
)

// Placeholder reports a slot for a value that was never filled in: {0}, %s, { 0 }, % s, xnumx, ${name}, <URL>, (19459003),
// /kloc-0/.
//
// Numbers, names and addresses are hidden from the engine behind placeholders and put back afterwards; a placeholder that it
// changed (% s, Xnumx) is not found again. A link may stand behind a name and a key between low lines (___link_7b20d1___).
// Others put a key in braces for the sign behind a number: 25{a41f09bc77e2}. A name in braces that is all of a line is a field
// of the page ({title}). Percentages (50 % d’accord) and sets of numbers
// in prose about mathematics are right.
//
// There is no fix: the value is lost.
//
// bad: The town has {0} inhabitants and xnumx schools.
// bad: Connecting to % s failed.
// bad: He met the mayor of the town (19459003), who was ill.
// good: The town has 50% sales growth and 100 % support.
// good: He used printf("%s") and 5 %d’accord.
//
// Measured on machine-translated news: 0.50 hits per 10,000 words, most of them addresses that had been hidden, on
// original English (352,000 words) 0.06, such addresses as well; 17 read, 17 right, and one (19459003) on a web page.
var Placeholder = &lint.Rule{
	Name:     "encoding/placeholder",
	Severity: lint.Error,
	MQM:      "Accuracy/Omission",
	Run: func(p *lint.Pass) {
		find(p, "{", braceSlot)
		find(p, "%", percentSlot)
		find(p, "xnumx", numberSlot)
		find(p, "XNUMX", numberSlot)
		find(p, "Xnumx", numberSlot)
		find(p, "<", addressSlot)
		find(p, "__", underscoreSlot)
		find(p, "___", wrappedSlot)
		find(p, "194590", serialSlot)
		find(p, "/kloc", klocSlot)
	},
}

// find reports every placeholder that begins with the mark; slot returns the end of the one at offset i, or 0.
func find(p *lint.Pass, mark string, slot func(text string, i int) int) {
	for i := 0; ; {
		n := strings.Index(p.Text[i:], mark)
		if n < 0 {
			return
		}
		i += n
		end := slot(p.Text, i)
		if end == 0 || isInCode(p.Document, i) && !isNumberMark(mark) {
			i += len(mark)
			continue
		}
		s := lint.Span{Start: i, End: end}
		p.Report(lint.Diagnostic{Span: s, Message: "‘" + p.Slice(s) + "’ is a placeholder whose value is missing"})
		i = end
	}
}

// isNumberMark reports whether the mark is one that no address has: news-xnumx.example.
func isNumberMark(mark string) bool { return strings.EqualFold(mark, "xnumx") }

// klocSlot is /kloc-0/, by which a service for Chinese hides the digit 1.
func klocSlot(text string, i int) int {
	end := i + len("/kloc")
	if byteAt(text, end) == '-' {
		end++
		for isDigit(byteAt(text, end)) {
			end++
		}
		if byteAt(text, end) == '/' {
			end++
		}
		return end
	}
	if isWordByte(byteAt(text, end)) {
		return 0
	}
	return end
}

// keySlot is {a41f09bc77e2} behind a number: a key in figures and small letters up to f.
func keySlot(text string, i int) int {
	const shortest, longest = 8, 64
	at, digits := i+1, 0
	for at < len(text) && (isDigit(text[at]) || 'a' <= text[at] && text[at] <= 'f') {
		if isDigit(text[at]) {
			digits++
		}
		at++
	}
	if n := at - i - 1; n < shortest || n > longest || digits == 0 || digits == n || byteAt(text, at) != '}' {
		return 0
	}
	if left := strings.TrimRight(text[:i], " "); left == "" || !isDigit(left[len(left)-1]) {
		return 0
	}
	return at + 1
}

// braceSlot is {0}, { 0 }, {{name}}, ${name}, and {name} on a line of its own.
func braceSlot(text string, i int) int {
	const longest, longestNumber = 40, 2
	if end := max(keySlot(text, i), lineSlot(text, i)); end > 0 {
		return end
	}
	open, closer := 1, "}"
	if strings.HasPrefix(text[i:], "{{") {
		open, closer = 2, "}}"
	}
	isNamed := open == 2 || i > 0 && text[i-1] == '$'
	start := skipSpace(text, i+open)
	at := start
	for at < len(text) && (isDigit(text[at]) || isNamed && isNameByte(text[at])) {
		at++
	}
	if n := at - start; n == 0 || n > longest || open == 1 && isDigit(text[start]) && n > longestNumber {
		return 0
	}
	at = skipSpace(text, at)
	if !strings.HasPrefix(text[at:], closer) || hasSuffixFold(strings.TrimRight(text[:i], " "), " set") {
		return 0 // the set {0}
	}
	return at + len(closer)
}

// stageWords holds what a transcript says in braces.
var stageWords = lint.WordSet("music laughs laughter laughing applause chorus verse bridge intro outro fin end pause silence cheers sighs")

// lineSlot is {title}, a field of a template, that is all of its line, and no {applause}.
func lineSlot(text string, i int) int {
	if i > 0 && text[i-1] != '\n' {
		return 0
	}
	at := i + 1
	for at < len(text) && (text[at] >= 'a' && text[at] <= 'z' || text[at] == '_') {
		at++
	}
	if at < i+3 || stageWords[text[i+1:at]] || byteAt(text, at) != '}' || at+1 < len(text) && text[at+1] != '\n' && text[at+1] != '\r' {
		return 0
	}
	return at + 1
}

// isNameByte reports whether c may stand in the name of a slot: user_name, user.name.
func isNameByte(c byte) bool { return isLetter(c) || c == '_' || c == '.' }

// percentSlot is %s, % s, %1$s, %d: behind no number, and before no letter or apostrophe.
func percentSlot(text string, i int) int {
	at := skipSpace(text, i+1)
	if at > i+2 || isPercentage(text, i) {
		return 0
	}
	if at+1 < len(text) && isDigit(text[at]) && text[at+1] == '$' {
		at += 2
	}
	if at == len(text) || !strings.ContainsRune("sdif@", rune(text[at])) || text[at] == 'i' && at > i+1 {
		return 0
	}
	at++
	if r := after(text, at); isWordByte(byteAt(text, at)) || r == '\'' || r == '’' || r == '-' {
		return 0
	}
	return at
}

// isPercentage reports whether the sign at offset i stands behind a number, a mark of inches, another such sign or a word, as
// that of a percentage does: 5 % of.
func isPercentage(text string, i int) bool {
	if i > 0 && isWordByte(text[i-1]) {
		return true
	}
	left := strings.TrimRight(text[:i], " ")
	if left == "" {
		return false
	}
	last := left[len(left)-1]
	return isDigit(last) || last == '"' || last == '%'
}

// numberSlot is xnumx.
func numberSlot(_ string, i int) int { return i + len("xnumx") }

// serialSlot is (19459003), a number of a row by which a service hides markup.
func serialSlot(text string, i int) int {
	end := i + len("19459003")
	if i == 0 || end >= len(text) || !isDigit(text[end-2]) || !isDigit(text[end-1]) {
		return 0
	}
	if pair := text[i-1:i] + text[end:end+1]; pair != "()" && pair != "[]" {
		return 0
	}
	before := strings.TrimRight(text[:i-1], " ")
	if numbered[strings.ToLower(before[strings.LastIndexByte(before, ' ')+1:])] {
		return 0
	}
	return end
}

// numbered holds words that the number of a record follows.
var numbered = lint.WordSet("pmid pubmed ticket patent number no no. entry case id record order account item ref reference")

// addressSlot is <URL>, <email>.
func addressSlot(text string, i int) int {
	for _, w := range []string{"<URL>", "<url>", "<EMAIL>", "<email>", "<NUM>", "<num>", "<NAME>", "<PHONE>", "<DATE>"} {
		if strings.HasPrefix(text[i:], w) {
			return i + len(w)
		}
	}
	return 0
}

// underscoreSlot is __PH1__, __NUM__.
func underscoreSlot(text string, i int) int {
	at := i + 2
	for at < len(text) && (isLetter(text[at]) && text[at] <= 'Z' || isDigit(text[at])) {
		at++
	}
	if at-i < 4 || at-i > 14 || i > 0 && isWordByte(text[i-1]) || !strings.HasPrefix(text[at:], "__") {
		return 0
	}
	return at + 2
}

// wrappedSlot is ___Escaped_link_4f1a22c9___: a name with a key, between three low lines and three more.
func wrappedSlot(text string, i int) int {
	const longest = 64
	if i > 0 && isWordByte(text[i-1]) {
		return 0
	}
	at, digits := i+len("___"), false
	for at < len(text) && at-i < longest && (isWordByte(text[at]) || text[at] == '_') && !strings.HasPrefix(text[at:], "___") {
		digits = digits || isDigit(text[at])
		at++
	}
	end := at + len("___")
	if !digits || !strings.HasPrefix(text[at:], "___") || isWordByte(byteAt(text, end)) || byteAt(text, end) == '_' {
		return 0
	}
	return end
}

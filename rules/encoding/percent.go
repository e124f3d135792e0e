package encoding

import "mtlint/lint"

// Percent reports an address whose percent escapes white space has torn apart: %D9 % 8A% D9% 87.
//
// Addresses of pages in other scripts have their letters as numbers behind percent signs. Engines take the signs for
// percentages and set spaces round them, so the address leads nowhere.
//
// There is no fix: the address has to be looked up.
//
// bad: The page is example.org/news/-%D9 % 8A% D9% 87% D8 today.
// good: The page is example.org/news/-%D9%8A%D9%87%D8 today.
// good: The share rose from 10 % to 20 % and 30 %.
//
// Measured on machine translation: no hit in 5,400,000 words, on clean English none in 391,000 (less than 0.1 per 10,000
// words); on machine-translated web articles 1 hit, right.
var Percent = &lint.Rule{
	Name:     "encoding/percent",
	Severity: lint.Warning,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		end := 0 // of the last run
		for _, k := range p.MarksAt('%') {
			i := int(k)
			if i < end {
				continue
			}
			to, letters := escapes(p.Document, i)
			if end = to; letters < 2 {
				continue
			}
			p.Report(lint.Diagnostic{Span: p.Span(lint.Range{From: i, To: to}), Message: "address whose percent escapes are torn apart"})
		}
	},
}

// escapes returns the end of the percent escapes that begin with token i, and how many of them have a letter.
func escapes(d *lint.Document, i int) (end, letters int) {
	end = i
	for end+1 < len(d.Tokens) && isMarkOf(d, end, '%') && isHexByte(d.TokenText(end+1)) {
		if d.Tokens[end+1].Kind != lint.Number {
			letters++
		}
		end += 2
	}
	return end, letters
}

// isMarkOf reports whether token i is the one character c.
func isMarkOf(d *lint.Document, i int, c byte) bool {
	return d.Tokens[i].Len() == 1 && d.Text[d.Tokens[i].Start] == c
}

// isHexByte reports whether the text is two hexadecimal digits, letters in capitals.
func isHexByte(s string) bool {
	return len(s) == 2 && isHexDigit(s[0]) && isHexDigit(s[1])
}

func isHexDigit(c byte) bool { return isDigit(c) || c >= 'A' && c <= 'F' }

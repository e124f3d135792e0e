package numbers

import (
	"strings"

	"mtlint/lint"
)

// GarbledOne reports the digits 65438+0 in the place of a 1: 65438+00 halls for ten, 2065438+07 for 2017.
//
// A widely used engine for Chinese hides the digit 1 behind this string and often does not put it back. It takes the string
// for a number at times and moves its point: 6.5438+0 million. So every 65438 with a plus sign right behind it, a point
// anywhere in it, is the rest of a 1. Times of the clock with fractions of seconds (10:04:12.065438+00) are right.
//
// The fix writes the 1 and is unsafe; where the point moved, nobody knows the number.
//
// bad: The museum has 65438+00 halls.
// bad: He took office in 2065438+07 and left in 2021.
// bad: The repair cost 6.5438+0.2 million yuan.
// good: The museum has 10 halls and 65438 exhibits, 3+1 of them whole.
// good: The log of 10:04:12.065438+00 is lost.
//
// Measured on 5,400,000 words of machine translation: 0 hits per 10,000 words, on original English (350,000 words) and in
// 4,500,000 words of manuals 0. None could be read: the level rests on the absence of false alarms and is provisional.
var GarbledOne = &lint.Rule{
	Name:     "numbers/garbled-one",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation",
	Run: func(p *lint.Pass) {
		const sign = "8+"
		for at := 0; ; {
			n := strings.Index(p.Text[at:], sign)
			if n < 0 {
				return
			}
			at += n + len(sign)
			if s, ok := garbledOne(p.Text, at); ok {
				reportGarbledOne(p, s)
				at = s.End
			}
		}
	},
}

// garbledOne returns the span of the number in which 65438+ ends at an offset, and whether it does: 2065438+07.
func garbledOne(text string, end int) (lint.Span, bool) {
	const key = "65438"
	at, left := end-1, len(key)
	for left > 0 && at > 0 {
		at--
		switch c := text[at]; {
		case c == key[left-1]:
			left--
		case c != '.' || left == len(key):
			return lint.Span{}, false
		}
	}
	if left > 0 {
		return lint.Span{}, false
	}
	s := lint.Span{Start: at, End: end}
	for s.Start > 0 && isFigureByte(text[s.Start-1]) {
		s.Start--
	}
	for s.End < len(text) && isFigureByte(text[s.End]) {
		s.End++
	}
	for text[s.End-1] == '.' || text[s.End-1] == ',' {
		s.End--
	}
	const longest = 4 // figures before it: those of a year
	return s, at-s.Start <= longest && strings.TrimLeft(text[s.Start:at], "0123456789,") == "" && (s.Start == 0 || !isCodeByte(text[s.Start-1]))
}

// isFigureByte reports whether c may stand in a number.
func isFigureByte(c byte) bool { return c >= '0' && c <= '9' || c == '.' || c == ',' || c == '+' }

// isCodeByte reports whether c, right before a number, makes a time or an identifier of it.
func isCodeByte(c byte) bool {
	return c == ':' || c == '_' || c == '-' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// reportGarbledOne reports the number, with a fix where every 1 of it can be told.
func reportGarbledOne(p *lint.Pass, s lint.Span) {
	number := p.Slice(s)
	d := lint.Diagnostic{Span: s, Message: "‘" + number + "’ is what an engine left of a number with a 1"}
	if right := strings.ReplaceAll(number, "65438+0", "1"); strings.Trim(right, "0123456789,.") == "" {
		d.Fixes = []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, s, right)}
	}
	p.Report(d)
}

package numbers

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// tornClock reports whether the colon at token i stands in a time of day.
func tornClock(v view, i int) bool {
	left := v.TokenText(i - 1)
	if !isHour(left) || !isMinutes(v.TokenText(i+1)) {
		return false
	}
	return isBeforeHalf(v, i+2) || around[before(v, i-1)] || endsSpan(v, i-1) || isStamped(v, i-1) || beginsSpan(v, i) ||
		len(left) == 2 && standsFree(v, i)
}

// isHour reports whether s is an hour of the 24-hour clock.
func isHour(s string) bool { return isFigures(s, 2) && (len(s) == 1 || s <= "24") }

// isMinutes reports whether s is the minutes of a time of day.
func isMinutes(s string) bool { return len(s) == 2 && isPlain(s) && s < "60" }

// isBeforeHalf reports whether token i is what a time of day is followed by, with its full stops or without: p.m., GMT.
func isBeforeHalf(v view, i int) bool { return clocks[strings.ReplaceAll(v.fold(i), ".", "")] }

// endsSpan reports whether the number at token i stands behind a time or a day and to: from 22: 00 to 23: 00.
func endsSpan(v view, i int) bool {
	if v.fold(i-1) != "to" {
		return false
	}
	_, weekday := lexicon.Weekday(v.fold(i - 2))
	return weekday || v.is(i-2, lint.Number)
}

// isStamped reports whether a date stands before the number at token i: 2020-07-26 17: 37, Sunday 12: 00.
func isStamped(v view, i int) bool {
	i--
	if text := v.text(i); text == "," || text == "-" {
		i--
	}
	if !v.has(i) {
		return false
	}
	switch v.Tokens[i].Kind {
	case lint.Word:
		_, weekday := lexicon.Weekday(v.Fold(i))
		return weekday
	case lint.Number, lint.Code:
		return isDate(v.TokenText(i))
	}
	return false
}

// isDate reports whether a number or a code may be a date: 2020-07-26, 26/07, 2020.
func isDate(s string) bool {
	last := s[len(s)-1]
	return last >= '0' && last <= '9' && (len(s) == 4 && isPlain(s) || strings.ContainsAny(s, "-/"))
}

// beginsSpan reports whether a dash and another number stand behind the time whose colon is at token i: 12: 00-13: 00.
func beginsSpan(v view, i int) bool {
	dash := v.text(i + 2)
	return (dash == "-" || dash == "–") && v.is(i+3, lint.Number) && v.text(i+4) == ":"
}

// standsFree reports whether the numbers round the colon at token i count nothing and belong to no name, as in John 20: 30 and
// in killed 15: 12 men.
func standsFree(v view, i int) bool {
	if !v.has(i-2) || v.Tokens[i-2].Case == lint.Title || labels[before(v, i-1)] {
		return false
	}
	next := i + 2
	if !v.has(next) {
		return true
	}
	isPeople := v.Tokens[next].Case == lint.Title && strings.HasSuffix(v.Fold(next), "s")
	return v.Tokens[next].Case != lint.Lower && !isPeople && v.TokenText(next) != ","
}

// tornScore reports whether the colon at token i stands in the result of a match.
func tornScore(v view, i int) bool {
	left, right := v.TokenText(i-1), v.TokenText(i+1)
	if !isFigures(left, 2) || !isFigures(right, 2) || !v.has(i-2) {
		return false
	}
	lead := before(v, i-1)
	if labels[lead] {
		return false // the vote on item 3: 2 in favour
	}
	if scored[lead] || results[v.fold(i+2)] {
		return true
	}
	return isGoals(left) && isGoals(right) && (leadsToScore[lead] || isInBrackets(v, i) || isToNil(v, i) || tellsOfMatch(v, i))
}

// tornRatio reports whether the colon at token i stands in the ratio of three parts and more: earth, sand and peat (4: 2: 1).
func tornRatio(v view, i int) bool {
	if !isFigures(v.TokenText(i-1), 2) || !isFigures(v.TokenText(i+1), 2) || labels[before(v, i-1)] {
		return false
	}
	return v.text(i+2) == ":" && v.glued(i+2) && v.is(i+3, lint.Number) || v.text(i-2) == ":" && v.glued(i-2) && v.is(i-3, lint.Number)
}

// isInBrackets reports whether the numbers round the colon at token i are all that brackets hold: (2: 1).
func isInBrackets(v view, i int) bool { return v.is(i-2, lint.Bracket) && v.is(i+2, lint.Bracket) }

// isToNil reports whether one of the numbers round the colon at token i is 0, behind a word in lower case: it ended 2: 0.
func isToNil(v view, i int) bool {
	return (v.TokenText(i-1) == "0" || v.TokenText(i+1) == "0") && v.Tokens[i-2].Case == lint.Lower
}

// tellsOfMatch reports whether the sentence of token i has a word of results and none of ratios.
func tellsOfMatch(v view, i int) bool {
	s, found := v.SentenceOf(i), false
	for k := s.From; k < s.To; k++ {
		fold := v.Fold(k)
		if ratioWords[fold] {
			return false
		}
		found = found || scoreWords[fold]
	}
	return found
}

var (
	// clocks holds what a time of day is followed by.
	clocks = lint.WordSet("am pm hours gmt utc est edt local o'clock moscow beijing kyiv")

	// around holds what a time of day stands behind.
	around = lint.WordSet("at until till around about by from since before after")

	// scored holds what the result of a match stands behind.
	scored = lint.WordSet("won win wins lost lose beat beaten defeated drew score result led leading lead")

	// leadsToScore holds what a result of one-figure numbers stands behind, as other numbers do: rose to 12: 10 children.
	leadsToScore = lint.WordSet("a the by to with made")

	// results holds what the result of a match is followed by.
	results = lint.WordSet("win victory defeat loss draw lead in after against and on at for thanks before scoreline")
)

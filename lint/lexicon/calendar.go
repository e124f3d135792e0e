package lexicon

// Month returns the number, 1 to 12, of an English month given in lower case, in full or in the short forms of news style.
func Month(lower string) (int, bool) {
	switch lower {
	case "january", "jan":
		return 1, true
	case "february", "feb":
		return 2, true
	case "march", "mar":
		return 3, true
	case "april", "apr":
		return 4, true
	case "may":
		return 5, true
	case "june", "jun":
		return 6, true
	case "july", "jul":
		return 7, true
	case "august", "aug":
		return 8, true
	case "september", "sep", "sept":
		return 9, true
	case "october", "oct":
		return 10, true
	case "november", "nov":
		return 11, true
	case "december", "dec":
		return 12, true
	}
	return 0, false
}

// Weekday returns the number, 1 for Monday to 7, of an English day of the week given in lower case.
func Weekday(lower string) (int, bool) {
	switch lower {
	case "monday", "mon":
		return 1, true
	case "tuesday", "tue", "tues":
		return 2, true
	case "wednesday", "wed":
		return 3, true
	case "thursday", "thu", "thur", "thurs":
		return 4, true
	case "friday", "fri":
		return 5, true
	case "saturday", "sat":
		return 6, true
	case "sunday", "sun":
		return 7, true
	}
	return 0, false
}

// MonthNames holds the English months in full, January first.
var MonthNames = [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// OrdinalEnding returns the ending of an ordinal number in figures.
func OrdinalEnding(figures string) string {
	last := figures[len(figures)-1]
	if len(figures) > 1 && figures[len(figures)-2] == '1' {
		return "th"
	}
	switch last {
	case '1':
		return "st"
	case '2':
		return "nd"
	case '3':
		return "rd"
	}
	return "th"
}

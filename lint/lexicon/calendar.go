package lexicon

// Month returns the number, 1 to 12, of an English month given in lower case, in full or in the short forms of news style.
func Month(lower string) (int, bool) {
	n, ok := months[lower]
	return n, ok
}

// Weekday returns the number, 1 for Monday to 7, of an English day of the week given in lower case.
func Weekday(lower string) (int, bool) {
	n, ok := weekdays[lower]
	return n, ok
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

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]int{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}

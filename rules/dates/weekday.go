package dates

import (
	"time"

	"mtlint/lint"
)

// weekday is a token that names a day of the week.
type weekday struct {
	token  int
	number int        // 1, Monday, to 7
	block  lint.Range // that it stands in
}

// weekdays are the days of the week of a document, capitalised, in the order of the text.
var weekdays = lint.NewFact("weekdays", func(d *lint.Document) []weekday {
	var out []weekday
	for _, n := range names.Of(d) {
		if n.weekday != 0 {
			out = append(out, weekday{n.token, n.weekday, n.block})
		}
	}
	return out
})

// weekdayNames holds the days of the week, Monday first.
var weekdayNames = [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// weekday returns the day of the week of the date, 1 for Monday to 7.
func (when date) weekday() int {
	return (int(time.Date(when.year, time.Month(when.month), when.day, 0, 0, 0, 0, time.UTC).Weekday())+6)%7 + 1
}

// dayParts holds the parts of the day.
var dayParts = map[string]bool{
	"morning": true, "noon": true, "afternoon": true, "evening": true, "night": true, "dawn": true, "midnight": true,
}

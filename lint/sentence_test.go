package lint_test

import (
	"slices"
	"strings"
	"testing"
)

// Sentences are parted by ‖.
var sentenceCases = []string{
	// Titles, ranks and initials
	"Dr. Smith came. ‖ He left.",
	"Gen. Qassem Soleimani was there. ‖ Nobody spoke.",
	"Lt. Col. John Smith and Sgt. Brown left.",
	"Sheikh. Muhammad came late.",
	"Mr. and Mrs. Smith voted.",
	"Ms. A came first. ‖ Mr. B was late.",
	"He saw the doctor. ‖ The doctor saw him.",
	"Gov. Jones met Sen. Brown. ‖ The Rep. ‖ The other.",
	"J. K. Rowling wrote it. ‖ George W. Bush read it.",
	"It was George W. ‖ He won.",
	"Harry S. Truman won.",
	"They went for Plan B. ‖ Nobody knew.",
	"He lacks vitamin D. ‖ Doctors know why.",
	"So did I. ‖ He left.",

	// Abbreviations
	"The U.S. army left. ‖ Troops stayed.",
	"He lives in the U.S. ‖ The house is big.",
	"He lives in the U.S. ‖ But she does not.",
	"The U.S. Senate voted.",
	"The U.S. and Iran talked.",
	"See No. 5 and Nos. 6 and 7.",
	"He said no. ‖ She said yes.",
	"On Jan. 6 they met. ‖ On Sept. 11 they fell.",
	"It was in January. ‖ Nobody came.",
	"They came on Mon. and left on Tues. morning.",
	"He woke at 5 a.m. and slept at 10 p.m. on Monday.",
	"He woke at 5 a.m. ‖ The sun rose.",
	"He woke at 5 a.m. Monday.",
	"Smith vs. Jones is on. ‖ Roe v. Wade was first.",
	"Acme Inc. said so. ‖ Acme Ltd. agreed.",
	"He sold Acme Inc. ‖ Then he left.",
	"St. Louis and Mt. Everest are far.",
	"Pay is low, e.g. in shops. ‖ Others, i.e. drivers, gain.",
	"He has a Ph.D. in law. ‖ She does not.",
	"Bread, milk, etc. were sold. ‖ Shops closed.",
	"J.R.R. Tolkien wrote it.",
	"Sen. Smith, D-Calif., spoke.",

	// Numbers
	"It rose 3.5 percent. ‖ It fell 2.1.",
	"It costs $3.50. ‖ Nobody pays.",
	"They won 2-0. ‖ 30 men watched.",
	"It was 1999. ‖ Nobody knew.",
	"He came. ‖ 30 men watched. ‖ €5 is lost.",
	"See Res. 1701, para. 7, p. 9 and vol. 3 there.",
	"Founded est. 1990, tel. 555 for more.",
	"The U.S. 5th Fleet left.",

	// Quotations
	"“I came.” ‖ She left.",
	"“I came.” he said.",
	"“Did you come?” he asked. ‖ Nobody did.",
	"“Stop!” he cried.",
	"“Stop!” ‖ He cried.",
	"‘Did you come?’ she asked.",
	"He asked: “Who came?” ‖ Nobody spoke.",
	"“He left. ‖ She stayed,” he said.",
	"\"I came.\" ‖ \"So did I.\"",
	"He said “yes.” ‖ “No,” she said.",
	"(He left.) ‖ She stayed.",
	"He left (she stayed). ‖ It rained.",
	"The talks were in the U.S. ‖ (They failed.)",
	"The talks were in the U.S. ‖ “They failed,” he said.",
	"It is «good». ‖ It is.",

	// Other ends
	"Who came? ‖ Nobody! ‖ Really?",
	"The form ?NNN takes a number.",
	"Who came ? ‖ NATO did.",
	"What?! ‖ No way!!!",
	"Wait... ‖ What?",
	"Wait… ‖ What?",
	"He waited... and left.",
	"He waited… and left.",
	"Yahoo! said so.",
	"The end.Next is glued.",
	"Visit example.com. ‖ It is new.",
	"He left; she stayed: it rained.",
	"No stop at the end",
	"...and so it went. ‖ It ended.",
	"He left。‖ 她",
	"中国。‖ 日本。",
	"هل جاء؟ ‖ نعم.",
	"He came. ‖ ‘Abd came.",
	"He came. ‖ ’Twas late.",
	"He came. ‖ $5 is lost.",
	"He came. — No.",
	"He came. ‖ 😀 ok.",
	"",
	"x",
	".",
}

const sentenceMark = "‖"

func TestSentences(t *testing.T) {
	for _, want := range sentenceCases {
		text := strings.ReplaceAll(strings.ReplaceAll(want, sentenceMark+" ", ""), sentenceMark, "")
		if got := marked(text); got != unspaced(want) {
			t.Errorf("sentences of %q:\n got %s\nwant %s", text, got, unspaced(want))
		}
	}
}

// What goes on without a stop is parted, and no token is lost.
func TestEndlessSentence(t *testing.T) {
	const words = 2500
	d := document(strings.Repeat("word ", words))
	var lengths []int
	for _, s := range d.Sentences {
		lengths = append(lengths, s.To-s.From)
	}
	if want := []int{1000, 1000, 500}; !slices.Equal(lengths, want) {
		t.Errorf("%d words in sentences of %v, want %v", words, lengths, want)
	}
}

// marked returns the text with the mark between its sentences.
func marked(text string) string {
	d := document(text)
	var sentences []string
	for _, s := range d.Sentences {
		sentences = append(sentences, d.Slice(d.Span(s)))
	}
	return strings.Join(sentences, sentenceMark)
}

func unspaced(want string) string {
	parts := strings.Split(want, sentenceMark)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, sentenceMark)
}

package read_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// blocks returns the kind and the text of every block, line ends shown as /.
func blocks(text string) []string {
	d := read.Text(&lint.File{Path: "article.txt", Content: text}, language.English)
	var out []string
	for _, b := range d.Blocks {
		out = append(out, b.Kind.String()+": "+strings.NewReplacer("\r\n", "/", "\n", "/", "\r", "/").Replace(d.Slice(d.Span(b.Range))))
	}
	return out
}

func TestTextBlocks(t *testing.T) {
	const wrapped = "The minister said on Monday that the bridge over the river would be\nrepaired before the winter, and that the money for it had been found\nin the budget of last year. Nobody asked where.\nThe opposition laughed about it in the evening and went home, too."
	const ragged = "\tThe duke was not there when the first of them came to the gate\nof the house, and nobody who stood there, not even the daughter of\nMr. Daly, who kept the gate, could say whether the duke and his men\nhad left. They waited in the rain until the evening came, and then\nwent home again."
	const cyrillic = "Когда первые из них подошли к воротам дома, герцога там уже не было,\nи никто из тех, кто стоял у ворот, не мог сказать, уехал ли он\nвместе с людьми. Они ждали под дождём, пока не наступил вечер, а потом\nпошли домой."
	for _, c := range []struct {
		text string
		want []string
	}{
		{ragged, []string{"paragraph: " + strings.TrimSpace(strings.ReplaceAll(ragged, "\n", "/"))}},
		{cyrillic, []string{"paragraph: " + strings.ReplaceAll(cyrillic, "\n", "/")}},
		{"The river rose by night above the roofs of all the town below,\nAnd nobody could say to whom it ran,\nNor why,\nNor when.", []string{"paragraph: The river rose by night above the roofs of all the town below,", "paragraph: And nobody could say to whom it ran,", "paragraph: Nor why,", "paragraph: Nor when."}},
		{"", nil},
		{" \n\r\n\t\n", nil},
		{"One line.", []string{"paragraph: One line."}},
		{"<!-- a note -->\nOne line.", []string{"heading: <!-- a note -->", "paragraph: One line."}},
		{"<!-- mtlint-disable -->\nOne line.", []string{"paragraph: One line."}},
		{"One line.\nAnother line.", []string{"paragraph: One line.", "paragraph: Another line."}},
		{"One.\r\n\r\nTwo.\rThree.\n\rFour.", []string{"paragraph: One.", "paragraph: Two.", "paragraph: Three.", "paragraph: Four."}},
		{"  Indented.  \n\u00A0\nNext.\uFEFF", []string{"paragraph: Indented.", "paragraph: Next."}},
		{"Bridge to be repaired\n\nIt is old.", []string{"heading: Bridge to be repaired", "paragraph: It is old."}},
		{"“We are ready,” the minister says", []string{"heading: “We are ready,” the minister says"}},
		{"The minister said:", []string{"paragraph: The minister said:"}},
		{strings.Repeat("word ", 40), []string{"paragraph: " + strings.TrimSpace(strings.Repeat("word ", 40))}},
		{wrapped, []string{"paragraph: " + strings.ReplaceAll(wrapped[:strings.Index(wrapped, "\nThe opp")], "\n", "/"), "paragraph: " + wrapped[strings.Index(wrapped, "The opp"):]}},
		{"Shopping:\n- bread\n- milk and\n• eggs\n1. one\n12) two\na) three", []string{"paragraph: Shopping:", "list item: - bread", "list item: - milk and", "list item: • eggs", "list item: 1. one", "list item: 12) two", "list item: a) three"}},
		{"-5 degrees.\n-- he said.\n2024. A year.", []string{"paragraph: -5 degrees.", "paragraph: -- he said.", "paragraph: 2024. A year."}},
		{"The bridge on Monday. (Getty Images)\nPhoto by the ministry.\nIt is old (and grey).", []string{"caption: The bridge on Monday. (Getty Images)", "caption: Photo by the ministry.", "paragraph: It is old (and grey)."}},
	} {
		if diff := cmp.Diff(c.want, blocks(c.text)); diff != "" {
			t.Errorf("blocks of %q (-want +got):\n%s", c.text, diff)
		}
	}
}

// A sentence goes on over the line ends of a wrapped text, and none crosses a block.
func TestTextSentences(t *testing.T) {
	text := "The minister, who came from Basra on Monday, said that the U.S.\nembassy knew of it. Nobody else did, as the members of parliament\nfound. It was late\n\nHeading without a stop\nThe end."
	d := read.Text(&lint.File{Content: text}, language.English)
	var got []string
	for _, s := range d.Sentences {
		got = append(got, strings.ReplaceAll(d.Slice(d.Span(s)), "\n", "/"))
	}
	want := []string{
		"The minister, who came from Basra on Monday, said that the U.S./embassy knew of it.", "Nobody else did, as the members of parliament/found.", "It was late", "Heading without a stop", "The end.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
	for i, tok := range d.Tokens {
		first := strings.Contains("The Nobody It Heading", d.TokenText(i)) && tok.Case == lint.Title
		if d.IsSentenceStart(i) != first {
			t.Errorf("token %q: begins a sentence: %v, want %v", d.TokenText(i), d.IsSentenceStart(i), first)
		}
	}
}

// A text longer than any article is read in sections that hold every token of it, at its place in the file.
func TestTextSections(t *testing.T) {
	var b strings.Builder
	for i := 0; b.Len() < 5<<19; i++ {
		fmt.Fprintf(&b, "The minister’s paragraph %d is here.\r\n\r\n", i)
	}
	text := b.String()
	file := &lint.File{Path: "long.txt", Content: text}
	d := read.Text(file, language.English)
	sections, at, words := 0, 0, 0
	for next := d.Rest; ; next = d.Rest {
		sections++
		words += d.Words
		for i, tok := range d.Tokens {
			want := strings.Index(text[at:], d.TokenText(i))
			if got := d.Position(int(tok.Start)).Offset; got != at+want {
				t.Fatalf("token %q of section %d stands at %d, want %d", d.TokenText(i), sections, got, at+want)
			}
			at = d.Position(int(tok.End)).Offset
		}
		if next == nil {
			break
		}
		d, _ = next()
	}
	if sections != 3 || strings.TrimSpace(text[at:]) != "" || words != len(strings.Fields(text)) {
		t.Errorf("%d sections of %d words up to byte %d, want 3 of %d up to %d", sections, words, at, len(strings.Fields(text)), len(text))
	}
}

// A line longer than a section is cut at white space, or between characters where it has none.
func TestTextLongLine(t *testing.T) {
	for _, text := range []string{strings.Repeat("The port is closed. ", 1<<17), strings.Repeat("é", 1<<20)} {
		file := &lint.File{Path: "line.txt", Content: text}
		var got strings.Builder
		for d := read.Text(file, language.English); ; d, _ = d.Rest() {
			if n := len(d.Text); n > 1<<20 || !utf8.ValidString(d.Text) {
				t.Errorf("a section of %d bytes, valid: %v", n, utf8.ValidString(d.Text))
			}
			got.WriteString(d.Text)
			if d.Rest == nil {
				break
			}
		}
		if got.String() != text {
			t.Errorf("the sections of a line of %d bytes hold %d", len(text), got.Len())
		}
	}
}

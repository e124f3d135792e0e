package read_test

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

func markdown(content string) *lint.Document {
	return read.Markdown(&lint.File{Path: "page.md", Content: content}, language.Und)
}

var markdowns = []struct {
	name, content string
	want          []string
}{
	{"paragraphs", "One is\nhere.\n\nTwo is  \nthere\\\nnow.\n", []string{"paragraph: One is here.", "paragraph: Two is there now."}},
	{"nothing", "", nil},
	{"line ends", "One is\r\nhere.\r\n\r\nTwo is.", []string{"paragraph: One is here.", "paragraph: Two is."}},
	{"headings", "# News of it #\n\nSub news\n========\n\n### \n", []string{"heading: News of it", "heading: Sub news"}},
	{"inline", "See [the **big** page](http://x.org \"t\"), *now*~~!~~ [Go][ref] on.\n\n[ref]: /url\n", []string{"paragraph: See [the *big* page], _now_~!~ [Go] on."}},
	{"inside a word", "un**believ**able it is_not_so.", []string{"paragraph: un*believ*able it is_not_so."}},
	{"lists", "- one\n- two\n  goes on\n\n1. first\n\n   second\n- [x] done\n", []string{"list item: one", "list item: two goes on", "list item: first", "list item: second", "list item: done"}},
	{"empty item", "- two\n  goes on\n1.", []string{"list item: two goes on"}},
	{"item behind a paragraph", "It goes on\n1. first\nof all", []string{"heading: It goes on", "list item: first of all"}},
	{"code in an item", "1. first of all\n\n   ~~~~\nIt is out.", []string{"list item: first of all", "paragraph: It is out."}},
	{"quotation", "> Said he,\n> and went.\n> > Deep it is.\n", []string{"quotation: Said he, and went.", "quotation: Deep it is."}},
	{"no quotation", "He said\n    > so.", []string{"paragraph: He said > so."}},
	{"escapes", `A\*b \& &amp; &copy; &lt;x&gt; 5 \> 3 a\b \\ &nosuch; &copy 1.`, []string{`paragraph: A*b & & © <x> 5 > 3 a\b \ &nosuch; &copy 1.`}},
	{"code", "Call `f(x)` and ``a ` b``, now.\n\n    indented\n\n```go\nfenced\n```\n\nThe end.\n", []string{"paragraph: Call ◆ and ◆, now.", "paragraph: The end."}},
	{"unclosed code", "A <kbd>Q and it.\n\nThe end.\n", []string{"heading: A ◆", "paragraph: The end."}},
	{"unclosed code over two lines", "A <kbd>Q and\nit.\n\nThe end.\n", []string{"heading: A ◆", "paragraph: The end."}},
	{"formulas", "If $x_1 = 2$ and $$y$$ hold.\n\n$$\nx * y * z\n$$\n\nIt is $5 or $6, not 7$ today.", []string{"paragraph: If ◆ and ◆ hold.", "paragraph: It is $5 or $6, not 7$ today."}},
	{"table", "| Name | Sum |\n|------|----:|\n| *one* | 5 |\n| a \\| b | `c` |\n", []string{"cell: Name", "cell: Sum", "cell: _one_", "cell: 5", "cell: a | b", "cell: ◆"}},
	{"notes", "It is[^1] so.\n\n[^1]: The *note* is.\n\nThe end.", []string{"paragraph: It is so.", "paragraph: The end.", "paragraph: The _note_ is."}},
	{"pictures", "He ![a *small* dog](d.png) went.\n\n![](x.png)\n", []string{"paragraph: He went.", "label: a _small_ dog"}},
	{"picture with a tag", "He ![a<p>dog](d.png) went.\n", []string{"paragraph: He went.", "label: a", "label: dog"}},
	{"addresses", "See <https://x.org/a_b_c> and http://y.org/c_d_e now.", []string{"paragraph: See https://x.org/a_b_c and http://y.org/c_d_e now."}},
	{"html", "<div align=\"center\">\n  <img alt=\"The logo\" src=x>\n  <p>It is <b>bold</b>.</p>\n</div>\n\nA <kbd>Q</kbd> and<br>the <i lang=fr>mot</i> &amp; end.\n\n<pre>\n\nno *text*\n</pre>\n\n<!-- no\n\ntext -->\nThe end.\n", []string{
		"label: The logo", "paragraph: It is *bold*.", "paragraph: A ◆ and the ◆ & end.", "paragraph: The end.",
	}},
	{"html around", "<details>\n<summary>More of it</summary>\n\nThe *text* is.\n\n</details>\n\n<div hidden>\n\nNo text.\n\n</div>\n\nThe end.\n", []string{"heading: More of it", "paragraph: The _text_ is.", "paragraph: The end."}},
	{"jsx", "Click <Button kind={a > b} style={{x: 1}}>here</Button> now.\n\n<Tabs items={['a', 'b']}>\n\nThe text is.\n\n</Tabs>\n", []string{"paragraph: Click here now.", "paragraph: The text is."}},
	{"templates", "The {{ page.title }} is{% if x %} here.\n\n## Head line {#anchor}\n", []string{"paragraph: The ◆ is here.", "heading: Head line"}},
	{"templates of lines", "The {{ a\n  | b , c }} is.\n\n{% include x.html\n  b=\"c , d\" %}\n\n> It {{ a\n> . b }} is {{ not\n\nclosed }} here.\n", []string{"paragraph: The ◆ is.", "quotation: It ◆ is {{ not", "paragraph: closed }} here."}},
	{"boxes", ":::note Title\nThe text is.\n:::\n\n> [!WARNING]\n> The fire is hot.\n", []string{"paragraph: The text is.", "quotation: The fire is hot."}},
	{"yaml", "---\ntitle: \"The \\\"big\\\" page\"\ndate: 2020-01-01\ndescription: 'It''s short.' # so\ntags: [a, b]\n---\n\nThe text is.\n", []string{"headline: The \"big\" page", "summary: It's short.", "paragraph: The text is."}},
	{"yaml blocks", "---\ntitle: The page # no\nsummary: >-\n  It is\n  long.\nlayout: x\n...\nThe text is.\n", []string{"headline: The page", "summary: It is long.", "paragraph: The text is."}},
	{"toml", "+++\ntitle = \"The page\"\ndescription = \"\"\"It is\nlong.\"\"\"\n+++\nThe text is.\n", []string{"headline: The page", "summary: It is long.", "paragraph: The text is."}},
	{"no front matter", "---\n\nThe text is.\n\n---\n", []string{"paragraph: The text is."}},
	{"rule", "The text is.\n\n***\n\nThe end is.\n", []string{"paragraph: The text is.", "paragraph: The end is."}},
	{"unclosed", "It is **bold and [so](x on\n\n```\nnever closed", []string{"heading: It is **bold and [so](x on"}},
	{"looks", "A line without a stop\n\n**Bold line here**\n", []string{"heading: A line without a stop", "heading: *Bold line here*"}},
}

func TestMarkdownBlocks(t *testing.T) {
	for _, c := range markdowns {
		t.Run(c.name, func(t *testing.T) {
			d := markdown(c.content)
			if diff := cmp.Diff(c.want, show(d)); diff != "" {
				t.Errorf("blocks of %s (-want +got):\n%s", c.content, diff)
			}
			checkPlaces(t, d)
			checkWayBack(t, d)
		})
	}
}

func mdx(content string) *lint.Document {
	return read.Markdown(&lint.File{Path: "page.mdx", Content: content}, language.Und)
}

var mdxs = []struct {
	name, content string
	want          []string
	comments      int
}{
	{"all", "import X from 'x'\n\nThe {props.name} is.\n\n{/* no */}\n\nexport const a = 1\n", []string{"paragraph: The ◆ is."}, 0},
	{"expression of lines", "{a.map(b => (\n  <li>{b , c}</li>\n\n  d , e\n))}\n\nThe {a\n  .b} is.\n\n{a} is it.\n\nIt {is\n\nso.\n", []string{"paragraph: The ◆ is.", "paragraph: ◆ is it.", "heading: It {is", "paragraph: so."}, 0},
	{"module of lines", "export const a = {\n\n  b: 1 , c,\n}\nexport default a\n\nThe text is.\n", []string{"paragraph: The text is."}, 0},
	{"in a component", "<Note>\n{a ? \"b\" : c . d}\n</Note>\n\n<p>The {a . b} is {it.</p>\n", []string{"heading: ◆", "paragraph: The ◆ is {it."}, 0},
	{"directives", "{/*\nmtlint-disable\n*/}\n\nThe {/* mtlint-enable\n } */} is.\n\n<Note>\n{/* mtlint-disable */}\nIt is.\n</Note>\n", []string{"paragraph: The is.", "paragraph: It is."}, 3},
	{"brace in a definition", "It { is.\n\n{a [x]\n\n[x]: /u \"t}\"\n", []string{"paragraph: It { is.", "heading: {a [x]"}, 0},
	{"in an item", "- {/*\n  mtlint-disable */}\n  The text is.\n\n  {a =>\n  b , c}\n\n  It is.\n", []string{"list item: The text is.", "list item: It is."}, 1},
}

func TestMDX(t *testing.T) {
	for _, c := range mdxs {
		t.Run(c.name, func(t *testing.T) {
			d := mdx(c.content)
			if diff := cmp.Diff(c.want, show(d)); diff != "" {
				t.Errorf("blocks of %s (-want +got):\n%s", c.content, diff)
			}
			if got := len(d.File.Comments); got != c.comments {
				t.Errorf("%d directives, want %d", got, c.comments)
			}
			checkPlaces(t, d)
			checkEdits(t, d, mdx)
		})
	}
}

func TestMarkdownLanguage(t *testing.T) {
	for content, want := range map[string]string{
		"Text": "en", "---\nlang: de\n---\nText": "de", "---\nlanguage: \"pt-BR\"\n---\nText": "pt-BR", "---\nlang: [x]\n---\nText": "en",
	} {
		if d := markdown(content); d.Lang.String() != want || d.Words != 1 {
			t.Errorf("%q is %v of %d words, want %s", content, d.Lang, d.Words, want)
		}
	}
}

// Directives are in the order of the file, also those in notes, which are read last.
func TestMarkdownDirectives(t *testing.T) {
	d := markdown("It is so.[^1]\n\n[^1]: <!-- mtlint-disable one -->\n    It was.\n\n<!-- mtlint-disable two -->\n\nThe end.\n")
	var got []string
	for _, c := range d.File.Comments {
		got = append(got, d.File.Content[c.Text.Start:c.Text.End])
	}
	if diff := cmp.Diff([]string{" mtlint-disable one ", " mtlint-disable two "}, got); diff != "" {
		t.Errorf("directives (-want +got):\n%s", diff)
	}
}

func TestMarkdownEdits(t *testing.T) {
	placed := 0
	for _, c := range markdowns {
		t.Run(c.name, func(t *testing.T) { placed += checkEdits(t, markdown(c.content), markdown) })
	}
	if placed < 1500 {
		t.Errorf("%d edits could be placed, want more", placed)
	}
}

// FuzzMarkdown: every character of the text stands in the file where the map says; an edit that is placed gives the text
// that it promised when the file is read again.
func FuzzMarkdown(f *testing.F) {
	for _, c := range markdowns {
		f.Add(c.content)
	}
	f.Fuzz(func(t *testing.T, content string) {
		if !utf8.ValidString(content) || strings.ContainsRune(content, 0) {
			t.Skip()
		}
		d := markdown(content)
		checkPlaces(t, d)
		checkEdits(t, d, markdown)
	})
}

// markupPieces are what FuzzPieces puts together: marks that mean something to each other more often than bytes do.
var markupPieces = []string{
	"a", "b c", "Word. ", "é", "\u00ad", " ", "\n", "\n\n", "\r\n", "  \n", "\t", "\\", "*", "**", "_", "~~", "`", "$", "\"", "'", "{", "}",
	"[", "]", "(", ")", "![", "](/u \"t\")", "[x]: /u \"ti\"", "[^1]", "[^1]: ", "http://a.b", "|", "|-|", "- ", "1. ", "> ", "# ", "===", "---",
	"&", "&amp;", "&#10;", "&fjlig;", "&NotLessLess;", "<b>", "</b>", "<p>", "<br>", "<kbd>", "</kbd>", "<a href=x>", "<img alt=\"", "\">", "<!--", "-->",
	"title: ", "lang: de", "import ", "{{", "}}", "{/*", "*/}", "<Tab>",
}

// FuzzPieces: what FuzzMarkdown and FuzzMarkup say holds for files, MDX among them, made of pieces of markup, one for each byte.
func FuzzPieces(f *testing.F) {
	for seed := range uint64(100) {
		pieces := make([]byte, 12)
		binary.LittleEndian.PutUint64(pieces, seed*0x9E3779B97F4A7C15)
		f.Add(pieces)
	}
	f.Fuzz(func(t *testing.T, pieces []byte) {
		var b strings.Builder
		for _, p := range pieces[:min(len(pieces), 10)] {
			b.WriteString(markupPieces[int(p)%len(markupPieces)])
		}
		for _, parse := range []func(string) *lint.Document{markdown, mdx} {
			d := parse(b.String())
			checkPlaces(t, d)
			checkEdits(t, d, parse)
		}
		checkPage(t, b.String())
	})
}

// A file longer than any article is read in sections that hold every word of it, with the links that are defined at its
// end.
func TestMarkdownSections(t *testing.T) {
	var b strings.Builder
	for i := 0; b.Len() < 5<<19; i++ {
		fmt.Fprintf(&b, "The minister’s *paragraph* [number][ref] %d is[^n] here.\n\n```\ncode\n\nA line\n```\n\n", i)
	}
	b.WriteString("[ref]: /url\n\n[^n]: The note.\n")
	content := b.String()
	words, sections := 0, 0
	for d := markdown(content); ; d, _ = d.Rest() {
		sections++
		words += d.Words
		if strings.ContainsAny(d.Text, "[]`") {
			t.Errorf("section %d has markup in its text", sections)
		}
		checkPlaces(t, d)
		if d.Rest == nil {
			break
		}
	}
	if want := strings.Count(content, "number")*7 + 2; words != want || sections != 3 {
		t.Errorf("%d sections of %d words, want 3 of %d", sections, words, want)
	}
}

// A list that is longer than what is parsed at once is not cut inside an item: what is indented there would be code.
func TestMarkdownLongList(t *testing.T) {
	const paragraphs = 9000
	words := 0
	for d := markdown("1. The list.\n\n" + strings.Repeat("    It rained here.\n\n", paragraphs) + "The end is.\n"); ; d, _ = d.Rest() {
		words += d.Words
		if d.Rest == nil {
			break
		}
	}
	if want := 2 + 3*paragraphs + 3; words != want {
		t.Errorf("%d words, want %d", words, want)
	}
}

// What nobody nests as deep is read in time that grows as the file does, and the text behind it is found.
func TestMarkdownDeep(t *testing.T) {
	const depth = 20_000
	for _, start := range []string{
		strings.Repeat(">", depth), strings.Repeat("- ", depth), strings.Repeat("[", depth), strings.Repeat("*a ", depth), strings.Repeat("a `", depth),
		strings.Repeat("{{", depth), strings.Repeat("$", depth), strings.Repeat("<a b={", depth), strings.Repeat("![a](", depth), strings.Repeat("| ", depth),
	} {
		found := false
		for d := markdown(start + "\n\nIt is here.\n"); ; d, _ = d.Rest() {
			found = found || strings.HasSuffix(d.Text, "It is here.")
			if d.Rest == nil {
				break
			}
		}
		if !found {
			t.Errorf("%.20s…: the text behind is not found", start)
		}
	}
}

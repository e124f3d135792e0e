package read_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	nethtml "golang.org/x/net/html"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// show returns the kind and the text of every block of a document, with what is set off in brackets.
func show(d *lint.Document) []string {
	marks := map[lint.InlineKind][2]string{lint.Link: {"[", "]"}, lint.Bold: {"*", "*"}, lint.Italic: {"_", "_"}, lint.Marked: {"~", "~"}}
	starts, ends := make(map[int]string), make(map[int]string)
	for _, n := range d.Inlines {
		starts[int(n.Start)] += marks[n.Kind][0]
		ends[int(n.End)] = marks[n.Kind][1] + ends[int(n.End)]
	}
	var out []string
	for _, b := range d.Blocks {
		var text strings.Builder
		s := d.Span(b.Range)
		for i := s.Start; i < s.End; i++ {
			text.WriteString(starts[i])
			text.WriteByte(d.Text[i])
			text.WriteString(ends[i+1])
		}
		out = append(out, b.Kind.String()+": "+strings.ReplaceAll(text.String(), string(lint.Object), "◆"))
	}
	return out
}

func html(content string) *lint.Document {
	return read.HTML(&lint.File{Path: "page.html", Content: content}, language.Und)
}

var pages = []struct {
	name, page string
	want       []string
}{
	{"paragraphs", "<p>One is here.</p><p>Two is there.", []string{"paragraph: One is here.", "paragraph: Two is there."}},
	{"no tags", "Only text is here.", []string{"paragraph: Only text is here."}},
	{"nothing", "", nil},
	{"white space", "<p>\n  One \n\t is <b> bold </b> here.\n</p>", []string{"paragraph: One is *bold* here."}},
	{"no-break space", "<p>It is 5&nbsp;km.</p>", []string{"paragraph: It is 5\u00a0km."}},
	{"references", "<p>A &amp; B, &lt;x&gt;, caf&eacute;, &#8220;so&#x201D;, &notit; &nosuch; & AT&T &copy 2020 &#0;.", []string{"paragraph: A & B, <x>, café, “so”, ¬it; &nosuch; & AT&T © 2020 \uFFFD."}},
	{"nearly a reference", "<p>R&Lt is here.", []string{"paragraph: R&Lt is here."}},
	{"references in labels", `<img alt="The &copy=1, &copyx, &copy; and &copy page." src=x>`, []string{"label: The &copy=1, &copyx, © and © page."}},
	{"unclosed code", "<p>Call <code>f(x) it is.<p>Two is there.", []string{"heading: Call ◆", "paragraph: Two is there."}},
	{"inline", `<p>See <a href="x">the <b>big</b> page</a>, <i>now</i><u>!</u> Go.`, []string{"paragraph: See [the *big* page], _now_~!~ Go."}},
	{"kinds", "<h1>News of it</h1><ul><li>one<li><p>two</ul><blockquote><p>Said he.</blockquote><table><caption>Sums</caption><tr><th>Name<td>7</table><figure><figcaption>The port</figure>", []string{
		"heading: News of it", "list item: one", "list item: two", "quotation: Said he.", "caption: Sums", "cell: Name", "cell: 7", "caption: The port",
	}},
	{"looks", "<p>A line without a stop</p><p>Photo by me.</p><p>- an item</p>", []string{"heading: A line without a stop", "caption: Photo by me.", "list item: - an item"}},
	{"head", `<html lang="en-GB"><head><title>The &amp; page</title><meta name="description" content="It is 'short'."><meta property=og:title content=Short></head><body>Text is here.`, []string{
		"headline: The & page", "summary: It is 'short'.", "headline: Short", "paragraph: Text is here.",
	}},
	{"labels", `<p>He <img alt="A dog &amp; a cat" src=x> went <a title='Go there' aria-label="Away">home</a>.</p><input placeholder="Your name">`, []string{
		"paragraph: He went [home].", "label: A dog & a cat", "label: Go there", "label: Away", "label: Your name",
	}},
	{"skipped", "<p>One<script>if (a < b) { '</p>' }</script> and<style>p{}</style> two.</p><pre>code\n  here</pre><textarea>typed <p></textarea><template><p>t</p></template><svg><title>t</title></svg><p>End.", []string{"paragraph: One and two.", "paragraph: End."}},
	{"code", "<p>Call <code>f(<b>x</b>)</code>, press <kbd>Q</kbd> and see <code></code>it.", []string{"paragraph: Call ◆, press ◆ and see it."}},
	{"hidden", `<p>One <span hidden>not </span>two.</p><div aria-hidden="true"><p>No.</p></div><p hidden>No.<p>Three is it.`, []string{"paragraph: One two.", "paragraph: Three is it."}},
	{"languages", `<html lang=en><p>One <i lang=fr>mot</i> is French.</p><div lang="ar"><p>kalam</p><p lang=en-US>It is English.</p></div><p xml:lang="de">Wort</p><p lang="">Text is here.</p><p translate=no>Brand</p><p>By <span translate="no">Brand</span> it is.`, []string{
		"paragraph: One ◆ is French.", "paragraph: It is English.", "paragraph: Text is here.", "paragraph: By ◆ it is.",
	}},
	{"breaks", "<p>The end of<br>the line is here.<br>Next line<br/><br/>last Line", []string{"paragraph: The end of the line is here.", "heading: Next line", "heading: last Line"}},
	{"unclosed", "<div><p>One is <b>bold<p>Two is not.</div>Three <i>is", []string{"heading: One is *bold*", "paragraph: Two is not.", "heading: Three _is_"}},
	{"misnested", "<p>One <b>is <i>it</b> not</i> all.</p></div></p>Text here.", []string{"paragraph: One *is _it_* not all.", "paragraph: Text here."}},
	{"nested tables", "<table><tr><td>Out<table><tr><td>In</div></table>More</td><td>Last</table>", []string{"cell: Out", "cell: In", "cell: More", "cell: Last"}},
	{"no markup", "<p>If a < b and b <3 then 5 <= 6 <", []string{"heading: If a < b and b <3 then 5 <= 6 <"}},
	{"cut end tag", "<p>By <code>x</code> and <code>y</code", []string{"heading: By ◆ and ◆"}},
	{"comments", "<p>One<!-- two --> is<!--> here<!----> and <? pi > so<![CDATA[ <p>no</p> ]]> on.<!-- never closed <p>x", []string{"paragraph: One is here and so on."}},
	{"unclosed tag", "<p>One is here. <a href='x", []string{"paragraph: One is here."}},
	{"upper case", "<P>One<BR>Two</P><SCRIPT>x</Script><Pre>y</PRE>", []string{"heading: One", "heading: Two"}},
	{"form", "<form><label>Name</label> <button>Send it</button><select><option>Red<option>Blue</select></form>", []string{"heading: Name", "label: Send it", "label: Red", "label: Blue"}},
	{"end tag in a title", "<title>The page</title\x1b", []string{"headline: The page</title\x1b"}},
	{"description behind a word", `0<meta name="description" content=0>!`, []string{"paragraph: 0!", "summary: 0"}},
	{"style in white space", "One <style>p{}</style> two", []string{"heading: One two"}},
	{"inside a word", "<p>un<b>believ</b>able and<wbr>so", []string{"heading: un*believ*able andso"}},
}

func TestHTMLBlocks(t *testing.T) {
	for _, c := range pages {
		t.Run(c.name, func(t *testing.T) {
			d := html(c.page)
			if diff := cmp.Diff(c.want, show(d)); diff != "" {
				t.Errorf("blocks of %s (-want +got):\n%s", c.page, diff)
			}
			checkPlaces(t, d)
			checkWayBack(t, d)
		})
	}
}

// checkPlaces checks that every character of the text stands in the file where the document says, as itself or as a
// reference.
func checkPlaces(t *testing.T, d *lint.Document) {
	t.Helper()
	for i, r := range d.Text {
		at := d.Map.SpanToFile(lint.Span{Start: i, End: i + len(string(r))})
		in := d.File.Content[at.Start:at.End]
		switch {
		case in == string(r), r == lint.Object:
		case r == '\n' && in == "", r == ' ' && in == "": // between blocks; a line break
		case r == ' ' && strings.Trim(in, " \n\t\r\f>\\") == "": // marks of a quotation, of a break
		case strings.HasPrefix(in, "&") && strings.ContainsRune(nethtml.UnescapeString(in), r), in == "''" && r == '\'':
		case strings.HasPrefix(in, "\\") && (in[1:] == string(r) || strings.ContainsRune(yamlEscapes, rune(in[1]))):
		default:
			t.Errorf("%q at byte %d of the text is %q in the file", r, i, in)
		}
	}
}

// checkWayBack checks that the place of each character in the file leads back to it.
func checkWayBack(t *testing.T, d *lint.Document) {
	t.Helper()
	for i, r := range d.Text {
		at := d.Map.SpanToFile(lint.Span{Start: i, End: i + len(string(r))})
		if back := d.Map.ToText(at.Start); at.Len() > 0 && back != i {
			t.Errorf("%q at byte %d of the text stands at byte %d of the file, which is byte %d of the text", r, i, at.Start, back)
		}
	}
}

// yamlEscapes is what follows a backslash that stands for another character in a string of YAML or TOML.
const yamlEscapes = "ntrxuU "

func TestHTMLLanguage(t *testing.T) {
	for _, c := range []struct {
		page string
		lang language.Tag
		want string
	}{
		{"<p>Text", language.Und, "en"},
		{"<html lang=de><p>Text", language.Und, "de"},
		{"<html lang=de><p>Text", language.English, "en"},
		{"<html><body lang=pt-BR><p>Text", language.Und, "pt-BR"},
		{"<html lang=nonsense-language><p>Text", language.Und, "en"},
	} {
		d := read.HTML(&lint.File{Content: c.page}, c.lang)
		if d.Lang.String() != c.want || d.Words != 1 {
			t.Errorf("%s is %v of %d words, want %s", c.page, d.Lang, d.Words, c.want)
		}
	}
}

// A page longer than any article is read in sections that hold every word of it, at its place in the file.
func TestHTMLSections(t *testing.T) {
	var b strings.Builder
	b.WriteString("<html lang=en><body><div><b>")
	for i := 0; b.Len() < 5<<19; i++ {
		fmt.Fprintf(&b, "<p>The minister&rsquo;s paragraph <i>number</i> %d is here.</p>\n", i)
	}
	b.WriteString(strings.Repeat("The port is &quot;closed&quot;. ", 1<<16))
	page := b.String()
	words, sections := 0, 0
	for d := html(page); ; d, _ = d.Rest() {
		sections++
		words += d.Words
		if len(d.Text) > 3<<19 {
			t.Errorf("section %d has %d bytes", sections, len(d.Text))
		}
		checkPlaces(t, d)
		if d.Rest == nil {
			break
		}
		again, _ := d.Rest()
		if next, _ := d.Rest(); next.Text != again.Text {
			t.Error("a section is another one when it is read again")
		}
	}
	plain := strings.NewReplacer("<html lang=en><body><div><b>", "", "<p>", "", "</p>", "", "<i>", "", "</i>", "", "&rsquo;", "’", "&quot;", "").Replace(page)
	if want := len(strings.Fields(plain)); words != want || sections != 5 {
		t.Errorf("%d sections of %d words, want 5 of %d", sections, words, want)
	}
}

// edits returns changes of many kinds to the text at each of the first tokens: letters, words, marks, white space.
func edits(d *lint.Document) []lint.Edit {
	var out []lint.Edit
	add := func(start, end int, text string) {
		out = append(out, lint.Edit{Span: lint.Span{Start: start, End: end}, Text: text})
	}
	for i, tok := range d.Tokens[:min(len(d.Tokens), 12)] {
		start, end := int(tok.Start), int(tok.End)
		word := d.TokenText(i)
		add(start, end, "")
		add(start, end, strings.ToUpper(word))
		add(start, end, `a<b> &amp; "it's" *so* _x_ [y](z) 1. # \\`)
		add(start, start, "- ")
		add(start, start, " ")
		add(end, end, ".")
		add(end, end, "”")
		if i+1 < len(d.Tokens) {
			next := d.Tokens[i+1].Span()
			add(end, next.Start, "")
			add(end, next.Start, ", ")
			add(start, next.Start, "")
			add(start, next.End, d.Slice(next)+" "+word)
			add(start, next.End, word+d.Slice(next))
		}
	}
	return out
}

// checkEdits makes each edit that can be placed in the file and reads it again: the text is as edited, white space aside.
// It returns how many edits were placed.
func checkEdits(t *testing.T, d *lint.Document, again func(content string) *lint.Document) int {
	t.Helper()
	n := 0
	for _, e := range edits(d) {
		placed, ok := d.Place(e)
		if !ok {
			continue
		}
		n++
		content := lint.Fix{Edits: placed}.Apply(d.File.Content)
		want := strings.Fields(d.Text[:e.Start] + e.Text + d.Text[e.End:])
		got := strings.Fields(again(content).Text)
		if slices.ContainsFunc(d.Blocks, func(b lint.Block) bool { return b.Kind.IsAside() }) {
			slices.Sort(got) // a label or a description may stand before a block that has lost its first words
			slices.Sort(want)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q in place of %q in %q makes %q, whose text is %q, want %q", e.Text, d.Slice(e.Span), d.File.Content, content, got, want)
		}
	}
	return n
}

// tags returns the markup of a page, without the values of attributes.
func tags(page string) []string {
	var out []string
	for z := nethtml.NewTokenizer(strings.NewReader(page)); z.Next() != nethtml.ErrorToken; {
		token := z.Token()
		if token.Type == nethtml.TextToken {
			continue
		}
		tag := token.Type.String() + " " + token.Data
		for _, a := range token.Attr {
			tag += " " + a.Key
		}
		out = append(out, tag)
	}
	return out
}

func checkPage(t *testing.T, page string) {
	d := html(page)
	checkPlaces(t, d)
	checkEdits(t, d, html)
	for _, e := range edits(d) {
		if placed, ok := d.Place(e); ok {
			content := lint.Fix{Edits: placed}.Apply(page)
			if diff := cmp.Diff(tags(page), tags(content)); diff != "" {
				t.Errorf("%q in place of %q in %q changes the markup (-before +after):\n%s", e.Text, d.Slice(e.Span), page, diff)
			}
		}
	}
}

func TestHTMLEdits(t *testing.T) {
	placed := 0
	for _, c := range pages {
		t.Run(c.name, func(t *testing.T) { checkPage(t, c.page) })
		d := html(c.page)
		placed += checkEdits(t, d, html)
	}
	if placed < 1900 {
		t.Errorf("%d edits could be placed, want more", placed)
	}
}

// What is put in where an element begins or ends stands outside of it; between two elements nothing is put in.
func TestHTMLGap(t *testing.T) {
	for page, want := range map[string]string{
		"<p>One <b>is</b>|it here.":        "<p>One <b>is</b> it here.",
		"<p>One is|<b>it</b> here.":        "<p>One is <b>it</b> here.",
		"<p>One <b>is|it</b> here.":        "<p>One <b>is it</b> here.",
		"<p>One <b>is</b>|<i>it</i> here.": "",
	} {
		d := html(strings.Replace(page, "|", "", 1))
		got := ""
		if placed, ok := d.Place(lint.Edit{Span: lint.Span{Start: len("One is"), End: len("One is")}, Text: " "}); ok {
			got = lint.Fix{Edits: placed}.Apply(d.File.Content)
		}
		if got != want {
			t.Errorf("%s: a space makes %q, want %q", page, got, want)
		}
	}
}

// An edit over markup is taken apart up to a length that no repair has: finding what changes takes long.
func TestHTMLLongEdit(t *testing.T) {
	for n, want := range map[int]bool{993: true, 994: false} {
		word := strings.Repeat("a", n)
		d := html("<p>It <b>is</b> " + word + ".")
		e := lint.Edit{Span: lint.Span{End: len(d.Text) - 1}, Text: "It was " + word}
		if _, ok := d.Place(e); ok != want {
			t.Errorf("an edit of %d bytes: placed %v, want %v", e.Len()+len(e.Text), ok, want)
		}
	}
}

// FuzzHTML: every character of the text stands in the page where the map says; an edit that is placed gives the text that it
// promised when the page is read again, and leaves the markup as it is.
func FuzzHTML(f *testing.F) {
	for _, c := range pages {
		f.Add(c.page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if !utf8.ValidString(page) || strings.ContainsRune(page, 0) {
			t.Skip()
		}
		checkPage(t, page)
	})
}

// What no browser nests as deep is read in time that grows as the page does, and the text in it is found.
func TestHTMLDeep(t *testing.T) {
	const depth = 200_000
	for _, page := range []string{
		strings.Repeat("<div>", depth) + "It is here." + strings.Repeat("</div>", depth),
		strings.Repeat("<b>", depth) + "It is here." + strings.Repeat("</x>", depth),
		strings.Repeat("<table><tr><td>", depth) + "It is here.",
		strings.Repeat("<p><code>", depth) + "</code></p>It is here.",
		strings.Repeat("<ul><li>", depth) + "It is here." + strings.Repeat("</ul>", depth),
		strings.Repeat("<!--", depth) + "-->It is here.",
		strings.Repeat("<a href='", depth) + "'>It is here.",
	} {
		words := 0
		for d := html(page); ; d, _ = d.Rest() {
			words += d.Words
			if d.Rest == nil {
				break
			}
		}
		if words != 3 {
			t.Errorf("%.40s…: %d words, want 3", page, words)
		}
	}
}

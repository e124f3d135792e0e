package read_test

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"mtlint/lint"
	"mtlint/lint/read"
)

// records returns the sources of JSON lines whose text is in the named fields.
func records(t *testing.T, in io.Reader, names ...string) lint.Corpus {
	t.Helper()
	opt := read.Options{Format: "jsonl", Stdin: in}
	for _, name := range names {
		f, err := read.ParseField(name)
		if err != nil {
			t.Fatal(err)
		}
		opt.TextFields = append(opt.TextFields, f)
	}
	return read.Paths([]string{"-"}, opt)
}

// texts returns what each record is read as: its text, line ends shown as /, or its error.
func texts(t *testing.T, data string, names ...string) []string {
	t.Helper()
	var out []string
	for src := range records(t, strings.NewReader(data), names...) {
		d, err := src.Read()
		var text string
		if d != nil && len(d.Tokens) > 0 {
			text = strings.ReplaceAll(d.Text, "\n", "/")
		}
		if err != nil {
			text += "; " + err.Error()
		}
		out = append(out, strings.TrimPrefix(src.Path+": "+text, "-"))
	}
	return out
}

func TestRecords(t *testing.T) {
	for _, c := range []struct {
		fields string
		data   string
		want   []string
	}{
		{"body", "", nil},
		{"body", "\n \t\r\n", []string{": "}},
		{"body", `{"body":"One."}`, []string{"#1: One."}},
		{"body", "\uFEFF\n{\"body\":\"One.\"}\r\n\n{\"body\":\"Two.\"}\n\n", []string{"#1: One.", "#2: Two.", ": "}},
		{"body", `{"body":"\"\\\/\b\f\n\r\t\u0041\u00e9\u2019\ud83d\ude00."}`, []string{"#1: \"\\/\b\f/\r\tAé’😀."}},
		{"body", `{"body":"\ud83d \ude00 \ud83d\u0041 x"}`, []string{"#1: \uFFFD \uFFFD \uFFFDA x"}},
		{"body", "{\"body\":\"a\xff é b\"}", []string{"#1: a\uFFFD é b"}},
		{"body", "{\"body\":\"the word\xe2\x80\"}\n{\"body\":\"é the word\xe2\x80\"}\n{\"body\":\"caf\xe9 here\"}", []string{"#1: the word\uFFFD\uFFFD", "#2: é the word\uFFFD\uFFFD", "#3: caf\uFFFD here"}},
		{"body", `{"body":""}`, []string{"#1: "}},
		{"body", `{"a":{"body":"No."},"body":"One.","b":["body"]}`, []string{"#1: One."}},
		{"body", `{"body":"One.","body":"Two."}`, []string{"#1: One.//Two."}},
		{"a.b", `{"a":[{"b":"One."},{"c":1},{"b":["Two.",["Three."]]}],"b":"No.","a.b":"Four."}`, []string{"#1: One.//Two.//Three.//Four."}},
		{"title,body", `{"body":"One.","title":"Rain"}`, []string{"#1: One.//Rain"}},
		{"title,body", `{"body":"One."}`, []string{`#1: One.; read -#1: no field "title"`}},
		{"title?,body", `{"body":"One.","title":null}`, []string{"#1: One."}},
		{"title?", `{"body":"One."}`, []string{"#1: "}},
		{"title?", `{"title":7}`, []string{`#1: ; read -#1: field "title" is a number, not a string`}},
		{"body", `{"body":null}`, []string{`#1: ; read -#1: field "body" is null, not a string`}},
		{"body", `{"body":{"x":"One."}}`, []string{`#1: ; read -#1: field "body" is an object, not a string`}},
		{"body", `{"x":"One.","y":"Two."}`, []string{`#1: ; read -#1: no field "body" (strings are in "x", "y")`}},
		{"body", "true\n7\n\"x\"\nnull\n{\"body\":\"One.\"}", []string{
			"#1: ; read -#1: line 1, column 1: true where a record should be: write one JSON object a line",
			"#2: ; read -#2: line 2, column 1: a number where a record should be: write one JSON object a line",
			"#3: ; read -#3: line 3, column 1: a string where a record should be: write one JSON object a line",
			"#4: ; read -#4: line 4, column 1: null where a record should be: write one JSON object a line",
			"#5: One.",
		}},
		{"body", "{\"body\":\"é\"x}\n{\"body\":\"Two.\"", []string{
			"#1: ; read -#1: line 1, column 12: broken JSON: invalid character 'x' after object value (expecting ',' or '}')",
			"#2: ; read -#2: line 2, column 15: broken JSON: the line ends in the middle of the record",
		}},
		{"body", "{\"body\":\"a\\q\"}", []string{"#1: ; read -#1: line 1, column 11: broken JSON: invalid escape sequence `\\q` in string"}},
		{"body", "{\"body\":\"One.\x00\"}", []string{"#1: ; read -#1: looks binary (NUL byte at offset 13): leave it out, or convert it to text"}},
		{"body", "[{\"body\":\"One.\"},\n{\"body\":\"Two.\"}]", []string{": ; read -: JSON, but not one record a line: write them so, as jq -c does"}},
		{"body", "\xFF\xFE{\x00}\x00", []string{": ; read -: JSON lines in UTF-16: convert the file to UTF-8"}},
	} {
		if diff := cmp.Diff(c.want, texts(t, c.data, strings.Split(c.fields, ",")...)); diff != "" {
			t.Errorf("%s of %q (-want +got):\n%s", c.fields, c.data, diff)
		}
	}
}

// What is put into a record is written in ASCII where all of the record is.
func TestRecordEscapes(t *testing.T) {
	for record, want := range map[string]string{`{"text":"It is here."}`: `\u00fc\ud83d\ude00\"`, `{"text":"It is hére."}`: `ü😀\"`} {
		for s := range read.Bytes("a.jsonl", record, read.Options{}) {
			d, err := s.Read()
			if err != nil {
				t.Fatal(err)
			}
			fix, ok := d.PlaceFix(lint.Replace("", lint.Safe, lint.Span{Start: 0, End: 2}, `ü😀"`))
			if !ok || fix.Edits[0].Text != want {
				t.Errorf("%s: %+v, want %s put in", record, fix, want)
			}
			break
		}
	}
}

// What cannot be read to its end gives its records, and says so.
func TestRecordsOfBrokenStream(t *testing.T) {
	in := io.MultiReader(strings.NewReader("{\"body\":\"One.\"}\n"), iotest.ErrReader(fmt.Errorf("the line is dead")))
	var got []string
	for src := range records(t, in, "body") {
		_, err := src.Read()
		got = append(got, fmt.Sprint(src.Path, " ", err))
	}
	if diff := cmp.Diff([]string{"-#1 <nil>", "- read -: the line is dead"}, got); diff != "" {
		t.Error(diff)
	}
}

// checkRecords checks that the records hold all bytes, that the text of a field is what it stands for, that every
// character of it maps to the bytes of the file that say it, and that repairs change nothing but the text.
func checkRecords(t *testing.T, data string) {
	t.Helper()
	all := ""
	for src := range records(t, strings.NewReader(data), "body") {
		line := src.Data
		begin := len(all)
		all += line
		var values map[string]any
		var body struct{ Body string }
		text := ""
		err := error(nil)
		for next := src.Read; next != nil; {
			var d *lint.Document
			if d, err = next(); d == nil {
				break
			}
			checkPlacesInRecord(t, data, d)
			text += d.Text
			next = d.Rest
		}
		if json.Unmarshal([]byte(strings.TrimPrefix(line, "\uFEFF")), &values) != nil || strings.Count(line, `"body"`)+strings.Count(line, `\u`) != 1 {
			continue // no record, or one whose text is not that of the oracle
		}
		if _, isString := values["body"].(string); isString && err == nil && utf8.ValidString(line) {
			if err := json.Unmarshal([]byte(line), &body); err == nil && text != body.Body {
				t.Errorf("text %q at %d of %q, want %q", text, begin, data, body.Body)
			}
		}
	}
	if all != data && !strings.HasPrefix(data, "\xFF\xFE") && !strings.HasPrefix(data, "\xFE\xFF") && isRead(data) {
		t.Errorf("the records hold %q, want %q", all, data)
	}
	checkRepairedRecords(t, data)
}

// isRead reports whether JSON lines are not refused by their first record.
func isRead(data string) bool {
	data = strings.Trim(data, " \t\r\n\uFEFF")
	first, _, _ := strings.Cut(data, "\n")
	first = strings.Trim(first, " \t\r")
	return first != "{" && !strings.HasPrefix(first, "[")
}

// checkPlacesInRecord checks that the file has at the place of every character of a document what says it.
func checkPlacesInRecord(t *testing.T, data string, d *lint.Document) {
	t.Helper()
	if d.File.In == nil {
		return
	}
	for i, r := range d.Text {
		at := d.Locate(lint.Span{Start: i, End: i + utf8.RuneLen(r)})
		raw := data[at.Start.Offset:at.End.Offset]
		var said string
		if err := json.Unmarshal([]byte(`"`+raw+`"`), &said); (err != nil || said != string(r)) && !(raw == "" && r == '\n') && d.File.Encoding == "" {
			t.Errorf("character %q at byte %d of the text is %q in the file %q", r, i, raw, data)
		}
		line := 1 + strings.Count(data[:at.Start.Offset], "\n")
		if strings.IndexByte(data, '\r') < 0 && at.Start.Line != line {
			t.Errorf("byte %d of %q is on line %d, want %d", at.Start.Offset, data, at.Start.Line, line)
		}
		column := utf8.RuneCountInString(data[strings.LastIndexByte(data[:at.Start.Offset], '\n')+1:at.Start.Offset]) + 1
		if utf8.ValidString(data) && !strings.ContainsAny(data, "\r\uFEFF") && at.Start.Column != column {
			t.Errorf("byte %d of %q is in column %d, want %d", at.Start.Offset, data, at.Start.Column, column)
		}
	}
}

// respelled is what the repairs of checkRepairedRecords put in place of words with an a.
const respelled = "É\"\\\t😀"

// checkRepairedRecords repairs the text of records and checks that nothing else changed.
func checkRepairedRecords(t *testing.T, data string) {
	t.Helper()
	respell := &lint.Rule{Name: "a/b", Severity: lint.Error, Run: func(p *lint.Pass) {
		for i, tok := range p.Tokens {
			if strings.Contains(p.TokenText(i), "a") {
				p.Report(lint.Diagnostic{Span: tok.Span(), Message: "m", Fixes: []lint.Fix{lint.Replace("x", lint.Safe, tok.Span(), respelled)}})
			}
		}
	}}
	for r := range lint.Repair(records(t, strings.NewReader(data), "body"), []*lint.Rule{respell}, &lint.Config{}, lint.Safe) {
		if r.Repairs == nil || r.Repairs.New == r.Repairs.Old {
			continue
		}
		if got := (lint.Fix{Edits: r.Repairs.Edits}).Apply(r.Repairs.Old); got != r.Repairs.New {
			t.Errorf("the edits make %q of %q, want %q", got, r.Repairs.Old, r.Repairs.New)
		}
		var before, after map[string]any
		if json.Unmarshal([]byte(strings.TrimPrefix(r.Repairs.Old, "\uFEFF")), &before) != nil {
			continue
		}
		if err := json.Unmarshal([]byte(strings.TrimPrefix(r.Repairs.New, "\uFEFF")), &after); err != nil {
			t.Errorf("%q is repaired as %q: %v", r.Repairs.Old, r.Repairs.New, err)
		}
		delete(before, "body")
		delete(after, "body")
		if diff := cmp.Diff(before, after); diff != "" {
			t.Errorf("the repair of %q changed more than its text: %s", r.Repairs.Old, diff)
		}
	}
}

// pieces are what random strings of JSON are made of, in their source form.
var pieces = []string{
	"a word", "any", " ", ". ", "é", "中", "😀", `\n`, `\n\n`, `\"`, `\\`, `\/`, `\t`, `\u2019`, `\u00e9`, `\ud83d\ude00`, `\ud83d`,
	`\u201csaid\u201d`, "\\\\u", "x", "Big Ban", `\b`, `\u0000`, "\u2028", "&amp;",
}

func TestRecordsAreExact(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 12))
	quoted := func() string {
		var b strings.Builder
		b.WriteByte('"')
		for range rnd.IntN(12) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		return b.String() + `"`
	}
	for range 3000 {
		var b strings.Builder
		for range 1 + rnd.IntN(3) {
			b.WriteString(strings.Repeat("\n", rnd.IntN(2)))
			fmt.Fprintf(&b, `{ "id":%d,%s:%s ,"body": %s, "tail":[%s]}`, rnd.IntN(9), quoted(), quoted(), quoted(), quoted())
			b.WriteString([]string{"\n", "\r\n", " \n"}[rnd.IntN(3)])
		}
		checkRecords(t, b.String())
		if t.Failed() {
			return
		}
	}
}

func FuzzRecords(f *testing.F) {
	for _, s := range []string{
		`{"body":"One."}`, "\n{\"body\":\"a\\u2019\\ud83d\\ude00\\\"\"}\r\n{", `{"x":[1,{"body":"no"}],"body":["a","b"]}`, "{\"body\":\"\xff a\"}\n\n", `{"body":"\u0000\ud83d","body":1}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		if len(data) < 1<<12 {
			checkRecords(t, data)
		}
	})
}

// A record longer than any article is read in sections that hold all of its text, each at its place, in parts of about the
// same length.
func TestLongRecord(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"id":1,"title":"Rain","body":"`)
	for i := 0; b.Len() < 5<<19; i++ {
		fmt.Fprintf(&b, `The minister\u2019s paragraph %d \"is\" here.\n\n`, i)
	}
	data := b.String() + `"}` + "\n" + `{"title":"Next","body":"Short."}`
	var values struct{ Title, Body string }
	if err := json.NewDecoder(strings.NewReader(data)).Decode(&values); err != nil {
		t.Fatal(err)
	}
	sources := slices.Collect(records(t, strings.NewReader(data), "title", "body"))
	if len(sources) != 2 {
		t.Fatalf("%d records, want 2", len(sources))
	}
	text, sections := "", 0
	for next := sources[0].Read; next != nil; sections++ {
		d, err := next()
		if err != nil {
			t.Fatal(err)
		}
		text += d.Text
		word := len(d.Tokens) / 2
		at := d.Locate(d.Tokens[word].Span())
		if got := data[at.Start.Offset:at.End.Offset]; got != d.TokenText(word) && got != `\"` {
			t.Errorf("token %q stands where the file has %q", d.TokenText(word), got)
		}
		next = d.Rest
	}
	if want := values.Title + "\n\n" + values.Body; text != want || sections != 3 {
		t.Errorf("%d sections hold %d bytes, want 3 with %d", sections, len(text), len(want))
	}
}

// A repair lies in one string of a record: what goes from one into the next is not written.
func TestRecordSeams(t *testing.T) {
	for src := range records(t, strings.NewReader(`{"a":"One is","x":1,"b":["two","here"]}`), "a", "b") {
		d, err := src.Read()
		if err != nil {
			t.Fatal(err)
		}
		for from := range len(d.Text) {
			for to := from; to <= len(d.Text); to++ {
				_, ok := d.Place(lint.Edit{Span: lint.Span{Start: from, End: to}, Text: "x"})
				within := from > 0 && strings.HasPrefix(d.Text[from-1:], "\n\n") // what parts two strings
				if want := !within && !strings.Contains(d.Text[from:to], "\n"); ok != want {
					t.Errorf("an edit of %q in %q is placed: %v, want %v", d.Text[from:to], d.Text, ok, want)
				}
			}
		}
	}
}

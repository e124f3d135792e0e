package read_test

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

func TestDecodePage(t *testing.T) {
	for _, c := range []struct {
		head, text string // the text in the encoding of the bytes
		encoding   string
		want       string
	}{
		{`<meta charset="utf-8">`, "café “so”", "", "café “so”"},
		{`<meta charset=iso-8859-1>`, "caf\xE9 \x93so\x94", "windows-1252", "café “so”"},
		{`<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`, "\xCC\xEE\xF1\xEA\xE2\xE0", "windows-1251", "Москва"},
		{`<?xml version="1.0" encoding="iso-8859-2"?>`, "\xA3\xF3d\xBC", "iso-8859-2", "Łódź"},
		{`<meta charset=windows-1251>`, "café “so”", "", "café “so”"},                  // the bytes are UTF-8
		{`<meta charset=utf-8>`, "caf\xE9 du caf\xE9", "windows-1252", "café du café"}, // they are not
		{`<meta charset=windows-1255>`, "caf\xD9 du caf\xE9 \xD9\xFF", "", ""},
	} {
		f, err := read.DecodePage("a.html", c.head+c.text)
		if c.want == "" {
			if err == nil && f.Encoding == "windows-1255" {
				t.Errorf("%s: bytes that it does not have are read", c.head)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.head, err)
			continue
		}
		if got := f.Content[len(c.head):]; got != c.want || f.Encoding != c.encoding {
			t.Errorf("%s: got %q as %q, want %q as %q", c.head, got, f.Encoding, c.want, c.encoding)
		}
	}
}

// A character that the encoding of a page lacks goes into it as a reference.
func TestEditInCharset(t *testing.T) {
	data, err := charmap.Windows1252.NewEncoder().String("<meta charset=windows-1252><p>The café is here.")
	if err != nil {
		t.Fatal(err)
	}
	for page, want := range map[string]string{
		data: "&#x41B; “&amp;”",
		"<meta charset=iso-8859-1><p>The road is here.": "&#x41B; &#x201C;&amp;&#x201D;",
		"<meta charset=utf-8><p>The café is here.":      "Л “&amp;”",
		"<p>The road is here.":                          "Л “&amp;”",
	} {
		f, err := read.DecodePage("a.html", page)
		if err != nil {
			t.Fatal(err)
		}
		d := read.HTML(f, language.Und)
		edits, ok := d.Place(lint.Edit{Span: d.Tokens[0].Span(), Text: "Л “&”"})
		if !ok || len(edits) != 1 || edits[0].Text != want {
			t.Errorf("%q: got %v, want %q", page, edits, want)
		}
	}
}

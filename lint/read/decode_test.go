package read_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// encodeUTF16 returns the text in UTF-16 with a byte order mark, and the offset of every byte of the text in it.
func encodeUTF16(order binary.AppendByteOrder, text string) (data string, offsets []int) {
	out := order.AppendUint16(nil, 0xFEFF)
	for _, r := range text {
		for range utf8.RuneLen(r) {
			offsets = append(offsets, len(out))
		}
		for _, u := range utf16.AppendRune(nil, r) {
			out = order.AppendUint16(out, u)
		}
	}
	return string(out), offsets
}

// encodePage returns the text in a code page, and the offset of every byte of the text in it.
func encodePage(t *testing.T, c *charmap.Charmap, text string) (data string, offsets []int) {
	t.Helper()
	var out []byte
	for _, r := range text {
		b, ok := c.EncodeRune(r)
		if !ok {
			t.Fatalf("%q is not in the code page", r)
		}
		for range utf8.RuneLen(r) {
			offsets = append(offsets, len(out))
		}
		out = append(out, b)
	}
	return string(out), offsets
}

func checkDecoded(t *testing.T, data, encoding, want string, offsets []int) {
	t.Helper()
	f, err := read.Decode("a.txt", data)
	if err != nil {
		t.Errorf("%q: %v", want, err)
		return
	}
	if f.Encoding != encoding || f.Content != want {
		t.Errorf("decoded %q as %q, want %q as %q", f.Content, f.Encoding, want, encoding)
		return
	}
	for i, offset := range offsets {
		if got := f.Map.ToFile(i); got != offset {
			t.Errorf("%s: byte %d of %q is file byte %d, want %d", encoding, i, want, got, offset)
		}
		if utf8.RuneStart(want[i]) && f.Map.ToText(offset) != i {
			t.Errorf("%s: file byte %d of %q is text byte %d, want %d", encoding, offset, want, f.Map.ToText(offset), i)
		}
	}
	if got := f.Map.ToFile(len(want)); got != len(data) {
		t.Errorf("%s: the end of %q is at %d, want %d", encoding, want, got, len(data))
	}
}

func TestDecodeUnicode(t *testing.T) {
	for _, text := range []string{"", "plain", "“al-Wala’i”, 中国 😀\r\nعراق é e\u0301"} {
		checkDecoded(t, text, "", text, nil)
		offsets := make([]int, len(text))
		for i := range offsets {
			offsets[i] = i + 3
		}
		checkDecoded(t, "\uFEFF"+text, "", text, nil)
		if f, _ := read.Decode("a.txt", "\uFEFF"+text); f.Map.ToFile(0) != 3 || f.Map.ToText(3) != 0 {
			t.Errorf("%q: the text behind the byte order mark begins at %d, want 3", text, f.Map.ToFile(0))
		}
		data, offsets := encodeUTF16(binary.LittleEndian, text)
		checkDecoded(t, data, "utf-16le", text, offsets)
		data, offsets = encodeUTF16(binary.BigEndian, text)
		checkDecoded(t, data, "utf-16be", text, offsets)
	}
}

func TestDecodeCodePages(t *testing.T) {
	for _, text := range []string{
		"He said it’s “over” – he left.",
		"The café in Zürich cost €5… naïve!",
		"Il a été là où l’hôtel était fermé, à côté de l’église.",
		"Señor Núñez pasó por aquí.",
		"¿Qué? ¡No!",
		"ÉTÉ À PARIS, CAFÉ",
		"It’s",
	} {
		data, offsets := encodePage(t, charmap.Windows1252, text)
		checkDecoded(t, data, "windows-1252", text, offsets)
	}
	for _, text := range []string{
		"قال رئيس الوزراء إن الحكومة ستجتمع غداً في بغداد.",
		"He said “العراق اليوم” twice.",
		"العراق",
		"وكالة AFP، بغداد – 2024",
	} {
		data, offsets := encodePage(t, charmap.Windows1256, text)
		checkDecoded(t, data, "windows-1256", text, offsets)
	}
}

// A stray byte in UTF-8 is one replacement character at its own place.
func TestDecodeStrayBytes(t *testing.T) {
	for _, c := range []struct {
		data, text string
		offsets    map[int]int // text to file
	}{
		{"“Yes,” he said. “No\x92, no.”", "“Yes,” he said. “No\uFFFD, no.”", map[int]int{24: 24, 25: 25, 27: 25, 28: 26}},
		{"é\xFF\xFEé“", "é\uFFFD\uFFFDé“", map[int]int{2: 2, 5: 3, 8: 4}},
		{"“cut” in “the middle\xE2\x80", "“cut” in “the middle\uFFFD\uFFFD", map[int]int{26: 26, 29: 27, 32: 28}},
		{"\uFEFFa\xFFb", "a\uFFFDb", map[int]int{0: 3, 1: 4, 4: 5}},
	} {
		f, err := read.Decode("a.txt", c.data)
		if err != nil || f.Content != c.text || f.Encoding != "" {
			t.Errorf("%+q: got %+v, %v; want %+q", c.data, f, err, c.text)
			continue
		}
		for text, file := range c.offsets {
			if got := f.Map.ToFile(text); got != file {
				t.Errorf("%+q: text byte %d is file byte %d, want %d", c.data, text, got, file)
			}
		}
	}
	f, err := read.Decode("a.txt", "\xFF\xFEa\x00\x00\xD8b\x00c") // half a pair, half a unit
	if err != nil || f.Content != "a\uFFFDb\uFFFD" || f.Map.ToFile(1) != 4 || f.Map.ToFile(5) != 8 {
		t.Errorf("broken UTF-16: %+v, %v", f, err)
	}
}

func TestDecodeErrors(t *testing.T) {
	russian, _ := encodePage(t, charmap.Windows1251, "Президент сказал, что встреча пройдет завтра в Москве.")
	greek, _ := encodePage(t, charmap.Windows1253, "Ο πρόεδρος είπε ότι η συνάντηση θα γίνει αύριο.")
	mac, _ := encodePage(t, charmap.Macintosh, "He didn’t say it’s over; they’re here.")
	chinese, err := simplifiedchinese.GBK.NewEncoder().String("总统说，会议将于明天在北京举行。")
	if err != nil {
		t.Fatal(err)
	}
	utf16le, _ := encodeUTF16(binary.LittleEndian, "An article without its mark.")
	for data, want := range map[string]string{
		"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR": "looks binary (NUL byte at offset 8): leave it out, or convert it to text",
		"text with a NUL\x00":                 "looks binary (NUL byte at offset 15): leave it out, or convert it to text",
		utf16le[2:]:                           "looks like UTF-16 without a byte order mark (NUL byte at offset 1): save it as UTF-8",
		russian:                               "neither UTF-8 nor Windows-1252 nor Windows-1256 (byte 0xCF at offset 0): save it as UTF-8",
		greek:                                 "neither UTF-8 nor Windows-1252 nor Windows-1256 (byte 0xCF at offset 0): save it as UTF-8",
		mac:                                   "neither UTF-8 nor Windows-1252 nor Windows-1256 (byte 0xD5 at offset 7): save it as UTF-8",
		chinese:                               "neither UTF-8 nor Windows-1252 nor Windows-1256 (byte 0xD7 at offset 0): save it as UTF-8",
		"\xC4\xE3\xBA\xC3\xA3\xAC\xCA\xC0":    "neither UTF-8 nor Windows-1252 nor Windows-1256 (byte 0xC4 at offset 0): save it as UTF-8",
	} {
		if f, err := read.Decode("a.txt", data); err == nil || err.Error() != want {
			t.Errorf("%+q: got %+v, error %v; want error %q", data, f, err, want)
		}
	}
}

// A finding in a file of two-byte units or of a code page is placed by the bytes of the file.
func TestFindingsInOtherEncodings(t *testing.T) {
	const text = "قال العراق\r\nword قال"
	rule := &lint.Rule{Name: "test/word", Severity: lint.Error, Run: func(p *lint.Pass) {
		for i, tok := range p.Tokens {
			if p.TokenText(i) == "word" {
				p.Report(lint.Diagnostic{Span: tok.Span(), Fixes: []lint.Fix{lint.Replace("", lint.Safe, tok.Span(), "x")}})
			}
		}
	}}
	page, pageOffsets := encodePage(t, charmap.Windows1256, text)
	wide, wideOffsets := encodeUTF16(binary.BigEndian, text)
	at := strings.Index(text, "word")
	for data, span := range map[string]lint.Span{
		page: {Start: pageOffsets[at], End: pageOffsets[at] + 4},
		wide: {Start: wideOffsets[at], End: wideOffsets[at] + 8},
	} {
		opt := read.Options{Lang: language.English, Stdin: strings.NewReader(data)}
		for res := range lint.Lint(read.Paths([]string{"-"}, opt), []*lint.Rule{rule}, &lint.Config{}) {
			if res.Err != nil || len(res.Findings) != 1 {
				t.Fatalf("%d findings, error %v; want 1", len(res.Findings), res.Err)
			}
			f := res.Findings[0]
			if f.At.Start != (lint.Position{Offset: span.Start, Line: 2, Column: 1}) || f.At.End.Offset != span.End || f.Fixes[0].Edits[0].Span != span {
				t.Errorf("%s: found at %+v to %+v, edit %v; want %v on line 2", res.Encoding, f.At.Start, f.At.End, f.Fixes[0].Edits[0].Span, span)
			}
		}
	}
}

// FuzzRead: any bytes are a document or an error of one line; positions lie in the file and never go back.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "plain\r\ntext", "\uFEFFé", "\xFF\xFEa\x00\x00\xD8", "\xFE\xFF\x00a\xD8\x3D\xDE\x00", "it\x92s", "\xC7\xE1\xDA\xD1\xC7\xDE", "“\xFF”", "a\x00", "- item\n\nHeading\n\nText (AP)"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := read.Decode("a.txt", string(data))
		if err != nil {
			if strings.Contains(err.Error(), "\n") || file != nil {
				t.Errorf("%+q: file %v, error %q", data, file, err)
			}
			return
		}
		if !utf8.ValidString(file.Content) {
			t.Errorf("%+q: the content is not valid UTF-8", data)
		}
		last := 0
		for i := range file.Content + "x" {
			at := file.Map.ToFile(i)
			if at < last || at > len(data) {
				t.Fatalf("%+q: text byte %d is file byte %d, behind %d, of %d", data, i, at, last, len(data))
			}
			if back := file.Map.ToText(at); back != i {
				t.Fatalf("%+q: text byte %d is file byte %d, which is text byte %d", data, i, at, back)
			}
			last = at
		}
		d := read.Text(file, language.English)
		for i, tok := range d.Tokens {
			if l := d.Locate(tok.Span()); l.Start.Offset >= l.End.Offset || l.End.Offset > len(data) || l.Text != d.TokenText(i) {
				t.Fatalf("%+q: token %q is at %+v", data, d.TokenText(i), l)
			}
		}
	})
}

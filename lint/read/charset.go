package read

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"mtlint/lint"
)

// DecodePage returns the file with the given bytes of HTML, decoded to UTF-8. It is as Decode has it, but that bytes which
// are not UTF-8 are in the encoding that the page declares, where that has one byte a character and all of the bytes. A
// page of ASCII that declares another encoding than UTF-8 is written in ASCII.
func DecodePage(path, data string) (*lint.File, error) {
	name := declaredCharset(data)
	if !utf8.ValidString(data) && !strings.Contains(data, "\x00") && !hasUTF16Mark(data) {
		if page := codePageOf(name); page != nil && page.holds(data) {
			f := &lint.File{Path: path, Data: data, Encoding: page.name, Encode: page.encode}
			f.Content, f.Map = page.decode(data)
			return f, nil
		}
	}
	f, err := Decode(path, data)
	if err == nil && f.Encode == nil && name != "" && name != "utf-8" && name != "utf8" && isASCII(data) {
		f.Encode = encodeASCII
	}
	return f, err
}

// hasUTF16Mark reports whether data begins with a byte order mark of UTF-16.
func hasUTF16Mark(data string) bool {
	return strings.HasPrefix(data, "\xFF\xFE") || strings.HasPrefix(data, "\xFE\xFF")
}

// maxDeclaration is how many bytes of a page are searched for what it declares.
const maxDeclaration = 1 << 12

// declaredCharset returns the name of the encoding that a page declares in a meta element or as XML does, in lower case, ""
// for none.
func declaredCharset(data string) string {
	head := strings.ToLower(data[:min(len(data), maxDeclaration)])
	for _, lead := range [...]string{"charset=", "encoding="} {
		_, value, found := strings.Cut(head, lead)
		if !found || lead == "encoding=" && !strings.HasPrefix(head, "<?xml") {
			continue
		}
		value = strings.TrimLeft(value, "\"' ")
		if n := strings.IndexAny(value, "\"'; />?"); n >= 0 {
			return value[:n]
		}
	}
	return ""
}

func isASCII(data string) bool {
	for i := 0; i < len(data); i++ {
		if data[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// encodeASCII returns text that is ASCII.
func encodeASCII(text string) (string, error) {
	for _, r := range text {
		if r >= utf8.RuneSelf {
			return "", fmt.Errorf("‘%c’ (%U) cannot be written in ASCII: convert the file to UTF-8 first", r, r)
		}
	}
	return text, nil
}

// codePageOf returns the encoding of that name, nil where it is not known to have one byte a character. What the names mean
// is as browsers have it: https://encoding.spec.whatwg.org/#names-and-labels.
func codePageOf(name string) *codePage {
	switch name {
	case "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252":
		return windows1252
	case "windows-1256", "cp1256":
		return windows1256
	}
	if c := charmapOf(name); c != nil {
		return newCodePage(name, c)
	}
	return nil
}

func charmapOf(name string) *charmap.Charmap {
	switch name {
	case "windows-1250", "cp1250":
		return charmap.Windows1250
	case "windows-1251", "cp1251":
		return charmap.Windows1251
	case "windows-1253":
		return charmap.Windows1253
	case "windows-1254", "iso-8859-9":
		return charmap.Windows1254
	case "windows-1255":
		return charmap.Windows1255
	case "windows-1257":
		return charmap.Windows1257
	case "windows-1258":
		return charmap.Windows1258
	case "iso-8859-2", "latin2":
		return charmap.ISO8859_2
	case "iso-8859-5":
		return charmap.ISO8859_5
	case "iso-8859-7":
		return charmap.ISO8859_7
	case "iso-8859-15":
		return charmap.ISO8859_15
	case "koi8-r":
		return charmap.KOI8R
	case "koi8-u":
		return charmap.KOI8U
	case "macintosh":
		return charmap.Macintosh
	}
	return nil
}

// holds reports whether every byte of the data is a character of the page, and none a control character above ASCII.
func (p *codePage) holds(data string) bool {
	for i := 0; i < len(data); i++ {
		if r := p.runes[data[i]]; data[i] >= utf8.RuneSelf && (r == utf8.RuneError || unicode.IsControl(r)) {
			return false
		}
	}
	return true
}

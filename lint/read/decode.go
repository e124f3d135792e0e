package read

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"mtlint/lint"
)

// Decode returns the file with the given bytes, decoded to UTF-8. A byte order mark decides; without one the bytes are
// UTF-8 if they are valid, else Windows-1256 or Windows-1252 if that gives plausible words. A stray byte in UTF-8 and
// half a surrogate pair in UTF-16 become U+FFFD. Everything else is an error.
func Decode(path, data string) (*lint.File, error) {
	f := &lint.File{Path: path, Content: data, Data: data}
	switch {
	case strings.HasPrefix(data, "\xFF\xFE"):
		f.Encoding, f.Encode = "utf-16le", encodeUTF16(binary.LittleEndian)
		f.Content, f.Map = decodeUTF16(data, binary.LittleEndian)
	case strings.HasPrefix(data, "\xFE\xFF"):
		f.Encoding, f.Encode = "utf-16be", encodeUTF16(binary.BigEndian)
		f.Content, f.Map = decodeUTF16(data, binary.BigEndian)
	case strings.HasPrefix(data, utf8BOM):
		f.Content, f.Map = repairUTF8(data, len(utf8BOM))
	case !utf8.ValidString(data):
		if err := decodeBroken(f, data); err != nil {
			return nil, err
		}
	}
	if i := strings.IndexByte(f.Content, 0); i >= 0 {
		return nil, binaryError(data, f.Map.ToFile(i))
	}
	return f, nil
}

// decodeUTF8 returns the file with the given bytes, which are to be UTF-8 as JSON is: what belongs to no character becomes
// U+FFFD, also where nothing else in them is beyond ASCII.
func decodeUTF8(path, data string) (*lint.File, error) {
	f := &lint.File{Path: path, Content: data, Data: data}
	switch {
	case strings.HasPrefix(data, utf8BOM):
		f.Content, f.Map = repairUTF8(data, len(utf8BOM))
	case !utf8.ValidString(data):
		f.Content, f.Map = repairUTF8(data, 0)
	}
	if i := strings.IndexByte(data, 0); i >= 0 {
		return nil, binaryError(data, i)
	}
	return f, nil
}

const utf8BOM = "\uFEFF"

// binaryError tells what a file with a NUL at offset is.
func binaryError(data string, offset int) error {
	if n := strings.Count(data, "\x00"); n*3 > len(data) && n*5 < len(data)*3 {
		return fmt.Errorf("looks like UTF-16 without a byte order mark (NUL byte at offset %d): save it as UTF-8", offset)
	}
	return fmt.Errorf("looks binary (NUL byte at offset %d): leave it out, or convert it to text", offset)
}

// decodeUTF16 decodes UTF-16 with a byte order mark.
func decodeUTF16(data string, order binary.ByteOrder) (string, *lint.Map) {
	var b strings.Builder
	b.Grow(len(data) / 2)
	m := new(lint.Map)
	m.Add(2, 1, 1, 0) // so that an empty text is behind the mark
	unit := func(i int) rune { return rune(order.Uint16([]byte{data[i], data[i+1]})) }
	for i := 2; i < len(data); {
		r, width := rune(utf8.RuneError), 1 // half a unit at the end
		if i+1 < len(data) {
			r, width = unit(i), 2
			if utf16.IsSurrogate(r) && i+3 < len(data) {
				if pair := utf16.DecodeRune(r, unit(i+2)); pair != utf8.RuneError {
					r, width = pair, 4
				}
			}
			if utf16.IsSurrogate(r) {
				r = utf8.RuneError
			}
		}
		b.WriteRune(r)
		m.Add(i, utf8.RuneLen(r), width, 1)
		i += width
	}
	return b.String(), m
}

// encodeUTF16 returns the encoder of UTF-16 without a byte order mark.
func encodeUTF16(order binary.AppendByteOrder) func(string) (string, error) {
	return func(text string) (string, error) {
		var b []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			b = order.AppendUint16(b, unit)
		}
		return string(b), nil
	}
}

// decodeBroken decodes bytes that are not valid UTF-8.
func decodeBroken(f *lint.File, data string) error {
	if i := strings.IndexByte(data, 0); i >= 0 {
		return binaryError(data, i)
	}
	if characters, strays := countUTF8(data); characters >= strays {
		f.Content, f.Map = repairUTF8(data, 0)
		return nil
	}
	page := guessCodePage(data)
	if page == nil {
		bad := invalidUTF8(data)
		return fmt.Errorf("neither UTF-8 nor Windows-1252 nor Windows-1256 (byte 0x%02X at offset %d): save it as UTF-8", data[bad], bad)
	}
	f.Encoding, f.Encode = page.name, page.encode
	f.Content, f.Map = page.decode(data)
	return nil
}

// invalidUTF8 returns the offset of the first byte that belongs to no UTF-8 character.
func invalidUTF8(data string) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRuneInString(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// countUTF8 counts the characters of more than one byte and the bytes that belong to no character.
func countUTF8(data string) (characters, strays int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(data[i:])
		if r == utf8.RuneError && n == 1 {
			strays++
		} else {
			characters++
		}
		i += n
	}
	return characters, strays
}

// repairUTF8 returns data from offset on with U+FFFD in place of every byte that belongs to no character.
func repairUTF8(data string, offset int) (string, *lint.Map) {
	m := new(lint.Map)
	if utf8.ValidString(data[offset:]) {
		m.Add(offset, 1, 1, len(data)-offset)
		return data[offset:], m
	}
	var b strings.Builder
	b.Grow(len(data) + 64)
	from := offset // of the valid stretch
	flush := func(to int) {
		if from < to {
			b.WriteString(data[from:to])
			m.Add(from, 1, 1, to-from)
		}
	}
	for i := offset; i < len(data); {
		r, n := utf8.DecodeRuneInString(data[i:])
		if r == utf8.RuneError && n == 1 {
			flush(i)
			b.WriteRune(utf8.RuneError)
			m.Add(i, utf8.RuneLen(utf8.RuneError), 1, 1)
			from = i + 1
		}
		i += n
	}
	flush(len(data))
	return b.String(), m
}

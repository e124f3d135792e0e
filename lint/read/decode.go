package read

import (
	"errors"
	"strings"
	"unicode/utf8"

	"mtlint/lint"
)

// Decode returns the file with the given bytes, decoded to UTF-8.
func Decode(path, data string) (*lint.File, error) {
	const bom = "\uFEFF"
	f := &lint.File{Path: path, Content: data}
	if content, ok := strings.CutPrefix(data, bom); ok {
		f.Content, f.Map = content, new(lint.Map)
		f.Map.Add(len(bom), 1, 1, len(content))
	}
	if !utf8.ValidString(f.Content) {
		return nil, errors.New("not valid UTF-8: save the file as UTF-8")
	}
	return f, nil
}

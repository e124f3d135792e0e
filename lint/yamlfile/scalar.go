package yamlfile

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode"
)

// Scalar writes a text as a YAML scalar: bare where nobody could misread it, else in quotation marks.
func Scalar(s string) string {
	if isBare(s) {
		return s
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string
	return strings.TrimSuffix(b.String(), "\n")
}

// isBare reports whether a text begins with a letter and has no others than letters, digits, and signs that mean nothing
// in YAML.
func isBare(s string) bool {
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan":
		return false
	}
	before := ' '
	for _, r := range s {
		letter := unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
		if !letter && !(before != ' ' && (unicode.IsDigit(r) || strings.ContainsRune(" -'’/._", r))) {
			return false
		}
		before = r
	}
	return before != ' '
}

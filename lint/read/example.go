package read

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// Example makes a document of an English example in the documentation or the fixture of a rule: HTML where it begins with
// <html>, plain text otherwise.
func Example(file *lint.File) *lint.Document {
	if strings.HasPrefix(file.Content, "<html>") {
		return HTML(file, language.English)
	}
	return Text(file, language.English)
}

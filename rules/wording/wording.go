// Package wording holds the rules on phrases that no English writer would choose: in goes a document, out come word for
// word translations, with the better wording and the language they come from.
package wording

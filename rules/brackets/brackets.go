// Package brackets holds the rules on brackets: in goes a document, out come brackets that do not pair.
package brackets

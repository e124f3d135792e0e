// Package leftover holds the rules on what belongs to the page and not to the article: in goes a document, out come the
// remains of captions, widgets and agency marks.
package leftover

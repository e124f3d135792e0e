// Package garble holds the rules on words that fell to pieces or ran together: in goes a document, out come the tokens
// that are no words.
package garble

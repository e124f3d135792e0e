// Package repetition holds the rules on text that stands twice: in goes a document, out come the words, phrases and
// passages that the engine wrote again.
package repetition

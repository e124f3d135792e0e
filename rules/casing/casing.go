// Package casing holds the rules on capital letters: in goes a document, out come words whose case is wrong where they
// stand.
package casing

// Package read turns files into documents.
//
// In go paths, folders or a stream; out come [lint.Source] values that a [lint.Lint] call reads one by one: decoded to
// UTF-8 with an exact map back to the bytes of the file, and split into blocks by the reader of their format. One file of
// this package is one format.
package read

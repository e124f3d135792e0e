// Package read turns files into documents.
//
// In go paths, folders or a stream; out come [lint.Source] values that a [lint.Lint] call reads one by one: decoded to
// UTF-8 with an exact map back to the bytes of the file, and split into blocks by the reader of their format. The paths in
// results have slashes on every system.
//
// A format is an entry in format.go and a file: text.go, markdown.go, html.go, jsonl.go. Markup becomes prose in flow.go,
// and place.go says where in it a repair may go.
package read

// Package ignore matches paths against the patterns of .gitignore files.
//
// In go patterns, of a configuration or of the ignore files of a folder tree; out comes whether a path is meant.
package ignore

import (
	"errors"
	"path"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
)

// Patterns is a list of patterns, of which the last that fits a path decides. The zero value matches nothing.
type Patterns []gitignore.Pattern

// Parse returns the patterns, which must be such as Check accepts.
func Parse(patterns []string) Patterns {
	var out Patterns
	for _, p := range patterns {
		out = append(out, parse(p, nil))
	}
	return out
}

// negated writes [!a] as [^a], and leaves what stands behind a backslash.
var negated = strings.NewReplacer(`\\`, `\\`, `\[`, `\[`, "[!", "[^")

// parse returns the pattern of a line in an ignore file of the folder, with three things as git means them that go-git
// takes for others: [!a] is [^a], two asterisks beside other signs are one, and x/** means what is in x and not x itself.
func parse(line string, folder []string) gitignore.Pattern {
	text := strings.TrimRight(line, " ")
	if strings.HasSuffix(text, "\\") {
		text = line // the backslash keeps the blank
	}
	parts := strings.Split(negated.Replace(text), "/")
	for i, part := range parts {
		for part != "**" && part != "!**" && strings.Contains(part, "**") {
			part = strings.ReplaceAll(part, "**", "*")
		}
		parts[i] = part
	}
	if n := len(parts); n > 1 && parts[n-1] == "**" {
		parts = append(parts, "*")
	}
	return gitignore.ParsePattern(strings.Join(parts, "/"), folder)
}

// Check says what is wrong with a pattern.
func Check(pattern string) error {
	switch {
	case strings.HasPrefix(pattern, "#"):
		return errors.New("a pattern that begins with # is a comment: write \\#")
	case strings.Trim(pattern, "!/ ") == "":
		return errors.New("the pattern names nothing")
	case strings.Contains(pattern, "{"):
		return errors.New("{a,b} has no meaning in a pattern: write one pattern for each")
	}
	for part := range strings.SplitSeq(pattern, "/") {
		if part == ".." || part == "." {
			return errors.New("a pattern names what is below its folder: take " + part + " away")
		}
		if _, err := path.Match(part, ""); err != nil {
			return errors.New("a [ without its ], or a \\ at the end")
		}
	}
	return nil
}

// Match reports whether a path, relative and parted by slashes, or a folder above it, is meant.
func (p Patterns) Match(rel string, isFolder bool) bool {
	parts := strings.Split(rel, "/")
	for i := len(p) - 1; i >= 0; i-- {
		if result := p[i].Match(parts, isFolder); result != gitignore.NoMatch {
			return result == gitignore.Exclude
		}
	}
	return false
}

package lint

import (
	"slices"
	"strings"
	"unicode"
)

// Comment is a comment of a file. It is no prose, but it may hold a directive: what to leave out of the findings.
type Comment struct {
	Span      // of File.Content, with the marks that make it a comment
	Text Span // of File.Content, without them
}

// Directive is a comment that says what findings to leave out.
//
//	mtlint-disable-next-line RULE, RULE: reason    in the next line that is neither blank nor a directive
//	mtlint-disable RULE: reason                    from here to mtlint-enable RULE, or to the end of the file
//	mtlint-disable-file RULE: reason               in the whole file
//
// RULE is the name of a rule or of a category; without any, all rules are meant.
type Directive struct {
	Comment
	Kind   DirectiveKind
	Word   Span       // of File.Content: the word that says the kind
	Names  []NameSpan // what it names; one empty name at Word where it names nothing
	Reason string     // "" for none

	scope  Span       // of File.Content, where it holds
	ended  *Directive // the mtlint-enable that ends it
	closes bool       // it is an mtlint-enable that ends something
}

// DirectiveKind says what a directive does.
type DirectiveKind uint8

// The kinds of directive. UnknownKind is a word that begins like one.
const (
	UnknownKind DirectiveKind = iota
	DisableNextLine
	Disable
	Enable
	DisableFile
)

// DirectiveWords are the words of the kinds.
var DirectiveWords = []string{
	DisableNextLine: "mtlint-disable-next-line", Disable: "mtlint-disable", Enable: "mtlint-enable", DisableFile: "mtlint-disable-file",
}

// NameSpan is the name of a rule or a category in a directive.
type NameSpan struct {
	Name string
	Span // of File.Content
	used bool
}

// covers reports whether the name means the rule.
func (n *NameSpan) covers(r *Rule) bool {
	return n.Name == "" || n.Name == r.Name || n.Name == r.Category()
}

// IsDirective reports whether a comment with this text is a directive, understood or not.
func IsDirective(text string) bool { return wordOf(strings.TrimSpace(text)) > 0 }

// DirectiveName is what the text of every directive begins with.
const DirectiveName = "mtlint"

// wordOf returns how long the word is that the text of a directive begins with, 0 for the text of another comment. A word
// with another sign for its first hyphen, or with none, counts, too: mtlint disable, mtlint:disable.
func wordOf(text string) int {
	rest, ok := strings.CutPrefix(text, DirectiveName)
	if !ok {
		return 0
	}
	verb := strings.TrimLeft(rest, "-_: \t")
	start := len(text) - len(verb)
	if i := strings.IndexFunc(verb, func(r rune) bool { return unicode.IsSpace(r) || r == ':' }); i >= 0 {
		verb = verb[:i]
	}
	if strings.HasPrefix(rest, "-") || slices.Contains(DirectiveWords, DirectiveName+"-"+verb) {
		return start + len(verb)
	}
	return 0
}

// directives returns the directives in the comments of a file, and where they hold.
func directives(f *File) []*Directive {
	var all, open []*Directive
	for _, c := range f.Comments {
		d := parseDirective(f.Content, c)
		if d == nil {
			continue
		}
		all = append(all, d)
		switch d.Kind {
		case Disable:
			d.scope = Span{d.End, len(f.Content)}
			open = append(open, d)
		case Enable:
			open = slices.DeleteFunc(open, d.ends)
		case DisableFile:
			d.scope = Span{0, len(f.Content)}
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Kind == DisableNextLine {
			all[i].scope = nextLine(f, all[i], all[i+1:])
		}
	}
	return all
}

// parseDirective returns the directive that a comment is, nil for none.
func parseDirective(content string, c Comment) *Directive {
	rest := trimSpan(content, c.Text)
	length := wordOf(content[rest.Start:rest.End])
	if length == 0 {
		return nil
	}
	d := &Directive{Comment: c, Word: Span{rest.Start, rest.Start + length}}
	d.Kind = DirectiveKind(max(0, slices.Index(DirectiveWords, content[d.Word.Start:d.Word.End])))
	rest.Start = d.Word.End
	if i := strings.IndexByte(content[rest.Start:rest.End], ':'); i >= 0 {
		d.Reason = strings.Clone(strings.TrimSpace(content[rest.Start+i+1 : rest.End]))
		rest.End = rest.Start + i
	}
	for len(strings.TrimSpace(content[rest.Start:rest.End])) > 0 {
		name := rest
		if i := strings.IndexByte(content[rest.Start:rest.End], ','); i >= 0 {
			name.End = rest.Start + i
		}
		rest.Start = min(name.End+1, rest.End)
		if name = trimSpan(content, name); name.Len() > 0 {
			d.Names = append(d.Names, NameSpan{Name: content[name.Start:name.End], Span: name})
		}
	}
	if len(d.Names) == 0 {
		d.Names = []NameSpan{{Span: d.Word}}
	}
	return d
}

// trimSpan returns the span without the white space at its ends.
func trimSpan(content string, s Span) Span {
	t := strings.TrimLeftFunc(content[s.Start:s.End], unicode.IsSpace)
	start := s.End - len(t)
	return Span{start, start + len(strings.TrimRightFunc(t, unicode.IsSpace))}
}

// ends ends an open Disable at the Enable d where d names the same, its category or nothing, and reports whether it does.
func (d *Directive) ends(open *Directive) bool {
	for i := range open.Names {
		category, _, _ := strings.Cut(open.Names[i].Name, "/")
		if !slices.ContainsFunc(d.Names, func(n NameSpan) bool { return n.Name == "" || n.Name == open.Names[i].Name || n.Name == category }) {
			return false
		}
	}
	open.scope.End, open.ended, d.closes = d.Start, d, true
	return true
}

// nextLine returns the line that a DisableNextLine is about, with its end, where white space before a mark may begin: the
// first behind it that has more in it than the directives that follow.
func nextLine(f *File, d *Directive, following []*Directive) Span {
	line, _ := f.line(d.End)
	for line++; line < len(f.lines); line++ {
		s := trimSpan(f.Content, f.lineSpan(f.lines[line]))
		for s.Len() > 0 && len(following) > 0 && following[0].Start <= s.Start {
			if s = trimSpan(f.Content, Span{min(max(s.Start, following[0].End), s.End), s.End}); s.Len() > 0 {
				following = following[1:]
			}
		}
		if s.Len() > 0 {
			whole := Span{f.lines[line], len(f.Content)}
			if line+1 < len(f.lines) {
				whole.End = f.lines[line+1]
			}
			return whole
		}
	}
	return Span{len(f.Content), len(f.Content)}
}

package lint

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Finding is a diagnostic placed in its file. It does not refer to the document.
type Finding struct {
	Rule     *Rule
	Severity Severity
	Message  string
	At       Location
	Fixes    []Fix     // spans are bytes of the file
	Edited   [][]Place // where the edits of each fix are; nil unless Config.EditPlaces asks for it
	Related  []RelatedLocation
}

// Place is a span of a file with the positions of its ends.
type Place struct{ Start, End Position }

// RelatedLocation is another place that explains a finding.
type RelatedLocation struct {
	Location
	Message string
}

// Location is a span of a file with what a person needs to see of it.
type Location struct {
	Path       string
	In         string   // path of the file that Path is a record of; empty where Path is a file
	Start, End Position // End is exclusive
	Text       string   // the text of the span
	Source     string   // what stands in the file for it, where that is not the text: with markup in it
	Before     string   // up to contextRunes of its line before the span
	After      string   // up to contextRunes of its line behind the span
	CutBefore  bool     // the line begins earlier
	CutAfter   bool     // the line goes on
}

// InFile returns what stands in the file at the location.
func (l *Location) InFile() string { return cmp.Or(l.Source, l.Text) }

// File returns the path of the file.
func (l *Location) File() string { return cmp.Or(l.In, l.Path) }

// contextRunes is how much of a line a Location keeps on either side of its span.
const contextRunes = 100

// Locate places a span of the text in the file.
func (d *Document) Locate(s Span) Location {
	f := d.File
	content := Span{d.Map.ToFile(s.Start), d.Map.SpanToFile(s).End}
	l := Location{Path: f.Path, Text: strings.Clone(d.Slice(s))}
	if f.In != nil {
		l.In = f.In.Path
	}
	l.Start, l.End = f.positions(content)
	if in := f.source(content); in != l.Text {
		l.Source = strings.Clone(in)
	}
	first, last := f.lineSpan(content.Start), f.lineSpan(content.End)
	l.Before, l.CutBefore = lastRunes(f.Content[first.Start:max(content.Start, first.Start)], contextRunes)
	l.After, l.CutAfter = firstRunes(f.Content[min(content.End, last.End):last.End], contextRunes)
	return l
}

// lastRunes returns a copy of the last n characters of s, and whether s has more.
func lastRunes(s string, n int) (string, bool) {
	i := len(s)
	for i > 0 && n > 0 {
		if i--; utf8.RuneStart(s[i]) {
			n--
		}
	}
	return strings.Clone(s[i:]), i > 0
}

// firstRunes returns a copy of the first n characters of s, and whether s has more.
func firstRunes(s string, n int) (string, bool) {
	for i := range len(s) {
		if !utf8.RuneStart(s[i]) {
			continue
		}
		if n == 0 {
			return strings.Clone(s[:i]), true
		}
		n--
	}
	return strings.Clone(s), false
}

// finding places a diagnostic in its file, the edits of its fixes too where that is asked for.
func (d *Document) finding(g *Diagnostic, edits bool) Finding {
	f := Finding{Rule: g.Rule, Severity: g.Severity, Message: g.Message, At: d.Locate(g.Span), Fixes: g.Fixes}
	if d.Map != nil || d.File.Map != nil {
		f.Fixes = d.placeFixes(g.Fixes)
	}
	if edits {
		f.Edited = d.File.places(f.Fixes)
	}
	if n := len(g.Related) + len(g.Elsewhere); n > 0 {
		f.Related = make([]RelatedLocation, 0, n)
		for _, r := range g.Related {
			f.Related = append(f.Related, RelatedLocation{d.Locate(r.Span), r.Message})
		}
		f.Related = append(f.Related, g.Elsewhere...)
	}
	return f
}

// placeFixes returns the fixes with spans of the file. One that would take markup away is for a person; one that cannot be
// made at all is left out.
func (d *Document) placeFixes(fixes []Fix) []Fix {
	out := make([]Fix, 0, len(fixes))
	for _, fix := range fixes {
		if placed, ok := d.PlaceFix(fix); ok {
			out = append(out, placed)
		}
	}
	return out
}

// PlaceFix returns a fix of the text as one of the bytes of the file. It is manual where an edit takes in what is no text;
// ok is false where edits would overlap.
func (d *Document) PlaceFix(fix Fix) (placed Fix, ok bool) {
	placed = Fix{Title: fix.Title, Safety: fix.Safety}
	for _, e := range fix.Edits {
		edits, ok := d.place(e)
		if !ok {
			placed.Safety = Manual
		}
		for _, e := range edits {
			placed.Edits = append(placed.Edits, Edit{d.File.spanToFile(e.Span), d.File.escape(e.Text)})
		}
	}
	slices.SortStableFunc(placed.Edits, func(a, b Edit) int { return a.Start - b.Start })
	return placed, !placed.overlaps()
}

// place returns the edits of the content that make an edit of the text. They may take markup away where ok is false.
func (d *Document) place(e Edit) (edits []Edit, ok bool) {
	if d.Place != nil {
		if edits, ok := d.Place(e); ok {
			return edits, true
		}
	}
	return []Edit{{d.Map.SpanToFile(e.Span), e.Text}}, d.Place == nil
}

// places returns where in the file the edits of the fixes are, whose spans are bytes of the file.
func (f *File) places(fixes []Fix) [][]Place {
	f = f.outer()
	out := make([][]Place, len(fixes))
	for i, fix := range fixes {
		out[i] = make([]Place, len(fix.Edits))
		for k, e := range fix.Edits {
			p := &out[i][k]
			p.Start, p.End = f.positions(Span{f.Map.ToText(e.Start - f.Offset), f.Map.ToText(e.End - f.Offset)})
			p.Start.Offset, p.End.Offset = e.Start, e.End
		}
	}
	return out
}

// fix returns the best fix of the finding that is at least as safe as wanted.
func (f *Finding) fix(least Safety) (Fix, bool) {
	i := slices.IndexFunc(f.Fixes, func(x Fix) bool { return x.Safety >= least })
	if i < 0 {
		return Fix{}, false
	}
	return f.Fixes[i], true
}

// ByHand reports whether only a person can repair what was found.
func (f *Finding) ByHand() bool {
	_, ok := f.fix(Unsafe)
	return !ok
}

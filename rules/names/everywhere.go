package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mtlint/lint"
)

// reportTogether reports findings that have one cause, a name's other spelling in several places, each with its own fix
// first and then the one that makes the fixes of all.
func reportTogether(p *lint.Pass, all []lint.Diagnostic) {
	everywhere, ok := fixEverywhere(all)
	for _, d := range all {
		if ok {
			d.Fixes = append(d.Fixes, everywhere)
		}
		p.Report(d)
	}
}

// writeName returns the fix that writes a name in place of another, a part of token i. A possessive without s gets one where
// the name needs it: Gonzales’ lawyer, Gonzalez’s lawyer.
func writeName(d *lint.Document, i int, safety lint.Safety, at lint.Span, name string) lint.Fix {
	text, end := name, int(d.Tokens[i].End)
	mark := d.Text[at.End:end]
	if r, size := utf8.DecodeRuneInString(mark); size == len(mark) && isApostrophe(r) && name[len(name)-1]|0x20 != 's' {
		s := "s"
		if name == strings.ToUpper(name) {
			s = "S"
		}
		text, at.End = name+mark+s, end
	}
	return lint.Replace("write "+name, safety, at, text)
}

// maxEverywhere is in how many places one fix repairs a name: more are not in one article, and every finding carries them.
const maxEverywhere = 100

// fixEverywhere returns the fix that makes the first fix of every finding, when there are several that can all be made.
func fixEverywhere(all []lint.Diagnostic) (lint.Fix, bool) {
	if len(all) < 2 || len(all) > maxEverywhere {
		return lint.Fix{}, false
	}
	first := all[0].Fixes[0]
	fix := lint.Fix{Title: first.Title + " everywhere", Safety: first.Safety}
	for _, d := range all {
		fix.Safety = min(fix.Safety, d.Fixes[0].Safety)
		fix.Edits = append(fix.Edits, d.Fixes[0].Edits...)
	}
	slices.SortFunc(fix.Edits, func(a, b lint.Edit) int { return a.Start - b.Start })
	for i, e := range fix.Edits[1:] {
		if e.Start < fix.Edits[i].End {
			return lint.Fix{}, false
		}
	}
	return fix, true
}

// groups is findings grouped by what is wrong in all of a group, in the order of their first ones.
type groups[K comparable] struct {
	keys []K
	of   map[K][]lint.Diagnostic
}

func (g *groups[K]) add(key K, d lint.Diagnostic) {
	if g.of == nil {
		g.of = make(map[K][]lint.Diagnostic)
	}
	if g.of[key] == nil {
		g.keys = append(g.keys, key)
	}
	g.of[key] = append(g.of[key], d)
}

// report reports the findings group by group.
func (g *groups[K]) report(p *lint.Pass) {
	for _, key := range g.keys {
		reportTogether(p, g.of[key])
	}
}

// reportAsOne reports one finding a group: the spelling is about as frequent as the other one.
func (g *groups[K]) reportAsOne(p *lint.Pass) {
	for _, key := range g.keys {
		p.Report(lint.Together(g.of[key], "the other spelling again"))
	}
}

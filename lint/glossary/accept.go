package glossary

import (
	"slices"

	"mtlint/lint/yamlfile"
)

// Accept returns the text of the file in which a spelling is right, beside the name of; where that is empty, or the
// same, it is a name of its own. What the file says against it goes.
func (f *File) Accept(spelling, of string) (string, error) {
	return f.decide(func(e *yamlfile.Edit) error {
		return e.Remove(entryWith("variants", spelling), spelling)
	}, "also", spelling, of)
}

// Settle returns the text of the file in which name is the spelling to write and variant is wrong.
func (f *File) Settle(name, variant string) (string, error) {
	return f.decide(func(e *yamlfile.Edit) error {
		return e.Remove(entryWith("also", variant), variant)
	}, "variants", variant, name)
}

// Apart returns the text of the file in which two spellings are two names.
func (f *File) Apart(a, b string) (string, error) {
	text := f.Text
	if text == "" {
		text = head
	}
	e := yamlfile.NewEdit(f.Path, text)
	if err := e.Add(yamlfile.List{Key: "not"}, "["+yamlfile.Scalar(a)+", "+yamlfile.Scalar(b)+"]"); err != nil {
		return "", err
	}
	_, err := Parse(f.Path, e.Text)
	return e.Text, err
}

// decide puts a spelling into a list of the entry that has the name, which is made where it is not there, after undo has
// taken back what was decided before.
func (f *File) decide(undo func(*yamlfile.Edit) error, list, spelling, name string) (string, error) {
	if name == "" {
		name = spelling
	}
	e := yamlfile.NewEdit(f.Path, f.Text)
	if slices.ContainsFunc(f.Names, func(n Name) bool { return !n.Proposed && slices.Contains(n.spellings(), spelling) }) {
		if err := undo(e); err != nil {
			return "", err
		}
	}
	now, err := Parse(f.Path, e.Text)
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(now.Names, func(n Name) bool { return !n.Proposed && slices.Contains(n.spellings(), name) })
	if i < 0 {
		return now.with(list, spelling, name)
	}
	if slices.Contains(now.Names[i].spellings(), spelling) {
		return now.Text, nil
	}
	if err := e.Add(entryOf(now.Names[i].Name, list), yamlfile.Scalar(spelling)); err != nil {
		return "", err
	}
	_, err = Parse(f.Path, e.Text)
	return e.Text, err
}

// with returns the text with an entry of its own for a name. Proposals about its spellings are decided by it, and go.
func (f *File) with(list, spelling, name string) (string, error) {
	n := Name{Name: name}
	switch {
	case name == spelling:
	case list == "also":
		n.Also = []string{spelling}
	default:
		n.Variants = []string{spelling}
	}
	var kept []Name
	for _, p := range f.Names {
		if all := p.spellings(); p.Proposed && !slices.Contains(all, spelling) && !slices.Contains(all, name) {
			kept = append(kept, p)
		}
	}
	kept = append(kept, n)
	if f.layout.flow {
		return "", errFlow(f.Path)
	}
	text := f.rewrite(kept)
	return text, f.check(text, kept)
}

// entryOf names a list of the accepted entry that has a name.
func entryOf(name, list string) yamlfile.List {
	return yamlfile.List{Entries: "names", Key: list, Is: func(f map[string]yamlfile.Node) bool {
		return f["proposed"] == nil && yamlfile.IsText(f["name"], name)
	}}
}

// entryWith names the list of an accepted entry that has a spelling in it.
func entryWith(list, spelling string) yamlfile.List {
	return yamlfile.List{Entries: "names", Key: list, Is: func(f map[string]yamlfile.Node) bool {
		return f["proposed"] == nil && yamlfile.HasText(f[list], spelling)
	}}
}

package glossary

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"mtlint/lint/yamlfile"
)

// head begins a new names file.
const head = `# The spelling of names, as docs/names.md explains. An entry binds once its line "proposed" is deleted.
# "mtlint names --write" makes the proposals anew and leaves all else as it is; entries are sorted by name.
names:
`

// Update returns the text of the file with the proposals in place of those that it has. What people wrote stays as it is,
// to the byte, their comments too; only the order of the entries becomes that of their names.
func (f *File) Update(proposals []Name) (string, error) {
	if f.layout.flow {
		return "", errFlow(f.Path)
	}
	for i := range proposals {
		proposals[i].Proposed = true
	}
	text := yamlfile.WithEndsOf(f.Text, f.rewrite(proposals))
	if err := f.check(text, proposals); err != nil {
		return "", fmt.Errorf("update %s: %w", f.Path, err)
	}
	return text, nil
}

// errFlow says that the entries of a file cannot be updated.
func errFlow(path string) error {
	return fmt.Errorf("update %s: its names are in brackets: give each entry a line that begins with a dash", path)
}

// block is the lines of an entry, the comments above it included.
type block struct{ name, text string }

// rewrite returns the text with the proposals.
func (f *File) rewrite(proposals []Name) string {
	lines, l := strings.SplitAfter(f.Text, "\n"), f.layout
	if strings.TrimSpace(f.Text) == "" {
		lines = strings.SplitAfter(head, "\n")
		l = layout{names: len(lines) - 2, end: len(lines) - 1}
	} else if l.names < 0 {
		if last := &lines[len(lines)-1]; *last != "" {
			*last += "\n"
		}
		lines = append(lines, "names:\n")
		l = layout{names: len(lines) - 1, end: len(lines)}
	}
	indent := l.indent
	if len(l.entries) == 0 {
		indent = 2
	}
	starts := l.starts(lines)
	var blocks []block
	for i := range l.entries {
		if n := &f.Names[i]; !n.Proposed {
			text := strings.Join(lines[starts[i]:starts[i+1]], "")
			if !strings.HasSuffix(text, "\n") {
				text += "\n"
			}
			blocks = append(blocks, block{n.Name, text})
		}
	}
	for i := range proposals {
		blocks = append(blocks, block{proposals[i].Name, entryText(&proposals[i], indent)})
	}
	slices.SortStableFunc(blocks, func(a, b block) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name)), strings.Compare(a.name, b.name))
	})
	var b strings.Builder
	b.WriteString(strings.Join(lines[:starts[0]], ""))
	if !strings.HasSuffix(b.String(), "\n") {
		b.WriteByte('\n')
	}
	for _, k := range blocks {
		b.WriteString(k.text)
	}
	b.WriteString(strings.Join(lines[starts[len(starts)-1]:], ""))
	return b.String()
}

// starts returns the line where each entry begins with the comments above it, and where the list ends: blank lines and
// comments above the next key belong to that.
func (l *layout) starts(lines []string) []int {
	isRemark := func(i int, own bool) bool {
		text := strings.TrimSpace(lines[i])
		return text == "" || text[0] == '#' && (own || lines[i][0] == '#')
	}
	var out []int
	floor := l.names + 1
	for _, start := range l.entries {
		at := start
		for at > floor && isRemark(at-1, true) {
			at--
		}
		out = append(out, at)
		floor = start + 1
	}
	end := min(l.end, len(lines))
	for end > floor && isRemark(end-1, false) {
		end--
	}
	return append(out, end)
}

// check parses the new text and compares it with what it has to say.
func (f *File) check(text string, proposals []Name) error {
	got, err := Parse(f.Path, text)
	if err != nil {
		return fmt.Errorf("its layout is beyond what can be updated: %w", err)
	}
	want := slices.DeleteFunc(slices.Clone(f.Names), func(n Name) bool { return n.Proposed })
	want = append(want, proposals...)
	if !sameNames(want, got.Names) || !slices.Equal(f.Not, got.Not) {
		return errors.New("its layout is beyond what can be updated: give each entry lines of its own, indented alike")
	}
	return nil
}

// sameNames reports whether two lists hold the same entries in any order.
func sameNames(a, b []Name) bool {
	sorted := func(names []Name) []string {
		var out []string
		for _, n := range names {
			n.Also, n.Variants = append([]string{}, n.Also...), append([]string{}, n.Variants...)
			text, _ := json.Marshal(n) // strings alone
			out = append(out, string(text))
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(sorted(a), sorted(b))
}

// entryText returns an entry as YAML.
func entryText(n *Name, indent int) string {
	var b strings.Builder
	margin := strings.Repeat(" ", indent)
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s  %s: %s\n", margin, key, yamlfile.Scalar(value))
		}
	}
	list := func(key string, values []string) {
		if len(values) > 0 {
			fmt.Fprintf(&b, "%s  %s:\n", margin, key)
		}
		for _, v := range values {
			fmt.Fprintf(&b, "%s    - %s\n", margin, yamlfile.Scalar(v))
		}
	}
	fmt.Fprintf(&b, "%s- name: %s\n", margin, yamlfile.Scalar(n.Name))
	if n.Proposed {
		fmt.Fprintf(&b, "%s  proposed: true # delete this line to accept the entry\n", margin)
	}
	list("also", n.Also)
	list("variants", n.Variants)
	line("source", n.Source)
	line("note", n.Note)
	line("seen", n.Seen)
	line("example", n.Example)
	return b.String()
}

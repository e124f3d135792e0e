package yamlfile_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/ast"
	"github.com/google/go-cmp/cmp"

	"mtlint/lint/yamlfile"
)

// texts returns all keys and texts of a file, depth first.
func texts(text string) ([]string, error) {
	r, root := yamlfile.Parse("f.yaml", text)
	var out []string
	var visit func(ast.Node)
	visit = func(n ast.Node) {
		r.Resolve(n, func(n ast.Node) {
			switch n.(type) {
			case *ast.SequenceNode:
				r.Sequence(n, "a list", visit)
			case *ast.MappingNode, *ast.MappingValueNode:
				r.Mapping(n, "a mapping", func(p yamlfile.Pair) {
					out = append(out, p.Name+":")
					visit(p.Value)
				})
			default:
				s, at := r.Text(n)
				out = append(out, fmt.Sprintf("%s@%d:%d", s, at.Line, at.Column))
			}
		})
	}
	if root != nil {
		visit(root)
	}
	return out, r.Err()
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{"", ""},
		{"# nothing\n", ""},
		{"a: x\nb: [y, 'z z']\n", "a: x@1:4 b: y@2:5 z z@2:8"},
		{"a: |\n  two\n  lines\n", "a: two\nlines@1:4"},
		{"a: &x [p, q]\nb: *x\n", "a: p@1:8 q@1:11 b: p@1:8 q@1:11"},
		{"base: &b {k: v, l: w}\nm:\n  <<: *b\n  l: own\n", "base: k: v@1:14 l: w@1:20 m: l: own@4:6 k: v@1:14"},
		{"a: &a {k: v}\nb: &b {l: w}\nm:\n  <<: [*a, *b]\n", "a: k: v@1:11 b: l: w@2:11 m: k: v@1:11 l: w@2:11"},
		{"\"a b\": no\n", "a b: no@1:8"},
		{"a: x\r\nb: y\r\n", "a: x@1:4 b: y@2:4"},
		{"\ufeffa: x\nb: y\n", "a: x@1:4 b: y@2:4"},
	} {
		got, err := texts(c.text)
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, %v; want %q", c.text, got, err, c.want)
		}
	}
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"a: [x, 1, true, null, ~]\n": "f.yaml:1:8: want a text: put it in quotation marks\n  │ a: [x, 1, true, null, ~]\n  │        ^\n" +
			"f.yaml:1:11: want a text: put it in quotation marks\n  │ a: [x, 1, true, null, ~]\n  │           ^^^^\n" +
			"f.yaml:1:17: the text is empty\n  │ a: [x, 1, true, null, ~]\n  │                 ^^^^\n" +
			"f.yaml:1:23: the text is empty\n  │ a: [x, 1, true, null, ~]\n  │                       ^",
		"a: x\na: y\n":                      "f.yaml:2:1: the key \"a\" is there twice\n  │ a: y\n  │ ^",
		"a: *x\n":                           "f.yaml:1:4: there is no anchor &x\n  │ a: *x\n  │    ^",
		"a: &x [*x]\n":                      "f.yaml:1:8: *x is inside of &x: a cyclic reference\n  │ a: &x [*x]\n  │        ^",
		"a: &x {<<: *x}\n":                  "f.yaml:1:12: *x is inside of &x: a cyclic reference\n  │ a: &x {<<: *x}\n  │            ^",
		"a: !!str x\n":                      "f.yaml:1:4: tags have no meaning here: take !!str away\n  │ a: !!str x\n  │    ^^^^^",
		"%YAML 1.2\n---\na: x\n---\nb: y\n": "f.yaml:5:1: the file has a second document: take the line --- away\n  │ b: y\n  │ ^",
		"a: x\n---\nb: y\n":                 "f.yaml:3:1: the file has a second document: take the line --- away\n  │ b: y\n  │ ^",
		"a: \"x\nb: y\n":                    "f.yaml:1:4: the quotation mark is never closed\n  │ a: \"x\n  │    ^",
		"a: x\n\tb: y\n":                    "f.yaml:2:1: a tab: indent with spaces\n  │  b: y\n  │ ^",
		"a: \xff\n":                         "f.yaml:1:4: not UTF-8\n  │ a: \uFFFD\n  │    ^",
		"á: [é, x, 1]\n":                    "f.yaml:1:11: want a text: put it in quotation marks\n  │ á: [é, x, 1]\n  │           ^",
		"a: [x, y\nb: z\n":                  "f.yaml:2:1: ',' or ']' must be specified\n  │ b: z\n  │ ^",
		"a: x\n  b: y\n":                    "f.yaml:1:4: a value cannot have a key in it: mind the indentation, or put a text with a colon in quotation marks\n  │ a: x\n  │    ^",
		"a:\n  - x\n b: y\n":                "f.yaml:3:2: the line is indented like none above that it could belong to\n  │  b: y\n  │  ^",
		"a: x\nb\n":                         "f.yaml:2:1: want a key, a colon and a value\n  │ b\n  │ ^",
		strings.Repeat("x", 3):              "",
	} {
		_, err := texts(text)
		if got := fmt.Sprint(err); err == nil && want != "" || err != nil && got != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, got, want)
		}
	}
}

// Aliases of aliases end, and so do faults without number.
func TestBounds(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	_, err := texts(b.String())
	if err == nil || !strings.Contains(err.Error(), "the file grows beyond 1048576 parts by its aliases: write it with fewer") {
		t.Errorf("aliases of aliases: %v", err)
	}
	_, err = texts("a: [" + strings.Repeat("1, ", 500) + "1]")
	var all interface{ Unwrap() []error }
	if !errors.As(err, &all) || len(all.Unwrap()) != 101 || !strings.Contains(all.Unwrap()[100].Error(), "more than 100 faults: mend those above first") {
		t.Errorf("501 faults: %v", err)
	}
}

// A long line is shown around the place.
func TestLongLine(t *testing.T) {
	_, err := texts("a: [" + strings.Repeat("word, ", 100) + "1, " + strings.Repeat("word, ", 100) + "x]")
	want := "f.yaml:1:605: want a text: put it in quotation marks\n  │ " + strings.Repeat("word, ", 9)[4:] + "1, " + strings.Repeat("word, ", 8)[:47] + "\n  │ " + strings.Repeat(" ", 50) + "^"
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Whatever the text, there is an answer: no panic, and faults that stand in the file.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"a: &x [p, *x]", "<<: {a: b}", "a: {b: [c, 1]}\n---\nd: e", "- |\n  x\n", "? a\n: b", "a: !!x y", "\xff", "a:\r\n\tb", "\r0", "*\n|"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := texts(text)
		var all interface{ Unwrap() []error }
		if !errors.As(err, &all) {
			return
		}
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
		for _, err := range all.Unwrap() {
			var fault *yamlfile.Error
			if !errors.As(err, &fault) || fault.Line < 1 || fault.Line > lines || fault.Column < 1 {
				t.Errorf("%q: fault %v", text, err)
			}
			if strings.Count(err.Error(), "\n") > 2 {
				t.Errorf("%q: fault of %d lines", text, strings.Count(err.Error(), "\n")+1)
			}
		}
	})
}

package ignore_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"mtlint/lint/ignore"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		patterns string
		path     string
		isFolder bool
		want     bool
	}{
		{"archive/", "archive", true, true},
		{"archive/", "archive", false, false},
		{"archive/", "news/archive/a.txt", false, true},
		{"/archive/", "news/archive/a.txt", false, false},
		{"news/archive", "news/archive/old/a.txt", false, true},
		{"*.draft.txt", "news/a.draft.txt", false, true},
		{"*.draft.txt !keep.draft.txt", "news/keep.draft.txt", false, false},
		{"*.draft.txt !keep.draft.txt", "news/a.draft.txt", false, true},
		{"*.draft.txt !keep.draft.txt keep.*", "keep.draft.txt", false, true},
		{"news/**/old", "news/a/b/old", true, true},
		{"news/**/old", "news/old", true, true},
		{"?.txt", "ab.txt", false, false},
		{"[ab].txt", "b.txt", false, true},
		{"", "a.txt", false, false},
		{"old/**", "old", true, false},
		{"old/**", "old/deep/a.txt", false, true},
		{"old/** !old/keep.txt", "old/keep.txt", false, false},
		{"/** !/keep.txt", "keep.txt", false, false},
		{"/**", "a.txt", false, true},
		{"[!a].txt", "a.txt", false, false},
		{"[!a].txt", "b.txt", false, true},
		{`\[!a].txt`, "[!a].txt", false, true},
		{"news/**.draft.txt", "news/a.draft.txt", false, true},
		{"news/**.draft.txt", "news/b/a.draft.txt", false, false},
	} {
		if got := ignore.Parse(strings.Fields(c.patterns)).Match(c.path, c.isFolder); got != c.want {
			t.Errorf("%q matches %s: %v, want %v", c.patterns, c.path, got, c.want)
		}
	}
}

// files writes the files of an archive into the folder.
func files(t *testing.T, folder, archive string) {
	t.Helper()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		path := filepath.Join(folder, f.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// walked returns the files that a walk gets to.
func walked(t *testing.T, root string) []string {
	t.Helper()
	tree := ignore.NewTree(root, func(err error) { t.Error(err) })
	var out []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != root && (d.Name() == ".git" || tree.Ignores(path, d.IsDir())):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && strings.HasSuffix(path, ".txt"):
			rel, _ := filepath.Rel(root, path)
			out = append(out, filepath.ToSlash(rel))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A walk gets to the files that git lists.
func TestTreeAsGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	root := t.TempDir()
	files(t, root, tree)
	if out, err := exec.Command("git", "init", "-q", root).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command("git", "-C", root, "ls-files", "--others", "--exclude-standard", "*.txt").Output()
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(string(out))
	slices.Sort(want)
	got := walked(t, root)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("walked %v\ngit lists %v", got, want)
	}
	if len(want) < 8 || slices.Contains(want, "out/a.txt") {
		t.Errorf("git lists %v: the test needs files of both kinds", want)
	}
}

const tree = `
-- .gitignore --
# a comment
out/
/top.txt
*.draft.txt
!keep.draft.txt
docs/**/gen
logs/*
!logs/keep
\#hash.txt
\!bang.txt
sp ace.txt
trailing.txt   
a[0-9].txt
**/deep.txt
sub/only.txt
whole/**
!whole/kept.txt
[!a-z].txt
/stars/b**.txt
-- out/a.txt --
-- top.txt --
-- sub/top.txt --
-- sub/only.txt --
-- other/sub/only.txt --
-- x.draft.txt --
-- keep.draft.txt --
-- docs/a/b/gen/a.txt --
-- docs/gen/a.txt --
-- docs/a.txt --
-- logs/a.txt --
-- logs/keep/a.txt --
-- #hash.txt --
-- !bang.txt --
-- hash.txt --
-- sp ace.txt --
-- trailing.txt --
-- a1.txt --
-- ab.txt --
-- p/q/deep.txt --
-- whole/a.txt --
-- whole/kept.txt --
-- whole/in/a.txt --
-- x.txt --
-- 1.txt --
-- stars/b1.txt --
-- stars/in/b1.txt --
-- nested/.gitignore --
*
!*.txt
!.gitignore
-- nested/a.txt --
-- nested/in/a.txt --
-- lone/.gitignore --
/a.txt
!/b.draft.txt
-- lone/a.txt --
-- lone/b.draft.txt --
-- lone/in/a.txt --
-- listed/.gitignore --
*
!*/
!*.keep.txt
-- listed/a.txt --
-- listed/a.keep.txt --
-- listed/in/a.txt --
-- listed/in/a.keep.txt --
-- some/.gitignore --
/*
!/in/
in/old/**
!in/old/kept/
-- some/a.txt --
-- some/in/a.txt --
-- some/in/deep/a.txt --
-- some/in/old/a.txt --
-- some/in/old/kept/a.txt --
-- taken/.gitignore --
drafts/
!drafts/
/x/drafts
-- taken/drafts/a.txt --
-- taken/x/drafts/a.txt --
-- taken/x/y/drafts/a.txt --
`

// A folder that is named is walked although a pattern above means it; those above it hold otherwise.
func TestTreeOfNamedFolder(t *testing.T) {
	root := t.TempDir()
	files(t, root, "-- .git/HEAD --\n-- .gitignore --\nout/\nb.txt\n-- out/a.txt --\n-- out/b.txt --\n-- out/.mtlintignore --\nc.txt\n-- out/c.txt --\n-- sub/a.txt --\n-- sub/b.txt --\n")
	if got := walked(t, filepath.Join(root, "out")); !slices.Equal(got, []string{"a.txt", "b.txt"}) {
		t.Errorf("in a folder that is ignored: %v, want a.txt and b.txt", got)
	}
	if got := walked(t, filepath.Join(root, "sub")); !slices.Equal(got, []string{"a.txt"}) {
		t.Errorf("in a folder below: %v, want a.txt", got)
	}
}

// What stands above the top of a tree is none of its business.
func TestAboveTop(t *testing.T) {
	root := t.TempDir()
	files(t, root, "-- .gitignore --\n*\n-- repo/.git/HEAD --\n-- repo/a.txt --\n")
	tree := ignore.NewTree(filepath.Join(root, "repo"), func(err error) { t.Error(err) })
	for _, path := range []string{root, filepath.Join(root, "repo"), filepath.Join(root, "repo", "a.txt"), filepath.Join(root, "x.txt")} {
		if tree.Ignores(path, false) {
			t.Errorf("%s is ignored by what is above the repository", path)
		}
	}
}

func TestCheck(t *testing.T) {
	for pattern, want := range map[string]string{
		"a/**/b?[c].txt": "", "!x": "", "/x/": "", `\#x`: "", "x y": "",
		"":      "the pattern names nothing",
		"!/":    "the pattern names nothing",
		"#x":    `a pattern that begins with # is a comment: write \#`,
		"{a,b}": "{a,b} has no meaning in a pattern: write one pattern for each",
		"../x":  "a pattern names what is below its folder: take .. away",
		"./x":   "a pattern names what is below its folder: take . away",
		"x[":    `a [ without its ], or a \ at the end`,
	} {
		got := ""
		if err := ignore.Check(pattern); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("Check(%q) = %q, want %q", pattern, got, want)
		}
	}
}

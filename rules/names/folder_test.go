package names

import (
	"strings"
	"testing"
)

// put adds an article to a folder, or what has become of it.
func put(f *folder, path, text string) {
	f.Remove(path)
	f.Add(path, folderNames(document(text)))
}

// usually returns what the other articles write for a key, with how many they are.
func usually(f *folder, key string) string {
	n := f.usual(key)
	if n == nil {
		return ""
	}
	var files []string
	for i := range n.uses {
		files = append(files, f.location(n, &n.uses[i]).Path)
	}
	return n.spelling() + " in " + strings.Join(files, " ")
}

// A folder is kept current article by article.
func TestFolder(t *testing.T) {
	f := newFolder()
	expect := func(key, want string) {
		t.Helper()
		for range 2 { // found, and remembered
			if got := usually(f, key); got != want {
				t.Errorf("for %s articles have %q, want %q", key, got, want)
			}
		}
	}
	expect("pavel sessover", "")
	put(f, "a", "Critics of Pavel Sessover cheered.")
	expect("pavel sessover", "")
	put(f, "b", "The mayor, Pavel Sasover, resigned.")
	expect("pavel sasover", "Pavel Sessover in a") // of as many, the one that is met first
	put(f, "c", "The house of Pavel Sasover burnt. Aides of Pavel Sasover wept.")
	expect("pavel sessover", "Pavel Sasover in b c")
	expect("pavel sasover", "")
	put(f, "d", "The brothers Pavel Sasover and Pavel Sessover met.")
	expect("pavel sessover", "") // two people
	put(f, "d", "Nobody met.")
	expect("pavel sessover", "Pavel Sasover in b c")
	put(f, "b", "The mayor, Pavel Sessover, resigned.")
	f.Remove("c")
	f.Remove("unknown")
	expect("pavel sessover", "")
	expect("pavel sasover", "")
}

// The place of a name elsewhere counts bytes, characters and UTF-16.
func TestFolderLocation(t *testing.T) {
	f := newFolder()
	put(f, "a", "It rained.\n\nÀ 𝒶 town of Łódź Nowa burnt.")
	name := f.names[f.byKey["lodz nowa"]]
	at := f.location(name, &name.uses[0])
	if at.Text != "Łódź Nowa" || at.Start.Line != 3 || at.Start.Column != 13 || at.Start.UTF16 != 13 || at.End.Column != 22 || at.End.Offset-at.Start.Offset != len("Łódź Nowa") {
		t.Errorf("the name stands at %+v", at)
	}
}

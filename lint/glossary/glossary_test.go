package glossary

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mtlint/lint"
)

const sample = `# House style.
names:
  # The mayor.
  - name: Pavel Sasover
    variants: [Sessover, "Sassover"]
    source: Сасовер

  - name: al-Walai
    also: [Walai]
    proposed: true
    variants:
      - al-Wali
    seen: 2 al-Walai, 1 al-Wali

# Two presidents.
not:
  - [Vladimir, Volodymyr]
`

func parse(t *testing.T, text string) *File {
	t.Helper()
	f, err := Parse("names.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestParse(t *testing.T) {
	got := parse(t, sample)
	want := &File{
		Path: "names.yaml",
		Names: []Name{
			{Name: "Pavel Sasover", Variants: []string{"Sessover", "Sassover"}, Source: "Сасовер"},
			{Name: "al-Walai", Proposed: true, Also: []string{"Walai"}, Variants: []string{"al-Wali"}, Seen: "2 al-Walai, 1 al-Wali"},
		},
		Not: [][2]string{{"Vladimir", "Volodymyr"}},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(File{}), cmpopts.IgnoreFields(File{}, "Text")); diff != "" {
		t.Error(diff)
	}
	for _, text := range []string{"", "\n", "# nothing yet\n", "names:\n", "names: []\nnot: []\n"} {
		if f := parse(t, text); len(f.Names)+len(f.Not) > 0 {
			t.Errorf("%q: got %+v", text, f)
		}
	}
}

// Every fault is told with its line, its column and what is wrong.
func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"- name: Sasover\n":                                                    "1:1: want a file with the keys names and not",
		"name:\n  - name: Sasover\n":                                           "1:1: unknown key \"name\": did you mean names?",
		"names:\n  - Sasover\n":                                                "2:5: want an entry with a name: - name: Sasover",
		"names: Sasover\n":                                                     "1:8: want a list of entries, each with a name",
		"names:\n  - nane: Sasover\n":                                          "2:5: unknown key \"nane\": did you mean name?",
		"names:\n  - variants: [Sessover]\n":                                   "the entry has no name",
		"names:\n  - name: 1984\n":                                             "2:11: want a text: put it in quotation marks",
		"names:\n  - name: '1984'\n":                                           "2:11: \"1984\" has no letter",
		"names:\n  - name:\n":                                                  "the text is empty",
		"names:\n  - name: A\n    proposed: maybe\n":                           "3:15: want true or false",
		"names:\n  - name: A\n    also: B\n":                                   "3:11: want a list of spellings",
		"names:\n  - name: A\n    variants: [B, A]\n":                          "3:19: \"A\" is in this entry twice",
		"names:\n  - name: A\n    variants: [C]\n  - name: B\n    also: [C]\n": "5:12: \"C\" is already in the entry \"A\", line 3",
		"not:\n  - [Vladimir]\n":                                               "want a pair of two names, not 1",
		"not:\n  - [Ann, Ann]\n":                                               "the two names are the same",
		"not:\n  - Vladimir\n":                                                 "2:5: want a pair: [Vladimir, Volodymyr]",
		"names:\n  - name: A\n    also: [B]\nnot:\n  - [A, B]\n":               "\"A\" and \"B\" are spellings of one entry, \"A\"",
		"names:\n  - name: A\n---\nnames:\n  - name: B\n":                      "the file has a second document: take the line --- away",
		"names:\n  - name: \"A\n":                                              "2:11: ",
		"names:\n  - name: A\nnames:\n  - name: B\n":                           "\"names\"",
		"names:\n  - name: \xff\n":                                             "2:11: not UTF-8",
	} {
		_, err := Parse("names.yaml", text)
		if err == nil || !strings.HasPrefix(err.Error(), "names.yaml:") || !strings.Contains(err.Error(), want) {
			t.Errorf("%q:\n got %v\nwant %s", text, err, want)
		}
	}
	_, err := Parse("names.yaml", "names:\n  - nane: A\n  - name: 7\n")
	if err == nil || strings.Count(err.Error(), "names.yaml:") != 2 {
		t.Errorf("want both faults, got %v", err)
	}
}

// What people wrote stays to the byte, their comments too; proposals are made anew.
func TestUpdate(t *testing.T) {
	got, err := parse(t, sample).Update([]Name{{Name: "Omar Haddad", Variants: []string{"Umar Haddad"}, Seen: "3 Omar Haddad, 1 Umar Haddad"}})
	if err != nil {
		t.Fatal(err)
	}
	want := `# House style.
names:
  - name: Omar Haddad
    proposed: true # delete this line to accept the entry
    variants:
      - Umar Haddad
    seen: "3 Omar Haddad, 1 Umar Haddad"
  # The mayor.
  - name: Pavel Sasover
    variants: [Sessover, "Sassover"]
    source: Сасовер

# Two presidents.
not:
  - [Vladimir, Volodymyr]
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	again, err := parse(t, got).Update([]Name{{Name: "Omar Haddad", Variants: []string{"Umar Haddad"}, Seen: "3 Omar Haddad, 1 Umar Haddad"}})
	if err != nil || again != got {
		t.Errorf("a second update changes the file: %v\n%s", err, cmp.Diff(got, again))
	}
}

func TestUpdateOfOtherLayouts(t *testing.T) {
	proposals := func() []Name { return []Name{{Name: "Omar Haddad", Variants: []string{"Umar Haddad"}}} }
	for _, text := range []string{
		"", "# nothing yet", "not:\n  - [Ann, Anne]", "names:\n", "names:\nnot: []\n", "not: []\nnames:", "names:\n- name: Zed\n  note: |\n    # a\n\n    b\n",
		"names:\r\n  - name: Zed\r\n    note: x\r\n", "---\nnames:\n    - name: Zed",
	} {
		f := parse(t, text)
		got, err := f.Update(proposals())
		if err != nil {
			t.Errorf("%q: %v", text, err)
		} else if again := parse(t, got); len(again.Names) != len(f.Names)+1 {
			t.Errorf("%q: got %q", text, got)
		} else if ends := strings.Count(got, "\r\n"); strings.Contains(text, "\r\n") && ends != strings.Count(got, "\n") {
			t.Errorf("%q: line ends of two kinds in %q", text, got)
		}
	}
	for _, text := range []string{"names: [{name: Zed}]", "{names: []}"} {
		if got, err := parse(t, text).Update(proposals()); err == nil {
			t.Errorf("%q: want a refusal, got %q", text, got)
		}
	}
}

func TestLayer(t *testing.T) {
	house := parse(t, "names:\n  - name: Kyiv\n    variants: [Kiev, Kiyev]\n  - name: Qaeda\n    variants: [Qaida]\n  - name: Mecca\nnot:\n  - [Ann, Anne]\n")
	project := parse(t, "names:\n  - name: Kiev\n  - name: Makkah\n    variants: [Mecca]\n  - name: Doha\n    proposed: true\n")
	got := Layer(house, project)
	want := &lint.Glossary{
		Names: []lint.GlossaryName{{Name: "Kyiv", Variants: []string{"Kiyev"}}, {Name: "Qaeda", Variants: []string{"Qaida"}}, {Name: "Kiev"}, {Name: "Makkah", Variants: []string{"Mecca"}}},
		Not:   [][2]string{{"Ann", "Anne"}},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(lint.Glossary{}), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

func TestOpen(t *testing.T) {
	f := parse(t, sample)
	got := Open([]Name{
		{Name: "Pavel Sasover", Variants: []string{"Sessover"}},
		{Name: "Pavel Sasover", Variants: []string{"Sessover", "Sasovar"}},
		{Name: "Volodymyr", Variants: []string{"Vladimir"}},
		{Name: "al-Walai", Variants: []string{"al-Wali"}},
	}, f)
	want := []Name{{Name: "Pavel Sasover", Variants: []string{"Sasovar"}}, {Name: "al-Walai", Variants: []string{"al-Wali"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Any text is refused with a place or read; and what is read, updated and read again says the same and the proposal.
func FuzzParse(f *testing.F) {
	f.Add(sample, "Omar Haddad", "Umar Haddad")
	f.Add("names: [{name: A}]\n", "a: b", "# c")
	f.Add("names:\n- name: >\n   Zed\n   Z\n# end\n", "- x", "'\"\\")
	f.Add("not: [[A, B]]\n...\n", "é\u2028x", "tab\tx")
	f.Fuzz(func(t *testing.T, text, name, variant string) {
		file, err := Parse("names.yaml", text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "names.yaml:") {
				t.Errorf("a fault without its place: %v", err)
			}
			return
		}
		got, err := file.Update([]Name{{Name: name, Variants: []string{variant}, Seen: name + variant}})
		if err != nil {
			return
		}
		again, err := Parse("names.yaml", got)
		if err != nil {
			t.Fatalf("%q became %q: %v", text, got, err)
		}
		if !slices.Equal(file.Not, again.Not) || !slices.ContainsFunc(again.Names, func(n Name) bool { return n.Name == name && n.Proposed }) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

// A name of any letters and marks survives being written.
func FuzzScalar(f *testing.F) {
	for _, s := range []string{"al-Wala’i", "yes", "O'Brien: x", "- a", "#1 fan", "a\nb", "🇮🇶 x", "\"x\"", "x\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.TrimSpace(strings.ToValidUTF8(s, ""))
		if !strings.ContainsFunc(s, func(r rune) bool { return 'a' <= r && r <= 'z' }) {
			return
		}
		got, err := (&File{Path: "names.yaml", New: true}).Update([]Name{{Name: s}})
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if file, err := Parse("names.yaml", got); err != nil || file.Names[0].Name != s {
			t.Errorf("%q was written as %q: %v", s, got, err)
		}
	})
}

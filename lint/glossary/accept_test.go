package glossary_test

import (
	"testing"

	"mtlint/lint/glossary"
)

func TestDecide(t *testing.T) {
	const head = "names:\n"
	accept := func(f *glossary.File) (string, error) { return f.Accept("Sessover", "Sasover") }
	settle := func(f *glossary.File) (string, error) { return f.Settle("Sasover", "Sessover") }
	apart := func(f *glossary.File) (string, error) { return f.Apart("Sasover", "O: Sessover") }
	for name, c := range map[string]struct {
		decide    func(*glossary.File) (string, error)
		old, want string
	}{
		"accept, new entry":      {accept, head, head + "  - name: Sasover\n    also:\n      - Sessover\n"},
		"accept, in order":       {accept, head + "- name: Adams # first\n- name: Zuma\n", head + "- name: Adams # first\n- name: Sasover\n  also:\n    - Sessover\n- name: Zuma\n"},
		"accept, known name":     {accept, head + "- name: Sasover # ours\n  note: a\n", head + "- name: Sasover # ours\n  also:\n    - Sessover\n  note: a\n"},
		"accept, was wrong":      {accept, head + "- name: Sasover\n  variants: [Sessover, Sosover]\n", head + "- name: Sasover\n  also:\n    - Sessover\n  variants: [Sosover]\n"},
		"accept, was proposed":   {accept, head + "- name: Sasover\n  proposed: true\n  variants: [Sessover]\n- name: Other\n  proposed: true\n", head + "- name: Other\n  proposed: true # delete this line to accept the entry\n- name: Sasover\n  also:\n    - Sessover\n"},
		"accept, proposed apart": {accept, head + "- name: Sessover\n  proposed: true\n- name: Seso\n  proposed: true\n  variants: [Sasover]\n", head + "- name: Sasover\n  also:\n    - Sessover\n"},
		"accept, right already":  {accept, head + "- name: Sasover\n  also: [Sessover]\n", head + "- name: Sasover\n  also: [Sessover]\n"},
		"settle, new entry":      {settle, head, head + "  - name: Sasover\n    variants:\n      - Sessover\n"},
		"settle, was right":      {settle, head + "- name: Sasover\n  also: [Sessover]\n", head + "- name: Sasover\n  variants:\n    - Sessover\n"},
		"settle, another wrong":  {settle, head + "- name: Sasover\n  variants:\n  - Sosover\n", head + "- name: Sasover\n  variants:\n  - Sosover\n  - Sessover\n"},
		"apart":                  {apart, "names: []\nnot:\n- [A, B] # two\n", "names: []\nnot:\n- [A, B] # two\n- [Sasover, \"O: Sessover\"]\n"},
		"apart, the first of it": {apart, "# ours\n", "# ours\nnot:\n  - [Sasover, \"O: Sessover\"]\n"},
	} {
		f, err := glossary.Parse("names.yaml", c.old)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, err := c.decide(f); err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		}
	}
}

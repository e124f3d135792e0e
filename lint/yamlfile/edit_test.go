package yamlfile_test

import (
	"testing"

	"mtlint/lint/yamlfile"
)

func TestAdd(t *testing.T) {
	ignore := yamlfile.List{Key: "ignore"}
	sasover := yamlfile.List{Entries: "names", Key: "also", Is: func(f map[string]yamlfile.Node) bool { return yamlfile.IsText(f["name"], "Sasover") }}
	for name, c := range map[string]struct {
		list      yamlfile.List
		old, want string
	}{
		"empty":            {ignore, "", "ignore:\n  - x/y\n"},
		"comment":          {ignore, "# ours\n", "# ours\nignore:\n  - x/y\n"},
		"other key":        {ignore, "lang: en # ours", "lang: en # ours\nignore:\n  - x/y\n"},
		"block":            {ignore, "ignore:\n# why\n- a # because\n# z\nlang: en\n", "ignore:\n# why\n- a # because\n- x/y\n# z\nlang: en\n"},
		"indented block":   {ignore, "ignore:\n    - a\n    - b\n", "ignore:\n    - a\n    - b\n    - x/y\n"},
		"brackets":         {ignore, "ignore: [a, ü] # all\nlang: en\n", "ignore: [a, ü, x/y] # all\nlang: en\n"},
		"wide brackets":    {ignore, "ignore: [\n  a,\n  b\n]\n", "ignore: [\n  a,\n  b\n, x/y]\n"},
		"empty brackets":   {ignore, "ignore: []\n", "ignore: [x/y]\n"},
		"text":             {ignore, "ignore: wording # all\n", "ignore: [wording, x/y] # all\n"},
		"quoted text":      {ignore, "ignore: \"wording\"\n", "ignore: [\"wording\", x/y]\n"},
		"byte order mark":  {ignore, "\ufeffignore: [a] # all\nlang: en\n", "\ufeffignore: [a, x/y] # all\nlang: en\n"},
		"nothing":          {ignore, "ignore:\nlang: en\n", "ignore:\n  - x/y\nlang: en\n"},
		"line ends":        {ignore, "ignore:\r\n  - a\r\nlang: en", "ignore:\r\n  - a\r\n  - x/y\r\nlang: en\r\n"},
		"mixed line ends":  {ignore, "lang: en\r\nignore:\n", "lang: en\r\nignore:\n  - x/y\n"},
		"not an override":  {ignore, "overrides:\n  - files: a/\n    ignore: [b]\n", "overrides:\n  - files: a/\n    ignore: [b]\nignore:\n  - x/y\n"},
		"entry":            {sasover, "names:\n  - name: A\n  - name: Sasover # sure\n    note: b\nnot: []\n", "names:\n  - name: A\n  - name: Sasover # sure\n    also:\n      - x/y\n    note: b\nnot: []\n"},
		"list of an entry": {sasover, "names:\n- name: Sasover\n  also:\n  - B\n  note: b\n", "names:\n- name: Sasover\n  also:\n  - B\n  - x/y\n  note: b\n"},
	} {
		e := yamlfile.NewEdit("a.yaml", c.old)
		if err := e.Add(c.list, "x/y"); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if e.Text != c.want {
			t.Errorf("%s: %q, want %q", name, e.Text, c.want)
		}
	}
}

func TestRemove(t *testing.T) {
	variants := yamlfile.List{Entries: "names", Key: "variants", Is: func(f map[string]yamlfile.Node) bool { return yamlfile.HasText(f["variants"], "B") }}
	for name, c := range map[string]struct{ old, want string }{
		"block":          {"names:\n  - name: A\n    variants:\n      - B # old\n      - C\n", "names:\n  - name: A\n    variants:\n      - C\n"},
		"the only one":   {"names:\n  - name: A\n    variants:\n      - B\n    note: n\n", "names:\n  - name: A\n    note: n\n"},
		"first":          {"names:\n  - name: A\n    variants: [B, C] # x\n", "names:\n  - name: A\n    variants: [C] # x\n"},
		"last":           {"names:\n  - name: A\n    variants: [Zürich, B] # x\n", "names:\n  - name: A\n    variants: [Zürich] # x\n"},
		"empty":          {"", ""},
		"other key":      {"lang: en # ours\n", "lang: en # ours\n"},
		"other entry":    {"names:\n  - name: A\n    variants: [C]\n", "names:\n  - name: A\n    variants: [C]\n"},
		"the only of []": {"names:\n  - name: A\n    variants: [B]\n    note: n\n", "names:\n  - name: A\n    note: n\n"},
	} {
		e := yamlfile.NewEdit("a.yaml", c.old)
		if err := e.Remove(variants, "B"); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if e.Text != c.want {
			t.Errorf("%s: %q, want %q", name, e.Text, c.want)
		}
	}
}

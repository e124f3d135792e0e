package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"mtlint/lint"
	"mtlint/lint/glossary"
	"mtlint/rules/names"
)

func newNames() *cobra.Command {
	f := &namesFlags{
		format: choice{"text", []string{"text", "json"}},
		color:  choice{"auto", []string{"auto", "always", "never"}},
	}
	cmd := &cobra.Command{
		Use:   "names [PATH…]",
		Short: "List the names and their spellings, or settle them",
		Long: `List the names of files and folders (default: the current one): how each is written, how often and where.

With --write, what is written in more than one way goes into the names file as a proposal; an entry binds once a person
has accepted it. With --check, the exit code is 1 when a name is not written as the names file has settled it.
The names file is the last that --names gives or the configuration of the current folder names, or names.yaml.`,
		Example: `  mtlint names news/
  mtlint names --write news/             make or update names.yaml
  mtlint names --check news/             for CI
  mtlint names --check --names house.yaml --names project.yaml news/`,
		RunE: func(_ *cobra.Command, args []string) error { return f.run(args) },
	}
	f.bindInputs(cmd)
	flags := cmd.Flags()
	flags.BoolVar(&f.write, "write", false, "put proposals into the names file")
	flags.BoolVar(&f.check, "check", false, "exit with 1 when a name is not written as settled")
	flags.Var(&f.format, "output-format", "`FORMAT` of the list: text or json")
	flags.Var(&f.color, "color", "`WHEN` to use colour: auto, always or never")
	for name, c := range map[string]*choice{"output-format": &f.format, "color": &f.color} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.allowed, cobra.ShellCompDirectiveNoFileComp)))
	}
	return cmd
}

// namesFlags is the command line of names.
type namesFlags struct {
	corpusFlags
	write, check bool
	format       choice
	color        choice
}

// defaultNames is the names file where nothing names one.
const defaultNames = "names.yaml"

func (f *namesFlags) run(paths []string) error {
	if f.write && f.check {
		return errors.New("--write and --check: give one of them")
	}
	if len(f.names) == 0 {
		if err := f.findNames(); err != nil {
			return err
		}
	}
	switch {
	case f.check:
		return f.runCheck(paths)
	case f.write:
		return f.runWrite(paths)
	}
	list, err := f.list(paths)
	if err != nil {
		return err
	}
	if err := f.print(os.Stdout, list); err != nil {
		return fmt.Errorf("write the names: %w", err)
	}
	return nil
}

// findNames takes the names files of the configuration of the current folder, or the default one.
func (f *namesFlags) findNames() error {
	f.load(nil)
	s, err := f.loader.For("*")
	if err != nil {
		return err
	}
	if f.names = s.Names; len(f.names) == 0 && (f.write || f.check || exists(defaultNames)) {
		f.names = []string{defaultNames}
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// runCheck checks the paths with the one rule that reads the names file.
func (f *namesFlags) runCheck(paths []string) error {
	c := checkFlags{corpusFlags: f.corpusFlags, least: choice{value: lint.Warning.String()}, color: f.color}
	must(c.formats.Set(f.format.value))
	c.choose, c.profile.value = []string{names.Glossary.Name}, defaultProfile
	return c.run(paths)
}

// list returns the names of the paths.
func (f *namesFlags) list(paths []string) ([]names.Listed, error) {
	corpus, err := f.corpus(paths, nil)
	if err != nil {
		return nil, err
	}
	limitMemory(listLimit)
	files, failed := 0, false
	lists := names.Lists.Gather(corpus, f.jobs, func(r lint.Result) {
		files++
		failed = failed || r.Err != nil
		sayTrouble(os.Stderr, &r)
	})
	if failed {
		return nil, errFailed
	}
	if files == 0 {
		f.sayNoTexts(paths)
	}
	return lists.Names(), nil
}

// runWrite puts proposals into the names file.
func (f *namesFlags) runWrite(paths []string) error {
	target := f.names[len(f.names)-1]
	file := &glossary.File{Path: target, New: true}
	if !exists(target) {
		f.names = f.names[:len(f.names)-1]
	}
	settled, err := readNames(f.names)
	if err != nil {
		return err
	}
	if n := len(settled); n > 0 && settled[n-1].Path == target {
		file = settled[n-1]
	}
	list, err := f.list(paths)
	if err != nil {
		return err
	}
	open := glossary.Open(proposals(list), settled...)
	text, err := file.Update(open)
	if err != nil {
		return err
	}
	if err := file.Write(text); err != nil {
		return err
	}
	fmt.Printf("%s: %s\n", target, proposed(len(open)))
	return nil
}

// proposed says how many proposals a names file has, and what to do with them.
func proposed(n int) string {
	switch n {
	case 0:
		return "nothing to propose"
	case 1:
		return "1 proposal; delete its line \"proposed: true\" to accept it"
	}
	return fmt.Sprintf("%d proposals; delete the line \"proposed: true\" of those that you accept", n)
}

// proposals returns the names with variants as entries of a names file.
func proposals(list []names.Listed) []glossary.Name {
	var out []glossary.Name
	for i := range list {
		l := &list[i]
		if !l.HasVariants() {
			break // those with variants come first
		}
		p := glossary.Name{Name: l.Name}
		var seen []string
		for _, s := range l.Spellings {
			seen = append(seen, fmt.Sprintf("%d %s", s.Count, s.Text))
			if s.Variant {
				p.Variants = append(p.Variants, s.Text)
				p.Example = cmp.Or(p.Example, s.Example)
			}
		}
		p.Seen = strings.Join(seen, ", ")
		out = append(out, p)
	}
	return out
}

func (f *namesFlags) print(w io.Writer, list []names.Listed) error {
	if f.format.value == "json" {
		return printNamesJSON(w, list)
	}
	out := bufio.NewWriter(w)
	varied := 0
	for i := range list {
		l := &list[i]
		if l.HasVariants() {
			varied++
		}
		for k, s := range l.Spellings {
			how := ""
			if s.Variant {
				how = "  variant "
			} else if k > 0 {
				how = "  also "
			}
			fmt.Fprintf(out, "%6d  %s%s  %s\n", s.Count, how, s.Text, placesOf(s))
		}
	}
	fmt.Fprintf(out, "names: %d, with variants: %d\n", len(list), varied)
	return out.Flush()
}

// shownPlaces is the most places of a spelling in the list for people.
const shownPlaces = 3

// placesOf says where a spelling stands.
func placesOf(s names.Spelling) string {
	var parts []string
	for _, p := range s.Places[:min(len(s.Places), shownPlaces)] {
		parts = append(parts, fmt.Sprintf("%s:%d:%d", p.Path, p.Line, p.Column))
	}
	if s.Count > shownPlaces {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ")
}

// nameJSON is one name in the JSON output.
type nameJSON struct {
	Name      string         `json:"name"`
	Count     int            `json:"count"`
	Spellings []spellingJSON `json:"spellings"`
}

type spellingJSON struct {
	Text    string      `json:"text"`
	Count   int         `json:"count"`
	Variant bool        `json:"variant"` // the rules take it for another spelling of the name
	Places  []placeJSON `json:"places"`  // the first ones
}

type placeJSON struct {
	Path   string `json:"path"`
	Offset int    `json:"offset"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

func printNamesJSON(w io.Writer, list []names.Listed) error {
	all := make([]nameJSON, len(list))
	for i, l := range list {
		all[i] = nameJSON{l.Name, l.Count, make([]spellingJSON, len(l.Spellings))}
		for k, s := range l.Spellings {
			places := make([]placeJSON, len(s.Places))
			for j, p := range s.Places {
				places[j] = placeJSON(p)
			}
			all[i].Spellings[k] = spellingJSON{s.Text, s.Count, s.Variant, places}
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(map[string]any{"version": 1, "names": all})
}

package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mtlint/lint"
	"mtlint/lint/config"
	"mtlint/lint/glossary"
	"mtlint/lint/read"
	"mtlint/lint/report"
	"mtlint/lint/suggest"
	"mtlint/rules"
)

// corpusFlags is the part of the command line that all commands share which lint files.
type corpusFlags struct {
	settingsFlags
	choose, ignore []string
	jobs           int
	stdinName      string
	stdin          io.Reader // nil for os.Stdin
	inputFormat    choice
	textFields     []string
	lang           string
	sourceLang     string
	sourcePath     string
	across         bool
	names          []string
	profile        choice
}

// defaultProfile is the profile where nothing names one.
const defaultProfile = "news"

// bind adds the flags to a command.
func (f *corpusFlags) bind(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringSliceVar(&f.choose, "select", nil, "run only these rules or categories (`IDS`, comma-separated)")
	flags.StringSliceVar(&f.ignore, "ignore", nil, "leave these rules or categories out (`IDS`)")
	f.profile = choice{"", rules.Profiles()}
	flags.Var(&f.profile, "profile", "`GENRE` of the texts: "+strings.Join(f.profile.allowed, ", ")+" (default "+defaultProfile+")")
	must(cmd.RegisterFlagCompletionFunc("profile", cobra.FixedCompletions(f.profile.allowed, cobra.ShellCompDirectiveNoFileComp)))
	flags.BoolVar(&f.across, "across", false, "compare the names of every article with those of the others, too")
	f.bindInputs(cmd)
	for _, name := range []string{"select", "ignore"} {
		must(cmd.RegisterFlagCompletionFunc(name, completeIDs))
	}
}

// bindInputs adds the flags that say how files are read.
func (f *corpusFlags) bindInputs(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	f.inputFormat = choice{"", read.Formats()}
	flags.Var(&f.inputFormat, "format", "`FORMAT` of the files, whatever their names: "+strings.Join(f.inputFormat.allowed, ", "))
	must(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(f.inputFormat.allowed, cobra.ShellCompDirectiveNoFileComp)))
	flags.StringSliceVar(&f.textFields, "text-field", nil, "`FIELDS` of JSON lines that hold the text: body, content.body, title? where it may be missing")
	flags.StringVar(&f.lang, "lang", "", "`TAG` of the language of the texts (default: what a file says of itself, or en)")
	flags.StringVar(&f.sourceLang, "source-lang", "", "`TAG` of the language the texts were translated from: ar, zh, ru …")
	flags.StringVar(&f.sourcePath, "source", "", "`PATH` of the text it was translated from, or of a folder with files of the same names")
	flags.StringArrayVar(&f.names, "names", nil, "`FILE` with settled spellings of names; several are layered, the last on top")
	flags.StringVar(&f.stdinName, "stdin-filename", "", "`PATH` that standard input bears in the output")
	f.settingsFlags.bind(flags)
	flags.IntVarP(&f.jobs, "jobs", "j", 0, "lint `N` files at once (default: one a core)")
}

// config checks the flags and makes the configuration of a run that wants findings of the given severity and above.
func (f *corpusFlags) config(least lint.Severity) (*lint.Config, error) {
	all, houses := rules.All(), false
	for flag, ids := range map[string][]string{"--select": f.choose, "--ignore": f.ignore} {
		for i, id := range ids {
			ids[i] = strings.TrimSpace(id)
			if config.IsHouse(ids[i]) || config.IsTerms(ids[i]) {
				houses = true
				continue
			}
			if err := knownID(ids[i], all, flag); err != nil {
				return nil, err
			}
		}
	}
	bounds, err := rules.Profile(cmp.Or(f.profile.value, defaultProfile))
	if err != nil {
		return nil, err
	}
	cfg := &lint.Config{Select: f.choose, Ignore: f.ignore, MinSeverity: least, Jobs: f.jobs, Bounds: bounds, Across: f.across}
	if len(cfg.Rules(all)) == 0 && !houses {
		return nil, errors.New("--ignore and --profile leave no rule of --select: take one of them back")
	}
	return cfg, nil
}

// lint lints the paths, the current folder when there are none.
func (f *corpusFlags) lint(paths []string, cfg *lint.Config) (iter.Seq[lint.Result], error) {
	corpus, err := f.corpus(paths, cfg)
	if err != nil {
		return nil, err
	}
	return lint.Lint(corpus, rules.All(), cfg), nil
}

// corpus returns what the paths name, the current folder when there are none; cfg is nil where findings are not wanted.
func (f *corpusFlags) corpus(paths []string, cfg *lint.Config) (lint.Corpus, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, p := range paths {
		if p == "" {
			return nil, errors.New("a path is empty: name a file or a folder, or - for standard input")
		}
	}
	for flag, tag := range map[string]string{"--lang": f.lang, "--source-lang": f.sourceLang} {
		if _, err := config.ParseLanguage(tag); err != nil {
			return nil, fmt.Errorf("%s %q: %w", flag, tag, err)
		}
	}
	if err := f.checkSource(paths); err != nil {
		return nil, err
	}
	if f.jobs < 0 {
		return nil, fmt.Errorf("-j %d: want a number of files to lint at once, or 0 for one a core", f.jobs)
	}
	fields, err := parseFields(f.textFields)
	if err != nil {
		return nil, err
	}
	f.load(cfg)
	opt := read.Options{Format: f.inputFormat.value, Source: f.sourcePath, TextFields: fields, Stdin: f.stdin, StdinName: f.stdinName, For: f.settings}
	found, err := f.find(paths, opt)
	if err != nil {
		return nil, err
	}
	tuneGC()
	if f.across {
		limitMemory(listLimit)
		if err := f.keepStdin(paths, &opt); err != nil {
			return nil, err
		}
		return read.Sources(slices.Values(found), opt), nil
	}
	return withRoom(read.Sources(slices.Values(found), opt)), nil
}

// parseFields reads the fields that --text-field names.
func parseFields(names []string) ([]read.Field, error) {
	var fields []read.Field
	for _, name := range names {
		f, err := read.ParseField(name)
		if err != nil {
			return nil, fmt.Errorf("--text-field %w", err)
		}
		fields = append(fields, f)
	}
	return fields, nil
}

// keepStdin reads standard input where a path names it, for a run that needs it twice: for its names and for its findings.
func (f *corpusFlags) keepStdin(paths []string, opt *read.Options) error {
	if !slices.Contains(paths, "-") {
		return nil
	}
	in := opt.Stdin
	if in == nil {
		in = os.Stdin
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("read standard input: %w", err)
	}
	opt.Stdin = rewinding{bytes.NewReader(data)}
	return nil
}

// rewinding is a stream that begins anew behind its end.
type rewinding struct{ *bytes.Reader }

func (r rewinding) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err == io.EOF {
		_, _ = r.Seek(0, io.SeekStart) // which cannot fail
	}
	return n, err
}

// checkSource checks that --source goes with the paths.
func (f *corpusFlags) checkSource(paths []string) error {
	if f.sourcePath == "" {
		return nil
	}
	info, err := os.Stat(f.sourcePath)
	if err != nil {
		return fmt.Errorf("--source %s: there is no such file or folder", f.sourcePath)
	}
	first, err := os.Stat(paths[0])
	if folder := err == nil && first.IsDir(); !info.IsDir() && (folder || len(paths) > 1) {
		return fmt.Errorf("--source %s is one file: name the one file that was translated from it, or give a folder", f.sourcePath)
	}
	return nil
}

// readNames reads names files and returns the faults of all.
func readNames(paths []string) ([]*glossary.File, error) {
	var files []*glossary.File
	var failed error
	for _, path := range paths {
		f, err := glossary.Read(path)
		files, failed = append(files, f), errors.Join(failed, err)
	}
	return files, failed
}

// sayTrouble says what is to be known of a file beside its findings.
func sayTrouble(w io.Writer, r *lint.Result) {
	if r.Encoding != "" {
		fmt.Fprintf(w, "mtlint: %s: not UTF-8, read as %s\n", report.Visible(r.Path), r.Encoding)
	}
	if r.Err != nil {
		fmt.Fprintf(w, "mtlint: %s\n", strings.ReplaceAll(r.Err.Error(), r.Path, report.Visible(r.Path)))
	}
	if r.Repairs != nil && r.Repairs.Unended {
		fmt.Fprintf(w, "mtlint: %s: repairs are left after %d rounds: run mtlint again\n", report.Visible(r.Path), lint.MaxRounds)
	}
}

// sayNoTexts says on standard error that the paths hold nothing to lint.
func (f *corpusFlags) sayNoTexts(paths []string) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	hint := "name the files, or a folder that holds texts, Markdown or HTML (JSON lines: with --text-field)"
	if f.skipped > 0 {
		hint = "what is there is ignored or excluded, and --no-ignore lints it"
	}
	fmt.Fprintf(os.Stderr, "mtlint: no texts found in %s: %s\n", strings.Join(paths, ", "), hint)
}

// knownID fails when id is neither a rule nor a category; where says what named it.
func knownID(id string, all []*lint.Rule, where string) error {
	cfg := lint.Config{Select: []string{id}}
	if len(cfg.Unknown(all)) == 0 {
		return nil
	}
	hint := "mtlint rules lists them"
	if near := suggest.Nearest(id, lint.Names(all)); near != "" {
		hint = "did you mean " + near + "?"
	}
	if where != "" {
		where = " in " + where
	}
	return fmt.Errorf("unknown rule or category %q%s: %s", id, where, hint)
}

// completeIDs completes the last name of a comma-separated list.
func completeIDs(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	list := typed[:strings.LastIndexByte(typed, ',')+1]
	out := lint.Names(rules.All())
	for i, id := range out {
		out[i] = list + id
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

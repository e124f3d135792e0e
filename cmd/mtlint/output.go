package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"mtlint/lint"
	"mtlint/lint/atomicfile"
	"mtlint/lint/report"
	"mtlint/rules"
)

// outputFlags is the part of the command line that says what is written where.
type outputFlags struct {
	formats formatList
	file    string
}

func (f *outputFlags) bind(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.Var(&f.formats, "output-format", "`FORMAT` of the findings: "+strings.Join(formatNames(), ", ")+
		"; FORMAT=FILE writes it into a file; give the flag again for another")
	flags.StringVar(&f.file, "output", "", "`FILE` to write the findings to, in place of standard output")
	must(cmd.RegisterFlagCompletionFunc("output-format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace)))
}

// formatList is a flag that takes a format, or a format and the file it goes to, and may be given several times.
type formatList []formatChoice

// formatChoice is a format and its file; empty for standard output.
type formatChoice struct {
	report.Format
	file string
}

func (l *formatList) String() string { return "" }
func (l *formatList) Type() string   { return "string" }

func (l *formatList) Set(s string) error {
	name, file, _ := strings.Cut(s, "=")
	i := slices.IndexFunc(report.Formats(), func(f report.Format) bool { return f.Name == name })
	if i < 0 {
		want := "one of " + strings.Join(formatNames(), ", ")
		if strings.Contains(name, ",") {
			want = "one format: give the flag again for another"
		}
		return errors.New("want " + want)
	}
	*l = append(*l, formatChoice{report.Formats()[i], file})
	return nil
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// chosen returns the formats with their files, text to standard output where the command line names none.
func (f *outputFlags) chosen() ([]formatChoice, error) {
	list := slices.Clone(f.formats)
	if len(list) == 0 {
		must(list.Set("text"))
	}
	at := slices.IndexFunc(list, func(c formatChoice) bool { return c.file == "" })
	if f.file != "" && at < 0 {
		return nil, errors.New("--output names the file of a format that has none: leave it out, every format has one")
	}
	if at >= 0 {
		list[at].file = f.file
	}
	for i, c := range list {
		if list[i].file == "-" {
			list[i].file = ""
		}
		if k := slices.IndexFunc(list[:i], func(b formatChoice) bool { return b.file == list[i].file }); k >= 0 {
			return nil, fmt.Errorf("%s and %s both go to %s: give one of them a file of its own, as in --output-format %s=FILE", list[k].Name, c.Name, placeName(list[i].file), c.Name)
		}
	}
	return list, nil
}

// checkSpared fails when a report would take the place of a text that is linted. A page of an earlier run may be in a folder
// that is linted: nothing in it is.
func checkSpared(texts []string, list []formatChoice) error {
	for _, c := range list {
		at, err := os.Stat(c.file)
		if c.file == "" || err != nil || !at.Mode().IsRegular() || report.IsPage(c.file) {
			continue
		}
		for _, text := range texts {
			if !strings.EqualFold(filepath.Base(text), filepath.Base(c.file)) {
				continue
			}
			if info, err := os.Stat(text); err == nil && os.SameFile(at, info) {
				return fmt.Errorf("write %s: it is one of the texts to lint: give the report another name, or exclude it", c.file)
			}
		}
	}
	return nil
}

func placeName(file string) string {
	if file == "" {
		return "standard output"
	}
	return file
}

// outputs are the reports of one run. A report that cannot be written does not stop the others.
type outputs struct {
	list      []*output
	keepGoing bool // also when nobody is left to read
}

// output is a report and what it is written to.
type output struct {
	choice   formatChoice
	reporter report.Reporter
	file     *atomicfile.File // nil for standard output
	err      error            // why it cannot be written
}

// openOutputs makes the reports with a function that makes one. When a file cannot be written, the findings are shown on
// standard error as text.
func openOutputs(list []formatChoice, make func(formatChoice, io.Writer) report.Reporter, stdout io.Writer) *outputs {
	all := new(outputs)
	for _, c := range list {
		o, w := &output{choice: c}, stdout
		if c.file != "" {
			if o.file, o.err = atomicfile.Create(c.file); o.err == nil {
				w = o.file
			}
		}
		if o.err == nil {
			o.reporter = make(c, w)
		}
		all.list = append(all.list, o)
	}
	if all.failed() != nil && !all.isShown() {
		all.list = append(all.list, &output{choice: formatChoice{Format: textFormat()}, reporter: make(formatChoice{Format: textFormat()}, os.Stderr)})
	}
	return all
}

func textFormat() report.Format { return report.Formats()[0] }

// errNoReader says that no report is left that can be written.
var errNoReader = errors.New("no report can be written")

// Report adds a result to the reports.
func (all *outputs) Report(r *lint.Result) error {
	return all.each(func(o *output) error { return o.reporter.Report(r) })
}

// Finish ends the reports and puts the files in their places.
func (all *outputs) Finish(run report.Run) error {
	return all.each(func(o *output) error {
		err := o.reporter.Finish(run)
		if err == nil && o.file != nil {
			err = o.file.Commit()
		}
		return err
	})
}

// each does something with every report that can be written, and fails when none is left.
func (all *outputs) each(do func(*output) error) error {
	left := all.keepGoing
	for _, o := range all.list {
		if o.err != nil {
			continue
		}
		err := do(o)
		switch {
		case err == nil:
			left = true
		case o.file != nil:
			o.file.Discard()
			o.err = atomicfile.CreateError(o.choice.file, err)
		default:
			o.err = fmt.Errorf("write the findings: %w", err)
		}
	}
	if !left {
		return errNoReader
	}
	return nil
}

// failed returns why reports could not be written; a reader of standard output that has seen enough is no failure.
func (all *outputs) failed() error {
	var failed error
	for _, o := range all.list {
		if o.err != nil && !(o.file == nil && errors.Is(o.err, syscall.EPIPE)) {
			failed = errors.Join(failed, o.err)
		}
	}
	return failed
}

// isShown reports whether the findings stand as text where people see them.
func (all *outputs) isShown() bool {
	return slices.ContainsFunc(all.list, func(o *output) bool { return o.choice.Name == "text" && o.choice.file == "" && o.err == nil })
}

// explanation is what reports say of a rule.
func explanation(r *lint.Rule) (report.Explanation, error) {
	doc, err := rules.DocOf(r)
	page := fmt.Sprintf("%s\n\nLevel: %s. MQM category: %s.\n%s", doc.Reports(), r.Severity, r.MQM, detailsOf(r, &doc))
	return report.Explanation{Summary: doc.Reports(), Markdown: page}, err
}

// replay is a reader that keeps what it has read, up to a limit, so that it can be read again when a report fails.
type replay struct {
	from io.Reader
	kept bytes.Buffer
	over bool // what was read is not kept
}

// maxReplay is the most that is kept, in bytes: an article, no stream of records.
const maxReplay = 4 << 20

// newReplay returns a reader that keeps something only where a report goes to a file.
func newReplay(from io.Reader, formats []formatChoice) *replay {
	toFile := slices.ContainsFunc(formats, func(c formatChoice) bool { return c.file != "" })
	return &replay{from: from, over: !toFile}
}

func (r *replay) Read(p []byte) (int, error) {
	n, err := r.from.Read(p)
	if !r.over && r.kept.Len()+n > maxReplay {
		r.over, r.kept = true, bytes.Buffer{}
	}
	if !r.over {
		r.kept.Write(p[:n])
	}
	return n, err
}

// again returns a reader of the same from its start.
func (r *replay) again() io.Reader {
	if r.over {
		return errReader{errors.New("it cannot be read once more: run mtlint again")}
	}
	return bytes.NewReader(r.kept.Bytes())
}

// errReader fails.
type errReader struct{ err error }

func (r errReader) Read([]byte) (int, error) { return 0, r.err }

// openJobSummary opens the file that a job on GitHub shows as its summary; nil where there is none.
func openJobSummary() io.Writer {
	path := os.Getenv("GITHUB_STEP_SUMMARY")
	if path == "" {
		return nil
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		say(fmt.Errorf("%w; the job gets no summary", atomicfile.CreateError(path, err)))
		return nil
	}
	return f
}

package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/joshdk/go-junit"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/reviewdog/reviewdog/proto/rdf"
	"github.com/xeipuuv/gojsonschema"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"google.golang.org/protobuf/encoding/protojson"

	"mtlint/lint"
)

// nasty is text that no format takes as it is.
const nasty = "a\a\x00 ]]> <b> & \"q\" 'q' {0} [x](1) %0A ::error::x ##[error]y | `c` \u2028 \ufffe \xff é😀\r\n\tend"

// runs are results of several kinds of runs, by name.
func runs() map[string][]lint.Result {
	two := finding("é😀 [any A] response", lint.Warning, "capital letter in a sentence",
		lint.Fix{Title: "write it in lower case", Safety: lint.Safe, Edits: []lint.Edit{
			{Span: lint.Span{Start: 7, End: 8}, Text: "A"}, {Span: lint.Span{Start: 11, End: 12}, Text: "a"}}},
		lint.Replace("delete it", lint.Manual, lint.Span{Start: 11, End: 12}, ""))
	two.Edited = [][]lint.Place{{span(7, 4, 7), span(11, 8, 11)}, {span(11, 8, 11)}}
	two.At.Start.UTF8, two.At.End.UTF8 = 7, 12
	two.Related = []lint.RelatedLocation{{Location: at("the [other]"), Message: "the same name is written here"}}
	odd := finding("a [b] c", lint.Error, nasty)
	odd.At.Path, odd.At.Text, odd.At.Before = nasty, nasty, nasty
	odd.At.End.Line = 3
	info := finding("a [b] c", lint.Info, "worth a look")
	return map[string][]lint.Result{
		"nothing": nil,
		"clean":   {{Path: "a.txt", Words: 3}},
		"plain":   {{Path: "a.txt", Words: 9, Findings: []lint.Finding{two, info, info}}, {Path: "b.txt"}},
		"nasty":   {{Path: nasty, Findings: []lint.Finding{odd, odd}, Err: errors.New(nasty)}},
		"failed":  {{Path: "a.txt", Err: errors.New("read a.txt: no such file")}, {Path: "sub dir/b#1.txt", Findings: []lint.Finding{info}}},
	}
}

// span is the place of one byte of the first line.
func span(offset, column, utf8 int) lint.Place {
	return lint.Place{
		Start: lint.Position{Offset: offset, Line: 1, Column: column, UTF8: utf8},
		End:   lint.Position{Offset: offset + 1, Line: 1, Column: column + 1, UTF8: utf8 + 1},
	}
}

// testOptions are those of a command without documentation.
func testOptions() Options {
	return Options{
		Text:    TextOptions{Width: 80},
		Version: "1.2.3",
		Explain: func(r *lint.Rule) (Explanation, error) {
			return Explanation{"Reports " + r.Name + ".", "# " + r.Name + "\n"}, nil
		},
		Summary: func() io.Writer { return nil },
	}
}

// written is what a reporter writes of a run.
func written(t testing.TB, format string, results []lint.Result) []byte {
	t.Helper()
	for _, f := range Formats() {
		if f.Name != format {
			continue
		}
		var b bytes.Buffer
		r := f.New(&b, testOptions())
		for i := range results {
			if err := r.Report(&results[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := r.Finish(Run{}); err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(b.Bytes()) {
			t.Errorf("%s is no UTF-8", format)
		}
		return b.Bytes()
	}
	t.Fatalf("no format %s", format)
	return nil
}

// checks are how consumers read each format; each fails on what is not valid and returns how many findings it read.
var checks = map[string]func([]byte) (int, error){
	"json":       readJSON,
	"jsonl":      readJSONLines,
	"records":    readRecords,
	"sarif":      readSARIF,
	"gitlab":     readGitLab,
	"junit":      readJUnit,
	"checkstyle": readCheckstyle,
	"rdjson":     readRDJSON,
	"github":     readGitHub,
}

// Every format is one valid document, whatever was found, and has all that was found.
func TestFormatsAreValid(t *testing.T) {
	for name, results := range runs() {
		want := 0
		for _, r := range results {
			want += len(r.Findings)
		}
		for format, read := range checks {
			out := written(t, format, results)
			if got, err := read(out); err != nil {
				t.Errorf("%s of %s: %v\n%s", format, name, err, out)
			} else if got != want {
				t.Errorf("%s of %s has %d findings, want %d:\n%s", format, name, got, want, out)
			}
		}
	}
}

// Whatever bytes come from texts and file names, every format stays valid.
func FuzzFormats(f *testing.F) {
	f.Add(nasty, nasty, nasty, 1, 5)
	f.Add("a.txt", "The message", "any A response", 300, 900)
	f.Add("C:\\texts\\ä b.txt", "]]>", "\ufeff\x1b[31m", 2, 2)
	f.Fuzz(func(t *testing.T, path, message, text string, line, column int) {
		found := finding("before [x] after", lint.Error, message, lint.Replace(message, lint.Safe, lint.Span{Start: 7, End: 8}, text))
		found.At.Path, found.At.Text, found.At.Before, found.At.After = path, text, text, message
		found.At.Start = lint.Position{Line: max(line, 1), Column: max(column, 1)}
		found.At.End = found.At.Start
		found.Edited = [][]lint.Place{{{Start: found.At.Start, End: found.At.End}}}
		results := []lint.Result{{Path: path, Findings: []lint.Finding{found, found}, Err: errors.New(message)}}
		for format, read := range checks {
			if format == "sarif" {
				continue // its schema is slow; JSON is escaped for all alike
			}
			out := written(t, format, results)
			if got, err := read(out); err != nil || got != 2 {
				t.Errorf("%s: %d findings, %v\n%q", format, got, err, out)
			}
		}
	})
}

func readJSON(out []byte) (int, error) {
	var doc struct {
		Version     int
		Diagnostics []jsonDiagnostic
		Files       []jsonFile
		Summary     *jsonSummary
	}
	if err := strict(out, &doc); err != nil {
		return 0, err
	}
	if doc.Version != 1 || doc.Summary == nil || doc.Diagnostics == nil {
		return 0, errors.New("a part is missing")
	}
	return len(doc.Diagnostics), nil
}

// strict decodes a JSON document without keys that nobody knows and without anything behind it.
func strict(out []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(out))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("more than one document")
	}
	return nil
}

// readRecords reads a line for every result.
func readRecords(out []byte) (int, error) {
	n := 0
	for line := range bytes.Lines(out) {
		var answer struct {
			Path        *string           `json:"path"`
			Diagnostics []json.RawMessage `json:"diagnostics"`
		}
		if err := json.Unmarshal(line, &answer); err != nil {
			return 0, err
		}
		if answer.Path == nil || answer.Diagnostics == nil {
			return 0, fmt.Errorf("no answer: %s", line)
		}
		n += len(answer.Diagnostics)
	}
	return n, nil
}

func readJSONLines(out []byte) (int, error) {
	n := 0
	for line := range bytes.Lines(out) {
		var d jsonDiagnostic
		if err := strict(line, &d); err != nil {
			return 0, fmt.Errorf("%w: %s", err, line)
		}
		n++
	}
	return n, nil
}

// officialSARIF is the official schema, as a constant in the source of a library for SARIF brings it along.
var officialSARIF = sync.OnceValues(func() (*gojsonschema.Schema, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		return nil, err
	}
	source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "pkg", "report", "v210", "sarif", "schema.go"))
	if err != nil {
		return nil, err
	}
	schema := source[bytes.IndexByte(source, '`')+1 : bytes.LastIndexByte(source, '`')]
	return gojsonschema.NewSchema(gojsonschema.NewBytesLoader(schema))
})

// readSARIF checks the log against the official schema, and that the results refer to what is there.
func readSARIF(out []byte) (int, error) {
	schema, err := officialSARIF()
	if err != nil {
		return 0, err
	}
	if valid, err := schema.Validate(gojsonschema.NewBytesLoader(out)); err != nil {
		return 0, err
	} else if !valid.Valid() {
		return 0, fmt.Errorf("%v", valid.Errors())
	}
	if err := strict(out, new(sarif.Report)); err != nil {
		return 0, err
	}
	log, err := sarif.FromBytes(out)
	if err != nil {
		return 0, err
	}
	run := log.Runs[0]
	for _, r := range run.Results {
		if *run.Tool.Driver.Rules[r.RuleIndex].ID != *r.RuleID {
			return 0, fmt.Errorf("rule %d is not %s", r.RuleIndex, *r.RuleID)
		}
	}
	return len(run.Results), nil
}

// gitLabSeverities are those that GitLab shows.
var gitLabSeverities = []string{"info", "minor", "major", "critical", "blocker"}

// readGitLab checks what GitLab documents of a Code Quality report: what is required, and that fingerprints differ.
func readGitLab(out []byte) (int, error) {
	var list []struct {
		Type        string   `json:"type"`
		Check       *string  `json:"check_name"`
		Description *string  `json:"description"`
		Categories  []string `json:"categories"`
		Severity    string   `json:"severity"`
		Fingerprint string   `json:"fingerprint"`
		Location    struct {
			Path      *string `json:"path"`
			Positions struct {
				Begin struct{ Line, Column int }
				End   struct{ Line, Column int }
			} `json:"positions"`
		} `json:"location"`
	}
	if err := strict(out, &list); err != nil {
		return 0, err
	}
	seen := make(map[string]bool)
	for _, f := range list {
		if f.Check == nil || f.Description == nil || f.Location.Path == nil || f.Location.Positions.Begin.Line < 1 ||
			!strings.Contains(strings.Join(gitLabSeverities, " "), f.Severity) {
			return 0, fmt.Errorf("a part is missing or wrong: %+v", f)
		}
		if seen[f.Fingerprint] {
			return 0, fmt.Errorf("fingerprint %s twice", f.Fingerprint)
		}
		seen[f.Fingerprint] = true
	}
	return len(list), nil
}

// readJUnit reads tests as a library does that CI systems use, and counts the failures and the tests that passed with a
// finding.
func readJUnit(out []byte) (int, error) {
	if err := wellFormed(out); err != nil {
		return 0, err
	}
	suites, err := junit.Ingest(out)
	n := 0
	for _, s := range suites {
		failures, failed := 0, 0
		for _, test := range s.Tests {
			if strings.Contains(test.Name, " at ") {
				n++
			}
			var e junit.Error
			if errors.As(test.Error, &e) && e.Type == "failed" {
				failed++
			} else if test.Status == junit.StatusFailed {
				failures++
			}
		}
		for name, want := range map[string]int{"tests": len(s.Tests), "failures": failures, "errors": failed} {
			if s.Properties[name] != fmt.Sprint(want) {
				return 0, fmt.Errorf("%s=%q, want %d", name, s.Properties[name], want)
			}
		}
	}
	return n, err
}

func readCheckstyle(out []byte) (int, error) {
	if err := wellFormed(out); err != nil {
		return 0, err
	}
	var doc struct {
		XMLName xml.Name `xml:"checkstyle"`
		Files   []struct {
			Name   string `xml:"name,attr"`
			Errors []struct {
				Line     int    `xml:"line,attr"`
				Column   int    `xml:"column,attr"`
				Severity string `xml:"severity,attr"`
				Message  string `xml:"message,attr"`
				Source   string `xml:"source,attr"`
			} `xml:"error"`
		} `xml:"file"`
	}
	if err := xml.Unmarshal(out, &doc); err != nil {
		return 0, err
	}
	n := 0
	for _, f := range doc.Files {
		for _, e := range f.Errors {
			if e.Line < 1 || e.Severity != "error" && e.Severity != "warning" && e.Severity != "info" {
				return 0, fmt.Errorf("wrong: %+v", e)
			}
			if e.Source != "mtlint" {
				n++
			}
		}
	}
	return n, nil
}

// wellFormed reads a document to its end.
func wellFormed(out []byte) error {
	for d := xml.NewDecoder(bytes.NewReader(out)); ; {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// readRDJSON reads as reviewdog does, but takes no key that it does not know.
func readRDJSON(out []byte) (int, error) {
	var doc rdf.DiagnosticResult
	if err := protojson.Unmarshal(out, &doc); err != nil {
		return 0, err
	}
	return len(doc.Diagnostics), nil
}

// readGitHub reads a log as the runner does: lines that begin with :: are commands, and ##[ begins one in the old
// notation anywhere.
func readGitHub(out []byte) (int, error) {
	n, groups := 0, 0
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSuffix(line, "\n")
		command, isCommand := strings.CutPrefix(strings.TrimLeft(line, " \t"), "::")
		switch name, _, _ := strings.Cut(command, " "); {
		case !isCommand:
			if strings.ContainsAny(line, "\r\n\x00") || strings.Contains(line, "##[") {
				return 0, fmt.Errorf("log line %q", line)
			}
		case strings.HasPrefix(command, "group::"):
			groups++
		case strings.HasPrefix(command, "endgroup::"):
			groups--
		case name == "error" || name == "warning" || name == "notice":
			properties, message, ok := strings.Cut(strings.TrimPrefix(command, name+" "), "::")
			if !ok || strings.ContainsAny(message, "\r") || strings.Contains(properties, ":") {
				return 0, fmt.Errorf("command %q", line)
			}
			if !strings.Contains(properties, "title=mtlint") {
				n++
			}
		default:
			return 0, fmt.Errorf("command %q", line)
		}
	}
	if groups != 0 {
		return 0, errors.New("a group is not closed")
	}
	return n, nil
}

// Columns of rdjson count bytes, and a fix of several edits is one suggestion over all of them.
func TestRDJSON(t *testing.T) {
	var doc rdf.DiagnosticResult
	if err := protojson.Unmarshal(written(t, "rdjson", runs()["plain"]), &doc); err != nil {
		t.Fatal(err)
	}
	d := doc.Diagnostics[0]
	got := fmt.Sprint(d.Location.Range, d.Severity, d.Code, d.Suggestions)
	want := fmt.Sprint(
		&rdf.Range{Start: &rdf.Position{Line: 1, Column: 8}, End: &rdf.Position{Line: 1, Column: 13}}, rdf.Severity_WARNING, &rdf.Code{Value: "names/variant"},
		[]*rdf.Suggestion{
			{Range: &rdf.Range{Start: &rdf.Position{Line: 1, Column: 8}, End: &rdf.Position{Line: 1, Column: 13}}, Text: "Any a"},
			{Range: &rdf.Range{Start: &rdf.Position{Line: 1, Column: 12}, End: &rdf.Position{Line: 1, Column: 13}}},
		})
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A rule that configurations make anew for their files is one rule of the log.
func TestRulesOfSARIF(t *testing.T) {
	anew := *rule
	one, two := finding("it went [bad] then", lint.Error, "bad"), finding("it went [bad] then", lint.Error, "bad")
	two.Rule = &anew
	out := written(t, "sarif", []lint.Result{{Findings: []lint.Finding{one}}, {Findings: []lint.Finding{two}}})
	if n, err := readSARIF(out); err != nil || n != 2 || bytes.Count(out, []byte(`"id":"names/variant"`)) != 1 {
		t.Errorf("%d results, %v: %s", n, err, out)
	}
}

// What a comment suppresses is a suppressed result, with the reason.
func TestSuppressionsOfSARIF(t *testing.T) {
	f := finding("it went [bad] then", lint.Error, "bad")
	out := written(t, "sarif", []lint.Result{{Path: "a.txt", Findings: []lint.Finding{f}, Suppressed: []lint.Suppressed{{Finding: f, Reason: "quoted so"}, {Finding: f}}}})
	if n, err := readSARIF(out); err != nil || n != 3 {
		t.Fatalf("%d results, %v", n, err)
	}
	log, err := sarif.FromBytes(out)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, r := range log.Runs[0].Results {
		for _, s := range r.Suppressions {
			got += *s.Kind
			if s.Justification != nil {
				got += " " + *s.Justification
			}
			got += ";"
		}
		got += "\n"
	}
	if want := "\ninSource quoted so;\ninSource;\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// GitHub shows ten annotations of each level and step: the rest is in the groups, and is counted.
func TestGitHubCap(t *testing.T) {
	var r lint.Result
	for range 25 {
		r.Findings = append(r.Findings, finding("a [b] c", lint.Warning, "b"))
	}
	r.Findings = append(r.Findings, finding("a [b] c", lint.Error, "b"))
	out := string(written(t, "github", []lint.Result{r}))
	for text, want := range map[string]int{"::warning ": maxAnnotations, "::error ": 1, "1:3: warning: b": 25, ": 15 findings stand in the groups": 1} {
		if got := strings.Count(out, text); got != want {
			t.Errorf("%q stands there %d times, want %d:\n%s", text, got, want, out)
		}
	}
}

// The summary of a job counts what has no room in it.
func TestJobSummary(t *testing.T) {
	var log, summary bytes.Buffer
	g := NewGitHub(&log, &summary)
	long := finding("a [b] c", lint.Warning, strings.Repeat("|", 3000))
	for range 200 {
		if err := g.Report(&lint.Result{Path: "a|b.txt", Findings: []lint.Finding{long, long}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.Finish(Run{}); err != nil {
		t.Fatal(err)
	}
	out := summary.String()
	if len(out) > 1<<20 {
		t.Errorf("%d bytes, GitHub takes %d", len(out), 1<<20)
	}
	shown := strings.Count(out, `\|\|`) / 1500
	if rest := fmt.Sprintf("%d findings more have no room here", 400-shown); !strings.Contains(out, rest) {
		t.Errorf("%d shown, want %q in: …%s", shown, rest, out[len(out)-200:])
	}
}

// Paths, messages and texts stand in the summary as they are, as Markdown shows it: within HTML nothing is escaped twice.
func TestJobSummaryRendered(t *testing.T) {
	var log, summary, page bytes.Buffer
	g := NewGitHub(&log, &summary)
	f := finding("a_b_c [| d]*e*", lint.Warning, "two *marks* | <b>")
	if err := errors.Join(g.Report(&lint.Result{Path: "a|b_1_*<c>&.txt", Findings: []lint.Finding{f}}), g.Finish(Run{})); err != nil {
		t.Fatal(err)
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert(summary.Bytes(), &page); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<details><summary>a|b_1_*&lt;c&gt;&amp;.txt: 1 finding</summary>\n",
		"two *marks* | &lt;b&gt;<br>a_b_c <b>| d</b>*e*</td>\n",
		"<p>1 file, 0 words: 1 warning</p>",
	} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("no %q in\n%s", want, page.String())
		}
	}
}

// Equal findings have one context hash in SARIF with the number of each, and keep it when text is put in above.
func TestFingerprintsOfSARIF(t *testing.T) {
	hashes := func(results []lint.Result) (out []string) {
		log, err := sarif.FromBytes(written(t, "sarif", results))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range log.Runs[0].Results {
			out = append(out, r.PartialFingerprints["contextHash/v1"])
		}
		return out
	}
	f := finding("it went [bad] then", lint.Error, "bad")
	moved := f
	moved.At.Start.Line, moved.At.End.Line = 80, 80
	before, after := hashes([]lint.Result{{Findings: []lint.Finding{f, f}}}), hashes([]lint.Result{{Findings: []lint.Finding{moved, moved}}})
	if diff := cmp.Diff(before, after); diff != "" || before[0] == before[1] {
		t.Errorf("%v, when moved %v", before, after)
	}
}

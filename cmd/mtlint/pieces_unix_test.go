//go:build unix

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"mtlint/lint/read"
)

// The ready pieces for CI are run here as the systems run them, as far as that goes without them.

// pieceText has a finding that no comment suppresses and one that a comment does.
const pieceText = "It rained all day; They stopped.\n\n<!-- mtlint-disable-next-line casing/after-semicolon: a quotation -->\nIt snowed; They froze.\n"

// root returns the folder of the project.
func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// decodeYAML reads the documents of a file of the project; the last goes into v.
func decodeYAML(t *testing.T, name string, v any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root(t), name))
	if err != nil {
		t.Fatal(err)
	}
	documents := strings.Split(string(data), "\n---\n")
	if err := yaml.Unmarshal([]byte(documents[len(documents)-1]), v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// needs skips the test where a program is missing.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: builds the command")
	}
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("skipped: needs %s", p)
		}
	}
}

// bash runs a script in a folder and returns what it wrote and its exit code.
func bash(t *testing.T, dir, script string, env ...string) (output string, code int) {
	t.Helper()
	cmd := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return string(out), exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return string(out), 0
}

// action is the part of action.yml that is run.
type action struct {
	Inputs map[string]struct{ Default string }
	Runs   struct {
		Using string
		Steps []struct {
			ID, Name, Uses, If, Run, Shell string
			Env, With                      map[string]string
		}
	}
}

// run runs the steps of the action that are scripts, with these inputs over the defaults.
func (a *action) run(t *testing.T, dir string, inputs map[string]string) (outputs map[string]string, log string, code int) {
	t.Helper()
	temp := t.TempDir()
	value := func(name string) string {
		if v, ok := inputs[name]; ok {
			return v
		}
		return a.Inputs[name].Default
	}
	expression := regexp.MustCompile(`\$\{\{ *(?:inputs\.([a-z-]+)|github\.action_path) *\}\}`)
	outputFile := filepath.Join(temp, "output")
	for _, step := range a.Runs.Steps {
		if step.Run == "" {
			continue
		}
		if strings.Contains(step.Run, "${{") {
			t.Errorf("step %q puts an expression into its script: what it holds would be run", step.Name)
		}
		env := []string{"RUNNER_TEMP=" + temp, "GITHUB_OUTPUT=" + outputFile, "GITHUB_STEP_SUMMARY=" + filepath.Join(dir, "summary.md")}
		for name, v := range step.Env {
			env = append(env, name+"="+expression.ReplaceAllStringFunc(v, func(e string) string {
				if m := expression.FindStringSubmatch(e); m[1] != "" {
					return value(m[1])
				}
				return root(t)
			}))
		}
		out, c := bash(t, dir, step.Run, env...)
		log, code = log+out, c
	}
	outputs = make(map[string]string)
	data, err := os.ReadFile(outputFile)
	if err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	for line := range strings.Lines(string(data)) {
		name, v, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		outputs[name] = v
	}
	return outputs, log, code
}

// The action annotates, sums up, fails as the command does, and uploads what is not suppressed.
func TestGitHubAction(t *testing.T) {
	needs(t, "bash", "git", "jq", "go")
	var a action
	decodeYAML(t, "action.yml", &a)
	if a.Runs.Using != "composite" {
		t.Fatalf("using %q", a.Runs.Using)
	}
	dir := t.TempDir()
	for _, name := range []string{"a b.txt", "clean.txt"} {
		text := pieceText
		if name == "clean.txt" {
			text = "It rained all day.\n"
		}
		mustWrite(t, filepath.Join(dir, name), text)
	}
	outputs, log, code := a.run(t, dir, map[string]string{"upload-sarif": "true", "args": "--select=casing/after-semicolon\n--min-severity=warning\n", "paths": "a b.txt\nclean.txt\n"})
	if want := "::warning file=a b.txt,line=1,endLine=1,col=20,endColumn=24,title=casing/after-semicolon::capital letter behind a semicolon\n"; code != 1 || !strings.Contains(log, want) || strings.Count(log, "::warning") != 1 {
		t.Errorf("exit code %d, want 1 and %q in\n%s", code, want, log)
	}
	if outputs["exit-code"] != "1" || !regexp.MustCompile(`^[0-9a-f]{40,}$`).MatchString(outputs["hash"]) {
		t.Errorf("outputs %v", outputs)
	}
	for output, want := range map[string]int{"sarif": 2, "upload": 1} {
		if got := resultsIn(t, outputs[output]); got != want {
			t.Errorf("%s has %d results, want %d", output, got, want)
		}
	}
	if summary := mustRead(t, filepath.Join(dir, "summary.md")); !strings.Contains(summary, "| casing/after-semicolon | warning | 1 | 1 |") {
		t.Errorf("summary of the job:\n%s", summary)
	}
	outputs, log, code = a.run(t, dir, map[string]string{"paths": "clean.txt"})
	if code != 0 || outputs["exit-code"] != "0" || outputs["sarif"] != "" || outputs["upload"] != "" {
		t.Errorf("of a clean text: exit code %d, outputs %v\n%s", code, outputs, log)
	}
}

// resultsIn returns how many results a SARIF file has.
func resultsIn(t *testing.T, path string) int {
	t.Helper()
	var log struct {
		Runs []struct{ Results []json.RawMessage }
	}
	if err := json.Unmarshal([]byte(mustRead(t, path)), &log); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return len(log.Runs[0].Results)
}

// hook is an entry of .pre-commit-hooks.yaml.
type hook struct {
	ID, Name, Description, Entry, Language, Files string
	Types                                         []string
	RequireSerial                                 bool `yaml:"require_serial"`
}

// The hooks take the files that mtlint reads; their commands fail on findings, and the one that repairs does so.
func TestPreCommitHooks(t *testing.T) {
	needs(t, "bash", "mtlint") // TestMain puts it there
	var hooks []hook
	decodeYAML(t, ".pre-commit-hooks.yaml", &hooks)
	for _, h := range hooks {
		files := regexp.MustCompile(h.Files)
		for _, extension := range read.Extensions() {
			if !files.MatchString("news/a" + extension) {
				t.Errorf("%s takes no %s", h.ID, extension)
			}
		}
		if files.MatchString("main.go") {
			t.Errorf("%s takes main.go", h.ID)
		}
		dir := t.TempDir()
		mustWrite(t, filepath.Join(dir, "a.txt"), pieceText)
		out, code := bash(t, dir, h.Entry+" a.txt")
		if repairs := strings.Contains(h.ID, "fix"); repairs != (code == 0) || repairs != strings.Contains(mustRead(t, filepath.Join(dir, "a.txt")), "day; they") {
			t.Errorf("%s: exit code %d\n%s", h.ID, code, out)
		}
	}
}

// pre-commit itself installs and runs the hooks.
func TestPreCommit(t *testing.T) {
	needs(t, "pre-commit", "git", "bash", "go")
	if _, err := os.Stat(filepath.Join(root(t), ".git")); err != nil {
		t.Skip("skipped: the project is no git repository here")
	}
	dir := t.TempDir()
	mustWrite(t, filepath.Join(dir, "a.txt"), pieceText)
	mustWrite(t, filepath.Join(dir, "ignored.txt"), pieceText)
	mustWrite(t, filepath.Join(dir, ".mtlintignore"), "ignored.txt\n")
	env := []string{"PRE_COMMIT_HOME=" + t.TempDir(), "GOFLAGS=-modcacherw"}
	script := "git init -q . && git add -A && pre-commit try-repo " + root(t) + " mtlint --all-files --verbose"
	out, code := bash(t, dir, script, env...)
	if code != 1 || !strings.Contains(out, "a.txt:1:20: warning: capital letter behind a semicolon") || strings.Contains(out, "ignored.txt:") {
		t.Errorf("exit code %d\n%s", code, out)
	}
}

// gitLabJob is the part of the GitLab template that is run.
type gitLabJob struct {
	Mtlint struct {
		Script    []string
		Variables map[string]string
		Artifacts struct{ Reports map[string]string }
	}
}

// The GitLab job writes the reports that it names, with mtlint in the image or built from source.
func TestGitLabTemplate(t *testing.T) {
	needs(t, "bash", "go", "mtlint")
	var template gitLabJob
	decodeYAML(t, filepath.Join("templates", "mtlint.yml"), &template)
	job := template.Mtlint
	run := func(t *testing.T, inputs *strings.Replacer, env ...string) {
		dir := t.TempDir()
		mustWrite(t, filepath.Join(dir, "a.txt"), pieceText)
		for name, v := range job.Variables {
			env = append(env, name+"="+inputs.Replace(v))
		}
		out, code := bash(t, dir, inputs.Replace(strings.Join(job.Script, "\n")), env...)
		if code != 1 || !strings.Contains(out, "a.txt:1:20: warning:") {
			t.Errorf("exit code %d\n%s", code, out)
		}
		for _, report := range job.Artifacts.Reports {
			if text := mustRead(t, filepath.Join(dir, report)); !strings.Contains(text, "casing/after-semicolon") {
				t.Errorf("%s: %s", report, text)
			}
		}
	}
	input := func(source string) *strings.Replacer {
		return strings.NewReplacer("$[[ inputs.source ]]", source, "$[[ inputs.version ]]", "main", "$[[ inputs.args ]]", "--select casing", "$[[ inputs.paths ]]", ".")
	}
	t.Run("in the image", func(t *testing.T) {
		run(t, input(""))
	})
	t.Run("from source", func(t *testing.T) {
		needs(t, "git")
		mtlint, err := exec.LookPath("mtlint")
		if err != nil {
			t.Fatal(err)
		}
		source := t.TempDir()
		mustWrite(t, filepath.Join(source, "go.mod"), "module stub\n")
		must(os.MkdirAll(filepath.Join(source, "cmd", "mtlint"), 0o755))
		mustWrite(t, filepath.Join(source, "cmd", "mtlint", "main.go"), fmt.Sprintf(stubSource, mtlint))
		commit := "git init -q -b main && git add -A && git -c user.name=t -c user.email=t@example.org commit -q -m stub"
		if out, code := bash(t, source, commit); code != 0 {
			t.Fatal(out)
		}
		run(t, input("file://"+source))
	})
}

// stubSource is a program that stands for mtlint where it is built from source: it runs the one that is there.
const stubSource = `package main

import (
	"os"
	"syscall"
)

func main() { panic(syscall.Exec(%q, append([]string{"mtlint"}, os.Args[1:]...), os.Environ())) }
`

// reviewdog reads what mtlint writes for it, as docs/ci.md shows.
func TestReviewdog(t *testing.T) {
	needs(t, "bash", "mtlint", "reviewdog")
	dir := t.TempDir()
	mustWrite(t, filepath.Join(dir, "a.txt"), "“Größe” "+pieceText)
	for format, want := range map[string]string{"rdjson": "line:1 column:34", "checkstyle": "a.txt:1:28", "sarif": "a.txt:1:28"} {
		script := fmt.Sprintf("mtlint check --select casing/after-semicolon --exit-zero --output-format %s . | reviewdog -f=%s -name=mtlint -reporter=local -filter-mode=nofilter", format, format)
		out, _ := bash(t, dir, script)
		if !strings.Contains(out, want) || !strings.Contains(out, "capital letter behind a semicolon") {
			t.Errorf("%s: want %q in\n%s", format, want, out)
		}
	}
}

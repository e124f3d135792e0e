package config_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/xeipuuv/gojsonschema"

	"mtlint/lint/config"
	"mtlint/rules"
)

const docs = "../../docs"

func known() *config.Known {
	return &config.Known{Rules: rules.All(), Profiles: rules.Profiles(), Profile: rules.Profile}
}

// The reference says what the doc comments of the types say. -update writes it.
func TestReference(t *testing.T) {
	types := parseTypes(t, "file.go")
	phrases := parseTypes(t, "../lexicon/phrases.go")["Phrases"]
	var b strings.Builder
	b.WriteString("# Configuration\n\nMade from the types in lint/config/file.go by `go test ./lint/config -update`.\n")
	b.WriteString(markdown(types["File"].doc, ""))
	b.WriteString("\n## Keys\n")
	for _, f := range append(types["Layer"].fields, types["File"].fields...) {
		fmt.Fprintf(&b, "\n### %s\n\n%s.\n%s", f.key, shapes[f.shape], markdown(f.doc, "yaml"))
		if entry := strings.TrimPrefix(f.shape, "[]"); entry != f.shape {
			b.WriteString("\nThe keys of an entry:\n\n| key | value | |\n|---|---|---|\n")
			for _, f := range types[entry].fields {
				fmt.Fprintf(&b, "| %s | %s | %s |\n", f.key, strings.ToLower(shapes[f.shape]), strings.Join(strings.Fields(f.doc), " "))
			}
		}
		if f.key == "overrides" {
			b.WriteString("\nBeside files, an entry has the keys that stand above exclude.\n")
		}
	}
	_, syntax, _ := strings.Cut(phrases.doc, "A pattern is")
	b.WriteString("\n## Phrases\n" + markdown("The pattern of a rule is"+syntax, ""))
	expectFile(t, filepath.Join(docs, "configuration.md"), b.String())
}

// shapes says what the value of a key is, by the type of its field.
var shapes = map[string]string{
	"Text": "A text", "Texts": "A text or a list of texts", "Levels": "Names of rules or categories with a level each",
	"[]Term": "A list of terms", "[]Rule": "A list of rules", "[]Override": "A list of overrides",
}

// typeDoc is a type with the keys of its fields.
type typeDoc struct {
	doc    string
	fields []fieldDoc
}

type fieldDoc struct{ key, shape, doc string }

// parseTypes returns the types of a file.
func parseTypes(t *testing.T, path string) map[string]typeDoc {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	types := make(map[string]typeDoc)
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.TYPE {
			continue
		}
		spec := gen.Specs[0].(*ast.TypeSpec)
		d := typeDoc{doc: gen.Doc.Text()}
		if s, ok := spec.Type.(*ast.StructType); ok {
			for _, f := range s.Fields.List {
				if f.Tag == nil {
					continue
				}
				key := reflect.StructTag(strings.Trim(f.Tag.Value, "`")).Get("yaml")
				if key != "" && key != "-" && key[0] != ',' {
					d.fields = append(d.fields, fieldDoc{key, shapeOf(f.Type), f.Doc.Text()})
				}
			}
		}
		types[spec.Name.Name] = d
	}
	return types
}

func shapeOf(e ast.Expr) string {
	if list, ok := e.(*ast.ArrayType); ok {
		return "[]" + shapeOf(list.Elt)
	}
	return e.(*ast.Ident).Name
}

// markdown returns a doc comment in Markdown, without the sentence that begins with the name of a type; language is that of
// its code.
func markdown(text, language string) string {
	if first, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(first, "File is ") {
		text = rest
	}
	var b strings.Builder
	d := new(comment.Parser).Parse(text)
	p := &comment.Printer{HeadingLevel: 2, HeadingID: func(*comment.Heading) string { return "" }}
	for _, block := range d.Content {
		if code, ok := block.(*comment.Code); ok {
			fmt.Fprintf(&b, "\n```%s\n%s```\n", language, code.Text)
			continue
		}
		b.WriteString("\n" + unescape.ReplaceAllString(string(p.Markdown(&comment.Doc{Content: []comment.Block{block}})), "$1"))
	}
	return strings.ReplaceAll(b.String(), "\n\n\n", "\n\n")
}

// unescape finds the signs that need no \ before them in the middle of prose.
var unescape = regexp.MustCompile(`\\([_*<\[\]|])`)

// fenced finds the configurations in a page.
var fenced = regexp.MustCompile("(?s)```yaml[^\n]*\n(.*?)```")

// Every configuration that a page shows is valid for the program and for the schema, and its examples hold.
func TestExamplesInDocs(t *testing.T) {
	pages := []string{"configuration.md", "getting-started.md", "faq.md"}
	n := 0
	for _, page := range pages {
		text, err := os.ReadFile(filepath.Join(docs, page))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, m := range fenced.FindAllStringSubmatch(string(text), -1) {
			n++
			expectValid(t, page, m[1])
		}
	}
	if n < 12 {
		t.Errorf("%d configurations in the pages, want 12 at least", n)
	}
}

func expectValid(t *testing.T, where, text string) {
	t.Helper()
	f, err := known().Parse("example.yaml", text)
	if err != nil {
		t.Errorf("%s: %v\nin\n%s", where, err, text)
		return
	}
	if _, err := f.TryExamples(); err != nil {
		t.Errorf("%s: %v\nin\n%s", where, err, text)
	}
	if faults := schemaFaults(t, text); len(faults) > 0 {
		t.Errorf("%s: the schema says %v\nof\n%s", where, faults, text)
	}
}

// schemaFaults returns what the schema says of a configuration.
func schemaFaults(t *testing.T, text string) []string {
	t.Helper()
	schema, err := config.Schema(rules.All())
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	result, err := gojsonschema.Validate(gojsonschema.NewBytesLoader(schema), gojsonschema.NewBytesLoader(data))
	if err != nil {
		t.Fatal(err)
	}
	var faults []string
	for _, e := range result.Errors() {
		faults = append(faults, e.String())
	}
	return faults
}

// The schema refuses what the program refuses.
func TestSchemaRefuses(t *testing.T) {
	for _, text := range []string{
		"selct: [quotes]\n",
		"lang: [en]\n",
		"lang: ''\n",
		"profile: blogs\n",
		"select: [quots]\n",
		"ignore: after-semicolon\n",
		"severity: {names: eror}\n",
		"severity: {spelling-bee: info}\n",
		"severity: [names]\n",
		"overrides: [{ignore: [quotes]}]\n",
		"overrides: [{files: x, exclude: y}]\n",
		"terms: [boss]\n",
		"terms: [{forbidden: boss}]\n",
		"terms: [{forbidden: boss, preferred: chief, inflect: adjective}]\n",
		"rules: [{name: Click, pattern: x, message: y}]\n",
		"rules: [{name: click, message: y}]\n",
		"rules: [{name: click, pattern: x, message: y, fix: always}]\n",
		"rules: [{name: click, pattern: x, message: y, severity: off}]\n",
		"- quotes\n",
	} {
		if _, err := known().Parse("example.yaml", text); err == nil {
			t.Errorf("the program accepts %q", text)
		}
		if len(schemaFaults(t, text)) == 0 {
			t.Errorf("the schema accepts %q", text)
		}
	}
}

// The file that config init writes is valid as it is, and with every # taken away.
func TestInitialConfiguration(t *testing.T) {
	text, err := os.ReadFile("../../cmd/mtlint/config_init.yaml")
	if err != nil {
		t.Fatal(err)
	}
	expectValid(t, "config init", "lang: en\n"+string(text))
	expectValid(t, "config init without #", regexp.MustCompile(`(?m)^# ((\w|-)+:|  ).*`).ReplaceAllStringFunc(string(text), func(s string) string { return s[2:] }))
}

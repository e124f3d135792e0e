package config_test

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"

	"mtlint/lint/config"
	"mtlint/rules"
)

var update = flag.Bool("update", false, "write schema.json and docs/configuration.md anew")

// The schema is what the types say. -update writes it.
func TestSchema(t *testing.T) {
	text, err := json.MarshalIndent(schema(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	expectFile(t, "schema.json", string(text)+"\n")
}

// expectFile wants a file to have the text; -update writes it.
func expectFile(t *testing.T, path, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s is not what the types say; run go test ./lint/config -update", path)
	}
}

// schema makes the schema of the types: their doc comments describe the keys.
func schema(t *testing.T) *jsonschema.Schema {
	r := &jsonschema.Reflector{FieldNameTag: "yaml", ExpandedStruct: true, Mapper: mapped, RequiredFromJSONSchemaTags: true}
	if err := r.AddGoComments("mtlint/lint/config", "."); err != nil {
		t.Fatal(err)
	}
	for name, comment := range r.CommentMap {
		comment, _, _ = strings.Cut(comment, "\n\n") // no example
		r.CommentMap[name] = strings.Join(strings.Fields(comment), " ")
	}
	s := r.Reflect(new(config.File))
	s.Version, s.ID = "http://json-schema.org/draft-07/schema#", ""
	s.Title = "Configuration of mtlint"
	narrow(s)
	s.Definitions["RuleName"] = &jsonschema.Schema{Type: "string", Description: "The name of a rule or a category."}
	for _, d := range s.Definitions {
		if d.Properties != nil {
			narrow(d)
		}
	}
	return s
}

// narrow says what the texts of a mapping may be, by their keys.
func narrow(s *jsonschema.Schema) {
	for p := s.Properties.Oldest(); p != nil; p = p.Next() {
		switch p.Key {
		case "select", "ignore":
			p.Value.AnyOf = []*jsonschema.Schema{ruleNames(), {Type: "array", Items: ruleNames()}}
		case "profile":
			p.Value.Enum = enum(rules.Profiles()...)
		case "inflect":
			p.Value.Enum = enum("noun", "verb", "none")
		case "fix":
			p.Value.Enum = enum("safe", "unsafe", "manual")
		case "severity":
			if p.Value.Type == "string" {
				p.Value.Enum = enum("error", "warning", "info")
			}
		case "name":
			p.Value.Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"
		}
	}
}

func enum(values ...string) []any {
	var out []any
	for _, v := range values {
		out = append(out, v)
	}
	return out
}

// mapped returns the schemas of the types that are texts.
func mapped(t reflect.Type) *jsonschema.Schema {
	text := func() *jsonschema.Schema { return &jsonschema.Schema{Type: "string", MinLength: new(uint64(1))} }
	switch t {
	case reflect.TypeFor[config.Text]():
		return text()
	case reflect.TypeFor[config.Texts]():
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{text(), {Type: "array", Items: text()}}}
	case reflect.TypeFor[config.Levels]():
		return &jsonschema.Schema{
			Type:                 "object",
			PropertyNames:        ruleNames(),
			AdditionalProperties: &jsonschema.Schema{Type: "string", Enum: []any{"error", "warning", "info", "off"}},
		}
	}
	return nil
}

// ruleNames is where the schema has the names of rules and categories.
func ruleNames() *jsonschema.Schema { return &jsonschema.Schema{Ref: "#/$defs/RuleName"} }

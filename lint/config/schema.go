package config

import (
	_ "embed"
	"encoding/json"

	"mtlint/lint"
	"mtlint/lint/terms"
)

// schema is made from the types of this package by a test. It leaves the names of rules open.
//
//go:embed schema.json
var schema []byte

// Schema returns the JSON schema of a configuration file that may name the rules.
func Schema(rules []*lint.Rule) ([]byte, error) {
	var s map[string]any
	if err := json.Unmarshal(schema, &s); err != nil {
		return nil, err
	}
	s["$defs"].(map[string]any)["RuleName"] = map[string]any{
		"type":        "string",
		"description": "The name of a rule or a category.",
		"anyOf": []any{
			map[string]any{"enum": append(lint.Names(rules), termsCategory, terms.Name, category)},
			map[string]any{"pattern": "^" + category + "/"},
		},
	}
	text, err := json.MarshalIndent(s, "", "  ")
	return append(text, '\n'), err
}

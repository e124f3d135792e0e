package suggest_test

import (
	"testing"

	"mtlint/lint/suggest"
)

func TestNearest(t *testing.T) {
	candidates := []string{"casing", "casing/after-semicolon", "names", "names/variant"}
	for name, want := range map[string]string{
		"casng":           "casing",
		"Names":           "names",
		"variant":         "names/variant",
		"names/varient":   "names/variant",
		"after-semicolon": "casing/after-semicolon",
		"spelling-bee":    "",
	} {
		if got := suggest.Nearest(name, candidates); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
}

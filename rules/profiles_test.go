package rules_test

import (
	"testing"

	"mtlint/lint"
	"mtlint/rules"
)

// Every name in a profile is a rule or a category, so that a rule that is renamed does not come back to a genre unseen.
func TestProfiles(t *testing.T) {
	for _, name := range rules.Profiles() {
		bounds, err := rules.Profile(name)
		if err != nil {
			t.Fatal(err)
		}
		cfg := &lint.Config{Bounds: bounds, Across: true}
		if unknown := cfg.Unknown(rules.All()); len(unknown) > 0 {
			t.Errorf("profile %s names what is no rule: %v", name, unknown)
		}
		if off := len(rules.All()) - len(cfg.Rules(rules.All())); (off == 0) != (name == "news") {
			t.Errorf("profile %s leaves %d rules out", name, off)
		}
	}
	if _, err := rules.Profile("poetry"); err == nil {
		t.Error("an unknown profile is no error")
	}
}

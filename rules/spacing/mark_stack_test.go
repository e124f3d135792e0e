package spacing

import "testing"

// The semicolon of a character reference, which is a finding of its own, is no mark in a row with the comma behind it.
func TestMarkStackBehindEntity(t *testing.T) {
	for text, want := range map[string]int{
		"The paper wrote of a &quot;new start&quot;, and of old debts.\n": 0,
		"The paper wrote of a new start;, and of old debts.\n":            1,
	} {
		if n := findings(MarkStack, text); n != want {
			t.Errorf("%q: %d findings, want %d", text, n, want)
		}
	}
}

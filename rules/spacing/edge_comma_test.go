package spacing

import "testing"

// A line of verse may end in a comma, a paragraph of the same words may not.
func TestEdgeComma(t *testing.T) {
	const first, second = "The river rose by night above the roofs of all the town,", "The bells were rung, and nobody came down."
	for between, want := range map[string]int{"\n": 0, "\n\n": 1} {
		if n := findings(EdgeComma, first+between+second+"\n"); n != want {
			t.Errorf("with %q between: %d findings, want %d", between, n, want)
		}
	}
}

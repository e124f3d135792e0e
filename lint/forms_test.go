package lint

import (
	"fmt"
	"testing"
)

// FuzzPlainRun: the short cut for plain stretches makes the tokens that the long way makes.
func FuzzPlainRun(f *testing.F) {
	for _, s := range []string{"(state-run)", "“don’t”,", "1,000.", "O'Brien's", "[A]", `"word."`, "a-b-c", "3.5", "U.", "rock'n'roll", "x-’y", "1,", "word..", "(“"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		plain, mixed := newTokenizer(text, new(memory)), newTokenizer(text, new(memory))
		r := Span{0, len(text)}
		plain.span, mixed.span = r, r
		for i := range text {
			if spaceLen(text[i:]) > 0 {
				t.Skip()
			}
		}
		if text == "" || !plain.plainRun(r) {
			t.Skip()
		}
		mixed.mixedRun(r)
		if fmt.Sprint(plain.tokens, plain.forms.forms) != fmt.Sprint(mixed.tokens, mixed.forms.forms) {
			t.Errorf("%q: plain %v, mixed %v", text, plain.tokens, mixed.tokens)
		}
	})
}

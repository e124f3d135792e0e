package report

import (
	"bytes"
	"encoding/json"
	"testing"
)

// A string is written as encoding/json writes it.
func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "plain", "a\"b\\c/d<e>&", "\x00\x01\b\t\n\v\f\r\x1f\x7f", "é中😀\u2028\u2029\ufffd", "\xff\xc3x\xe4\xb8"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(s); err != nil {
			t.Fatal(err)
		}
		if got := string(appendString(nil, "", s)) + "\n"; got != want.String() {
			t.Errorf("%q: %s, want %s", s, got, want.String())
		}
	})
}

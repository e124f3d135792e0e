package lint

import (
	"encoding/hex"
	"hash/fnv"
	"strings"
)

// Fingerprint tells a finding from others by what it is about, not by where it stands: edits elsewhere in the file leave
// it as it is. Two findings of one file can have the same fingerprint.
type Fingerprint struct {
	Rule   string // name
	Before string // the last two words of the line before the span
	Text   string // of the span; a long one is cut and ends with a hash of the whole
	After  string // the first two words of the line behind the span
}

// Fingerprint returns the fingerprint of the finding.
func (f *Finding) Fingerprint() Fingerprint {
	before, after := strings.Fields(f.At.Before), strings.Fields(f.At.After)
	before = before[max(0, len(before)-contextWords):]
	after = after[:min(len(after), contextWords)]
	return Fingerprint{f.Rule.Name, strings.Join(before, " "), shortened(f.At.Text), strings.Join(after, " ")}
}

// contextWords is how many words on either side of a span belong to its fingerprint.
const contextWords = 2

// shortened returns s where it is short, else how it begins and a hash of it.
func shortened(s string) string {
	head, cut := firstRunes(s, maxFingerprint)
	if !cut {
		return s
	}
	return head + "…" + sum(s)
}

// maxFingerprint is the length of the longest text that stands whole in a fingerprint, in characters.
const maxFingerprint = 80

// Sum returns a hash of the fingerprint and of what else is to be told apart, 32 hexadecimal digits.
func (f Fingerprint) Sum(more ...string) string {
	return sum(append([]string{f.Rule, f.Before, f.Text, f.After}, more...)...)
}

func sum(parts ...string) string {
	h := fnv.New128a()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))
}

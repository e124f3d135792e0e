package read

import (
	"html"
	"strings"
)

// entity returns the characters that the reference at the start of s, which begins with &, stands for, and its length;
// 0 when it is an ampersand of the text. In the value of an attribute some references need their semicolon.
func entity(s string, inAttribute bool) (decoded string, n int) {
	n = entityLen(s)
	if n == 0 {
		return "", 0
	}
	for ; n > 2; n-- { // without a semicolon the longest name that there is counts: &notit is ¬it
		whole, less := html.UnescapeString(s[:n]), html.UnescapeString(s[:n-1])
		if whole != less+s[n-1:n] {
			decoded = whole
			break
		}
		if s[n-1] != ';' && len(less) == n-1 && n > maxBareEntity {
			n = maxBareEntity
		}
	}
	if n <= 2 || inAttribute && s[n-1] != ';' && n < len(s) && (s[n] == '=' || isAlphanumeric(s[n])) {
		return "", 0
	}
	return decoded, n
}

// maxBareEntity is the length of the longest reference that needs no semicolon, &Aacute, and a byte more.
const maxBareEntity = 8

// entityLen returns the length of what looks like a reference at the start of s, with its semicolon.
func entityLen(s string) int {
	i := 1
	if strings.HasPrefix(s[1:], "#") {
		i++
		if i < len(s) && s[i]|0x20 == 'x' {
			i++
		}
	}
	from := i
	for i < len(s) && i < maxEntity && isAlphanumeric(s[i]) {
		i++
	}
	if i == from {
		return 0
	}
	if i < len(s) && s[i] == ';' {
		i++
	}
	return i
}

// maxEntity is more than the length of the longest reference, &CounterClockwiseContourIntegral;.
const maxEntity = 40

func isAlphanumeric(c byte) bool { return isLetter(c) || c-'0' < 10 }

package garble

import (
	"strings"

	"mtlint/lint"
)

// computing holds compounds that programmers write as one word and word lists have not, in the singular.
var computing = lint.WordSet("localhost framebuffer vertexbuffer batchbuffer changeset frozenset stacktrace stackframe classmethod staticmethod chipselect mailinglist pixelformat colorscheme colourscheme buildsystem clocksource timeslice crashdump crashkernel localpart localstorage threadlocal socketpair statemachine eraseblock writecache fetchmail truststore screencast namespace titlecased namespaced portscanning writeonly")

// isComputing reports whether token i is a compound of computing, or its plural: localhost, framebuffers.
func isComputing(d *lint.Document, i int) bool {
	word, _ := mainPart(d.Fold(i))
	return computing[word] || computing[strings.TrimSuffix(word, "s")]
}

// isSpokenOf reports whether quotation marks hold token i alone, or a call of it follows: the option 'virtualedit',
// localtime(). Names of variables look so.
func isSpokenOf(d *lint.Document, i int) bool {
	if i+1 >= len(d.Tokens) || !d.Glued(i+1) {
		return false
	}
	return d.TokenText(i+1) == "(" || d.Tokens[i+1].Kind == lint.Quote && i > 0 && d.Tokens[i-1].Kind == lint.Quote && d.Glued(i)
}

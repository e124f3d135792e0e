package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"mtlint/lint"
)

// Profiles are the names of the genres that Profile knows.
func Profiles() []string { return slices.Sorted(maps.Keys(profiles)) }

// Profile returns what is reasonable for a genre, as lint.Config takes it: which rules do not run there, and which find
// no more than what is worth a look.
func Profile(name string) (map[string]lint.Bounds, error) {
	p, ok := profiles[name]
	if !ok {
		return nil, fmt.Errorf("unknown profile %q: want %s", name, strings.Join(Profiles(), ", "))
	}
	return p, nil
}

// off and look are the bounds that profiles set.
var (
	off  = lint.Bounds{Off: true}
	look = lint.Bounds{Most: lint.Info}
)

// profiles are measured on original English of the genre: docs/levels.md has the figures.
var profiles = map[string]map[string]lint.Bounds{
	// Edited articles: what the levels of the rules are measured on.
	"news": {},
	// Pages saved whole: headlines of other articles, menus and teasers stand between the paragraphs.
	"web": {
		"repetition/line":           look,
		"repetition/sentence":       look,
		"repetition/refrain":        look,
		"repetition/near-duplicate": look,
		"repetition/similar-line":   look,
		"leftover/truncated":        look,
		"leftover/orphan-word":      look,
		"leftover/widget":           look,
		"leftover/notice":           look,
		"leftover/site-name":        look,
		"leftover/caption-credit":   look,
		"leftover/page-code":        look,
		"casing/lower-start":        look,
		"casing/lower-paragraph":    look,
		"consistency":               off,
	},
	// Posts, reviews and chat: people write as they type.
	"social": {
		"casing":                     off,
		"consistency":                off,
		"spacing/before-mark":        off,
		"spacing/after-mark":         off,
		"spacing/two-dot":            off,
		"spacing/mark-stack":         off,
		"spacing/doubled-mark":       off,
		"spacing/bracket":            off,
		"spacing/comma-splice":       look,
		"spacing/question-stop":      look,
		"garble/sentence-join":       off,
		"names/lower-part":           off,
		"names/lowercase":            off,
		"numbers/spaced-symbol":      look,
		"wording/indefinite-article": look,
		"wording/leading-and":        off,
		"quotes/unbalanced":          look,
		"quotes/lost-apostrophe":     look,
		"brackets/unbalanced":        look,
		"repetition/word":            look,
		"repetition/line":            look,
		"repetition/sentence":        look,
		"repetition/similar-line":    look,
	},
	// Manuals, references and change logs: code, names of options and lists that repeat themselves on purpose.
	"docs": {
		"brackets/glued":             look,
		"brackets/unbalanced":        look,
		"casing/after-semicolon":     look,
		"casing/half-name":           look,
		"casing/lost-stop":           look,
		"casing/lower-item":          look,
		"casing/lower-paragraph":     off,
		"casing/lower-proper":        look,
		"casing/lower-start":         off,
		"casing/phrase-capital":      look,
		"casing/shouted-word":        look,
		"casing/small-pronoun":       look,
		"casing/stray-capital":       look,
		"consistency/date-style":     look,
		"consistency/percent":        look,
		"consistency/place-noun":     look,
		"encoding/entity":            look,
		"encoding/lost-letter":       look,
		"encoding/model-token":       look,
		"encoding/placeholder":       look,
		"encoding/shortcode":         look,
		"encoding/tag":               look,
		"encoding/untranslated":      look,
		"garble/camel-join":          off,
		"garble/digit-in-word":       off,
		"garble/digit-join":          off,
		"garble/drop-cap":            look,
		"garble/function-join":       look,
		"garble/hyphenation":         look,
		"garble/sentence-join":       look,
		"garble/split-word":          look,
		"garble/word-join":           look,
		"leftover/caption-credit":    look,
		"leftover/fused-source":      look,
		"leftover/notice":            look,
		"leftover/orphan-word":       off,
		"leftover/page-code":         off,
		"leftover/site-name":         look,
		"leftover/truncated":         off,
		"leftover/widget":            look,
		"names/apostrophe":           look,
		"names/diacritic":            look,
		"names/hyphen":               look,
		"names/lower-part":           look,
		"names/lowercase":            off,
		"names/variant":              look,
		"numbers/doubled-currency":   look,
		"numbers/spaced-symbol":      look,
		"quotes/adjacent":            off,
		"quotes/doubled":             look,
		"quotes/glued":               look,
		"quotes/inner-stop":          look,
		"quotes/lost-stop":           look,
		"quotes/misplaced":           look,
		"quotes/misspaced":           look,
		"quotes/mixed-style":         look, // generators of cross-references write curly ones
		"quotes/nested":              look,
		"quotes/spaced":              look,
		"quotes/stray":               look,
		"quotes/unbalanced":          look,
		"repetition/gloss-duplicate": look,
		"repetition/line":            off,
		"repetition/list-item":       look,
		"repetition/loop":            look,
		"repetition/name":            look,
		"repetition/near-duplicate":  off,
		"repetition/phrase":          look,
		"repetition/refrain":         off,
		"repetition/root":            look,
		"repetition/self-gloss":      look,
		"repetition/sentence":        off,
		"repetition/similar-line":    off,
		"repetition/varied-loop":     look,
		"repetition/x-and-x":         off,
		"repetition/x-of-x":          look,
		"spacing/after-mark":         look,
		"spacing/before-mark":        look,
		"spacing/bracket":            look,
		"spacing/doubled-mark":       look,
		"spacing/edge-comma":         look,
		"spacing/empty-brackets":     off,
		"spacing/hyphen":             look,
		"spacing/mark-stack":         look,
		"spacing/question-stop":      look,
		"spacing/two-dot":            look,
		"wording/how-to-question":    look,
		"wording/indefinite-article": look,
	},
}

package lexicon

import (
	"strings"

	"mtlint/lint"
)

// Function is the set of closed word classes that an English word belongs to. The zero Function is a content word.
type Function uint16

// The closed word classes.
const (
	Article     Function = 1 << iota // a an the
	Determiner                       // this any every no
	Possessive                       // my his their
	Pronoun                          // he it who something
	Preposition                      // of in with
	Conjunction                      // and but because
	Auxiliary                        // is has will
	Adverb                           // then however not
)

// Functions is the closed word classes of every word form of a document, by lint.FormID.
var Functions = lint.NewFact("functions", func(d *lint.Document) []Function {
	forms := d.Forms
	out := make([]Function, len(forms))
	for f := range out {
		if hash := forms[f].Hash; functionWords.MayHave(hash) {
			out[f] = functionWords.Get(hash)
		}
	}
	return out
})

// FunctionAt returns the closed word classes of token i, 0 when it is no word.
func FunctionAt(d *lint.Document, i int) Function {
	if f := d.Tokens[i].Form; f != lint.NoForm {
		return Functions.Of(d)[f]
	}
	return 0
}

// FunctionOf returns the closed word classes of a word given in lower case.
func FunctionOf(lower string) Function { return functionWords.Get(lint.Hash(lower)) }

var functionWords = func() *FormTable[Function] {
	t := new(FormTable[Function])
	for f, words := range map[Function]string{
		Article:     "a an the",
		Determiner:  "this that these those any some every each no all both either neither another such much many few several most enough which what whose",
		Possessive:  "my your his her its our their",
		Pronoun:     "i you he she it we they me him them us this that these those who whom which what mine yours hers ours theirs myself yourself himself herself itself ourselves themselves someone something anyone anything everyone everything nobody nothing none one",
		Preposition: "of in on at by for with from to into onto upon about above across after against along among amid around as before behind below beneath beside besides between beyond despite down during except inside near off out outside over past per since than through throughout toward towards under until till up via within without regarding concerning including according like unlike",
		Conjunction: "and or but nor so yet because although though while whereas if unless until when whenever where wherever whether since as than that after before once",
		Auxiliary:   "is are was were be been being am has have had having do does did will would shall should can could may might must cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't",
		Adverb:      "not then there here now thus hence therefore however moreover furthermore meanwhile nevertheless nonetheless otherwise instead also too only even still just already again ever never perhaps rather quite very often soon later earlier previously afterwards finally currently recently consequently accordingly subsequently additionally similarly likewise indeed",
	} {
		for _, w := range strings.Fields(words) {
			*t.Set(lint.Hash(w)) |= f
		}
	}
	return t
}()

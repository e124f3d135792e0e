// Package names holds the rules on the spelling of names: in goes a document, out come names that are written in more
// than one way.
//
//	tokens → Mentions (mention.go): every capitalised word that may be a name, with its context
//	       → types: the mentions grouped by their folded spelling (fold.go)
//	       → pairs of similar types (pairs.go, distance.go), less those that are two names (guard.go, endings.go, pinyin.go)
//	       → evidence for and against one name (evidence.go, and source.go of the text beside it) → findings
//
// A rule on names begins with Mentions.Of(doc). Names of several words are runs (runs.go); those of a corpus are compared in
// folder.go and listed by list.go and merge.go, and settled.go has what a names file says of them.
package names

package spacing

import (
	_ "embed"
	"sync"

	"mtlint/lint"
)

// compounds returns common compounds that are written with a hyphen, besides those that hyphen.go makes of their parts.
// A new one is a line of the file.
var compounds = sync.OnceValue(func() map[string]bool { return lint.WordSet(compoundLines) })

//go:embed data/compounds.txt
var compoundLines string

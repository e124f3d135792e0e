package main

import (
	"os"

	"golang.org/x/term"
)

// defaultWidth is the width of output that goes to no terminal, in columns.
const defaultWidth = 80

// terminalWidth returns how many columns the output has.
func terminalWidth(out *os.File) int {
	if w, _, err := term.GetSize(int(out.Fd())); err == nil && w > 0 {
		return w
	}
	return defaultWidth
}

// useColor reports whether the output is to be coloured: always, never, or on a terminal unless NO_COLOR or TERM=dumb
// say otherwise.
func useColor(when string, terminal bool) bool {
	if when != "auto" {
		return when == "always"
	}
	return terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

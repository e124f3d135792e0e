package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// defaultWidth is the width of output that goes to no terminal, in columns.
const defaultWidth = 80

// terminalWidth returns how many columns the output has.
func terminalWidth(out io.Writer) int {
	if f, ok := out.(descriptor); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return w
		}
	}
	return defaultWidth
}

// descriptor is what the system knows under a number, as a file.
type descriptor interface{ Fd() uintptr }

// useColor reports whether the output is to be coloured, and has a console show colours.
func useColor(when string, out io.Writer) bool {
	return wantsColor(when, isTerminal(out)) && (showColors(out) || when == "always")
}

// wantsColor reports whether the output is to be coloured: always, never, or on a terminal unless NO_COLOR or TERM=dumb
// say otherwise.
func wantsColor(when string, terminal bool) bool {
	if when != "auto" {
		return when == "always"
	}
	return terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

func isTerminal(out io.Writer) bool {
	f, ok := out.(descriptor)
	return ok && term.IsTerminal(int(f.Fd()))
}

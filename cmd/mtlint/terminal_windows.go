package main

import (
	"io"

	"golang.org/x/sys/windows"
)

// showColors has the console that the output goes to take escape sequences for colours, and reports whether it does.
func showColors(out io.Writer) bool {
	f, ok := out.(descriptor)
	if !ok {
		return false
	}
	console := windows.Handle(f.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(console, &mode); err != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}

//go:build !windows

package main

import "io"

// showColors reports whether a terminal takes escape sequences for colours: all do.
func showColors(io.Writer) bool { return true }

// Package dates holds the rules on calendar dates: in goes a document, out come dates that the engine left half
// translated, wrote twice or could not have found in the source.
//
// The rules share three facts: where the months and the days of the week are named, and the dates that are well written.
// A broken date is repaired in the form of the good ones.
package dates

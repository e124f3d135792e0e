// Package suppression holds the rules about the comments that suppress findings.
package suppression

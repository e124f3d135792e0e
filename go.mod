module mtlint

go 1.26.8

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/google/go-cmp v0.7.0
	golang.org/x/text v0.43.0
	golang.org/x/tools v0.52.0
)

package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"

	"mtlint/lint"
)

// tuneGC lets a small heap grow before it is collected and collects a large one often, unless the environment says
// otherwise. Measured: a file of 10 MB with 20,000 findings takes 107 MB, in the time that it takes without a limit.
func tuneGC() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	limitMemory(memoryLimit)
}

// withRoom sets the memory limit by what is linted: a file may need more, and at the limit most time would go into
// collecting; of records only the longest counts.
func withRoom(c lint.Corpus) lint.Corpus {
	return func(yield func(lint.Source) bool) {
		longest := 0 // record
		for src := range c {
			if src.In == "" {
				src.Read = readWithRoom(src.Read)
			} else if n := max(len(src.Data), 1<<20); n > longest {
				longest = n
				limitMemory(recordLimit + int64(longest))
			}
			if !yield(src) {
				return
			}
		}
	}
}

// readWithRoom returns a reader of a file, or of a section, that sets the memory limit by what is in use: the file, and the
// findings in it.
func readWithRoom(read func() (*lint.Document, error)) func() (*lint.Document, error) {
	return func() (*lint.Document, error) {
		d, err := read()
		if d == nil {
			return d, err
		}
		makeRoom(len(d.File.Content))
		if d.Rest != nil {
			d.Rest = readWithRoom(d.Rest)
		}
		return d, err
	}
}

// makeRoom sets the memory limit by what is in use, at least size bytes. Where that is much, so is the room: to collect
// the findings of a large file over and over for a little garbage took most of the time.
func makeRoom(size int) {
	inUse := max(int64(size), liveMemory())
	limitMemory(max(memoryLimit, inUse+max(memoryRoom, inUse/memoryShare)))
}

// liveMemory returns how many bytes were in use when the memory was collected last.
func liveMemory() int64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return int64(live[0].Value.Uint64())
}

// limitMemory sets the soft limit of the memory, unless the environment does. Setting it stops every core for a moment,
// and most files leave it as it is.
func limitMemory(limit int64) {
	if os.Getenv("GOMEMLIMIT") == "" && limitSet.Swap(limit) != limit {
		debug.SetMemoryLimit(limit)
	}
}

var limitSet atomic.Int64 // the limit set last

const (
	gcPercent   = 400
	memoryLimit = 100 << 20 // bytes; a soft limit
	memoryRoom  = 36 << 20  // bytes beside what is in use, or
	memoryShare = 3         // this part of it, where that is more
	recordLimit = 36 << 20  // bytes; a soft limit beside the longest record of a file of records
)

// listLimit is the memory limit of a list, in bytes: it holds the names of all articles until the last is read. Measured:
// 20,000 articles of 5 kB take 240 MB, 100,000 take 530 MB, in linear time.
const listLimit = 512 << 20

package lint

import (
	"math"
	"slices"
)

// SourceBlocks is, for every block of a document, the blocks of its source that it was translated from, as a range of
// indexes into Document.Source.Blocks; nil for a document without a source. Where both have as many blocks they go
// together one by one; else the alignment is the likeliest by the lengths of the blocks and the numbers in them, after
// Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993).
var SourceBlocks = NewFact("source blocks", func(d *Document) []Range {
	switch {
	case d.Source == nil:
		return nil
	case len(d.Blocks) == len(d.Source.Blocks):
		out := make([]Range, len(d.Blocks))
		for i := range out {
			out[i] = Range{i, i + 1}
		}
		return out
	}
	return newAligner(d).align()
})

// aligner finds the likeliest alignment of the blocks of a document with those of its source.
type aligner struct {
	own, source []alignedBlock
	ratio       float64 // length of the source over that of the document
	reach       int     // how far from the diagonal the alignment may go, in blocks of the source
}

// alignedBlock is what tells which blocks belong together.
type alignedBlock struct {
	length  float64  // bytes
	numbers []string // sorted
}

// step is a way to go on in an alignment: so many blocks of the document for so many of the source.
type step struct {
	own, source int
	cost        float64 // -log of how often it occurs
}

// steps holds the steps; their costs are those of the paper.
var steps = [...]step{{1, 1, 0.12}, {1, 0, 4.6}, {0, 1, 4.6}, {2, 1, 2.4}, {1, 2, 2.4}, {2, 2, 4.5}}

const (
	minReach     = 100
	maxCells     = 1 << 21 // of the table, about
	lengthSpread = 6.8     // variance of the length of a translation, for a byte of the source
	numberPoints = 2.0     // what a number that both have is worth
	maxNumbers   = 3       // the most of them that count
)

func newAligner(d *Document) *aligner {
	a := &aligner{own: alignedBlocks(d), source: alignedBlocks(d.Source)}
	total := func(blocks []alignedBlock) (sum float64) {
		for i := range blocks {
			sum += blocks[i].length
		}
		return sum
	}
	a.ratio = total(a.source) / max(total(a.own), 1)
	a.reach = max(minReach, min(2*max(len(a.own)-len(a.source), len(a.source)-len(a.own)), maxCells/max(len(a.own), 1)))
	return a
}

func alignedBlocks(d *Document) []alignedBlock {
	out := make([]alignedBlock, len(d.Blocks))
	for i, b := range d.Blocks {
		out[i].length = float64(d.Span(b.Range).Len())
	}
	block := 0
	for _, i := range d.Numbers {
		for d.Blocks[block].To <= int(i) {
			block++
		}
		out[block].numbers = append(out[block].numbers, d.TokenText(int(i)))
	}
	for i := range out {
		slices.Sort(out[i].numbers)
	}
	return out
}

// align returns the blocks of the source for every block of the document.
func (a *aligner) align() []Range {
	if len(a.own) == 0 {
		return nil
	}
	width := 2*a.reach + 1
	costs, last := make([]float64, (len(a.own)+1)*width), make([]int8, (len(a.own)+1)*width)
	for i := range costs {
		costs[i] = math.Inf(1)
	}
	at := func(i, j int) int { // index of the cell after i and j blocks; -1 for one out of reach
		if k := j - a.diagonal(i) + a.reach; i >= 0 && j >= 0 && k >= 0 && k < width {
			return i*width + k
		}
		return -1
	}
	costs[at(0, 0)] = 0
	for i := 0; i <= len(a.own); i++ {
		for j := max(0, a.diagonal(i)-a.reach); j <= min(len(a.source), a.diagonal(i)+a.reach); j++ {
			here := at(i, j)
			for s, step := range steps {
				from := at(i-step.own, j-step.source)
				if from < 0 || math.IsInf(costs[from], 1) {
					continue
				}
				cost := costs[from] + step.cost + a.cost(a.own[i-step.own:i], a.source[j-step.source:j])
				if cost < costs[here] {
					costs[here], last[here] = cost, int8(s)
				}
			}
		}
	}
	out := make([]Range, len(a.own))
	for i, j := len(a.own), len(a.source); i > 0 || j > 0; {
		s := steps[last[at(i, j)]]
		for k := i - s.own; k < i; k++ {
			out[k] = Range{j - s.source, j}
		}
		i, j = i-s.own, j-s.source
	}
	return out
}

// diagonal returns how many blocks of the source i blocks of the document are when all are alike.
func (a *aligner) diagonal(i int) int { return i * len(a.source) / max(len(a.own), 1) }

// cost returns how unlikely it is that blocks of the document are the translation of blocks of the source.
func (a *aligner) cost(own, source []alignedBlock) float64 {
	if len(own) == 0 || len(source) == 0 {
		return 0
	}
	x, y, shared := 0.0, 0.0, 0
	for i := range own {
		x += own[i].length
		for k := 0; k < len(own[i].numbers) && shared < maxNumbers; k++ {
			if slices.ContainsFunc(source, func(b alignedBlock) bool { return b.has(own[i].numbers[k]) }) {
				shared++
			}
		}
	}
	for i := range source {
		y += source[i].length
	}
	mean := (x*a.ratio + y) / 2
	delta := math.Abs(x*a.ratio-y) / math.Sqrt(lengthSpread*max(mean, 1))
	return -math.Log(max(math.Erfc(delta/math.Sqrt2), 1e-12)) - numberPoints*float64(shared)
}

// has reports whether the block has a number.
func (b *alignedBlock) has(number string) bool {
	_, ok := slices.BinarySearch(b.numbers, number)
	return ok
}

package lint

import "math/bits"

// Hash is the 64-bit hash of a folded word by which tables of words are looked up: the finalizer of MurmurHash3 over
// chunks of eight bytes, little-endian, the last filled up with zeros. Words of at most eight bytes, no zeros in them, have
// different hashes.
func Hash[T string | []byte](fold T) uint64 {
	h := hashSeed
	for ; len(fold) >= chunkLen; fold = fold[chunkLen:] {
		h = mix(h ^ (uint64(four(fold)) | uint64(four(fold[4:]))<<32))
	}
	switch n := len(fold); {
	case n >= 4: // two overlapping halves
		h = mix(h ^ (uint64(four(fold)) | uint64(four(fold[n-4:]))<<(8*(n-4))))
	case n > 0: // the first, the middle and the last, some of which may be one
		h = mix(h ^ (uint64(fold[0]) | uint64(fold[n/2])<<(8*(n/2)) | uint64(fold[n-1])<<(8*(n-1))))
	}
	return h
}

// four returns the first four bytes of s as one number.
func four[T string | []byte](s T) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

const (
	hashSeed = uint64(14695981039346656037)
	chunkLen = 8
)

// chunk returns the first eight bytes of s as one number.
func chunk(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// mix is the finalizer of MurmurHash3. It gives different numbers for different numbers.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// letterRun reads the ASCII letters that s begins with: how many they are, how they are cased, and the hash of their lower
// case.
func letterRun(s string) (n int, c Case, h uint64) {
	if len(s) >= chunkLen {
		v := chunk(s)
		switch n, letters := lettersOf(v); n {
		case 0:
			return 0, NoCase, hashSeed
		case chunkLen:
		default:
			return n, caseOf(^v&caseBits&letters, letters), mix(hashSeed ^ (v|caseBits)&letters)
		}
	}
	return longLetterRun(s)
}

// caseOf returns the case of a word of at most eight letters that has the given letters, of which some are capital.
func caseOf(capitals, letters uint64) Case {
	switch capitals {
	case 0:
		return Lower
	case 0x20:
		return Title
	case letters & caseBits:
		return Upper
	}
	return Mixed
}

// longLetterRun is letterRun for words of eight letters and more, and at the end of the text.
func longLetterRun(s string) (n int, c Case, h uint64) {
	h = hashSeed
	uppers := 0
	for len(s)-n >= chunkLen {
		v := chunk(s[n:])
		more, letters := lettersOf(v)
		if more > 0 {
			h = mix(h ^ (v|caseBits)&letters)
		}
		uppers += bits.OnesCount64(^v & caseBits & letters)
		n += more
		if more < chunkLen {
			return n, caseOfLong(s[:n], uppers), h
		}
	}
	v, start := uint64(0), n
	for ; n < len(s) && isASCIILetter(s[n]); n++ {
		v |= uint64(s[n]|0x20) << (8 * (n - start))
		uppers += int(^s[n]) >> 5 & 1
	}
	if n > start {
		h = mix(h ^ v)
	}
	return n, caseOfLong(s[:n], uppers), h
}

// caseOfLong returns the case of a word of ASCII letters of which some are capital.
func caseOfLong(word string, uppers int) Case {
	switch {
	case word == "":
		return NoCase
	case uppers == 0:
		return Lower
	case uppers == 1 && isASCIIUpper(word[0]):
		return Title
	case uppers == len(word):
		return Upper
	}
	return Mixed
}

const (
	highBits = uint64(0x8080808080808080)
	caseBits = uint64(0x2020202020202020)
	lowBits  = uint64(0x0101010101010101)
)

// lettersOf returns how many ASCII letters v, eight bytes of text, begins with, and a number with all bits of their bytes.
func lettersOf(v uint64) (n int, letters uint64) {
	others := letterBits(v) ^ highBits
	return int(uint(bits.TrailingZeros64(others)) / 8), (others&-others)>>7 - 1
}

// letterBits returns a number whose bytes have the high bit where c has an ASCII letter, and no other bit.
func letterBits(c uint64) uint64 {
	lower := (c | caseBits) &^ highBits
	return (lower + lowBits*(0x80-'a')) &^ (lower + lowBits*(0x80-'z'-1)) &^ c & highBits
}

package names

// sieve tells by their hash that words are not in a set: nearly all, without a look into the set. It has one bit for
// every hash.
type sieve [64]uint64

func (s *sieve) add(hash uint64) { s[hash>>58] |= 1 << (hash >> 52 % 64) }

// mayHave reports whether a word with the hash may be in the set.
func (s *sieve) mayHave(hash uint64) bool { return s[hash>>58]>>(hash>>52%64)&1 != 0 }

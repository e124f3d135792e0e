package lint

// Token is one word, number, mark or symbol of a text. White space is never part of a token nor a token itself, so the
// word before is Tokens[i-1], two tokens are glued when Start equals the other's End, and what stands between them is
// Text[a.End:b.Start].
type Token struct {
	Start, End int32  // bytes of Document.Text
	Form       FormID // index into Document.Forms; NoForm unless Kind is Word
	Kind       Kind
	Case       Case
	Script     Script
	plain      bool // a word of ASCII letters, hyphens and apostrophes
}

// Span returns the bytes of the token.
func (t Token) Span() Span { return Span{int(t.Start), int(t.End)} }

// Len returns the length of the token in bytes.
func (t Token) Len() int { return int(t.End - t.Start) }

// FormID numbers the distinct word forms of one document in the order of their first occurrence.
type FormID int32

// NoForm is the FormID of a token that is no word.
const NoForm FormID = -1

// Form is one distinct word form of a document, its case and the shape of its apostrophes set aside.
type Form struct {
	Fold  string // lower case, apostrophes of every shape as '
	Hash  uint64 // Hash(Fold)
	Count int32  // how often it occurs
	Lower int32  // how often it occurs wholly in lower case
	place int32  // where its occurrences end in Document.places
}

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Symbol  Kind = iota // anything else: $ % + emoji
	Word                // letters with inner hyphens, apostrophes, ayin and hamza: al-Wala’i, U.S., COVID-19
	Number              // digits with inner separators and ordinal ending: 3,500 4.5 21st
	Punct               // . , ; : ? ! - – — / … and their foreign counterparts; a run of dots or hyphens is one token
	Quote               // quotation marks of any script, never apostrophes
	Bracket             // ( ) [ ] { } and their foreign counterparts
	Code                // URL, e-mail address, domain, file name, hashtag, handle, identifier; Object
)

// Case says how the letters of a token are cased.
type Case uint8

// The cases. A part is what stands between hyphens and apostrophes.
const (
	NoCase Case = iota // no cased letters
	Lower              // all letters lower
	Title              // capital first, further capitals only at the start of a part: Biden, O’Brien, Al-Wali, A
	Upper              // two or more letters, all capital
	Mixed              // anything else: al-Wala’i, iPhone, McDonald
)

// Script is the writing system of a token's letters.
type Script uint8

// The scripts that rules tell apart.
const (
	NoScript Script = iota // no letters
	Latin
	Cyrillic
	Greek
	Arabic
	Hebrew
	Han
	Kana
	Hangul
	OtherScript
	MixedScript // letters of more than one script, Han and Kana counting as one
)

func (k Kind) String() string {
	return [...]string{"symbol", "word", "number", "punct", "quote", "bracket", "code"}[k]
}

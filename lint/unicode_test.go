package lint

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/language"
)

// ucdTexts returns the texts of a Unicode test file and the boundaries inside each, as byte offsets.
func ucdTexts(t *testing.T, name string) (texts []string, boundaries [][]int) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "ucd", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		var text strings.Builder
		var ends []int
		for _, field := range strings.Fields(lines.Text()) {
			switch field {
			case "÷":
				ends = append(ends, text.Len())
			case "×":
			default:
				r, err := strconv.ParseUint(field, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				text.WriteRune(rune(r))
			}
		}
		texts = append(texts, text.String())
		boundaries = append(boundaries, ends[1:])
	}
	return texts, boundaries
}

// randomText returns n pieces of what makes boundaries hard.
func randomText(rnd *rand.Rand, n int) string {
	pieces := []string{
		"a", "B", "word", "Word", "é", "É", "e\u0301", "ß", "中", "。", "か", "ع", "؟", "א", "ж", "1", "23", "½", " ", " ", " ", "\u00A0", "\u2009", "\n", "\r\n", "\r", "\u2028", "\u0085",
		".", ".", "..", "...", "…", "?", "!", ",", ";", ":", "-", "—", "–", "'", "’", "‘", "`", "\"", "“", "”", "(", ")", "[", "]", "«", "»", "/", "&", "@", "#", "_", "%", "$",
		"\u00AD", "\u200B", "\u200D", "\uFEFF", "\u0301", "ʿ", "😀", "👩\u200D👩", "🇮🇶", "·", "․", "﹒", "U.S.", "a.m.", "Dr.", "No.", "www.a.com", "\uFFFD", "\x00", "\u2060",
	}
	var b strings.Builder
	for range n {
		b.WriteString(pieces[rnd.IntN(len(pieces))])
	}
	return b.String()
}

// testTexts returns the texts of a Unicode test file and random ones.
func testTexts(t *testing.T, name string) []string {
	texts, _ := ucdTexts(t, name)
	if len(texts) < 500 {
		t.Fatalf("%d texts in %s, want at least 500", len(texts), name)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		texts = append(texts, randomText(rnd, 1+rnd.IntN(40)))
	}
	return texts
}

// sentenceBreaks passes over most of the text, and yet finds the boundaries of UAX #29.
func TestSentenceBreaksAreUAX29(t *testing.T) {
	for _, text := range testTexts(t, "SentenceBreakTest.txt") {
		var want, got []int
		for it := sentences.FromString(text); it.Next(); {
			want = append(want, it.End())
		}
		// Blocks have no line ends inside: appendSentences makes them spaces.
		if strings.ContainsAny(text, "\r\n") {
			continue
		}
		tok := newTokenizer(text, new(memory))
		tok.block(Span{0, len(text)})
		u := sentenceBreaks{block: text, tokens: tok.tokens, odd: tok.odd}
		for u.next < len(text) {
			u.advance()
			got = append(got, u.next)
		}
		if !slices.Equal(got, want) {
			t.Errorf("sentences of %+q end at %v, want %v", text, got, want)
		}
	}
}

func TestSentenceBreakTest(t *testing.T) {
	texts, want := ucdTexts(t, "SentenceBreakTest.txt")
	for i, text := range texts {
		var got []int
		for it := sentences.FromString(text); it.Next(); {
			got = append(got, it.End())
		}
		if !slices.Equal(got, want[i]) {
			t.Errorf("%+q: %v, want %v", text, got, want[i])
		}
	}
}

// A token begins and ends at a boundary of UAX #29, unless the text is split there on purpose.
func TestTokenBoundariesAreUAX29(t *testing.T) {
	for _, text := range testTexts(t, "WordBreakTest.txt") {
		d := wholeDocument(text)
		boundary := map[int]bool{0: true}
		for it := words.FromString(text); it.Next(); {
			boundary[it.End()] = true
		}
		for _, tok := range d.Tokens {
			for _, at := range []int{int(tok.Start), int(tok.End)} {
				if !boundary[at] && !isSplit(text, at) {
					t.Errorf("%+q: token %+q has an end at %d inside a word of UAX #29", text, d.Slice(tok.Span()), at)
				}
			}
		}
		if err := checkTokens(d); err != nil {
			t.Errorf("%+q: %v", text, err)
		}
	}
}

// isSplit reports whether the text may be split at offset inside a word of UAX #29: beside white space, at the ends of
// an address, and beside a full stop, colon or middle dot that joins words.
func isSplit(text string, offset int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:offset])
	after, _ := utf8.DecodeRuneInString(text[offset:])
	return unicode.IsSpace(before) || unicode.IsSpace(after) || strings.ContainsRune(".:·", before) || strings.ContainsRune(".:·", after) ||
		isCodeAround(text, offset)
}

// isCodeAround reports whether the stretch without white space around offset is an address.
func isCodeAround(text string, offset int) bool {
	start := strings.LastIndexFunc(text[:offset], unicode.IsSpace) + 1
	end := strings.IndexFunc(text[offset:], unicode.IsSpace)
	if end < 0 {
		end = len(text) - offset
	}
	core := trimMarks(text, Span{start, offset + end})
	return core.Len() > 0 && (core.Start == offset || core.End == offset)
}

// wholeDocument makes a document of one block.
func wholeDocument(text string) *Document {
	return NewDocument(&File{Content: text}, text, nil, []BlockSpan{{Span{0, len(text)}, Paragraph}}, language.English)
}

// checkTokens says what is wrong with the tokens, sentences and blocks of a document.
func checkTokens(d *Document) error {
	at := 0
	for i, tok := range d.Tokens {
		switch {
		case int(tok.Start) < at || tok.End <= tok.Start || int(tok.End) > len(d.Text):
			return fmt.Errorf("token %d at %v is out of order behind %d", i, tok.Span(), at)
		case !utf8.RuneStart(d.Text[tok.Start]) || int(tok.End) < len(d.Text) && !utf8.RuneStart(d.Text[tok.End]):
			return fmt.Errorf("token %d at %v cuts a character", i, tok.Span())
		case strings.TrimFunc(d.Text[at:tok.Start], isGap) != "":
			return fmt.Errorf("%+q before token %d is in no token", d.Text[at:tok.Start], i)
		case strings.ContainsFunc(d.Slice(tok.Span()), unicode.IsSpace):
			return fmt.Errorf("white space in token %+q", d.Slice(tok.Span()))
		case (tok.Form == NoForm) != (tok.Kind != Word) || int(tok.Form) >= len(d.Forms):
			return fmt.Errorf("token %+q of kind %v has form %d of %d", d.Slice(tok.Span()), tok.Kind, tok.Form, len(d.Forms))
		case tok.Kind == Word && d.Fold(i) != Fold(d.TokenText(i)):
			return fmt.Errorf("token %+q has form %+q", d.TokenText(i), d.Fold(i))
		}
		at = int(tok.End)
	}
	if rest := strings.TrimFunc(d.Text[at:], isGap); rest != "" {
		return fmt.Errorf("%+q at the end is in no token", rest)
	}
	return checkPartition(d)
}

func isGap(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' }

// checkPartition says where sentences and blocks do not follow each other from the first token to the last.
func checkPartition(d *Document) error {
	token, sentence := 0, 0
	for i, b := range d.Blocks {
		if b.From != token || b.To <= b.From || b.Sentences.From != sentence || b.Sentences.To <= sentence {
			return fmt.Errorf("block %d is %v of tokens and %v of sentences, want them to begin at %d and %d", i, b.Range, b.Sentences, token, sentence)
		}
		for ; sentence < b.Sentences.To; sentence++ {
			s := d.Sentences[sentence]
			if s.From != token || s.To <= s.From {
				return fmt.Errorf("sentence %d is %v, want it to begin at %d", sentence, s, token)
			}
			token = s.To
		}
		if token != b.To {
			return fmt.Errorf("block %d ends at token %d, its last sentence at %d", i, b.To, token)
		}
	}
	if token != len(d.Tokens) || sentence != len(d.Sentences) {
		return fmt.Errorf("blocks hold %d of %d tokens and %d of %d sentences", token, len(d.Tokens), sentence, len(d.Sentences))
	}
	return nil
}

// FuzzTokenize: any text has ordered tokens that leave out nothing but white space, and the same ones every time.
func FuzzTokenize(f *testing.F) {
	for _, s := range []string{"", "Dr. Smith’s “al-Wala’i” ‘no’.", "a\r\nb\rc\n\n- d", "www.a.com/x_y @b #c d@e.fr", "中国。か 😀 é e\u0301", "''``´´ '90s 'em 6'2\"", "\uFEFFa\u200Bb\u00AD", "a.b.c.d.e:f·g 1.2.3,4"} {
		f.Add(s)
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		f.Add(randomText(rnd, 30))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		d, again := wholeDocument(text), wholeDocument(text)
		if err := checkTokens(d); err != nil {
			t.Errorf("%+q: %v", text, err)
		}
		if !slices.Equal(d.Tokens, again.Tokens) || !slices.Equal(d.Sentences, again.Sentences) || !slices.Equal(d.Forms, again.Forms) {
			t.Errorf("%+q: read differently a second time", text)
		}
		for i := range d.Tokens {
			d.IsSentenceStart(i)
		}
	})
}

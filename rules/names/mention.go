package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Names is the names of a document.
type Names struct {
	Mentions []Mention // in the order of the text
	Types    []Type    // in the order of their first mention

	doc      *lint.Document
	byForm   []int32          // 1 + index into Types by the form that is Type.Fold; 0 is none
	others   map[string]int32 // index into Types by a Type.Fold that is no form of the document
	hyphened []int32          // indexes into Types of those whose Name has a hyphen
	sieve    lexicon.Sieve    // of Type.Fold

	functions []lexicon.Function // of the document
	telling   []bool             // by form: tellingForms
	unknown   float64            // share of the names that the word list does not know
}

// typeOf returns the type of a folded name.
func (n *Names) typeOf(fold string) (int32, bool) {
	if !n.sieve.MayHave(lint.Hash(fold)) {
		return 0, false
	}
	return n.typeWith(n.doc.FormOf(fold), fold)
}

// typeWith is typeOf for a folded name that is the given form, if it is any.
func (n *Names) typeWith(f lint.FormID, fold string) (int32, bool) {
	if f != lint.NoForm {
		return n.byForm[f] - 1, n.byForm[f] > 0
	}
	typ, ok := n.others[fold]
	return typ, ok
}

// Type is the mentions of one folded spelling.
type Type struct {
	Fold     string
	Name     string        // in lower case, as first written, without article and possessive
	Entry    lexicon.Entry // what the word list knows of the name without article and possessive
	Mentions []int32       // indexes into Names.Mentions, in the order of the text
	Inner    int           // mentions whose capital says name: those that have the article, and those that neither begin a sentence nor stand in a heading
	IsWord   bool          // also written in lower case in the document
	isMixed  bool          // a mention has a capital inside it, or begins in lower case with the article
	hash     uint64        // lint.Hash(Fold)
	sound    uint32        // soundOf what follows the first letter of Fold
}

// Mention is one capitalised word that may be a name or a part of one. Function words, titles and acronyms are none.
type Mention struct {
	lint.Span             // the name, without article and possessive
	Token     int         // index into Document.Tokens
	Type      int32       // index into Names.Types
	Sentence  int32       // index into Document.Sentences
	Prev      int32       // type of the name right before, as Mustafa is before Kazemi; -1 for none
	Next      int32       // type of the name right behind; -1 for none
	Title     lint.FormID // the title right before: Sheikh, President; lint.NoForm for none
	Particle  lint.FormID // the particle right before, written apart: bin, abu, de; lint.NoForm for none
	Article   int         // length in bytes of the article that is joined on, its hyphen counted: al-
	At        placeInText // how much its capital says
	Speaks    bool        // a verb of saying stands beside it
}

// placeInText says whether a capital is due to the place of a word.
type placeInText uint8

const (
	inner         placeInText = iota // inside a sentence: the capital is the name's own
	sentenceStart                    // behind a full stop, colon or opening quotation mark
	inHeading
)

// Mentions is the names of a document.
var Mentions = lint.NewFact("names", func(d *lint.Document) *Names {
	c := &collector{
		doc: d, functions: lexicon.Functions.Of(d), entries: lexicon.Entries.Of(d), forms: make([]formName, len(d.Forms)),
		according: d.FormOf("according"), also: d.FormOf("also"), pronounced: d.FormOf("pronounced"),
		names: &Names{doc: d, functions: lexicon.Functions.Of(d), telling: tellingForms(d), byForm: make([]int32, len(d.Forms)), others: make(map[string]int32)},
	}
	c.collect()
	c.names.group()
	return c.names
})

// collector gathers the names of a document.
type collector struct {
	doc       *lint.Document
	functions []lexicon.Function
	entries   []lexicon.Entry
	names     *Names
	forms     []formName // by lint.FormID, made on first use

	according, also, pronounced lint.FormID // the forms of these words
}

// formName is what all tokens of one word form share.
type formName struct {
	typ    int32 // of a name
	role   role
	asked  bool // what follows and typ are known
	plain  bool // letters alone: neither article nor possessive
	isName bool
}

// role is what a word form may be to the name behind it.
type role uint8

const (
	title     role = 1 << iota // stands before a name: Sheikh, Dr.
	noName                     // a title as it is listed
	particle                   // links the parts of a name
	saying                     // what the bearer of a name does: said
	knownRole                  // what the role is has been looked up
)

// collect appends the mentions of the document.
func (c *collector) collect() {
	d := c.doc
	c.names.Mentions, c.names.Types = make([]Mention, 0, len(d.Capitals)), make([]Type, 0, len(d.Forms)/2)
	block, sentence := 0, 0
	for _, k := range d.Capitals {
		i := int(k)
		t := &d.Tokens[i]
		if t.Case == lint.Upper {
			continue
		}
		f := c.form(t)
		if !f.isName || c.pronounced != lint.NoForm && c.isSound(i) {
			continue
		}
		for d.Sentences[sentence].To <= i {
			sentence++
		}
		for d.Blocks[block].To <= i {
			block++
		}
		c.word(i, sentence, f, d.Blocks[block].Kind.IsHeading())
	}
}

// isSound reports whether the word at i says how a name sounds: York (pronounced “Yor-vik”).
func (c *collector) isSound(i int) bool {
	i--
	if i > 0 && c.doc.Tokens[i].Kind == lint.Quote {
		i--
	}
	return i >= 0 && c.doc.Tokens[i].Form == c.pronounced
}

// group lists the mentions of every type, and notes the types in the sieve.
func (n *Names) group() {
	n.sieve = lexicon.NewSieve(len(n.Types))
	for i := range n.Types {
		n.sieve.Add(n.Types[i].hash)
	}
	counts := make([]int32, len(n.Types))
	for i := range n.Mentions {
		counts[n.Mentions[i].Type]++
	}
	rest := make([]int32, len(n.Mentions))
	for i, count := range counts {
		n.Types[i].Mentions, rest = rest[:0:count], rest[count:]
	}
	for i := range n.Mentions {
		t := &n.Types[n.Mentions[i].Type]
		t.Mentions = append(t.Mentions, int32(i))
	}
	n.unknown = n.unknownShare()
}

// minShared is the least number of names that a share is made of.
const minShared = 5

// unknownShare returns the share of the names, English words left out, that the word list does not know.
func (n *Names) unknownShare() float64 {
	all, unknown := 0, 0
	for i := range n.Types {
		if t := &n.Types[i]; len(t.Mentions) > 0 && !t.Entry.Word() && len(t.Fold) > 2 {
			all++
			if !t.Entry.Known() {
				unknown++
			}
		}
	}
	return float64(unknown) / float64(max(all, minShared))
}

// placeOf returns how much the capital of token i says, in a sentence that begins with token from.
func placeOf(d *lint.Document, i, from int, heading bool) placeInText {
	if heading {
		return inHeading
	}
	for i--; i >= from; i-- {
		switch t := &d.Tokens[i]; t.Kind {
		case lint.Word, lint.Number, lint.Code:
			return inner
		case lint.Quote, lint.Bracket, lint.Punct:
			if d.Text[t.Start] != ',' {
				return sentenceStart
			}
		}
	}
	return sentenceStart
}

// word appends the mention of token i, of a form that is a name, unless its capital is not that of a name.
func (c *collector) word(i, sentence int, f *formName, heading bool) {
	d := c.doc
	t := &d.Tokens[i]
	at, article := t.Span(), 0
	if !f.plain || t.Case != lint.Title {
		var ending int
		article, ending = nameAffixes(d.Text[t.Start:t.End])
		at = lint.Span{Start: at.Start + article, End: at.End - ending}
		if !isUpper(d.Text[at.Start:]) || t.Case == lint.Mixed && capitals(d.Slice(at)) > 2 {
			return
		}
	}
	if d.Text[at.End-1] >= utf8.RuneSelf && isMisread(d.Text, at.End) {
		return
	}
	n := len(c.names.Mentions)
	c.names.Mentions = c.names.Mentions[:n+1]
	m, from := &c.names.Mentions[n], d.Sentences[sentence].From
	m.Span, m.Token, m.Type, m.Sentence, m.Article = at, i, f.typ, int32(sentence), article
	m.Prev, m.Next, m.Title, m.Particle = -1, -1, lint.NoForm, lint.NoForm
	c.before(m, i, from)
	if m.At = placeOf(d, i, from, heading); m.At == sentenceStart && m.Title != lint.NoForm {
		m.At = inner // Dr. Fares
	}
	m.Speaks = c.speaks(i)
	typ := &c.names.Types[m.Type]
	if t.Case == lint.Mixed {
		typ.isMixed = true
	}
	if m.At == inner || article > 0 {
		typ.Inner++
	}
}

// speaks reports whether a verb of saying stands beside token i, or according to before it: Fares also said, according to Fares.
func (c *collector) speaks(i int) bool {
	return c.isSaying(i-1) || c.isSaying(i+1) || c.isForm(i+1, c.also) && c.isSaying(i+2) || c.isForm(i-2, c.according)
}

// isForm reports whether the document has a form, and token i is one of it.
func (c *collector) isForm(i int, f lint.FormID) bool {
	return f != lint.NoForm && i >= 0 && i < len(c.doc.Tokens) && c.doc.Tokens[i].Form == f
}

// isSaying reports whether token i is a verb of saying.
func (c *collector) isSaying(i int) bool {
	return i >= 0 && i < len(c.doc.Tokens) && c.doc.Tokens[i].Form != lint.NoForm && c.role(c.doc.Tokens[i].Form)&saying != 0
}

// isMisread reports whether the last letter of a word that ends at a byte is the first of a character that was read in
// the wrong encoding: Â or Ã, which end no word, or â before what no word is glued to.
func isMisread(text string, end int) bool {
	switch last, _ := utf8.DecodeLastRuneInString(text[:end]); last {
	case 'Â', 'Ã':
		return true
	case 'â':
		next, _ := utf8.DecodeRuneInString(text[end:])
		return 0x80 <= next && next < 0xC0
	}
	return false
}

// minModel is the length of the shortest name that a number is left off: shorter ones are no names without it.
const minModel = 3

// nameAffixes is affixes for a name that may be a model with a number, which then belongs to the ending: Shahed-136.
func nameAffixes(word string) (article, ending int) {
	article, ending = affixes(word)
	core := word[article : len(word)-ending]
	if i := strings.LastIndexByte(core, '-'); i >= minModel && strings.ContainsAny(core[i:], "0123456789") {
		ending += len(core) - i
	}
	return article, ending
}

// isUpper reports whether s begins with a capital letter.
func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// capitals counts the capital letters of s.
func capitals(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// before fills in what stands right before the last mention, that of token i: a particle, a title, a name.
func (c *collector) before(m *Mention, i, from int) {
	d := c.doc
	j := i - 1
	if j < from || !c.spaced(j) {
		return
	}
	if f := d.Tokens[j].Form; f != lint.NoForm && c.role(f)&particle != 0 {
		m.Particle = f
		if j--; j < from || !c.spaced(j) {
			return
		}
	}
	if d.Tokens[j].Kind == lint.Punct && j > from && d.Text[d.Tokens[j].Start] == '.' && d.Tokens[j-1].End == d.Tokens[j].Start {
		j-- // Dr. Smith
	}
	if f := d.Tokens[j].Form; f != lint.NoForm && c.role(f)&title != 0 {
		m.Title = f
		return
	}
	if n := len(c.names.Mentions) - 2; n >= 0 {
		if last := &c.names.Mentions[n]; last.Token == j && int(d.Tokens[j].End) == last.End {
			m.Prev, last.Next = last.Type, m.Type
		}
	}
}

// form returns what is known of the word form of a token.
func (c *collector) form(t *lint.Token) *formName {
	f := &c.forms[t.Form]
	if !f.asked {
		c.learn(t, f)
	}
	return f
}

// learn fills in what is known of the word form of a token.
func (c *collector) learn(t *lint.Token, f *formName) {
	fold := c.doc.Forms[t.Form].Fold
	f.asked = true
	if t.Script != lint.Latin || len(fold) < 2 || c.functions[t.Form] != 0 || c.role(t.Form)&noName != 0 {
		return
	}
	f.plain = isPlain(fold)
	name, folded, entry, id := fold, fold, c.entries[t.Form], t.Form
	if !f.plain {
		article, ending := nameAffixes(fold)
		name = fold[article : len(fold)-ending]
		if lexicon.FunctionOf(name) != 0 || isContraction(name) {
			return
		}
		folded = Fold(name)
		if entry = lexicon.Lookup(folded); !entry.Known() {
			entry = lexicon.Lookup(name)
		}
		id = c.doc.FormOf(folded)
	}
	f.isName, f.typ = true, c.typeOf(name, folded, id, entry)
	typ := &c.names.Types[f.typ]
	typ.IsWord = typ.IsWord || c.doc.Forms[t.Form].Lower > 0
}

// typeOf returns the type of a name in lower case, made when it is new; id is the form that the folded name is.
func (c *collector) typeOf(name, folded string, id lint.FormID, entry lexicon.Entry) int32 {
	n := c.names
	typ, ok := n.typeWith(id, folded)
	if ok {
		if t := &n.Types[typ]; !t.Entry.Known() {
			t.Entry = entry
		}
		return typ
	}
	typ = int32(len(n.Types))
	if id != lint.NoForm {
		n.byForm[id] = typ + 1
	} else {
		n.others[folded] = typ
	}
	if name != folded && strings.IndexByte(name, '-') > 0 {
		n.hyphened = append(n.hyphened, typ)
	}
	n.Types = append(n.Types, Type{Fold: folded, Name: name, Entry: entry, hash: c.hash(folded, id), sound: soundOf(folded[min(1, len(folded)):])})
	return typ
}

// hash returns the hash of a folded name, which is the given form if it is any.
func (c *collector) hash(folded string, id lint.FormID) uint64 {
	if id != lint.NoForm {
		return c.doc.Forms[id].Hash
	}
	return lint.Hash(folded)
}

// role returns what a word form may be to the name behind it.
func (c *collector) role(id lint.FormID) role {
	f := &c.forms[id]
	if f.role == 0 {
		f.role = knownRole | roleOf(c.doc, id)
	}
	return f.role
}

// roleOf looks the role of a word form up.
func roleOf(d *lint.Document, id lint.FormID) role {
	if hash := d.Forms[id].Hash; roleSieve.MayHave(hash) {
		return roles[hash]
	}
	return 0
}

// roles holds the particles and the titles, also those with their full stop, by their hash.
var roles, roleSieve = func() (map[uint64]role, lexicon.Sieve) {
	n := 2*len(titles) + len(particles) + len(sayings)
	set, sieve := make(map[uint64]role, n), lexicon.NewSieve(n)
	add := func(word string, r role) {
		hash := lint.Hash(word)
		set[hash] |= r
		sieve.Add(hash)
	}
	for word := range titles {
		add(word, title|noName)
		add(word+".", title)
	}
	for word := range particles {
		add(word, particle)
	}
	for word := range sayings {
		add(word, saying)
	}
	return set, sieve
}()

// isContraction reports whether a word in lower case ends in a clipped verb or not.
func isContraction(word string) bool {
	_, tail, ok := strings.Cut(word, "'")
	switch tail {
	case "t", "ve", "re", "ll", "d", "m":
		return ok
	}
	return false
}

// sayings holds the verbs of saying and thinking that a text gives to people.
var sayings = lint.WordSet("said says told tells added adds stated stressed stresses noted explained explains declared declares announced announces warned warns asked asks replied replies " +
	"recalled recalls admitted admits insisted insists believes believed thinks thought wrote writes claimed emphasized emphasised pointed continued concluded concludes confirmed revealed " +
	"argued argues commented remarked responded answered quoted")

// particles holds words that link the parts of a name and are written apart.
var particles = lint.WordSet("al el bin ibn ben bint abu abou abd abdul abdel umm de da di del della dos du la le van von der den ter af av zu")

// titles holds words that stand before a name and are no part of it.
var titles = lint.WordSet("mr mrs ms miss dr prof professor president minister premier chancellor secretary general gen colonel col major maj captain capt lieutenant lt sergeant sgt commander admiral " +
	"king queen prince princess duke emir sultan sheikh sheik shaykh shaikh sheykh sayyid sayyed seyyed ayatollah ayatullah imam mullah mulla mufti hajj haji pope bishop archbishop cardinal father sister brother rabbi saint st " +
	"sir lord lady dame senator sen governor gov mayor judge justice ambassador director chairman spokesman spokeswoman coach comrade rev reverend jr sr")

// spaced reports whether a single space parts token i from the next.
func (c *collector) spaced(i int) bool {
	a, b := int(c.doc.Tokens[i].End), int(c.doc.Tokens[i+1].Start)
	return b == a+1 && c.doc.Text[a] == ' '
}

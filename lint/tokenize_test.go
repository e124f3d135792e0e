package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// document reads a text as plain English.
func document(text string) *lint.Document {
	return read.Text(&lint.File{Path: "article.txt", Content: text}, language.English)
}

// Tokens are parted by white space, or by ¦ where they are glued.
var tokenCases = []string{
	// Names
	`al-Wala’i¦, al-Wala'i and al-Walaʿi met¦.`,
	`Abu Ala’ al-Wala’i spoke¦.`,
	`Sana'a¦, Qur’an¦, Ka‘ba and Shi` + "`" + `ite are words¦.`,
	`Saʿd¦, Raʾs and Muʼta are words¦.`,
	`‘Abd al-Rahman came¦.`,
	`the vote in Rabi‘ and the word¦‘ came¦.`,
	`ʿAbd al-Raḥmān came¦.`,
	`O’Brien and D'Angelo met N’Golo Kanté¦.`,
	`Kim Jong-un met Xi Jinping¦.`,
	`Jong‐un and al‑Wali met¦.`,
	`The al-Qa’ida-linked group left¦.`,
	`He met al-‘Abadi in Baghdad¦.`,
	`Jean-Claude d’Arc left¦.`,
	`Ste¦.¦-¦Foy`,
	`a rock ‘¦n¦’ roll era`,
	`rock 'n' roll`,
	`rock ’n’ roll`,
	`give 'em hell and ’tis so¦.`,
	`Zürich¦, Škoda¦, naïve café`,
	`İstanbul and Æsir`,

	// Contractions and possessives
	`don't won’t I'm we’re`,
	`the students' union`,
	`the Smiths’ house`,
	`Iraq’s army and Hamas’ men`,
	`the ’90s and the '80s`,
	`the 1990s and 1990’s`,

	// Quotation marks
	`“¦Yes¦,¦” he said¦.`,
	`‘¦Yes¦,¦’ he said¦.`,
	`'¦Yes¦,¦' he said¦.`,
	`"¦Yes¦,¦" he said¦.`,
	`“¦He said ‘¦no¦’ to me¦,¦” she said¦.`,
	`“¦He said ‘¦no¦’¦” she said¦.`,
	`‘¦The students’ union is closed¦,¦’ he said¦.`,
	`«¦Oui¦» „¦Ja¦“ 「¦日¦本¦」`,
	"``¦Yes¦'' he said¦.",
	`a ‘¦special operation¦’ began`,
	`the '¦fake news¦' line`,
	`He said¦: '¦Abandon ship¦!¦'`,
	`(¦yes¦)¦; [¦sic¦]`,

	// Numbers
	`3,500.25 and 4.5 and 0.5`,
	`21st¦, 2nd¦, 3rd¦, 4th`,
	`1,000th of 100s`,
	`2¦-¦0 and 10¦–¦12`,
	`a 5G network and an F-16 jet`,
	`COVID-19 and B-52 and G20`,
	`10¦:¦30 and 3.30pm`,
	`$¦5 and 5¦% and €¦3.5`,
	`+¦1 −¦2 ±¦3`,
	`6¦' 2¦" tall`,
	`20-year-old men`,
	`a 20-kilometre road`,
	`the mid-1990s and pre-2003 years`,
	`2024¦-¦05¦-¦01 and 1¦/¦2¦/¦2024`,
	`٣٤ and 三¦十`,

	// Abbreviations
	`the U.S. army and U.K. troops`,
	`at 5 a.m. and 6 p.m. today`,
	`e.g. this¦, i.e. that¦.`,
	`a Ph.D. student`,
	`J.K. Rowling and J¦. K¦. Smith`,
	`J.R.R. Tolkien`,
	`Dr¦. No¦, Inc¦. and St¦. Louis`,
	`AT&T and R&D and Q&A`,
	`salt¦&¦pepper`,
	`and¦/¦or`,

	// Marks
	`Wait¦... what¦…`,
	`Wait¦.. what`,
	`He left -- she stayed`,
	`He left¦—¦she stayed`,
	`one - two`,
	`What¦?¦! No¦!¦!`,
	`the end¦.¦Next sentence`,
	`said¦,¦and left`,
	`a¦;¦b a¦:¦b`,
	`wait¦....`,
	`، ؟ ؛ 。 ！`,
	`well¦- he said`,
	`-¦5 degrees`,

	// Addresses
	`See https://example.com/a?b=c¦.`,
	`See (¦https://example.com/a¦)¦.`,
	`See www.example.com¦, please¦.`,
	`Write to news@example.com¦.`,
	`Visit example.com¦.`,
	`Visit example.com/news¦.`,
	`#Iraq and @president spoke¦.`,
	`open report.pdf now`,
	`the max_value field`,
	`He left¦.¦It was late¦.`,
	`He is¦.¦Is he`,
	`No¦.¦in a row`,
	`“¦example.com¦”`,

	// Scripts and marks that are not seen
	`中¦国`,
	`日¦本¦は`,
	`العراق اليوم¦.`,
	`Москва и Киев`,
	`שלום¦, Ελλάδα`,
	`한국 사람`,
	`😀 ok 👩‍👩‍👧‍👦 ok 🇮🇶`,
	"hy\u00ADphen one",
	"non breaking",
	"é e\u0301",
	"Sa\u0301dr",

	// Nothing
	``,
	`x`,
	`’`,
	`—`,
}

func TestTokens(t *testing.T) {
	for _, want := range tokenCases {
		text := strings.ReplaceAll(want, "¦", "")
		d := document(text)
		var got strings.Builder
		for i, tok := range d.Tokens {
			if i > 0 && d.Glued(i) {
				got.WriteString("¦")
			} else if i > 0 {
				got.WriteString(" ")
			}
			got.WriteString(d.Slice(tok.Span()))
		}
		if got.String() != want {
			t.Errorf("tokens of %q:\n got %s\nwant %s", text, got.String(), want)
		}
	}
}

func TestNoBreakSpacePartsTokens(t *testing.T) {
	for _, space := range []string{"\u00A0", "\u2009", "\u202F", "\u3000", "\t", "\r\n", "\u0085"} {
		if d := document("5" + space + "men"); len(d.Tokens) != 2 || d.Glued(1) {
			t.Errorf("%d tokens parted by %q, want 2", len(d.Tokens), space)
		}
	}
}

// Each text is one token.
var kindCases = []struct {
	text   string
	kind   lint.Kind
	case_  lint.Case
	script lint.Script
	fold   string
}{
	{"word", lint.Word, lint.Lower, lint.Latin, "word"},
	{"Biden", lint.Word, lint.Title, lint.Latin, "biden"},
	{"A", lint.Word, lint.Title, lint.Latin, "a"},
	{"NATO", lint.Word, lint.Upper, lint.Latin, "nato"},
	{"U.S.", lint.Word, lint.Upper, lint.Latin, "u.s."},
	{"COVID-19", lint.Word, lint.Upper, lint.Latin, "covid-19"},
	{"AT&T", lint.Word, lint.Upper, lint.Latin, "at&t"},
	{"a.m.", lint.Word, lint.Lower, lint.Latin, "a.m."},
	{"Ph.D.", lint.Word, lint.Title, lint.Latin, "ph.d."},
	{"O’Brien", lint.Word, lint.Title, lint.Latin, "o'brien"},
	{"Al-Wali", lint.Word, lint.Title, lint.Latin, "al-wali"},
	{"al-Wala’i", lint.Word, lint.Mixed, lint.Latin, "al-wala'i"},
	{"al-Walaʿi", lint.Word, lint.Mixed, lint.Latin, "al-wala'i"},
	{"Shi`ite", lint.Word, lint.Title, lint.Latin, "shi'ite"},
	{"iPhone", lint.Word, lint.Mixed, lint.Latin, "iphone"},
	{"McDonald", lint.Word, lint.Mixed, lint.Latin, "mcdonald"},
	{"Éire", lint.Word, lint.Title, lint.Latin, "éire"},
	{"5G", lint.Word, lint.Mixed, lint.Latin, "5g"},
	{"Москва", lint.Word, lint.Title, lint.Cyrillic, "москва"},
	{"Ελλάδα", lint.Word, lint.Title, lint.Greek, "ελλάδα"},
	{"العراق", lint.Word, lint.NoCase, lint.Arabic, "العراق"},
	{"שלום", lint.Word, lint.NoCase, lint.Hebrew, "שלום"},
	{"国", lint.Word, lint.NoCase, lint.Han, "国"},
	{"カナ", lint.Word, lint.NoCase, lint.Kana, "カナ"},
	{"한국", lint.Word, lint.NoCase, lint.Hangul, "한국"},
	{"Мoscow", lint.Word, lint.Title, lint.MixedScript, "мoscow"},
	{"3,500.25", lint.Number, lint.NoCase, lint.NoScript, ""},
	{"21st", lint.Number, lint.Lower, lint.NoScript, ""},
	{"1990s", lint.Number, lint.Lower, lint.NoScript, ""},
	{"1990’s", lint.Number, lint.Lower, lint.NoScript, ""},
	{"’90s", lint.Number, lint.Lower, lint.NoScript, ""},
	{"٣٤", lint.Number, lint.NoCase, lint.NoScript, ""},
	{"...", lint.Punct, lint.NoCase, lint.NoScript, ""},
	{"…", lint.Punct, lint.NoCase, lint.NoScript, ""},
	{"--", lint.Punct, lint.NoCase, lint.NoScript, ""},
	{"—", lint.Punct, lint.NoCase, lint.NoScript, ""},
	{"،", lint.Punct, lint.NoCase, lint.NoScript, ""},
	{"“", lint.Quote, lint.NoCase, lint.NoScript, ""},
	{"’", lint.Quote, lint.NoCase, lint.NoScript, ""},
	{"「", lint.Quote, lint.NoCase, lint.NoScript, ""},
	{"[", lint.Bracket, lint.NoCase, lint.NoScript, ""},
	{"（", lint.Bracket, lint.NoCase, lint.NoScript, ""},
	{"$", lint.Symbol, lint.NoCase, lint.NoScript, ""},
	{"😀", lint.Symbol, lint.NoCase, lint.NoScript, ""},
	{"https://example.com/a", lint.Code, lint.NoCase, lint.NoScript, ""},
	{"news@example.com", lint.Code, lint.NoCase, lint.NoScript, ""},
	{"example.com", lint.Code, lint.NoCase, lint.NoScript, ""},
	{"#Iraq", lint.Code, lint.NoCase, lint.NoScript, ""},
	{"max_value", lint.Code, lint.NoCase, lint.NoScript, ""},
	{"report.pdf", lint.Code, lint.NoCase, lint.NoScript, ""},
}

func TestKinds(t *testing.T) {
	for _, c := range kindCases {
		d := document(c.text)
		if len(d.Tokens) != 1 {
			t.Errorf("%q is %d tokens, want 1", c.text, len(d.Tokens))
			continue
		}
		got, fold := d.Tokens[0], d.Fold(0)
		if got.Kind != c.kind || got.Case != c.case_ || got.Script != c.script || fold != c.fold {
			t.Errorf("%q: kind %v, case %d, script %d, fold %q; want %v, %d, %d, %q", c.text, got.Kind, got.Case, got.Script, fold, c.kind, c.case_, c.script, c.fold)
		}
	}
}

func TestForms(t *testing.T) {
	d := document("The the THE Qur’an 5 Qur'an, quran")
	want := []struct {
		fold   string
		places []int32
		lower  int32
	}{{"the", []int32{0, 1, 2}, 1}, {"qur'an", []int32{3, 5}, 0}, {"quran", []int32{7}, 1}}
	if len(d.Forms) != len(want) {
		t.Fatalf("forms %v, want %v", d.Forms, want)
	}
	for i, w := range want {
		f, id := d.Forms[i], lint.FormID(i)
		if f.Fold != w.fold || f.Hash != lint.Hash(w.fold) || int(f.Count) != len(w.places) || f.Lower != w.lower {
			t.Errorf("form %d is %v, want %v", i, f, w)
		}
		if got := d.Places(id); !slices.Equal(got, w.places) {
			t.Errorf("%q stands at %v, want %v", w.fold, got, w.places)
		}
		if got := d.FormOf(w.fold); got != id {
			t.Errorf("FormOf(%q) is %d, want %d", w.fold, got, id)
		}
	}
	if f := d.FormOf("koran"); f != lint.NoForm || d.Places(f) != nil {
		t.Errorf("FormOf of a word that is not there is %d, at %v", f, d.Places(f))
	}
	if f := document("").FormOf("the"); f != lint.NoForm {
		t.Errorf("FormOf in no text is %d", f)
	}
}

// The lists of a document hold the tokens that they say, in order.
func TestIndex(t *testing.T) {
	d := document("The U.S. said: “5 (five) at www.example.com... of 3.5, ” he (A) al-Wali.")
	of := func(want func(lint.Token) bool) []int32 {
		var out []int32
		for i, tok := range d.Tokens {
			if want(tok) {
				out = append(out, int32(i))
			}
		}
		return out
	}
	isMark := func(k lint.Kind) bool {
		return k == lint.Punct || k == lint.Quote || k == lint.Bracket || k == lint.Symbol
	}
	begins := func(c byte) []int32 {
		return of(func(tok lint.Token) bool { return isMark(tok.Kind) && d.Text[tok.Start] == c })
	}
	for _, c := range []struct {
		name      string
		got, want []int32
	}{
		{"Marks", d.Marks, of(func(tok lint.Token) bool { return isMark(tok.Kind) })},
		{"Numbers", d.Numbers, of(func(tok lint.Token) bool { return tok.Kind == lint.Number })},
		{"Codes", d.Codes, of(func(tok lint.Token) bool { return tok.Kind == lint.Code })},
		{"Capitals", d.Capitals, of(func(tok lint.Token) bool { return tok.Kind == lint.Word && tok.Case >= lint.Title })},
		{"MarksAt('.')", d.MarksAt('.'), begins('.')},
		{"MarksAt('(')", d.MarksAt('('), begins('(')},
		{"MarksAt of quotation marks", d.MarksAt("“"[0]), begins("“"[0])},
		{"MarksAt('!')", d.MarksAt('!'), nil},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s is %v, want %v", c.name, c.got, c.want)
		}
		if len(c.want) == 0 && c.name != "MarksAt('!')" {
			t.Errorf("%s: the text has none", c.name)
		}
	}
}

// Every form of a long text is found again, wherever the table has grown to.
func TestFormOfMany(t *testing.T) {
	var text strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&text, "w%xx W%xx ", i, i/2)
	}
	d := document(text.String())
	for i := range d.Forms {
		if f := d.FormOf(d.Forms[i].Fold); f != lint.FormID(i) {
			t.Fatalf("FormOf(%q) is %d, want %d", d.Forms[i].Fold, f, i)
		}
		for _, k := range d.Places(lint.FormID(i)) {
			if d.Tokens[k].Form != lint.FormID(i) {
				t.Fatalf("token %d is no %q", k, d.Forms[i].Fold)
			}
		}
	}
}

// A document holds a token for every five bytes of text.
func TestTokenSize(t *testing.T) {
	if size := unsafe.Sizeof(lint.Token{}); size > 16 {
		t.Errorf("a token takes %d bytes, want at most 16", size)
	}
}

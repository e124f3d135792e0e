package names

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LowerPart reports a part of a name in lower case beside the part that has its capital.
//
// Chinese has no capitals and other languages write titles and second parts small; the engine gives one part its capital and
// leaves the other. A part behind a hyphen is found where the text has its capital elsewhere; saint where a name follows a
// preposition; initials where a name follows both of them; a place in a list of places. Historians who write saint small write
// it so each time: where the text has no Saint with a capital the finding is information. Wines, teas, cloths and dogs called
// after a place (rioja, labrador), English words, species and firms that write themselves so are left alone.
//
// Names in lower case as a whole, and halves of them that the text has with both capitals, are names/lowercase.
//
// The fix gives the part its capital and is unsafe.
//
// bad: Doctors advise Cal-Dora after meals. They sell Cal-Dora in shops, and Cal-dora in the market.
// bad: The miracle is told in the chapel of saint Olga.
// bad: It is an essay on the comedy by p. k. Zorin.
// bad: The fair brought growers from yunnan, Fujian and Anhui.
// good: She wrote of Leonardo da Vinci and of the patron saint Olga.
// good: The wolf, Canis lupus, is not the dog of Lupus Street.
//
// Measured on machine output of all kinds: 0.01 hits per 10,000 words (5,400,000 words), on original English (352,000 words)
// and in 4,500,000 words of manuals none; 5 read, 5 right. So few make the level provisional.
var LowerPart = &lint.Rule{
	Name:     "names/lower-part",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling/Capitalization",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range p.Capitals {
			i := int(k)
			switch t := &p.Tokens[i]; {
			case t.Case != lint.Title || t.Len() < 2:
			case isLowerSaint(p.Document, i):
				reportLowerSaint(p, i-1)
			case isBehindLowerInitials(p.Document, i):
				reportLowerInitials(p, i)
			}
		}
		findLowerHalves(p)
		findLowerPlaces(p)
	},
}

func reportLowerPart(p *lint.Pass, i int) { reportLowerAs(p, i, lint.Warning) }

func reportLowerAs(p *lint.Pass, i int, severity lint.Severity) {
	t := p.Tokens[i]
	p.Report(lint.Diagnostic{
		Span:     t.Span(),
		Severity: severity,
		Message:  "‘" + p.TokenText(i) + "’ in lower case in a name",
		Fixes:    []lint.Fix{lint.Replace("write it with a capital", lint.Unsafe, t.Span(), withCapital(p.TokenText(i)))},
	})
}

// reportLowerSaint reports the saint at token i, as a warning where the text has one with a capital as well.
func reportLowerSaint(p *lint.Pass, i int) {
	severity := lint.Info
	if f := &p.Forms[p.Tokens[i].Form]; f.Lower < f.Count {
		severity = lint.Warning
	}
	reportLowerAs(p, i, severity)
}

// isFoundWhole reports whether names/lowercase finds the small ones of a form: it is a name by itself.
func isFoundWhole(d *lint.Document, f lint.FormID) bool {
	n := Mentions.Of(d)
	typ, ok := n.typeOf(Fold(d.Forms[f].Fold))
	return ok && isCapitalisedName(&n.Types[typ], &d.Forms[f])
}

// isLowerSaint reports whether saint stands small behind a preposition and before the name at i: in the chapel of saint Olga.
func isLowerSaint(d *lint.Document, i int) bool {
	return i > 2 && d.Fold(i-1) == "saint" && d.Tokens[i-1].Case == lint.Lower && !d.Glued(i) &&
		lexicon.FunctionAt(d, i-2)&lexicon.Preposition != 0 && lexicon.FunctionAt(d, i) == 0
}

// isBehindLowerInitials reports whether two initials in lower case, with their full stops, stand before the name at i: by p. k.
// Zorin.
func isBehindLowerInitials(d *lint.Document, i int) bool {
	return i > twoInitials && isLowerInitial(d, i-2) && isLowerInitial(d, i-twoInitials) &&
		!shortForms[d.Fold(i-twoInitials)+d.Fold(i-2)] &&
		d.BlockOf(i).From <= i-twoInitials && lexicon.FunctionAt(d, i) == 0
}

// twoInitials is how many tokens two initials and their full stops are.
const twoInitials = 4

// isLowerInitial reports whether token i is a small letter with a full stop behind it.
func isLowerInitial(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	return t.Kind == lint.Word && t.Case == lint.Lower && t.Len() == 1 && d.Glued(i+1) && d.TokenText(i+1) == "."
}

func reportLowerInitials(p *lint.Pass, i int) {
	at := p.Span(lint.Range{From: i - twoInitials, To: i})
	p.Report(lint.Diagnostic{
		Span:    at,
		Message: "initials ‘" + p.Slice(at) + "’ in lower case",
		Fixes:   []lint.Fix{lint.Replace("write them as capitals", lint.Unsafe, at, strings.ToUpper(p.Slice(at)))},
	})
}

// findLowerHalves reports the names with a hyphen whose second part has a capital elsewhere and none here: Cal-dora beside
// Cal-Dora.
func findLowerHalves(p *lint.Pass) {
	entries := lexicon.Entries.Of(p.Document)
	for f := range p.Forms {
		form := &p.Forms[f]
		if form.Count-form.Lower < 2 || !strings.Contains(form.Fold, "-") || entries[f].Known() || form.Lower > 0 {
			continue
		}
		_, tail, _ := strings.Cut(form.Fold, "-")
		if strings.IndexByte(tail, '-') < 0 && len(tail) > 1 && !isCommon(lexicon.Lookup(tail)) {
			reportLowerHalf(p, lint.FormID(f))
		}
	}
}

func reportLowerHalf(p *lint.Pass, f lint.FormID) {
	var small []int
	capital := 0
	for _, k := range p.Places(f) {
		switch text := p.TokenText(int(k)); {
		case p.Tokens[k].Case != lint.Title:
		case isCapitalHalved(text):
			capital++
		default:
			small = append(small, int(k))
		}
	}
	if len(small) == 0 || capital <= len(small) {
		return
	}
	for _, i := range small {
		head, tail, _ := strings.Cut(p.TokenText(i), "-")
		text := head + "-" + withCapital(tail)
		p.Report(lint.Diagnostic{
			Span:    p.Tokens[i].Span(),
			Message: "‘" + p.TokenText(i) + "’ beside ‘" + text + "’",
			Fixes:   []lint.Fix{lint.Replace("write "+text, lint.Unsafe, p.Tokens[i].Span(), text)},
		})
	}
}

// isCapitalHalved reports whether the part behind the first hyphen begins with a capital.
func isCapitalHalved(text string) bool {
	_, tail, _ := strings.Cut(text, "-")
	return tail != "" && tail == withCapital(tail)
}

// findLowerPlaces reports the places in lower case in a list of places with capitals: from yunnan, Fujian and Anhui.
func findLowerPlaces(p *lint.Pass) {
	for f, e := range lexicon.Entries.Of(p.Document) {
		form := &p.Forms[f]
		if form.Lower == 0 || e.Word() || !e.Place() || len(form.Fold) < minLowercase || goodsOfPlaces[form.Fold] ||
			lexicon.Informal.Of(p.Document) || isFoundWhole(p.Document, lint.FormID(f)) {
			continue
		}
		for _, k := range p.Places(lint.FormID(f)) {
			if i := int(k); p.Tokens[i].Case == lint.Lower && isAmongPlaces(p.Document, i) &&
				isProse(p.Document, i) && !isDishNear(p.Document, i) {
				reportLowerPart(p, i)
			}
		}
	}
}

// isAmongPlaces reports whether a comma, and or or joins the word at i to a place with its capital, and no name stands right
// before it.
func isAmongPlaces(d *lint.Document, i int) bool {
	s := d.SentenceOf(i)
	if i < s.From+2 || d.Tokens[s.From].Case == lint.Lower || d.Tokens[i-1].Case == lint.Title {
		return false
	}
	behind := i+2 < s.To && joins(d, i+1) && isPlaceName(d, i+2)
	return behind || joins(d, i-1) && isPlaceName(d, i-2)
}

// joins reports whether token i joins the parts of a list.
func joins(d *lint.Document, i int) bool {
	return d.TokenText(i) == "," || d.Fold(i) == "and" || d.Fold(i) == "or"
}

// isPlaceName reports whether token i is the name of a place with its capital, and no word.
func isPlaceName(d *lint.Document, i int) bool {
	e := lexicon.EntryAt(d, i)
	return d.Tokens[i].Case == lint.Title && e.Place() && !e.Word()
}

// goodsOfPlaces holds names of places that wines, teas, cloths, cheeses and animals are called by.
var goodsOfPlaces = lint.WordSet("rioja bordeaux burgundy champagne chianti madeira tokay marsala beaujolais sauternes chablis assam " +
	"darjeeling ceylon madras cashmere angora cheddar parma cognac armagnac labrador newfoundland pomeranian java mocha " +
	"limerick bologna jersey guernsey panama bikini calico damask nankeen tuxedo havana cayenne tabasco")

// shortForms holds abbreviations of two letters that are written with full stops.
var shortForms = lint.WordSet("ie eg am pm bc ad ua zb dh os ns pa vs ok qv cf sv id nb ps sa ii")

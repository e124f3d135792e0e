package casing

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LowerProper reports a month, a day of the week, a people, a country or another well-known name in lower case.
//
// Most languages write these words small and the engine copies them. English gives all of them a capital. Words that mean
// something else in lower case (march, may, polish, turkey, china) are left alone but where the words beside them make them
// dates (on may 9, in march 2020, from may to June, the end of may), and so are the names of things called after a country
// (french fries, german shepherd), covid-19, which some newspapers write so, and texts written in lower case throughout.
//
// A few firms whose names have a capital inside (YouTube, WhatsApp) are found without it, too, where the text is edited.
//
// The fix is safe for months and days, else unsafe.
//
// bad: The parliament will meet on monday to discuss the budget.
// bad: He met the french president in the palace.
// bad: Pupils fast in the month of ramadan.
// bad: He wrote it to a group on Whatsapp at noon.
// good: They will march on Monday in polish boots and eat turkey.
// good: Two people died of covid-19 after a dish of green chile.
// good: He ate french fries and listened to the french horn.
//
// Measured on machine output of all kinds: 0.22 hits per 10,000 words (5,400,000 words), on original English 0.11
// (352,000 words), four slips of forums and letters; 115 read, 115 right.
var LowerProper = &lint.Rule{
	Name:     "casing/lower-proper",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		if len(p.Tokens) == 0 || lexicon.SmallI.Of(p.Document) || p.Tokens[0].Case == lint.Lower {
			return
		}
		findDatedMonths(p)
		for _, b := range brands {
			for _, i := range p.Places(p.Find(b.key)) {
				if t := &p.Tokens[i]; t.Case == lint.Title && p.TokenText(int(i)) != b.name && !p.Glued(int(i)) && !lexicon.Informal.Of(p.Document) && isLowerProper(p.Document, int(i)) {
					reportBrand(p, int(i), b.name)
				}
			}
		}
		for _, f := range lowerProperForms(p.Document) {
			for _, i := range p.Places(f) {
				if p.Tokens[i].Case == lint.Lower && isLowerProper(p.Document, int(i)) {
					reportLowerProper(p, int(i))
				}
			}
		}
	},
}

// lowerProperForms returns the word forms of a document that are written in lower case and should have a capital.
func lowerProperForms(d *lint.Document) (forms []lint.FormID) {
	entries := lexicon.Entries.Of(d)
	for i, e := range entries {
		if !e.Proper() || d.Forms[i].Lower == 0 {
			continue
		}
		if properWords[d.Forms[i].Fold] || !e.Word() && isCalendarWord(d.Forms[i].Fold) {
			forms = append(forms, lint.FormID(i))
		}
	}
	for _, w := range unlisted {
		if f := d.Find(w); f != lint.NoForm && d.Forms[f].Lower > 0 {
			forms = append(forms, f)
		}
	}
	return forms
}

// isLowerProper reports whether the word at i, in a sentence that begins otherwise than in lower case, is used as a name.
func isLowerProper(d *lint.Document, i int) bool {
	if d.Glued(i) || d.Tokens[d.SentenceOf(i).From].Case == lint.Lower {
		return false
	}
	if d.Fold(i) == "twitter" && (i == 0 || lexicon.FunctionAt(d, i-1)&lexicon.Preposition == 0 || d.Fold(i-1) == "to") {
		return false // birds twitter
	}
	if i+1 == len(d.Tokens) {
		return true
	}
	if i > 0 && calledBefore[d.Fold(i-1)] {
		return false
	}
	return !calledAfter[d.Fold(i+1)] && !(d.Glued(i+1) && d.Tokens[i+1].Kind != lint.Punct && d.Tokens[i+1].Kind != lint.Quote && d.Tokens[i+1].Kind != lint.Bracket)
}

func reportLowerProper(p *lint.Pass, i int) {
	t := p.Tokens[i]
	for _, b := range brands {
		if p.Fold(i) == b.key.Fold() {
			reportBrand(p, i, b.name)
			return
		}
	}
	safety := lint.Unsafe
	if isCalendarWord(p.Fold(i)) {
		safety = lint.Safe
	}
	p.Report(lint.Diagnostic{
		Span:    t.Span(),
		Message: "‘" + p.TokenText(i) + "’ in lower case",
		Fixes:   []lint.Fix{lint.Replace("write it with a capital", safety, t.Span(), upperFirst(p.TokenText(i)))},
	})
}

// reportBrand reports the name of a firm at i that is not written as the firm does.
func reportBrand(p *lint.Pass, i int, name string) {
	message := "‘" + p.TokenText(i) + "’ in lower case"
	if p.Tokens[i].Case == lint.Title {
		message = "‘" + p.TokenText(i) + "’ without the capital inside it"
	}
	p.Report(lint.Diagnostic{
		Span:    p.Tokens[i].Span(),
		Message: message,
		Fixes:   []lint.Fix{lint.Replace("write "+name, lint.Unsafe, p.Tokens[i].Span(), name)},
	})
}

// brand is a name with a capital inside it.
type brand struct {
	key  lint.Key
	name string
}

// brands holds the firms whose names have one, and are of one kind everywhere.
var brands = func() (all []brand) {
	for name := range strings.FieldsSeq("YouTube WhatsApp TikTok LinkedIn PayPal") {
		all = append(all, brand{lint.KeyOf(strings.ToLower(name)), name})
	}
	return all
}()

// isCalendarWord reports whether a word in lower case is a month or a day of the week in full.
func isCalendarWord(word string) bool {
	if len(word) < 4 {
		return false
	}
	_, month := lexicon.Month(word)
	_, weekday := lexicon.Weekday(word)
	return month && word != "sept" || weekday && word != "tues" && word != "thur" && word != "thurs"
}

var (
	// properWords holds peoples, languages and countries that have no other meaning in lower case.
	properWords = lint.WordSet("afghan african albanian algerian american arab arabic argentine armenian asian australian austrian azerbaijani bahraini bangladeshi belarusian belgian bosnian brazilian british bulgarian cambodian canadian catalan chechen chilean chinese " +
		"christian colombian croatian cuban czech danish dutch egyptian emirati english estonian ethiopian european filipino finnish french georgian german greek haitian hebrew hungarian icelandic indian indonesian iranian iraqi irish islamic israeli italian " +
		"japanese jewish jordanian kazakh kenyan korean kurdish kuwaiti latvian lebanese libyan lithuanian malaysian mexican moldovan mongolian moroccan muslim nigerian norwegian omani pakistani palestinian persian peruvian portuguese qatari romanian russian " +
		"saudi scottish serbian shiite slovak slovenian somali spanish sudanese sunni swedish swiss syrian taiwanese thai tunisian turkish turkmen ukrainian uzbek venezuelan vietnamese welsh yemeni zionist " +
		"afghanistan albania algeria america argentina armenia asia australia austria azerbaijan bahrain bangladesh belarus belgium bosnia brazil britain bulgaria cambodia canada colombia croatia cuba egypt england estonia ethiopia europe finland france germany greece " +
		"hungary iceland indonesia iran iraq ireland israel italy kazakhstan kenya korea kuwait latvia lebanon libya lithuania malaysia mexico moldova mongolia morocco nigeria norway pakistan palestine peru poland portugal qatar romania russia " +
		"scotland serbia slovakia slovenia somalia spain sudan sweden switzerland syria taiwan thailand tunisia ukraine uzbekistan venezuela vietnam yemen " +
		"americans germans russians ukrainians iranians iraqis israelis palestinians syrians turks kurds arabs afghans africans europeans asians indians pakistanis italians australians canadians koreans muslims christians jews hindus sikhs " +
		"tibetan siberian cypriot nazi nazis hindu sikh hausa yoruba moscow london berlin beijing tokyo kiev kyiv istanbul ankara tehran baghdad damascus cairo jerusalem vatican facebook unesco unicef interpol " +
		"rome vienna warsaw madrid lisbon prague budapest athens stockholm helsinki oslo riyadh doha dubai beirut gaza delhi mumbai karachi islamabad kabul jakarta hanoi bangkok seoul washington brussels geneva " +
		"ramadan allah koran christmas easter passover hanukkah diwali knesset bundestag hamas hezbollah instagram youtube whatsapp twitter")

	// unlisted holds names that the word list does not have.
	unlisted = lint.Keys("ramadan quran knesset bundestag hamas hezbollah instagram youtube whatsapp")

	// calledBefore holds what things called after a country are behind: gum arabic.
	calledBefore = lint.WordSet("gum knitted crocheted")

	// calledAfter holds things called after a country, which many write in lower case.
	calledAfter = lint.WordSet("nut nuts fries fry toast horn horns press door doors window windows bread kiss kisses dressing bulldog poodle bean beans shepherd shepherds measles oven roux cheese chard roll rolls steel army pastry numeral numerals rug rugs cat cats setter wolfhound coffee stew muffin muffins " +
		"ink yogurt yoghurt salad manicure polish heel heels bath baths delight elm pig pigs type script leather breakfast sausage sausages letter letters sprout sprouts egg eggs twill twist twists braid braids")
)

package names

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
	"mtlint/lint/read"
)

func document(text string) *lint.Document {
	return read.Text(&lint.File{Content: text}, language.English)
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Wala’i": "walai", "Mihajlović": "mihajlovic", "Jong-un": "jongun", "Łódź": "lodz", "Þórður": "thordur", "Əliyev": "aliyev", "biden": "biden",
	} {
		if got := Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestMentions(t *testing.T) {
	const text = "Sheikh Hadi al-Amiri met Muqtada bin Sadr. Al-Amiri’s aides agreed.\n\n"
	d := document(text)
	n := Mentions.Of(d)
	var got []string
	for _, m := range n.Mentions {
		s := d.Slice(m.Span)
		if m.Article > 0 {
			s = "+" + s
		}
		if m.Prev >= 0 {
			s = n.Types[m.Prev].Fold + "<" + s
		}
		if m.Title != lint.NoForm {
			s = d.Forms[m.Title].Fold + ":" + s
		}
		if m.At == sentenceStart {
			s = "|" + s
		}
		got = append(got, s)
	}
	if want := "sheikh:Hadi hadi<+Amiri Muqtada muqtada<Sadr |+Amiri"; strings.Join(got, " ") != want {
		t.Errorf("mentions of %q:\n got %q\nwant %q", text, strings.Join(got, " "), want)
	}
	if amiri := n.Types[n.Mentions[1].Type]; len(amiri.Mentions) != 2 || amiri.Inner != 2 {
		t.Errorf("type %+v, want two mentions whose capital says name", amiri)
	}
}

// What is left of a character that was read in the wrong encoding makes no name of a word.
func TestMisread(t *testing.T) {
	d := document("Then the Unionâ\u0080\u0099s envoy met GenghisÂ and AdjamÃ© in Câ.")
	if n := Mentions.Of(d); len(n.Mentions) != 1 || d.Slice(n.Mentions[0].Span) != "Câ" {
		t.Errorf("found %+v, want Câ alone", n.Mentions)
	}
}

func TestSpeaks(t *testing.T) {
	d := document("Schools should close, said Waxman. Hotin noted it. According to Polina, Kazan slept. Then Sarov left.")
	n := Mentions.Of(d)
	var got []string
	for i := range n.Mentions {
		if n.Mentions[i].Speaks {
			got = append(got, d.Slice(n.Mentions[i].Span))
		}
	}
	if want := "Waxman Hotin Polina"; strings.Join(got, " ") != want {
		t.Errorf("%q speak, want %q", got, want)
	}
}

// A title or an article before a name says that it is one, and the number of a model is no part of it.
func TestMentionAtStart(t *testing.T) {
	for text, want := range map[string]string{
		"Dr. Fares left.": "Fares", "Al-Amiri left.": "Amiri", "Then a Shahed-136 fell.": "Shahed", "Then a Shahed-136’s wing fell.": "Shahed", "The G-5 met.": "G-5",
	} {
		d := document(text)
		n := Mentions.Of(d)
		if len(n.Mentions) != 1 || d.Slice(n.Mentions[0].Span) != want || n.Types[0].Inner != 1 {
			t.Errorf("%q has the mentions %+v, want %s once, with the capital of a name", text, n.Mentions, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		most int // hundredths
	}{
		{"walai", "wali", 50}, {"khorfish", "horfish", 25}, {"sholts", "scholz", 50}, {"puriasev", "puryasev", 10}, {"gavrilitsa", "gavrilica", 20},
		{"mihajlovic", "mihaylovic", 30}, {"tessa", "tesa", 10}, {"same", "same", 0},
	} {
		for _, got := range []int{distance(c.a, c.b, 300), distance(c.b, c.a, 300)} {
			if got > c.most {
				t.Errorf("distance of %s and %s is %d, want at most %d", c.a, c.b, got, c.most)
			}
		}
	}
	if got := distance("baghdad", "tehran", 150); got != 151 {
		t.Errorf("distance of baghdad and tehran is %d, want the limit and one", got)
	}
	for _, odd := range []string{"bagh1dad", "baghdāda", strings.Repeat("baghdad", 9)} {
		if got := distance("baghdad", odd, 800); got != 801 {
			t.Errorf("distance of baghdad and %q is %d, want the limit and one", odd, got)
		}
	}
}

func TestDistanceDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { distance("gavrilitsa", "havrylytsia", 330) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestIsInflection(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"iraq", "iraqi"}: true, {"prass", "pras"}: false, {"engelman", "engelmann"}: false, {"smirnov", "smirnova"}: true, {"kovalsky", "kovalskaya"}: true, {"ukraine", "ukrainian"}: true, {"evgeny", "evgeniya"}: true,
		{"zaluzhny", "zaluzhnyi"}: false, {"sergey", "sergei"}: false, {"wali", "walai"}: false,
	} {
		if got := isInflection(pair[0], pair[1]); got != want {
			t.Errorf("isInflection(%s) = %v", pair, got)
		}
	}
}

func TestIsPinyin(t *testing.T) {
	for s, want := range map[string]bool{"henan": true, "cheng": true, "xi": true, "zhongshan": true, "sasover": false, "khorfish": false} {
		if isPinyin(s) != want {
			t.Errorf("isPinyin(%s) = %v", s, !want)
		}
	}
}

// The distance reaches most spellings of one person on public lists. MTLINT_NAME_DATA names the folder that has them.
func TestDistanceOfListedPeople(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(os.Getenv("MTLINT_NAME_DATA"), "ofac_variants.tsv"))
	if err != nil {
		t.Skip("MTLINT_NAME_DATA does not name a folder with ofac_variants.tsv")
	}
	all, near := 0, 0
	for line := range strings.Lines(string(data)) {
		a, rest, _ := strings.Cut(line, "\t")
		b, _, _ := strings.Cut(rest, "\t")
		if !isPlain(a) || !isPlain(b) || max(len(a), len(b)) > maxName {
			continue // the line of headings, too
		}
		all++
		limit := maxDistance * max(len(a), len(b))
		if distance(a, b, limit) <= limit {
			near++
		}
	}
	if near*100 < all*85 {
		t.Errorf("%d of %d pairs are within the limit, want 85 in 100", near, all)
	}
}

// An article of 800 words with a name in every seventh takes at most 1 ms.
func BenchmarkVariants(b *testing.B) {
	var text strings.Builder
	for i := range 115 {
		vowels := "aeiou"
		fmt.Fprintf(&text, "Then %cor%cn%cv met the mayor again. ", "BDGKLMNPRSTVZ"[i%13], vowels[i/13%5], vowels[i%5])
	}
	b.ReportAllocs()
	for b.Loop() {
		d := document(text.String())
		variants(Mentions.Of(d), d)
	}
}

func TestWarningFrom(t *testing.T) {
	for source, want := range map[language.Tag]float64{language.Und: warningScore, language.Hebrew: sureScore, language.Russian: warningScore} {
		d := document("")
		d.SourceLang = source
		if got := warningFrom(d); got != want {
			t.Errorf("from %v warnings begin at %v, want %v", source, got, want)
		}
	}
}

// A listed name that is written several times and an unlisted one that sounds like it are a warning, with little else to
// tell.
func TestMisspelt(t *testing.T) {
	d := document("The port of Hamburg was shut. A ship left Hamburg at noon, and two came in. Crews went home by train from Hambourg.")
	found := allVariants.Of(d)
	if len(found) != 1 || found[0].typ.Fold != Fold("Hambourg") || found[0].score < warningScore {
		t.Errorf("found %+v, want a warning of Hambourg", found)
	}
}

func BenchmarkDistance(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		distance("gavrilitsa", "havrylytsia", 330)
	}
}

// costFor is the highest cost that leaves enough points, but for rounding.
func TestCostFor(t *testing.T) {
	for longer := 3; longer <= maxName; longer++ {
		for points := 0.0; points < 5; points += 0.25 {
			left := func(cost int) float64 {
				x := float64(cost) / float64(longer) / 10
				return points + x*weights[perLetter] + min(float64(cost), maxEdits)/100*weights[edits]
			}
			c := costFor(points, longer)
			if c <= maxEdits && left(c+1) >= infoScore || left(max(c-2, 0)) < infoScore && c <= maxEdits {
				t.Errorf("cost for %.2f points and %d letters is %d", points, longer, c)
			}
		}
	}
}

// Every spelling of the table belongs to one group.
func TestAliases(t *testing.T) {
	rows, err := lexicon.ParseTable("aliases.tsv", aliasTable, "kind", "spellings")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 400 {
		t.Errorf("%d groups, want at least 400", len(rows))
	}
	seen := make(map[string]bool)
	for i, row := range rows {
		group := strings.Split(strings.ReplaceAll(row[1], " // ", " / "), " / ")
		if len(group) < 2 {
			t.Errorf("group %d has one spelling", i+1)
		}
		for _, spelling := range group {
			fold := Fold(strings.ToLower(spelling))
			if seen[fold] {
				t.Errorf("%q stands twice", spelling)
			}
			seen[fold] = true
		}
	}
}

// A finding names every spelling that may be the name, the less sure ones too where they may be one another.
func TestThreeSpellings(t *testing.T) {
	d := document("The village of Khorfiz is small. In the village of Khurfiz a market opened. The road to Khorepiz was shut, and then people from Khorfiz left.")
	spellings := make(map[string]int)
	for _, v := range allVariants.Of(d) {
		spellings[v.typ.Fold]++
		for _, o := range v.others {
			if o.meets {
				spellings[v.typ.Fold]++
			}
		}
	}
	if len(spellings) != 2 || spellings["khurfiz"]+spellings["khorepiz"] != 3 {
		t.Errorf("found %v, want two spellings of Khorfiz, one of them with both others", spellings)
	}
}

// A title before a name at the start of a sentence says that its capital is its own.
func TestCapitals(t *testing.T) {
	for text, want := range map[string]int{"Voters of Sasover wept.": 1, "Sasover wept.": 0, "Dr. Sasover wept.": 1, "Mayor Sasover wept.": 1} {
		n := Mentions.Of(document(text))
		i, ok := n.typeOf("sasover")
		if !ok || n.Types[i].Inner != want {
			t.Errorf("%q: %v, %d mentions whose capital says name, want %d", text, ok, n.Types[max(i, 0)].Inner, want)
		}
	}
}

// Who speaks is who else speaks, or who is introduced where nobody introduces the speaker.
func TestVoice(t *testing.T) {
	const both = speaks | introduced
	for _, c := range []struct {
		a, b voice
		want bool
	}{
		{speaks, speaks, true}, {both, both, true}, {speaks, introduced, true}, {introduced, speaks, true},
		{0, speaks, false}, {introduced, introduced, false}, {speaks | named, introduced, false}, {introduced, speaks | named, false},
	} {
		if got := c.a.isOf(c.b); got != c.want {
			t.Errorf("voice %b is of %b: %v", c.a, c.b, got)
		}
	}
}

// Names are Mandarin where four and a fifth of them are such syllables, or most; a source in another language says that
// none is.
func TestMayBeMandarin(t *testing.T) {
	pinyin := strings.Fields("Luoyang Pingdu Zhenhai Guangze")
	for _, c := range []struct {
		pinyin, others int
		source         language.Tag
		want           bool
	}{
		{4, 16, language.Und, true}, {4, 17, language.Und, false}, {3, 3, language.Und, false}, {3, 2, language.Und, true},
		{4, 0, language.Japanese, false}, {0, 4, language.Chinese, true},
	} {
		text := "Buses go to " + strings.Join(pinyin[:c.pinyin], ", to ")
		for i := range c.others {
			text += fmt.Sprintf(", to Sasov%cr", 'a'+i)
		}
		d := document(text + ".")
		d.SourceLang = c.source
		if got := mayBeMandarin.Of(d); got != c.want {
			t.Errorf("%d Mandarin names and %d others from %v: %v", c.pinyin, c.others, c.source, got)
		}
	}
}

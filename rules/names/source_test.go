package names

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mtlint/lint"
)

// translated returns a document with its source; " ¶ " parts paragraphs.
func translated(text, source string) *lint.Document {
	d := document(strings.ReplaceAll(text, " ¶ ", "\n\n"))
	d.Source = document(strings.ReplaceAll(source, " ¶ ", "\n\n"))
	return d
}

func TestRomanise(t *testing.T) {
	for word, want := range map[string]string{
		"Сасовер": "sasover", "Щербаков": "shcherbakov", "Київ": "kiyiv", "Αθήνα": "athina", "Երևան": "yerevan", "თბილისი": "tbilisi",
		"الولائي": "alvlayy", "חורפיש": "hvrpysh", "キノタヴル": "kinotavuru", "ジョージ": "joji", "サッカー": "saka", "서울": "seoul", "김정은": "gimjeongeun", "Łódź": "lodz",
		"水窪": "", "…": "",
	} {
		r, _ := utf8.DecodeRuneInString(word)
		got := romanise(word, scriptOf(r))
		if distance(got, want, 100) > 100 || got == "" != (want == "") {
			t.Errorf("romanise(%s) = %q, want about %q", word, got, want)
		}
	}
}

func FuzzRomanise(f *testing.F) {
	for _, word := range []string{"Сасовер", "الولائي", "ッヴァー", "힣", "Ή", "ﷺ", "\xff"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for s := range han + 1 {
			if got := romanise(word, s); !isPlain(got) {
				t.Errorf("romanise(%q) = %q", word, got)
			}
		}
	})
}

func TestAbjadCost(t *testing.T) {
	for _, c := range []struct {
		word string
		near string // names that the word is likely to be
		far  string
	}{
		{"חורפיש", "khorfish horfish hurfeish", "safed karmiel"},
		{"נתניה", "netanya nathania", "jerusalem natanzon"},
		{"ברון-הרלב", "baronharlev bronherlev", "herzl"},
		{"ולאי", "walai wali", "sadr"},
		{"سيستاني", "sistani seestani", "kadhimi"},
		{"כהן", "cohen kohen", "levi"},
	} {
		for name := range strings.FieldsSeq(c.near) {
			if got := abjadCost(c.word, name); got > maxAbjad {
				t.Errorf("%s is %d away from %s", name, got, c.word)
			}
		}
		for name := range strings.FieldsSeq(c.far) {
			if got := abjadCost(c.word, name); got <= maxAbjad {
				t.Errorf("%s is no more than %d away from %s", name, got, c.word)
			}
		}
	}
}

func TestKatakanaCost(t *testing.T) {
	for _, c := range []struct{ word, near, far string }{
		{"メキシコ", "mexico mekishiko", "morocco"},
		{"スミス", "smith sumisu smyth", "simon"},
		{"ロベルト", "roberto lobert robert", "robin"},
		{"ヴェネツィア", "venezia venetsia", "vienna"},
		{"ッー", "", "a"},
	} {
		for name := range strings.FieldsSeq(c.near) {
			if got := katakanaCost(c.word, name); got > maxRendering/2 {
				t.Errorf("%s is %d away from %s", name, got, c.word)
			}
		}
		for name := range strings.FieldsSeq(c.far) {
			if got := katakanaCost(c.word, name); got <= maxRendering {
				t.Errorf("%s is no more than %d away from %s", name, got, c.word)
			}
		}
	}
}

func TestReadingsOf(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(readings, "\n"), "\n")
	if !slices.IsSorted(lines) {
		t.Error("the table is not sorted")
	}
	for _, line := range lines {
		r, size := utf8.DecodeRuneInString(line)
		if got := readingsOf(r); got != line[size+1:] {
			t.Fatalf("readingsOf(%c) = %q, want %q", r, got, line[size+1:])
		}
	}
	for _, r := range "a\x00あ\U0010FFFF" {
		if got := readingsOf(r); got != "" {
			t.Errorf("readingsOf(%q) = %q", r, got)
		}
	}
}

// What names may render in text without spaces.
func TestEachRendering(t *testing.T) {
	for _, c := range []struct{ text, name, want string }{
		{"大阪市北区の大宮駅前", "omiya", "大宮"},
		{"大阪市北区の大宮駅前", "daimiya", "大宮"},
		{"大阪市北区の大宮駅前", "oomiya", "大宮"},
		{"霧ヶ峰の佐々木さん", "kirigamine", "霧ヶ峰"},
		{"霧ヶ峰の佐々木さん", "sasaki", "佐々木"},
		{"神戸から", "kobe", "神戸"},
		{"神戸から", "berlin", ""},
		{"さいたまから", "saitama", "さいたま"},
		{"大のから", "ono", ""}, // a particle is no part of a name
		{"洛阳市长", "luoyang", "洛阳"},
		{"大宫市长", "dagong", "大宫"},
		{"大宫市长", "omiya", ""}, // as Japanese reads it
		{"々", "abc", ""},
	} {
		g := newIdeographs(c.text)
		got, least := "", maxReading+1
		for _, run := range g.runs(c.text) {
			eachRendering(run, c.name, maxReading, func(from, to, cost int) {
				if cost < least {
					got, least = textOf(run[from:to]), cost
				}
			})
		}
		if got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

// What the source says of two names, in scripts of every kind.
func TestVerdict(t *testing.T) {
	for _, c := range []struct {
		name, text, source string
		a, b               string
		want               verdictKind
	}{
		{"Cyrillic, one word", "Voters of Sasover wept. ¶ A deputy of Sessover left.", "Избиратели Сасовера плакали. ¶ Заместитель Сасовера ушёл.", "sasover", "sessover", proved},
		{"Cyrillic, two cases", "Voters of Sasover wept. ¶ Then Sessovera left.", "Избиратели Сасовера плакали. ¶ Потом Сасовер ушёл.", "sasover", "sessovera", related},
		{"Cyrillic, two people", "Voters of Sasover wept. ¶ A deputy of Sassner left.", "Избиратели Сасовера плакали. ¶ Заместитель Саснера ушёл.", "sasover", "sassner", refuted},
		{"Hebrew", "The village of Khorfish is small. ¶ He left Hurfeish.", "הכפר חורפיש קטן. ¶ הוא עזב את חורפיש.", "khorfish", "hurfeish", proved},
		{"Hebrew, a preposition joined on", "The village of Khorfish is small. ¶ He lives in Hurfeish.", "הכפר חורפיש קטן. ¶ הוא גר בחורפיש.", "khorfish", "hurfeish", proved},
		{"Arabic", "Abu Alaa al-Walai spoke. ¶ Aides of al-Wali left.", "تحدث أبو علاء الولائي. ¶ غادر مساعدو الولائي.", "walai", "wali", proved},
		{"Persian, in two parts", "The critic Ghorbanzadeh wept. ¶ The wife of Korbenzoda left.", "منتقد قربان\u200cزاده گریه کرد. ¶ همسر قربان\u200cزاده رفت.", "ghorbanzadeh", "korbenzoda", proved},
		{"Urdu", "The town of Bhakkar slept. ¶ The mayor of Bakhar left.", "بھکر کے رہائشی روئے۔ ¶ بھکر کے میئر چلے گئے۔", "bhakkar", "bakhar", proved},
		{"Arabic, with a vowel sign, lengthened and in presentation forms", "The town of Salahin slept. ¶ The mayor of Sulahen left.", "مدينة صلّاحـين هادئة. ¶ غادر رئيس بلدية صﻼحين.", "salahin", "sulahen", proved},
		{"katakana", "The match of Embape ended. ¶ Then Mbappe left.", "エムバペの試合が終わった。 ¶ その後エムバペは去った。", "embape", "mbappe", proved},
		{"Hangul", "The minister Pak met them. ¶ Then Gyeongseong was quiet. ¶ Old Kyongsong was quiet.", "장관 박철수가 만났다. ¶ 그리고 경성은 조용했다. ¶ 옛 경성은 조용했다.", "gyeongseong", "kyongsong", proved},
		{"Greek", "The port of Pireas was shut. ¶ Ships left Piraeus.", "Το λιμάνι του Πειραιά έκλεισε. ¶ Πλοία άφησαν τον Πειραιά.", "pireas", "piraeus", proved},
		{"Georgian", "The town of Zugdidi slept. ¶ Then Sugdidi woke.", "ქალაქ ზუგდიდს ეძინა. ¶ მერე ზუგდიდმა გაიღვიძა.", "zugdidi", "sugdidi", related},
		{"Armenian", "The town of Gyumri slept. ¶ Then Giumry woke.", "Գյումրի քաղաքը քնած էր։ ¶ Հետո Գյումրին արթնացավ։", "gyumri", "giumry", related},
		{"Latin letters", "Voters of Kinotavr wept. ¶ Then Kinotavra won.", "Voliči Kinotavru plakali. ¶ Pak Kinotavra vyhrála.", "kinotavr", "kinotavra", related},
		{"Kanji, read in two ways", "The river at Omiya rose. ¶ Then Daimiya was dry.", "大宮の川が増水した。 ¶ その後、大宮は乾いていた。", "omiya", "daimiya", proved},
		{"Kanji, with the word for what it is", "The river at Omiya rose. ¶ Then Daimiyashi was dry.", "大宮の川が増水した。 ¶ その後、大宮市は乾いていた。", "omiya", "daimiyashi", related},
		{"Kanji, two towns", "The river at Takada rose. ¶ Then Takeda was dry.", "高田の川が増水した。 ¶ その後、竹田は乾いていた。", "takada", "takeda", refuted},
		{"Kanji, where a name ends is not known", "The river at Asano rose. ¶ Then Asanoue was dry.", "朝野の川が増水した。 ¶ その後、朝野上は乾いていた。", "asano", "asanoue", silent},
		{"Kanji, by elimination", "Snow fell in Yamagata. ¶ Then Yamaguchi was white.", "山形に雪が降った。 ¶ その後、山形は白かった。", "yamagata", "yamaguchi", proved},
		{"Kanji, nothing left over", "Snow fell in Yamagata. ¶ Then Yamagata and old Yamaguchi were white.", "山形に雪が降った。 ¶ その後、山形は白かった。", "yamagata", "yamaguchi", silent},
		{"Kanji, by elimination and a part of it", "Snow fell in Iwafune. ¶ Then Iwatsuki was white.", "岩船に雪が降った。 ¶ その後、岩船は白かった。", "iwafune", "iwatsuki", proved},
		{"Kanji with its reading", "Snow fell in Omiya. ¶ Then Daimiya was white.", "大宮（おおみや）に雪が降った。 ¶ その後、大宮は白かった。", "omiya", "daimiya", proved},
		{"Hiragana", "Snow fell in Saitama. ¶ Then Saidama was white.", "さいたまに雪が降った。 ¶ その後、さいたまは白かった。", "saitama", "saidama", proved},
		{"Chinese", "The mayor of Luoyang spoke. ¶ Then Loyang was quiet.", "洛阳市长讲话。 ¶ 随后洛阳安静了。", "luoyang", "loyang", proved},
		{"Chinese, two towns", "The mayor of Luoyang spoke. ¶ Then Liyang was quiet.", "洛阳市长讲话。 ¶ 随后溧阳安静了。", "luoyang", "liyang", refuted},
		{"Cyrillic, by elimination", "Voters of Sasover wept. ¶ Then Cezosvar left.", "Избиратели Сасовера плакали. ¶ Потом Сасовера ушёл.", "sasover", "cezosvar", proved},
		{"not in the source", "Voters of Sasover wept. ¶ A deputy of Sessover left.", "Избиратели плакали. ¶ Заместитель ушёл.", "sasover", "sessover", silent},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := translated(c.text, c.source)
			n := Mentions.Of(d)
			a, knowsA := n.typeOf(c.a)
			b, knowsB := n.typeOf(c.b)
			if !knowsA || !knowsB {
				t.Fatalf("no names %s and %s in %q", c.a, c.b, c.text)
			}
			if got := sourceNames.Of(d).compare(a, b); got.kind != c.want {
				t.Errorf("verdict %+v, want kind %d", got, c.want)
			}
		})
	}
}

// The source makes a finding of names that their spelling and context say too little about, and none of those that it
// tells apart.
func TestVariantsWithSource(t *testing.T) {
	for _, c := range []struct{ text, source, want string }{
		{"The mayor was Grebnev. ¶ The minister blamed Grebenyov.", "Мэром был Гребнев. ¶ Министр обвинил Гребнева.", "grebenyov for grebnev: both stand for ‘гребнев’ in the source, they differ in vowels only"},
		{"The mayor was Grebnev. ¶ The minister blamed Grebenyov.", "Мэром был Гребнев. ¶ Министр обвинил Гребенёва.", ""},
		{"The mayor was Adilov. ¶ The minister blamed Odyllo.", "Мэром был Адилов. ¶ Министр обвинил Адилова.", "odyllo for adilov: both stand for ‘адилов’ in the source"},
		{"The mayor of Omiya resigned. ¶ The minister blamed Daimiya.", "大宮の市長が辞任した。 ¶ 大臣は大宮を非難した。", "daimiya for omiya: both stand for ‘大宮’ in the source"},
		{"The mayor of Takada resigned. ¶ The minister blamed Takeda.", "高田の市長が辞任した。 ¶ 大臣は竹田を非難した。", ""},
		{"Old Showa songs came back. ¶ He sang Showa-era songs.", "昭和の歌が戻ってきた。 ¶ 彼は昭和の歌を歌った。", ""},
		{"The minister met Evgenia. ¶ The mayor blamed Yevgeny.", "Министр встретил Евгению. ¶ Мэр обвинил Евгений.", ""},
		{"The mayor was Grebnev. ¶ The minister blamed Grebnevs.", "Мэром был Гребнев. ¶ Министр обвинил Гребнев.", ""},
		// People who share a name, in one form of it or two.
		{"Alexander Petrov married Alexandra Petrova. ¶ Petrov smiled.", "Александр Петров женился на Александре Петровой. ¶ Петров улыбнулся.", ""},
		{"Sergei Lavrov met Serhiy Kyslytsya. ¶ Lavrov smiled.", "Сергей Лавров встретил Сергея Кислицу. ¶ Лавров улыбнулся.", ""},
		{"Michael Bloomberg met Mikhail Mishustin. ¶ Michael smiled.", "Майкл Блумберг встретил Михаила Мишустина. ¶ Майкл улыбнулся.", ""},
		{"George Floyd died. ¶ A statue of Georgy Zhukov fell in Georgia.", "Джордж Флойд умер. ¶ Памятник Георгию Жукову упал в Грузии.", ""},
		{"Haim Zohlev was sent off. ¶ The judge looked at Chaim Zochlew.", "חיים זוהלב הורחק. ¶ השופט הביט בחיים זוהלב.",
			"chaim for haim: both stand for ‘חיים’ in the source, they sound alike; zochlew for zohlev: both stand for ‘זוהלב’ in the source, the names beside them sound alike"},
		{"Troops left Russia. ¶ The Russian ships stayed.", "Войска покинули Россию. ¶ Корабли России остались.", ""},
	} {
		d := translated(c.text, c.source)
		var found []string
		for _, v := range variants(Mentions.Of(d), d) {
			found = append(found, fmt.Sprintf("%s for %s: %s", v.typ.Name, v.of.Name, strings.Join(v.reasons, ", ")))
		}
		if got := strings.Join(found, "; "); got != c.want {
			t.Errorf("%q from %q: %q, want %q", c.text, c.source, got, c.want)
		}
	}
}

// FuzzSource: no text and source make the rule fail.
func FuzzSource(f *testing.F) {
	f.Add("Voters of Sasover wept.\n\nA deputy of Sessover left.", "Избиратели Сасовера плакали.\n\nЗаместитель Сасовера ушёл.")
	f.Add("Khorfish\n\nHurfeish", "חורפיש \"״ -\n\nא")
	f.Add("Embape 12\n\n\nMbappe 12", "エムバペ12\n\nッ")
	f.Add("Omiya Daimiya\n\nKobe", "々大々宮ヶ\n\n神戸のかみ")
	f.Fuzz(func(_ *testing.T, text, source string) {
		d := document(text)
		d.Source = document(source)
		variants(Mentions.Of(d), d)
	})
}

// A stretch is in the way of one that it has a letter in common with, and holds its parts and itself.
func TestStretch(t *testing.T) {
	s := stretch{block: 1, run: 2, from: 3, to: 6}
	for _, c := range []struct {
		other           stretch
		overlaps, holds bool
	}{
		{s, true, true},
		{stretch{1, 2, 3, 4}, true, true},
		{stretch{1, 2, 5, 6}, true, true},
		{stretch{1, 2, 2, 4}, true, false},
		{stretch{1, 2, 5, 7}, true, false},
		{stretch{1, 2, 6, 8}, false, false},
		{stretch{1, 2, 1, 3}, false, false},
		{stretch{0, 2, 3, 6}, false, false},
		{stretch{1, 1, 3, 6}, false, false},
	} {
		if got := s.overlaps(c.other); got != c.overlaps {
			t.Errorf("%v overlaps %v: %v", s, c.other, got)
		}
		if got := s.holds(c.other); got != c.holds {
			t.Errorf("%v holds %v: %v", s, c.other, got)
		}
	}
}

// A left-over word is that of the one link with a part of it.
func TestOwner(t *testing.T) {
	p := paragraph{taken: []found{{stretch{0, 0, 0, 2}, 7, 0}, {stretch{0, 0, 2, 4}, 7, 0}, {stretch{0, 0, 4, 6}, 8, 0}}}
	for _, c := range []struct {
		from, to int
		owner    int32
		ok       bool
	}{{0, 2, 7, true}, {1, 3, 7, true}, {3, 5, 7, false}, {4, 9, 8, true}, {6, 9, -1, true}} {
		owner, ok := p.owner(stretch{0, 0, c.from, c.to})
		if ok != c.ok || ok && owner != c.owner {
			t.Errorf("owner of %d to %d is %d, %v", c.from, c.to, owner, ok)
		}
	}
}

func TestSoundsPartly(t *testing.T) {
	g := newIdeographs("の")
	letters := g.runs("岩槻")[0]
	o := leftOver{ends: [2]*ideograph{letters[0], letters[1]}}
	for name, want := range map[string]bool{"iwafune": true, "onotsuki": true, "ono": false, "iwa-fune": false, "funeiwa": false} {
		if got := o.soundsPartly(name); got != want {
			t.Errorf("%s sounds partly like it: %v", name, got)
		}
	}
	if (&leftOver{}).soundsPartly("iwafune") {
		t.Error("a word that is no part of unspaced text sounds partly like a name")
	}
}

// No more letters of a paragraph are read than a paragraph has.
func TestRunsOfLongText(t *testing.T) {
	g, n := newIdeographs(""), 0
	for _, run := range g.runs(strings.Repeat("大宮々、", maxUnspaced)) {
		n += len(run)
	}
	if n != maxUnspaced {
		t.Errorf("%d letters were read, want %d", n, maxUnspaced)
	}
}

// A type is linked with as many stretches as it has mentions, and with none that is less likely.
func TestTake(t *testing.T) {
	g := newIdeographs("の")
	l := &linker{inSource: &inSource{sourceWords: &sourceWords{known: make(map[string]int32), unspaced: [][][]*ideograph{g.runs("大宮大宮宮")}}}}
	take := func(mentions int, all ...found) (n int) {
		p := paragraph{links: []link{{mentions: mentions}}}
		for _, f := range all {
			l.take(&p, f, stretch.overlaps)
		}
		return len(p.taken)
	}
	first, second := found{stretch: stretch{from: 0, to: 2}}, found{stretch: stretch{from: 2, to: 4}}
	far, short := found{stretch: stretch{from: 2, to: 4}, cost: alike}, found{stretch: stretch{from: 4, to: 5}}
	for _, c := range []struct {
		name string
		got  int
		want int
	}{
		{"two mentions", take(2, first, second), 2},
		{"one mention", take(1, first, second), 1},
		{"one place", take(2, first, first), 1},
		{"further away", take(2, first, far), 1},
		{"shorter", take(2, first, short), 1},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d stretches, want %d", c.name, c.got, c.want)
		}
	}
}

// The word for what a place is may be joined on behind its name, not behind a single character.
func TestIsWithout(t *testing.T) {
	for _, c := range []struct {
		long, short string
		want        bool
	}{{"大宮市", "大宮", true}, {"大市", "大", false}, {"大宮人", "大宮", false}, {"大宮", "大宮市", false}, {"大宮市", "宮市", false}} {
		if got := isWithout(c.long, c.short); got != c.want {
			t.Errorf("%s is %s and what it is: %v", c.long, c.short, got)
		}
	}
}

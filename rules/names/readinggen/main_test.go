package main

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestRegenerate makes the table again from the sources and compares it byte for byte.
func TestRegenerate(t *testing.T) {
	dir := os.Getenv("MTLINT_WORD_SOURCES")
	if dir == "" {
		t.Skip("MTLINT_WORD_SOURCES does not name the folder that fetch.sh filled")
	}
	got, err := generate(dir)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../data/readings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("readings.tsv (%d bytes) differs from what the sources give (%d bytes): run readinggen", len(want), len(got))
	}
}

func TestGenerateNamesTheMissingSource(t *testing.T) {
	if _, err := generate(t.TempDir()); err == nil || !strings.Contains(err.Error(), "Unihan") {
		t.Errorf("generate of an empty folder = %v", err)
	}
}

// words returns words from a text like "山田=ヤマダ".
func words(text string) (all []word) {
	for entry := range strings.FieldsSeq(text) {
		spelt, reading, _ := strings.Cut(entry, "=")
		all = append(all, word{[]rune(spelt), []rune(reading)})
	}
	return all
}

func TestLearn(t *testing.T) {
	got := learn(words("山=ヤマ 川=カワ 田=タ 山田=ヤマダ 川田=カワダ 山川=ヤマカワ 田山=タヤマ 田川=タガワ 高田=タカダ 高山=タカヤマ 霧ヶ山=キリガヤマ 霧山=キリヤマ"))
	want := map[rune][]string{'山': {"ヤマ"}, '川': {"カワ"}, '田': {"タ", "ダ"}, '高': {"タカ"}, '霧': {"キリ"}}
	if !maps.EqualFunc(got, want, slices.Equal) {
		t.Errorf("learn = %q, want %q", got, want)
	}
}

func TestIsReadable(t *testing.T) {
	for _, c := range []struct {
		word string
		want bool
	}{
		{"山田=ヤマダ", true}, {"霧ヶ峰=キリガミネ", true}, {"いの町=イノチョウ", true},
		{"ホンダ=ホンダ", false}, {"Ｊリーグ=ジェイリーグ", false}, {"山田=*", false}, {"一二三四五六七=ヒフミヨイムナ", false},
	} {
		if got := words(c.word)[0].isReadable(); got != c.want {
			t.Errorf("%s: isReadable %v, want %v", c.word, got, c.want)
		}
	}
}

func TestWithoutTone(t *testing.T) {
	for syllable, want := range map[string]string{"zhèng": "zheng", "lǜ": "lu", "ér": "er", "a": "a"} {
		if got := withoutTone(syllable); got != want {
			t.Errorf("withoutTone(%s) = %q, want %q", syllable, got, want)
		}
	}
}

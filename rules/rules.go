// Package rules is the list of all rules and their documentation.
//
// One rule is one file RULE.go in the package of its category, one fixture testdata/rules/CATEGORY/RULE.txtar, and one
// line here. The doc comment of the rule's variable is the only source of its documentation: the command, docs/rules and
// the package documentation print it, and its examples are executed.
package rules

import (
	"embed"
	"fmt"
	"strings"

	"mtlint/lint"
	"mtlint/rules/brackets"
	"mtlint/rules/casing"
	"mtlint/rules/consistency"
	"mtlint/rules/dates"
	"mtlint/rules/encoding"
	"mtlint/rules/garble"
	"mtlint/rules/leftover"
	"mtlint/rules/names"
	"mtlint/rules/numbers"
	"mtlint/rules/quotes"
	"mtlint/rules/repetition"
	"mtlint/rules/spacing"
	"mtlint/rules/suppression"
	"mtlint/rules/wording"
)

// All returns every rule, sorted by name.
func All() []*lint.Rule {
	return []*lint.Rule{
		brackets.AfterArticle,
		brackets.Glued,
		brackets.Slashes,
		brackets.Unbalanced,
		casing.AfterSemicolon,
		casing.DoubleCapital,
		casing.HalfName,
		casing.LostStop,
		casing.LowerItem,
		casing.LowerParagraph,
		casing.LowerProper,
		casing.LowerStart,
		casing.PhraseCapital,
		casing.ShoutedWord,
		casing.SmallPronoun,
		casing.StrayCapital,
		consistency.DateStyle,
		consistency.Percent,
		consistency.PlaceNoun,
		consistency.Spelling,
		consistency.Us,
		dates.BareDay,
		dates.Clock,
		dates.DayDot,
		dates.DayOf,
		dates.Decade,
		dates.DisplacedDay,
		dates.Dotted,
		dates.DoubleMonth,
		dates.ForeignCalendar,
		dates.Impossible,
		dates.InDay,
		dates.NeedlessEra,
		dates.NumberMonth,
		dates.OpeningDate,
		dates.OrdinalResidue,
		dates.PartedDay,
		dates.RelativeAbsolute,
		dates.RelativeDay,
		dates.ShortYear,
		dates.SpareOf,
		dates.TheYear,
		dates.ThisWeekday,
		dates.TornEra,
		dates.WeekdayBehind,
		dates.WeekdayClash,
		dates.WrongWeekday,
		encoding.Attribute,
		encoding.BareEscape,
		encoding.BorrowedMark,
		encoding.Citation,
		encoding.Control,
		encoding.Entity,
		encoding.ForeignDigit,
		encoding.ForeignMark,
		encoding.ForeignScript,
		encoding.Homoglyph,
		encoding.Invisible,
		encoding.LostLetter,
		encoding.ModelToken,
		encoding.Mojibake,
		encoding.Percent,
		encoding.Placeholder,
		encoding.ReplacementCharacter,
		encoding.Shortcode,
		encoding.Tag,
		encoding.Untranslated,
		garble.CamelJoin,
		garble.DigitInWord,
		garble.DigitJoin,
		garble.DropCap,
		garble.EdgeCut,
		garble.EdgeJoin,
		garble.ForeignEnding,
		garble.FunctionJoin,
		garble.Hyphenation,
		garble.SentenceJoin,
		garble.SplitWord,
		garble.StutteredEnding,
		garble.WordJoin,
		leftover.AltText,
		leftover.BroadcastCue,
		leftover.Byline,
		leftover.CaptionCredit,
		leftover.CreditBar,
		leftover.EndMark,
		leftover.FeedCredit,
		leftover.FusedCredit,
		leftover.FusedHeading,
		leftover.FusedLead,
		leftover.FusedSource,
		leftover.Notice,
		leftover.OrphanWord,
		leftover.PageCode,
		leftover.SiteName,
		leftover.TranslateURL,
		leftover.TranslatorNote,
		leftover.Truncated,
		leftover.Widget,
		names.Across,
		names.Alias,
		names.Apostrophe,
		names.ArticleCase,
		names.ArticleSpelling,
		names.Diacritic,
		names.ForeignPlace,
		names.Glossary,
		names.Hyphen,
		names.InnerCapital,
		names.LowerPart,
		names.Lowercase,
		names.Order,
		names.Romanisation,
		names.TitleVsBody,
		names.TranslatedHead,
		names.TranslatedName,
		names.Variant,
		numbers.Bracketed,
		numbers.ColonScore,
		numbers.DotsRange,
		numbers.DoubledCurrency,
		numbers.DoubledUnit,
		numbers.FallingRange,
		numbers.ForeignFormat,
		numbers.Fraction,
		numbers.GarbledOne,
		numbers.HalfOrdinal,
		numbers.LeadingZero,
		numbers.ListComma,
		numbers.ListCount,
		numbers.LostSuperscript,
		numbers.MinusBelow,
		numbers.MissingSeparator,
		numbers.Ordinal,
		numbers.OrdinalDot,
		numbers.PercentBefore,
		numbers.PluralScale,
		numbers.ScoreClash,
		numbers.ScoreInWords,
		numbers.SpacedSymbol,
		numbers.Split,
		numbers.Thousand,
		numbers.UnitStack,
		numbers.UnitStop,
		numbers.WordAndDigit,
		quotes.Adjacent,
		quotes.Apostrophe,
		quotes.Brand,
		quotes.CommaOrder,
		quotes.DashSpeech,
		quotes.Doubled,
		quotes.Edge,
		quotes.Foreign,
		quotes.Glued,
		quotes.GluedSingle,
		quotes.InnerStop,
		quotes.Inverted,
		quotes.LostApostrophe,
		quotes.LostStop,
		quotes.Misplaced,
		quotes.Misspaced,
		quotes.MixedStyle,
		quotes.Nested,
		quotes.Place,
		quotes.Single,
		quotes.Spaced,
		quotes.Stray,
		quotes.TornOff,
		quotes.TornWord,
		quotes.Unbalanced,
		quotes.Unmarked,
		repetition.Adverbial,
		repetition.Attribution,
		repetition.Clause,
		repetition.Cognate,
		repetition.Compound,
		repetition.Date,
		repetition.Dateline,
		repetition.Figure,
		repetition.Generic,
		repetition.GlossDuplicate,
		repetition.Line,
		repetition.ListItem,
		repetition.Loop,
		repetition.Name,
		repetition.NearDuplicate,
		repetition.Phrase,
		repetition.Pleonasm,
		repetition.Refrain,
		repetition.Root,
		repetition.SelfGloss,
		repetition.Sentence,
		repetition.SimilarLine,
		repetition.SuchAs,
		repetition.Synonyms,
		repetition.VariedLoop,
		repetition.Word,
		repetition.XAndX,
		repetition.XOfX,
		spacing.AfterMark,
		spacing.Apostrophe,
		spacing.AsideComma,
		spacing.BeforeMark,
		spacing.Bracket,
		spacing.ClauseHyphen,
		spacing.CommaDash,
		spacing.CommaSplice,
		spacing.Degree,
		spacing.DoubledMark,
		spacing.EarlyStop,
		spacing.EdgeComma,
		spacing.EmptyBrackets,
		spacing.Hyphen,
		spacing.HyphenArticle,
		spacing.LoneClause,
		spacing.LostDash,
		spacing.MarkStack,
		spacing.OneSidedHyphen,
		spacing.OpenApposition,
		spacing.QuestionStop,
		spacing.Slash,
		spacing.SpeechDash,
		spacing.SubjectComma,
		spacing.ThatComma,
		spacing.TightDash,
		spacing.TornName,
		spacing.TwoDot,
		spacing.URL,
		spacing.VerbDash,
		suppression.Unknown,
		suppression.Unused,
		wording.AttributionStop,
		wording.BareAttribution,
		wording.Calque,
		wording.ConnectivePair,
		wording.DoubleAttribution,
		wording.DoubleComparison,
		wording.DoubleDeterminer,
		wording.DoublePreposition,
		wording.DoubledSubject,
		wording.FutureClause,
		wording.HowToQuestion,
		wording.IndefiniteArticle,
		wording.LeadingAnd,
		wording.LostArticle,
		wording.LostName,
		wording.LostObject,
		wording.LostSubject,
		wording.LostVerb,
		wording.NeedlessArticle,
		wording.NumberClash,
		wording.OneOfSingular,
		wording.ParticipleNoun,
		wording.PastInfinitive,
		wording.PluralVerb,
		wording.PronounClash,
		wording.RelativeFragment,
		wording.SingularMeasure,
		wording.SplitCannot,
		wording.SummerAge,
		wording.ThereIs,
		wording.TitledName,
		wording.Uncountable,
		wording.VerbFirst,
		wording.VerbForm,
	}
}

//go:embed */*.go
var sources embed.FS

// Doc is what the doc comment of a rule says.
type Doc struct {
	Summary string     // first sentence: "Unbalanced reports …"
	Text    []string   // paragraphs: why machines do it, what is right, when the fix is unsafe, the figures measured
	Names   [][]string // what the examples settle: spellings of one name, the one to write first
	Bad     []string   // lines with a finding; " ¶ " stands for a paragraph break
	Good    []string   // lines without one
}

// DocOf returns the documentation of a rule.
func DocOf(r *lint.Rule) (Doc, error) {
	if r.Doc != "" {
		return parseDoc(strings.Split(r.Doc, "\n")), nil
	}
	path := strings.ReplaceAll(r.Name, "-", "_") + ".go"
	source, err := sources.ReadFile(path)
	if err != nil {
		return Doc{}, fmt.Errorf("rule %s: want its source in rules/%s", r.Name, path)
	}
	comment, ok := ruleComment(string(source))
	if !ok {
		return Doc{}, fmt.Errorf("rules/%s: no doc comment above the variable of type *lint.Rule", path)
	}
	return parseDoc(comment), nil
}

// ruleComment returns the lines of the comment above the rule's variable, comment signs taken off.
func ruleComment(source string) ([]string, bool) {
	var comment []string
	for _, line := range strings.Split(source, "\n") {
		if text, ok := strings.CutPrefix(line, "//"); ok {
			comment = append(comment, strings.TrimPrefix(text, " "))
			continue
		}
		if strings.HasPrefix(line, "var ") && strings.HasSuffix(line, "= &lint.Rule{") {
			return comment, len(comment) > 0
		}
		comment = nil
	}
	return nil, false
}

// Settled says what one item of Doc.Names settles.
func Settled(spellings []string) string {
	if len(spellings) == 1 {
		return spellings[0]
	}
	return spellings[0] + ", not " + strings.Join(spellings[1:], ", ")
}

// Glossary returns the glossary that the examples are linted with; nil for none.
func (d *Doc) Glossary() *lint.Glossary {
	if len(d.Names) == 0 {
		return nil
	}
	g := new(lint.Glossary)
	for _, n := range d.Names {
		g.Names = append(g.Names, lint.GlossaryName{Name: n[0], Variants: n[1:]})
	}
	return g
}

func parseDoc(comment []string) Doc {
	var d Doc
	var paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			d.Text = append(d.Text, strings.Join(paragraph, " "))
		}
		paragraph = nil
	}
	for _, line := range comment {
		text := strings.TrimSpace(line)
		if bad, ok := strings.CutPrefix(text, "bad: "); ok {
			flush()
			d.Bad = append(d.Bad, bad)
		} else if names, ok := strings.CutPrefix(text, "names: "); ok {
			flush()
			d.Names = append(d.Names, strings.Split(names, " / "))
		} else if good, ok := strings.CutPrefix(text, "good: "); ok {
			flush()
			d.Good = append(d.Good, good)
		} else if text == "" {
			flush()
		} else {
			paragraph = append(paragraph, text)
		}
	}
	flush()
	if len(d.Text) > 0 {
		d.Summary, d.Text = d.Text[0], d.Text[1:]
	}
	return d
}

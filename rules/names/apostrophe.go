package names

import "mtlint/lint"

// Apostrophe reports a name with an apostrophe that the document also writes without: al-Wala'i and al-Walai, Ma'rib and
// Marib.
//
// Ayin and hamza have no Latin letter, so the engine writes an apostrophe for them in one sentence and nothing in the
// next. Either is right; an article has one. Straight and curly apostrophes are one, and a possessive ending is no part
// of the name. The form without is reported, or the form with it where the other is five times as frequent.
//
// The fix is unsafe, and manual where the other form is not twice as frequent.
//
// bad: Troops left Ma'rib on Monday. Traders in Ma'rib were glad. A road to Marib was closed.
// good: Troops left Ma'rib on Monday. Traders in Ma’rib were glad.
// good: The mayor of Doha spoke. Doha's roads were closed.
//
// Measured on machine-translated news: 0.05 hits per 10,000 words, on clean English news 0; 3 read, 3 right. Texts
// from Arabic have far more.
var Apostrophe = &lint.Rule{
	Name:     "names/apostrophe",
	Severity: lint.Warning,
	MQM:      "Terminology/Inconsistent with terminology resource",
	Run:      func(p *lint.Pass) { reportStyle(p, apostropheStyle) },
}

// Package config reads the configuration of a house, .mtlint.yaml, and settles what holds for a file.
//
//	path ─ Loader.For → the nearest .mtlint.yaml upwards → File
//	         │  its Layer, the overrides that fit the path, the flags: the last on top
//	         ▼
//	       Settings{Lang, SourceLang, Config, Glossary, Baseline}
//
// Faults are errors of type [yamlfile.Error], joined: all of a file at once, each with its line. A Loader reads every
// file once. The package knows no rule: what a configuration may name is handed to it as [Known].
package config

import (
	"mtlint/lint"
	"mtlint/lint/ignore"
	"mtlint/lint/yamlfile"
)

// Name is the name of a configuration file.
const Name = ".mtlint.yaml"

// File is what one configuration file says.
//
// mtlint needs no configuration. What a house wants otherwise stands in a file .mtlint.yaml: mtlint config init writes one
// with every key commented out, mtlint config show FILE prints what holds for a file and where it is settled, and
// mtlint config validate tells all faults of a configuration at once and tries the examples in it.
//
// # Which file holds
//
// For each text the nearest .mtlint.yaml upwards from its folder holds, alone: one further up counts for nothing below it.
// With --config FILE that file holds for all texts. Patterns start from the folder of the file, with --config from the
// current folder; the files that it names, as names files and the baseline, are always found from its own folder.
//
// A configuration with a fault ends the run with exit code 2 before anything is linted. Each fault comes with its line:
//
//	mtlint: .mtlint.yaml:3:1: unknown key "selct": did you mean select?
//	  │ selct: [quotes]
//	  │ ^^^^^
//
// # Completion in editors
//
// mtlint config schema prints the JSON schema of the file. Editors with the YAML language server complete and explain the
// keys and the names of the rules by it, once the schema is saved and the first line of the configuration names it:
//
//	mtlint config schema >.mtlint.schema.json
//
//	# yaml-language-server: $schema=.mtlint.schema.json
//
// # What goes over what
//
// The command line goes over the overrides, a later override over an earlier one, the overrides over the rest of the file,
// and this over the defaults. What is one value is replaced. What is a list adds up, but for select, which takes the place
// of the one below it.
//
// # What is not linted
//
// A run over a folder passes over hidden files and folders, vendor and node_modules; over what .gitignore and
// .mtlintignore files mean, in the folder, below it, and above it up to the root of the repository, or without a repository
// up to the current folder; and over what exclude means. All have the patterns of .gitignore files:
//
//   - archive/ is any folder of that name, with all in it; notes.txt any file or folder of that name.
//   - /archive/ and news/archive/ are looked for from the folder of the file alone.
//   - The signs * and ? stand for letters of one name, ** for any folders: news/**/*.draft.txt.
//   - !keep.txt takes back what a pattern before it means.
//
// A file or a folder that is named on the command line is linted although it is ignored or excluded. A hook that hands all
// changed files over gives --force-exclude: then it is not. --no-ignore lints everything.
//
// # Comments in the text
//
// A comment leaves findings out, in Markdown and HTML wherever comments may stand, in plain text on a line of its own
// between paragraphs. What stands behind the colon is the reason, for people and reports:
//
//	<!-- mtlint-disable-next-line spacing/before-mark, quotes: as the sign has it -->
//	<!-- mtlint-disable names/variant: both brothers are meant -->
//	<!-- mtlint-enable names/variant -->
//	<!-- mtlint-disable-file casing: headlines as they were -->
//
// In MDX, which knows no comments of HTML, it is {/* mtlint-disable-next-line casing: a title */}.
//
// The next line is the next one of the file that is neither blank nor such a comment, and no more of its paragraph: round a
// paragraph of several lines stand mtlint-disable and mtlint-enable. mtlint-disable holds up to its mtlint-enable, or to the
// end of the file. Without a name all rules are meant. What is left out is counted, in the summary and in JSON. A name that
// leaves nothing out is itself reported (suppression/unused), and so is one that there is not (suppression/unknown).
type File struct {
	Layer `yaml:",inline"`

	// Files and folders that a run over a folder passes over, as patterns of .gitignore files. A file that is named on
	// the command line is linted all the same, unless --force-exclude is given.
	//
	//	exclude: [archive/, "*.draft.txt"]
	Exclude Texts `yaml:"exclude"`

	// The file with the findings that are known and left alone, as --write-baseline writes it.
	//
	//	baseline: .mtlint-baseline.json
	Baseline Text `yaml:"baseline"`

	// Settings for some of the files. Of several that fit a file, the later one goes over the earlier.
	//
	//	overrides:
	//	  - files: [sport/, "*-live.txt"]
	//	    ignore: [numbers/score-clash]
	//	  - files: legal/
	//	    names: legal-names.yaml
	//	    severity:
	//	      names: error
	Overrides []Override `yaml:"overrides"`

	path   string
	reader *yamlfile.Reader
	base   string // the absolute folder that its patterns start from
	globs  ignore.Patterns
}

// Path returns the path of the file.
func (f *File) Path() string { return f.path }

// Layer is the settings that a file has for all files, an override for some, and the command line over both.
type Layer struct {
	// The language of the texts, as a tag: en, en-GB. Without it, what a file says of itself counts, or English.
	//
	//	lang: en-GB
	Lang Text `yaml:"lang"`

	// The language that the texts were translated from. Some findings are surer where it is known.
	//
	//	source-lang: ar
	SourceLang Text `yaml:"source-lang"`

	// The genre of the texts: news, web, social or docs. A profile turns rules off, or down to info, that are not
	// reliable there.
	//
	//	profile: web
	Profile Text `yaml:"profile"`

	// The rules and categories that run; without it all do. It takes the place of what is selected below it: an override
	// goes over the file, the command line over both.
	//
	//	select: [quotes, names/variant]
	Select Texts `yaml:"select"`

	// Rules and categories that do not run. They add up; what is ignored stays so, unless a select above names just it.
	//
	//	ignore: [quotes/foreign, wording]
	Ignore Texts `yaml:"ignore"`

	// The level of a rule or of all rules of a category: error, warning, info, or off. That of a rule goes over that of
	// its category.
	//
	//	severity:
	//	  names/variant: error
	//	  wording: info
	Severity Levels `yaml:"severity"`

	// Files with settled spellings of names; the later ones go on top. The page on names (names.md) says what is in them.
	//
	//	names: [names.yaml, names-sport.yaml]
	Names Texts `yaml:"names"`

	// The words of the house: what not to write, and what to write instead. The rule terms/forbidden finds them.
	//
	//	terms:
	//	  - forbidden: [stakeholder, interested party]
	//	    preferred: partner
	//	    bad: [The stakeholders met., Interested parties may write to us.]
	//	    good: [The partners met.]
	//	  - forbidden: utilize
	//	    preferred: use
	//	    inflect: verb
	//	    bad: [They utilized the tool.]
	//	  - forbidden: Gulf
	//	    preferred: [Persian Gulf, Arabian Gulf]
	//	    inflect: none
	//	    note: either name is right, the bare word is not
	Terms []Term `yaml:"terms"`

	// Rules of the house for phrases. A rule of the name short is house/short everywhere: in select, in severity, in
	// comments and in the output.
	//
	//	rules:
	//	  - name: click-here
	//	    pattern: ["click|press here", "[please] follow this|the link"]
	//	    message: say where the link leads
	//	    severity: warning
	//	    bad: [Click here to read on.]
	//	    good: [The lock will click. Here we are.]
	Rules []Rule `yaml:"rules"`

	house []*lint.Rule // that Rules describe
}

// Override is settings for the files that fit its patterns.
type Override struct {
	At yamlfile.Place `yaml:"-"`

	// Which files, as patterns of .gitignore files, from the folder of the configuration.
	Files Texts `yaml:"files" jsonschema:"required"`

	Layer `yaml:",inline"`

	globs ignore.Patterns
}

// Term is one entry of terms.
type Term struct {
	At yamlfile.Place `yaml:"-"`

	// What not to write: a word, a phrase, or several. A small letter stands for either case, a capital for itself alone:
	// Turkey does not find turkey. What is part of a preferred text is right: Gulf is not found in Persian Gulf.
	// A compound with a hyphen is a word of its own: partner does not find partner-led.
	Forbidden Texts `yaml:"forbidden" jsonschema:"required"`

	// What to write instead. The fix bends as what it replaces, and has its capitals; --fix makes it. Of several, each is
	// right and offered, and only --unsafe-fixes takes the first.
	Preferred Texts `yaml:"preferred" jsonschema:"required"`

	// How the term bends: noun (the default: plural and possessive of the last word), verb (-s, -ed and -ing of the
	// first word) or none.
	Inflect Text `yaml:"inflect"`

	// Why, for those who read the finding.
	Note Text `yaml:"note"`

	// The level of the finding: error, warning (the default) or info.
	Severity Text `yaml:"severity"`

	// Sentences in which the term is found. mtlint config validate tries them.
	Bad Texts `yaml:"bad"`

	// Sentences in which nothing of the term is found.
	Good Texts `yaml:"good"`
}

// Rule is one entry of rules.
type Rule struct {
	At yamlfile.Place `yaml:"-"`

	// The name, in lower case with hyphens.
	Name Text `yaml:"name" jsonschema:"required"`

	// The phrase, or several.
	Pattern Texts `yaml:"pattern" jsonschema:"required"`

	// What is wrong with it: lower case, no full stop.
	Message Text `yaml:"message" jsonschema:"required"`

	// What to write instead; of several, the best first. Without it there is no fix.
	Replacement Texts `yaml:"replacement"`

	// Whether --fix makes the replacement: safe, unsafe (the default: with --unsafe-fixes) or manual (never).
	Fix Text `yaml:"fix"`

	// The level of the finding: error, warning (the default) or info.
	Severity Text `yaml:"severity"`

	// Sentences in which the phrase is found. mtlint config validate tries them.
	Bad Texts `yaml:"bad"`

	// Sentences in which it is not.
	Good Texts `yaml:"good"`
}

// Text is a text and where it stands.
type Text struct {
	Value string
	At    yamlfile.Place
	File  string // the path of its file; empty for the command line
}

// Texts is one text or a list of them.
type Texts []Text

// Values returns the texts without their places.
func (ts Texts) Values() []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Value)
	}
	return out
}

// Level is the level of a rule or a category.
type Level struct{ Rule, Level Text }

// Levels maps rules and categories to levels, in the order of the file.
type Levels []Level

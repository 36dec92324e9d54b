package authority

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// maxName is the room for a folded name. The longest printed form needs less
// than 100 bytes.
const maxName = 128

// fold appends the name in the form in which names are compared: lower-case
// words with one space between them, without apostrophes and other marks,
// without "and" and "the", and with "on" for "upon" and "st" for "saint". A name
// longer than any real one is cut short and marked with a character that no name
// has.
func fold(dst []byte, name string) []byte {
	word := 0 // where the current word begins
	for _, r := range name {
		if len(dst) > maxName-8 {
			return append(dst, "…"...)
		}
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			dst = append(dst, byte(r))
		case 'A' <= r && r <= 'Z':
			dst = append(dst, byte(r)+'a'-'A')
		case r == '\'' || r == '`':
		case r < utf8.RuneSelf || strings.ContainsRune("\u00a0\u2002\u2003\u2009\u200a\u202f\u2010\u2011\u2012–—", r):
			dst, word = endWord(dst, word)
		case strings.ContainsRune("´‘’ʼ′\u00ad\u200b\u200c\u200d\ufeff", r):
		case 'ﬀ' <= r && r <= 'ﬄ':
			dst = append(dst, [...]string{"ff", "fi", "fl", "ffi", "ffl"}[r-'ﬀ']...)
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	dst, _ = endWord(dst, word)
	return bytes.TrimSuffix(dst, []byte(" "))
}

// endWord ends the word that begins at the offset and returns where the next
// one begins.
func endWord(dst []byte, word int) ([]byte, int) {
	switch string(dst[word:]) {
	case "":
		return dst, word
	case "and", "the":
		return dst[:word], word
	case "upon":
		dst = append(dst[:word], "on"...)
	case "saint":
		dst = append(dst[:word], "st"...)
	}
	return append(dst, ' '), len(dst) + 1
}

// owners returns the authorities that have the folded name. It takes off the
// words around the name one by one, first those after it and then those before
// it, until an authority has what is left.
func (t *tables) owners(key []byte) []uint16 {
	for before := council(0); ; {
		place, kind := key, before
		for {
			if found := t.names[string(place)]; found != nil {
				return t.namesakes(place, kind, found)
			}
			a := affixOf(place, suffixes, bytes.HasSuffix)
			if a.text == "" {
				break
			}
			place, kind = place[:len(place)-len(a.text)], kind|a.kind
		}
		a := affixOf(key, prefixes, bytes.HasPrefix)
		if a.text == "" {
			return nil
		}
		key, before = key[len(a.text):], before|a.kind
	}
}

// namesakes adds the other authority that may be meant if the kind of council
// points to it: Derbyshire for "Derby County Council", and Derby for "Derbyshire
// City Council".
func (t *tables) namesakes(key []byte, kind council, found []uint16) []uint16 {
	var others []uint16
	switch place, isShire := bytes.CutSuffix(key, []byte("shire")); {
	case isShire && kind == town:
		others = t.names[string(place)]
	case !isShire && kind == county:
		others = t.names[string(key)+"shire"]
	}
	if others == nil {
		return found
	}
	return append(found[:len(found):len(found)], others...)
}

// council is the kind of council that the words around a name speak of: a town
// or city, a county, both or neither.
type council uint8

const (
	town council = 1 << iota
	county
)

// affix is words that stand before or after the name of a place, folded.
type affix struct {
	text string
	kind council
}

// affixOf returns the first affix that the key has, the zero affix if none.
func affixOf(key []byte, affixes []affix, has func(s, affix []byte) bool) affix {
	for _, a := range affixes {
		if has(key, []byte(a.text)) {
			return a
		}
	}
	return affix{}
}

// prefixes are the words that stand before the name of a place.
var prefixes = []affix{
	{"london borough of ", town},
	{"royal borough of ", town},
	{"metropolitan borough of ", town},
	{"metropolitan district of ", town},
	{"borough of ", town},
	{"district of ", town},
	{"city of ", town},
	{"city borough of ", town},
	{"city county of ", town | county},
	{"city district of ", town},
	{"county of ", county},
	{"county ", county},
	{"council of ", 0},
	{"borough council of ", town},
	{"city council of ", town},
}

// suffixes are the words that stand after it; they are taken off one by one, so
// "metropolitan borough council" need not be among them.
var suffixes = []affix{
	{" london borough of", town},
	{" royal borough of", town},
	{" metropolitan borough of", town},
	{" borough of", town},
	{" city of", town},
	{" county of", county},
	{" council", 0},
	{" city", town},
	{" borough", town},
	{" district", town},
	{" metropolitan", town},
	{" mbc", town},
	{" mdc", town},
	{" county", county},
	{" unitary", 0},
	{" authority", 0},
	{" local", 0},
	{" childrens services", 0},
	{" services for children", 0},
	{" childrens social care", 0},
	{" childrens social care services", 0},
	{" lscb", 0},
	{" safeguarding children board", 0},
	{" safeguarding childrens board", 0},
	{" safeguarding children partnership", 0},
	{" safeguarding childrens partnership", 0},
	{" safeguarding partnership", 0},
	{"s", 0}, // "Kent’s children’s services"
}

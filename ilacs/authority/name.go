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
// words with one space between them, without apostrophes, other marks, "and"
// and "the", and with "on" for "upon" and "st" for "saint". A name longer than
// any is cut short, with a mark that no name has.
func fold(dst []byte, name string) []byte {
	word := 0 // where the present word begins
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

// endWord ends the word that begins at the offset, and returns where the next
// one does.
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

// owners returns those that bear the folded name. What stands about the name
// is taken off it bit by bit, first behind it and then before it, until one
// bears what is left.
func (t *tables) owners(key []byte) []uint16 {
	for said := kinds(0); ; {
		rest, behind := key, said
		for {
			if found := t.names[string(rest)]; found != nil {
				return t.namesakes(rest, behind, found)
			}
			a := affixOf(rest, tails, bytes.HasSuffix)
			if a.text == "" {
				break
			}
			rest, behind = rest[:len(rest)-len(a.text)], behind|a.kind
		}
		a := affixOf(key, heads, bytes.HasPrefix)
		if a.text == "" {
			return nil
		}
		key, said = key[len(a.text):], said|a.kind
	}
}

// namesakes adds the other one where the kind of council that was said speaks
// for it: Derbyshire, if it was "Derby County Council", and Derby, if it was
// "Derbyshire City Council".
func (t *tables) namesakes(key []byte, said kinds, found []uint16) []uint16 {
	var others []uint16
	switch place, isShire := bytes.CutSuffix(key, []byte("shire")); {
	case isShire && said == town:
		others = t.names[string(place)]
	case !isShire && said == shire:
		others = t.names[string(key)+"shire"]
	}
	if others == nil {
		return found
	}
	return append(found[:len(found):len(found)], others...)
}

// kinds are what the words about a name say of the council.
type kinds uint8

const (
	town kinds = 1 << iota
	shire
)

type affix struct {
	text string
	kind kinds
}

// affixOf returns the first affix that the key has.
func affixOf(key []byte, affixes []affix, has func(s, affix []byte) bool) affix {
	for _, a := range affixes {
		if has(key, []byte(a.text)) {
			return a
		}
	}
	return affix{}
}

// heads are the words that stand before the name of a place, folded.
var heads = []affix{
	{"london borough of ", town},
	{"royal borough of ", town},
	{"metropolitan borough of ", town},
	{"metropolitan district of ", town},
	{"borough of ", town},
	{"district of ", town},
	{"city of ", town},
	{"city borough of ", town},
	{"city county of ", town | shire},
	{"city district of ", town},
	{"county of ", shire},
	{"county ", shire},
	{"council of ", 0},
	{"borough council of ", town},
	{"city council of ", town},
}

// tails are the words that stand behind it; they are taken off one by one, so
// that "metropolitan borough council" need not be one of them.
var tails = []affix{
	{" london borough of", town},
	{" royal borough of", town},
	{" metropolitan borough of", town},
	{" borough of", town},
	{" city of", town},
	{" county of", shire},
	{" council", 0},
	{" city", town},
	{" borough", town},
	{" district", town},
	{" metropolitan", town},
	{" mbc", town},
	{" mdc", town},
	{" county", shire},
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

package authority

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/ilacs/civil"
)

// What may be wrong with a name; each comes in a [*NameError].
var (
	// ErrUnknown: no authority bears the name.
	ErrUnknown = errors.New("no authority of that name")
	// ErrAmbiguous: several authorities bear the name, or a body of that name
	// serves several.
	ErrAmbiguous = errors.New("several authorities of that name")
	// ErrNotOpen: the authority of that name was not open on the day asked for.
	ErrNotOpen = errors.New("authority not open")
)

// NameError says that a name gave no authority.
type NameError struct {
	// Input is the name that was asked for, cut to at most 100 bytes.
	Input string
	// Nearest are the authorities that the name may have meant, at most five
	// for an unknown name, best first: those spelt alike (ErrUnknown), those
	// that bear the name (ErrAmbiguous), or the authority that is not open,
	// followed by its successors if it closed (ErrNotOpen). It may be empty.
	Nearest []Authority
	// Err is ErrUnknown, ErrAmbiguous or ErrNotOpen.
	Err error
}

func (e *NameError) Error() string {
	var b strings.Builder
	b.WriteString("authority: ")
	b.WriteString(e.Err.Error())
	b.WriteString(": ")
	b.WriteString(quote(e.Input))
	for i, a := range e.Nearest {
		if i == 0 {
			b.WriteString(" (nearest: ")
		} else {
			b.WriteString(", ")
		}
		b.WriteString(a.Name)
	}
	if len(e.Nearest) > 0 {
		b.WriteString(")")
	}
	return b.String()
}

// Unwrap returns e.Err, for errors.Is.
func (e *NameError) Unwrap() error { return e.Err }

// Find returns the open authority that the name means. It is [FindOn] with
// the day [AsOf]: "Dorset" is today's, and "Northamptonshire", which closed in
// 2021, is an error whose Nearest begins with the closed authority.
func Find(name string) (Authority, error) { return find(name, asOf()) }

// FindOn returns the authority that the name meant on a day, so that an old
// report's "Northamptonshire" is found. Of a day that is only a month or a
// year, any part of it will do; the zero Date means the day [AsOf].
//
// A name may be that of the place, of the council in any printed form
// ("London Borough of X", "X Metropolitan Borough Council", "X, City of"), or
// of a body that delivers the authority's services; "local authority",
// "children's services" and the safeguarding board or partnership may follow.
// Case, kinds of apostrophe, hyphens, commas, full stops, ampersands, "and",
// "the", and spaces do not matter. What kind of council it is called does not
// matter either, save where it could decide between two: "Derby County
// Council" may be Derby or Derbyshire and is ambiguous.
//
// The error is a [*NameError] that wraps ErrUnknown, ErrAmbiguous or
// ErrNotOpen.
func FindOn(name string, day civil.Date) (Authority, error) { return find(name, spanOf(day)) }

func find(name string, days span) (Authority, error) {
	r := register()
	var buf [maxName]byte
	owners := r.owners(fold(buf[:0], name))
	if len(owners) == 1 { // nearly always
		if a := r.entries[owners[0]].Authority; a.openIn(days) {
			return a, nil
		}
	}
	if len(owners) == 0 {
		return Authority{}, nameError(name, r.nearest(name), ErrUnknown)
	}
	var open, shut []Authority
	for _, i := range owners {
		if a := r.entries[i].Authority; a.openIn(days) {
			open = append(open, a)
		} else {
			shut = append(shut, a)
		}
	}
	switch len(open) {
	case 0:
		for _, a := range shut {
			for c := range Successors(a) {
				shut = append(shut, c.To)
			}
		}
		return Authority{}, nameError(name, shut, ErrNotOpen)
	case 1:
		return open[0], nil
	}
	return Authority{}, nameError(name, open, ErrAmbiguous)
}

// owners returns those that bear the folded name, with whatever stands about
// the name taken off it: first behind it, as little as will do, then before it.
func (t *tables) owners(key []byte) []uint16 {
	for kind := kinds(0); ; {
		behind, rest := kind, key
		for {
			if got := t.names[string(rest)]; got != nil {
				return t.unsure(rest, behind, got)
			}
			a, n := cut(rest, tails, bytes.HasSuffix)
			if n == 0 {
				break
			}
			rest, behind = bytes.TrimRight(rest[:len(rest)-n], " "), behind|a.kind
		}
		a, n := cut(key, heads, bytes.HasPrefix)
		if n == 0 {
			return nil
		}
		key, kind = bytes.TrimLeft(key[n:], " "), kind|a.kind
	}
}

// unsure adds the namesake where the kind of council speaks for it: a city
// called a county, or a county called a city, beside one that is.
func (t *tables) unsure(key []byte, k kinds, got []uint16) []uint16 {
	var other []uint16
	switch stem, isShire := bytes.CutSuffix(key, []byte("shire")); {
	case isShire && k&(town|shire) == town:
		other = t.names[string(stem)]
	case !isShire && k&(town|shire) == shire:
		other = t.names[string(key)+"shire"]
	}
	if other == nil {
		return got
	}
	return append(got[:len(got):len(got)], other...)
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

// heads and tails are the words that stand about the name of a place, folded;
// longer ones before those that they contain.
var heads = []affix{
	{"london borough of ", town},
	{"royal borough of ", town},
	{"metropolitan borough of ", town},
	{"metropolitan district of ", town},
	{"city county of ", town},
	{"city borough of ", town},
	{"city district of ", town},
	{"borough council of ", town},
	{"borough of ", town},
	{"district of ", town},
	{"city of ", town},
	{"county of ", shire},
	{"council of ", 0},
	{"county ", shire},
}

var tails = []affix{
	{" london borough of", town},
	{" royal borough of", town},
	{" metropolitan borough of", town},
	{" borough of", town},
	{" city of", town},
	{" county of", shire},
	{" council", 0},
	{" councils", 0},
	{" city", town},
	{" borough", town},
	{" metropolitan", town},
	{" district", town},
	{" mbc", town},
	{" mdc", town},
	{" county", shire},
	{" unitary", 0},
	{" authority", 0},
	{" authoritys", 0},
	{" local", 0},
	{" childrens services", 0},
	{" childrens services department", 0},
	{" childrens social care", 0},
	{" childrens social care services", 0},
	{" services for children", 0},
	{" lscb", 0},
	{" safeguarding children board", 0},
	{" safeguarding childrens board", 0},
	{" safeguarding children partnership", 0},
	{" safeguarding partnership", 0},
}

// cut returns the first affix that the key has, and its length.
func cut(key []byte, of []affix, has func(s, affix []byte) bool) (affix, int) {
	for _, a := range of {
		if has(key, []byte(a.text)) {
			return a, len(a.text)
		}
	}
	return affix{}, 0
}

// maxName is the longest folded name that is looked at.
const maxName = 128

// fold appends the name in the form in which names are compared: lower-case
// words with one space between them, without apostrophes, other marks, "and"
// and "the", and with "on" for "upon" and "st" for "saint". What comes after
// maxName bytes is cut off, which no name survives.
func fold(dst []byte, name string) []byte {
	word := 0 // where the present word begins
	end := func() {
		switch string(dst[word:]) {
		case "and", "the":
			dst = dst[:word]
		case "upon":
			dst = append(dst[:word], "on"...)
		case "saint":
			dst = append(dst[:word], "st"...)
		}
		if len(dst) > word {
			dst = append(dst, ' ')
			word = len(dst)
		}
	}
	for _, r := range name {
		if len(dst) > maxName-8 {
			return append(dst, "…"...)
		}
		switch {
		case 'A' <= r && r <= 'Z':
			dst = append(dst, byte(r)+'a'-'A')
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			dst = append(dst, byte(r))
		case strings.ContainsRune("'`´‘’ʼ′\u00ad\u200b\u200c\u200d\ufeff", r):
		case r < utf8.RuneSelf || strings.ContainsRune("\u00a0\u2002\u2003\u2009\u200a\u202f\u2010\u2011\u2012–—", r):
			end()
		case 0xfb00 <= r && r <= 0xfb04:
			dst = append(dst, [...]string{"ff", "fi", "fl", "ffi", "ffl"}[r-0xfb00]...)
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	end()
	return bytes.TrimSuffix(dst, []byte(" "))
}

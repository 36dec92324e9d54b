package pdf

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/requests"
)

// word is a run of characters with no space between them.
type word struct {
	text   string
	box    box
	spaced bool // a space stands before it in the file
}

// brokenHyphen is what PDFium makes of a hyphen at the end of a line and of the
// line end.
const brokenHyphen = '\uFFFE'

// words returns the words of the page at hand in the order of the file. Words
// beyond the edges of the page are left out: nobody sees them.
//
// A call into WebAssembly takes a microsecond, and each of PDFium's methods
// makes several. So the characters are fetched a page at a time, and of each
// word the places of its first and last character.
func (in *instance) words() ([]word, error) {
	characters, err := in.characters()
	if err != nil || len(characters) == 0 {
		return nil, err
	}
	edges, err := in.pdfium.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: in.current()})
	if err != nil {
		return nil, err
	}
	page := newBox(edges.Rect, in.turned)
	var words []word
	for i := 0; i < len(characters); {
		from := i
		for from < len(characters) && isSpace(characters[from]) {
			from++
		}
		if from == len(characters) {
			break
		}
		split := from == i && from > 0 && characters[from-1] != brokenHyphen // by wordEnd
		spaced := split || from > i && characters[from-1] == ' '
		if i, err = in.wordEnd(characters, from); err != nil {
			return nil, err
		}
		text := printable(characters[from:i])
		if text == "" {
			continue
		}
		b, err := in.boxOf(from, i)
		if err != nil {
			return nil, err
		}
		if b, ok := b.within(page); ok {
			words = append(words, word{text, b, spaced})
		}
	}
	return words, nil
}

// wordEnd returns the index at which the word ends that begins at from.
func (in *instance) wordEnd(characters []rune, from int) (int, error) {
	for i := from + 1; i < len(characters); i++ {
		before, r := characters[i-1], characters[i]
		if isSpace(r) || before == brokenHyphen {
			return i, nil
		}
		// PDFium sees no space in a gap as narrow as that between the number of a
		// paragraph and its first word may be.
		if unicode.IsLetter(r) && !unicode.IsLetter(before) && !strings.ContainsRune("-’'", before) {
			left, err := in.boxAt(i - 1)
			if err != nil {
				return 0, err
			}
			right, err := in.boxAt(i)
			if err != nil || left.gapTo(right) > narrowGap {
				return i, err
			}
		}
	}
	return len(characters), nil
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }

// printable returns the characters without those that are no part of a text,
// "" if only spaces are left.
func printable(characters []rune) string {
	var b strings.Builder
	blank := true
	for _, r := range characters {
		switch {
		case r == brokenHyphen:
			r = '-'
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\uFFFF' || !utf8.ValidRune(r):
			continue
		}
		blank = blank && unicode.IsSpace(r)
		b.WriteRune(r)
	}
	if blank {
		return ""
	}
	return b.String()
}

// characters returns the characters of the page at hand. The index of one is its
// index to PDFium too.
func (in *instance) characters() ([]rune, error) {
	text, err := in.pdfium.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: in.text, Count: in.count})
	if err != nil {
		return nil, err
	}
	characters := []rune(text.Text)
	if len(characters) == in.count {
		return characters, nil
	}
	// Characters that have no Unicode are left out of the text, and those beyond 16
	// bits are two to PDFium.
	characters = make([]rune, in.count)
	for i := range characters {
		r, err := in.pdfium.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: in.text, Index: i})
		if err != nil {
			return nil, err
		}
		characters[i] = rune(r.Unicode)
		if i > 0 && utf16.IsSurrogate(characters[i-1]) {
			characters[i-1], characters[i] = utf16.DecodeRune(characters[i-1], characters[i]), 0
		}
	}
	return characters, nil
}

// boxOf returns where the characters from one index up to another stand.
func (in *instance) boxOf(from, to int) (box, error) {
	first, err := in.boxAt(from)
	if err != nil || to == from+1 {
		return first, err
	}
	last, err := in.boxAt(to - 1)
	return first.union(last), err
}

// boxAt returns where a character stands: as wide as its advance and as high as
// its font.
func (in *instance) boxAt(index int) (box, error) {
	b, err := in.pdfium.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: in.text, Index: index})
	if err != nil {
		return box{}, err
	}
	return newBox(b.Rect, in.turned), nil
}

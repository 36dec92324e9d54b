package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// PlainText returns a text as one line that is safe to print on a terminal. It
// leaves out control characters, which a terminal would obey, and what is not seen,
// by which a text can look like another one: the marks that change the direction of
// writing, spaces of no width, soft hyphens.
func PlainText(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
			return ' '
		case isUnseen(r), r == utf8.RuneError, r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// joiners are not seen either, but make one sign of several.
const joiners = "\u200c\u200d"

// isUnseen reports whether a character only changes how others are set, or is not
// seen at all.
func isUnseen(r rune) bool {
	return !strings.ContainsRune(joiners, r) && unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}

// CSVCell returns a text as [PlainText] does, with an apostrophe before what a
// spreadsheet would run as a formula. That is what begins with = + - or @, or
// with one of their wide forms, which some spreadsheets read alike.
func CSVCell(s string) string {
	s = PlainText(s)
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, joiners+" ")); strings.ContainsRune("=+-@＝＋－＠", r) {
		return "'" + s
	}
	return s
}

// markdownText returns a text as [PlainText] does, with all escaped that
// Markdown, as GitHub reads it, takes for more than text wherever it stands in a
// line. What is more than text only at the beginning of a line is left to
// [lineStart].
func markdownText(s string) string {
	s = PlainText(s)
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '<':
			b.WriteString("&lt;")
			continue
		case '>':
			b.WriteString("&gt;")
			continue
		case '&':
			if next := s[i+1:]; next != "" && (next[0] == '#' || next[0] < utf8.RuneSelf && unicode.IsLetter(rune(next[0]))) {
				b.WriteString("&amp;") // it would begin a character reference
				continue
			}
		case '\\', '`', '*', '_', '[', ']', '|', '~', '$', '@', '#':
			b.WriteByte('\\')
		case ':':
			if strings.HasPrefix(s[i:], "://") { // an address would become a link
				b.WriteByte('\\')
			}
		case '.':
			if i >= 3 && strings.EqualFold(s[i-3:i], "www") {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// lineStart escapes what would mean something at the beginning of a line of
// Markdown: the mark of a list or of a definition, a rule, or the line below the
// heads of a table.
func lineStart(text string) string {
	word, rest, spaced := strings.Cut(text, " ")
	digits := strings.TrimLeft(word, "0123456789")
	switch {
	case word == "":
	case word == "+", strings.Trim(word, "-=:") == "":
		word = "\\" + word
	case len(digits) < len(word) && (digits == "." || digits == ")"):
		word = word[:len(word)-1] + "\\" + digits
	}
	if spaced {
		word += " " + rest
	}
	return word
}

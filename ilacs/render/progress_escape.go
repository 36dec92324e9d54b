package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes one line of a text from a document and takes what is no text out
// of it: control characters, which a terminal would obey, and the marks that
// reverse the direction of writing.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
			return ' '
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == utf8.RuneError, r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// markdownText takes from a text what Markdown, as GitHub reads it, would read
// as more than text, wherever it stands in a line. What is more than text only
// at the beginning of a line is left to [wrap].
func markdownText(s string) string {
	s = clean(s)
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

// lineWidth is how wide a line of Markdown gets, in characters: what every
// terminal has.
const lineWidth = 80

// wrap breaks a text between words into lines, the first behind one prefix and
// the others behind another. No line begins like a list, a heading or a rule.
func wrap(b *strings.Builder, first, rest, text string) {
	b.WriteString(first)
	room := lineWidth - utf8.RuneCountInString(first)
	begin := true
	words := strings.Fields(text)
	for i, word := range words {
		need := utf8.RuneCountInString(word)
		if i+1 < len(words) && lineStart(words[i+1]) != words[i+1] { // better not to begin a line with that
			need += 1 + utf8.RuneCountInString(words[i+1])
		}
		if !begin && need+1 > room {
			b.WriteByte('\n')
			b.WriteString(rest)
			room, begin = lineWidth-utf8.RuneCountInString(rest), true
		}
		if begin {
			word = lineStart(word)
		} else {
			b.WriteByte(' ')
			room--
		}
		b.WriteString(word)
		room, begin = room-utf8.RuneCountInString(word), false
	}
	b.WriteByte('\n')
}

// lineStart escapes a word that would mean something at the beginning of a line:
// the mark of a list or of a definition, a rule, or the line below a table's heads.
func lineStart(word string) string {
	digits := strings.TrimLeft(word, "0123456789")
	switch {
	case word == "":
	case word == "+", strings.Trim(word, "-=:") == "":
		return "\\" + word
	case len(digits) < len(word) && (digits == "." || digits == ")"):
		return word[:len(word)-1] + "\\" + digits
	}
	return word
}

// columns breaks a text into lines of a width, for a column of plain text.
func columns(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(clean(text)) {
		for utf8.RuneCountInString(word) > width { // none would fit
			cut := len(string([]rune(word)[:width]))
			lines, word = append(lines, word[:cut]), word[cut:]
		}
		if n := len(lines); n > 0 && utf8.RuneCountInString(lines[n-1])+1+utf8.RuneCountInString(word) <= width {
			lines[n-1] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

// pad fills a text with blanks on the right.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

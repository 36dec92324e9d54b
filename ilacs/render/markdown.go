package render

import (
	"strings"
	"unicode/utf8"
)

// lineWidth is how many characters wide a line of Markdown gets: every terminal
// has as many.
const lineWidth = 80

// wrap breaks a text between words into lines. The first line follows one
// prefix, the others another. No line begins like a list, a heading or a rule.
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

// markdownTable writes rows of plain texts, the first of them the heads. All
// columns but the last are filled up to one width.
func markdownTable(b *strings.Builder, rows [][]string) {
	width := make([]int, len(rows[0]))
	for _, row := range rows {
		for i := range row {
			row[i] = markdownText(row[i])
			if i < len(row)-1 || len(row[i]) < 12 {
				width[i] = max(width[i], utf8.RuneCountInString(row[i]), 3)
			}
		}
	}
	for n, row := range rows {
		for i, cell := range row {
			b.WriteString("| " + pad(cell, width[i]) + " ")
		}
		b.WriteString("|\n")
		if n == 0 {
			for _, w := range width {
				b.WriteString("| " + strings.Repeat("-", max(w, 3)) + " ")
			}
			b.WriteString("|\n")
		}
	}
}

// quoted is a quotation with its place in the document.
func quoted(q Quotation) string {
	text := "“" + markdownText(q.Text) + "”"
	if q.Place != "" {
		text += " (" + markdownText(q.Place) + ")"
	}
	return text
}

// narrow breaks a text into lines of a width, for a column of plain text.
func narrow(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		for utf8.RuneCountInString(word) > width { // a line of its own would not hold it
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

package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// A text may hold several documents, one after the other. The first is read; what
// follows is another visit's, and a note says where it begins.

// withoutSecond cuts the lines of a text where a second document begins, with the
// line of its title; -1 where none does. A report's first page gives the dates of
// inspection, a letter has one salutation: a document that has either twice, or
// has it after its first page, is followed by another.
func withoutSecond(s string, lines []layout.Line) (first []layout.Line, title int) {
	before := -1
	for i := range lines {
		var from int
		switch {
		case isSalutation(s, lines, i):
			var ok bool
			if from, ok = letterStart(s, lines, i); !ok {
				if before < 0 {
					before = i // the document's own, which bears no date
				}
				continue
			}
		case datesOfInspection(s, lines, i) == "":
			continue
		case before >= 0 && isBoardsPart(s, lines, before, i):
			continue
		default:
			from = reportStart(s, lines, i)
		}
		if from > 0 && (before >= 0 || i >= front.MaxLines) {
			return lines[:from], from
		}
		before = i
	}
	return lines, -1
}

// lineText is line i in lower case, with plain quotation marks and dashes; "" where
// there is no such line.
func lineText(s string, lines []layout.Line, i int) string {
	if i < 0 || i >= len(lines) {
		return ""
	}
	return text.Lower(text.Plain(lines[i].Text(s)))
}

// datesOfInspection are the dates that line i gives with their label, in lower
// case; "" where it gives none.
func datesOfInspection(s string, lines []layout.Line, i int) string {
	line := lines[i].Text(s)
	if strings.IndexByte("I*#|>", line[0]) < 0 { // as hardly any line begins
		return ""
	}
	if !strings.HasPrefix(strings.TrimLeft(line, "*#|> "), "Inspection ") {
		return ""
	}
	_, rest, ok := strings.Cut(lineText(s, lines, i), "inspection date")
	if !ok {
		return ""
	}
	rest = strings.TrimLeft(strings.TrimPrefix(rest, "s"), " :*|")
	if rest == "" {
		rest = lineText(s, lines, i+1)
	}
	p, n := dates.Periods(rest, 0)
	if len(p) == 0 {
		return ""
	}
	return rest[:n]
}

// isBoardsPart reports whether the dates of inspection on line i are those of line
// before, and stand under the title of the part about the safeguarding children
// board, which some reports give a first page of its own.
func isBoardsPart(s string, lines []layout.Line, before, i int) bool {
	if datesOfInspection(s, lines, i) != datesOfInspection(s, lines, before) {
		return false
	}
	title := ""
	for k := max(0, i-maxTitleLines); k < i; k++ {
		title += lineText(s, lines, k) + " "
	}
	return strings.Contains(title, "safeguarding children board")
}

// maxSalutation is the most bytes of a line that greets the reader of a letter.
const maxSalutation = 80

// isSalutation reports whether line i greets the reader of a letter about a visit or
// an inspection, which its next lines name.
func isSalutation(s string, lines []layout.Line, i int) bool {
	line := lines[i].Text(s)
	if !strings.HasPrefix(line, "Dear ") || len(line) > maxSalutation || layout.EndsSentence(line) {
		return false
	}
	for k := i + 1; k < len(lines) && k <= i+maxTitleLines; k++ {
		if text.ContainsAny(lineText(s, lines, k), "inspection", " visit", "annual conversation") {
			return true
		}
	}
	return false
}

// maxTitleLines is how many lines a title, or the heading of a letter with the
// first words of its text, may have at the most; maxAddressee how many stand
// between the date of a letter and its salutation.
const maxTitleLines, maxAddressee = 12, 30

// letterStart is the line with which the letter begins whose salutation is line i:
// its date, or the salutation where the end of a letter stands before it. ok is false
// where neither does, as where a greeting is quoted.
func letterStart(s string, lines []layout.Line, i int) (from int, ok bool) {
	for k := i - 1; k >= 0 && k >= i-maxAddressee; k-- {
		l := strings.TrimPrefix(lineText(s, lines, k), "date: ")
		if p, n := dates.Periods(l, 0); len(p) == 1 && n == len(l) {
			return k, true
		}
		if text.HasAnyPrefix(l, "yours ", "dear ") {
			return i, strings.HasPrefix(l, "yours ")
		}
	}
	return i, false
}

// reportStart is the line with which the report begins whose dates of inspection are
// on line i: the first of its title, which follows the end of a page, of a sentence
// or of a table, or the fields and addresses of the document before it.
func reportStart(s string, lines []layout.Line, i int) int {
	k := i
	for k > 0 && k > i-maxTitleLines && !lines[k].NewPage {
		l := lineText(s, lines, k-1)
		w := text.Words(nil, l, 0)
		if layout.EndsSentence(l) || text.ContainsAny(l, "inspection date", "inspector", "majesty", "ofsted", "www.", "@", "crown copyright") || len(w) > 0 && grade.IsWord(w[len(w)-1].Text) {
			break
		}
		k--
	}
	return k
}

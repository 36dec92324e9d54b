package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/internal/text"
)

// team reads the inspection team that SIF reports list at their end.
func (doc *document) team() (lead string, inspectors []string) {
	known := map[string]bool{}
	for i := range doc.lines {
		s := doc.lines[i].Text(doc.plain.S)
		if c := s[0]; c != 'L' && c != 'D' && c != 'T' || len(s) < 2 || s[1]|0x20 != 'e' { // most begin with "The"
			continue
		}
		l := text.Lower(text.Plain(s[:min(len(s), maxTeamLabel)]))
		for _, label := range []string{"lead inspector", "deputy lead inspector", "team inspectors", "team inspector"} {
			rest, ok := strings.CutPrefix(l, label)
			if !ok || rest != "" && text.IsLetter(rest[0]) && !strings.HasPrefix(rest, "s") && !strings.HasPrefix(rest, "on site") {
				continue
			}
			got := front.Names(doc.afterLabel(i, len(label)))
			if label == "lead inspector" && len(got) > 0 && lead == "" {
				lead = got[0]
			}
			for _, n := range got {
				if !known[n] {
					known[n] = true
					inspectors = append(inspectors, n)
				}
			}
			break
		}
	}
	return lead, inspectors
}

// maxTeamLabel is the most bytes of a line in which its label stands, and maxTeam the
// most of the names after one: those of thirty inspectors and their offices.
const maxTeamLabel, maxTeam = 200, 8 << 10

// afterLabel is the text after a label of n bytes on line i, with the lines
// that it wraps over.
func (doc *document) afterLabel(i, n int) string {
	s := doc.teamLine(i)
	var b strings.Builder
	b.WriteString(strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(s[n:], "s"), " on site"), " :")))
	for k := i + 1; k < len(doc.lines) && k < i+8 && b.Len() < maxTeam; k++ {
		l := doc.lines[k]
		if l.Furniture {
			continue
		}
		s := doc.teamLine(k)
		rest := b.String()
		if l.Blanks > 0 && rest != "" || strings.Contains(s, ":") {
			break
		}
		if rest != "" && !strings.HasSuffix(rest, ",") && l.Blanks == 0 && l.NewPage {
			break
		}
		if rest != "" {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSpace(s))
	}
	return strings.ReplaceAll(b.String(), "- ", "-") // a name that wraps at its hyphen
}

// teamLine is line i with plain quotation marks, as much of it as may hold names.
func (doc *document) teamLine(i int) string {
	s := doc.lines[i].Text(doc.plain.S)
	return text.Plain(s[:min(len(s), maxTeam)])
}

// signatory is the inspector who signs a letter; "" where none does.
func (doc *document) signatory() string {
	for i := range doc.lines {
		if !text.HasAnyPrefix(doc.lines[i].Text(doc.plain.S), "Yours sincerely", "Yours faithfully") {
			continue
		}
		for k := i + 1; k < len(doc.lines) && k <= i+maxSignature; k++ {
			if n, _ := front.Name(text.Plain(doc.lines[k].Text(doc.plain.S))); n != "" {
				return n
			}
		}
	}
	return ""
}

// maxSignature is how many lines after "Yours sincerely" a name may stand.
const maxSignature = 3

package ilacs

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/internal/tsv"
	"github.com/ilacs-go/inspection/judgement"
)

// whose is the authority in the possessive, by its name in the register if it is
// there.
func (p *Progress) whose() string {
	name := p.After.Authority
	if name == "" {
		name = p.Before.Authority
	}
	for _, urn := range []string{p.After.URN, p.Before.URN} {
		if a, ok := authority.ByURN(urn); ok {
			name = a.Name
			break
		}
	}
	switch {
	case name == "":
		return "The authority's"
	case strings.HasSuffix(name, "s"):
		return name + "'"
	}
	return name + "'s"
}

// when names a visit by its type and date: "the focused visit of February 2024".
func (v Visit) when() string {
	s := v.Type.noun()
	if v.Ordinal > 0 {
		s = text.Ordinal(v.Ordinal) + " " + s
	}
	d := v.Start
	if d.IsZero() {
		d = v.Published
	}
	return "the " + s + dateWords(d, " of ")
}

// later names the later document.
func (s *summary) later() string { return "the later " + s.after.Source.noun() }

// noun is what a document is called within a sentence.
func (s Source) noun() string {
	switch s {
	case SourceArticle:
		return "article"
	case SourceLetter:
		return "letter"
	}
	return "report"
}

// dateWords is a date's month and year, after some words; "" where the date is
// unknown.
func dateWords(d civil.Date, before string) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month() == 0:
		return before + strconv.Itoa(d.Year())
	}
	return before + d.Month().String() + " " + strconv.Itoa(d.Year())
}

func gradeWords(g judgement.Grade) string { return text.Lower(g.String()) }

// quotedGrade puts a grade after a verb; one that begins with a verb of its own is
// quoted.
func quotedGrade(g judgement.Grade) string {
	if g == judgement.RequiresImprovement {
		return "\u2018" + gradeWords(g) + "\u2019"
	}
	return gradeWords(g)
}

// judgedWords put a grade after "were judged".
func judgedWords(g judgement.Grade) string {
	if g == judgement.RequiresImprovement {
		return "to require improvement to be good"
	}
	return "to be " + gradeWords(g)
}

func areaWords(a judgement.Area) string {
	switch a {
	case judgement.Leaders:
		return "leaders' impact"
	case judgement.HelpAndProtection:
		return "help and protection"
	case judgement.InCare:
		return "children in care"
	case judgement.CareLeavers:
		return "care leavers"
	case judgement.InCareAndCareLeavers:
		return "children in care and care leavers"
	case judgement.LookedAfter:
		return "children looked after"
	}
	return text.Lower(a.String())
}

//go:embed summary_themes.tsv
var summaryThemesTSV string

var allThemeWords = sync.OnceValue(func() map[finding.Theme]string {
	words := map[finding.Theme]string{}
	for row := range tsv.Rows("summary_themes.tsv", summaryThemesTSV) {
		if t, err := finding.ParseTheme(row[0]); err == nil {
			words[t] = row[1]
		}
	}
	return words
})

// themeWords names a theme within a sentence.
func themeWords(t finding.Theme) string { return allThemeWords()[t] }

// inShort quotes an item as far as what it is for, and without the paragraphs that
// it names, in about so many characters: "The quality of plans, so that children are
// safe." is “The quality of plans …”.
func inShort(item string, most int) string {
	short, left := withoutPurpose(strings.TrimRight(item, ".;:, "), most/3)
	for _, place := range []string{" (para", " (Para", " (page", " (Page"} {
		if i := strings.Index(short, place); i > 0 {
			short = strings.TrimRight(short[:i], ".;:, ")
		}
	}
	short, cut := text.Shorten(short, most)
	if i := strings.Index(short, ", including "); cut && i > 0 {
		short = short[:i] // rather than some of what it includes
	}
	if left || cut {
		short += " \u2026"
	}
	return quoted(short)
}

// withoutPurpose cuts off what an item is for, where that stands after so many bytes.
func withoutPurpose(item string, after int) (rest string, cut bool) {
	for _, purpose := range []string{", so that ", " so that ", ", in order to ", " in order to ", " in order that "} {
		if i := strings.Index(item, purpose); i > after {
			item, cut = strings.TrimRight(item[:i], ",;"), true
		}
	}
	return item, cut
}

// dangles reports whether a sentence needs the one before it to be understood, by
// how it begins.
func dangles(s string) bool { return passage.Continues(s) || begins("dangles", s) }

// quoted puts a text in quotation marks; those within it become single ones.
func quoted(text string) string {
	return "\u201c" + singleMarks.Replace(text) + "\u201d"
}

var singleMarks = strings.NewReplacer("\u201c", "\u2018", "\u201d", "\u2019")

// quotedWhole quotes a sentence that ends another one: its own full stop does for
// both.
func quotedWhole(text string) string {
	text = strings.TrimSpace(text)
	if text != "" && !strings.ContainsAny(text[len(text)-1:], ".!?") {
		text += "."
	}
	return quoted(text)
}

// firstFew joins the first n of several items, and says whether there are others.
func firstFew(items []string, n int) string {
	switch {
	case len(items) == n+1:
		return strings.Join(items[:n], "; ") + "; and another"
	case len(items) > n:
		return strings.Join(items[:n], "; ") + "; and others"
	}
	return strings.Join(items, "; ")
}

// oneOf puts the indefinite article before a noun.
func oneOf(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// list joins words with "and", and three or more with commas: the last comma too,
// as names that hold an "and" of their own need it. A name can end in a comma of
// its own.
func list(w []string) string {
	switch len(w) {
	case 0:
		return ""
	case 1:
		return w[0]
	case 2:
		return w[0] + " and " + w[1]
	}
	var b strings.Builder
	for _, x := range w[:len(w)-1] {
		b.WriteString(strings.TrimSuffix(x, ",") + ", ")
	}
	return b.String() + "and " + w[len(w)-1]
}

var numberWords = [...]string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

func numberWord(n int) string {
	if n < len(numberWords) {
		return numberWords[n]
	}
	return strconv.Itoa(n)
}

func sentenceCase(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

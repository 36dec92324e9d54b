package ilacs

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/internal/tsv"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// whose is the authority in the possessive, by the name that it has in the
// register where it is there.
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

// when names a visit by its kind and date: "the focused visit of February 2024".
func (v Visit) when() string {
	s := v.Type.noun()
	if v.Ordinal > 0 && v.Ordinal < len(ordinals) {
		s = ordinals[v.Ordinal] + " " + s
	}
	d := v.Start
	if d.IsZero() {
		d = v.Published
	}
	return "the " + s + dateWords(d, " of ")
}

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

// dateWords is a date's month and year behind a word; "" where none is known.
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
var themeWordsTSV string

var allThemeWords = sync.OnceValue(func() map[finding.Theme]string {
	words := map[finding.Theme]string{}
	for row := range tsv.Rows("summary_themes.tsv", themeWordsTSV) {
		if t, err := finding.ParseTheme(row[0]); err == nil {
			words[t] = row[1]
		}
	}
	return words
})

// themeWords names a theme in the middle of a sentence.
func themeWords(t finding.Theme) string { return allThemeWords()[t] }

// longestShort is the most bytes of an item in short.
const longestShort = 110

// inShort quotes an item as far as what it is for: "The quality of plans, so
// that children are safe." is “The quality of plans …”.
func inShort(text string) string {
	short := strings.TrimRight(text, ".;:, ")
	for _, purpose := range []string{", so that ", " so that ", ", in order to ", " in order to ", " in order that ", ", to ensure ", " to ensure ", ", ensuring ", " and ensure that "} {
		if i := strings.Index(short, purpose); i > longestShort/4 {
			short = short[:i] + " \u2026"
		}
	}
	if len(short) > longestShort {
		cut := strings.LastIndex(short[:longestShort], ", ")
		if cut < longestShort/2 {
			cut = strings.LastIndexByte(short[:longestShort], ' ')
		}
		short = strings.TrimRight(short[:max(cut, 0)], ",;: ") + " \u2026"
	}
	return quoted(short)
}

// quoted puts a text in quotation marks, and those within it in single ones.
func quoted(text string) string {
	return "\u201c" + strings.NewReplacer("\u201c", "\u2018", "\u201d", "\u2019").Replace(text) + "\u201d"
}

// few joins the first of several items, and says how many more there are.
func few(items []string) string {
	if n := len(items) - mostThemes; n > 1 {
		return strings.Join(items[:mostThemes], "; ") + "; and " + numberWord(n) + " more"
	}
	return strings.Join(items, "; ")
}

// list joins words with commas and "and".
func list(w []string) string {
	if len(w) < 2 {
		return strings.Join(w, "")
	}
	last := " and "
	for _, x := range w {
		if len(w) > 2 && strings.Contains(x, " and ") {
			last = ", and "
		}
	}
	return strings.Join(w[:len(w)-1], ", ") + last + w[len(w)-1]
}

var numberWords = [...]string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

func numberWord(n int) string {
	if n < len(numberWords) {
		return numberWords[n]
	}
	return strconv.Itoa(n)
}

func sentenceCase(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

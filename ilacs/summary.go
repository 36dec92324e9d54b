package ilacs

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// mostNamedItems is how many themes a sentence of the summary names.
const mostNamedItems = 4

// summary puts the comparison into three to six sentences. Each says no more
// than the values it is made of.
func (p *Progress) summary() []Statement {
	var out []Statement
	for _, s := range []Statement{p.standingStatement(), p.areasStatement(), p.followUpStatement(), p.openStatement(), p.themeStatement(), p.newStatement()} {
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// standingStatement says how the services as a whole stood and stand.
func (p *Progress) standingStatement() Statement {
	for _, c := range p.Judgements {
		if c.Area != judgement.Overall || c.Before == 0 || c.After == 0 {
			continue
		}
		was := "judged " + gradeWords(c.Before) + " at " + p.Before.when()
		if c.SaidBefore != nil {
			was = "judged " + gradeWords(c.Before) + dateWords(c.SaidBefore.Date, " in ")
		}
		is := "at " + p.After.when() + " " + gradeWords(c.After)
		if c.SaidAfter != nil {
			is = "by " + p.After.when() + " they stood at " + gradeWords(c.After) + dateWords(c.SaidAfter.Date, ", judged in ")
		} else if c.SaidBefore == nil && c.After == c.Before {
			return Statement{Text: fmt.Sprintf("%s services for children were %s, and %s again %s.", p.whose(), was, "at "+p.After.when(), gradeWords(c.After))}
		}
		return Statement{Text: fmt.Sprintf("%s services for children were %s; %s.", p.whose(), was, is)}
	}
	return Statement{}
}

// areasStatement says which judgement areas moved, and to which grade.
func (p *Progress) areasStatement() Statement {
	var parts []string
	for _, trend := range []judgement.Trend{judgement.Improved, judgement.Declined} {
		var grades []judgement.Grade
		areas := map[judgement.Grade][]string{}
		for _, c := range p.Judgements {
			if c.Area == judgement.Overall || c.Area == judgement.LSCB || c.Trend != trend {
				continue
			}
			if areas[c.After] == nil {
				grades = append(grades, c.After)
			}
			areas[c.After] = append(areas[c.After], areaWords(c.Area))
		}
		for _, g := range grades {
			parts = append(parts, list(areas[g])+" "+trend.String()+" to "+gradeWords(g))
		}
	}
	if len(parts) == 0 {
		return Statement{}
	}
	return Statement{Text: sentenceCase(strings.Join(parts, "; ")) + "."}
}

// followUpStatement counts what became of the items.
func (p *Progress) followUpStatement() Statement {
	n := map[Status]int{}
	for _, f := range p.FollowUps {
		n[f.Status]++
	}
	if len(p.FollowUps) == 0 {
		return Statement{}
	}
	var parts []string
	for _, x := range []struct {
		status Status
		verb   string
	}{{Addressed, "speaks well of"}, {Partly, "finds partly addressed"}, {Persists, "still faults"}, {NotRevisited, "does not return to"}} {
		if n[x.status] > 0 {
			parts = append(parts, x.verb+" "+numberWord(n[x.status]))
		}
	}
	doc := "the later " + p.After.document()
	s := Statement{Text: fmt.Sprintf("Of the %s for improvement or priority action of %s, %s %s.", plural(len(p.FollowUps), "area"), p.Before.when(), doc, list(parts))}
	if len(p.FollowUps) == 1 {
		verb, _ := strings.CutSuffix(parts[0], " one")
		verb = strings.Replace(verb, "finds partly addressed", "finds it partly addressed:", 1)
		s.Text = fmt.Sprintf("%s %s the one area for improvement of %s.", sentenceCase(doc), verb, p.Before.when())
	}
	for _, f := range p.FollowUps {
		if f.Status == Addressed && len(f.Evidence) > 0 {
			s.Evidence = append(s.Evidence, f.Evidence[0])
		}
	}
	return s
}

// openStatement names what persists.
func (p *Progress) openStatement() Statement {
	var s Statement
	var names []string
	for _, f := range p.FollowUps {
		if f.Status != Persists || len(f.Item.Themes) == 0 {
			continue
		}
		if name := themeWords(f.Item.Themes[0]); !contains(names, name) {
			names = append(names, name)
		}
		s.Evidence = append(s.Evidence, f.Item)
		if len(f.Evidence) > 0 {
			s.Evidence = append(s.Evidence, f.Evidence[0])
		}
	}
	if len(names) == 0 {
		return Statement{}
	}
	s.Text = "What was asked for before and is still faulted concerns " + list(most(names)) + "."
	return s
}

// themeStatement names the themes that moved, where enough is said of them on
// both sides.
func (p *Progress) themeStatement() Statement {
	var better, worse []string
	var s Statement
	for _, t := range p.Themes {
		if t.CountBefore.said() < enoughSaid || t.CountAfter.said() < enoughSaid {
			continue
		}
		switch t.Trend {
		case ThemeImproved:
			better = append(better, themeWords(t.Theme))
		case ThemeDeclined:
			worse = append(worse, themeWords(t.Theme))
		default:
			continue
		}
		if t.BestAfter != nil {
			s.Evidence = append(s.Evidence, *t.BestAfter)
		}
	}
	doc := "the later " + p.After.document()
	switch {
	case len(better) > 0 && len(worse) > 0:
		s.Text = sentenceCase(doc) + " is more positive than the earlier one about " + list(most(better)) + "; less so about " + list(most(worse)) + "."
	case len(better) > 0:
		s.Text = sentenceCase(doc) + " is more positive than the earlier one about " + list(most(better)) + "."
	case len(worse) > 0:
		s.Text = sentenceCase(doc) + " is less positive than the earlier one about " + list(most(worse)) + "."
	default:
		return Statement{}
	}
	return s
}

// newStatement counts the new areas for improvement.
func (p *Progress) newStatement() Statement {
	if len(p.New) == 0 {
		return Statement{}
	}
	var names []string
	for _, f := range p.New {
		if len(f.Themes) > 0 && !contains(names, themeWords(f.Themes[0])) {
			names = append(names, themeWords(f.Themes[0]))
		}
	}
	s := Statement{Text: "The later " + p.After.document() + " asks for " + plural(len(p.New), "improvement") + " that the earlier one did not", Evidence: p.New}
	if len(names) > 0 {
		s.Text += ", on " + list(most(names))
	}
	s.Text += "."
	return s
}

func (c Count) said() int { return c.Strength + c.Concern + c.Mixed }

// whose is the authority in the possessive.
func (p *Progress) whose() string {
	name := p.After.Authority
	if name == "" {
		name = p.Before.Authority
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
	s := "the inspection"
	switch v.Type {
	case Focused, Monitoring, Assurance, JTAI, Short, Standard, Reinspection:
		s = "the " + lower(v.Type.String())
		if v.Type == JTAI {
			s = "the joint targeted area inspection"
		}
	}
	if v.Ordinal > 0 && v.Ordinal < len(ordinals) {
		s = "the " + ordinals[v.Ordinal] + " " + strings.TrimPrefix(s, "the ")
	}
	d := v.Start
	if d.IsZero() {
		d = v.Published
	}
	return s + dateWords(d, " of ")
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

func gradeWords(g judgement.Grade) string { return lower(g.String()) }

func areaWords(a judgement.Area) string {
	switch a {
	case judgement.Leaders:
		return "the impact of leaders"
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
	return lower(a.String())
}

//go:embed themewords.tsv
var themeWordsTSV string

var allThemeWords = sync.OnceValue(func() map[finding.Theme]string {
	words := map[finding.Theme]string{}
	for _, row := range tsvRows(themeWordsTSV) {
		if t, err := finding.ParseTheme(row[0]); err == nil {
			words[t] = row[1]
		}
	}
	return words
})

// themeWords names a theme in the middle of a sentence.
func themeWords(t finding.Theme) string { return allThemeWords()[t] }

// most cuts a list of names to those that a sentence can hold.
func most(names []string) []string {
	if len(names) > mostNamedItems {
		return append(names[:mostNamedItems:mostNamedItems], "other themes")
	}
	return names
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

func plural(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return numberWord(n) + " " + noun + "s"
}

func sentenceCase(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

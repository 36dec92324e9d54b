package ilacs

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/finding"
)

//go:embed stopwords.tsv
var stopwordsTSV string

var stopwords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, row := range tsvRows(stopwordsTSV) {
		set[row[0]] = true
	}
	return set
})

// contentWords are the words of a text that tell what it is about, without
// their endings, sorted, each once.
func contentWords(text string) []string {
	var out []string
	for _, w := range words(nil, lower(straight(text)), 0, 0) {
		w.text = strings.TrimSuffix(w.text, "'s")
		if len(w.text) > 1 && !stopwords()[w.text] {
			out = append(out, stem(w.text))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// endings that are taken off a word, the longest first. What is left is no
// word, only the same for words of one family.
var endings = []string{"ements", "ement", "ations", "ation", "nesses", "ness", "ingly", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s"}

// shortestStem is the fewest letters that are left of a word.
const shortestStem = 4

func stem(w string) string {
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= shortestStem {
			return s
		}
	}
	return w
}

// weights say how telling a word is: the rarer in the document that raised the
// item, the more. They are taken from that document alone, so that nothing said
// later of something else can change a follow-up.
type weights struct {
	count map[string]int
	n     int
}

func newWeights(findings []finding.Finding) weights {
	w := weights{count: map[string]int{}, n: len(findings)}
	for _, f := range findings {
		for _, word := range contentWords(f.Text) {
			w.count[word]++
		}
	}
	return w
}

func (w weights) of(word string) float64 {
	return math.Log(float64(w.n+1) / (0.5 + float64(w.count[word])))
}

func (w weights) sum(words []string) float64 {
	t := 0.0
	for _, x := range words {
		t += w.of(x)
	}
	return t
}

// shared are the words of both sorted lists.
func shared(a, b []string) []string {
	var out []string
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			out = append(out, a[i])
			i++
			j++
		}
	}
	return out
}

// How much what an item and a later finding have in common counts, in the unit
// of one shared word that stands in every third sentence or so of the earlier
// report. Tuned on 20 pairs of reports, 107 items, that two readers followed up
// by hand; uncertain, as the readers' own examples are few.
const (
	sameTheme    = 2.9  // the first theme of both
	otherTheme   = 0.85 // the first of one among those of the other
	anyTheme     = 0.65 // any theme in common
	noTheme      = -1.5 // none
	broadFactor  = 0.9  // a theme that most findings touch tells less
	sameAspect   = 0.55
	inList       = 2.0  // the later finding is an area for improvement itself
	pointsBack   = 0.8  // "identified at the last inspection"
	lengthFactor = 0.65 // a long sentence shares words by chance
	leastScore   = 3.8  // below it a finding is about something else
	leastOfBest  = 0.68 // of the best finding's score
	leastCovered = 0.12 // of the item's telling words, unless its theme is a narrow one
)

// broad themes are those that findings on other themes touch as well.
var broad = map[finding.Theme]bool{
	finding.ThemeAssessments: true, finding.ThemeManagementOversight: true, finding.ThemeCINCPPlans: true,
	finding.ThemeMultiAgency: true, finding.ThemeLeadership: true, finding.ThemeCaseRecording: true,
	finding.ThemeQualityAssurance: true, finding.ThemeVisitsDirectWork: true, finding.ThemePracticeQuality: true,
	finding.ThemeWorkforce: true, finding.ThemeCarePlanning: true, finding.ThemeVoiceAdvocacy: true,
	finding.ThemePASupport: true, finding.ThemeFrontDoor: true, finding.ThemeSufficiency: true, finding.ThemeEarlyHelp: true,
}

// query is what is looked for in the later document.
type query struct {
	text    string
	words   []string
	themes  []finding.Theme
	aspects []finding.Aspect
	weight  float64 // of all its words
}

// score says how much a later finding is about the same as the query, and
// which telling words both have.
func (q query) score(f finding.Finding, w weights, fwords []string) (float64, []string) {
	common := shared(q.words, fwords)
	theme := q.themeScore(f.Themes)
	if len(common) == 0 && theme <= anyTheme {
		return 0, nil
	}
	s := w.sum(common)/(1+lengthFactor*math.Log(float64(1+len(fwords)))) + theme
	if slices.ContainsFunc(q.aspects, func(a finding.Aspect) bool { return slices.Contains(f.Aspects, a) }) {
		s += sameAspect
	}
	if isAsked(f) {
		s += inList
	}
	if l := lower(f.Text); containsAny(l, "last inspection", "previous inspection", "last visit", "previous visit", "at that time") {
		s += pointsBack
	}
	return s, common
}

func (q query) themeScore(themes []finding.Theme) float64 {
	if len(q.themes) == 0 || len(themes) == 0 {
		return 0
	}
	score, t := noTheme, q.themes[0]
	switch {
	case t == themes[0]:
		score = sameTheme
	case slices.Contains(themes, t):
		score = otherTheme
	case slices.Contains(q.themes, themes[0]):
		score, t = otherTheme, themes[0]
	case slices.ContainsFunc(q.themes, func(t finding.Theme) bool { return slices.Contains(themes, t) }):
		score = anyTheme
	}
	if score > 0 && broad[t] {
		score *= broadFactor
	}
	return score
}

// isAsked tells whether a finding is an area for improvement or priority action.
func isAsked(f finding.Finding) bool {
	return f.Section == finding.SectionImprove || f.Section == finding.SectionPriority
}

package ilacs_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// quotes are the sentences of a summary that quote the later document.
func quotes(p ilacs.Progress) []string {
	var out []string
	for _, s := range p.Summary {
		if s.Kind == ilacs.StatementOwnWords {
			out = append(out, s.Text)
		}
	}
	return out
}

// opened makes a report of an overall grade with sentences of its opening.
func opened(t *testing.T, start string, grade judgement.Grade, opening ...string) *ilacs.Report {
	t.Helper()
	r := graded(t, start, map[judgement.Area]judgement.Grade{judgement.Overall: grade})
	for i, s := range opening {
		r.Findings = append(r.Findings, finding.Finding{
			Text: s, Span: finding.Span{Start: 1000 * i, End: 1000*i + len(s)}, Section: finding.SectionHeadline, Reading: finding.Classify(s),
		})
	}
	return r
}

// The summary carries what the opening of the later report says has improved and
// what it faults: the fault first where a grade fell or is inadequate.
func TestSummaryQuotesTheOpening(t *testing.T) {
	t.Parallel()
	const better, worse = "“Help for children has improved and is good.”", "“Too many children wait for help.”"
	opening := []string{"This is a good place.", "A few children wait for help.", "Help for children has improved and is good.", "Too many children wait for help.", "Too many plans are poor."}
	for grade, want := range map[judgement.Grade]string{
		judgement.Good:                better + " " + worse,
		judgement.Inadequate:          worse + " " + better,
		judgement.RequiresImprovement: better + " " + worse,
	} {
		p := compare(t, opened(t, "2018-11-05", judgement.RequiresImprovement), opened(t, "2022-06-06", grade, opening...))
		assert.Equal(t, []string{"The opening of the later report says: " + want}, quotes(p), grade)
	}
	p := compare(t, opened(t, "2018-11-05", judgement.RequiresImprovement), opened(t, "2022-06-06", judgement.Good, opening[:2]...))
	assert.Empty(t, quotes(p), "nothing has improved, and a few are not many")
}

// Where a grade fell, two faults are quoted, if they are about different things.
func TestSummaryQuotesTwoFaults(t *testing.T) {
	t.Parallel()
	const fault, other, same, better = "Supervision is weak.", "Too many assessments are poor.", "Supervision is rare.", "Early help has improved and is good."
	for grade, want := range map[judgement.Grade]string{
		judgement.Inadequate: "“" + fault + "” “" + better + "” “" + other + "”",
		judgement.Good:       "“" + better + "” “" + fault + "”",
	} {
		p := compare(t, opened(t, "2018-11-05", judgement.RequiresImprovement), opened(t, "2022-06-06", grade, "This is a place by the sea.", fault, same, other, better))
		assert.Equal(t, []string{"The opening of the later report says: " + want}, quotes(p), grade)
	}
}

// The summary carries two of the later report's own comparisons: those of its
// opening first, each with the sentence that it points to, and none twice.
func TestSummaryQuotesComparisons(t *testing.T) {
	t.Parallel()
	const (
		pointed = "Strategy meetings are prompt. This is an improvement since the last inspection."
		told    = "Supervision has weakened since the last inspection."
		third   = "Early help has improved since the last inspection."
		opening = "Assessments have improved since the last inspection."
	)
	before := about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Early help is good.")
	p := compare(t, before, about(t, "2022-06-06", judgement.HelpAndProtection, nil, pointed, told, third))
	assert.Equal(t, []string{"Compared with an earlier visit, the later report says: “" + pointed + "” “" + told + "”"}, quotes(p))

	after := about(t, "2022-06-06", judgement.HelpAndProtection, nil, pointed)
	at := after.Findings[len(after.Findings)-1].End
	for i, s := range []string{"The local offer has a new cover since the last inspection.", told, opening, third} {
		after.Findings = append(after.Findings, finding.Finding{
			Text: s, Span: finding.Span{Start: at + 1000*i, End: at + 1000*i + len(s)}, Section: finding.SectionHeadline, Reading: finding.Classify(s),
		})
	}
	p = compare(t, before, after)
	assert.Equal(t, []string{
		"The opening of the later report says: “" + opening + "” “" + told + "”",
		"Compared with an earlier visit, the later report says: “" + third + "” “" + pointed + "”",
	}, quotes(p))
}

// Neither what is asked for is quoted as improved, nor the same twice.
func TestSummaryQuotesWhatStands(t *testing.T) {
	t.Parallel()
	const told, same, worse = "Supervision in the northern teams has improved since the last inspection.", "Since the last inspection, supervision in the northern teams has improved.", "Supervision in the northern teams has weakened since the last inspection."
	before := about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Early help is good.")
	after := func(asks []string, sentences ...string) []string {
		return quotes(compare(t, before, about(t, "2022-06-06", judgement.HelpAndProtection, asks, sentences...)))
	}
	assert.Len(t, after(nil, told), 1)
	assert.Empty(t, after([]string{"The frequency of supervision."}, told))
	assert.Len(t, after([]string{"The frequency of supervision."}, worse), 1)
	assert.Len(t, after([]string{"Early help."}, told), 1)
	assert.Equal(t, []string{"Compared with an earlier visit, the later report says: “" + told + "”"}, after(nil, told, same))
}

// Results are quoted before efforts, much change before little, and change before none.
func TestSummaryQuotesWhatWeighsMost(t *testing.T) {
	t.Parallel()
	const (
		effort    = "Since the last inspection, leaders have invested in supervision, which has improved."
		little    = "Assessments have improved since the last inspection."
		much      = "Early help has improved significantly since the last inspection."
		unchanged = "The quality of strategy meetings remains good since the last inspection."
	)
	before := about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Visits are good.")
	says := func(sentences ...string) string {
		return strings.Join(quotes(compare(t, before, about(t, "2022-06-06", judgement.HelpAndProtection, nil, sentences...))), " ")
	}
	compared := "Compared with an earlier visit, the later report says: “"
	assert.Equal(t, compared+little+"” “"+effort+"”", says(effort, little))
	assert.Equal(t, compared+much+"” “"+little+"”", says(effort, little, much))
	assert.Equal(t, compared+little+"” “"+unchanged+"”", says(unchanged, little))
	assert.Equal(t, compared+unchanged+"” “"+effort+"”", says(effort, unchanged))
}

// Of two comparisons, one is of the other kind where there is one: progress alone can
// mislead.
func TestSummaryQuotesBothSides(t *testing.T) {
	t.Parallel()
	const better, more, worse = "Assessments have improved significantly since the last inspection.", "Early help has improved significantly since the last inspection.", "Records have not improved since the last inspection."
	says := func(sentences ...string) []string {
		return quotes(compare(t, about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Visits are good."), about(t, "2022-06-06", judgement.HelpAndProtection, nil, sentences...)))
	}
	compared := "Compared with an earlier visit, the later report says: “" + better + "” “"
	assert.Equal(t, []string{compared + more + "”"}, says(better, more))
	assert.Equal(t, []string{compared + worse + "”"}, says(better, more, worse))
	assert.Equal(t, []string{compared + worse + "”"}, says(better, worse, more))
}

// What the opening is quoted for is not quoted again as a comparison, unless it is about
// something else.
func TestSummaryQuotesTheOpeningOnce(t *testing.T) {
	t.Parallel()
	const opens, same, other = "Supervision in the northern teams has improved since the last inspection.", "The supervision of the northern teams has improved much since the last inspection.", "Early help in the northern teams has improved since the last inspection."
	said := func(sentence string) []string {
		after := about(t, "2022-06-06", judgement.HelpAndProtection, nil, sentence)
		after.Findings = append(after.Findings, finding.Finding{Text: opens, Section: finding.SectionHeadline, Span: finding.Span{Start: 9000, End: 9080}, Reading: finding.Classify(opens)})
		return quotes(compare(t, about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Visits are good."), after))
	}
	opening := "The opening of the later report says: “" + opens + "”"
	assert.Equal(t, []string{opening}, said(same))
	assert.Equal(t, []string{opening, "Compared with an earlier visit, the later report says: “" + other + "”"}, said(other))
}

// Where the later document names an inspection between the two, its comparisons are with
// that one, if they name the last inspection.
func TestSummaryComparesWithTheInspectionBetween(t *testing.T) {
	t.Parallel()
	const told, visit = "Supervision has improved since the last inspection.", "Supervision has improved since the focused visit."
	says := func(sentence string, between ...ilacs.Earlier) string {
		after := about(t, "2022-06-06", judgement.HelpAndProtection, nil, sentence)
		after.Earlier = between
		return strings.Join(quotes(compare(t, about(t, "2018-11-05", judgement.HelpAndProtection, nil, "Visits are good."), after)), " ")
	}
	inspected := ilacs.Earlier{Type: ilacs.VisitTypeInspection, Date: date(t, "2020-03"), Text: "the inspection in March 2020"}
	focused := ilacs.Earlier{Type: ilacs.VisitTypeFocused, Date: date(t, "2021-02")}
	assert.Equal(t, "Compared with the inspection of March 2020, which came between the two, the later report says: “"+told+"”", says(told, inspected, focused))
	assert.Equal(t, "Compared with a visit that came between the two, the later report says: “"+visit+"”", says(visit, inspected, focused))
	assert.Equal(t, "Compared with an earlier visit, the later report says: “"+told+"”", says(told, focused))
	const early = "Early help has improved since the last inspection."
	assert.Equal(t, "Compared with an earlier visit, the later report says: “"+early+"” “"+visit+"”", says(visit+" "+early, focused), "the inspection first")
}

// A sentence that the sentences around it gainsay is not quoted.
func TestSummaryQuotesInContext(t *testing.T) {
	t.Parallel()
	const told = "Supervision has improved since the last inspection."
	before := about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Early help is good.")
	for _, c := range []struct {
		name, paragraph string
		quoted          bool
	}{
		{"alone", told, true},
		{"with as much fault as praise", told + " Caseloads are too high.", true},
		{"with more fault than praise", told + " Caseloads are too high. Records are poor.", false},
		{"with something set against it", told + " Staff value it. However, it is not yet regular.", true},
		{"with something set against it at once", told + " However, it is not yet regular. Staff value it. Records are good.", false},
	} {
		p := compare(t, before, about(t, "2022-06-06", judgement.HelpAndProtection, nil, c.paragraph))
		assert.Equal(t, c.quoted, len(quotes(p)) > 0, "%s: %v", c.name, quotes(p))
	}
	const better, opposite, other = "Supervision has improved and is good.", "Supervision is weak in the north.", "Caseloads are too high."
	after := opened(t, "2022-06-06", judgement.Good, better, other)
	assert.Equal(t, []string{"The opening of the later report says: “" + better + "” “" + other + "”"}, quotes(compare(t, opened(t, "2018-11-05", judgement.Good), after)))
	after = opened(t, "2022-06-06", judgement.Good, better, opposite)
	assert.Empty(t, quotes(compare(t, opened(t, "2018-11-05", judgement.Good), after)), "the opening says both of supervision")
}

// The opening is quoted by its verdict: what it begins with, and its own comparisons,
// which stand for the services as a whole even beside an exception; and with the list of
// what it is about.
func TestSummaryQuotesTheVerdict(t *testing.T) {
	t.Parallel()
	const (
		other   = "Children wait too long for help."
		verdict = "Since the last inspection, leaders have not made enough progress."
		praise  = "Leaders know their services well."
		list    = "These include the frequency of visits and the quality of plans."
		fell    = "Several areas identified at the last inspection still require improvement."
	)
	opening := func(sentences ...string) []string {
		return quotes(compare(t, opened(t, "2018-11-05", judgement.Good), opened(t, "2022-06-06", judgement.RequiresImprovement, sentences...)))
	}
	says := func(s string) []string { return []string{"The opening of the later report says: “" + s + "”"} }
	assert.Equal(t, says(verdict), opening("Wexcombe lies by the sea.", other, verdict), "its own comparison first")
	assert.Equal(t, says(verdict), opening(verdict, praise), "the services as a whole")
	assert.Equal(t, says(other), opening(other, "Caseloads are too high."), "else what comes first")
	assert.Equal(t, says(fell+" "+list), opening(fell, list))
	assert.Equal(t, says("\u2026 several areas identified at the last inspection still require improvement."), opening("However, several areas identified at the last inspection still require improvement."))
	assert.Equal(t, says(other), opening("At the last inspection, plans were weak.", other), "no history")
}

// As what is quoted grows, first fewer things are named, and only then is less
// quoted, which makes room for names again.
func TestSummariesNameLessBeforeTheyQuoteLess(t *testing.T) {
	t.Parallel()
	var items, steps []string
	for _, about := range []string{"supervision", "early help", "life-story work", "pathway planning"} {
		items = append(items, "How "+about+" is planned, carried out and looked at again by each manager.")
	}
	for words := 0; words <= 34; words += 2 {
		long := strings.Repeat("there, ", words)
		before, after := opened(t, "2018-11-05", judgement.RequiresImprovement), opened(t, "2022-06-06", judgement.Good,
			"Help for children has improved "+long+"and is good.", "Too many children wait for help "+long+"or for a visit.",
			"Assessments have improved since the last inspection, "+long+"and in the city.", "Supervision has weakened since the last inspection, "+long+"and then some.")
		for _, r := range []*ilacs.Report{before, after} {
			r.Findings = append(r.Findings, graded(t, "2022-06-06", nil, items...).Findings...)
		}
		p := compare(t, before, after)
		i := slices.IndexFunc(p.Summary, func(s ilacs.Statement) bool { return s.Kind == ilacs.StatementFaulted })
		require.GreaterOrEqual(t, i, 0)
		steps = append(steps, fmt.Sprintf("%d quoted, %d named", strings.Count(strings.Join(quotes(p), ""), "“"), strings.Count(p.Summary[i].Text, "“")))
	}
	assert.Equal(t, []string{"3 quoted, 4 named", "3 quoted, 3 named", "3 quoted, 2 named", "2 quoted, 4 named"}, slices.Compact(steps))
}

// Where all of it would be too long, the summary names fewer items, and then quotes
// fewer sentences.
func TestLongSummariesQuoteLess(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("in every one of the offices of the county, ", 4)
	item := func(about string) string {
		return "How " + about + " is planned, carried out and looked at again by each manager."
	}
	items := []string{item("supervision"), item("early help"), item("life-story work"), item("pathway planning")}
	before, after := opened(t, "2018-11-05", judgement.RequiresImprovement), opened(t, "2022-06-06", judgement.Good,
		"Help for children has improved "+long+"and is good.", "Too many children wait for help "+long+"or for a visit.",
		"Assessments have improved since the last inspection, "+long+"and in the city.", "Supervision has weakened since the last inspection, "+strings.Repeat("with staff, their managers and the director who each wait for a word, ", 2)+"and then some.")
	assert.Equal(t, 3, strings.Count(strings.Join(quotes(compare(t, before, after)), ""), "“"))
	for _, r := range []*ilacs.Report{before, after} {
		r.Findings = append(r.Findings, graded(t, "2022-06-06", nil, items...).Findings...)
	}
	p := compare(t, before, after)
	assert.Equal(t, 3, strings.Count(strings.Join(quotes(p), ""), "“"))
	i := slices.IndexFunc(p.Summary, func(s ilacs.Statement) bool { return s.Kind == ilacs.StatementFaulted })
	require.GreaterOrEqual(t, i, 0)
	assert.Equal(t, 2, strings.Count(p.Summary[i].Text, "“"), p.Summary[i].Text)
}

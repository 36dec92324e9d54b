package grade_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

func TestAt(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		words string
		grade judgement.Grade
		n     int
	}{
		{"good", judgement.Good, 1},
		{"inadequate for", judgement.Inadequate, 1},
		{"requires improvement", judgement.RequiresImprovement, 2},
		{"require improvement to be good", judgement.RequiresImprovement, 5},
		{"requires improvement to be better", judgement.RequiresImprovement, 2},
		{"requires more", 0, 0},
		{"not judged", judgement.NotJudged, 2},
		{"not good", 0, 0},
		{"improvement", 0, 0},
	} {
		g, n := grade.At(text.Words(nil, test.words, 0), 0)
		assert.Equal(t, test.grade, g, test.words)
		assert.Equal(t, test.n, n, test.words)
		for _, w := range text.Words(nil, test.words, 0)[:n] {
			assert.True(t, grade.IsWord(w.Text), w.Text)
		}
	}
}

func TestReportedIn(t *testing.T) {
	t.Parallel()
	const good, bad, ri = judgement.Good, judgement.Inadequate, judgement.RequiresImprovement
	type reported struct {
		grade judgement.Grade
		area  judgement.Area
	}
	for sentence, want := range map[string][]reported{
		"services were judged inadequate in april 2016.":                             {{bad, judgement.Overall}},
		"help and protection was judged to require improvement to be good.":          {{ri, judgement.HelpAndProtection}},
		"adoption was judged good, and services for care leavers judged inadequate.": {{good, judgement.Adoption}, {bad, judgement.CareLeavers}},
		"the council was rated good or outstanding in all areas.":                    {{good, judgement.Overall}},
		"progress was good.": nil,
		"the local authority's children's home was judged good.": nil,
		"it was judged that adequate progress had been made.":    nil,

		// A grade that is named as one, and the lowest of all.
		"the council was given an 'inadequate' rating in may 2019.":                         {{bad, judgement.Overall}},
		"the third visit since its inadequate judgement found more.":                        {{bad, judgement.Overall}},
		"the council was given yet another of its inadequate ratings.":                      {{bad, judgement.Overall}},
		"services were judged, at the very end of a long inspection in may, as inadequate.": {{bad, judgement.Overall}},
		"services were handed the lowest possible rating in 2016.":                          {{bad, judgement.Overall}},
		"it was given the second lowest rating.":                                            nil,
		"the service received a good press.":                                                nil,
		"inspectors found services to be inadequate in 2012.":                               {{bad, judgement.Overall}},
		"inspectors found child protection services to be inadequate in 2012.":              {{bad, judgement.HelpAndProtection}},
		"inspectors found the pace of change to be good.":                                   nil,
		"ofsted judged safeguarding arrangements as good in 2011.":                          {{good, judgement.Safeguarding}},
		"services were judged good in a 2012 inspection, and inadequate in one of 2018.":    {{good, judgement.Overall}, {bad, judgement.Overall}},

		// What was wished for, feared or denied was not given.
		"leaders want the service to be judged good.":         nil,
		"it could be rated inadequate if nothing is done.":    nil,
		"services will soon be judged good, they said.":       nil,
		"the council was not judged inadequate.":              nil,
		"services are no longer rated inadequate.":            nil,
		"services have been judged inadequate since 2018.":    {{bad, judgement.Overall}},
		"it was found to be inadequate and must be run anew.": {{bad, judgement.Overall}},

		// A grade that is denied, or only compared with, was not given.
		"services were judged to be no longer inadequate.":                 nil,
		"services were judged not to be good.":                             nil,
		"leadership was judged to be less than good.":                      nil,
		"the council was rated below good in 2016.":                        nil,
		"services were judged to be neither good nor outstanding.":         nil,
		"the council was rated one step above inadequate.":                 nil,
		"care leavers' services were judged to be better than inadequate.": nil,
		"services were judged to be at risk of becoming inadequate.":       nil,
		"services were judged either inadequate or good, she said.":        nil,
		"the council came away with no inadequate judgements.":             nil,
		"it received nothing below a good rating.":                         nil,
		"no plan was late, and services were judged to be good.":           {{good, judgement.Overall}},
		"the council, no longer alone, was judged inadequate in 2016.":     {{bad, judgement.Overall}},

		// After "was" only what is graded has a grade.
		"when the overall effectiveness was inadequate, leaders left.": {{bad, judgement.Overall}},
		"records were inadequate on many days.":                        nil,
		"services were \"inadequate and a disgrace\", she said.":       nil,
		"services were 'inadequate' in 2018.":                          {{bad, judgement.Overall}},

		// Of several homes, some have a grade of their own.
		"six were judged good or outstanding in their last inspection.": nil,
		"two homes were rated inadequate.":                              nil,
		"both areas were judged inadequate.":                            {{bad, judgement.Overall}},

		// Other bodies have grades of their own.
		"most children attend schools that were judged good in 2016.":                       nil,
		"the school's services for pupils were judged inadequate.":                          nil,
		"the police were judged inadequate in 2016.":                                        nil,
		"health services were judged inadequate in 2016.":                                   nil,
		"the council's adult social care services were judged good.":                        nil,
		"the youth justice service was rated inadequate in 2016.":                           nil,
		"ofsted rated the pupil referral unit as good in 2016.":                             nil,
		"services for children with special educational needs were judged inadequate.":      nil,
		"this home was judged inadequate in 2016.":                                          nil,
		"set up for 100 pupils in 2015, it was judged inadequate in 2016.":                  nil,
		"schools reopened, and the council was judged inadequate in 2016.":                  {{bad, judgement.Overall}},
		"the council works with schools, and was judged inadequate in 2016.":                {{bad, judgement.Overall}},
		"ofsted, which inspects schools too, judged services for care leavers inadequate.":  {{bad, judgement.CareLeavers}},
		"this home, which is run by the council, was judged inadequate.":                    nil,
		"a school in the borough was judged inadequate in 2016.":                            nil,
		"services for children missing from school were judged inadequate in 2016.":         {{bad, judgement.Overall}},
		"services for children missing from home were judged inadequate in 2016.":           {{bad, judgement.Overall}},
		"services for children placed with independent providers were judged inadequate.":   {{bad, judgement.Overall}},
		"children's services were judged good at the joint inspection with the cqc.":        {{good, judgement.Overall}},
		"children's services were judged good at the inspection by the cqc.":                nil,
		"services of independent providers were judged good by the cqc.":                    nil,
		"the independent school was judged good in 2016.":                                   nil,
		"the school was judged good, and the council was judged inadequate in 2016.":        {{bad, judgement.Overall}},
		"early years services were judged good, and help and protection judged inadequate.": {{bad, judgement.HelpAndProtection}},

		// So have parts of the work, and what others than Ofsted think.
		"12 of the 40 cases audited were judged inadequate.":                                   nil,
		"leaders judged their own services to be good.":                                        nil,
		"leaders have judged services to be good.":                                             nil,
		"the council judged itself to be good.":                                                nil,
		"its self-assessment rated help and protection as good.":                               nil,
		"services were judged by leaders to be good.":                                          nil,
		"services were judged inadequate by the council's own auditors.":                       nil,
		"the cqc judged services inadequate in 2016.":                                          nil,
		"a care quality commission inspection rated services inadequate in 2016.":              nil,
		"services were judged inadequate by his majesty's inspectorate of probation in 2016.":  nil,
		"an ofsted and cqc inspection judged services inadequate in 2010.":                     {{bad, judgement.Overall}},
		"services were judged inadequate by ofsted, and leaders left.":                         {{bad, judgement.Overall}},
		"the inspection of the council judged safeguarding services inadequate.":               {{bad, judgement.Safeguarding}},
		"services were good, with safeguarding arrangements for children judged inadequate.":   {{bad, judgement.Safeguarding}},
		"in most cases, services that were judged inadequate in 2016 have become safer.":       {{bad, judgement.Overall}},
		"the council was judged inadequate, and its leaders judged plans for children as good": {{bad, judgement.Overall}},
	} {
		var got []reported
		for _, r := range grade.ReportedIn(sentence) {
			got = append(got, reported{r.Grade, r.Area})
			assert.Less(t, r.From, r.To, sentence)
			assert.LessOrEqual(t, r.To, len(sentence), sentence)
		}
		assert.Equal(t, want, got, sentence)
	}
}

package ilacs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// counted is what is read of a count: "3 since 2017-05 inadequate".
func counted(t *testing.T, r *ilacs.Report) string {
	t.Helper()
	v := r.Visit
	if v.Ordinal == 0 {
		assert.Zero(t, v.Since)
		return ""
	}
	return strings.TrimSpace(fmt.Sprintf("%d since %s %s", v.Ordinal, text(t, v.Since.Date), text(t, v.Since.Grade)))
}

// monitoringLetter is a letter after a monitoring visit with the sentence in its
// opening.
func monitoringLetter(t *testing.T, sentence string) *ilacs.Report {
	t.Helper()
	r, err := ilacs.Parse(`9 March 2018

Ann Ash
Director of Children's Services
Wexcombe Council

Dear Ann

Monitoring visit to Wexcombe children's services

This letter summarises the findings of the monitoring visit to Wexcombe children's services on 6 and 7 February 2018. ` + sentence + `

Overview

Leaders have a plan and keep to it.

Yours sincerely

Bob Birch
Her Majesty's Inspector
`)
	require.NoError(t, err)
	require.Equal(t, ilacs.SourceLetter, r.Source)
	require.Equal(t, ilacs.VisitTypeMonitoring, r.Visit.Type)
	return r
}

func TestMonitoringCountOfLetters(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string]string{
		"This was the third monitoring visit since the local authority was judged inadequate in May 2016.":               "3 since 2016-05 inadequate",
		"The visit was the fourth visit since the local authority was judged inadequate in May 2016.":                    "4 since 2016-05 inadequate",
		"This was the seventh and final monitoring visit since the local authority was judged inadequate in May 2016.":   "7 since 2016-05 inadequate",
		"This was the fourteenth monitoring visit since the local authority was judged inadequate in May 2014.":          "14 since 2014-05 inadequate",
		"This was the 21st monitoring visit since the local authority was judged inadequate in May 2012.":                "21 since 2012-05 inadequate",
		"This was the twenty-second monitoring visit since the local authority was judged inadequate in May 2012.":       "22 since 2012-05 inadequate",
		"This was the second quarterly Ofsted monitoring visit since the local authority was judged inadequate in 2016.": "2 since 2016 inadequate",
		"This was the second monitoring visit since the joint targeted area inspection of June 2016.":                    "2 since 2016-06",
		"This was the second monitoring visit.": "2 since",

		// The inspection that is named after "since", not another one.
		"In 2014 services required improvement; this was the third monitoring visit since the local authority was judged inadequate in May 2016.":                              "3 since 2016-05 inadequate",
		"This was the third monitoring visit since the local authority was judged inadequate in May 2016, and it used the single inspection framework report of 2015.":         "3 since 2016-05 inadequate",
		"This was the third monitoring visit since the inspection of May 2016, which judged the local authority to be inadequate.":                                             "3 since 2016-05",
		"This was the second monitoring visit since a trust was set up in 2017 and the fifth since the local authority was judged inadequate in May 2016.":                     "5 since 2016-05 inadequate",
		"This was the fifth monitoring visit since the local authority was judged inadequate in May 2016 and the second since a trust was set up in 2017.":                     "5 since 2016-05 inadequate",
		"This was the second monitoring visit since a trust was set up in January 2017.":                                                                                       "2 since",
		"This was the third monitoring visit since the local authority was judged inadequate in May 2016. The first monitoring visit, in June 2017, looked at the front door.": "3 since 2016-05 inadequate",
		"At the first monitoring visit in June 2017, plans were late. This was the third monitoring visit since the local authority was judged inadequate in May 2016.":        "3 since 2016-05 inadequate",

		// The count of this visit, and of two that are told alike the first.
		"A report on the fourth monitoring visit is public. This was the fifth monitoring visit.": "5 since",
		"This was the fifth monitoring visit. It was the sixth monitoring visit of a team.":       "5 since",

		// What counts no such visit.
		"A fourth monitoring visit will be made in May 2018.":                            "",
		"For the first time since the inspection of May 2016, no post is vacant.":        "",
		"The second visit to one child was late.":                                        "",
		"This was the first day of the visit.":                                           "",
		"Since the first monitoring visit in June 2017, plans are made on time.":         "",
		"For a third child, the social worker had made a second visit since the review.": "",
	} {
		assert.Equal(t, want, counted(t, monitoringLetter(t, sentence)), sentence)
	}
}

func TestMonitoringCountOfArticles(t *testing.T) {
	t.Parallel()
	const visit = "Ofsted has made a monitoring visit to Barnet's children's services. "
	for opening, want := range map[string]string{
		visit + "It was the third since the council was rated inadequate in May 2016.":                                                  "3 since 2016-05 inadequate",
		visit + "It was the third one since services were branded \"inadequate\" in May 2016.":                                          "3 since 2016-05 inadequate",
		visit + "It was the third such check by the watchdog.":                                                                          "3 since",
		visit + "It was the third of its kind.":                                                                                         "3 since",
		visit + "It was the third of four planned visits.":                                                                              "3 since",
		visit + "It was their third visit to the council.":                                                                              "3 since",
		visit + "Inspectors were back for the third time since services were judged inadequate in May 2016.":                            "3 since 2016-05 inadequate",
		visit + "It was the second visit since a trust took over and the third since the grading was published.":                        "3 since",
		visit + "The third and final visit took place in May.":                                                                          "3 since",
		"Ofsted's 3rd monitoring visit to Barnet's children's services took place in May.":                                              "3 since",
		"The third Ofsted monitoring visit to Barnet's children's services took place in May.":                                          "3 since",
		"Ofsted's third and final visit to Barnet's children's services since they were rated inadequate took place in May.":            "3 since  inadequate",
		"Barnet's children's services have had a third monitoring visit by Ofsted since being given an inadequate rating in May, 2016.": "3 since 2016-05 inadequate",
		"Barnet's children's services have had the third in a series of monitoring visits by Ofsted.":                                   "3 since",
		"Ofsted has made its third follow-up visit to Barnet's children's services, a year after it made the second.":                   "3 since",
		visit + "A third visit is due in May.":                                                                                          "",
		visit + "It comes before a third monitoring visit in May.":                                                                      "",
		visit + "For the first time since the last inspection, no post is vacant.":                                                      "",
		visit + "It read of a third visit to a family.":                                                                                 "",
		visit + "The second child had waited for a third review.":                                                                       "",
		"Ofsted's third focused visit to Barnet's children's services took place in May.":                                               "", // counts other visits
	} {
		assert.Equal(t, want, counted(t, article(t, opening)), opening)
	}
}

package ilacs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// earlierOf writes the earlier visits of a report: "inspection 2016-05 inadequate".
func earlierOf(t *testing.T, r *ilacs.Report) []string {
	t.Helper()
	var out []string
	for _, e := range r.Earlier {
		out = append(out, strings.Join(strings.Fields(text(t, e.Type)+" "+text(t, e.Date)+" "+text(t, e.Grade)), " "))
	}
	return out
}

// An article tells of its own visit, of earlier ones and of those to come.
func TestEarlierOfArticles(t *testing.T) {
	t.Parallel()
	const visit = "Ofsted made a monitoring visit to Barnet's children's services on 4 and 5 June 2019. "
	const inspection = "Ofsted made a full inspection of Barnet's children's services from 4 to 15 June 2019. "
	for opening, want := range map[string][]string{
		// Its own.
		visit: nil,
		visit + "The most recent monitoring visit found more than was hoped for.":      nil,
		visit + "The latest visit found more than was hoped for.":                      nil,
		visit + "Last month's visit found more than was hoped for.":                    nil,
		visit + "Last June's visit found more than was hoped for.":                     nil,
		visit + "This inspection says that services are safer.":                        nil,
		visit + "The inspectors of June 2019 were kind.":                               nil,
		"Ofsted made a monitoring visit to Barnet's children's services in June 2019.": nil,
		inspection + "It rated services as good.":                                      nil,
		inspection + "The overall judgement is that services are now inadequate.":      nil,

		// Before it.
		visit + "Services were judged inadequate in May 2016.":                                                                     {"inspection 2016-05 inadequate"},
		visit + "It came after services were judged inadequate in May 2016.":                                                       {"inspection 2016-05 inadequate"},
		visit + "The council was given an 'inadequate' rating in May, 2016.":                                                       {"inspection 2016-05 inadequate"},
		visit + "They were rated good in 2010, requires improvement in 2013 and inadequate in 2016.":                               {"inspection 2010 good", "inspection 2013 requires-improvement", "inspection 2016 inadequate"},
		visit + "Services were judged good in a 2013 inspection, and inadequate during a full inspection in 2016.":                 {"inspection 2013 good", "inspection 2016 inadequate"},
		visit + "They were rated inadequate in 2013 and 2016.":                                                                     {"inspection 2013 inadequate", "inspection 2016 inadequate"},
		visit + "They were rated inadequate in 2011, 2013 and 2016.":                                                               {"inspection 2011 inadequate", "inspection 2013 inadequate", "inspection 2016 inadequate"},
		visit + "The borough received the lowest possible rating in 2016.":                                                         {"inspection 2016 inadequate"},
		"Ofsted made its third monitoring visit to Barnet's children's services, which received the lowest rating in 2016.":        {"inspection 2016 inadequate"},
		visit + "The previous monitoring visit was in January 2019.":                                                               {"monitoring 2019-01"},
		visit + "The second visit, in January 2019, found less.":                                                                   {"monitoring 2019-01"},
		visit + "A focused visit in May 2018 found less.":                                                                          {"focused 2018-05"},
		visit + "A visit in May 2016 found less.":                                                                                  {"2016-05"}, // of what kind is not told
		inspection + "It had been rated inadequate in 2016.":                                                                       {"inspection 2016 inadequate"},
		inspection + "It rated services as good, two years after they were judged inadequate.":                                     {"inspection inadequate"},
		"Ofsted's third monitoring visit to Barnet's children's services after they were judged inadequate in May 2016 went well.": {"inspection 2016-05 inadequate"},

		// To come, wished for, or not said.
		visit + "A full inspection is due in May 2020.":                      nil,
		visit + "The council expects an inspection in May 2020.":             nil,
		visit + "It wants to be judged good at the next inspection.":         nil,
		visit + "It hopes that services will be rated good by 2021.":         nil,
		visit + "It was not an inspection.":                                  nil,
		visit + "One mother said that the help was \"inadequate and late\".": nil,
		visit + "Checks were inadequate on several days.":                    nil,
		visit + "Four homes were judged good.":                               nil,
	} {
		assert.Equal(t, want, earlierOf(t, article(t, opening)), opening)
	}
}

// Letters and reports are read as before: a letter's bare "visit" is a monitoring
// visit, and its "most recent" visit one before it.
func TestEarlierOfLetters(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string][]string{
		"The first visit, in June 2017, looked at the front door.":                                                         {"monitoring 2017-06"},
		"The most recent monitoring visit was in November 2017.":                                                           {"monitoring 2017-11"},
		"Safeguarding services were judged inadequate in 2010 and adequate in 2012.":                                       {"inspection 2010 inadequate", "inspection 2012 adequate"},
		"Ofsted inspections judged services as inadequate in 2010 and adequate in 2012.":                                   {"inspection 2010 inadequate", "inspection 2012 adequate"},
		"This visit followed a focused visit after services were judged inadequate in May 2016.":                           {"inspection 2016-05 inadequate"},
		"Three were judged to be good in their most recent inspection.":                                                    nil,
		"The picture since the last inspection is of too little improvement on the baseline found in the 2013 inspection.": {"inspection 2013"}, // one date is of one visit
		"A focused visit in 2018 found less.":                                                                              {"focused 2018"},    // of a year that is not over an earlier visit may be
		"A focused visit in February 2018 found less.":                                                                     nil,

		// A date is that of the visit or of the grade that it stands by.
		"The last inspection of services for children in need of help and protection, in May 2016, found less.":                                     {"inspection 2016-05"},
		"The last inspection of arrangements for safeguarding and protecting vulnerable children and young people, in May 2016, found less.":        {"inspection 2016-05"},
		"After the last inspection the council and its partners in health set up a new board with a chair of its own in June 2016.":                 {"inspection"},
		"The local authority was judged inadequate for its help and protection services in May 2016.":                                               {"inspection 2016-05 inadequate"},
		"Services were judged inadequate and leaders with their partners set up a new board with a chair of its own in June 2016.":                  {"inspection inadequate"},
		"In May 2016, after a long look at the front door and at plans, services were judged inadequate.":                                           {"inspection 2016-05 inadequate"},
		"In May 2016 a new board with a chair of its own was set up by the council and its partners in health, as services were judged inadequate.": {"inspection inadequate"},
		"The first inspection, in 2012, was short, and at the second inspection, in 2016, services were judged inadequate.":                         {"inspection 2012", "inspection 2016 inadequate"},

		// The words before an inspection's name say that it is past, and those far before it do not.
		"The previous short local authority inspection found less.":      {"inspection"},
		"The previous head of the service asked for such an inspection.": nil,

		// The next sentence tells the grade of an inspection, not of a visit to a part.
		"The last inspection was in May 2016. The local authority was judged to be inadequate.":    {"inspection 2016-05 inadequate"},
		"The last inspection was in May 2016. It was judged to be inadequate.":                     {"inspection 2016-05 inadequate"},
		"The last inspection was in May 2016. It was judged to be good in 2012.":                   {"inspection 2016-05", "inspection 2012 good"},
		"The last monitoring visit was in May 2017. The local authority was judged inadequate.":    {"monitoring 2017-05", "inspection inadequate"},
		"A focused visit in May 2017 found less. The local authority was judged to be inadequate.": {"focused 2017-05", "inspection inadequate"},

		// Of other bodies.
		"A Care Quality Commission inspection in July 2014 found less.":                           nil,
		"The inspection of the youth offending service in 2016 found less.":                       nil,
		"Work began after the inspection of police forces by HMIC in September 2013.":             nil,
		"The Ofsted inspection of SEND in October 2017 found less.":                               nil,
		"Most pupils attend schools that were judged good at their last inspection.":              nil,
		"The school was judged inadequate in May 2016.":                                           nil,
		"The Ofsted and Care Quality Commission inspection of services in July 2011 found less.":  {"inspection 2011-07"},
		"The inspection of the council in July 2014 found that schools do well.":                  {"inspection 2014-07"},
		"The council was judged inadequate in 2016, and the school judged good in an inspection.": {"inspection 2016 inadequate"},
		"Since the last inspection, in July 2014, health services and schools have improved.":     {"inspection 2014-07"},
	} {
		assert.Equal(t, want, earlierOf(t, monitoringLetter(t, sentence)), sentence)
	}
}

// In a report a grade is an earlier one only where its date stands by it.
func TestEarlierOfReports(t *testing.T) {
	t.Parallel()
	const last = "Wexcombe keeps"
	for sentence, want := range map[string][]string{
		"In May 2016, services were judged to be inadequate.":                         {"inspection 2016-05 inadequate"},
		"Audits of the first six months of 2015 judged most plans as good.":           nil,
		"Much has changed here since 2012, when all services were judged inadequate.": nil,
		"Services were judged to be inadequate.":                                      nil,
		"The last inspection was in May 2016. It was judged to be inadequate.":        {"inspection 2016-05 inadequate"},
		"The last inspection was in May 2016. Leaders act. It was judged inadequate.": {"inspection 2016-05"},
	} {
		require.Equal(t, 1, strings.Count(standardInspection, last))
		r, err := ilacs.Parse(strings.Replace(standardInspection, last, sentence+" "+last, 1))
		require.NoError(t, err)
		assert.Equal(t, want, earlierOf(t, r), sentence)
	}
}

package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// overallGrade says how the services as a whole were judged at both visits.
func (s *summary) overallGrade() Statement {
	c := s.Judgement(judgement.Overall)
	if c.Before == 0 {
		return Statement{}
	}
	was := judgedWords(c.Before) + " by " + s.Before.when()
	if c.SaidBefore != nil {
		was = judgedWords(c.Before) + dateWords(c.SaidBefore.Date, " in ")
	}
	is := ""
	switch {
	case c.After == 0 && c.Trend == judgement.TrendWithdrawn:
		is = "; " + s.After.when() + " gave no overall grade, as its framework has none"
	case c.After == 0:
		is = "; " + s.later() + " gives no overall grade"
	case c.SaidAfter != nil && c.SaidBefore == nil && c.After == c.Before && isJudgementOf(s.Before, c.SaidAfter.Date):
		is = "; " + s.later() + " gives no grade of its own, and that judgement stood at " + s.After.when()
	case c.SaidAfter != nil:
		is = "; at " + s.After.when() + " their grade was " + quotedGrade(c.After) + dateWords(c.SaidAfter.Date, ", judged in ")
	case c.After == c.Before:
		is = ", and again by " + s.After.when()
		if isInspectedBetween(s.Before, s.After, s.between) {
			is = ", and by " + s.After.when() + ", with another inspection between them"
		}
	default:
		is = ", and " + judgedWords(c.After) + " by " + s.After.when()
	}
	return Statement{Kind: StatementGrades, Text: s.whose() + " services for children were judged " + was + is + "."}
}

// isJudgementOf reports whether a grade is that of an inspection, by the date that a
// later document gives it: letters give that of the fieldwork or of the report, which
// comes out in the months after. A month or a year stands for any day in it.
func isJudgementOf(v Visit, said civil.Date) bool {
	last := v.Published
	if last.IsZero() {
		last = v.End
		if last.IsZero() {
			last = v.Start
		}
		last = last.Last().AddDays(longestToPublish)
	}
	return !said.IsZero() && !v.Start.IsZero() && said.Last().Compare(v.Start.First()) >= 0 && said.First().Compare(last.Last()) <= 0
}

// longestToPublish is how many days after the end of fieldwork a report comes out
// at the latest, where the report does not say: 99 in 100 of those in the national
// record do, and no other inspection with grades comes as soon.
const longestToPublish = 120

// areas says which judgement areas moved, and to which grade, and which stayed.
func (s *summary) areas() Statement {
	var parts []string
	joined := "" // care leavers, who had a grade of their own: whether theirs moved is not told
	for _, x := range []struct {
		trend judgement.Trend
		verb  string
	}{{judgement.TrendImproved, "improved to"}, {judgement.TrendDeclined, "declined to"}, {judgement.TrendUnchanged, "stayed"}} {
		var grades []judgement.Grade
		areas := map[judgement.Grade][]string{}
		for _, c := range s.Judgements {
			if c.Area == judgement.Overall || c.Area == judgement.LSCB || c.Before == 0 || c.After == 0 || c.Trend != x.trend || c.Basis == judgement.BasisFromCombined {
				continue
			}
			if x.trend == judgement.TrendUnchanged && c.Before != c.After {
				continue
			}
			name := areaWords(c.Area)
			if c.Area == judgement.InCareAndCareLeavers && s.careLeaversMovedApart(c.Trend) {
				name = areaWords(judgement.InCare)
			}
			if c.Area == judgement.CareLeavers && c.Basis == judgement.BasisToCombined {
				if !slices.Contains(areas[c.After], areaWords(judgement.InCareAndCareLeavers)) {
					joined = areaWords(c.Area) + ", graded apart before (" + gradeWords(c.Before) + "), are now graded with " + areaWords(judgement.InCare) + " (" + gradeWords(c.After) + ")"
				}
				continue
			}
			if areas[c.After] == nil {
				grades = append(grades, c.After)
			}
			areas[c.After] = append(areas[c.After], name)
		}
		if x.trend == judgement.TrendUnchanged && len(grades) > 0 && isInspectedBetween(s.Before, s.After, s.between) {
			var same []string
			for _, g := range grades {
				same = append(same, list(areas[g])+" ("+gradeWords(g)+")")
			}
			parts = append(parts, "the same at both visits, with an inspection between them: "+list(same))
			continue
		}
		for _, g := range grades {
			verb := x.verb
			if verb == "stayed" && g == judgement.RequiresImprovement {
				verb = "stayed at"
			}
			parts = append(parts, list(areas[g])+" "+verb+" "+quotedGrade(g))
		}
	}
	if joined != "" {
		parts = append(parts, joined)
	}
	if apart := s.judgedApart(); apart != "" {
		parts = append(parts, apart)
	}
	if len(parts) == 0 {
		return Statement{}
	}
	return Statement{Kind: StatementGrades, Text: sentenceCase(strings.Join(parts, "; ")) + "."}
}

// judgedApart says how children in care and care leavers were judged who had one
// grade before: of neither does that say whether its services moved.
func (s *summary) judgedApart() string {
	var areas, grades []string
	var before judgement.Grade
	for _, c := range s.Judgements {
		if c.Basis == judgement.BasisFromCombined && c.Before != 0 && c.After != 0 {
			areas, grades, before = append(areas, areaWords(c.Area)), append(grades, quotedGrade(c.After)), c.Before
		}
	}
	switch {
	case len(areas) == 0:
		return ""
	case len(areas) == 1:
		return areas[0] + ", judged with others before (" + gradeWords(before) + "), are now " + grades[0]
	case grades[0] == grades[1]:
		return list(areas) + ", judged together before (" + gradeWords(before) + "), are now both " + grades[0]
	}
	return list(areas) + ", judged together before (" + gradeWords(before) + "), are now " + grades[0] + " and " + grades[1]
}

// careLeaversMovedApart reports whether care leavers, who have one grade with
// children in care now, moved otherwise than these.
func (s *summary) careLeaversMovedApart(trend judgement.Trend) bool {
	return slices.ContainsFunc(s.Judgements, func(c JudgementChange) bool {
		return c.Area == judgement.CareLeavers && c.Basis == judgement.BasisToCombined && c.Trend != trend
	})
}

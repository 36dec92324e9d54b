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

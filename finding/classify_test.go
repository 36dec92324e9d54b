package finding_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
)

// check fails unless a reading has what every reading has: valid labels, and cues
// for them in order.
func check(t testing.TB, text string, r finding.Reading) {
	t.Helper()
	if !r.Polarity.IsValid() || !r.Direction.IsValid() || !r.Extent.IsValid() {
		t.Fatalf("%q: a label is missing: %+v", text, r)
	}
	if len(r.Themes) > 3 || len(r.Aspects) > 4 {
		t.Fatalf("%q: too many themes or aspects: %+v", text, r)
	}
	cued := map[finding.Label]bool{}
	for i, c := range r.Cues {
		if c.Of(text) == "" {
			t.Fatalf("%q: %v is not in the text", text, c)
		}
		if i > 0 && c.Start < r.Cues[i-1].Start {
			t.Fatalf("%q: %v is out of order after %v", text, c, r.Cues[i-1])
		}
		cued[c.Label] = true
	}
	need := []finding.Label{}
	if r.Polarity != finding.Neutral {
		need = append(need, finding.LabelOf(r.Polarity))
	}
	if r.Direction != finding.DirectionNone {
		need = append(need, finding.LabelOf(r.Direction))
	}
	if r.Extent != finding.ExtentUnstated {
		need = append(need, finding.LabelOf(r.Extent))
	}
	for _, theme := range r.Themes {
		need = append(need, finding.LabelOf(theme))
	}
	for _, a := range r.Aspects {
		need = append(need, finding.LabelOf(a))
	}
	for _, l := range need {
		if !cued[l] {
			t.Fatalf("%q: no cue for %v among %v", text, l, r.Cues)
		}
		delete(cued, l)
	}
	delete(cued, finding.LabelOf(finding.Neutral))
	delete(cued, finding.LabelOf(r.Speaker)) // a quotation has no cue
	if len(cued) > 0 {
		t.Fatalf("%q: cues for labels that the reading does not have: %v", text, r)
	}
}

func FuzzClassify(f *testing.F) {
	for _, h := range hardSentences(f) {
		f.Add(h.text)
	}
	f.Add("")
	f.Add("’s “not” – (no) ; but, although; 16- and 17-year-olds’ 58%")
	f.Add("\xff\xfe not \xe2\x80 good")
	f.Add(strings.Repeat("not good, but too late; ", 60))
	f.Add(strings.Repeat("plans ", 400))
	f.Fuzz(func(t *testing.T, text string) {
		r := finding.Classify(text)
		check(t, text, r)
		if !reflect.DeepEqual(r, finding.Classify(text)) {
			t.Fatalf("%q: two readings differ", text)
		}
		if strings.Contains(r.Explain(text), "\n") {
			t.Fatalf("%q: the explanation is more than a line", text)
		}
	})
}

func TestCurlyAndStraightQuotesReadAlike(t *testing.T) {
	t.Parallel()
	for _, h := range hardSentences(t) {
		curly := strings.ReplaceAll(h.text, "'", "’")
		straight := strings.ReplaceAll(curly, "’", "'")
		a, b := finding.Classify(curly), finding.Classify(straight)
		a.Cues, b.Cues = nil, nil
		assert.Equal(t, a, b, h.text)
	}
}

func TestNothingReadsAsNeutral(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", " ", "…", "12", "Lorem ipsum dolor sit amet."} {
		r := finding.Classify(text)
		assert.Equal(t, finding.Reading{Polarity: finding.Neutral, Direction: finding.DirectionNone, Extent: finding.ExtentUnstated}, r, text)
	}
}

func TestDirectionAndExtent(t *testing.T) {
	t.Parallel()
	const none, unstated = finding.DirectionNone, finding.ExtentUnstated
	for _, test := range []struct {
		text      string
		direction finding.Direction
		extent    finding.Extent
	}{
		{"Plans have improved.", finding.DirectionImproved, unstated},
		{"Leaders work to improve plans.", none, unstated},
		{"Although visits have improved, recording has deteriorated.", finding.DirectionDeclined, unstated},
		{"Although visits have improved, plans remain weak.", finding.DirectionImproved, unstated},
		{"Plans are clear since the last inspection.", finding.DirectionImproved, unstated},
		{"Most plans are good.", none, finding.ExtentMost},
		{"Although most plans are vague, all visits are good.", none, finding.ExtentAll},
		{"All children are seen, but some are seen late.", none, finding.ExtentSome},
		{"Visits are good for all children.", none, finding.ExtentAll},
		{"Visits are not good for all children.", none, finding.ExtentSome},
	} {
		r := finding.Classify(test.text)
		assert.Equal(t, test.direction, r.Direction, test.text)
		assert.Equal(t, test.extent, r.Extent, test.text)
	}
}

func TestClassifyAllocates(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	finding.Classify("")
	for _, h := range hardSentences(t) {
		n := testing.AllocsPerRun(20, func() { finding.Classify(h.text) })
		assert.LessOrEqual(t, n, 3.0, "one for each of themes, aspects and cues: %s", h.text)
	}
}

func BenchmarkClassify(b *testing.B) {
	sentences := hardSentences(b)
	var n int64
	for _, h := range sentences {
		n += int64(len(h.text))
	}
	finding.Classify("")
	b.SetBytes(n)
	b.ReportAllocs()
	for b.Loop() {
		for _, h := range sentences {
			finding.Classify(h.text)
		}
	}
}

// The name of a judgement area alone says nothing; a sentence with it does, and
// so does an item of a list of what needs to improve.
func TestNamesOfAreas(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"The experiences and progress of care leavers.", "the impact of leaders on social work practice with children and families", "Overall effectiveness:"} {
		r := finding.Classify(name)
		assert.Equal(t, finding.Neutral, r.Polarity, name)
		assert.Empty(t, r.Themes, name)
		assert.Equal(t, finding.Concern, finding.Context{Section: finding.SectionImprove}.Classify(name).Polarity, name)
	}
	assert.Equal(t, finding.Concern, finding.Classify("The experiences and progress of care leavers are poor.").Polarity)
	assert.Equal(t, finding.Strength, finding.Context{Section: finding.SectionStrengths}.Classify("Leadership, management and governance").Polarity)
	assert.Equal(t, []finding.Theme{finding.ThemeAdoption}, finding.Classify("Adoption").Themes)
}

// An office is named for what it is about, and says nothing of that.
func TestOfficesAreNoThemes(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"She was the Chief Inspector of Education in 2020.", "The Office for Standards in Education published it."} {
		assert.NotContains(t, finding.Classify(s).Themes, finding.ThemeEducation, s)
	}
	assert.Contains(t, finding.Classify("Children in care do well in education at their schools.").Themes, finding.ThemeEducation)
}

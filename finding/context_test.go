package finding_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
)

// A sentence that refers back and names no theme of its own is about that of the
// sentence before, by the word that refers.
func TestReference(t *testing.T) {
	t.Parallel()
	before := finding.Classify("Supervision is not regular.")
	for _, x := range []struct {
		text string
		want []finding.Theme
	}{
		{"This has been so for a long time.", []finding.Theme{finding.ThemeSupervision}},
		{"As a result, this is no help to them.", []finding.Theme{finding.ThemeSupervision}},
		{"This delays adoption.", []finding.Theme{finding.ThemeAdoption}},
		{"Nothing has been done about it.", nil},
	} {
		r := finding.Context{Before: &before}.Classify(x.text)
		assert.Equal(t, x.want, r.Themes, x.text)
		if len(x.want) > 0 && x.want[0] == finding.ThemeSupervision {
			assert.Contains(t, []string{"This", "this"}, wordsOf(r, x.text, finding.LabelOf(finding.ThemeSupervision)))
		}
		assert.NotContains(t, finding.Classify(x.text).Themes, finding.ThemeSupervision, x.text)
	}
}

func wordsOf(r finding.Reading, text string, l finding.Label) string {
	for _, c := range r.Cues {
		if c.Label == l {
			return c.Of(text)
		}
	}
	return ""
}

// A sentence that goes on with the faults of the one before is a concern as it is.
func TestGoingOn(t *testing.T) {
	t.Parallel()
	weak, good := finding.Classify("Some shortfalls were seen."), finding.Classify("There are many strengths.")
	const text = "These include the effectiveness of supervision."
	assert.Equal(t, finding.Concern, finding.Context{Before: &weak}.Classify(text).Polarity)
	assert.Equal(t, finding.Strength, finding.Context{Before: &good}.Classify(text).Polarity)
	assert.Equal(t, finding.Strength, finding.Context{Before: &weak}.Classify("These include excellent supervision.").Polarity)
}

func TestSpeaker(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		text  string
		want  finding.Speaker
		words string
	}{
		{"The council said that waiting lists are falling.", finding.SpeakerCouncil, "The council said"},
		{"Caseloads have fallen, said the new director.", finding.SpeakerCouncil, "said the new director"},
		{"Caseloads have fallen, added the director.", finding.SpeakerCouncil, "added the director"},
		{"Councillor Ann Reed, who leads on children, said that plans are better.", finding.SpeakerCouncil, "Councillor Ann Reed, who leads on children, said"},
		{"According to the council, caseloads are falling.", finding.SpeakerCouncil, "According to the council"},
		{"The director said: “We have put right what inspectors found.”", finding.SpeakerCouncil, "director said"},
		{"Inspectors told the council that delays are rare.", finding.SpeakerInspectors, "Inspectors told"},
		{"The council said that visits are on time, but inspectors found delay.", finding.SpeakerInspectors, "inspectors found"},
		{"“We know that we are loved.”", finding.SpeakerQuotation, ""},
		{"Children told inspectors that they are heard.", 0, ""},
		{"Staff feel supported by managers who said that plans matter.", 0, ""},
		{"Leaders have put right the weaknesses that inspectors found.", 0, ""},
		{"The children in care council told inspectors that it is heard.", 0, ""},
		{"A spokesperson for the department said that it would read the report.", 0, ""},
		{"Social workers visit regularly and see children alone.", 0, ""},
		{"Social workers' reports identified what children need.", 0, ""},
		{"The inspection early last year found that plans are late.", finding.SpeakerInspectors, "The inspection early last year found"},
		{"The report found that plans are clear.", finding.SpeakerInspectors, "The report found"},
		{"The report on the council by a retired judge said that visits are late.", 0, ""},
		{"According to figures given to inspectors, visits are late.", 0, ""},
		{"Plans are clear.", 0, ""},
	} {
		r := finding.Classify(x.text)
		assert.Equal(t, x.want, r.Speaker, x.text)
		if x.want != 0 {
			assert.Equal(t, x.words, wordsOf(r, x.text, finding.LabelOf(x.want)), x.text)
		}
	}
	quoted := finding.Context{Quoted: finding.SpeakerCouncil}
	assert.Equal(t, finding.SpeakerCouncil, quoted.Classify("Plans are clear.").Speaker)
	assert.Equal(t, finding.SpeakerInspectors, quoted.Classify("Inspectors found delay.").Speaker)
}

func TestContractions(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Plans aren’t clear.", "Plans aren't clear.", "PLANS AREN'T CLEAR.", "Plans can’t be clear.", "Plans weren’t clear, then."} {
		assert.Equal(t, finding.Concern, finding.Classify(text).Polarity, text)
		assert.NotEmpty(t, finding.Classify(text).Cues, text)
	}
	const late = "Visits aren’t on time."
	assert.Equal(t, "n’t", wordsOf(finding.Classify(late), late, finding.LabelOf(finding.Concern)))
	assert.Equal(t, finding.Strength, finding.Classify("Plans aren’t weak.").Polarity)
}

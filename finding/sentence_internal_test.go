package finding

// These tests are internal: the halves of a sentence and its grammar show outside
// only in what they decide together with its words.

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDivide(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text, conceded string
		contrast       sense
	}{
		{"Although plans are vague, visits are good.", "Although plans are vague", senseAlthough},
		{"Visits are good, although plans are vague.", "although plans are vague", senseAlthough},
		{"When risks rise, although plans are vague, staff act.", "although plans are vague", senseAlthough},
		{"Despite high caseloads, visits are good.", "Despite high caseloads", senseDespite},
		{"Plans are vague, but visits are good.", "Plans are vague", senseBut},
		{"But visits are good.", "", senseNone},
		{"Visits are not, however, good.", "", senseNone},
		{"When risks rise, staff act.", "When risks rise", senseWhen},
		{"When risks rise, staff act, but visits are late.", "When risks rise, staff act", senseBut},
		{"Visits are good.", "", senseNone},
	} {
		var space scratch
		s := read(test.text, &space)
		conceded := ""
		if c := s.conceded; c.from < c.to {
			conceded = test.text[s.words[c.from].Start:s.words[c.to-1].End]
		}
		assert.Equal(t, test.conceded, conceded, test.text)
		assert.Equal(t, test.contrast, s.contrast, test.text)
	}
}

func TestItems(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		want bool
	}{
		{"The timeliness of visits to children.", true},
		{"The quality, frequency and recording of supervision.", true},
		{"The response to children who go missing.", true},
		{"Management oversight of work in the duty team.", true},
		{"Ensure that every plan has a date.", true},
		{"12. Review the offer to young carers.", true},
		{"How well plans are used to bring about change.", true},
		{"The timeliness of visits to children is good.", false},
		{"The response to children who go missing is poor.", false},
		{"Visits are timely.", false},
		{"They ensure that every plan has a date.", false},
	} {
		var space scratch
		s := read(test.text, &space)
		assert.Equal(t, test.want, s.isItem(), test.text)
	}
}

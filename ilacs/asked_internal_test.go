package ilacs

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// When the earlier document is taken to praise what is asked for later.
func TestPraisedBefore(t *testing.T) {
	t.Parallel()
	about := func(text string, polarity finding.Polarity, section finding.Section) finding.Finding {
		return finding.Finding{Text: text, Section: section, Reading: finding.Reading{Themes: []finding.Theme{finding.ThemeSupervision}, Polarity: polarity}}
	}
	const (
		item  = "Supervision at northern offices." // northern and office, and two words more
		whole = "Supervision at northern offices excels."
		half  = "Northern offices excel."
		third = "Offices excel."
		then  = "In those days"
	)
	praise := func(text string) finding.Finding { return about(text, finding.Strength, finding.SectionMain) }
	fault := func(text string) finding.Finding { return about(text, finding.Concern, finding.SectionMain) }
	councils, past, other := praise(whole), praise(then+" supervision at northern offices excelled."), praise(whole)
	councils.Speaker, other.Themes = finding.SpeakerCouncil, []finding.Theme{finding.ThemeEarlyHelp}
	timely, good := praise(whole), praise(whole)
	timely.Aspects, good.Aspects = []finding.Aspect{finding.AspectTimeliness}, []finding.Aspect{finding.AspectQuality}
	for _, c := range []struct {
		name    string
		item    string
		earlier []finding.Finding
		want    string
	}{
		{"praised", item, []finding.Finding{praise(third), praise(whole), praise(half)}, whole},
		{"half of it praised", "Supervision rooms at northern offices.", []finding.Finding{praise(half)}, half},
		{"less than half of it praised", "Supervision rooms, files, notes and minutes at northern offices.", []finding.Finding{praise(whole)}, ""},
		{"all but what it is for praised", "Supervision at northern offices, so that files, rooms, notes and minutes are kept.", []finding.Finding{praise(whole)}, whole},
		{"a quarter of it faulted", "Supervision rooms at northern offices.", []finding.Finding{praise(whole), praise(whole), praise(whole), praise(whole), fault("Rooms are cold.")}, ""},
		{"a sixth of it faulted", "Supervision rooms, files and notes at northern offices.", []finding.Finding{praise("Supervision rooms and files at northern offices excel."), praise(whole), praise(whole), praise(whole), fault("Rooms are cold.")}, "Supervision rooms and files at northern offices excel."},
		{"mixed", item, []finding.Finding{praise(whole), about("Supervision at northern offices is good for some.", finding.Mixed, finding.SectionMain)}, ""},
		{"asked for before", item, []finding.Finding{praise(whole), about("Northern offices.", 0, finding.SectionImprove)}, ""},
		{"four praise its theme for each that faults it", item, []finding.Finding{praise(whole), praise(half), praise(half), praise(half), fault("Managers are late.")}, whole},
		{"three do", item, []finding.Finding{praise(whole), praise(half), praise(half), fault("Managers are late.")}, ""},
		{"praised by the council", item, []finding.Finding{councils}, ""},
		{"praised at a time before", item, []finding.Finding{past}, ""},
		{"praised under another theme", item, []finding.Finding{other}, ""},
		{"praised in a sentence that needs another", item, []finding.Finding{praise("This supervision at northern offices excels.")}, ""},
		{"praised in another quality", item, []finding.Finding{timely}, ""},
		{"praised in the same quality", item, []finding.Finding{good}, whole},
		{"not praised", item, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			asked := about(c.item, 0, finding.SectionImprove)
			asked.Aspects = []finding.Aspect{finding.AspectQuality}
			earlier := &passage.Document{}
			for i, f := range c.earlier {
				f.Start = 1000 * i
				p := passage.Of(f)
				p.Past = strings.HasPrefix(f.Text, then)
				earlier.Passages = append(earlier.Passages, p)
			}
			found := praisedBefore(asked, earlier, allAlike)
			if c.want == "" {
				assert.Nil(t, found)
				return
			}
			require.NotNil(t, found)
			assert.Equal(t, c.want, found.Text)
		})
	}
	assert.Nil(t, praisedBefore(finding.Finding{Text: item}, &passage.Document{Passages: []passage.Passage{passage.Of(praise(whole))}}, allAlike), "of no theme")
}

// What the earlier document praises is told with the sentence that does, where the later
// item is surely new.
func TestSummaryOfPraisedBefore(t *testing.T) {
	t.Parallel()
	praise := finding.Finding{Text: "Homeless young people are helped at once."}
	asked := func(text string, praise *finding.Finding) Asked {
		return Asked{Item: finding.Finding{Text: text, Reading: finding.Reading{Themes: []finding.Theme{finding.ThemeSupervision}}}, PraisedBefore: praise}
	}
	s := summary{Progress: &Progress{Asked: []Asked{asked("The response to homeless young people.", &praise), asked("Early help.", nil)}}, before: &Report{}, length: lengths[0]}
	st := s.praisedBefore()
	assert.Equal(t, StatementPraisedBefore, st.Kind)
	assert.Equal(t, "Some of what is asked for now the earlier report praised: “The response to homeless young people” (then: “Homeless young people are helped at once”).", st.Text)
	assert.Len(t, st.Evidence, 2)
	s.Asked = []Asked{asked("One.", &praise), asked("Two.", &praise), asked("Three.", &praise)}
	assert.NotContains(t, s.praisedBefore().Text, "Three", "as many as are quoted of anything else")
	s.Asked = nil
	assert.Empty(t, s.praisedBefore().Text)
}

package text_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/internal/tsv"
)

func TestShorten(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		most       int
		want       string
	}{
		{"short enough", "Plans for care leavers", 22, "Plans for care leavers"},
		{"before a preposition", "The timeliness of visits to families in the northern villages", 45, "The timeliness of visits to families"},
		{"not before its object", "The timeliness of visits to families in the northern villages", 20, "The timeliness of visits to families"},
		{"not after a quantity", "Make certain that there are enough social workers for each of the teams", 38, "Make certain that there are enough social workers"},
		{"not after an adjective", "Assistance for families that is timely, thoughtful help from people they know", 50, "Assistance for families that is timely, thoughtful help"},
		{"not within a list of adjectives", "How leaders' use of regular and useful advice by the hubs of the county has grown", 27, "How leaders' use of regular and useful advice"},
		{"not before what two nouns share", "Leaders' oversight of the quality and timeliness of plans for children", 40, "Leaders' oversight of the quality and timeliness of plans"},
		{"between the members of a list", "The oversight of plans, visits and reviews at the hubs of the county", 30, "The oversight of plans, visits"},
		{"not after a name's possessive", "The response to the virtual school's plan for pupils who move away", 37, "The response to the virtual school's plan"},
		{"not before the verb's preposition", "How social workers are involved in the plans of schools for pupils", 34, "How social workers are involved in the plans of schools"},
		{"before a purpose", "How managers use what audits tell them to improve the work of teams", 45, "How managers use what audits tell them"},
		{"not before what is needed", "How managers have the capacity to improve the work of their teams when they are busy", 40, "How managers have the capacity to improve the work of their teams"},
		{"not before what is done", "Make certain that adequate steps are taken to promote the awareness of carers in the county", 40, "Make certain that adequate steps are taken to promote the awareness of carers"},
		{"not between one thing", "How the work is shared between the teams and the hubs when families move", 44, "How the work is shared between the teams and the hubs"},
		{"not before what is between", "The work and closer collaboration between schools and hubs in each of the towns", 40, "The work and closer collaboration between schools and hubs"},
		{"not before the verb", "Ensure that all social workers in the northern hubs are trained for the work", 30, "Ensure that all social workers in the northern hubs are trained for the work"},
		{"not before half of a number", "The help for homeless people of 16- and 17-years of age in the hubs", 35, "The help for homeless people of 16- and 17-years of age"},
		{"not before a verb's object", "What managers in the hubs do to support, at all times, the new social workers", 39, "What managers in the hubs do to support, at all times"},
		{"not within brackets", "How the plans of the board (its partners in the schools of the county) are made for pupils", 45, "How the plans of the board (its partners in the schools of the county) are made"},
		{"not after an age", "The help for young people aged 16 and 17 who have no home", 33, "The help for young people aged 16 and 17"},
		{"a sentence", "Plans are late. Managers know that and are working on it", 36, "Plans are late"},
		{"a sentence before the next phrase", "Plans of the teams are late. Managers know that in most of the hubs", 55, "Plans of the teams are late"},
		{"what is set before", "Where pupils are in care, see that schools are told when they move house", 40, "Where pupils are in care, see that schools are told"},
		{"no place at all", strings.Repeat("word ", 60) + "end", 20, strings.TrimSpace(strings.Repeat("word ", 12))},
		{"no place before its end", "How bright social workers see good pupils", 21, "How bright social workers see good pupils"},
		{"one word", strings.Repeat("x", 99) + " y", 10, strings.Repeat("x", 99)},
		{"an early place, if there is no other", "Plans for pupils in " + strings.Repeat("word ", 60), 60, "Plans for pupils"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			short, cut := text.Shorten(c.text, c.most)
			assert.Equal(t, c.want, short)
			assert.Equal(t, c.want != c.text, cut)
		})
	}
}

// Whatever the length, a text that is shortened does not end in a word that leads on.
func TestShortenedTextsEndAPhrase(t *testing.T) {
	t.Parallel()
	cuts := 0
	for _, s := range []string{
		"The quality, frequency and recording of supervision, so that social workers receive timely and useful advice from managers who know their teams",
		"Ensure that there are enough foster carers within the county for groups of brothers and sisters, and that they are given all of the help that they need",
		"Where children move to another county, ensure that their plans, including those for their health and education, are sent to the new school without delay in order that it can get ready",
	} {
		for most := 10; most < len(s); most++ {
			short, cut := text.Shorten(s, most)
			assert.True(t, strings.HasPrefix(s, short), short)
			assert.LessOrEqual(t, utf8.RuneCountInString(short), max(3*most, 50))
			if cut {
				cuts++
				assert.NotRegexp(t, `(?i)(^|\W)(the|of|and|so|that|timely|enough|there|are|all|in|for|within|to|it|can|those|their|another|including|without)$`, short)
			}
		}
	}
	assert.Greater(t, cuts, 200)
}

// Of a text that is far too long, only the beginning is looked at.
func TestShortenOfALongText(t *testing.T) {
	long := strings.Repeat("plans (and ", 1<<17)
	assert.Less(t, testing.AllocsPerRun(1, func() { text.Shorten(long, 80) }), 100.0)
}

func TestPhrases(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("phrases.tsv")
	require.NoError(t, err)
	assert.Contains(t, string(raw), "# Source: ")
	classes := map[string][]string{}
	for row := range tsv.Rows("phrases.tsv", string(raw)) {
		words := strings.Fields(row[1])
		require.NotContains(t, classes, row[0])
		classes[row[0]] = words
		assert.Equal(t, strings.Join(words, " "), row[1])
		assert.True(t, slices.IsSorted(words), row[0])
		assert.Len(t, slices.Compact(slices.Clone(words)), len(words), row[0])
		for _, w := range words {
			assert.Regexp(t, `^[a-z'-]+$`, w)
		}
	}
	for class := range classes {
		if class, preposition, ok := strings.Cut(class, " "); ok {
			assert.Equal(t, "binds", class)
			assert.Contains(t, classes["opens"], preposition)
		} else {
			assert.Contains(t, []string{"adjective", "clause", "leads", "noun", "opens", "purpose", "verb", "wants-to"}, class)
		}
	}
	for _, w := range classes["adjective"] {
		assert.NotContains(t, classes["noun"], w)
	}
	for _, w := range classes["opens"] { // a preposition ends no phrase
		assert.Contains(t, classes["leads"], w)
	}
}

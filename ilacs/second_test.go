package ilacs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

const anotherDocument = "another document begins here"

// Of documents that follow each other in one text the first is read as if it stood
// alone, and a note says where the next begins.
func TestSecondDocument(t *testing.T) {
	t.Parallel()
	names, texts := fixtures(t)
	tried := 0
	for i, first := range names {
		alone, err := ilacs.Parse(texts[first])
		if err != nil || alone.Source == ilacs.SourceArticle || first == "bad-half-report" { // which ends in its table, so that a title may go on with it
			continue
		}
		assert.NotContains(t, notesOf(alone), anotherDocument, first)
		for k := i % 3; k < len(names); k += 3 {
			second := names[k]
			r, err := ilacs.Parse(texts[second])
			if err != nil || r.Source == ilacs.SourceArticle || first == second {
				continue
			}
			for _, gap := range []string{"\n\n", "\f"} {
				before := strings.TrimRight(texts[first], "\r\n\f ")
				whole := before + gap + strings.TrimLeft(texts[second], "\ufeff")
				got, err := ilacs.Parse(whole)
				require.NoError(t, err)
				name := first + " and " + second
				if !assert.Contains(t, notesOf(got), anotherDocument, name) {
					continue
				}
				for _, n := range got.Notes {
					if strings.HasPrefix(n.Text, anotherDocument) {
						assert.InDelta(t, len(before), n.Start, 200, name) // the last page's footer may be taken with it
						assert.Less(t, n.Start, n.End, name)
					}
				}
				assert.Equal(t, alone.Visit, got.Visit, name)
				assert.Equal(t, alone.Judgements, got.Judgements, name)
				assert.Len(t, got.Findings, len(alone.Findings), name)
				tried++
			}
		}
	}
	assert.Positive(t, tried)
}

// What looks like the beginning of a document is none.
func TestNoSecondDocument(t *testing.T) {
	t.Parallel()
	for name, more := range map[string]string{
		"the board's part":   "\n\fWexcombe Safeguarding\nChildren Board\nReview of the effectiveness of the local safeguarding\nchildren board\nInspection date: 6 to 17 November 2023\nReport published: 4 January 2024\n",
		"a child's letter":   "\n\nDear reader\n\nI like my home and my dog.\n",
		"a child's thanks":   "\n\nDear inspectors\n\nThank you for your visit to us.\n",
		"a child's greeting": "\n\nOne child wrote to her worker:\n\nDear social worker\nThank you for every visit\n\nLeaders keep such letters.\n",
		"two greetings":      "\n\nOne child wrote:\n\nDear social worker\nThank you\n\nDear teacher\nThank you for every visit\n",
		"a greeting's tale":  "\n\nYours sincerely\n\nBob Birch\n\nDear Ann is how they begin.\n\nThe inspection is known to all.\n",
		"dates in the text":  "\n\nThe inspection dates: 6 to 17 November 2023 suited leaders.\n",
		"dates that are not": "\n\nInspection dates: see below\n\nAll are in order.\n",
	} {
		r, err := ilacs.Parse(standardInspection + more)
		require.NoError(t, err)
		assert.NotContains(t, notesOf(r), anotherDocument, name)
	}
	for _, more := range []string{"\n\n4 March 2024\n\nAnn Ash\nWexcombe Council\n", "\n\nYours sincerely\n\nBob Birch\n"} {
		r, err := ilacs.Parse(standardInspection + more + "\nDear Ann\n\nFocused visit to Wexcombe\n")
		require.NoError(t, err)
		assert.Contains(t, notesOf(r), anotherDocument, more)
	}
	r, err := ilacs.Parse(standardInspection + "\n\fWexcombe College\nInspection dates: 4 to 5 March 2024\n")
	require.NoError(t, err)
	assert.Contains(t, notesOf(r), anotherDocument)
}

// Another authority's table of judgements, before or after a report's own, takes the
// grades away that the two do not share.
func TestForeignTable(t *testing.T) {
	t.Parallel()
	from, to := strings.Index(standardInspection, " Judgement "), strings.Index(standardInspection, "Wexcombe keeps")
	own := standardInspection[from:to]
	foreign := strings.Replace(own, "in care                Good", "in care                Outstanding", 1)
	foreign = strings.Replace(foreign, "effectiveness                                           Inadequate", "effectiveness                                           Good", 1)
	const between = "The councils of the region are compared here with each other, each with its own grades.\n\n"
	alone, err := ilacs.Parse(standardInspection)
	require.NoError(t, err)
	for name, tables := range map[string]string{
		"before":            foreign + own,
		"after":             own + foreign,
		"before and after":  foreign + own + foreign,
		"before, with text": foreign + between + own,
		"after, with text":  own + between + foreign,
	} {
		r, err := ilacs.Parse(strings.Replace(standardInspection, own, tables, 1))
		require.NoError(t, err, name)
		assert.Zero(t, r.Judgements.Grade(judgement.Overall), name)
		assert.Contains(t, notesOf(r), "with two grades", name)
		assert.Equal(t, strings.Contains(name, "text"), strings.Contains(notesOf(r), "a second table of judgements"), name)
		for area, grade := range r.Judgements.All() {
			assert.Equal(t, alone.Judgements.Grade(area), grade, "%s: %s", name, area)
		}
	}
}

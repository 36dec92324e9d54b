package render_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// pages are one page of each kind, of values that hold hostile text wherever a
// document's text can come in.
func pages(t testing.TB) map[string]any {
	t.Helper()
	h := replaced(wexcombeOverYears(t), hostile+"\x1b[31m\u202e\u200f\n")
	history, err := render.NewHistoryPage(h)
	require.NoError(t, err)
	return map[string]any{
		"progress": render.NewProgressPage(h.Progresses[0]),
		"history":  history,
		"profile":  render.NewProfilePage(hostileProfile(t)),
	}
}

// walk calls f with each value within v and with the field that holds it, such
// as "FollowUp.Reason".
func walk(v reflect.Value, field string, f func(field string, v reflect.Value)) {
	f(field, v)
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), field, f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, f)
		}
	}
}

func TestPagesArePlainText(t *testing.T) {
	t.Parallel()
	for name, page := range pages(t) {
		texts := 0
		walk(reflect.ValueOf(page), name, func(field string, v reflect.Value) {
			if v.Kind() == reflect.String {
				texts++
				assert.Equal(t, render.PlainText(v.String()), v.String(), "%s: %s", name, field)
			}
		})
		assert.Greater(t, texts, 100, name)
	}
}

// TestPagesAreFilled checks that no field of a page is forgotten: each has a
// value somewhere in a page of values that have everything.
func TestPagesAreFilled(t *testing.T) {
	t.Parallel()
	filled, seen := map[string]bool{}, map[string]bool{}
	all := pages(t)
	all["profile after a reorganisation"] = render.NewProfilePage(about(t, "Cumberland"))
	all["profile without a rule"] = render.NewProfilePage(about(t, "Trafford"))
	for _, page := range all {
		walk(reflect.ValueOf(page), "", func(field string, v reflect.Value) {
			seen[field] = true
			filled[field] = filled[field] || !v.IsZero()
		})
	}
	for field := range seen {
		assert.True(t, filled[field], "%s is empty in each page", field)
	}
	assert.Greater(t, len(seen), 100)
}

// A history page holds the pages of its comparisons, apart from what only the
// next comparison knows: the whole later list.
func TestHistoryPageHoldsProgressPages(t *testing.T) {
	t.Parallel()
	h := wexcombeOverYears(t)
	history, err := render.NewHistoryPage(h)
	require.NoError(t, err)
	require.Len(t, history.Progresses, len(h.Progresses))
	for i, p := range h.Progresses {
		want := render.NewProgressPage(p)
		want.Asked = history.Progresses[i].Asked
		assert.Equal(t, want, history.Progresses[i])
		assert.Equal(t, history.Visits[i:i+2], []render.Visit{want.Before, want.After})
	}
	assert.Len(t, history.Grades.Rows, len(history.Visits))

	last := history.Grades.Rows[len(history.Grades.Rows)-1]
	assert.Empty(t, last.Cells, "a letter grades nothing")
	require.Len(t, last.Reported, len(history.Grades.Columns))
	assert.Equal(t, render.Mark{Class: "good", Sign: "G", Word: "Good"}, last.Reported[0])
	assert.Zero(t, last.Reported[1], "its document reports no more")
}

func TestHistoryPageOfNothing(t *testing.T) {
	t.Parallel()
	_, err := render.NewHistoryPage(ilacs.History{Visits: make([]ilacs.Visit, 1)})
	assert.ErrorContains(t, err, "no comparison")
}

// What the middle one of three documents asks for is on its list, though the
// comparison with the first neither calls it new nor shows it: the next
// comparison follows it up.
func TestListOfTheMiddleDocument(t *testing.T) {
	t.Parallel()
	first, second := wexcombe(t), wexcombe(t)
	second.Before = first.After
	second.After.Start, second.After.End = date(t, "2025-03-03"), date(t, "2025-03-07")
	item := said("Letters that young people can read.", 5060, finding.SectionImprove, 0, finding.Concern)
	second.FollowUps = []ilacs.FollowUp{{Item: item, Status: ilacs.StatusNotRevisited}}
	page, err := render.NewHistoryPage(ilacs.History{Progresses: []ilacs.Progress{first, second}})
	require.NoError(t, err)
	var later []string
	for _, q := range page.Progresses[0].Asked {
		later = append(later, q.Text)
	}
	assert.Contains(t, later, item.Text)
}

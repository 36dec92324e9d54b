package record_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
)

func civilDate(s string) civil.Date { return civil.MustParse(s) }

func must(name string) authority.Authority {
	a, err := authority.Find(name)
	if err != nil {
		panic(err)
	}
	return a
}

// TestWaitingOn works ranks and ties out another way, by counting.
func TestWaitingOn(t *testing.T) {
	t.Parallel()
	tied := 0
	for _, day := range []string{"2014-06-01", "2018-06-30", "2021-04-01", "2024-03-31", "2026-08-31", "2026-11-30"} {
		all := record.WaitingOn(date(t, day))
		longer := func(days int) (n int) {
			for _, w := range all {
				if w.Days > days {
					n++
				}
			}
			return n
		}
		inspected := 0
		for a := range authority.All() {
			if a.OpenOn(date(t, day)) && standing(a, day).IsValid() {
				inspected++
			}
		}
		require.Len(t, all, inspected, day)
		for n, w := range all {
			assert.Equal(t, standing(w.Inspection.Authority, day), w.Inspection)
			days, ok := w.Inspection.Start.DaysUntil(date(t, day))
			require.True(t, ok)
			assert.Equal(t, days, w.Days)
			assert.Equal(t, longer(w.Days)+1, w.Rank)
			same := 0
			for _, o := range all {
				if o.Days == w.Days {
					same++
				}
			}
			assert.Equal(t, same-1, w.Ties)
			assert.Equal(t, len(all), w.Of)
			if n > 0 && all[n-1].Days == w.Days {
				tied++
				assert.Less(t, all[n-1].Inspection.Authority.Name, w.Inspection.Authority.Name)
			}
		}
		assert.True(t, slices.IsSortedFunc(all, func(a, b record.Waiting) int { return b.Days - a.Days }))
	}
	assert.Positive(t, tied, "no two waited equally long, so that ties were not tested")
	assert.Equal(t, record.WaitingOn(date(t, record.AsOf)), record.WaitingOn(civil.Date{}))
	assert.Equal(t, record.WaitingOn(date(t, "2024-03-31")), record.WaitingOn(date(t, "2024-03")))
	assert.Empty(t, (&record.Record{}).WaitingOn(date(t, "2024-03-31")))
}

func TestSince(t *testing.T) {
	t.Parallel()
	p := record.ProfileOf(find(t, "Dudley"), date(t, "2024-05-31"))
	since := func(p record.Profile) (typ ilacs.VisitType, days, inspection int) {
		v, days, ok := p.SinceVisit()
		require.True(t, ok)
		inspection, ok = p.SinceInspection()
		require.True(t, ok)
		return v.Type, days, inspection
	}
	letter := func(start, published string) *ilacs.Report {
		r := &ilacs.Report{Visit: ilacs.Visit{Type: ilacs.VisitTypeFocused, Start: date(t, start), Published: date(t, published)}}
		if start != "" {
			r.Visit.End = r.Visit.Start.AddDays(1)
		}
		return r
	}
	typ, days, inspection := since(p)
	assert.Equal(t, ilacs.VisitTypeStandard, typ)
	assert.Equal(t, 578, days, "from 31 October 2022")
	assert.Equal(t, 578, inspection)
	for _, tt := range []struct {
		name             string
		start, published string
		typ              ilacs.VisitType
		days             int
	}{
		{"a letter that was public", "2024-02-01", "2024-05-16", ilacs.VisitTypeFocused, 120},
		{"a letter that was not", "2024-02-01", "2024-06-01", ilacs.VisitTypeStandard, 578},
		{"public on the day", "2024-02-01", "2024-05-31", ilacs.VisitTypeFocused, 120},
		{"publication not known", "2024-05-29", "", ilacs.VisitTypeFocused, 2},
		{"still to end", "2024-05-31", "", ilacs.VisitTypeStandard, 578},
		{"an older letter", "2021-02-01", "2021-03-16", ilacs.VisitTypeStandard, 578},
		{"the month alone", "2024-02", "2024-05-16", ilacs.VisitTypeStandard, 578},
	} {
		typ, days, inspection := since(p.WithVisits(letter(tt.start, tt.published)))
		assert.Equal(t, tt.typ, typ, tt.name)
		assert.Equal(t, tt.days, days, tt.name)
		assert.Equal(t, 578, inspection, tt.name)
	}
	ongoing := letter("2024-06-03", "")
	ongoing.Visit.End = civil.Date{}
	typ, _, _ = since(p.WithVisits(ongoing))
	assert.Equal(t, ilacs.VisitTypeStandard, typ, "a visit that is still to come, without a last day")

	cumberland := record.ProfileOf(find(t, "Cumberland"), date(t, "2024-03-31"))
	_, ok := cumberland.SinceInspection()
	assert.False(t, ok)
	_, _, ok = cumberland.SinceVisit()
	assert.False(t, ok)
	_, days, ok = cumberland.WithVisits(letter("2024-01-30", "2024-03-08")).SinceVisit()
	assert.True(t, ok)
	assert.Equal(t, 61, days)

	// A review of the board alone is a visit, and no inspection of the services.
	surrey := record.ProfileOf(find(t, "Surrey"), date(t, "2015-09-01"))
	v, days, _ := surrey.SinceVisit()
	whole, _ := surrey.SinceInspection()
	assert.Equal(t, ilacs.VisitTypeLSCBReview, v.Type)
	assert.Equal(t, 78, days)
	assert.Equal(t, 315, whole)
}

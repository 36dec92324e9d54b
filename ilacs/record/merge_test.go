package record_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

func TestMergeInAnyOrder(t *testing.T) {
	t.Parallel()
	all := slices.Collect(record.All())
	r := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		r.Shuffle(len(all), func(a, b int) { all[a], all[b] = all[b], all[a] })
		first := (&record.Record{}).Merge(all[:200]...)
		second := first.Record.Merge(all[100:]...)
		assert.Len(t, first.Added, 200)
		assert.Len(t, second.Added, len(all)-200)
		assert.Empty(t, second.Filled)
		assert.Empty(t, second.Conflicts)
		assert.Equal(t, slices.Collect(record.All()), slices.Collect(second.Record.All()))
	}
}

// Each offer differs from the record in one way; the table makes the test long.
func TestMerge(t *testing.T) {
	t.Parallel()
	base := record.Inspection{
		Authority: find(t, "Dudley"), Type: ilacs.VisitTypeSIF, Framework: judgement.SIF,
		Start: date(t, "2016-01-11"), End: date(t, "2016-02-04"), Published: date(t, "2016-04-05"),
		Judgements: judgement.Set{Framework: judgement.SIF}.With(judgement.Overall, judgement.Inadequate),
	}
	type change struct{ field, kept, offered string }
	for _, tt := range []struct {
		name      string
		offer     func(*record.Inspection)
		added     int
		filled    []change
		conflicts []change
	}{
		{"the same", func(*record.Inspection) {}, 0, nil, nil},
		{"less", func(i *record.Inspection) { i.End, i.Published, i.Type = date(t, ""), date(t, ""), 0 }, 0, nil, nil},
		{"more", func(i *record.Inspection) {
			i.Lead = "Ada Quill"
			i.Judgements = i.Judgements.With(judgement.Leaders, judgement.Good)
		}, 0, []change{{"lead", "", "Ada Quill"}, {"leaders", "", "good"}}, nil},
		{"a re-inspection", func(i *record.Inspection) { i.Type = ilacs.VisitTypeReinspection }, 0, []change{{"type", "sif", "reinspection"}}, nil},
		{"another grade", func(i *record.Inspection) {
			i.Judgements = i.Judgements.With(judgement.Overall, judgement.Good)
		}, 0, nil, []change{{"overall", "inadequate", "good"}}},
		{"another type", func(i *record.Inspection) { i.Type = ilacs.VisitTypeShort }, 0, nil, []change{{"type", "sif", "short"}}},
		{"another last day", func(i *record.Inspection) { i.End = date(t, "2016-02-05") }, 0, nil, []change{{"end", "2016-02-04", "2016-02-05"}}},
		{"days that overlap", func(i *record.Inspection) { i.Start = date(t, "2016-02-04"); i.End = i.Start }, 0, nil,
			[]change{{"start", "2016-01-11", "2016-02-04"}}},
		{"a first day before that overlaps", func(i *record.Inspection) { i.Start = date(t, "2016-01-04") }, 0, nil,
			[]change{{"start", "2016-01-11", "2016-01-04"}}},
		{"the day after", func(i *record.Inspection) { i.Start = date(t, "2016-02-05"); i.End = date(t, "2016-02-06") }, 1, nil, nil},
		{"the same days elsewhere", func(i *record.Inspection) { i.Authority = find(t, "Sandwell") }, 1, nil, nil},
		{"no inspection", func(i *record.Inspection) { i.Start = date(t, "") }, 0, nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			before := (&record.Record{}).Merge(base).Record
			offered := base
			tt.offer(&offered)
			m := before.Merge(offered)
			list := func(differences []record.Difference) (cs []change) {
				for _, d := range differences {
					assert.Equal(t, base, d.Inspection)
					cs = append(cs, change{d.Field, d.Kept, d.Offered})
				}
				return cs
			}
			assert.Len(t, m.Added, tt.added)
			assert.Equal(t, tt.filled, list(m.Filled))
			got := list(m.Conflicts)
			if len(tt.conflicts) > 0 && tt.conflicts[0].field == "start" {
				got = slices.DeleteFunc(got, func(c change) bool { return c.field == "end" })
			}
			assert.Equal(t, tt.conflicts, got)
			assert.Equal(t, []record.Inspection{base}, slices.Collect(before.All()), "the old record has changed")

			again := m.Record.Merge(offered)
			assert.Empty(t, again.Added)
			assert.Empty(t, again.Filled)
			assert.Equal(t, slices.Collect(m.Record.All()), slices.Collect(again.Record.All()))
		})
	}
}

func TestMergeMovesTheDay(t *testing.T) {
	t.Parallel()
	i, _ := record.Latest(find(t, "Dudley"))
	assert.Equal(t, record.AsOf, record.National().Merge(i).Record.AsOf().String())
	i.Start, i.End, i.Published = date(t, "2027-03-01"), date(t, "2027-03-05"), date(t, "2027-04-09")
	m := record.National().Merge(i)
	assert.Equal(t, "2027-04-09", m.Record.AsOf().String())
	assert.Equal(t, "2027-05-01", m.Record.WithAsOf(date(t, "2027-05-01")).AsOf().String())
	latest, ok := m.Record.Latest(i.Authority)
	assert.True(t, ok)
	assert.Equal(t, i, latest)
}

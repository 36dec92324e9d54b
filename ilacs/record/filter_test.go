package record_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

func TestZeroFilterLetsAllThrough(t *testing.T) {
	t.Parallel()
	var f record.Filter
	assert.Equal(t, slices.Collect(record.All()), slices.Collect(f.Select(record.All())))
	assert.True(t, f.Match(record.Inspection{}))
}

// filters are filters and, written out another way, what each asks.
var filters = map[string]struct {
	filter record.Filter
	want   func(record.Inspection) bool
}{
	"authority": {
		record.Filter{Authorities: []authority.Authority{must("Dudley"), must("Kent")}},
		func(i record.Inspection) bool { return i.Authority.Name == "Dudley" || i.Authority.Name == "Kent" },
	},
	"region": {
		record.Filter{Regions: []authority.Region{authority.RegionLondon}},
		func(i record.Inspection) bool { return i.Authority.Region == authority.RegionLondon },
	},
	"framework": {
		record.Filter{Frameworks: []judgement.Framework{judgement.ILACS2018, judgement.ILACS2023}},
		func(i record.Inspection) bool {
			return i.Framework == judgement.ILACS2018 || i.Framework == judgement.ILACS2023
		},
	},
	"type": {
		record.Filter{Types: []ilacs.VisitType{ilacs.VisitTypeShort}},
		func(i record.Inspection) bool { return i.Type == ilacs.VisitTypeShort },
	},
	"overall grade": {
		record.Filter{Grades: []judgement.Grade{judgement.Inadequate}},
		func(i record.Inspection) bool { return i.Judgements.Grade(judgement.Overall) == judgement.Inadequate },
	},
	"no overall grade": {
		record.Filter{Grades: []judgement.Grade{0}},
		func(i record.Inspection) bool { return i.Judgements.Grade(judgement.Overall) == 0 },
	},
	"grade of leaders": {
		record.Filter{Grades: []judgement.Grade{judgement.Outstanding}, Area: judgement.Leaders},
		func(i record.Inspection) bool { return i.Judgements.Grade(judgement.Leaders) == judgement.Outstanding },
	},
	"published in a year": {
		record.Filter{Published: ilacs.Period{Start: civilDate("2024"), End: civilDate("2024")}},
		func(i record.Inspection) bool { return i.Published.Year() == 2024 },
	},
	"published up to a day": {
		record.Filter{Published: ilacs.Period{End: civilDate("2023-01-13")}},
		func(i record.Inspection) bool { return i.Published.String() <= "2023-01-13" },
	},
	"started from a day on": {
		record.Filter{Started: ilacs.Period{Start: civilDate("2022-10-31")}},
		func(i record.Inspection) bool { return i.Start.String() >= "2022-10-31" },
	},
	"several at once": {
		record.Filter{
			Regions: []authority.Region{authority.RegionWestMidlands, authority.RegionEastMidlands},
			Grades:  []judgement.Grade{judgement.Good, judgement.Outstanding},
			Started: ilacs.Period{Start: civilDate("2018-04"), End: civilDate("2020-03")},
		},
		func(i record.Inspection) bool {
			g, s := i.Judgements.Grade(judgement.Overall), i.Start.String()
			return (i.Authority.Region == authority.RegionWestMidlands || i.Authority.Region == authority.RegionEastMidlands) &&
				(g == judgement.Good || g == judgement.Outstanding) && s >= "2018-04-01" && s <= "2020-03-31"
		},
	},
}

func TestFilter(t *testing.T) {
	t.Parallel()
	for name, tt := range filters {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var want []record.Inspection
			for i := range record.All() {
				if tt.want(i) {
					want = append(want, i)
				}
				assert.Equal(t, tt.want(i), tt.filter.Match(i), key(i))
			}
			require.NotEmpty(t, want)
			require.Less(t, len(want), record.National().Len())
			assert.Equal(t, want, slices.Collect(tt.filter.Select(record.All())))
		})
	}
}

// What is not known to lie within the days that are asked for is left out.
func TestFilterOfInexactDates(t *testing.T) {
	t.Parallel()
	f := record.Filter{Published: ilacs.Period{Start: date(t, "2024-02-10"), End: date(t, "2024-04")}}
	for _, tt := range []struct {
		published string
		want      bool
	}{{"", false}, {"2024-02", false}, {"2024-03", true}, {"2024-04", true}, {"2024", false}, {"2024-04-30", true}, {"2024-02-09", false}} {
		assert.Equal(t, tt.want, f.Match(record.Inspection{Published: date(t, tt.published)}), tt.published)
	}
	f.Published.End = date(t, "2024-04-15")
	assert.False(t, f.Match(record.Inspection{Published: date(t, "2024-04")}), "the month goes on after the period")
}

func TestFilterOfStandings(t *testing.T) {
	t.Parallel()
	day := date(t, "2024-03-31") // Cumberland had not been inspected yet
	in := func(f record.Filter) (names []string) {
		for i := range f.Select(record.StandingsOn(day)) {
			names = append(names, i.Authority.Name)
		}
		return names
	}
	west := []authority.Region{authority.RegionNorthWest}
	assert.Contains(t, in(record.Filter{Regions: west}), "Cumberland")
	graded := in(record.Filter{Regions: west, Started: ilacs.Period{End: day}})
	assert.NotContains(t, graded, "Cumberland")
	assert.Contains(t, graded, "Lancashire")
}

func TestSelectStops(t *testing.T) {
	t.Parallel()
	for range (record.Filter{}).Select(record.All()) {
		break
	}
}

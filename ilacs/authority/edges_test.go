package authority_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// An authority is open to the day before the one on which it closed, and its
// successors from that day on.
func TestOnTheDayOfAChange(t *testing.T) {
	t.Parallel()
	n := 0
	for a := range authority.All() {
		for c := range authority.Predecessors(a) {
			if c.Area != "whole" {
				continue
			}
			n++
			old, before := c.From, c.Date.AddDays(-1)
			assert.True(t, old.OpenOn(before), "%s on %s", old, before)
			assert.False(t, old.OpenOn(c.Date), "%s on %s", old, c.Date)
			assert.True(t, a.OpenOn(c.Date), "%s on %s", a, c.Date)
			assert.False(t, a.OpenOn(before), "%s on %s", a, before)
		}
	}
	assert.NotZero(t, n)

	day, err := civil.Parse("2021-04-01")
	require.NoError(t, err)
	_, err = authority.FindOn("Northamptonshire", day)
	var wrong *authority.NameError
	require.ErrorAs(t, err, &wrong)
	require.ErrorIs(t, err, authority.ErrNotOpen)
	var names []string
	for _, a := range wrong.Nearest {
		names = append(names, a.Name)
	}
	assert.Equal(t, []string{"Northamptonshire", "North Northamptonshire", "West Northamptonshire"}, names)
	found, err := authority.FindOn("Northamptonshire", day.AddDays(-1))
	require.NoError(t, err)
	assert.Equal(t, "Northamptonshire", found.Name)
}

// "City and County of" speaks for a town as well as for a shire, and so for
// neither.
func TestKindsOfCouncilThatDecideNothing(t *testing.T) {
	t.Parallel()
	a, err := authority.Find("City and County of Nottingham")
	require.NoError(t, err)
	assert.Equal(t, "Nottingham", a.Name)
	_, err = authority.Find("County of Nottingham")
	require.ErrorIs(t, err, authority.ErrAmbiguous)
}

// No more than five names are near: those spelt most alike come first, then
// those that have a word in common.
func TestNearestNames(t *testing.T) {
	t.Parallel()
	for name, want := range map[string][]string{
		"Bent":                        {"Brent", "Kent"},
		"Bry":                         {"Bury"},
		"of":                          nil, // which is a word of several names
		"Durh":                        {"Durham", "Bury"},
		"Dur":                         nil, // the beginning of a name is of four letters at least
		"Bath Spa":                    {"Bath and North East Somerset"},
		"Hamptonshire":                {"Hampshire", "Northamptonshire"},
		"Yorkshire":                   {"York", "North Yorkshire", "East Riding of Yorkshire"},
		"Lincolnshire East Yorkshire": {"Lincolnshire", "East Riding of Yorkshire", "North East Lincolnshire", "North Lincolnshire", "North Yorkshire"},
	} {
		_, err := authority.Find(name)
		var wrong *authority.NameError
		require.ErrorAs(t, err, &wrong)
		require.ErrorIs(t, err, parseerr.ErrUnknown)
		var near []string
		for _, a := range wrong.Nearest {
			near = append(near, a.Name)
		}
		assert.Equal(t, want, near, name)
	}
}

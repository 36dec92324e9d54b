package record_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// tallies are those counts, by framework and area.
var tallies = map[string]string{
	"ilacs-2018 days":                        "1579 7000",
	"ilacs-2018 help-and-protection":         "14 62 71 0 18 0",
	"ilacs-2018 in-care-and-care-leavers":    "20 76 56 0 13 0",
	"ilacs-2018 leaders":                     "36 59 50 0 20 0",
	"ilacs-2018 overall":                     "25 63 54 0 23 0",
	"ilacs-2023 care-leavers":                "43 61 34 0 7 0",
	"ilacs-2023 days":                        "1151 7704",
	"ilacs-2023 help-and-protection":         "28 71 38 0 8 0",
	"ilacs-2023 in-care":                     "52 63 25 0 5 0",
	"ilacs-2023 leaders":                     "55 58 24 0 8 0",
	"ilacs-2023 overall":                     "46 64 24 0 11 0",
	"ilacs-2026 care-leavers":                "4 4 3 0 0 0",
	"ilacs-2026 days":                        "100 523",
	"ilacs-2026 help-and-protection":         "1 7 2 0 1 0",
	"ilacs-2026 in-care":                     "2 7 2 0 0 0",
	"ilacs-2026 leaders":                     "5 3 2 0 1 0",
	"looked-after-2013 capacity-to-improve":  "0 1 0 0 0 0",
	"looked-after-2013 days":                 "16 140",
	"looked-after-2013 leaders":              "0 0 0 1 0 0",
	"looked-after-2013 outcomes":             "0 0 0 1 0 0",
	"looked-after-2013 overall":              "0 0 0 1 3 0",
	"looked-after-2013 quality-of-provision": "0 0 0 1 0 0",
	"sif adoption":                           "17 87 51 0 10 2",
	"sif care-leavers":                       "10 63 76 0 17 1",
	"sif days":                               "3843 9292",
	"sif help-and-protection":                "0 44 86 0 37 0",
	"sif leaders":                            "12 54 65 0 36 0",
	"sif looked-after":                       "4 55 89 0 18 1",
	"sif lscb":                               "7 52 64 0 25 0",
	"sif overall":                            "3 54 71 0 39 0",
}

// The record adds up to what was counted when it was checked against the reports: how
// often each grade was given in each area, outstanding first, and how many days of
// fieldwork and days to publication there were in all. A grade or a date that is changed
// by mistake shows here, whichever it is.
func TestRecordAddsUp(t *testing.T) {
	t.Parallel()
	grades := []judgement.Grade{judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Adequate, judgement.Inadequate, judgement.NotJudged}
	counts := map[string]map[judgement.Grade]int{}
	times := map[string][2]int{}
	for i := range record.All() {
		for a, g := range i.Judgements.All() {
			name := text(t, i.Framework) + " " + text(t, a)
			if counts[name] == nil {
				counts[name] = map[judgement.Grade]int{}
			}
			counts[name][g]++
		}
		length, ok := i.Start.DaysUntil(i.End)
		require.True(t, ok)
		wait, ok := i.DaysToPublication()
		require.True(t, ok)
		sum := times[text(t, i.Framework)]
		times[text(t, i.Framework)] = [2]int{sum[0] + length, sum[1] + wait}
	}
	got := map[string]string{}
	for name, count := range counts {
		line := ""
		for _, g := range grades {
			line += fmt.Sprintf("%d ", count[g])
		}
		got[name] = line[:len(line)-1]
	}
	for framework, sum := range times {
		got[framework+" days"] = fmt.Sprintf("%d %d", sum[0], sum[1])
	}
	assert.Equal(t, tallies, got)
}

// text is the form in which a value is stored.
func text(t testing.TB, v interface{ MarshalText() ([]byte, error) }) string {
	t.Helper()
	b, err := v.MarshalText()
	require.NoError(t, err)
	return string(b)
}

package dates_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/dates"
)

// What is left out of a date is taken from the next one, and days are one
// period where no more than two lie between them.
func TestPeriodsAtTheirEdges(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"30 to 2 January 2020":                  "2019-12-30/2020-01-02",
		"30 to 2 May 2018":                      "2018-04-30/2018-05-02",
		"9 and 12 May 2018":                     "2018-05-09/2018-05-12",
		"9 and 13 May 2018":                     "2018-05-09/2018-05-09 2018-05-13/2018-05-13",
		"9 May and 12 May 2018":                 "2018-05-09/2018-05-12",
		"9 December and 12 January 2018":        "2017-12-09/2017-12-09 2018-01-12/2018-01-12",
		"between 9 May 2018 and 4 June 2018":    "2018-05-09/2018-06-04",
		"4 June 2018 to 9 May 2018":             "2018-05-09/2018-06-04", // printed the wrong way round
		"12/09/16 to 06/10/16":                  "2016-09-12/2016-10-06",
		"9 Sept 2018":                           "2018-09-09/2018-09-09",
		"31 June to 4 July 2024":                "",
		"4 to 31 June 2024":                     "",
		"4 June 2024 and 31 June 2024":          "",
		"4 to 8 June and 31 June 2024":          "",
		"4 to 8 June 2024, 31 children":         "2024-06-04/2024-06-08",
		"4 to 8 June 2024, 31 May":              "2024-06-04/2024-06-08",
		"9 Sept to 12 Oct 2018 and 4 June 2019": "2018-09-09/2018-10-12 2019-06-04/2019-06-04",
	} {
		periods, _ := dates.Periods(in, 0)
		assert.Equal(t, want, written(periods), in)
	}
}

// A number of four digits is no year where it is a part of a larger one, or an
// amount.
func TestMentionsThatAreNoYears(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]int{
		"It was set up in 2018.":               1,
		"It was set up in 2018, with a board.": 1,
		"It cost 2018,500 pounds.":             0,
		"It rose by 2018%.":                    0,
		"See section 3.2018.":                  0,
		"It has 20181 cases.":                  0,
		"It had 1989 cases.":                   0,
	} {
		assert.Len(t, dates.Mentions(in), want, in)
	}
}

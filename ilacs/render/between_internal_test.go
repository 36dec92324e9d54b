package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// Blackpool was inspected in July 2014, November 2018, December 2022 and June 2026.
func TestNotCompared(t *testing.T) {
	t.Parallel()
	blackpool, err := authority.Find("Blackpool")
	require.NoError(t, err)
	visits := func(urn string, days ...string) (out []ilacs.Visit) {
		for _, d := range days {
			day, err := civil.Parse(d)
			require.NoError(t, err)
			out = append(out, ilacs.Visit{URN: urn, Start: day})
		}
		return out
	}
	const (
		of2018 = "standard inspection of November 2018 (inadequate)"
		of2022 = "standard inspection of December 2022 (requires improvement to be good)"
		says   = "Not compared here, but in the national record between these visits: "
	)
	for _, c := range []struct {
		name, urn string
		days      []string
		want      string
	}{
		{"one between", blackpool.URN, []string{"2018-11-26", "2026-06-08"}, says + of2022 + "."},
		{"two between", blackpool.URN, []string{"2014-07-02", "2026-06-08"}, says + of2018 + "; " + of2022 + "."},
		{"one between, and one read", blackpool.URN, []string{"2014-07-02", "2018-11-26", "2026-06-08"}, says + of2022 + "."},
		{"one read whose day is not known", blackpool.URN, []string{"2014-07-02", "2018-11", "2022-12", "2026-06-08"}, ""},
		{"none between", blackpool.URN, []string{"2018-11-26", "2022-12-05"}, ""},
		{"a visit in the month of an inspection", blackpool.URN, []string{"2018-11", "2022-12"}, ""},
		{"no authority", "", []string{"2018-11-26", "2026-06-08"}, ""},
		{"no date", blackpool.URN, []string{"2018-11-26", ""}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			all := []ilacs.Visit{}
			for _, d := range c.days {
				if d == "" {
					all = append(all, ilacs.Visit{URN: c.urn})
					continue
				}
				all = append(all, visits(c.urn, d)...)
			}
			assert.Equal(t, c.want, notCompared(all))
		})
	}
}

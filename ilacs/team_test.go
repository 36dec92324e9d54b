package ilacs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// The team at the end of a report is led by the first who leads it, and each is named
// once, though a name wraps at its hyphen or stands twice.
func TestTeamOfAReport(t *testing.T) {
	t.Parallel()
	r, err := ilacs.Parse(sifPage + strings.Repeat("Plans are good, and they are kept to.\n\n", 100) + `Lead inspector: Ann Ash HMI

Deputy lead inspector: Bo Birch HMI

Team inspectors: Ann Ash HMI, Cy Cole-
Dunn HMI, Di Elm HMI

Lead inspector: Fay Gorse HMI
`)
	require.NoError(t, err)
	assert.Equal(t, "Ann Ash", r.Visit.Lead)
	assert.Equal(t, []string{"Ann Ash", "Bo Birch", "Cy Cole-Dunn", "Di Elm", "Fay Gorse"}, r.Visit.Inspectors)
}

// Who signs a letter does so within three lines of its end, whatever that end is.
func TestWhoSignsALetter(t *testing.T) {
	t.Parallel()
	for end, want := range map[string]string{
		"Yours sincerely\n\nAnn Ash\n":                          "Ann Ash",
		"Yours faithfully\n\nAnn Ash\n":                         "Ann Ash",
		"Yours faithfully,\n\n[signed]\n\nfor all\n\nAnn Ash\n": "Ann Ash",
		"Yours faithfully\n\n[1]\n\n[2]\n\n[3]\n\nAnn Ash\n":    "",
		"Yours sincerely\n\nhead of the service\n":              "",
	} {
		r, err := ilacs.Parse(letterPage + "Leaders have a plan.\n\n" + end)
		require.NoError(t, err)
		assert.Equal(t, want, r.Visit.Lead, end)
	}
}

package book

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// A report became public on the day that the record gives, whatever it prints; a
// letter, which the record does not have, on the day that it prints.
func TestPublicFrom(t *testing.T) {
	t.Parallel()
	v := ilacs.Visit{URN: "80464", Start: civil.MustParse("2016-01-11"), End: civil.MustParse("2016-02-08"), Published: civil.MustParse("2016-04-01")}
	unpublished := v
	unpublished.URN, unpublished.Published = "", civil.Date{}
	for _, c := range []struct {
		name   string
		source ilacs.Source
		visit  ilacs.Visit
		want   string
	}{
		{"the record's day", ilacs.SourceReport, v, "2016-04-05"},
		{"the printed day of a letter", ilacs.SourceLetter, v, "2016-04-01"},
		{"the last day of fieldwork", ilacs.SourceReport, unpublished, "2016-02-08"},
	} {
		assert.Equal(t, c.want, publicFrom(&ilacs.Report{Source: c.source, Visit: c.visit}).String(), c.name)
	}
}

package book

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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

// used are the names of the documents that the sheets tell of.
func used(c *contents) (names []string) {
	for _, g := range c.groups {
		for _, d := range g.documents {
			names = append(names, d.Name)
		}
	}
	return names
}

// Two documents are about the same visit if nothing that is known of it differs.
func TestTheSameVisit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		change func(v *ilacs.Visit, s *ilacs.Source)
		same   bool
	}{
		{"all of it", func(*ilacs.Visit, *ilacs.Source) {}, true},
		{"another type", func(v *ilacs.Visit, _ *ilacs.Source) { v.Type = ilacs.VisitTypeMonitoring }, false},
		{"another day", func(v *ilacs.Visit, _ *ilacs.Source) { v.Start = civil.MustParse("2022-05-02") }, false},
		{"another number", func(v *ilacs.Visit, _ *ilacs.Source) { v.Ordinal = 2 }, false},
		{"an article", func(_ *ilacs.Visit, s *ilacs.Source) { *s = ilacs.SourceArticle }, false},
		{"no day", func(v *ilacs.Visit, _ *ilacs.Source) { v.Start = civil.Date{} }, false},
	} {
		a, b := asking("a.txt", "Wexcombe", "2022-05-01"), asking("b.txt", "wexcombe", "2022-05-01")
		c.change(&b.Report.Visit, &b.Report.Source)
		want := []string{"a.txt"}
		if !c.same {
			want = []string{"a.txt", "b.txt"}
		}
		assert.ElementsMatch(t, want, used(gather([]Document{a, b}, recordDay)), c.name)
	}
	undated := []Document{asking("a.txt", "Wexcombe", ""), asking("b.txt", "Wexcombe", "")}
	assert.Len(t, used(gather(undated, recordDay)), 2, "they may be about two visits")
}

// Documents that name no authority are not taken to be about one.
func TestNamelessDocuments(t *testing.T) {
	t.Parallel()
	a, b := asking("a.txt", "", "2022-05-01", improve("The frequency of supervision.")), asking("b.txt", "", "2023-05-01", improve("The frequency of supervision."))
	c := gather([]Document{a, b}, recordDay)
	require.Len(t, c.items, 2)
	assert.Empty(t, c.items[0].followed)
}

// An authority is found by the name that it had when it was visited.
func TestAuthorityOfAName(t *testing.T) {
	t.Parallel()
	g := newGroup(asking("a.txt", "Northamptonshire County Council", "2019-06-24").Report)
	assert.Equal(t, "928", g.authority.Code)
	assert.Equal(t, "Northamptonshire", g.name)
	assert.Equal(t, "Nethershire", newGroup(asking("a.txt", "Nethershire", "2019-06-24").Report).name)
}

// What became public on the day itself belongs to it, and what did on the next does
// not.
func TestPublicOnTheDay(t *testing.T) {
	t.Parallel()
	d := asking("a.txt", "Wexcombe", "2022-05-01")
	d.Report.Visit.Published = civil.MustParse("2022-06-10")
	assert.Len(t, used(gather([]Document{d}, civil.MustParse("2022-06-10"))), 1)
	assert.Empty(t, used(gather([]Document{d}, civil.MustParse("2022-06-09"))))

	// Dudley's report of 2016 was published on 5 April.
	has := func(on string) bool {
		for _, i := range gather(nil, civil.MustParse(on)).inspections {
			if i.Authority.Name == "Dudley" && i.Start.Year() == 2016 {
				return true
			}
		}
		return false
	}
	assert.True(t, has("2016-04-05"))
	assert.False(t, has("2016-04-04"), "its fieldwork was over in February")
}

// The workbook stands as of the newest day that a document knows, if that is later
// than the record's.
func TestDayOfTheWorkbook(t *testing.T) {
	t.Parallel()
	d := asking("a.txt", "Wexcombe", "2026-10-12")
	assert.Equal(t, "2026-10-12", gather([]Document{d}, civil.Date{}).day.String())
	d.Report.Visit.Published = civil.MustParse("2026-11-20")
	assert.Equal(t, "2026-11-20", gather([]Document{d}, civil.Date{}).day.String())
	d.Report.Visit.Start = civil.Date{}
	c := gather([]Document{d}, civil.Date{})
	assert.Equal(t, "2026-11-20", c.day.String())
	assert.Equal(t, "20 Nov 2026", visitDay(d), "a letter without its first day stands under that of its publication")
	assert.Contains(t, linesOfSheet(c.aboutSheet())[2][""], "as it stood on 31 Aug 2026", "the record is no newer for it")
	d = asking("a.txt", "Wexcombe", "2016-05-01")
	assert.Equal(t, recordDay, gather([]Document{d}, civil.Date{}).day)
}

// A document is later if its visit surely is.
func TestLaterThan(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"2022-05-01", "2022-05-02", 1}, {"2022-05-01", "2022-05-01", 0}, {"2022-05-01", "2022-06", 1}, {"2022-05-01", "2022-05", 0}, {"2022", "2022-05", 0}, {"", "2022-05-01", 0}, {"2022-05-01", "", 0},
	} {
		assert.Len(t, laterThan([]Document{asking("a.txt", "Wexcombe", c.a), asking("b.txt", "Wexcombe", c.b)}, 0), c.want, "%q, %q", c.a, c.b)
	}
}

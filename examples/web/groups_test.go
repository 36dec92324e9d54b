package main

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/examples/internal/textpdf"
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/render"
	"github.com/ilacs-go/inspection/judgement"
)

// Two documents are about one visit if its type and its days are the same, and
// known.
func TestSameVisit(t *testing.T) {
	t.Parallel()
	v := ilacs.Visit{Type: ilacs.VisitTypeFocused, Start: civil.MustParse("2024-03-05"), End: civil.MustParse("2024-03-06")}
	assert.True(t, sameVisit(v, v))
	for name, change := range map[string]func(*ilacs.Visit){
		"another type":      func(v *ilacs.Visit) { v.Type = ilacs.VisitTypeMonitoring },
		"another first day": func(v *ilacs.Visit) { v.Start = civil.MustParse("2024-03-04") },
		"another last day":  func(v *ilacs.Visit) { v.End = civil.MustParse("2024-03-07") },
	} {
		other := v
		change(&other)
		assert.False(t, sameVisit(v, other), name)
	}
	undated := ilacs.Visit{Type: ilacs.VisitTypeFocused}
	assert.False(t, sameVisit(undated, undated))
}

// A file is named after the years in which the visits were, of many the first and
// the last.
func TestNamesOfFiles(t *testing.T) {
	t.Parallel()
	visit := func(start, published string) (v ilacs.Visit) {
		require.NoError(t, v.Start.UnmarshalText([]byte(start)))
		require.NoError(t, v.Published.UnmarshalText([]byte(published)))
		return v
	}
	for want, visits := range map[string][]ilacs.Visit{
		"wexcombe":           {visit("", "")},
		"wexcombe-2023":      {visit("2023-11-06", "2024-01-10"), visit("2023-12-04", "")},
		"wexcombe-2022-2024": {visit("2022-11-07", "2023-01-10"), visit("", "2024-03-04")},
		"wexcombe-2019-2025": {visit("2019-03-04", ""), visit("2022-03-07", ""), visit("2025-03-03", "")},
	} {
		g := group{Authority: "Wexcombe", History: ilacs.History{Visits: visits}}
		assert.Equal(t, want, g.fileName())
	}
}

// The number that a report prints tells the authority, whatever it is called.
func TestAuthorityByItsNumber(t *testing.T) {
	t.Parallel()
	g := new(result).groupOf(ilacs.Visit{Authority: "the children’s trust", URN: "80464"})
	assert.Equal(t, "Dudley", g.Authority)
	assert.Equal(t, "332", g.Register.Code)
}

// The page says of each document what was read in it, and when its visit was as far
// as that is known.
func TestWhatWasRead(t *testing.T) {
	t.Parallel()
	findings := []finding.Finding{
		{Section: finding.SectionImprove}, {Section: finding.SectionImprove}, {Section: finding.SectionPriority}, {Section: finding.SectionMain},
	}
	r := &ilacs.Report{Findings: findings, Judgements: judgement.Set{Framework: judgement.ILACS2018}.With(judgement.Overall, judgement.Good)}
	r.Visit.Type = ilacs.VisitTypeShort
	assert.Equal(t, "1 grade, 2 areas for improvement, 1 priority action, 4 sentences", newVisitLine(&document{Report: r}).Read)
	for _, tt := range []struct{ start, published, want string }{
		{"2024-03-04", "2024-04-19", "Short inspection, begun on 4 March 2024"},
		{"2024-03", "2024-04-19", "Short inspection, 2024-03"},
		{"", "2024-04-19", "Short inspection, published on 19 April 2024"},
		{"", "2024-04", "Short inspection, published 2024-04"},
		{"", "", "Short inspection"},
	} {
		require.NoError(t, r.Visit.Start.UnmarshalText([]byte(tt.start)))
		require.NoError(t, r.Visit.Published.UnmarshalText([]byte(tt.published)))
		assert.Equal(t, tt.want, newVisitLine(&document{Report: r}).Visit)
	}
}

// The tables of a history hold all of its comparisons.
func TestTablesOfAHistory(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	path, _ := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")}, upload{"c.txt", later(t, "Wexcombe")})
	var h ilacs.History
	require.NoError(t, json.Unmarshal([]byte(s.get(t, path+"/1/comparison.json", 200)), &h))
	require.Len(t, h.Progresses, 2)
	for name, write := range map[string]func(*strings.Builder) error{
		"follow-ups.csv": func(b *strings.Builder) error { return render.FollowUpsCSV(b, h.Progresses...) },
		"asked.csv":      func(b *strings.Builder) error { return render.AskedCSV(b, h.Progresses...) },
		"themes.csv":     func(b *strings.Builder) error { return render.ThemesCSV(b, h.Progresses...) },
	} {
		var b strings.Builder
		require.NoError(t, write(&b))
		assert.Equal(t, b.String(), s.get(t, path+"/1/"+name, 200), name)
	}
}

// Where nothing is compared, the workbook of what was read is offered all the same.
func TestWorkbookWithoutAComparison(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	path, page := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", before(t, "Wexcombe")})
	assert.Contains(t, page, `<a href="`+path+`/workbook.xlsx" download>Save the workbook (Excel)</a>`)
	s.get(t, path+"/workbook.xlsx", 200)
}

// What was not settled in a document stands beside its name.
func TestRemarks(t *testing.T) {
	t.Parallel()
	const undated = "No date was read in it, so its place in the order is that in which the files were chosen."
	read := func(text string) document {
		d := defaultLimits.readFile(t.Context(), file{Name: "a.txt", Data: []byte(text)})
		require.NoError(t, d.Err)
		return d
	}
	whole := read(before(t, "Wexcombe"))
	require.NotEmpty(t, whole.Report.Notes)
	for _, n := range whole.Report.Notes {
		assert.Contains(t, whole.Remarks, sentence(n.Text))
	}
	assert.NotContains(t, whole.Remarks, undated)
	const letter = "Dear Director\n\nFocused visit to Wexcombe children’s services\n\nWhat needs to improve?\n\n◼ The offer of return home interviews.\n"
	assert.Contains(t, read(letter).Remarks, undated)
	published := read("19 April 2024\n\n" + letter)
	require.Equal(t, "2024-04-19", published.Report.Visit.Published.String())
	require.True(t, published.Report.Visit.Start.IsZero())
	assert.NotContains(t, published.Remarks, undated)
}

// A PDF is known by its mark, before which other bytes may stand, and has no more
// pages than it may.
func TestPDFsByTheirMark(t *testing.T) {
	t.Parallel()
	pdf := string(textpdf.Of(before(t, "Wexcombe")))
	assert.True(t, isPDF([]byte("\xEF\xBB\xBF\r\n"+pdf)))
	assert.False(t, isPDF([]byte(strings.Repeat(" ", 1024)+pdf)))
	l := defaultLimits
	l.Pages = 1
	two := textpdf.Of(before(t, "Wexcombe") + "\f" + after(t, "Wexcombe"))
	assert.ErrorContains(t, l.readFile(t.Context(), file{Name: "a.pdf", Data: two}).Err, "it is too large")
}

// What is held is counted as the text of all documents.
func TestSizeOfWhatIsHeld(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	a, b := before(t, "Wexcombe"), after(t, "Wexcombe")
	s.compare(t, upload{"a.txt", a}, upload{"b.txt", b})
	s.store.mu.Lock()
	defer s.store.mu.Unlock()
	assert.Equal(t, len(a)+len(b), s.store.size)
}

func TestTimesInWords(t *testing.T) {
	t.Parallel()
	for d, want := range map[time.Duration]string{
		time.Second: "a second", 59 * time.Second: "59 seconds", time.Minute: "a minute", 90 * time.Second: "2 minutes", 30 * time.Minute: "30 minutes",
	} {
		assert.Equal(t, want, inWords(d))
	}
}

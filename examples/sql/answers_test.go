package main

import (
	"cmp"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// stored is a store in memory with the record, and documents that were read.
func stored(t *testing.T, documents ...*ilacs.Report) *store {
	t.Helper()
	db, err := open("")
	require.NoError(t, err)
	tx, err := db.Begin()
	require.NoError(t, err)
	t.Cleanup(func() {
		assert.NoError(t, tx.Rollback())
		assert.NoError(t, db.Close())
	})
	s := &store{tx: tx, statements: map[string]*sql.Stmt{}, seen: map[int64]string{}}
	require.NoError(t, s.reference())
	for i, r := range documents {
		require.NoError(t, s.document("document "+string(rune('a'+i)), r, io.Discard))
	}
	return s
}

// cells are the rows of a statement, each with its cells joined.
func (s *store) cells(t *testing.T, statement string, args ...any) (all []string) {
	t.Helper()
	found, err := s.tx.Query(statement, args...)
	require.NoError(t, err)
	defer found.Close()
	columns, err := found.Columns()
	require.NoError(t, err)
	for found.Next() {
		cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		require.NoError(t, found.Scan(into...))
		var row []string
		for _, c := range cells {
			row = append(row, cmp.Or(c.String, "-"))
		}
		all = append(all, strings.Join(row, " "))
	}
	require.NoError(t, found.Err())
	return all
}

// dudley2022 is the report of Dudley's inspection of 2022, of which the record says
// that it began on 31 October and that the overall grade is requires improvement.
func dudley2022() *ilacs.Report {
	return &ilacs.Report{
		Visit: ilacs.Visit{
			Authority: "Dudley", URN: "80464", Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2018,
			Start: civil.MustParse("2022-10-31"), End: civil.MustParse("2022-11-11"), Lead: "Somebody Else",
		},
		Source:     ilacs.SourceReport,
		Judgements: judgement.Set{Framework: judgement.ILACS2018}.With(judgement.Overall, judgement.Good),
	}
}

// The record is kept where a document contradicts it, also of its first day.
func TestTheRecordIsKept(t *testing.T) {
	t.Parallel()
	const visits = `select v.start, v.lead, g.grade, v.file from visit v join grade g on g.visit = v.id and g.area = 'overall' where v.authority = '332' and v.start like '2022%'`
	want := []string{"2022-10-31 John Roughton requires-improvement document a"}
	assert.Equal(t, want, stored(t, dudley2022()).cells(t, visits))
	later := dudley2022()
	later.Visit.Start = civil.MustParse("2022-11-07")
	assert.Equal(t, want, stored(t, later).cells(t, visits), "the days before the inspectors came")
}

// A letter and an article about one visit are two documents, and so are visits of
// two types; the same letter again is one.
func TestDocumentsOfOneDay(t *testing.T) {
	t.Parallel()
	letter := func(change func(*ilacs.Report)) *ilacs.Report {
		r := &ilacs.Report{Visit: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeFocused, Start: civil.MustParse("2024-03-05")}, Source: ilacs.SourceLetter}
		change(r)
		return r
	}
	same := func(*ilacs.Report) {}
	for name, tt := range map[string]struct {
		change func(*ilacs.Report)
		want   int
	}{
		"the same":     {same, 1},
		"an article":   {func(r *ilacs.Report) { r.Source = ilacs.SourceArticle }, 2},
		"another type": {func(r *ilacs.Report) { r.Visit.Type = ilacs.VisitTypeMonitoring }, 2},
		"another day":  {func(r *ilacs.Report) { r.Visit.Start = civil.MustParse("2024-03-06") }, 2},
		"no day":       {func(r *ilacs.Report) { r.Visit.Start = civil.Date{} }, 2},
	} {
		assert.Len(t, stored(t, letter(same), letter(tt.change)).cells(t, `select id from visit where name = 'Wexcombe'`), tt.want, name)
	}
	// A report of an inspection does not take the place of a letter of its days.
	inspection := dudley2022()
	inspection.Visit.Authority, inspection.Visit.URN = "Wexcombe", ""
	visit := letter(func(r *ilacs.Report) { r.Visit.Start, r.Visit.End = inspection.Visit.Start, inspection.Visit.End })
	assert.Len(t, stored(t, visit, inspection).cells(t, `select id from visit where name = 'Wexcombe'`), 2)
	// One of an authority that is not in the register is kept once, and apart from
	// others of its days, also where its last day is not told.
	other, short := *inspection, *inspection
	other.Visit.Authority, short.Visit.End = "Farrowmere", civil.Date{}
	assert.Len(t, stored(t, inspection, inspection, &short, &other).cells(t, `select id from visit where name in ('Wexcombe', 'Farrowmere')`), 2)

	// Without a day, the file tells.
	s := stored(t)
	undated := letter(func(r *ilacs.Report) { r.Visit.Start = civil.Date{} })
	for _, file := range []string{"a.txt", "b.txt", "a.txt"} {
		require.NoError(t, s.document(file, undated, io.Discard))
	}
	assert.Equal(t, []string{"a.txt", "b.txt"}, s.cells(t, `select file from visit where name = 'Wexcombe' order by file`))
}

// An authority is found by the name that it had when it was visited.
func TestAuthorityAtTheTime(t *testing.T) {
	t.Parallel()
	r := &ilacs.Report{Visit: ilacs.Visit{Authority: "Northamptonshire", Type: ilacs.VisitTypeFocused, Start: civil.MustParse("2018-10-16")}, Source: ilacs.SourceLetter}
	assert.Equal(t, []string{"928 Northamptonshire"}, stored(t, r).cells(t, `select authority, name from visit where file is not null`))
}

// The themes of a sentence keep their order, the most important first.
func TestRanksOfThemes(t *testing.T) {
	t.Parallel()
	themes := []finding.Theme{finding.ThemeSupervision, finding.ThemeAdoption}
	r := dudley2022()
	r.Findings = []finding.Finding{{Text: "a", Section: finding.SectionMain, Reading: finding.Reading{Themes: themes}}}
	var want []string
	for i, theme := range themes {
		name, err := theme.MarshalText()
		require.NoError(t, err)
		want = append(want, string(rune('1'+i))+" "+string(name))
	}
	assert.Equal(t, want, stored(t, r).cells(t, `select rank, theme from finding_theme order by rank`))
}

// The grades of every authority are those of its last inspection, today and before
// the framework of 2018, whose areas had other names.
func TestStandingOfEveryAuthority(t *testing.T) {
	t.Parallel()
	s := stored(t)
	for _, before := range []string{"2030-01-01", "2018-01-01"} {
		_, err := s.exec(`delete from grade where visit in (select id from visit where start >= ?)`, before)
		require.NoError(t, err)
		last := map[string]record.Inspection{}
		for i := range record.All() {
			if i.Start.Compare(civil.MustParse(before)) < 0 && i.Judgements.Grade(judgement.Leaders) != 0 {
				last[i.Authority.Code] = i
			}
		}
		lookedAfter := 0
		for code, i := range last {
			j := i.Judgements
			want := i.Start.String()
			for _, g := range []judgement.Grade{
				j.Grade(judgement.Overall), j.Grade(judgement.Leaders), j.Grade(judgement.HelpAndProtection),
				cmp.Or(j.Grade(judgement.InCare), j.Grade(judgement.InCareAndCareLeavers), j.Grade(judgement.LookedAfter)), j.Grade(judgement.CareLeavers),
			} {
				want += " " + cmp.Or(text(t, g), "-")
			}
			if j.Grade(judgement.LookedAfter) != 0 {
				lookedAfter++
			}
			assert.Equal(t, []string{want}, s.cells(t, `select day, overall, leaders, help_and_protection, in_care, care_leavers from standing where authority = ?`, code), i.Authority.Name)
		}
		assert.Equal(t, before < "2020", lookedAfter > 100, "%d inspections of looked after children", lookedAfter)
	}
}

// What became of an item is what the last document says that returns to it.
func TestWhatBecame(t *testing.T) {
	t.Parallel()
	dir, reports := digests(t)
	db := filepath.Join(t.TempDir(), "visits.db")
	ask(t, options{db: db}, dir)
	want, heard := map[string]string{}, map[string]string{}
	for _, later := range reports { // the last one stays
		if cmp.Or(later.Visit.Start, later.Visit.Published).IsZero() {
			continue // it is taken to be before all others
		}
		for _, earlier := range reports {
			if earlier == later {
				break
			}
			p, err := ilacs.Compare(earlier, later)
			require.NoError(t, err)
			for _, f := range p.FollowUps {
				item := cmp.Or(earlier.Visit.Start, earlier.Visit.Published).String() + " " + f.Item.Text
				by := cmp.Or(later.Visit.Start, later.Visit.Published).String()
				status, err := f.Status.MarshalText()
				require.NoError(t, err)
				if f.Status != ilacs.StatusNotRevisited {
					want[item] = by + " " + string(status)
				}
				if f.Heard.Praised > f.Heard.Faulted {
					heard[item+" "+by] = "praised"
				}
			}
		}
	}
	require.NotEmpty(t, heard)
	got := map[string]string{}
	for _, row := range rows(t, options{db: db, query: "what-became"}) {
		f := fields(row)
		got[f[1]+" "+f[2]] = f[3] + " " + f[4]
	}
	assert.Equal(t, want, got)

	opened, err := open(db)
	require.NoError(t, err)
	defer opened.Close()
	tx, err := opened.Begin()
	require.NoError(t, err)
	defer tx.Rollback()
	s := &store{tx: tx}
	var praised []string
	for item := range heard {
		praised = append(praised, item)
	}
	assert.ElementsMatch(t, praised, s.cells(t, `select i.day, i.text, coalesce(v.start, v.published) from follow_up f join improvement i on i.id = f.item join visit v on v.id = f.later where f.praised > f.faulted`))
}

// Without a name, the neighbours of the authorities are shown about which there are
// documents.
func TestNeighboursOfWhoHasDocuments(t *testing.T) {
	t.Parallel()
	dir, _ := digests(t)
	got := rows(t, options{query: "neighbours"}, dir)
	assert.Len(t, got, 11)
	for _, row := range got {
		assert.Equal(t, "Dudley", fields(row)[0])
	}
}

// A long document is read to its end.
func TestLongDocument(t *testing.T) {
	t.Parallel()
	const last = "The offer of return home interviews."
	text := "Dear Director\n\nFocused visit to Wexcombe children’s services\n\nThis letter summarises the findings of the focused visit to Wexcombe children’s services on 6 and 7 March 2024.\n\n" +
		strings.Repeat("Plans are made in time.\n\n", ilacs.DefaultLimit/26) + "What needs to improve?\n\n◼ " + last + "\n"
	require.Less(t, len(text), ilacs.DefaultLimit)
	file := filepath.Join(t.TempDir(), "long.txt")
	wide := []byte{0xFF, 0xFE} // as Windows saves it, of two bytes a character
	for _, r := range text {
		wide = append(wide, byte(r), byte(r>>8))
	}
	for name, content := range map[string][]byte{"UTF-8": []byte(text), "UTF-16": wide} {
		require.NoError(t, os.WriteFile(file, content, 0o600))
		r, err := read(file, false)
		require.NoError(t, err, name)
		asked := items(r)
		require.Len(t, asked, 1, name)
		assert.True(t, slices.ContainsFunc(asked, func(f finding.Finding) bool { return f.Text == last }), name)
	}
}

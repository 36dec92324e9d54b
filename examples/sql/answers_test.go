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
	assert.Equal(t, want, cells(t, stored(t, dudley2022()).tx, visits))
	later := dudley2022()
	later.Visit.Start = civil.MustParse("2022-11-07")
	assert.Equal(t, want, cells(t, stored(t, later).tx, visits), "the days before the inspectors came")
}

// When the record is renewed, the grades stay that only a document gives.
func TestGradesOfDocumentsStay(t *testing.T) {
	t.Parallel()
	r := dudley2022()
	r.Judgements = r.Judgements.With(judgement.Adoption, judgement.Outstanding)
	s := stored(t, r)
	const grades = `select g.area, g.grade from grade g join visit v on v.id = g.visit where v.file is not null order by g.area`
	want := cells(t, s.tx, grades)
	require.Contains(t, want, "adoption outstanding")
	require.Contains(t, want, "overall requires-improvement", "the record's")
	_, err := s.exec(`delete from reference`)
	require.NoError(t, err)
	require.NoError(t, s.reference())
	assert.Equal(t, want, cells(t, s.tx, grades))
}

// A document that is corrected and stored again leaves nothing behind of what it said
// before, also where it names no day.
func TestCorrected(t *testing.T) {
	t.Parallel()
	const stands = `select v.authority, v.name, v.framework, v.end, v.published, v.lead, g.area, g.grade from visit v left join grade g on g.visit = v.id where v.file is not null`
	wrong := dudley2022()
	wrong.Visit.Authority, wrong.Visit.URN = "Wexcombe", ""
	right := *wrong
	right.Visit.End, right.Visit.Published, right.Visit.Lead = civil.MustParse("2022-11-10"), civil.MustParse("2023-01-09"), "Imogen Tarrant"
	right.Judgements = judgement.Set{Framework: judgement.ILACS2018}.With(judgement.Leaders, judgement.Inadequate)
	assert.Equal(t, []string{"- Wexcombe ilacs-2018 2022-11-10 2023-01-09 Imogen Tarrant leaders inadequate"}, cells(t, stored(t, wrong, &right).tx, stands))

	undated, named := *wrong, right
	undated.Visit.Start, named.Visit.Start = civil.Date{}, civil.Date{}
	undated.Visit.Authority, undated.Visit.Lead = "Wexcomb", ""
	s := stored(t)
	for _, r := range []*ilacs.Report{&undated, &named} {
		require.NoError(t, s.document("a.txt", r, io.Discard))
	}
	assert.Equal(t, []string{"- Wexcombe ilacs-2018 2022-11-10 2023-01-09 Imogen Tarrant leaders inadequate"}, cells(t, s.tx, stands))
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
		assert.Len(t, cells(t, stored(t, letter(same), letter(tt.change)).tx, `select id from visit where name = 'Wexcombe'`), tt.want, name)
	}
	// A report of an inspection does not take the place of a letter of its days.
	inspection := dudley2022()
	inspection.Visit.Authority, inspection.Visit.URN = "Wexcombe", ""
	visit := letter(func(r *ilacs.Report) { r.Visit.Start, r.Visit.End = inspection.Visit.Start, inspection.Visit.End })
	assert.Len(t, cells(t, stored(t, visit, inspection).tx, `select id from visit where name = 'Wexcombe'`), 2)
	// One of an authority that is not in the register is kept once, and apart from
	// others of its days, also where its last day is not told.
	other, short := *inspection, *inspection
	other.Visit.Authority, short.Visit.End = "Farrowmere", civil.Date{}
	assert.Len(t, cells(t, stored(t, inspection, inspection, &short, &other).tx, `select id from visit where name in ('Wexcombe', 'Farrowmere')`), 2)

	// Without a day, the file tells.
	s := stored(t)
	undated := letter(func(r *ilacs.Report) { r.Visit.Start = civil.Date{} })
	for _, file := range []string{"a.txt", "b.txt", "a.txt"} {
		require.NoError(t, s.document(file, undated, io.Discard))
	}
	assert.Equal(t, []string{"a.txt", "b.txt"}, cells(t, s.tx, `select file from visit where name = 'Wexcombe' order by file`))
}

// An authority is found by the name that it had when it was visited.
func TestAuthorityAtTheTime(t *testing.T) {
	t.Parallel()
	r := &ilacs.Report{Visit: ilacs.Visit{Authority: "Northamptonshire", Type: ilacs.VisitTypeFocused, Start: civil.MustParse("2018-10-16")}, Source: ilacs.SourceLetter}
	assert.Equal(t, []string{"928 Northamptonshire"}, cells(t, stored(t, r).tx, `select authority, name from visit where file is not null`))
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
	assert.Equal(t, want, cells(t, stored(t, r).tx, `select rank, theme from finding_theme order by rank`))
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
			want := i.Start.String()
			for _, g := range standingGrades(t, i.Judgements) {
				want += " " + cmp.Or(g, "-")
			}
			if i.Judgements.Grade(judgement.LookedAfter) != 0 {
				lookedAfter++
			}
			assert.Equal(t, []string{want}, cells(t, s.tx, `select day, overall, leaders, help_and_protection, in_care, care_leavers from standing where authority = ?`, code), i.Authority.Name)
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
	for _, p := range pairs(t, reports) { // the last one stays
		for _, f := range p.FollowUps {
			item := dayOf(p.Before) + " " + f.Item.Text
			status, err := f.Status.MarshalText()
			require.NoError(t, err)
			if f.Status != ilacs.StatusNotRevisited {
				want[item] = dayOf(p.After) + " " + string(status)
			}
			if f.Heard.Praised > f.Heard.Faulted {
				heard[item+" "+dayOf(p.After)] = "praised"
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
	var praised []string
	for item := range heard {
		praised = append(praised, item)
	}
	assert.ElementsMatch(t, praised, cells(t, opened, `select i.day, i.text, coalesce(v.start, v.published) from follow_up f join improvement i on i.id = f.item join visit v on v.id = f.later where f.praised > f.faulted`))
}

// A document is compared with those of surely later visits: not without a date, and
// not with one of the same day.
func TestWhatIsLater(t *testing.T) {
	t.Parallel()
	visit := func(day string) ilacs.Visit {
		if day == "" {
			return ilacs.Visit{}
		}
		return ilacs.Visit{Start: civil.MustParse(day)}
	}
	for _, tt := range []struct {
		earlier, later string
		want           bool
	}{
		{"2022-05-01", "2022-05-02", true},
		{"2022-05-01", "2022-05-01", false},
		{"2022-05-02", "2022-05-01", false},
		{"2022-05-01", "2022-06", true},
		{"2022-05-01", "2022-05", false},
		{"2022", "2022-05", false},
		{"", "2022-05-01", false},
		{"2022-05-01", "", false},
		{"", "", false},
	} {
		assert.Equal(t, tt.want, isLater(visit(tt.later), visit(tt.earlier)), "%q, %q", tt.earlier, tt.later)
	}
	published := ilacs.Visit{Published: civil.MustParse("2022-05-02")}
	assert.True(t, isLater(published, visit("2022-05-01")), "without its first day a visit stands under that of publication")
}

// Documents without a date are stored, and neither compared nor counted in any year;
// two of one day are not compared with each other.
func TestNotCompared(t *testing.T) {
	t.Parallel()
	asking := func(day string, change func(*ilacs.Report)) *ilacs.Report {
		r := &ilacs.Report{Visit: ilacs.Visit{Authority: "Dudley", URN: "80464", Type: ilacs.VisitTypeFocused}, Source: ilacs.SourceLetter}
		if day != "" {
			r.Visit.Start = civil.MustParse(day)
		}
		f := finding.Finding{Text: "The frequency of supervision.", Section: finding.SectionImprove}
		f.Span = finding.Span{Start: 10, End: 10 + len(f.Text)}
		f.Themes = []finding.Theme{finding.ThemeSupervision}
		r.Findings = []finding.Finding{f}
		change(r)
		return r
	}
	same := func(*ilacs.Report) {}
	reissue := asking("2024-03-05", func(r *ilacs.Report) { r.Source = ilacs.SourceArticle })
	s := stored(t, asking("2024-03-05", same), reissue, asking("", same), asking("2025-03-04", same))
	require.NoError(t, s.compare(io.Discard))
	assert.Len(t, cells(t, s.tx, `select id from improvement`), 4)
	assert.Equal(t, []string{"2024-03-05 letter 2025-03-04", "2024-03-05 article 2025-03-04"},
		cells(t, s.tx, `select v.start, v.source, w.start from follow_up f join improvement i on i.id = f.item join visit v on v.id = i.visit join visit w on w.id = f.later order by v.id`))
	years, err := chosen("asked-by-year")
	require.NoError(t, err)
	assert.Equal(t, []string{"supervision 2024 1 Dudley", "supervision 2025 1 Dudley"},
		cells(t, s.tx, years[0].text, sql.Named("theme", nil), sql.Named("authority", nil)))
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

package record_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

const columnNames = "authority\tcode\ttype\tframework\tstart\tend\tpublished\tlead\toverall\tleaders\n"

func TestParse(t *testing.T) {
	t.Parallel()
	const dudley = "Dudley\t332\tstandard\tilacs-2018\t2022-10-31\t2022-11-11\t2023-01-13\tAda Quill\tgood\tgood\n"
	const older = "Dudley\t332\tsif\tsif\t2016-01-11\t2016-02-04\t\t\tinadequate\t\n"
	r, err := record.Parse("# date: 2024-05-01\n# rows: 2\n# x: y\n" + columnNames + dudley + older)
	require.NoError(t, err)
	assert.Equal(t, "2024-05-01", r.AsOf().String())
	got := slices.Collect(r.Of(find(t, "Dudley")))
	require.Len(t, got, 2)
	assert.Equal(t, record.Inspection{
		Authority: find(t, "Dudley"), Type: ilacs.VisitTypeSIF, Framework: judgement.SIF,
		Start: date(t, "2016-01-11"), End: date(t, "2016-02-04"),
		Judgements: judgement.Set{Framework: judgement.SIF}.With(judgement.Overall, judgement.Inadequate),
	}, got[0])
	assert.Equal(t, "Ada Quill", got[1].Lead)

	empty, err := record.Parse(columnNames)
	require.NoError(t, err)
	assert.Zero(t, empty.Len())
	assert.True(t, empty.AsOf().IsZero())
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	row := func(change ...string) string {
		return columnNames + strings.NewReplacer(change...).Replace("Dudley\t332\tstandard\tilacs-2018\t2022-10-31\t2022-11-11\t2023-01-13\tAda Quill\tgood\tgood\n")
	}
	for _, tt := range []struct {
		name, text, column string
		line               int
		err                error
	}{
		{"nothing", "", "table", 0, parseerr.ErrSyntax},
		{"a head alone", "# date: 2024-05-01\n", "", 1, parseerr.ErrSyntax},
		{"other columns", "authority\tcode\n", "", 1, parseerr.ErrSyntax},
		{"no areas", strings.TrimSuffix(columnNames, "\toverall\tleaders\n") + "\n", "", 1, parseerr.ErrSyntax},
		{"an area twice", strings.Replace(columnNames, "leaders", "overall", 1), "column", 1, parseerr.ErrSyntax},
		{"no area", strings.Replace(columnNames, "leaders", "morale", 1), "area, column morale", 1, parseerr.ErrUnknown},
		{"no name of an area", strings.Replace(columnNames, "leaders", "", 1), "column", 1, parseerr.ErrSyntax},
		{"an unknown authority", row("Dudley", "Wexcombe"), "authority", 2, parseerr.ErrUnknown},
		{"a code of another authority", row("332", "333"), "authority", 2, parseerr.ErrUnknown},
		{"a GSS code", row("332", "E08000027"), "authority", 2, parseerr.ErrUnknown},
		{"no code", row("332", ""), "authority", 2, parseerr.ErrUnknown},
		{"no type", row("standard", "long"), "type", 2, parseerr.ErrUnknown},
		{"no framework", row("ilacs-2018", "ILACS"), "framework", 2, parseerr.ErrSyntax},
		{"no grade", row("Quill\tgood", "Quill\tfine"), "grade, column overall", 2, parseerr.ErrUnknown},
		{"no first day", row("2022-10-31", ""), "start", 2, record.ErrUndated},
		{"a first month", row("2022-10-31", "2022-10"), "start", 2, record.ErrUndated},
		{"no such day", row("2022-11-11", "2022-11-31"), "date, column end: the month has no such day", 2, civil.ErrNoSuchDate},
		{"too few fields", row("\tgood\n", "\n"), "row", 2, parseerr.ErrSyntax},
		{"too many fields", row("good\n", "good\tgood\n"), "row", 2, parseerr.ErrSyntax},
		{"an empty line", row() + "\n", "", 3, parseerr.ErrSyntax},
		{"a line end of Windows", row("Quill", "Quill\r"), "lead", 2, parseerr.ErrSyntax},
		{"an inspection twice", row() + strings.TrimPrefix(row(), columnNames), "", 0, record.ErrTwice},
		{"another number of rows", "# rows: 2\n" + row(), "", 3, parseerr.ErrSyntax},
		{"a number that is none", "# rows: two\n" + row(), "rows", 1, parseerr.ErrSyntax},
		{"a day that is none", "# date: today\n" + row(), "date", 1, parseerr.ErrSyntax},
		{"a comment among the rows", row() + "# so\n", "", 3, parseerr.ErrSyntax},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, err := record.Parse(tt.text)
			assert.Nil(t, r)
			var fault *parseerr.Error
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, tt.line, fault.Line)
			assert.Contains(t, fault.Kind+", "+fault.Reason, tt.column)
			assert.ErrorIs(t, err, tt.err)
			assert.Less(t, len(err.Error()), 400)
		})
	}
}

func TestMarshalTextRefusesATab(t *testing.T) {
	t.Parallel()
	i, _ := record.Latest(find(t, "Dudley"))
	i.Lead = "Ada\tQuill"
	i.Start = i.Start.AddDays(400)
	i.End = i.Start
	r := (&record.Record{}).Merge(i).Record
	_, err := r.MarshalText()
	assert.ErrorContains(t, err, "lead")
}

// TestOlderAreasGetAColumn checks that a grade of any framework survives.
func TestOlderAreasGetAColumn(t *testing.T) {
	t.Parallel()
	i := record.Inspection{
		Authority: find(t, "Dudley"), Type: ilacs.VisitTypeSafeguardingLookedAfter, Start: date(t, "2011-03-07"),
		Judgements: judgement.Set{}.With(judgement.Safeguarding, judgement.Adequate),
	}
	r := record.National().Merge(i).Record
	text, err := r.MarshalText()
	require.NoError(t, err)
	back, err := record.Parse(string(text))
	require.NoError(t, err)
	assert.Equal(t, r, back)
	assert.Contains(t, slices.Collect(back.All()), i)
}

func TestInspectionJSON(t *testing.T) {
	t.Parallel()
	for i := range record.All() {
		b, err := json.Marshal(i)
		require.NoError(t, err)
		var back record.Inspection
		require.NoError(t, json.Unmarshal(b, &back))
		require.Equal(t, i, back)

		same, err := record.FromReport(i.Report())
		require.NoError(t, err)
		require.Equal(t, i, same)
	}
	assert.Error(t, json.Unmarshal([]byte(`{"start":"soon"}`), &record.Inspection{}))
}

func TestProfileJSON(t *testing.T) {
	t.Parallel()
	for a := range authority.All() {
		p := record.ProfileOf(a, date(t, "2024-06-30"))
		b, err := json.Marshal(p)
		require.NoError(t, err)
		var back record.Profile
		require.NoError(t, json.Unmarshal(b, &back))
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.JSONEq(t, string(b), string(again))
	}
}

func TestFromReportRefuses(t *testing.T) {
	t.Parallel()
	good := func() *ilacs.Report {
		i, _ := record.Latest(find(t, "Dudley"))
		return i.Report()
	}
	for _, tt := range []struct {
		name   string
		change func(*ilacs.Report)
		err    error
	}{
		{"a letter", func(r *ilacs.Report) { r.Source = ilacs.SourceLetter }, record.ErrUngraded},
		{"an article", func(r *ilacs.Report) { r.Source = ilacs.SourceArticle }, record.ErrUngraded},
		{"no grades", func(r *ilacs.Report) { r.Judgements = judgement.Set{Framework: judgement.ILACS2018} }, record.ErrUngraded},
		{"no first day", func(r *ilacs.Report) { r.Visit.Start = date(t, "") }, record.ErrUndated},
		{"a first month", func(r *ilacs.Report) { r.Visit.Start = date(t, "2022-10") }, record.ErrUndated},
		{"an unknown authority", func(r *ilacs.Report) { r.Visit.URN, r.Visit.Authority = "", "Wexcombe" }, parseerr.ErrUnknown},
		{"no authority", func(r *ilacs.Report) { r.Visit.URN, r.Visit.Authority = "", "" }, parseerr.ErrUnknown},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := good()
			tt.change(r)
			i, err := record.FromReport(r)
			assert.ErrorIs(t, err, tt.err)
			assert.Zero(t, i)
		})
	}
	t.Run("a closed authority", func(t *testing.T) {
		t.Parallel()
		r := good()
		r.Visit.URN, r.Visit.Authority, r.Visit.Start = "", "Northamptonshire County Council", date(t, "2019-06-24")
		i, err := record.FromReport(r)
		require.NoError(t, err)
		assert.Equal(t, "928", i.Authority.Code)
	})
}

func FuzzParse(f *testing.F) {
	text, err := record.National().MarshalText()
	require.NoError(f, err)
	f.Add(string(text[:4000]))
	f.Add(columnNames)
	f.Add("# date: 2024-05-01\n# rows: 1\n" + columnNames + "Dudley\t332\tstandard\tilacs-2018\t2022-10-31\t2022-11-11\t2023-01-13\tAda Quill\tgood\tgood\n")
	f.Add(columnNames + "Dorset\t838\tshort\t\t2025-03-17\t2025\t2025-05\t \t\tnot-judged\n")
	f.Fuzz(func(t *testing.T, tsv string) {
		r, err := record.Parse(tsv)
		if err != nil {
			if r != nil {
				t.Error("both a record and an error")
			}
			return
		}
		text, err := r.MarshalText()
		if err != nil {
			t.Fatalf("a record that was read cannot be written: %v", err)
		}
		back, err := record.Parse(string(text))
		if err != nil {
			t.Fatalf("not read back: %v", err)
		}
		again, _ := back.MarshalText()
		if string(again) != string(text) || !slices.Equal(slices.Collect(r.All()), slices.Collect(back.All())) {
			t.Error("not the same when read back")
		}
		if m := r.Merge(slices.Collect(back.All())...); len(m.Added)+len(m.Filled)+len(m.Conflicts) > 0 {
			t.Errorf("merging a record into itself changes it: %+v", m)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	text, _ := record.National().MarshalText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := record.Parse(string(text)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStandingsOn(b *testing.B) {
	day := date(b, "2024-01-01")
	b.ReportAllocs()
	for b.Loop() {
		for range record.StandingsOn(day) {
		}
	}
}

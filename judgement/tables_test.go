package judgement_test

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/tsv"
	"github.com/ilacs-go/inspection/judgement"
)

// table reads a table beside the source, by column name.
func table(t testing.TB, name string) (header string, rows []map[string]string) {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	var columns []string
	for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			header += line + "\n"
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == nil {
			columns = cells
			continue
		}
		require.Len(t, cells, len(columns), line)
		row := map[string]string{}
		for i, column := range columns {
			row[column] = cells[i]
		}
		rows = append(rows, row)
	}
	return header, rows
}

func TestTablesTellTheirProvenance(t *testing.T) {
	t.Parallel()
	count := regexp.MustCompile(`(?m)^# Rows: (\d+)$`)
	for _, name := range []string{"frameworks.tsv", "editions.tsv", "grades.tsv", "areas.tsv", "counterparts.tsv"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			assert.True(t, utf8.Valid(text))
			assert.NotContains(t, string(text), "\r")
			assert.NotRegexp(t, `(?m) $|^ | \t|\t |  `, string(text), "stray spaces")
			header, rows := table(t, name)
			for _, field := range []string{"# From: ", "# When: ", "# Licence: ", "# Certainty: "} {
				assert.Contains(t, header, field)
			}
			stated := count.FindStringSubmatch(header)
			require.NotNil(t, stated)
			assert.Equal(t, stated[1], strconv.Itoa(len(rows)))
			for _, row := range rows {
				if certainty, ok := row["certainty"]; ok {
					assert.Contains(t, []string{"counted", "stated", "general"}, certainty)
				}
			}
		})
	}
}

func TestFrameworksTable(t *testing.T) {
	t.Parallel()
	_, rows := table(t, "frameworks.tsv")
	var inOrder []judgement.Framework
	for _, row := range rows {
		f, ok := frameworkTexts[row["framework"]]
		require.True(t, ok, row["framework"])
		inOrder = append(inOrder, f)
		assert.NotEmpty(t, row["source"])

		from, until := f.Period()
		assert.Equal(t, date(t, row["from"]), from)
		assert.Equal(t, date(t, row["until"]), until)
		assert.True(t, until.IsZero() || from.Compare(until) < 0)
		for _, column := range []string{"first_seen", "last_seen"} {
			if seen := date(t, row[column]); !seen.IsZero() {
				assert.True(t, f.Covers(seen), "%v: %s", f, column)
			}
		}
		assert.LessOrEqual(t, row["first_seen"], row["last_seen"])
	}
	assert.Equal(t, slices.Collect(judgement.Frameworks()), inOrder, "one row each, in order of time")
	assert.Len(t, inOrder, len(frameworkTexts))
}

func TestEditionsTable(t *testing.T) {
	t.Parallel()
	_, rows := table(t, "editions.tsv")
	want := map[judgement.Framework][]judgement.Edition{}
	for _, row := range rows {
		f, ok := frameworkTexts[row["framework"]]
		require.True(t, ok, row["framework"])
		require.NotEmpty(t, row["change"])
		want[f] = append(want[f], judgement.Edition{Date: date(t, row["date"]), Change: row["change"]})
	}
	for f := range judgement.Frameworks() {
		editions := slices.Collect(f.Editions())
		assert.Equal(t, want[f], editions)
		assert.True(t, slices.IsSortedFunc(editions, func(a, b judgement.Edition) int { return a.Date.Compare(b.Date) }))
	}
}

func TestGradesTable(t *testing.T) {
	t.Parallel()
	_, rows := table(t, "grades.tsv")
	scales := map[judgement.Framework][]judgement.Grade{}
	latest := map[judgement.Grade]string{}
	for _, row := range rows {
		f, g := frameworkTexts[row["framework"]], gradeTexts[row["grade"]]
		require.NotZero(t, f)
		require.NotZero(t, g)
		scales[f] = append(scales[f], g)
		latest[g] = row["printed"]
		assert.Equal(t, row["printed"], f.GradeName(g))
		for _, words := range append(tsv.List(row["also"], "|"), row["printed"]) {
			for _, form := range forms(words) {
				parsed, err := f.ParseGrade(form)
				require.NoError(t, err)
				assert.Equal(t, g, parsed, "%v: %q", f, form)
			}
		}
	}
	for f := range judgement.Frameworks() {
		assert.Equal(t, scales[f], slices.Collect(f.Grades()))
		for i := 1; i < len(scales[f]); i++ {
			better := judgement.TrendOf(scales[f][i], scales[f][i-1])
			assert.True(t, better == judgement.TrendImproved || scales[f][i] == judgement.NotJudged, "%v: best first", f)
		}
		for _, g := range gradeTexts {
			if !slices.Contains(scales[f], g) {
				assert.Equal(t, g.String(), f.GradeName(g))
				_, err := f.ParseGrade(g.String())
				assert.ErrorIs(t, err, parseerr.ErrUnknown, "%v is not on the scale of %v", g, f)
			}
		}
	}
	for _, g := range gradeTexts {
		assert.Equal(t, latest[g], g.String(), "the words of the latest framework that has the grade")
	}
}

// forms are the ways in which reports lay out the same words.
func forms(words string) []string {
	return []string{
		words, strings.ToLower(words), strings.ToUpper(words),
		strings.Replace(words, " ", "\n   ", 1), " " + strings.ReplaceAll(words, " ", "\u00a0") + "\n",
	}
}

func TestAreasTable(t *testing.T) {
	t.Parallel()
	_, rows := table(t, "areas.tsv")
	graded := map[judgement.Framework][]judgement.Area{}
	kinds := map[judgement.Framework]map[judgement.Area]string{}
	latest := map[judgement.Area]string{}
	var older []judgement.Area
	for _, row := range rows {
		f, a := frameworkTexts[row["framework"]], areaTexts[row["area"]]
		require.NotZero(t, a)
		latest[a] = row["name"]
		if row["framework"] == "" { // no framework of these grades it
			older = append(older, a)
			continue
		}
		require.NotZero(t, f)
		require.NotContains(t, graded[f], a, "%v has %v twice", f, a)
		graded[f] = append(graded[f], a)
		if kinds[f] == nil {
			kinds[f] = map[judgement.Area]string{}
		}
		kinds[f][a] = row["kind"]

		assert.Contains(t, []string{"overall", "key", "sub", "separate"}, row["kind"])
		assert.Contains(t, []string{"yes", "no"}, row["required"])
		assert.Contains(t, []string{"yes", "no"}, row["not_judged"])
		assert.Contains(t, []string{"rule", "seen", "no"}, row["limits"])
		assert.Equal(t, a == judgement.Overall, row["kind"] == "overall")
		assert.Equal(t, row["kind"] == "sub", row["of"] != "")
		if row["limits"] == "rule" {
			assert.Equal(t, "key", row["kind"], "only a key judgement limits the overall grade")
		}

		parent, ok := f.Parent(a)
		assert.Equal(t, row["of"] != "", ok)
		assert.Equal(t, areaTexts[row["of"]], parent)
		if ok {
			assert.Equal(t, "key", kinds[f][parent], "stands above its parts")
		}
		assert.Equal(t, row["name"], f.AreaName(a))
		assert.Equal(t, append([]string{row["name"]}, tsv.List(row["also"], "|")...), slices.Collect(f.PrintedNames(a)))
		for _, name := range append(tsv.List(row["also"], "|"), row["name"]) {
			for _, form := range forms(name) {
				parsed, err := f.ParseArea(form)
				require.NoError(t, err)
				assert.Equal(t, a, parsed, "%v: %q", f, form)
			}
		}
	}
	for f := range judgement.Frameworks() {
		assert.Equal(t, graded[f], slices.Collect(f.Areas()), "in printed order")
		assert.Equal(t, len(graded[f]) == 0, len(slices.Collect(f.Grades())) == 0, "a scale where anything is graded")
		for _, a := range areaTexts {
			has := slices.Contains(graded[f], a)
			assert.Equal(t, has, f.Has(a))
			if !has {
				assert.Equal(t, a.String(), f.AreaName(a))
			}
		}
	}
	for _, a := range areaTexts {
		assert.Equal(t, latest[a], a.String(), "the name of the latest framework that has the area")
	}
	assert.Equal(t, []judgement.Area{judgement.Safeguarding}, older)
}

func TestCounterpartsTable(t *testing.T) {
	t.Parallel()
	_, rows := table(t, "counterparts.tsv")
	seen := map[[4]string]bool{}
	for _, row := range rows {
		earlier, later := frameworkTexts[row["earlier"]], frameworkTexts[row["later"]]
		a, b := areaTexts[row["earlier_area"]], areaTexts[row["later_area"]]
		assert.Less(t, earlier, later)
		assert.True(t, earlier.Has(a), "%v has no %v", earlier, a)
		assert.True(t, later.Has(b), "%v has no %v", later, b)
		assert.Contains(t, []judgement.Area{a, b}, areaTexts[row["area"]])
		basis := basisTexts[row["basis"]]
		require.NotZero(t, basis)
		switch basis {
		case judgement.BasisSameArea, judgement.BasisRedefinedArea:
			assert.Equal(t, a, b)
		case judgement.BasisFromCombined:
			assert.Equal(t, judgement.InCareAndCareLeavers, a)
		case judgement.BasisToCombined:
			assert.Equal(t, judgement.InCareAndCareLeavers, b)
		case judgement.BasisFromLookedAfter:
			assert.Equal(t, judgement.LookedAfter, a)
		default:
			assert.Fail(t, "no basis for this table", "%v", basis)
		}
		key := [4]string{row["earlier"], row["earlier_area"], row["later"], row["later_area"]}
		assert.False(t, seen[key], "%v stands twice", key)
		seen[key] = true
	}
}

// From SIF on, what two frameworks grade under one name has a row that says so,
// and no area but these is left without a counterpart.
func TestCounterpartsAreComplete(t *testing.T) {
	t.Parallel()
	_, rows := table(t, "counterparts.tsv")
	frameworks := []judgement.Framework{judgement.SIF, judgement.ILACS2018, judgement.ILACS2023, judgement.ILACS2026}
	alone := []judgement.Area{judgement.Adoption, judgement.LSCB, judgement.Overall}
	for i, earlier := range frameworks {
		for _, later := range frameworks[i+1:] {
			listed := func(column, area string) bool {
				return slices.ContainsFunc(rows, func(row map[string]string) bool {
					return frameworkTexts[row["earlier"]] == earlier && frameworkTexts[row["later"]] == later && row[column] == area
				})
			}
			for text, a := range areaTexts {
				if earlier.Has(a) && (!slices.Contains(alone, a) || later.Has(a)) {
					assert.True(t, listed("earlier_area", text), "%v of %v under %v", a, earlier, later)
				}
				if later.Has(a) {
					assert.True(t, listed("later_area", text), "%v of %v under %v", a, later, earlier)
				}
			}
		}
	}
}

// date reads a date that a test is sure of; "" is no date.
func date(t testing.TB, text string) civil.Date {
	t.Helper()
	var d civil.Date
	require.NoError(t, d.UnmarshalText([]byte(text)))
	return d
}

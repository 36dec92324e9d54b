package finding

// These tests are internal: they hold the embedded tables, which nothing
// exported shows, to what their headers and the rules of cues say.

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// tables are the embedded tables, by file name; cues are those whose last column
// is a cue.
var tables = map[string]string{
	"themes": themesTSV, "theme": themeTSV, "polarity": polarityTSV, "direction": directionTSV,
	"extent": extentTSV, "aspect": aspectTSV, "form": formTSV, "opening": openingTSV, "class": classTSV,
}

var cueTables = []struct {
	name    string
	kind    kind
	valueOf func(string) (uint8, error)
}{
	{"theme", kindTheme, valuesOf(&themes)}, {"polarity", kindPolarity, valuesOf(&senses)}, {"direction", kindDirection, valuesOf(&changes)},
	{"extent", kindExtent, valuesOf(&extents)}, {"aspect", kindAspect, valuesOf(&aspects)}, {"form", kindForm, valuesOf(&forms)}, {"opening", kindOpening, valuesOf(&openings)},
}

func TestTablesHaveProvenance(t *testing.T) {
	t.Parallel()
	for name, tsv := range tables {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var head string
			for line := range strings.Lines(tsv) {
				if line[0] != '#' {
					break
				}
				head += line
			}
			assert.Contains(t, head, "# Source: ")
			assert.Contains(t, head, "# Date: ")
			assert.Contains(t, head, "Licence: ")
			n := 0
			columns := 0
			for row := range rows(tsv) {
				n++
				if columns == 0 {
					columns = len(row)
				}
				assert.Len(t, row, columns)
				for _, cell := range row {
					assert.Equal(t, strings.TrimSpace(cell), cell)
					assert.NotEmpty(t, cell)
				}
			}
			assert.Contains(t, head, "Rows: "+strconv.Itoa(n)+".")
		})
	}
}

func TestTablesAreSorted(t *testing.T) {
	t.Parallel()
	for name, tsv := range tables {
		if name == "themes" {
			continue // in the order of the judgement areas
		}
		last := []string{""}
		for row := range rows(tsv) {
			assert.Negative(t, slices.Compare(last, row), "%s: %v stands before %v", name, last, row)
			last = row
		}
	}
}

func TestNoCueStandsTwice(t *testing.T) {
	t.Parallel()
	for _, table := range cueTables {
		seen := map[string]string{}
		for row := range rows(tables[table.name]) {
			cue := row[len(row)-1]
			for _, p := range match.Expand(cue) {
				if other, ok := seen[p]; ok {
					t.Errorf("%s.tsv: %q is in %q and in %q", table.name, p, other, cue)
				}
				seen[p] = cue
			}
		}
	}
}

// Every cue must be found in a sentence made of it alone, so that none is hidden
// for good by another.
func TestEveryCueIsReached(t *testing.T) {
	t.Parallel()
	classes := map[string][]string{}
	for row := range rows(classTSV) {
		classes[row[0]] = strings.Fields(row[1])
	}
	for _, table := range cueTables {
		for row := range rows(tables[table.name]) {
			var value uint8
			if row[0] != "-" {
				v, err := table.valueOf(row[0])
				require.NoError(t, err, table.name)
				value = v
			}
			for _, p := range match.Expand(row[len(row)-1]) {
				if !reached(p, table.kind, value, classes) {
					t.Errorf("%s.tsv: %s %q is not reached", table.name, row[0], p)
				}
			}
		}
	}
}

// reached tries a phrase with its gaps closed, and then filled.
func reached(phrase string, k kind, value uint8, classes map[string][]string) bool {
	for _, filler := range []string{"", "xyzzy"} {
		var text []string
		for _, e := range strings.Fields(phrase) {
			switch {
			case e == "…":
				if filler != "" {
					text = append(text, filler)
				}
			case e == "#":
				text = append(text, "16")
			case e[0] == '@':
				text = append(text, classes[e[1:]][0])
			default:
				text = append(text, strings.ReplaceAll(e, "*", ""))
			}
		}
		var space scratch
		s := read(strings.Join(text, " "), &space)
		for _, m := range s.marks[k] {
			if m.value == value && m.first == 0 && int(m.last) == len(text)-1 {
				return true
			}
		}
	}
	return false
}

func TestEveryThemeHasItsName(t *testing.T) {
	t.Parallel()
	cues := map[Theme]int{}
	for row := range rows(themeTSV) {
		if theme, err := ParseTheme(row[0]); err == nil && row[1] == "3" {
			cues[theme]++
		}
	}
	for theme := range Themes() {
		if theme != ThemeMultiAgency && theme != ThemeLeadership { // whose words are in every third sentence
			assert.Positive(t, cues[theme], "%s has no cue that names it", theme)
		}
	}
}

func TestEveryClassIsUsed(t *testing.T) {
	t.Parallel()
	for row := range rows(classTSV) {
		used := false
		for _, table := range cueTables {
			used = used || strings.Contains(tables[table.name], "@"+row[0])
		}
		assert.True(t, used, row[0])
		words := strings.Fields(row[1])
		assert.True(t, slices.IsSorted(words), row[0])
		assert.Len(t, slices.Compact(words), len(strings.Fields(row[1])), row[0])
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compile(); err != nil {
			b.Fatal(err)
		}
	}
}

// Scope rules that cannot be seen from outside alone.
func TestBareItems(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		want bool
	}{
		{"The timeliness of visits to children.", true},
		{"The quality, frequency and recording of supervision.", true},
		{"The response to children who go missing.", true},
		{"Management oversight of work in the duty team.", true},
		{"Ensure that every plan has a date.", true},
		{"12. Review the offer to young carers.", true},
		{"How well plans are used to bring about change.", true},
		{"The timeliness of visits to children is good.", false},
		{"The response to children who go missing is poor.", false},
		{"Visits are timely.", false},
		{"They ensure that every plan has a date.", false},
	} {
		var space scratch
		s := read(test.text, &space)
		assert.Equal(t, test.want, s.bareItem(), test.text)
	}
}

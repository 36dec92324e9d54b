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
	"github.com/ilacs-go/inspection/internal/tsv"
)

// tables returns the embedded tables by file name.
func tables() map[string]string {
	all := map[string]string{"themes.tsv": themesTSV, "class.tsv": classTSV}
	for _, t := range cueTables {
		all[t.name] = t.text
	}
	return all
}

func TestTablesHaveProvenance(t *testing.T) {
	t.Parallel()
	for name, table := range tables() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var head string
			for line := range strings.Lines(table) {
				if line[0] != '#' {
					break
				}
				head += line
			}
			assert.Contains(t, head, "# Source: ")
			assert.Contains(t, head, "# Date: ")
			assert.Contains(t, head, "Licence: ")
			n := 0
			for cells := range tsv.Rows(name, table) {
				n++
				for _, cell := range cells {
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
	for name, table := range tables() {
		if name == "themes.tsv" {
			continue // in the order of the judgement areas
		}
		last := []string{""}
		for cells := range tsv.Rows(name, table) {
			assert.Negative(t, slices.Compare(last, cells), "%s: %v stands before %v", name, last, cells)
			last = cells
		}
	}
}

func TestNoCueStandsTwice(t *testing.T) {
	t.Parallel()
	for _, table := range cueTables {
		seen := map[string]string{}
		for cells := range tsv.Rows(table.name, table.text) {
			cue := cells[len(cells)-1]
			for _, p := range match.Expand(cue) {
				if other, ok := seen[p]; ok {
					t.Errorf("%s: %q is in %q and in %q", table.name, p, other, cue)
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
	classes := wordClasses()
	for _, table := range cueTables {
		for cells := range tsv.Rows(table.name, table.text) {
			r, cue, err := table.parse(cells)
			require.NoError(t, err, table.name)
			for _, p := range match.Expand(cue) {
				if !reached(p, r, classes) {
					t.Errorf("%s: %s %q is not reached", table.name, cells[0], p)
				}
			}
		}
	}
}

// reached tries a phrase with its gaps closed, and then filled.
func reached(phrase string, r row, classes map[string][]string) bool {
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
		if k := setOf(r.kind); k == setForm || k == setSpeaker { // which is sought only where it is needed
			s.marks[r.kind] = s.marks[r.kind][:0]
			c := &embeddedVocabulary().cues[k]
			s.marks = c.mark(s.marks, s.hits(c))
		}
		for _, m := range s.marks[r.kind] {
			if m.value == r.value && m.first == 0 && int(m.last) == len(text)-1 {
				return true
			}
		}
	}
	return false
}

func TestEveryThemeHasItsName(t *testing.T) {
	t.Parallel()
	named := map[Theme]bool{}
	for cells := range tsv.Rows("theme.tsv", themeTSV) {
		r, _, err := cueTables[kindTheme].parse(cells)
		require.NoError(t, err)
		require.LessOrEqual(t, r.weight, int8(weightName))
		named[Theme(r.value)] = named[Theme(r.value)] || r.weight == weightName
	}
	for theme := range Themes() {
		if theme != ThemeMultiAgency && theme != ThemeLeadership { // whose words are in every third sentence
			assert.True(t, named[theme], "%s has no cue that names it", theme)
		}
	}
}

func TestEveryClassIsUsed(t *testing.T) {
	t.Parallel()
	for class, words := range wordClasses() {
		assert.True(t, slices.ContainsFunc(cueTables[:], func(table cueTable) bool {
			return strings.Contains(table.text, "@"+class)
		}), class)
		assert.True(t, slices.IsSorted(words), class)
		assert.Equal(t, words, slices.Compact(slices.Clone(words)), class)
	}
}

func TestTableFaultsAreErrors(t *testing.T) {
	t.Parallel()
	polarity, theme := cueTables[kindPolarity], cueTables[kindTheme]
	for _, test := range []struct {
		name  string
		table cueTable
		cells []string
	}{
		{"no such sense", polarity, []string{"lovely", "plans"}},
		{"a sense without a name", polarity, []string{"", "plans"}},
		{"no such theme", theme, []string{"no-such-theme", "3", "plans"}},
		{"a weight that is no number", theme, []string{"health", "x", "plans"}},
		{"a weight below nothing", theme, []string{"health", "-1", "plans"}},
	} {
		_, _, err := test.table.parse(test.cells)
		assert.Error(t, err, test.name)
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

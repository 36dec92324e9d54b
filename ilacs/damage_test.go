package ilacs_test

import (
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// damages spoil a text in ways that texts are spoiled: each gives some spoiled
// texts, always the same ones for the same random numbers.
var damages = map[string]func(string, *rand.Rand) []string{
	"cut off at its end": func(s string, r *rand.Rand) []string {
		var out []string
		for range 4 {
			out = append(out, s[:r.IntN(len(s))])
		}
		return out
	},
	"cut off on its first page": func(s string, r *rand.Rand) []string {
		var out []string
		for at, n := 0, 0; n < headLines; n++ { // at the end of each line, and within it
			end := strings.IndexByte(s[at:], '\n')
			if end < 0 {
				break
			}
			out = append(out, s[:at+end], s[:at+r.IntN(end+1)])
			at += end + 1
		}
		return out
	},
	"without its beginning": func(s string, r *rand.Rand) []string {
		var out []string
		lines := strings.SplitAfter(s, "\n")
		lines = lines[:min(len(lines), 4*headLines)]
		for n := 1; n < headLines; n += 1 + n/4 {
			out = append(out, strings.Join(lines[min(n, len(lines)):], ""))
		}
		return out
	},
	"without one line of its first page": func(s string, r *rand.Rand) []string {
		var out []string
		lines := strings.SplitAfter(s, "\n")
		lines = lines[:min(len(lines), 2*headLines)]
		for i := range min(len(lines), headLines) {
			if strings.TrimSpace(lines[i]) != "" {
				out = append(out, strings.Join(slices.Concat(lines[:i], lines[i+1:]), ""))
			}
		}
		return out
	},
	"without some of its lines": func(s string, r *rand.Rand) []string {
		var out []string
		for _, share := range []float64{.02, .1, .3} {
			kept := slices.DeleteFunc(strings.SplitAfter(s, "\n"), func(string) bool { return r.Float64() < share })
			out = append(out, strings.Join(kept, ""))
		}
		return out
	},
	"with its pages shuffled": func(s string, r *rand.Rand) []string {
		pages := strings.SplitAfter(s, "\f")
		if len(pages) < 3 { // no page breaks: forty lines are a page
			pages = nil
			for page := range slices.Chunk(strings.SplitAfter(s, "\n"), 40) {
				pages = append(pages, strings.Join(page, ""))
			}
		}
		var out []string
		for range 2 {
			r.Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
			out = append(out, strings.Join(pages, ""))
		}
		return out
	},
	"with bytes of another kind": func(s string, r *rand.Rand) []string {
		b := []byte(s)
		for range len(b) / 200 {
			b[r.IntN(len(b))] = byte(r.UintN(256))
		}
		return []string{string(b)}
	},
}

// headLines is about how many lines the first page of a report has.
const headLines = 60

// random gives the same random numbers for the same text.
func random(text string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(text))
	return rand.New(rand.NewPCG(h.Sum64(), 0))
}

// Documents that are damaged may lack a grade; they never have a wrong one.
func TestCorpusDamaged(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"layout", "plain"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			texts := corpus(t, folder)
			few := eachFifth(texts)
			rows := slices.DeleteFunc(gold(t), func(row map[string]string) bool { return !slices.Contains(few, row["file"]) })
			require.Len(t, rows, len(few))
			checkDamaged(t, func(t *testing.T, damaged func(string) []*ilacs.Report) (wrong []string) {
				for _, row := range rows {
					for _, r := range damaged(texts[row["file"]]) {
						wrong = append(wrong, contradictions(t, row, r)...)
					}
				}
				return wrong
			})
		})
	}
}

// The same for the fixtures, where there is no corpus.
func TestFixturesDamaged(t *testing.T) {
	t.Parallel()
	_, texts := fixtures(t)
	names := slices.Sorted(maps.Keys(some(texts)))
	checkDamaged(t, func(t *testing.T, damaged func(string) []*ilacs.Report) (wrong []string) {
		for _, name := range names {
			want := expectation(t, name).Judgements
			for _, r := range damaged(texts[name]) {
				for area, grade := range gradesOf(t, r) {
					if want[area] != grade {
						wrong = append(wrong, fmt.Sprintf("%s: %s is %q, not %q", name, area, want[area], grade))
					}
				}
			}
		}
		return wrong
	})
}

// checkDamaged reads documents with each of the damages. The first three texts of
// each document still hold what every report must hold; the others are read for
// their grades.
func checkDamaged(t *testing.T, wrongGrades func(t *testing.T, damaged func(string) []*ilacs.Report) []string) {
	t.Helper()
	for damage, spoil := range damages {
		t.Run(damage, func(t *testing.T) {
			t.Parallel()
			known := watch(t)
			byKind := map[string][]string{}
			wrong := wrongGrades(t, func(text string) (reports []*ilacs.Report) {
				for i, s := range spoil(text, random(text)) {
					r, err := ilacs.Parse(s)
					if err != nil {
						var refused *parseerr.Error
						require.ErrorAs(t, err, &refused)
						continue
					}
					reports = append(reports, r)
					if i > 2 {
						continue
					}
					for _, f := range faults(s, r) {
						byKind[f.kind] = append(byKind[f.kind], f.what)
					}
				}
				return reports
			})
			known.check(t, "right grades", len(wrong) == 0, "%d wrong grades, such as\n%s", len(wrong), strings.Join(wrong[:min(8, len(wrong))], "\n"))
			for _, kind := range faultKinds {
				f := byKind[kind]
				known.check(t, kind, len(f) == 0, "%d faults, such as\n%.500s", len(f), strings.Join(f[:min(len(f), 5)], "\n"))
			}
		})
	}
}

// Where any two lines of the first page are missing, such as the name of one
// row of the table and the grade of another, no grade is wrong; nor where each
// cell of the table stands on a line of its own.
func TestFixturesWithoutTwoLines(t *testing.T) {
	t.Parallel()
	names, texts := fixtures(t)
	known := watch(t)
	read := 0
	for _, name := range names {
		want := expectation(t, name).Judgements
		if len(want) == 0 {
			continue
		}
		cells := cellGap.ReplaceAllString(texts[name], "$1\n\n$2")
		_, untitled, _ := strings.Cut(cells, "nspection of ") // its first line, or the first half of it
		for form, text := range map[string]string{"as it stands": texts[name], "cells on lines": cells, "cells on lines, without its title": untitled} {
			lines := strings.SplitAfter(text, "\n")
			lines = lines[:min(len(lines), headLines+10)]
			wrong := map[string]bool{}
			for i := range min(len(lines), headLines) {
				for k := range i {
					if raceDetector && (i+k)%41 > 0 || strings.TrimSpace(lines[i]) == "" || strings.TrimSpace(lines[k]) == "" {
						continue
					}
					r, err := ilacs.Parse(strings.Join(slices.Concat(lines[:k], lines[k+1:i], lines[i+1:]), ""))
					if err != nil {
						continue
					}
					grades := gradesOf(t, r)
					read += len(grades)
					for area, grade := range grades {
						if want[area] != grade {
							wrong[fmt.Sprintf("without %q and %q %s is %q, not %q", lines[k], lines[i], area, want[area], grade)] = true
						}
					}
				}
			}
			all := slices.Sorted(maps.Keys(wrong))
			known.check(t, name+" "+form, len(wrong) == 0, "%d wrong grades, such as\n%s", len(wrong), strings.Join(all[:min(8, len(all))], "\n"))
		}
	}
	require.Positive(t, read)
}

// cellGap is what stands between the cells of a table's line.
var cellGap = regexp.MustCompile(`([^\s]) {3,}([^\s])`)

package ilacs_test

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs"
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
		for _, n := range []int{1, 3, 6, 10, 14, 18, 22, 30, 40, 60} {
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

// random gives the same random numbers for the same name.
func random(name string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(h.Sum64(), 0))
}

// What is damaged may lack a grade; it never has a wrong one.
func TestCorpusDamaged(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"layout", "plain"} {
		for damage, spoil := range damages {
			t.Run(folder+" "+damage, func(t *testing.T) {
				t.Parallel()
				texts := some(corpus(t, folder))
				known := watch(t)
				for _, row := range gold(t) {
					text, ok := texts[row["file"]]
					if !ok {
						continue
					}
					var wrong []string
					for _, spoiled := range spoil(text, random(row["file"])) {
						r, err := ilacs.Parse(spoiled)
						if err != nil {
							var refused *ilacs.ParseError
							assert.ErrorAs(t, err, &refused)
							continue
						}
						for _, f := range faults(spoiled, r) {
							if f.kind == "bounds" || f.kind == "order" || f.kind == "text" {
								t.Errorf("%s: %.300s", row["file"], f.what)
							}
						}
						wrong = append(wrong, contradictions(t, row, r)...)
					}
					known.check(t, row["file"], len(wrong) == 0, "%d wrong grades: %s", len(wrong), strings.Join(wrong[:min(3, len(wrong))], "; "))
				}
			})
		}
	}
}

// The same for the fixtures, where there is no corpus: grades that are read of
// a damaged text are those of the whole text.
func TestFixturesDamaged(t *testing.T) {
	t.Parallel()
	names, texts := fixtures(t)
	for damage, spoil := range damages {
		t.Run(damage, func(t *testing.T) {
			t.Parallel()
			known := watch(t)
			for _, name := range names {
				want := expectation(t, name).Judgements
				wrong := 0
				for _, spoiled := range spoil(texts[name], random(name)) {
					r, err := ilacs.Parse(spoiled)
					if err != nil {
						continue
					}
					for area, grade := range gradesOf(t, r) {
						if want[area] != grade {
							wrong++
							t.Logf("%s: %s is %q, not %q", name, area, want[area], grade)
						}
					}
				}
				known.check(t, name, wrong == 0, "%d wrong grades", wrong)
			}
		})
	}
}

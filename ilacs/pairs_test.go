package ilacs_test

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/ilacs/internal/randomdoc"
	"github.com/ilacs-go/inspection/judgement"
)

// Pairs of documents over which the laws of Compare are held: the fixtures,
// generated documents of every kind, and the real reports where they are at hand.

// document is a text and what is read from it.
type document struct {
	name, text string
	report     *ilacs.Report
}

// read reads a text, once for all tests. From an invented one it removes what
// keeps any two documents from being compared.
func read(t *testing.T, name, text string, invented bool) document {
	t.Helper()
	r, err := parsed(text)
	require.NoError(t, err, name)
	if invented {
		r = anyVisit(r)
	}
	return document{name, text, r}
}

// pair is two documents about one authority.
type pair struct {
	before, after document
	invented      bool
	// compared compares them, once for all laws.
	compared func() (ilacs.Progress, error)
}

func pairOf(before, after document, invented bool) pair {
	return pair{before, after, invented, sync.OnceValues(func() (ilacs.Progress, error) { return ilacs.Compare(before.report, after.report) })}
}

// progress is the comparison of a pair. It is shared: no law changes it.
func (p pair) progress(t *testing.T) ilacs.Progress {
	t.Helper()
	progress, err := p.compared()
	require.NoError(t, err)
	return progress
}

// anyVisit returns a report without what keeps it from being compared with any
// other, in either order.
func anyVisit(r *ilacs.Report) *ilacs.Report {
	x := *r
	x.Visit.Authority, x.Visit.URN = "", ""
	x.Visit.Start, x.Visit.End, x.Visit.Published = civil.Date{}, civil.Date{}, civil.Date{}
	return &x
}

func compare(t *testing.T, before, after *ilacs.Report) ilacs.Progress {
	t.Helper()
	p, err := ilacs.Compare(before, after)
	require.NoError(t, err)
	return p
}

// fixturePairs are the fixtures, each with another one.
func fixturePairs(t *testing.T) []pair {
	names, texts := fixtures(t)
	names = slices.DeleteFunc(names, func(n string) bool { return strings.HasPrefix(n, "bad-") })
	var out []pair
	for i := range names {
		b, a := names[i], names[(i+7)%len(names)]
		out = append(out, pairOf(read(t, b, texts[b], true), read(t, a, texts[a], true), true))
	}
	return out
}

// generatedPairs are documents of every kind and framework, each with each.
func generatedPairs(t *testing.T) []pair {
	kinds := []ilacs.Visit{
		{Type: ilacs.VisitTypeSIF}, {Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2018}, {Type: ilacs.VisitTypeShort, Framework: judgement.ILACS2023},
		{Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2026}, {Type: ilacs.VisitTypeFocused}, {Type: ilacs.VisitTypeMonitoring}, {Type: ilacs.VisitTypeAssurance}, {Type: ilacs.VisitTypeJTAI},
	}
	var out []pair
	for i, b := range kinds {
		for j, a := range kinds {
			r := rand.New(rand.NewPCG(uint64(i), uint64(j)))
			before, err := ilacstest.Write(randomdoc.New(r, b))
			require.NoError(t, err)
			after, err := ilacstest.Write(randomdoc.New(r, a))
			require.NoError(t, err)
			name := fmt.Sprintf("generated %v, %v", b.Type, a.Type)
			out = append(out, pairOf(read(t, name, before, true), read(t, name, after, true), true))
		}
	}
	return out
}

// realPairs are the reports of the corpus, each with the next of its authority,
// by URN and fieldwork; none where they are absent.
func realPairs(t *testing.T) []pair {
	if _, err := os.Stat(filepath.Join(shared, "corpus", "layout")); err != nil {
		t.Log("../shared/corpus/layout is not here: the law is held over fixtures and generated documents alone")
		return nil
	}
	byURN := map[string][]document{}
	for name, text := range some(corpus(t, "layout")) {
		urn, _, _ := strings.Cut(name, "-")
		byURN[urn] = append(byURN[urn], read(t, name, text, false))
	}
	var out []pair
	for _, urn := range slices.Sorted(maps.Keys(byURN)) {
		all := byURN[urn]
		slices.SortFunc(all, func(a, b document) int {
			return cmp.Or(a.report.Visit.Start.Compare(b.report.Visit.Start), cmp.Compare(a.name, b.name))
		})
		for i := 1; i < len(all); i++ {
			out = append(out, pairOf(all[i-1], all[i], false))
		}
	}
	return out
}

// pairs are the pairs of each kind, made once for all laws.
var pairs struct {
	sync.Mutex
	of map[string][]pair
}

func pairsOf(t *testing.T, kind string, get func(*testing.T) []pair) []pair {
	t.Helper()
	pairs.Lock()
	defer pairs.Unlock()
	if pairs.of == nil {
		pairs.of = map[string][]pair{}
	}
	if _, ok := pairs.of[kind]; !ok {
		pairs.of[kind] = get(t)
	}
	return pairs.of[kind]
}

// law runs a test over every pair. The reports are shared: a law that changes
// them works on copies.
func law(t *testing.T, holds func(t *testing.T, p pair, before, after *ilacs.Report)) {
	t.Helper()
	for kind, get := range map[string]func(*testing.T) []pair{"fixtures": fixturePairs, "generated": generatedPairs, "real": realPairs} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			for _, p := range pairsOf(t, kind, get) {
				holds(t, p, p.before.report, p.after.report)
				if t.Failed() {
					t.Fatalf("the law does not hold of %s and %s", p.before.name, p.after.name)
				}
			}
		})
	}
}

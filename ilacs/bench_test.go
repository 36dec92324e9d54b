package ilacs_test

import (
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/ilacs-go/inspection/ilacs"
)

// shared is where real reports and what they say lie beside the module; they
// are no part of it.
const shared = "../../shared"

// layoutTexts are the reports in the text form that pdftotext -layout gives, or
// the fixtures where they are absent.
func layoutTexts(tb testing.TB) []string {
	tb.Helper()
	paths, _ := filepath.Glob(filepath.Join(shared, "corpus", "layout", "*.txt"))
	if len(paths) == 0 {
		tb.Log("no ../shared/corpus/layout: measured over testdata")
		paths, _ = filepath.Glob("testdata/[^b]*.txt")
	}
	var texts []string
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, string(raw))
	}
	return texts
}

// The whole corpus, once each iteration: MB/s are of the texts as they were
// given, and the reading of every sentence is in them.
func BenchmarkParse(b *testing.B) {
	texts := layoutTexts(b)
	size := 0
	for _, s := range texts {
		size += len(s)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			if _, err := ilacs.Parse(s); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// The same as [BenchmarkParse] by two goroutines, each with every second text: what
// the tables and the collector cost where they are shared.
func BenchmarkParseInTwo(b *testing.B) {
	texts := layoutTexts(b)
	size := 0
	for _, s := range texts {
		size += len(s)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		var both sync.WaitGroup
		for first := range 2 {
			both.Go(func() {
				for i := first; i < len(texts); i += 2 {
					if _, err := ilacs.Parse(texts[i]); err != nil {
						b.Error(err)
					}
				}
			})
		}
		both.Wait()
	}
}

// mostBytes is how many bytes Parse may allocate for each byte of a text, and
// fixedBytes for a text, however short.
const mostBytes, fixedBytes = 6, 64 << 10

func TestParseAllocatesInProportion(t *testing.T) {
	known := watch(t)
	_, short := fixtures(t)
	all := map[string][]string{"fixtures": slices.Collect(maps.Values(short))}
	if texts := layoutTexts(t); len(texts) > len(short) {
		all["layout"] = texts
	}
	for name, texts := range all {
		size := 0
		for _, s := range texts {
			size += len(s)
			_, _ = ilacs.Parse(s) // the tables are read when they are first needed
		}
		before := allocated()
		for _, s := range texts {
			_, _ = ilacs.Parse(s)
		}
		used, most := int(allocated()-before), mostBytes*size
		if size < len(texts)*fixedBytes/4 {
			most += len(texts) * fixedBytes
		}
		t.Logf("%s: %.2f bytes allocated for each byte of %d texts", name, float64(used)/float64(size), len(texts))
		known.check(t, name, used <= most, "%d bytes allocated for %d, of %d at most", used, size, most)
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

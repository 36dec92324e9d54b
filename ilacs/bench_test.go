package ilacs_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

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
		paths, _ = filepath.Glob("testdata/[!b]*.txt")
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

// mostBytes is how many bytes Parse may allocate for each byte of a text.
const mostBytes = 6

func TestParseAllocatesInProportion(t *testing.T) {
	texts := layoutTexts(t)
	_, _ = ilacs.Parse(texts[0]) // the tables are read at the first call
	size, before := 0, allocated()
	for _, s := range texts {
		size += len(s)
		_, _ = ilacs.Parse(s)
	}
	ratio := float64(allocated()-before) / float64(size)
	t.Logf("%.2f bytes allocated for each byte of %d texts", ratio, len(texts))
	assert.LessOrEqual(t, ratio, float64(mostBytes))
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

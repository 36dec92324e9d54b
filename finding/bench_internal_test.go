package finding

import (
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// writtenSentences are the sentences of testdata/hard.tsv.
func writtenSentences(tb testing.TB) (sentences []string, size int64) {
	tb.Helper()
	table, err := os.ReadFile("testdata/hard.tsv")
	require.NoError(tb, err)
	for line := range strings.Lines(string(table)) {
		if cells := strings.Split(line, "\t"); line[0] != '#' && len(cells) > 1 {
			sentences = append(sentences, cells[1])
			size += int64(len(cells[1]))
		}
	}
	require.NotEmpty(tb, sentences)
	return sentences, size
}

func BenchmarkWords(b *testing.B) {
	x := embeddedVocabulary().lexicon
	sentences, size := writtenSentences(b)
	var words []match.Word
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sentences {
			words = x.Words(words[:0], s)
		}
	}
}

func BenchmarkHits(b *testing.B) {
	x, m := embeddedVocabulary().lexicon, embeddedVocabulary().cues[setAlways].matcher
	sentences, size := writtenSentences(b)
	all := make([][]match.Word, len(sentences))
	for i, s := range sentences {
		all[i] = x.Words(nil, s)
	}
	var hits []match.Hit
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, words := range all {
			hits = m.Hits(hits[:0], words)
		}
	}
}

// largestVocabulary is how many bytes the compiled tables may take.
const largestVocabulary = 950 << 10

func TestVocabularyIsSmall(t *testing.T) {
	live := func() int {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	before := live()
	v, err := compile()
	require.NoError(t, err)
	size := live() - before
	runtime.KeepAlive(v)
	t.Logf("%d bytes", size)
	assert.Less(t, size, largestVocabulary)
	assert.Positive(t, size)
}

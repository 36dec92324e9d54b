package finding_test

import (
	"os"
	"strings"
	"testing"

	"github.com/ilacs-go/inspection/finding"
)

func BenchmarkTmp(b *testing.B) {
	t, _ := os.ReadFile("/tmp/w/dbg1.txt")
	lines := strings.Split(string(t), "\n")[:1000]
	n := 0
	for _, l := range lines {
		n += len(l)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range lines {
			finding.Classify(l)
		}
	}
}

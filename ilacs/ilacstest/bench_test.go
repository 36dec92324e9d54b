package ilacstest_test

import (
	"testing"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/ilacs/internal/randomdoc"
)

func BenchmarkWrite(b *testing.B) {
	d := randomdoc.New(randomdoc.Source(1), ilacs.Visit{Type: ilacs.VisitTypeStandard})
	text, err := ilacstest.Write(d)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ilacstest.Write(d); err != nil {
			b.Fatal(err)
		}
	}
}

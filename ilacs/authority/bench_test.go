package authority_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/authority"
)

var printed = []string{
	"Leeds",
	"London Borough of Hammersmith & Fulham",
	"The Royal Borough of Windsor and Maidenhead",
	"City of Bradford Metropolitan District Council",
	"Kingston upon Hull, City of",
	"Medway Children’s Services",
}

func BenchmarkFind(b *testing.B) {
	for _, name := range printed {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = authority.Find(name)
			}
		})
	}
}

func BenchmarkFindUnknown(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = authority.Find("Barchester County Council")
	}
}

func TestFindAllocatesNothing(t *testing.T) {
	for _, name := range printed {
		got := testing.AllocsPerRun(100, func() { _, _ = authority.Find(name) })
		assert.Zero(t, got, name)
	}
}

func TestNeighboursAllocateNothing(t *testing.T) {
	leeds, _ := authority.ByCode("383")
	n := 0
	got := testing.AllocsPerRun(100, func() {
		for range authority.Neighbours(leeds) {
			n++
		}
	})
	assert.Zero(t, got)
	assert.Equal(t, 1010, n)
}

package judgement_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/judgement"
)

func BenchmarkCompare(b *testing.B) {
	before := set(b, "sif overall=good help-and-protection=good looked-after=good adoption=good care-leavers=good leaders=good lscb=good")
	after := set(b, "ilacs-2023 leaders=good help-and-protection=good in-care=good care-leavers=good overall=good")
	b.ReportAllocs()
	for b.Loop() {
		judgement.Compare(before, after)
	}
}

func BenchmarkSetAppendText(b *testing.B) {
	s := set(b, "ilacs-2023 leaders=good help-and-protection=good in-care=good care-leavers=good overall=good")
	text := make([]byte, 0, 256)
	b.ReportAllocs()
	for b.Loop() {
		text, _ = s.AppendText(text[:0])
	}
}

func BenchmarkFrameworkParseArea(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = judgement.ILACS2023.ParseArea("The experiences and progress of care leavers")
	}
}

func TestSetAllocations(t *testing.T) {
	s := set(t, "ilacs-2023 leaders=good help-and-protection=good in-care=good care-leavers=good overall=good")
	day := date(t, "2024-05-14")
	text := make([]byte, 0, 256)
	for name, tt := range map[string]struct {
		most float64
		f    func()
	}{
		"With":       {0, func() { _ = s.With(judgement.Leaders, judgement.Good) }},
		"Grade":      {0, func() { _ = s.Grade(judgement.Leaders) }},
		"AppendText": {0, func() { text, _ = s.AppendText(text[:0]) }},
		"ParseSet":   {0, func() { _, _ = judgement.ParseSet("ilacs-2023 leaders=good overall=good") }},
		"Validate":   {0, func() { _ = s.Validate() }},
		"Compare":    {1, func() { _ = judgement.Compare(s, s) }},
		"All": {0, func() {
			for range s.All() {
				continue
			}
		}},
		"FrameworkOn": {0, func() { _, _ = judgement.FrameworkOn(day) }},
		"ParseArea":   {0, func() { _, _ = judgement.ILACS2023.ParseArea("Overall\neffectiveness") }},
		"AreaName":    {0, func() { _ = judgement.ILACS2023.AreaName(judgement.Overall) }},
	} {
		assert.LessOrEqual(t, testing.AllocsPerRun(100, tt.f), tt.most, name)
	}
}

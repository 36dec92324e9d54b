package main

import (
	"math"
	"slices"
	"testing"
)

func TestWriteOut(t *testing.T) {
	for _, test := range []struct {
		cue  string
		want []string
	}{
		{"plan*", []string{"plan"}},
		{"(strong|good) practice", []string{"strong practice", "good practice"}},
		{"(very |)few", []string{"very few", "few"}},
		{"not … robust enough", []string{"robust enough"}},
		{"# year old*", []string{"year old"}},
		{"they @be very good", []string{"very good"}},
		{"#", nil},
	} {
		if got := writeOut(test.cue); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.cue, got, test.want)
		}
	}
}

func TestRanks(t *testing.T) {
	got := ranks([]float64{3, 1, 3, 2})
	want := []float64{2.5, 0, 2.5, 1}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("ranks are %v, want %v", got, want)
		}
	}
	if r := pearson(ranks([]float64{1, 2, 3}), ranks([]float64{9, 5, 1})); math.Abs(r+1) > 1e-9 {
		t.Errorf("opposite orders correlate %v", r)
	}
}

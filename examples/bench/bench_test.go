package main

import (
	"math"
	"regexp"
	"testing"
)

func TestExpression(t *testing.T) {
	classes := map[string]string{"be": "(?:is|are)"}
	for _, test := range []struct{ cue, text, want string }{
		{"plan*", "The planning is", "planning "},
		{"(strong|good) practice", "very good practice", "good practice"},
		{"not … enough", "is not nearly robust enough", "not nearly robust enough"},
		{"# year old*", "16-year-olds", "16-year-olds"},
		{"@be good", "they are good", "are good"},
	} {
		got := regexp.MustCompile(`(?i)\b(?:` + expression(test.cue, classes) + `)`).FindString(test.text)
		if got != test.want {
			t.Errorf("%s: found %q, want %q", test.cue, got, test.want)
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

package main

import (
	"fmt"
	"strings"
	"time"

	ahocorasick "github.com/anknown/ahocorasick"
	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/google/licensecheck"
	"github.com/jonreiter/govader"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// A contender does something with each of its texts.
type contender struct {
	name string
	what string // what it does, for the table
	size int    // of its texts, in bytes
	run  func() // goes through all its texts once
}

// vaderBytes is how much text VADER gets: at its speed all of it would take
// minutes.
const vaderBytes = 1 << 20

// contenders are this library's reader and classifier, and what they stand beside.
func contenders(texts []string, reports []*ilacs.Report, vocabulary string) ([]contender, error) {
	var lines []string // the sentences that the reader finds
	for _, r := range reports {
		for _, f := range r.Findings {
			lines = append(lines, f.Text)
		}
	}
	phrases, err := cuePhrases(vocabulary)
	if err != nil {
		return nil, err
	}
	cues := new(ahocorasick.Machine)
	if err := cues.Build(phrases); err != nil {
		return nil, err
	}
	analyzer := govader.NewSentimentIntensityAnalyzer()
	var runes [][]rune // in lower case already, so that the search alone is measured
	var bytes [][]byte
	for _, text := range texts {
		runes = append(runes, []rune(strings.ToLower(text)))
		bytes = append(bytes, []byte(text))
	}
	var few []string
	for _, s := range lines {
		if sizeOf(few) < vaderBytes {
			few = append(few, s)
		}
	}
	all := sizeOf(texts)
	return []contender{
		{"Parse", "reads reports, every sentence classified", all, func() {
			for _, text := range texts {
				_, _ = ilacs.Parse(text)
			}
		}},
		{"Classify", "reads their sentences alone", sizeOf(lines), func() {
			var k finding.Classifier
			for _, s := range lines {
				k.Classify(finding.Context{}, s)
			}
		}},
		{"double array", fmt.Sprintf("finds %d phrases, those of the cues written out", len(phrases)), all, func() {
			for _, text := range runes {
				cues.MultiPatternSearch(text, false)
			}
		}},
		{"licensecheck", "finds licences, of which there are none", all, func() {
			for _, text := range bytes {
				licensecheck.Scan(text)
			}
		}},
		{"uax29", "divides the text into sentences", all, func() {
			for _, text := range texts {
				for s := sentences.FromString(text); s.Next(); {
				}
			}
		}},
		{"VADER", "scores sentences", sizeOf(few), func() {
			for _, s := range few {
				analyzer.PolarityScores(s)
			}
		}},
	}, nil
}

func sizeOf(texts []string) (n int) {
	for _, text := range texts {
		n += len(text)
	}
	return n
}

// rounds is how often each contender runs; the best counts.
const rounds = 5

// printSpeed prints the throughput of each contender by CPU time, those of one round
// in turn, so that they share whatever else the machine does.
func printSpeed(all []contender) {
	best := make([]time.Duration, len(all))
	for range rounds {
		for i, c := range all {
			start := cpuTime()
			c.run()
			if used := cpuTime() - start; best[i] == 0 || used < best[i] {
				best[i] = used
			}
		}
	}
	fmt.Printf("\nthroughput by CPU time, best of %d rounds\n", rounds)
	for i, c := range all {
		fmt.Printf("  %-14s %7.1f MB/s   %s\n", c.name, float64(c.size)/1e6/best[i].Seconds(), c.what)
	}
}

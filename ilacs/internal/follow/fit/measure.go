package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// tally counts how many items are followed up as the readers did.
type tally struct {
	n, right, near, evidence, evidenced int
	want, hit                           map[follow.Status]int
	confident                           map[follow.Confidence][2]int // right, and all
}

func newTally() *tally {
	return &tally{want: map[follow.Status]int{}, hit: map[follow.Status]int{}, confident: map[follow.Confidence][2]int{}}
}

func (c *tally) add(e *example, fu follow.FollowUp) {
	ordered := []follow.Status{follow.Persists, follow.Partly, follow.Addressed}
	right := slices.Contains(e.statuses, fu.Status)
	near := right
	for _, s := range e.statuses {
		a, b := slices.Index(ordered, s), slices.Index(ordered, fu.Status)
		near = near || a >= 0 && b >= 0 && (a-b == 1 || b-a == 1)
	}
	c.n++
	c.want[e.statuses[0]]++
	x := c.confident[fu.Confidence]
	x[1]++
	if right {
		c.right++
		c.hit[e.statuses[0]]++
		x[0]++
	}
	c.confident[fu.Confidence] = x
	if near {
		c.near++
	}
	if len(e.evidence) > 0 && !slices.Contains(e.statuses, follow.NotRevisited) {
		c.evidenced++
		if slices.ContainsFunc(fu.Evidence, func(f finding.Finding) bool { return slices.Contains(e.evidence, place(f)) }) {
			c.evidence++
		}
	}
}

// place is how the labels name the place of a finding.
func place(f finding.Finding) string {
	switch {
	case f.Section == finding.SectionHeadline || f.Section == finding.SectionImprove:
		text, _ := f.Section.MarshalText()
		return string(text)
	case f.Paragraph > 0:
		return strconv.Itoa(f.Paragraph)
	}
	return ""
}

// recall is the mean over the statuses of how many of them were found.
func (c *tally) recall() float64 {
	sum := 0.0
	for s, n := range c.want {
		sum += float64(c.hit[s]) / float64(n)
	}
	return sum / float64(len(c.want))
}

func (c *tally) share(n int) float64 { return float64(n) / float64(c.n) }

func (c *tally) evidenceFound() float64 { return float64(c.evidence) / float64(max(1, c.evidenced)) }

func (c *tally) String() string {
	return fmt.Sprintf("%d items: status right %.3f, mean recall %.3f, right or next %.3f, evidence %.3f; found %v of %v; right by confidence (1 high to 3 low) %v",
		c.n, c.share(c.right), c.recall(), c.share(c.near), c.evidenceFound(), c.hit, c.want, c.confident)
}

// keptAside measures how well items are followed up in pairs of reports that were
// kept aside: the weights are fitted anew without them, and nobody looked at them
// when the features were chosen. Tallies are by the earlier report, ILACS and SIF.
func keptAside(examples []*example) (byILACS, bySIF *tally) {
	train := slices.DeleteFunc(fittedOn(examples), func(e *example) bool { return e.kept })
	t := follow.Tables{Vectors: passage.CommonVectors()}
	t.Relevance, t.Status = fitWeights(t.Vectors, train)
	finders := findersBy(t)
	byILACS, bySIF = newTally(), newTally()
	for _, e := range examples {
		if !e.kept {
			continue
		}
		c := byILACS
		if e.set == "SIF" {
			c = bySIF
		}
		c.add(e, finders.of(e.pair).FollowUp(finders.evidence(e)))
	}
	return byILACS, bySIF
}

func printMeasures(examples []*example) error {
	byILACS, bySIF := keptAside(examples)
	fmt.Printf("kept aside, after a report of ILACS: %v\n", byILACS)
	fmt.Printf("kept aside, after a report of the single inspection framework: %v\n", bySIF)
	return nil
}

package main

import (
	"fmt"
	"io"
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
	praised, faulted                    []heard
	shown, shownRight                   int // findings of the evidence, and those in a place that the reader named
}

// heard is how likely something was said to be, and whether the reader finds it.
type heard struct {
	likely float64
	is     bool
}

// surely says of how many items something is said with a likelihood of least, and
// of how many it is so.
func surely(of []heard, least float64) (right, n int) {
	for _, h := range of {
		if h.likely >= least {
			n++
			if h.is {
				right++
			}
		}
	}
	return right, n
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
	c.praised = append(c.praised, heard{fu.Heard.Praised, e.isOneOf(follow.Addressed, follow.Partly)})
	c.faulted = append(c.faulted, heard{fu.Heard.Faulted, e.isOneOf(follow.Persists, follow.Partly)})
	if len(e.evidence) > 0 && !slices.Contains(e.statuses, follow.NotRevisited) {
		c.evidenced++
		for _, f := range fu.Evidence {
			c.shown++
			if slices.Contains(e.evidence, place(f)) {
				c.shownRight++
			}
		}
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
	pr, pn := surely(c.praised, 0.85)
	fr, fn := surely(c.faulted, 0.85)
	return fmt.Sprintf("surely praised %d of %d, surely faulted %d of %d, evidence in place %d of %d; ", pr, pn, fr, fn, c.shownRight, c.shown) + fmt.Sprintf("%d items: status right %.3f, mean recall %.3f, right or next %.3f, evidence %.3f; found %v of %v; right by confidence (1 high to 3 low) %v",
		c.n, c.share(c.right), c.recall(), c.share(c.near), c.evidenceFound(), c.hit, c.want, c.confident)
}

// keptAside measures how well items are followed up in pairs of reports that were
// kept aside: the weights are fitted anew without them. The features were chosen by
// cross-validation on the others; but these figures were seen at every step, so that they
// flatter a little what was kept. Tallies are by the earlier report, ILACS and SIF.
func keptAside(examples []*example) (byILACS, bySIF *tally) {
	train := slices.DeleteFunc(slices.Clone(examples), func(e *example) bool { return e.kept })
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

// printMeasures prints the figures that the README and the comments on the
// constants of package follow give.
func printMeasures(w io.Writer, examples []*example) {
	byILACS, bySIF := keptAside(examples)
	fmt.Fprintf(w, "kept aside, after a report of ILACS: %v\n", byILACS)
	fmt.Fprintf(w, "kept aside, after a report of the single inspection framework: %v\n", bySIF)
	findings, items := relevances(examples)
	fmt.Fprintf(w, "%d coded findings, by how likely they are about the item:\n", len(findings))
	findings.print(w)
	fmt.Fprintf(w, "%d coded later items, by the same:\n", len(items))
	items.print(w)
	findings, items = relevancesAside(examples)
	fmt.Fprintf(w, "%d findings coded when the weights had been fitted, by the same:\n", len(findings))
	findings.print(w)
	fmt.Fprintf(w, "%d later items coded then, by the same:\n", len(items))
	items.print(w)
}

// folds is how many parts relevance is measured in, each by weights that are
// fitted on the others: no reader coded the findings of the pairs kept aside.
const folds = 5

// relevances are how likely findings, and later items by themselves, are about an
// item, with what a reader said of it.
func relevances(examples []*example) (findings, items coded) {
	var authorities []string
	for _, e := range examples {
		if a := e.before.Visit.URN; !slices.Contains(authorities, a) {
			authorities = append(authorities, a)
		}
	}
	fold := func(e *example) int { return slices.Index(authorities, e.before.Visit.URN) % folds }
	for k := range folds {
		t := unfitted(passage.CommonVectors())
		t.Relevance = fitRelevance(t, slices.DeleteFunc(slices.Clone(examples), func(e *example) bool { return fold(e) == k }))
		finders := findersBy(t)
		for _, e := range examples {
			if fold(e) != k || len(e.codes) == 0 || e.set == "SIF" {
				continue
			}
			findings, items = appendCoded(findings, items, e, e.codes, finders.evidence(e).Relevance)
		}
	}
	return findings, items
}

// relevancesAside are the same of the items that nothing was fitted on, by the weights
// as they are.
func relevancesAside(examples []*example) (findings, items coded) {
	finders := findersBy(follow.Embedded())
	for _, e := range examples {
		if len(e.aside) > 0 {
			findings, items = appendCoded(findings, items, e, e.aside, finders.evidence(e).Relevance)
		}
	}
	return findings, items
}

// appendCoded appends what a reader coded of an example: what is asked for to items,
// and the rest to findings.
func appendCoded(findings, items coded, e *example, codes map[int]string, relevance []float64) (coded, coded) {
	for i, r := range relevance {
		code, ok := codes[i]
		switch {
		case !ok:
		case e.candidates[i].Section.Asks():
			items = append(items, codedFinding{r, code})
		default:
			findings = append(findings, codedFinding{r, code})
		}
	}
	return findings, items
}

// coded are findings that a reader coded.
type coded []codedFinding

type codedFinding struct {
	relevance float64
	code      string
}

// from says how many of the findings that are as likely to be about the item are
// on its subject, how many on the very point, and how many of all that are on the
// point they are.
func (c coded) from(least float64) (subject, point, found float64) {
	n, onSubject, onPoint, all := 0, 0, 0, 0
	for _, f := range c {
		if isOnThePoint(f.code) {
			all++
		}
		if f.relevance < least {
			continue
		}
		n++
		if f.code[0] != '0' {
			onSubject++
		}
		if isOnThePoint(f.code) {
			onPoint++
		}
	}
	return float64(onSubject) / float64(n), float64(onPoint) / float64(n), float64(onPoint) / float64(all)
}

func (c coded) print(w io.Writer) {
	for _, least := range []float64{0, follow.LeastRelevant, follow.LeastShown, follow.AskedAgain, follow.SurelyRelevant, 0.7, 0.8, 0.9} {
		subject, point, found := c.from(least)
		fmt.Fprintf(w, "  from %.2f on: %.2f on the subject, %.2f on the very point, which are %.2f of those on the point\n", least, subject, point, found)
	}
}

package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

type binned struct{ n, right [12]int }

func reliability(of []heard) string {
	edges := []float64{0, .3, .5, .6, .65, .7, .75, .8, .85, .9, .95}
	s := ""
	for i, lo := range edges {
		hi := 1.01
		if i+1 < len(edges) {
			hi = edges[i+1]
		}
		n, r := 0, 0
		sum := 0.0
		for _, h := range of {
			if h.likely >= lo && h.likely < hi {
				n++
				sum += h.likely
				if h.is {
					r++
				}
			}
		}
		if n > 0 {
			s += fmt.Sprintf(" [%.2f] %d/%d=%.2f(%.2f)", lo, r, n, float64(r)/float64(n), sum/float64(n))
		}
	}
	return s
}

func auc(pos, neg []float64) float64 {
	type x struct {
		v float64
		p bool
	}
	var all []x
	for _, v := range pos {
		all = append(all, x{v, true})
	}
	for _, v := range neg {
		all = append(all, x{v, false})
	}
	slices.SortFunc(all, func(a, b x) int {
		if a.v < b.v {
			return -1
		} else if a.v > b.v {
			return 1
		}
		return 0
	})
	sum := 0.0
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j].v == all[i].v {
			j++
		}
		r := float64(i+j+1) / 2
		for k := i; k < j; k++ {
			if all[k].p {
				sum += r
			}
		}
		i = j
	}
	n := float64(len(pos))
	return (sum - n*(n+1)/2) / (n * float64(len(neg)))
}

func aucs(c coded) string {
	var two, one, rest []float64
	for _, f := range c {
		switch f.code[0] {
		case '2':
			two = append(two, f.relevance)
		case '1':
			one = append(one, f.relevance)
			rest = append(rest, f.relevance)
		default:
			rest = append(rest, f.relevance)
		}
	}
	return fmt.Sprintf("2/rest %.4f 2/1 %.4f", auc(two, rest), auc(two, one))
}

func short(name string, c *tally, logloss, pll, brier float64) {
	pr, pn := surely(c.praised, 0.85)
	fr, fn := surely(c.faulted, 0.85)
	var fp, fneg []float64
	for _, h := range c.faulted {
		if h.is {
			fp = append(fp, h.likely)
		} else {
			fneg = append(fneg, h.likely)
		}
	}
	fmt.Printf("%-11s n %4d right %.3f recall %.3f near %.3f evid %.3f place %.3f | praised %d/%d=%.3f faulted %d/%d=%.3f share %.3f | fAUC %.4f ll %.4f pll %.4f fBrier %.4f\n", name, c.n, c.share(c.right), c.recall(), c.share(c.near), c.evidenceFound(), float64(c.shownRight)/float64(max(1, c.shown)),
		pr, pn, float64(pr)/float64(max(1, pn)), fr, fn, float64(fr)/float64(max(1, fn)), float64(fn)/float64(c.n), auc(fp, fneg), logloss/float64(c.n), pll/float64(c.n), brier/float64(c.n))
}

func TestLab(t *testing.T) {
	if os.Getenv("LAB") == "" {
		t.Skip()
	}
	all := examples(t)
	findings, items := relevances(all)
	fmt.Println("relevance CV    ", len(findings), aucs(findings), "items", len(items), aucs(items))
	// aside by weights fitted on train only
	train := slices.DeleteFunc(slices.Clone(all), func(e *example) bool { return e.kept })
	tt := follow.Tables{Vectors: passage.CommonVectors()}
	tt.Relevance, tt.Status = fitWeights(tt.Vectors, train)
	fs := findersBy(tt)
	findings, items = nil, nil
	for _, e := range all {
		if len(e.aside) > 0 {
			findings, items = appendCoded(findings, items, e, e.aside, fs.evidence(e).Relevance)
		}
	}
	fmt.Println("relevance aside ", len(findings), aucs(findings), "items", len(items), aucs(items))
	tallies := map[string]*tally{}
	ll, br, pl := map[string]float64{}, map[string]float64{}, map[string]float64{}
	add := func(name string, e *example, fs finders) {
		c := tallies[name]
		if c == nil {
			c = newTally()
			tallies[name] = c
		}
		ev := fs.evidence(e)
		fu := fs.of(e.pair).FollowUp(ev)
		c.add(e, fu)
		h := c.faulted[len(c.faulted)-1]
		y := 0.0
		if h.is {
			y = 1
		}
		br[name] += (h.likely - y) * (h.likely - y)
		p := math.Min(math.Max(h.likely, 1e-4), 1-1e-4)
		ll[name] -= y*math.Log(p) + (1-y)*math.Log(1-p)
		h = c.praised[len(c.praised)-1]
		y = 0
		if h.is {
			y = 1
		}
		p = math.Min(math.Max(h.likely, 1e-4), 1-1e-4)
		pl[name] -= y*math.Log(p) + (1-y)*math.Log(1-p)
	}
	for _, e := range all {
		if e.kept {
			add("kept "+e.set, e, fs)
		}
	}
	var authorities []string
	for _, e := range all {
		if a := e.before.Visit.URN; !slices.Contains(authorities, a) {
			authorities = append(authorities, a)
		}
	}
	fold := func(e *example) int { return slices.Index(authorities, e.before.Visit.URN) % folds }
	for k := range folds {
		tt := follow.Tables{Vectors: passage.CommonVectors()}
		tt.Relevance, tt.Status = fitWeights(tt.Vectors, slices.DeleteFunc(slices.Clone(all), func(e *example) bool { return fold(e) == k }))
		fs := findersBy(tt)
		for _, e := range all {
			if fold(e) == k {
				add("CV "+e.set, e, fs)
				add("CV all", e, fs)
			}
		}
	}
	for _, name := range []string{"kept ILACS", "kept SIF", "CV gold", "CV ILACS", "CV SIF", "CV all"} {
		short(name, tallies[name], ll[name], pl[name], br[name])
	}
	if os.Getenv("LAB") == "2" {
		fmt.Println("faulted CV all", reliability(tallies["CV all"].faulted))
		fmt.Println("faulted gold  ", reliability(tallies["CV gold"].faulted))
		fmt.Println("faulted ILACS ", reliability(tallies["CV ILACS"].faulted))
		fmt.Println("faulted SIF   ", reliability(tallies["CV SIF"].faulted))
		fmt.Println("praised CV all", reliability(tallies["CV all"].praised))
		fmt.Println("praised gold  ", reliability(tallies["CV gold"].praised))
	}
}

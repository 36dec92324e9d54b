package main

import (
	"math"

	"github.com/ilacs-go/inspection/ilacs/internal/follow"
)

// samples are what a logistic regression is fitted on: features, the outcome, and
// how much each sample counts.
type samples struct {
	outcomes int
	features [][]float64
	outcome  []int
	counts   []float64
}

func (s *samples) add(features []float64, outcome int, counts float64) {
	s.features, s.outcome, s.counts = append(s.features, features), append(s.outcome, outcome), append(s.counts, counts)
}

// How the loss is descended: gradient steps with Nesterov's momentum.
const descents, step, momentum = 500, 0.3, 0.9

// fit fits the weights of a multinomial logistic regression, with a penalty on
// the squares of the weights of standardised features.
func (s *samples) fit(penalty float64) *follow.Weights {
	standardised, mean, scale := s.standardise()
	w := s.descend(standardised, penalty)
	n := len(mean)
	out := follow.NewWeights(n, s.outcomes)
	for k := range s.outcomes {
		out.Base[k] = w[k*(n+1)+n]
		for j := range n {
			x := w[k*(n+1)+j] / scale[j]
			out.ByFeature[j][k] = x
			out.Base[k] -= x * mean[j]
		}
	}
	return out
}

// standardise returns the features with mean 0 and deviation 1, each sample with
// a constant 1 at its end, and what their means and deviations were.
func (s *samples) standardise() (standardised [][]float64, mean, deviation []float64) {
	n := len(s.features[0])
	mean, deviation = make([]float64, n), make([]float64, n)
	for _, x := range s.features {
		for j, v := range x {
			mean[j] += v
		}
	}
	for j := range mean {
		mean[j] /= float64(len(s.features))
	}
	for _, x := range s.features {
		for j, v := range x {
			deviation[j] += (v - mean[j]) * (v - mean[j])
		}
	}
	for j := range deviation {
		deviation[j] = max(math.Sqrt(deviation[j]/float64(len(s.features))), 1e-9)
	}
	for _, x := range s.features {
		row := make([]float64, n+1)
		for j, v := range x {
			row[j] = (v - mean[j]) / deviation[j]
		}
		row[n] = 1
		standardised = append(standardised, row)
	}
	return standardised, mean, deviation
}

// descend finds the weights of standardised features: those of each outcome after
// the other, the constant's last.
func (s *samples) descend(standardised [][]float64, penalty float64) []float64 {
	total := 0.0
	for _, c := range s.counts {
		total += c
	}
	n := len(standardised[0])
	w, v, grad := make([]float64, s.outcomes*n), make([]float64, s.outcomes*n), make([]float64, s.outcomes*n)
	p := make([]float64, s.outcomes)
	for range descents {
		clear(grad)
		for i, x := range standardised {
			sum := 0.0
			for k := range p {
				score := 0.0
				for j, f := range x {
					score += f * (w[k*n+j] + momentum*v[k*n+j])
				}
				p[k] = math.Exp(score)
				sum += p[k]
			}
			for k := range p {
				d := p[k] / sum
				if k == s.outcome[i] {
					d--
				}
				for j, f := range x {
					grad[k*n+j] += s.counts[i] * d * f
				}
			}
		}
		for at := range w {
			g := grad[at]
			if at%n < n-1 { // there is no penalty on the constant
				g += penalty * (w[at] + momentum*v[at])
			}
			v[at] = momentum*v[at] - step/total*g
		}
		for at := range w {
			w[at] += v[at]
		}
	}
	return w
}

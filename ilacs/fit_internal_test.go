package ilacs

import "math"

// How fitLinear descends.
const descents, step, momentum = 500, 0.3, 0.9

// fitLinear fits the weights of a multinomial logistic regression, by descent,
// with a penalty on large weights of features brought to one scale.
func fitLinear(xs [][]float64, ys []int, ws []float64, outcomes int, penalty float64) *linear {
	n, total := len(xs[0]), 0.0
	mean, scale := make([]float64, n), make([]float64, n)
	for i, x := range xs {
		total += ws[i]
		for j, v := range x {
			mean[j] += v
		}
	}
	for j := range mean {
		mean[j] /= float64(len(xs))
	}
	for _, x := range xs {
		for j, v := range x {
			scale[j] += (v - mean[j]) * (v - mean[j])
		}
	}
	for j := range scale {
		scale[j] = max(math.Sqrt(scale[j]/float64(len(xs))), 1e-9)
	}
	std := make([][]float64, len(xs))
	for i, x := range xs {
		std[i] = make([]float64, n+1)
		for j, v := range x {
			std[i][j] = (v - mean[j]) / scale[j]
		}
		std[i][n] = 1
	}
	w, v := make([]float64, outcomes*(n+1)), make([]float64, outcomes*(n+1))
	grad, p := make([]float64, len(w)), make([]float64, outcomes)
	for range descents {
		clear(grad)
		for i, x := range std {
			sum := 0.0
			for k := range p {
				s := 0.0
				for j, f := range x {
					s += f * (w[k*(n+1)+j] + momentum*v[k*(n+1)+j])
				}
				p[k] = math.Exp(s)
				sum += p[k]
			}
			for k := range p {
				d := p[k] / sum
				if k == ys[i] {
					d--
				}
				for j, f := range x {
					grad[k*(n+1)+j] += ws[i] * d * f
				}
			}
		}
		for at := range w {
			g := grad[at]
			if at%(n+1) < n {
				g += penalty * (w[at] + momentum*v[at])
			}
			v[at] = momentum*v[at] - step/total*g
		}
		for at := range w {
			w[at] += v[at]
		}
	}
	m := &linear{base: make([]float64, outcomes), weights: make([][]float64, n)}
	for k := range outcomes {
		m.base[k] = w[k*(n+1)+n]
		for j := range n {
			x := w[k*(n+1)+j] / scale[j]
			m.weights[j] = append(m.weights[j], x)
			m.base[k] -= x * mean[j]
		}
	}
	return m
}

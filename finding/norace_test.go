//go:build !race

package finding

// slowdown is how much slower tests of time may run under the race detector.
const slowdown = 1

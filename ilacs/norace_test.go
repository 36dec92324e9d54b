//go:build !race

package ilacs_test

// See race_test.go.
const raceDetector = false

//go:build !race

package ilacs_test

// raceDetector: see race_test.go.
const raceDetector = false

//go:build !race

package ilacs_test

import "time"

// See race_test.go.
const (
	raceDetector = false
	longest      = 300 * time.Millisecond
)

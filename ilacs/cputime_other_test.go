//go:build !unix

package ilacs_test

import "time"

var started = time.Now()

// cpuTime is the time of the clock, where that of the process is not told.
func cpuTime() time.Duration { return time.Since(started) }

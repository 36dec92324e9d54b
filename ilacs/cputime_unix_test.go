//go:build unix

package ilacs_test

import (
	"syscall"
	"time"
)

// cpuTime is the time that the process has worked so far, in which no waiting for a
// busy machine counts.
func cpuTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

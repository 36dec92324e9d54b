//go:build !race

package finding_test

const raceEnabled = false

//go:build race

package ilacs_test

// raceDetector says that the tests run under the race detector, some ten times
// slower: they then read fewer documents.
const raceDetector = true

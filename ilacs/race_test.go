//go:build race

package ilacs_test

import "time"

// raceDetector says that the tests run under the race detector, some ten times
// slower: they then read fewer documents.
const raceDetector = true

// longest is how long no text of 64 KB may take.
const longest = 6 * time.Second

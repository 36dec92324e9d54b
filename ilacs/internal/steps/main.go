// Command steps counts the statements that reading and comparing texts executes,
// so that a test can tell how the work grows without a clock:
//
//	steps FOLDER parse TEXT...
//	steps FOLDER compare BEFORE TEXT...
//
// It reads each text, or compares the report BEFORE with each, and writes what was
// counted to FOLDER/0, FOLDER/1 and so on, for "go tool covdata". The counters are
// those of test coverage, so it is built with -cover -covermode=atomic.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/coverage"
	"strconv"

	"github.com/ilacs-go/inspection/ilacs"
)

func main() {
	if len(os.Args) < 4 {
		fail(fmt.Errorf("want a folder, parse or compare, and texts"))
	}
	folder, paths := os.Args[1], os.Args[3:]
	var before *ilacs.Report
	if os.Args[2] == "compare" {
		before, paths = read(paths[0]), paths[1:]
	}
	for i, path := range paths {
		dir := filepath.Join(folder, strconv.Itoa(i))
		fail(os.MkdirAll(dir, 0o755))
		fail(coverage.WriteMetaDir(dir))
		if before == nil {
			if i == 0 { // the tables are read when they are first needed
				read(path)
			}
			fail(coverage.ClearCounters())
			read(path)
		} else {
			after := read(path)
			fail(coverage.ClearCounters())
			compare(before, after)
		}
		fail(coverage.WriteCountersDir(dir))
	}
}

// read reads a text. One that is no report is given back as none: refusing is
// work as well.
func read(path string) *ilacs.Report {
	text, err := os.ReadFile(path)
	fail(err)
	r, _ := ilacs.Parse(string(text))
	return r
}

func compare(before, after *ilacs.Report) {
	_, err := ilacs.Compare(before, after)
	fail(err)
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "steps:", err)
		os.Exit(1)
	}
}

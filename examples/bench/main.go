// Bench sets the library beside others on a folder of reports: how well the share of
// praise in a section ranks with the section's grade, for this library and for VADER;
// and the throughput of Parse and Classify beside a double array with all cues,
// licensecheck, the sentences of uax29, and VADER, in one run and by CPU time. It is a
// module of its own, so that users of the library never inherit what it compares
// with.
//
//	go run . -reports DIR -vocabulary ../../finding/vocabulary
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"

	"github.com/ilacs-go/inspection/ilacs"
)

func main() {
	dir := flag.String("reports", "../../../shared/corpus/layout", "folder of reports as text")
	vocabulary := flag.String("vocabulary", "../../finding/vocabulary", "folder of the tables of cues")
	first := flag.String("first", "", "print the CPU time of the first call with this file, and nothing else")
	flag.Parse()
	log.SetFlags(0)
	runtime.GOMAXPROCS(1)
	err := error(nil)
	if *first != "" {
		err = parseOnce(*first)
	} else {
		err = run(*dir, *vocabulary)
	}
	if err != nil {
		log.Fatal("bench: ", err)
	}
}

func run(dir, vocabulary string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("no reports in %s", dir)
	}
	var texts []string
	var reports []*ilacs.Report
	shortest := 0
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		texts = append(texts, string(text))
		if len(text) < len(texts[shortest]) {
			shortest = i
		}
		if report, err := ilacs.Parse(string(text)); err == nil {
			reports = append(reports, report)
		}
	}
	printRanks(reports)
	if err := printFirst(files[shortest]); err != nil {
		return err
	}
	all, err := contenders(texts, reports, vocabulary)
	if err != nil {
		return err
	}
	printSpeed(all)
	return nil
}

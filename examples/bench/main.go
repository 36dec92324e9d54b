// Bench compares the library with others on a folder of reports: how well the
// share of praise in a section ranks with the section's grade, for this library
// and for VADER; and how fast Parse is beside a regular expression of the same
// cues. It is a module of its own, so that users of the library never inherit
// what it compares with.
//
//	go run . -reports DIR -vocabulary ../../finding/vocabulary
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/ilacs-go/inspection/ilacs"
)

func main() {
	dir := flag.String("reports", "../../../shared/corpus/layout", "folder of reports as text")
	vocabulary := flag.String("vocabulary", "../../finding/vocabulary", "folder of the tables of cues")
	flag.Parse()
	log.SetFlags(0)
	if err := run(*dir, *vocabulary); err != nil {
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
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		texts = append(texts, string(text))
		if report, err := ilacs.Parse(string(text)); err == nil {
			reports = append(reports, report)
		}
	}
	printRanks(reports)
	return printSpeed(texts, vocabulary)
}

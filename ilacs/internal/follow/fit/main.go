// Fit fits the tables that packages passage and follow decide by: word vectors
// on the reports of ../shared/corpus/layout, and the weights of relevance and
// status on labels that readers gave to some of them (labels, and
// ../shared/gold). It is run by hand from the root of the module, after a change
// of the features, of the labels or of how sentences are read:
//
//	go run ./ilacs/internal/follow/fit             writes the tables
//	go run ./ilacs/internal/follow/fit -check      exits 1 if they would change
//	go run ./ilacs/internal/follow/fit -measure    says how right follow-ups are
//
// The sums of floats have one order, so that the tables are the same on every
// run. On a machine that fuses multiplication and addition (arm64) their last
// digits may differ.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

func main() {
	root := flag.String("root", ".", "the root of the module")
	check := flag.Bool("check", false, "compare with the tables that are there, and write none")
	measure := flag.Bool("measure", false, "measure on pairs kept aside, and write nothing")
	flag.Parse()
	if err := run(*root, *check, *measure); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func run(root string, check, measure bool) error {
	c, err := readCorpus(filepath.Join(root, "..", "shared"))
	if err != nil {
		return err
	}
	examples, err := c.examples()
	if err != nil {
		return err
	}
	if measure {
		printMeasures(os.Stdout, examples)
		countTrends(c).print(os.Stdout)
		all, kept, err := namedItems(examples)
		if err != nil {
			return err
		}
		all.print(os.Stdout, "labelled pairs")
		kept.print(os.Stdout, "the pairs kept aside")
		return nil
	}
	var differ []error
	for _, t := range fitAll(c, examples) {
		path := filepath.Join(root, filepath.FromSlash(t.file))
		if !check {
			if err := os.WriteFile(path, []byte(t.text), 0o644); err != nil {
				return err
			}
			continue
		}
		have, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if string(have) != t.text {
			differ = append(differ, fmt.Errorf("%s is not what the fit gives", t.file))
		}
	}
	return errors.Join(differ...)
}

// table is a table as its file holds it.
type table struct{ file, text string }

// fitAll fits all tables, each by those before it.
func fitAll(c *corpus, examples []*example) []table {
	vectors := vectorTable(c)
	t := follow.Tables{Vectors: passage.ReadVectors(vectors)}
	t.Relevance, t.Status = fitWeights(t.Vectors, examples)
	return append([]table{{"ilacs/internal/passage/vectors.tsv", vectors}}, weightTables(t)...)
}

// weightTables prints the weights of relevance and status.
func weightTables(t follow.Tables) []table {
	var statuses []string
	for _, s := range follow.Statuses {
		statuses = append(statuses, s.String())
	}
	return []table{
		{"ilacs/internal/follow/relevance.tsv", printWeights(t.Relevance, relevanceHead, follow.RelevanceFeatures[:], []string{"weight"})},
		{"ilacs/internal/follow/status.tsv", printWeights(t.Status, statusHead, follow.StatusFeatures[:], statuses)},
	}
}

// Askedcount counts in how many areas for improvement and priority actions of a
// folder of reports each term stands, for asked_counts.tsv of package follow:
//
//	go generate ./ilacs/internal/follow
//
// An item in the same words as another is counted once.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/judgement"
)

// fewest is in how many items a term stands that gets a row.
const fewest = 5

const header = `# In how many areas for improvement and priority actions of published reports each term stands: a term of asked_terms.tsv, or a word without its ending.
# Source: counted by askedcount in the reports of ../shared/corpus/layout, an item in the same words once; terms in fewer than %d items are left out.
# Date: 2026. Rows: %d. No text of the reports but single words.
term	items
(all)	%d
`

func main() {
	reports := flag.String("reports", "", "the folder of reports, as text")
	out := flag.String("o", "asked_counts.tsv", "the file that is written")
	flag.Parse()
	if err := run(*reports, *out); err != nil {
		fmt.Fprintln(os.Stderr, "askedcount:", err)
		os.Exit(1)
	}
}

func run(folder, out string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%s holds no reports", folder)
	}
	seen, count := map[string]bool{}, map[string]int{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		report, err := ilacs.Parse(string(text))
		if err != nil {
			continue // no report of these services
		}
		for _, f := range report.Findings {
			if key := strings.ToLower(f.Text); f.Section.Asks() && f.Area != judgement.LSCB && !seen[key] {
				seen[key] = true
				for _, t := range follow.AskedTerms(f.Text) {
					count[t]++
				}
			}
		}
	}
	maps.DeleteFunc(count, func(_ string, n int) bool { return n < fewest })
	names := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	var b strings.Builder
	fmt.Fprintf(&b, header, fewest, len(names)+1, len(seen))
	for _, name := range names {
		fmt.Fprintf(&b, "%s\t%d\n", name, count[name])
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}

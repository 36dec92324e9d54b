// Gen keeps a record current: it reads inspection reports and merges them in.
//
//	go run github.com/ilacs-go/inspection/ilacs/record/gen [-record FILE] [-as-of DATE] [-empty] FILE|DIR…
//
// FILE is the record, which package record reads with Parse. If it does not
// exist, the new record begins as the embedded one, or empty with -empty. A
// folder stands for the .txt and .md files in it and below it. Documents without
// grades are skipped. What is new in a report is added; where a report
// contradicts the record, the record is kept and the conflict reported. A date
// at the end of a file's name, as in "dudley-2023-01-13.txt", is taken as the
// day of publication, which ILACS reports do not print and others print ahead
// of time.
//
// The exit status is 1 if there was a conflict or a document could not be read,
// and 2 if nothing could be done. The same reports always make the same record.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	file := flags.String("record", "record.tsv", "the record, to read and to write")
	asOf := flags.String("as-of", "", "the day as of which the record stands, if not that of the newest report")
	empty := flags.Bool("empty", false, "begin with an empty record, even if FILE exists")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	bad, err := update(*file, *asOf, *empty, flags.Args(), stdout, stderr)
	switch {
	case err != nil:
		fmt.Fprintln(stderr, "gen:", err)
		return 2
	case bad:
		return 1
	}
	return 0
}

// update merges the reports into the record. It reports whether there was a
// conflict, or a document that could not be read.
func update(file, asOf string, empty bool, args []string, stdout, stderr io.Writer) (bad bool, err error) {
	old, before, err := begin(file, empty)
	if err != nil {
		return false, err
	}
	paths, err := expand(args)
	if err != nil {
		return false, err
	}
	if len(paths) == 0 {
		return false, errors.New("no reports; name files or folders")
	}
	found, skipped, bad := readAll(paths, stderr)
	m := old.Merge(found...)
	report(m, stdout, stderr)
	fmt.Fprintf(stdout, "documents: %d, without grades: %d; added: %d, fields filled: %d, conflicts: %d; inspections: %d\n",
		len(paths), skipped, len(m.Added), len(m.Filled), len(m.Conflicts), m.Record.Len())
	bad = bad || len(m.Conflicts) > 0
	updated := m.Record
	if asOf != "" {
		day, err := civil.Parse(asOf)
		if err != nil {
			return bad, err
		}
		updated = updated.WithAsOf(day)
	}
	after, err := updated.MarshalText()
	if err != nil || string(after) == before {
		return bad, err
	}
	return bad, os.WriteFile(file, after, 0o644)
}

// readAll reads the inspections of reports and counts the documents without
// grades. It reports whether a document could not be read.
func readAll(paths []string, stderr io.Writer) (found []record.Inspection, skipped int, bad bool) {
	for _, path := range paths {
		i, err := read(path)
		switch {
		case errors.Is(err, record.ErrUngraded):
			skipped++
			continue
		case err != nil:
			bad = true
			fmt.Fprintf(stderr, "not read: %s: %v\n", path, err)
			continue
		}
		if err := i.Judgements.Validate(); err != nil {
			fmt.Fprintf(stderr, "to check: %s: %s\n", path, strings.ReplaceAll(err.Error(), "\n", "; "))
		}
		found = append(found, i)
	}
	return found, skipped, bad
}

// report prints what was added and filled, and to stderr what is in conflict.
func report(m record.Merging, stdout, stderr io.Writer) {
	for _, i := range m.Added {
		fmt.Fprintf(stdout, "added: %v, %v\n", i.Authority, i.Start)
	}
	for _, d := range m.Filled {
		fmt.Fprintf(stdout, "filled: %v, %v: %s: %q, which was %q\n", d.Inspection.Authority, d.Inspection.Start, d.Field, d.Offered, d.Kept)
	}
	for _, d := range m.Conflicts {
		fmt.Fprintf(stderr, "conflict: %v, %v: %s: the record has %q, the report %q\n", d.Inspection.Authority, d.Inspection.Start, d.Field, d.Kept, d.Offered)
	}
}

// begin returns the record to begin with, and the text of its file.
func begin(file string, empty bool) (*record.Record, string, error) {
	text, err := os.ReadFile(file)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, "", err
	case empty:
		return &record.Record{}, string(text), nil
	case err != nil:
		return record.National(), "", nil
	}
	r, err := record.Parse(string(text))
	return r, string(text), err
}

// read reads the inspection of one report.
func read(path string) (record.Inspection, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return record.Inspection{}, err
	}
	report, err := ilacs.Parse(string(text))
	if err != nil {
		return record.Inspection{}, err
	}
	if day, ok := dateIn(path); ok {
		report.Visit.Published = day
	}
	return record.FromReport(report)
}

// dateIn returns the date at the end of a file's name.
func dateIn(path string) (civil.Date, bool) {
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	const form = "2006-01-02"
	if len(name) < len(form) {
		return civil.Date{}, false
	}
	day, err := civil.Parse(name[len(name)-len(form):])
	return day, err == nil
}

// expand returns the files, and the documents in the folders, in order of name.
func expand(args []string) (paths []string, err error) {
	for _, arg := range args {
		err := filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			if ext := filepath.Ext(path); err == nil && !d.IsDir() && (path == arg || ext == ".txt" || ext == ".md") {
				paths = append(paths, path)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths), nil
}

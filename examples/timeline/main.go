// Timeline prints what is known of one authority: its inspections from the
// embedded record as a grid of grades, how its statistical neighbours stand, and
// what comes next.
//
//	go run ./examples/timeline [-format markdown|html|json] [-on DAY] AUTHORITY [FILE…]
//
// AUTHORITY is its name in any printed form. DAY is the one as of which to report;
// without it, that is the day on which the record stands. Reports and letters
// about the authority that are given as files are merged in; where one
// contradicts the record, the record is kept. A file that cannot be read or does
// not fit is named on standard error, and the exit status is 1.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/ilacs/render"
)

const usage = "usage: timeline [-format markdown|html|json] [-on DAY] AUTHORITY [FILE…]"

func main() {
	format := flag.String("format", "markdown", "markdown, html or json")
	on := flag.String("on", "", "the `day` as of which to report, such as 2024-03-31 (default the day on which the record stands)")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), usage)
		flag.PrintDefaults()
	}
	flag.Parse()
	failed, err := run(*format, *on, flag.Args(), os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "timeline:", err)
		os.Exit(2)
	}
	if failed {
		os.Exit(1)
	}
}

// run prints the authority's profile. It reports whether a file could not be
// read or contradicts the record.
func run(format, on string, args []string, stdout, stderr io.Writer) (failed bool, err error) {
	write, ok := map[string]func(io.Writer, record.Profile) error{
		"markdown": render.ProfileMarkdown, "html": render.ProfileHTML, "json": writeJSON,
	}[format]
	switch {
	case !ok:
		return false, fmt.Errorf("-format %s: it must be markdown, html or json", format)
	case len(args) == 0:
		return false, errors.New("no authority given; " + usage)
	}
	for _, file := range args[1:] {
		if _, err := os.Lstat(file); strings.HasPrefix(file, "-") && err != nil {
			return false, fmt.Errorf("%s: flags are given before AUTHORITY; %s", file, usage)
		}
	}
	var day civil.Date
	if err := day.UnmarshalText([]byte(on)); err != nil {
		return false, fmt.Errorf("-on: %w", err)
	}
	a, err := authority.FindOn(args[0], day)
	switch {
	case errors.Is(err, authority.ErrNotOpen) && day.IsZero():
		return false, fmt.Errorf("%w; -on DAY tells of a day on which it was open", err)
	case err != nil:
		return false, err
	}
	national, letters, failed := merge(a, day, args[1:], stderr)
	out := bufio.NewWriter(stdout)
	if err := write(out, national.ProfileOf(a, day).WithVisits(letters...)); err != nil {
		return failed, err
	}
	return failed, out.Flush()
}

// merge merges reports into the national record. It returns the letters apart:
// the record has no place for documents without grades. It says what could not be
// read, came after the day or contradicts the record, and reports whether there was any such file.
func merge(a authority.Authority, day civil.Date, files []string, stderr io.Writer) (national *record.Record, letters []*ilacs.Report, failed bool) {
	national = record.National()
	complain := func(file, format string, args ...any) {
		failed = true
		fmt.Fprintf(stderr, "timeline: %s: %s\n", file, fmt.Sprintf(format, args...))
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			complain(file, "%v", withoutPath(err))
			continue
		}
		report, err := ilacs.Parse(ilacs.Decode(text))
		if err != nil {
			complain(file, "%v", err)
			continue
		}
		if about, err := authority.FindOn(report.Visit.Authority, report.Visit.Start); err != nil || about != a {
			complain(file, "left out: it is about %q, not %v", report.Visit.Authority, a)
			continue
		}
		i, err := record.FromReport(report)
		switch {
		case errors.Is(err, record.ErrUngraded) && report.Visit.Start.IsZero():
			complain(file, "left out: no day of the visit was read")
			continue
		case errors.Is(err, record.ErrUngraded) && isAfter(report.Visit, day):
			complain(file, "left out: it came after %s", day)
			continue
		case errors.Is(err, record.ErrUngraded):
			letters = append(letters, report)
			continue
		case err != nil:
			complain(file, "%v", err)
			continue
		}
		m := national.Merge(i)
		for _, d := range m.Conflicts {
			complain(file, "%s is %s in the file and %s in the record, which is kept", d.Field, d.Offered, d.Kept)
		}
		national = m.Record
	}
	return national, letters, failed
}

// withoutPath returns the reason alone of an error about a file.
func withoutPath(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

// isAfter reports whether a visit was not yet known on a day, if one was asked for.
func isAfter(v ilacs.Visit, day civil.Date) bool {
	known := v.Published
	if known.IsZero() {
		known = v.Start
	}
	return !day.IsZero() && known.First().Compare(day.Last()) > 0
}

func writeJSON(w io.Writer, p record.Profile) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(p)
}

// Timeline prints what is known of one authority: its inspections from the
// embedded record as a grid of grades, how its statistical neighbours stand, and
// what comes next.
//
//	go run ./examples/timeline [-format markdown|html|json] [-on DATE] AUTHORITY [FILE…]
//
// AUTHORITY is its name in any printed form. Reports and letters on it that are
// given as files are merged in; where one contradicts the record, the record is
// kept and the conflict told. DATE is the day as of which to tell, if not that
// on which the record stands.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/ilacs/render"
)

func main() {
	format := flag.String("format", "markdown", "markdown, html or json")
	on := flag.String("on", "", "the day as of which to tell, as 2024-03-31")
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
		return false, errors.New("no authority; usage: timeline [-format markdown|html|json] [-on DATE] AUTHORITY [FILE…]")
	}
	var day civil.Date
	if err := day.UnmarshalText([]byte(on)); err != nil {
		return false, err
	}
	a, err := authority.FindOn(args[0], day)
	if err != nil {
		return false, err
	}
	tell := func(file, what string) {
		failed = true
		fmt.Fprintf(stderr, "timeline: %s: %s\n", file, what)
	}
	national := record.National()
	var letters []*ilacs.Report
	for _, file := range args[1:] {
		text, err := os.ReadFile(file)
		if err != nil {
			return failed, err
		}
		report, err := ilacs.Parse(string(text))
		if err != nil {
			tell(file, err.Error())
			continue
		}
		about, err := authority.FindOn(report.Visit.Authority, report.Visit.Start)
		if err != nil || about != a {
			tell(file, fmt.Sprintf("about %q, not %v: left out", report.Visit.Authority, a))
			continue
		}
		i, err := record.FromReport(report)
		switch {
		case errors.Is(err, record.ErrUngraded):
			letters = append(letters, report)
			continue
		case err != nil:
			tell(file, err.Error())
			continue
		}
		m := national.Merge(i)
		for _, d := range m.Conflicts {
			tell(file, fmt.Sprintf("%s is %s there, %s in the record, which is kept", d.Field, d.Offered, d.Kept))
		}
		national = m.Record
	}
	out := bufio.NewWriter(stdout)
	if err := write(out, national.ProfileOf(a, day).WithVisits(letters...)); err != nil {
		return failed, err
	}
	return failed, out.Flush()
}

func writeJSON(w io.Writer, p record.Profile) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(p)
}

// Monitor tells what is new in a folder of inspection documents that grows, and
// in the record: which inspections came, how their authorities stood before, what
// grades moved, whose statistical neighbours moved, and what is due.
//
//	go run ./examples/monitor [-state FILE.json] [-on DAY] [-merge OTHER.json] [-format table|json] [DIR…]
//
// A folder stands for the .txt and .md files in it and below it. With -state the
// program remembers what it has seen, and tells what is new since the last run;
// without, what the folders have beyond the record. Without a folder it tells what
// the state and the record know. -on is the day as of which to report, today if it
// is not given; what was published later waits.
//
// # The state
//
// The state is one JSON file: {"format": "ilacs-monitor", "version": 1, "on": day
// of the last run, "record": day as of which the record was consulted,
// "documents": […]}. Each document is a line of its own: {"sha256", "files",
// "seen", "absent", "replaces", "visit", "published_by", "source", "judgements",
// "priority"}.
// A document is known by its contents (sha256), so that it does not matter where
// it lies or what it is called. The state only grows: a document whose file is
// gone stays known, and is marked absent. So two states are merged by putting
// their documents together, which -merge does (several times if need be), and so
// does a text editor: what is there twice is merged when it is read, and "on" and
// "record" are the later ones. What -merge brings is told as new. The file is
// replaced as a whole when all has been printed, or left as it is: after an
// error, and where it is no state or one of a newer version.
//
// # The JSON
//
// With -format json one object is printed:
//
//	{"version": 1, "on": day, "since": day of the last run, absent on the first,
//	 "record": {"as_of": day, "inspections": number},
//	 "documents": {
//	   "known": number of documents that were known and are in the folders,
//	   "new": [DOCUMENT…],        as in the state, "from" the state that brought it
//	   "changed": [{"document": DOCUMENT, "was": DOCUMENT, "replaced": whether the
//	     file of the old one is gone, "differences": [{"field", "was", "is"}…]}…],
//	   "absent": [DOCUMENT…],     newly missing from the folders; still known
//	   "later": [DOCUMENT…],      public only after "on": not remembered yet
//	   "unread": [{"file", "error"}…], "pdfs": number of PDFs, which are not read},
//	 "inspections": [{"kind": "new" or "corrected", "from": "record" or
//	   "documents", "inspection": INSPECTION, "before": INSPECTION, what stood until
//	   then, absent if nothing; of a corrected one, as it was known; "standing":
//	   whether it gives the authority its standing now, "changes": [{"area",
//	   "before", "after", "trend", "basis"}…], "differences": […]}…],
//	 "neighbours": [{"authority", "urn", "neighbour", "neighbour_urn", "place": 1 for
//	   the most similar, "up", "down": how many grades of the neighbour went up and
//	   down}…], a row for each authority and neighbour of its that moved,
//	 "next": [{"authority", "urn", "when": "past", "open", "to-come", "deadline" or
//	   "not-known", "days": past its end, or else to its end, or to come till its
//	   beginning; "waited": days since the last inspection, "rank", "ties",
//	   "expectation": {"step", "visit", "from", "until", "firmness", "edition",
//	   "source", "note"…}}…],
//	 "conflicts": [{"file", "authority", "start", "field", "kept", "offered"}…], what
//	   a document that is new contradicts}
//
// DOCUMENT is as in the state, INSPECTION as in package record, and dates are ISO.
// The exit status is 1 if a file could not be read or contradicts the record, and
// 2 if nothing could be done.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/ilacs-go/inspection/ilacs/civil"
)

const usage = "usage: monitor [-state FILE.json] [-on DAY] [-merge OTHER.json] [-format table|json] [DIR…]"

// options are what the command line asks for.
type options struct {
	state, format string
	on            civil.Date
	merge         []string
	dirs          []string
}

func main() { os.Exit(command(os.Args[1:], civil.Of(time.Now()), os.Stdout, os.Stderr)) }

// command runs the program and returns its exit status.
func command(args []string, today civil.Date, stdout, stderr io.Writer) int {
	o := options{on: today}
	flags := flag.NewFlagSet("monitor", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.state, "state", "", "the `file` in which to remember what was seen")
	flags.StringVar(&o.format, "format", "table", "table or json")
	flags.Func("on", "the `day` as of which to report, such as 2026-11-30 (default today)", func(s string) (err error) {
		if o.on, err = civil.Parse(s); err == nil && o.on.Precision() != civil.PrecisionDay {
			err = errors.New("it must be a day")
		}
		return err
	})
	flags.Func("merge", "the state of someone else, a `file` to merge in; may be given several times", func(s string) error {
		o.merge = append(o.merge, s)
		return nil
	})
	flags.Usage = func() {
		fmt.Fprintln(stderr, usage)
		flags.PrintDefaults()
	}
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	o.dirs = flags.Args()
	clean, err := run(o, stdout)
	switch {
	case err != nil:
		fmt.Fprintln(stderr, "monitor:", err)
		return 2
	case !clean:
		return 1
	}
	return 0
}

// run tells what is new and then remembers it. It reports whether all could be
// read and nothing contradicts the record.
func run(o options, stdout io.Writer) (clean bool, err error) {
	write, ok := map[string]func(io.Writer, news) error{"table": writeTable, "json": writeJSON}[o.format]
	switch {
	case !ok:
		return false, fmt.Errorf("-format %s: it must be table or json", o.format)
	case len(o.dirs) == 0 && o.state == "":
		return false, errors.New("neither a folder nor a state is given; " + usage)
	case len(o.merge) > 0 && o.state == "":
		return false, errors.New("-merge needs -state, the file to merge into")
	}
	var old state
	first := true
	if o.state != "" {
		var found bool
		if old, found, err = readState(o.state); err != nil {
			return false, err
		}
		first = !found
		if first && len(o.dirs) == 0 && len(o.merge) == 0 {
			return false, fmt.Errorf("there is no state %s yet; name a folder to begin with", o.state)
		}
		if old.On.Compare(o.on) > 0 {
			return false, fmt.Errorf("the state %s is of %v, and cannot tell what was new on %v before it", o.state, old.On, o.on)
		}
	}
	var others []other
	for _, file := range o.merge {
		s, found, err := readState(file)
		if err == nil && !found {
			err = fmt.Errorf("there is no state %s", file)
		}
		if err != nil {
			return false, err
		}
		others = append(others, other{file, s})
	}
	n, updated := tell(old, first, others, o.dirs, o.on)
	out := bufio.NewWriter(stdout)
	if err := write(out, n); err != nil {
		return false, err
	}
	if err := out.Flush(); err != nil {
		return false, err
	}
	clean = len(n.Documents.Unread) == 0 && len(n.Conflicts) == 0
	if o.state == "" {
		return clean, nil
	}
	if err := updated.save(o.state, old.raw); err != nil {
		return false, fmt.Errorf("the state was not written, and the next run tells the same again: %w", err)
	}
	return clean, nil
}

func writeJSON(w io.Writer, n news) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(n); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}

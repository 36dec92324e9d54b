// Classify reads sentences from standard input, one a line, and prints what each
// of them says as a line of JSON, in order.
//
//	go run ./examples/classify < SENTENCES
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/ilacs-go/inspection/finding"
)

const usage = "usage: classify < SENTENCES"

func main() {
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), usage)
	}
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "classify: %q: no arguments are expected; %s\n", flag.Arg(0), usage)
		os.Exit(2)
	}
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "classify:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	w := bufio.NewWriter(out)
	readings := json.NewEncoder(w)
	readings.SetEscapeHTML(false)
	for lines.Scan() {
		if err := readings.Encode(finding.Classify(lines.Text())); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return w.Flush()
}

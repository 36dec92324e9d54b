// Progress prints what changed between visits to one authority.
//
//	go run ./examples/progress [-full] [-format markdown|html|json] [BEFORE AFTER [AFTER…]]
//
// It prints a brief of one page, with -full all that was found and the passages
// that show it.
//
// BEFORE and AFTER are the texts of reports, letters or articles, the earliest
// visit first. Without files it runs on five documents about Dudley, 2016 to
// 2024, that are embedded in it: they are digests in this project's words, not
// Ofsted's text.
//
// The JSON of two documents is the ilacs.Progress between them. That of more is
// the ilacs.History, whose "progresses" compare each visit with the next.
package main

import (
	"embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/render"
)

//go:embed dudley/*.txt
var dudley embed.FS

// digests are the embedded documents in order.
var digests = []string{
	"dudley/2016-04-report.txt", "dudley/2016-2018-monitoring-visit.txt", "dudley/2018-12-report.txt",
	"dudley/2023-01-report.txt", "dudley/2024-05-focused-visit.txt",
}

const usage = "usage: progress [-full] [-format markdown|html|json] [BEFORE AFTER [AFTER…]]"

func main() {
	format := flag.String("format", "markdown", "markdown, html or json")
	full := flag.Bool("full", false, "the whole comparison, with quotations, instead of a brief")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), usage)
		flag.PrintDefaults()
		fmt.Fprintln(flag.CommandLine.Output(), "The files are texts about one authority, the earliest visit first. Without any, digests about Dudley are compared.")
	}
	flag.Parse()
	if err := run(*format, *full, flag.Args(), os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "progress:", err)
		os.Exit(2) // nothing was printed
	}
}

func run(format string, full bool, files []string, stdout, stderr io.Writer) error {
	write, ok := map[string]func(io.Writer, ilacs.History, ...string) error{
		"markdown": render.HistoryBriefMarkdown, "html": render.HistoryBriefHTML, "json": writeJSON,
	}[format]
	if full && format != "json" {
		write = map[string]func(io.Writer, ilacs.History, ...string) error{"markdown": render.HistoryMarkdown, "html": render.HistoryHTML}[format]
	}
	switch {
	case !ok:
		return fmt.Errorf("-format %s: it must be markdown, html or json", format)
	case len(files) == 1:
		if info, err := os.Stat(files[0]); err == nil && info.IsDir() {
			return fmt.Errorf("%s is a folder: name the files in it, the earliest visit first; %s", files[0], usage)
		}
		return errors.New("one file is not enough; " + usage)
	}
	read := os.ReadFile
	var notes []string
	if len(files) == 0 {
		files, read = digests, readDigest
		notes = []string{"These are digests of five documents about Dudley, in this project’s words. What is quoted here is not Ofsted’s text."}
		fmt.Fprintln(stderr, "progress: no files given. "+notes[0])
	}
	var reports []*ilacs.Report
	for i, file := range files {
		text, err := read(file)
		if err != nil {
			return err // names the file
		}
		report, err := ilacs.Parse(ilacs.Decode(text))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if reports = append(reports, report); i > 0 {
			if _, err := ilacs.Compare(reports[i-1], report); err != nil {
				return fmt.Errorf("%s, %s: %w", files[i-1], file, err)
			}
		}
	}
	history, err := ilacs.Timeline(reports...)
	if err != nil {
		return err
	}
	return write(stdout, history, notes...)
}

// readDigest reads an embedded document without its first line, which says what
// it is.
func readDigest(name string) ([]byte, error) {
	text, err := dudley.ReadFile(name)
	_, document, _ := strings.Cut(string(text), "\n\n")
	return []byte(document), err
}

// writeJSON writes a single comparison by itself, and several as the history.
func writeJSON(w io.Writer, h ilacs.History, _ ...string) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if len(h.Progresses) == 1 {
		return e.Encode(h.Progresses[0])
	}
	return e.Encode(h)
}

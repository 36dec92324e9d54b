// National reads inspection documents and prints a row for each.
//
//	go run ./examples/national [-format table|csv|jsonl] FILE|DIR…
//
// A folder stands for the .txt and .md files in it and below it. A file that
// cannot be read gets a row that says why; the others are still read, and the
// exit status is 1.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
)

const usage = "usage: national [-format table|csv|jsonl] FILE|DIR…"

func main() {
	format := flag.String("format", "table", "table, csv or jsonl")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), usage)
		flag.PrintDefaults()
	}
	flag.Parse()
	failed, err := run(*format, flag.Args(), os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "national:", err)
		os.Exit(2)
	}
	if failed > 0 {
		fmt.Fprintf(os.Stderr, "national: %d could not be read\n", failed)
		os.Exit(1)
	}
}

// line is what is printed of a document, in the form of jsonl.
type line struct {
	File   string        `json:"file"`
	Report *ilacs.Report `json:"report,omitempty"`
	Error  string        `json:"error,omitempty"`
}

// run reads the files and prints them. It returns how many could not be read.
func run(format string, args []string, stdout, stderr io.Writer) (failed int, err error) {
	out := bufio.NewWriter(stdout)
	w, err := newWriter(format, out)
	if err != nil {
		return 0, err
	}
	if len(args) == 0 {
		return 0, errors.New("no files given; " + usage)
	}
	files, bad := expand(args)
	show := progressTo(stderr, len(files))
	for i, file := range files {
		show(i)
		l := read(file)
		if l.Error != "" {
			failed++
		}
		if err := w.write(l); err != nil {
			return failed, err
		}
	}
	show(len(files))
	for _, l := range bad {
		failed++
		if err := w.write(l); err != nil {
			return failed, err
		}
	}
	if err := w.flush(); err != nil {
		return failed, err
	}
	return failed, out.Flush()
}

func read(file string) line {
	l := line{File: filepath.Base(file)}
	text, err := os.ReadFile(file)
	if err == nil {
		l.Report, err = ilacs.Parse(string(text))
	}
	if err != nil {
		l.Report, l.Error = nil, err.Error()
	}
	return l
}

// expand replaces each folder with the documents in it. What cannot be looked
// into becomes a line with its error.
func expand(args []string) (files []string, bad []line) {
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err == nil && !info.IsDir() {
			files = append(files, arg)
			continue
		}
		if err == nil {
			before := len(files)
			err = filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
				if err != nil {
					return err
				}
				if ext := strings.ToLower(filepath.Ext(path)); !d.IsDir() && (ext == ".txt" || ext == ".md") {
					files = append(files, path)
				}
				return nil
			})
			if err == nil && len(files) == before {
				err = errors.New("no .txt or .md files in this folder")
			}
		}
		if err != nil {
			bad = append(bad, line{File: arg, Error: err.Error()})
		}
	}
	return files, bad
}

// manyFiles is the least number of files for which progress is shown.
const manyFiles = 50

// progressTo returns a function that shows on a terminal how far the work has
// got, if there are many files.
func progressTo(w io.Writer, files int) func(done int) {
	f, ok := w.(*os.File)
	if !ok || files < manyFiles {
		return func(int) {}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return func(int) {}
	}
	return func(done int) {
		if done == files {
			fmt.Fprint(f, "\r\x1b[K")
		} else if done%10 == 0 {
			fmt.Fprintf(f, "\r%d of %d", done, files)
		}
	}
}

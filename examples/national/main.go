// National reads inspection documents and prints one row a document.
//
//	go run ./examples/national [-format table|csv|jsonl] FILE|DIR…
//
// A folder stands for the .txt and .md files in it and below it. A file that
// cannot be read gets a row that says why; the others are read all the same,
// and the exit status is 1.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
)

func main() {
	format := flag.String("format", "table", "table, csv or jsonl")
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

// line is a document as jsonl prints it.
type line struct {
	File   string        `json:"file"`
	Report *ilacs.Report `json:"report,omitempty"`
	Error  string        `json:"error,omitempty"`
}

// writer prints documents one by one and flushes what it kept.
type writer interface {
	write(line) error
	flush() error
}

// run reads the files and prints them. It returns how many could not be read.
func run(format string, args []string, stdout, stderr io.Writer) (failed int, err error) {
	out := bufio.NewWriter(stdout)
	var w writer
	switch format {
	case "table":
		w = &table{out: out}
	case "csv":
		w = newCSV(out)
	case "jsonl":
		w = jsonl{json.NewEncoder(out)}
	default:
		return 0, fmt.Errorf("-format %s: it must be table, csv or jsonl", format)
	}
	if len(args) == 0 {
		return 0, fmt.Errorf("no files; usage: national [-format table|csv|jsonl] FILE|DIR…")
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

// expand replaces folders by the documents in them. What cannot be looked at
// is a line with its error.
func expand(args []string) (files []string, bad []line) {
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err == nil && !info.IsDir() {
			files = append(files, arg)
			continue
		}
		if err == nil {
			err = filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
				if err != nil {
					return err
				}
				if ext := strings.ToLower(filepath.Ext(path)); !d.IsDir() && (ext == ".txt" || ext == ".md") {
					files = append(files, path)
				}
				return nil
			})
		}
		if err != nil {
			bad = append(bad, line{File: filepath.Base(arg), Error: err.Error()})
		}
	}
	return files, bad
}

// manyFiles is the number of files from which on progress is shown.
const manyFiles = 50

// progressTo shows how far the work is on a terminal, when there are many
// files.
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

type jsonl struct{ enc *json.Encoder }

func (j jsonl) write(l line) error { return j.enc.Encode(l) }
func (j jsonl) flush() error       { return nil }

// National reads inspection documents and prints a row for each.
//
//	go run ./examples/national [-format table|csv|jsonl] FILE|DIR…
//
// A folder stands for the .txt and .md files in it and below it. A file that
// cannot be read gets a row that says why; the others are still read, and the
// exit status is 1.
//
// It holds one document at a time, so a folder may be of any size: the row of each
// is printed before the next is read. Only the table, whose columns are as wide as
// what is in them, comes at the end, and keeps the cells of its rows until then.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/render"
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
	if failed.count > 0 {
		fmt.Fprintln(os.Stderr, "national:", failed)
		os.Exit(1)
	}
}

// failures are the files that could not be read: how many, and the names of the
// first.
type failures struct {
	count int
	names []string
}

// mostNames is how many files are named of those that could not be read.
const mostNames = 5

func (f *failures) add(name string) {
	if f.count++; len(f.names) < mostNames {
		f.names = append(f.names, render.PlainText(name)) // a terminal obeys what is no text
	}
}

func (f failures) String() string {
	names := strings.Join(f.names, ", ")
	if more := f.count - len(f.names); more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	return fmt.Sprintf("%d could not be read: %s", f.count, names)
}

// line is what is printed of a document, in the form of jsonl.
type line struct {
	File   string        `json:"file"`
	Report *ilacs.Report `json:"report,omitempty"`
	Error  string        `json:"error,omitempty"`
}

// run reads the files and prints them. It returns those that could not be read.
func run(format string, args []string, stdout, stderr io.Writer) (failed failures, err error) {
	out := bufio.NewWriter(stdout)
	w, err := newWriter(format, out)
	if err != nil {
		return failed, err
	}
	if len(args) == 0 {
		return failed, errors.New("no files given; " + usage)
	}
	show := progressTo(stderr)
	done := 0
	for l := range documents(args) {
		if l.Error != "" {
			failed.add(l.File)
		}
		if err := w.write(l); err != nil {
			return failed, err
		}
		if err := out.Flush(); err != nil { // whoever reads the rows need not wait
			return failed, err
		}
		done++
		show(done)
	}
	show(0)
	if err := w.flush(); err != nil {
		return failed, err
	}
	return failed, out.Flush()
}

// documents reads the files, and those in the folders, one by one. What cannot be
// read or looked into becomes a line with its error. Beside the document that it
// has just read it holds the names of the folders that it is in.
func documents(args []string) iter.Seq[line] {
	return func(yield func(line) bool) {
		for _, arg := range args {
			info, err := os.Stat(arg)
			switch {
			case err != nil:
				if !yield(line{File: arg, Error: withoutPath(err).Error()}) {
					return
				}
			case info.IsDir():
				if !inFolder(arg, yield) {
					return
				}
			case !yield(read(arg)):
				return
			}
		}
	}
}

// inFolder reads the documents in a folder and below it. It reports whether to go
// on after it.
func inFolder(folder string, yield func(line) bool) bool {
	none, pdfs, goOn := true, false, true
	give := func(l line) error {
		none = false
		if goOn = yield(l); !goOn {
			return fs.SkipAll
		}
		return nil
	}
	// With the separator, a link to a folder is looked into.
	_ = filepath.WalkDir(folder+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return give(line{File: path, Error: err.Error()})
		}
		if ext := strings.ToLower(filepath.Ext(path)); d.IsDir() || ext != ".txt" && ext != ".md" {
			pdfs = pdfs || ext == ".pdf"
			return nil
		}
		// Reading from a pipe or a device might never end.
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			return give(line{File: filepath.Base(path), Error: "not a file"})
		}
		return give(read(path))
	})
	if none {
		why := "no .txt or .md files in this folder"
		if pdfs {
			why += ", but PDFs: ilacs/pdf/cmd/pdftext makes texts of them"
		}
		return yield(line{File: folder, Error: why})
	}
	return goOn
}

// read reads one document.
func read(path string) line {
	l := line{File: filepath.Base(path)}
	text, err := contents(path)
	if err == nil {
		l.Report, err = ilacs.Parse(text)
	}
	if err != nil {
		l.Report, l.Error = nil, withoutPath(err).Error()
	}
	return l
}

// withoutPath returns the reason alone of an error about a file, whose name stands
// beside it.
func withoutPath(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

// largest is the size of a file from which on it is surely too long a text, in
// whatever encoding.
const largest = 2*ilacs.DefaultLimit + 4

// contents returns the text of a file, of one that is too long no more than shows
// that it is.
func contents(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, largest))
	return ilacs.Decode(text), err
}

// manyFiles is the least number of files for which progress is shown.
const manyFiles = 50

// progressTo returns a function that shows on a terminal how many documents have
// been read, if they are many. It takes the line away again when it is given 0.
func progressTo(w io.Writer) func(done int) {
	f, ok := w.(*os.File)
	if !ok {
		return func(int) {}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return func(int) {}
	}
	return func(done int) {
		if done == 0 {
			fmt.Fprint(f, "\r\x1b[K")
		} else if done%10 == 0 && done >= manyFiles {
			fmt.Fprintf(f, "\r%d read", done)
		}
	}
}

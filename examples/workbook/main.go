// Workbook writes an Excel workbook from a folder of inspection documents and the
// national record.
//
//	go run -C examples/workbook . -o FILE.xlsx [-on DAY] [-cache DIR] [FILE|DIR…]
//
// A folder stands for the .txt, .md and .pdf files in it and below it. The workbook
// tells how things stood on the day of -on; without it, on the day as of which the
// record stands, or that of the newest document if it is later. Without any
// documents it holds the record alone. A document that cannot be read is named on a
// sheet of its own with the reason, and on standard error; the workbook is written
// all the same, and the exit status is 1.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/ilacs-go/inspection/examples/workbook/book"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/render"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stderr))
}

// run does what the arguments say and returns the exit status.
func run(ctx context.Context, args []string, stderr io.Writer) int {
	var (
		out, cache string
		on         civil.Date
	)
	flags := flag.NewFlagSet("workbook", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&out, "o", "", "write the workbook to `FILE.xlsx`")
	flags.TextVar(&on, "on", civil.Date{}, "the `day` as of which to report, such as 2026-08-31 (default the day on which the record stands, or that of the newest document if it is later)")
	flags.StringVar(&cache, "cache", "", "keep the reader of PDFs compiled in `DIR` from run to run, which saves two seconds")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: workbook -o FILE.xlsx [-on DAY] [-cache DIR] [FILE|DIR…]")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if out == "" {
		fmt.Fprintln(stderr, "workbook: no -o FILE.xlsx given")
		flags.Usage()
		return 2
	}
	r := reader{cache: cache}
	for _, name := range flags.Args() {
		r.expand(fromHere(name))
	}
	documents := r.readAll(ctx)
	if err := ctx.Err(); err != nil {
		fmt.Fprintln(stderr, "workbook: stopped")
		return 2
	}
	out = fromHere(out)
	if err := write(out, documents, on); err != nil {
		fmt.Fprintln(stderr, "workbook:", err)
		return 2
	}
	failed := 0
	for _, d := range documents {
		if d.Err != nil {
			failed++
			fmt.Fprintln(stderr, render.PlainText(fmt.Sprintf("workbook: %s: %v", d.Name, d.Err))) // a terminal obeys what is no text
		}
	}
	fmt.Fprintf(stderr, "workbook: wrote %s from %d documents and the record\n", out, len(documents)-failed)
	if failed > 0 {
		fmt.Fprintf(stderr, "workbook: %d could not be read\n", failed)
		return 1
	}
	return 0
}

// write writes the workbook so that no half of it is ever there.
func write(name string, documents []book.Document, on civil.Date) (err error) {
	unfinished := name + ".unfinished"
	f, err := os.Create(unfinished)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(unfinished)
		}
	}()
	w := bufio.NewWriter(f)
	if err := errors.Join(book.Write(w, documents, on), w.Flush(), f.Close()); err != nil {
		return err
	}
	return os.Rename(unfinished, name)
}

// fromHere returns the path of a file that a user has named. "go run -C" runs a
// program in the folder of its module, and leaves in PWD the folder that the user
// is in, which the names are meant from.
func fromHere(name string) string {
	here := os.Getenv("PWD")
	if filepath.IsAbs(name) || !filepath.IsAbs(here) {
		return name
	}
	if _, err := os.Stat("book/sheet.go"); err != nil {
		return name // not in the folder of this module
	}
	return filepath.Join(here, name)
}

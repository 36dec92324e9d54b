// Pdftext writes the text of PDFs to files that ilacs.Parse and the example
// programs read.
//
//	pdftext -o DIR [-timeout 1m] [-partial] [-cache DIR] FILE.pdf…
//
// FILE.pdf becomes DIR/FILE.txt. A file that cannot be read gets a message that
// says why and where; the others are read all the same, and the exit status is 1.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/ilacs-go/inspection/ilacs/pdf"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stderr))
}

// command is what the command line says.
type command struct {
	dir     string
	timeout time.Duration
	partial bool
	options pdf.Options
}

// run reads the files that args name and returns the exit status.
func run(ctx context.Context, args []string, stderr io.Writer) int {
	var c command
	flags := flag.NewFlagSet("pdftext", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&c.dir, "o", "", "write the texts to `DIR`, which is created if needed")
	flags.DurationVar(&c.timeout, "timeout", time.Minute, "give up on a file after this long")
	flags.BoolVar(&c.partial, "partial", false, "of a file that is damaged or over a limit, write what was read")
	flags.StringVar(&c.options.CacheDir, "cache", "", "keep PDFium compiled in `DIR` from run to run")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: pdftext -o DIR [flags] FILE.pdf…")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if c.dir == "" || flags.NArg() == 0 {
		fmt.Fprintln(stderr, "pdftext:", map[bool]string{true: "no -o DIR given", false: "no files given"}[c.dir == ""])
		flags.Usage()
		return 2
	}
	c.dir = fromHere(c.dir)
	var files []string
	for _, name := range flags.Args() {
		files = append(files, fromHere(name))
	}
	if err := os.MkdirAll(c.dir, 0o777); err != nil {
		fmt.Fprintln(stderr, "pdftext:", err)
		return 2
	}
	if failed := c.convertAll(ctx, files, newReporter(stderr, flags.NArg())); failed > 0 {
		fmt.Fprintf(stderr, "pdftext: %d of %d could not be read\n", failed, flags.NArg())
		return 1
	}
	return 0
}

// fromHere returns the path of a file that a user has named. "go run -C" runs a
// program in the folder of its module, and leaves in PWD the folder that the user
// is in, which the names are meant from.
func fromHere(name string) string {
	here := os.Getenv("PWD")
	if filepath.IsAbs(name) || !filepath.IsAbs(here) {
		return name
	}
	if _, err := os.Stat(filepath.FromSlash("cmd/pdftext/main.go")); err != nil {
		return name // not in the folder of this module
	}
	return filepath.Join(here, name)
}

// convertAll converts as many files at a time as there are processors. It returns
// how many failed.
func (c command) convertAll(ctx context.Context, files []string, r *reporter) (failed int) {
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	from := map[string]string{} // the file that a text is from
	var group sync.WaitGroup
	for _, file := range files {
		name := filepath.Join(c.dir, textName(file))
		if other, taken := from[name]; taken {
			r.done(file, fmt.Errorf("%s is the text of %s", name, other))
			continue
		}
		from[name] = file
		free <- struct{}{}
		group.Go(func() {
			defer func() { <-free }()
			r.done(file, c.convert(ctx, file, name))
		})
	}
	group.Wait()
	return r.failed
}

// textName returns the name of the text of a file: FILE.txt for FILE.pdf.
func textName(file string) string {
	base := filepath.Base(file)
	if ext := filepath.Ext(base); strings.EqualFold(ext, ".pdf") {
		base = strings.TrimSuffix(base, ext)
	}
	return base + ".txt"
}

// convert writes the text of a file.
func (c command) convert(ctx context.Context, file, to string) error {
	f, err := os.Open(file)
	if err != nil {
		return notOpened(file, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errors.New("not a file")
	}
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	text, err := pdf.Text(ctx, f, info.Size(), c.options)
	// Beside pages that are pictures, the text is all there.
	if err != nil && (text == "" || !c.partial && !errors.Is(err, pdf.ErrNoText)) {
		return err
	}
	return errors.Join(err, write(to, text))
}

// notOpened returns why a file could not be opened, without its name. go run -C
// runs a program in a folder that its user may not think of.
func notOpened(file string, err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		err = e.Err
	}
	if dir, wdErr := os.Getwd(); wdErr == nil && errors.Is(err, fs.ErrNotExist) && !filepath.IsAbs(file) {
		return fmt.Errorf("%w in %s", err, dir)
	}
	return err
}

// write writes a text so that no half of it is ever there.
func write(name, text string) error {
	unfinished := name + ".unfinished"
	if err := os.WriteFile(unfinished, []byte(text), 0o666); err != nil {
		return err
	}
	return os.Rename(unfinished, name)
}

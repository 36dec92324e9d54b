package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Options are the limits within which a PDF is read. The zero value has the
// defaults.
type Options struct {
	MaxFile   int64 // bytes of the file; 128 MiB if it is 0
	MaxPages  int   // pages of the file; 2000 if it is 0
	MaxText   int   // bytes of text; 8 MiB if it is 0
	MaxMemory int64 // bytes of memory of the WebAssembly instance, the file among them; 512 MiB if it is 0

	// CacheDir is a folder in which PDFium stays compiled from one run of a
	// program to the next. If it is empty, each process compiles PDFium once. The
	// folder holds machine code that is run: nobody else should be able to write
	// to it.
	CacheDir string
}

func (o Options) withDefaults() Options {
	o.MaxFile = orDefault(o.MaxFile, 128<<20)
	o.MaxPages = orDefault(o.MaxPages, 2000)
	o.MaxText = orDefault(o.MaxText, 8<<20)
	o.MaxMemory = orDefault(o.MaxMemory, 512<<20)
	return o
}

func orDefault[T int | int64](v, otherwise T) T {
	if v <= 0 {
		return otherwise
	}
	return v
}

// Text returns the text of the PDF that is the first size bytes of r, in lines
// as they stand on the page: indents, gaps between columns and blank lines are
// kept, and a form feed ends each page.
//
// An error is an *[Error]. With it Text returns what it had read: the pages
// before the fault, what is left of a damaged file, or, with [ErrNoText], all
// pages but those that are pictures. ctx ends the work within a page too; the
// error then wraps ctx.Err().
//
// Text is safe for concurrent use. Each call has an instance of PDFium to itself,
// in its own memory, which it discards. The first call of a process compiles
// PDFium; ctx ends the wait for it, and the next call finds it compiled.
func Text(ctx context.Context, r io.ReaderAt, size int64, opts Options) (text string, err error) {
	d := &reading{opts: opts.withDefaults()}
	defer func() {
		if p := recover(); p != nil {
			text, err = string(d.text), d.fail(ErrDamaged, fmt.Sprint("panic: ", p))
		}
	}()
	err = d.read(ctx, r, size)
	return string(d.text), err
}

// reading is one call of Text.
type reading struct {
	opts        Options
	text        []byte
	page, pages int   // the page that is being read, from 1, of how many
	words       int   // read so far
	drawn       int   // pages on which something is drawn but no text
	pictures    []int // those on which there is a picture
}

func (d *reading) fail(err error, reason string) error {
	return &Error{Page: d.page, Pages: d.pages, Reason: reason, Err: err}
}

func (d *reading) read(ctx context.Context, r io.ReaderAt, size int64) error {
	if err := ctx.Err(); err != nil {
		return d.fail(err, "")
	}
	if size <= 0 {
		return d.fail(ErrEmpty, "no bytes")
	}
	if size > d.opts.MaxFile {
		return d.fail(ErrTooLarge, fmt.Sprintf("a file of %d bytes, of %d at most", size, d.opts.MaxFile))
	}
	file := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), file); err != nil {
		return d.fail(fmt.Errorf("reading the file: %w", err), "")
	}
	if ok, what := isPDF(file); !ok {
		return d.fail(ErrNotPDF, what)
	}
	in, err := newInstance(ctx, d.opts)
	if err != nil {
		return d.fail(fmt.Errorf("starting PDFium: %w", err), "")
	}
	defer in.close()
	if err := d.readPages(in, file); err != nil {
		return d.explain(ctx, in, file, err)
	}
	return d.complete(in, file)
}

// readPages appends the text of all pages.
func (d *reading) readPages(in *instance, file []byte) (err error) {
	if d.pages, err = in.open(file); err != nil {
		return err
	}
	if d.pages > d.opts.MaxPages {
		return d.fail(ErrTooLarge, fmt.Sprintf("%d pages, of %d at most", d.pages, d.opts.MaxPages))
	}
	for d.page = 1; d.page <= d.pages; d.page++ {
		if err := d.readPage(in); err != nil {
			return err
		}
	}
	d.page = 0
	return nil
}

// readPage appends the text of the page d.page.
func (d *reading) readPage(in *instance) error {
	if err := in.turnTo(d.page - 1); err != nil {
		return err
	}
	over := d.fail(ErrTooLarge, fmt.Sprintf("more than %d bytes of text", d.opts.MaxText))
	if in.count > d.opts.MaxText-len(d.text) {
		return over // before all of it is laid out
	}
	words, err := in.words()
	if err != nil {
		return err
	}
	if len(words) == 0 {
		if err := d.look(in); err != nil {
			return err
		}
	}
	d.words += len(words)
	text := appendPage(d.text, words)
	if len(text) > d.opts.MaxText {
		return over
	}
	d.text = text
	return in.turnAway()
}

// look takes note of what is on a page without text.
func (d *reading) look(in *instance) error {
	anything, picture, err := in.drawn()
	if anything {
		d.drawn++
	}
	if picture {
		d.pictures = append(d.pictures, d.page)
	}
	return err
}

// complete returns what is amiss with a file of which all pages were read.
func (d *reading) complete(in *instance, file []byte) error {
	if in.memory.overLimit() {
		return d.overMemory()
	}
	if reason := damage(file); reason != "" {
		return d.fail(ErrDamaged, reason)
	}
	switch {
	case d.pages == 0:
		return d.fail(ErrEmpty, "no pages")
	case d.words == 0:
		d.text = nil
		if d.drawn == 0 {
			return d.fail(ErrEmpty, counted(d.pages, "blank page"))
		}
		return d.fail(ErrNoText, counted(d.pages, "page")+", scanned or drawn as shapes")
	case len(d.pictures) > 0:
		d.page = d.pictures[0]
		if others := len(d.pictures) - 1; others > 0 {
			return d.fail(ErrNoText, fmt.Sprintf("a picture, as are %d more", others))
		}
		return d.fail(ErrNoText, "a picture")
	}
	return nil
}

// explain returns why reading ended with err: PDFium's own errors say little.
func (d *reading) explain(ctx context.Context, in *instance, file []byte, err error) error {
	var known *Error
	switch {
	case errors.As(err, &known):
		return err
	case ctx.Err() != nil:
		return d.fail(ctx.Err(), "")
	case in.memory.overLimit():
		return d.overMemory()
	case errors.Is(err, ErrEncrypted):
		return d.fail(ErrEncrypted, "it opens with a password only")
	}
	reason := damage(file)
	if reason == "" {
		reason, _, _ = strings.Cut(err.Error(), "\n") // without WebAssembly's stack
	}
	return d.fail(ErrDamaged, reason)
}

func (d *reading) overMemory() error {
	return d.fail(ErrTooLarge, fmt.Sprintf("it takes more than %d bytes of memory to read", d.opts.MaxMemory))
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

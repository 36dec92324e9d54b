package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// reporter prints why files failed, and on a terminal how far the work is.
type reporter struct {
	out      io.Writer
	terminal bool
	files    int

	mu           sync.Mutex
	read, failed int
}

func newReporter(out io.Writer, files int) *reporter {
	r := &reporter{out: out, terminal: isTerminal(out), files: files}
	r.progress()
	return r
}

// done takes note that a file was read, or why it was not.
func (r *reporter) done(file string, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.read++
	if err != nil {
		r.failed++
		r.clear()
		fmt.Fprintf(r.out, "pdftext: %s: %s\n", file, strings.TrimPrefix(err.Error(), "pdf: "))
	}
	r.progress()
}

// progress draws the line of progress again.
func (r *reporter) progress() {
	r.clear()
	if r.terminal && r.read < r.files {
		const width = 30
		filled := width * r.read / r.files
		fmt.Fprintf(r.out, "[%s%s] %d of %d", strings.Repeat("=", filled), strings.Repeat(" ", width-filled), r.read, r.files)
	}
}

func (r *reporter) clear() {
	if r.terminal {
		fmt.Fprint(r.out, "\r\x1b[K")
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/ilacs-go/inspection/examples/workbook/book"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/pdf"
)

// A reader reads files as documents.
type reader struct {
	cache string // the folder of the compiled reader of PDFs; "" for none
	files []file
}

// A file is one to be read, or one that cannot be.
type file struct {
	path string
	name string // below the folder that the user named
	err  error
}

// expand adds a file, or the documents of a folder.
func (r *reader) expand(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		r.files = append(r.files, file{name: filepath.Base(path), err: withoutPath(err)})
		return
	case !info.IsDir():
		r.files = append(r.files, file{path: path, name: filepath.Base(path)})
		return
	}
	before := len(r.files)
	err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		name, relErr := filepath.Rel(path, p)
		if relErr != nil {
			name = filepath.Base(p)
		}
		if err != nil {
			r.files = append(r.files, file{name: name, err: withoutPath(err)})
			return nil
		}
		switch strings.ToLower(filepath.Ext(p)) {
		case ".txt", ".md", ".pdf":
			if !d.IsDir() {
				r.files = append(r.files, file{path: p, name: filepath.ToSlash(name)})
			}
		}
		return nil
	})
	if err == nil && len(r.files) == before {
		err = errors.New("no .txt, .md or .pdf files in this folder")
	}
	if err != nil {
		r.files = append(r.files, file{name: filepath.Base(path), err: withoutPath(err)})
	}
}

// withoutPath returns the reason alone of an error about a file.
func withoutPath(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

// readAll reads the files, as many at a time as there are processors.
func (r *reader) readAll(ctx context.Context) []book.Document {
	documents := make([]book.Document, len(r.files))
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for i, f := range r.files {
		free <- struct{}{}
		group.Go(func() {
			defer func() { <-free }()
			documents[i] = r.read(ctx, f)
		})
	}
	group.Wait()
	return documents
}

// mostBytes is the size of a file over which it is not even opened: no text that
// long is read, and no PDF.
const mostBytes = 128 << 20

func (r *reader) read(ctx context.Context, f file) book.Document {
	d := book.Document{Name: f.name, Err: f.err}
	if d.Err != nil {
		return d
	}
	text, err := r.text(ctx, f.path)
	if err == nil {
		d.Report, err = ilacs.Parse(text)
	}
	d.Err = withoutPath(err)
	return d
}

// text returns the text of a file, whatever its name says that it is.
func (r *reader) text(ctx context.Context, path string) (string, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", errors.New("not a file")
	case info.Size() > mostBytes:
		return "", fmt.Errorf("a file of %d MB: %w", info.Size()>>20, ilacs.ErrTooLarge)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	content, err := io.ReadAll(f)
	if err != nil {
		return "", err
	}
	if !bytes.HasPrefix(content, []byte("%PDF-")) && !strings.EqualFold(filepath.Ext(path), ".pdf") {
		return ilacs.Decode(content), nil
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	text, err := pdf.Text(ctx, bytes.NewReader(content), int64(len(content)), pdf.Options{CacheDir: r.cache})
	if errors.Is(err, pdf.ErrNoText) && text != "" {
		err = nil // the text is all there beside pages that are pictures
	}
	return text, err
}

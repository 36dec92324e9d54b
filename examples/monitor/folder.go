package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
)

// folders is what was found in the folders.
type folders struct {
	documents []document // in order of their files' names, each once
	unread    []unread
	pdfs      int
	partial   bool // a folder could not be looked into
}

// unread is a file that could not be read, or whose visit could not be placed.
type unread struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

// readFolders reads the documents in folders. What is known by its contents is not
// read again.
func readFolders(dirs []string, known map[string]document, day civil.Date) folders {
	var f folders
	at := map[string]int{}
	for _, dir := range dirs {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			dir = real // a link to a folder is one
		}
		files, pdfs, bad := list(dir)
		f.pdfs += pdfs
		f.partial = f.partial || len(bad) > 0
		f.unread = append(f.unread, bad...)
		for _, file := range files {
			d, err := readDocument(filepath.Join(dir, file), known, day)
			name := strings.ToValidUTF8(filepath.ToSlash(file), "\uFFFD")
			if file == "." {
				name = filepath.Base(dir)
			}
			if err != nil {
				f.unread = append(f.unread, unread{name, err.Error()})
				continue
			}
			d.Files = []string{name}
			if n, ok := at[d.SHA256]; ok {
				f.documents[n] = mergeDocument(f.documents[n], d)
				continue
			}
			at[d.SHA256] = len(f.documents)
			f.documents = append(f.documents, d)
		}
	}
	return f
}

// list returns the .txt and .md files in a folder and below it, by their paths
// from there, and counts the PDFs. It leaves out what is hidden.
func list(dir string) (files []string, pdfs int, bad []unread) {
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil && path == dir {
			return err
		}
		rel, relErr := filepath.Rel(dir, path)
		if err = errors.Join(err, relErr); err != nil {
			bad = append(bad, unread{strings.ToValidUTF8(filepath.ToSlash(rel), "\uFFFD"), err.Error()})
			return nil // the others are still read
		}
		hidden := path != dir && strings.HasPrefix(entry.Name(), ".")
		switch ext := strings.ToLower(filepath.Ext(path)); {
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case entry.IsDir() || hidden:
		case ext == ".txt" || ext == ".md" || path == dir:
			files = append(files, rel)
		case ext == ".pdf":
			pdfs++
		}
		return nil
	})
	if err != nil {
		bad = append(bad, unread{strings.ToValidUTF8(dir, "\uFFFD"), reason(err).Error()})
	}
	return files, pdfs, bad
}

// readDocument reads one document, as far as it is to be remembered.
func readDocument(path string, known map[string]document, day civil.Date) (document, error) {
	text, err := readFile(path)
	if err != nil {
		return document{}, err
	}
	sum := sha256.Sum256(text)
	d := document{SHA256: hex.EncodeToString(sum[:])}
	if k, ok := known[d.SHA256]; ok {
		k.Absent = civil.Date{}
		return k, nil
	}
	r, err := ilacs.Parse(ilacs.Decode(text))
	if err != nil {
		return document{}, err
	}
	v := r.Visit
	d.Seen, d.Source, d.Judgements, d.Priority = day, r.Source, r.Judgements, len(r.Section(finding.SectionPriority)) > 0
	d.Visit = ilacs.Visit{
		Authority: v.Authority, URN: v.URN, Type: v.Type, Framework: v.Framework, Start: v.Start, End: v.End,
		Published: v.Published, Lead: v.Lead, Ordinal: v.Ordinal, Since: ilacs.Earlier{Type: v.Since.Type, Date: v.Since.Date, Grade: v.Since.Grade},
	}
	if v.Start.Precision() != civil.PrecisionDay {
		return document{}, errors.New("it was read, but has no place: no first day of the visit was found")
	}
	if _, err := d.authority(); err != nil {
		return document{}, fmt.Errorf("it was read, but has no place: %w", err)
	}
	d.setPublication(path)
	return d, nil
}

// setPublication sets the day of publication to what the document prints, or
// else to that of the record, or else to the date at the end of the file's name.
func (d *document) setPublication(path string) {
	p := record.PublicationOf(d.Visit)
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	named, err := civil.Parse(name[max(0, len(name)-len("2006-01-02")):])
	switch day := p.Day(); {
	case p.IsFromRecord():
		d.Visit.Published, d.PublishedBy = day, "record"
	case !day.IsZero():
		d.PublishedBy = "document"
	case err == nil && named.Precision() == civil.PrecisionDay && d.Visit.Start.Compare(named) < 0:
		d.Visit.Published, d.PublishedBy = named, "file name"
	}
}

// readFile reads a file that may be a document: no device or pipe, over which the
// program would wait for ever, and nothing far too long.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, reason(err)
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no regular file")
	case info.Size() > ilacs.DefaultLimit:
		return nil, fmt.Errorf("%w: %d bytes, of %d at most", ilacs.ErrTooLarge, info.Size(), ilacs.DefaultLimit)
	}
	text, err := os.ReadFile(path)
	return text, reason(err)
}

// reason returns an error without the path, which stands beside it.
func reason(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"runtime/debug"
	"time"
)

// documentsField is the name of the form's field for files.
const documentsField = "documents"

// compare receives an upload, begins to read its documents, and leads to the page
// that shows what comes of them.
func (s *server) compare(w http.ResponseWriter, r *http.Request) {
	select {
	case s.uploads <- struct{}{}:
	default:
		drain(r.Body)
		w.Header().Set("Retry-After", "15")
		s.uploadProblem(w, problem{Status: http.StatusServiceUnavailable,
			Title: "The server is busy",
			Text:  "Other documents are being read at the moment. Wait a quarter of a minute, then choose the files again and press Compare.",
		})
		return
	}
	files, bad := s.receive(r)
	if bad != nil {
		<-s.uploads
		s.uploadProblem(w, *bad)
		return
	}
	c := s.begin(files)
	http.Redirect(w, r, "/comparisons/"+c.Key, http.StatusSeeOther)
}

// begin reads files in the background. It takes over the place among the uploads.
func (s *server) begin(files []file) *comparison {
	ctx, cancel := context.WithTimeout(s.life, s.limits.Reading)
	c := newComparison(files, cancel)
	s.store.put(c)
	s.running.Go(func() {
		defer func() { <-s.uploads }()
		defer cancel()
		size := 0
		var documents []document
		for i := range files {
			d := s.readInTurn(ctx, files[i])
			files[i].Data = nil // free the file at once
			size += d.size
			documents = append(documents, d)
			c.add(d)
		}
		s.store.grew(c.Key, size)
		c.finish(s.compareSafely(documents))
	})
	return c
}

// readInTurn reads a file as soon as fewer than the most readers are at work.
func (s *server) readInTurn(ctx context.Context, f file) (d document) {
	select {
	case s.readers <- struct{}{}:
		defer func() { <-s.readers }()
	case <-ctx.Done():
	}
	if err := ctx.Err(); err != nil && f.Err == nil {
		f.Err = tooSlow(err)
	}
	defer func() {
		if p := recover(); p != nil {
			s.fault()
			d = document{Name: f.Name, Err: &refusal{Why: "this program failed to read it", Do: "Please report it, with the document if it is public."}}
		}
	}()
	return s.read(ctx, f)
}

// compareSafely compares documents. If that panics, which no document should
// bring about, none is compared.
func (s *server) compareSafely(documents []document) (r *result) {
	defer func() {
		if p := recover(); p != nil {
			s.fault()
			for i := range documents {
				documents[i].Report = nil
				if documents[i].Err == nil {
					documents[i].Err = &refusal{Why: "this program failed to compare it", Do: "Please report it, with the documents if they are public."}
				}
			}
			r = &result{Documents: pointers(documents)}
		}
	}()
	return compareDocuments(documents)
}

// fault logs where a panic was. What it said may be from a document, so that is
// not logged.
func (s *server) fault() { s.log.Printf("a fault in this program:\n%s", debug.Stack()) }

// receive takes the files out of a request, in memory and within the limits. Where
// there is nothing to go on with, it returns what is wrong.
func (s *server) receive(r *http.Request) ([]file, *problem) {
	l := s.limits
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "multipart/form-data" {
		drain(r.Body)
		return nil, &problem{Status: http.StatusUnsupportedMediaType, Title: "That was not an upload",
			Text: "Documents are uploaded as files of a form (multipart/form-data). Choose them below."}
	}
	tooMuch := &problem{Status: http.StatusRequestEntityTooLarge, Title: "These files are too large together",
		Text: fmt.Sprintf("All files together may be %s at most. Choose fewer, or save the text of the largest and choose that.", megabytes(l.Upload))}
	whole := r.Body
	r.Body = &boundedBody{whole, l.Upload}
	parts, err := r.MultipartReader()
	var files []file
	for err == nil {
		part, e := parts.NextPart()
		if e != nil {
			err = e
			break
		}
		if part.FormName() != documentsField || part.FileName() == "" {
			continue // another field, or a field of files in which none was chosen
		}
		if len(files) == l.Files {
			drain(whole)
			return nil, &problem{Status: http.StatusRequestEntityTooLarge, Title: "These are too many files",
				Text: fmt.Sprintf("At most %d are read at once. Choose those of one authority first.", l.Files)}
		}
		var f file
		if f, err = s.receiveFile(part, part.FileName(), len(files)+1); err == nil {
			files = append(files, f)
		}
	}
	switch {
	case errors.Is(err, io.EOF):
		return s.enough(files)
	case errors.Is(err, errBound):
		drain(whole)
		return nil, tooMuch
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, &problem{Status: http.StatusRequestTimeout, Title: "The files took too long to arrive",
			Text: fmt.Sprintf("They have to be here within %v. Choose fewer or smaller ones.", inWords(l.Receiving))}
	}
	return nil, &problem{Status: http.StatusBadRequest, Title: "The files did not arrive whole",
		Text: "Choose them again. If it happens again, upload fewer at once."}
}

// receiveFile takes one file. One that is too large, or of a kind that is never
// read, is discarded, and bears its reason.
func (s *server) receiveFile(body io.Reader, name string, n int) (file, error) {
	f := file{Name: cleanName(name, n)}
	data, err := io.ReadAll(io.LimitReader(body, s.limits.File+1))
	if err != nil {
		return f, err
	}
	if int64(len(data)) > s.limits.File {
		f.Err = &refusal{Why: "it is larger than " + megabytes(s.limits.File), Do: "Choose its text, or a PDF of the document alone.", Err: errFileTooLarge}
		_, err := io.Copy(io.Discard, body)
		return f, err
	}
	if f.Err = kindRefusal(data); f.Err == nil {
		f.Data = data
	}
	return f, nil
}

var errFileTooLarge = errors.New("file over the limit")

// enough reports what is wrong with an upload of which fewer than two files can
// be documents.
func (s *server) enough(files []file) ([]file, *problem) {
	switch len(files) {
	case 0:
		return nil, &problem{Status: http.StatusUnprocessableEntity, Title: "No files were chosen",
			Text: "Choose two or more documents about one authority, and press Compare."}
	case 1:
		return nil, &problem{Status: http.StatusUnprocessableEntity, Title: "One document is not enough",
			Text: "Only " + files[0].Name + " was chosen. Choose it again together with an earlier or later document about the same authority. In the window that opens, hold Ctrl (Command on a Mac) to choose several."}
	}
	possible, tooLarge := 0, false
	bad := &problem{Title: "Fewer than two of these files can be read"}
	for _, f := range files {
		if f.Err == nil {
			possible++
			continue
		}
		tooLarge = tooLarge || errors.Is(f.Err, errFileTooLarge)
		var why *refusal
		if errors.As(f.Err, &why) {
			bad.List = append(bad.List, fmt.Sprintf("%s: %s. %s", f.Name, why.Why, why.Do))
		}
	}
	if possible >= 2 {
		return files, nil
	}
	bad.Status = http.StatusUnsupportedMediaType
	if tooLarge {
		bad.Status = http.StatusRequestEntityTooLarge
	}
	bad.Text = "Choose two or more documents as PDF or plain text."
	return nil, bad
}

var errBound = errors.New("over the limit")

// boundedBody is a body of a request that ends with errBound after left bytes.
type boundedBody struct {
	io.ReadCloser
	left int64
}

func (b *boundedBody) Read(p []byte) (int, error) {
	if b.left < 0 {
		return 0, errBound
	}
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return n - 1, errBound
	}
	return n, err
}

// mostDrained is how much of a refused upload is received all the same.
const mostDrained = 1 << 30

// drain receives what is left of a body and discards it. A browser shows an
// answer only when it has sent everything; else it says that the connection was
// broken.
func drain(body io.Reader) { io.CopyN(io.Discard, body, mostDrained) }

// megabytes returns a number of bytes in words.
func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d MB", n>>20)
}

// inWords returns a length of time in words.
func inWords(d time.Duration) string {
	n, unit := int(d.Round(time.Second)/time.Second), "second"
	if d >= time.Minute {
		n, unit = int(d.Round(time.Minute)/time.Minute), "minute"
	}
	if n == 1 {
		return "a " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}

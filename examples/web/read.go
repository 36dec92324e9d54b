package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/ilacs/pdf"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// A file is one of an upload.
type file struct {
	Name string // clean
	Data []byte
	Err  error // why it is not even tried, a *refusal
}

// A document is a file that was read, or why it was not.
type document struct {
	Name    string
	Report  *ilacs.Report // nil if there is an error
	Remarks []string      // what a person has to know before using it
	Err     error         // a *refusal
	size    int           // bytes of its text
}

// A refusal says in plain words why a document was not read, and what to do.
type refusal struct {
	Why string // continues "NAME: "
	Do  string // a sentence
	Err error  // the cause, if it is an error
}

func (r *refusal) Error() string { return r.Why }
func (r *refusal) Unwrap() error { return r.Err }

// readFile reads a file into a document. It does not fail: the document says what
// was wrong.
func (l limits) readFile(ctx context.Context, f file) (d document) {
	d.Name = f.Name
	if f.Err != nil {
		d.Err = f.Err
		return d
	}
	text := ""
	if isPDF(f.Data) {
		var err error
		text, err = pdf.Text(ctx, bytes.NewReader(f.Data), int64(len(f.Data)),
			pdf.Options{MaxFile: l.File, MaxPages: l.Pages, MaxText: l.Text, MaxMemory: l.Memory})
		var fault *pdf.Error
		switch {
		case errors.As(err, &fault) && errors.Is(err, pdf.ErrNoText) && fault.Page > 0 && text != "":
			d.Remarks = append(d.Remarks, fmt.Sprintf("Page %d of %d is a picture and was not read, nor any other that is one.", fault.Page, fault.Pages))
		case err != nil:
			d.Err = pdfRefusal(err)
			return d
		}
	} else {
		text = ilacs.Decode(f.Data)
	}
	d.size = len(text)
	report, err := ilacs.Parser{Limit: l.Text}.Parse(text)
	if err != nil {
		d.Err = textRefusal(err)
		return d
	}
	d.Report = report
	if report.Visit.Start.IsZero() && report.Visit.Published.IsZero() {
		d.Remarks = append(d.Remarks, "No date was read in it, so its place in the order is that in which the files were chosen.")
	}
	for _, n := range report.Notes {
		d.Remarks = append(d.Remarks, sentence(n.Text))
	}
	return d
}

// warmUp has PDFium compiled, so that the first person to upload a PDF need not
// wait for that. The file is not even a PDF; it is refused after that.
func (s *server) warmUp() {
	pdf.Text(s.life, strings.NewReader("%PDF-1.4"), 8, pdf.Options{})
}

// sentence returns a note of the reader as a sentence of a page.
func sentence(note string) string {
	note = render.PlainText(note)
	if note == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(note)
	note = string(unicode.ToUpper(first)) + note[size:]
	if !strings.ContainsAny(note[len(note)-1:], ".!?") {
		note += "."
	}
	return note
}

// isPDF looks for the mark of a PDF where readers of PDFs do.
func isPDF(data []byte) bool { return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) }

// kindRefusal returns why a file is of a kind that is never read, nil if it may be
// a document.
func kindRefusal(data []byte) error {
	if isPDF(data) {
		return nil
	}
	kind, _, _ := strings.Cut(http.DetectContentType(data), "/")
	switch {
	case len(data) == 0:
		return &refusal{Why: "the file is empty", Do: "Choose the file that has the document in it."}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return &refusal{Why: "it is a Word or Excel file or an archive", Do: "Open it, save it as PDF or plain text, and choose that."}
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return &refusal{Why: "it is an RTF file", Do: "Open it, save it as PDF or plain text, and choose that."}
	case kind == "image", kind == "video", kind == "audio":
		return &refusal{Why: "it is a picture or a recording", Do: "Choose the document as PDF or text."}
	}
	return nil
}

// pdfRefusal says why a PDF was not read.
func pdfRefusal(err error) error {
	var fault *pdf.Error
	reason := ""
	if errors.As(err, &fault) && fault.Reason != "" {
		reason = " (" + render.PlainText(fault.Reason) + ")"
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return tooSlow(err)
	case errors.Is(err, pdf.ErrNoText):
		return &refusal{"its pages are pictures, without text" + reason, "Run character recognition (OCR) over it first, or choose the document as Ofsted publishes it.", err}
	case errors.Is(err, pdf.ErrEncrypted):
		return &refusal{"it opens with a password only", "Save a copy without the password and choose that.", err}
	case errors.Is(err, pdf.ErrEmpty):
		return &refusal{"there is nothing on its pages", "Choose the file that has the document in it.", err}
	case errors.Is(err, pdf.ErrTooLarge):
		return &refusal{"it is too large" + reason, "Choose a PDF of the document alone, or its text.", err}
	}
	return &refusal{"the PDF is damaged" + reason, "Download it again, or choose its text.", err}
}

func tooSlow(err error) error {
	return &refusal{"there was no time left to read it", "Upload fewer documents at once, or this one as text.", err}
}

// textRefusal says why a text was not taken for an inspection document.
func textRefusal(err error) error {
	reason := ""
	var parse *parseerr.Error
	if errors.As(err, &parse) && parse.Reason != "" {
		reason = " (" + render.PlainText(parse.Reason) + ")"
	}
	switch {
	case errors.Is(err, ilacs.ErrEmpty):
		return &refusal{"there is no text in it", "Choose the file that has the document in it.", err}
	case errors.Is(err, ilacs.ErrNotText):
		return &refusal{"it is neither a PDF nor plain text" + reason, "Save it as PDF or plain text and choose that.", err}
	case errors.Is(err, ilacs.ErrNoLines):
		return &refusal{"its line breaks are lost, so that its table and lists cannot be told apart", "Choose the PDF, or copy the text again with its lines.", err}
	case errors.Is(err, ilacs.ErrTooLarge):
		return &refusal{"its text is too long for a report or letter", "Choose the text of one document alone.", err}
	}
	return &refusal{"it is not about an inspection of, or a visit to, a local authority’s children’s services" + reason,
		"Choose Ofsted’s report or letter about the authority.", err}
}

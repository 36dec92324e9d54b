package pdf

import (
	"context"
	"errors"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// instance is an instance of PDFium that reads one file, one page at a time, and
// is then discarded.
type instance struct {
	pdfium pdfium.Pdfium
	memory *memory
	close  func() // ends the instance, whatever it is doing

	file references.FPDF_DOCUMENT

	// Of the page at hand:
	page   references.FPDF_PAGE
	text   references.FPDF_TEXTPAGE
	turned enums.FPDF_PAGE_ROTATION
	count  int // of characters
}

// newInstance returns an instance that ends with ctx.
func newInstance(ctx context.Context, opts Options) (*instance, error) {
	e, err := compiledIn(ctx, opts.CacheDir)
	if err != nil {
		return nil, err
	}
	m := &memory{limit: uint64(opts.MaxMemory)}
	p, err := e.instance(m)
	if err != nil {
		return nil, err
	}
	// Kill does not close documents and pages, as Close does: that would be to call
	// into an instance that may have gone wrong. They are in its memory only.
	kill := sync.OnceFunc(func() { p.Kill() })
	stop := context.AfterFunc(ctx, kill)
	return &instance{pdfium: p, memory: m, close: func() { stop(); kill() }}, nil
}

// open opens the file and returns the number of its pages.
func (in *instance) open(file []byte) (pages int, err error) {
	doc, err := in.pdfium.OpenDocument(&requests.OpenDocument{File: &file})
	if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
		return 0, ErrEncrypted
	}
	if err != nil {
		return 0, err
	}
	in.file = doc.Document
	count, err := in.pdfium.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: in.file})
	if err != nil {
		return 0, err
	}
	return count.PageCount, nil
}

// turnTo loads the page of an index, from 0.
func (in *instance) turnTo(index int) error {
	page, err := in.pdfium.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: in.file, Index: index})
	if err != nil {
		return err
	}
	in.page = page.Page
	rotation, err := in.pdfium.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: in.current()})
	if err != nil {
		return err
	}
	in.turned = rotation.PageRotation
	text, err := in.pdfium.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: in.current()})
	if err != nil {
		return err
	}
	in.text = text.TextPage
	count, err := in.pdfium.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: in.text})
	if err != nil {
		return err
	}
	in.count = count.Count
	return nil
}

// turnAway closes the page at hand.
func (in *instance) turnAway() error {
	if _, err := in.pdfium.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: in.text}); err != nil {
		return err
	}
	_, err := in.pdfium.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: in.page})
	return err
}

// drawn reports whether anything is drawn on the page at hand, and whether a
// picture is among it, such as a scan.
func (in *instance) drawn() (anything, picture bool, err error) {
	objects, err := in.pdfium.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: in.current()})
	if err != nil {
		return false, false, err
	}
	const enough = 1000 // a scan is one of the first
	for i := range min(objects.Count, enough) {
		object, err := in.pdfium.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: in.current(), Index: i})
		if err != nil {
			return false, false, err
		}
		kind, err := in.pdfium.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return false, false, err
		}
		if kind.Type == enums.FPDF_PAGEOBJ_IMAGE || kind.Type == enums.FPDF_PAGEOBJ_FORM {
			return true, true, nil
		}
	}
	return objects.Count > 0, false, nil
}

func (in *instance) current() requests.Page {
	return requests.Page{ByReference: &in.page}
}

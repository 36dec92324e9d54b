package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/ilacs/pdf"
)

// Whatever the file: no panic; a text within its limit, in valid UTF-8, without
// what is no text; and an error of a known kind if it is not the whole text.
func FuzzText(f *testing.F) {
	report := document{packed: true, pages: []string{
		strings.Join([]string{at(72, 700, "Inspection of Wexcombe"), at(72, 680, "Overall"), at(300, 680, "Good")}, "\n"),
		inFont("F2", 9, 72, 700, "n") + at(90, 700, "The quality of plans"),
	}}
	f.Add(report.bytes())
	report.packed = false
	f.Add(report.bytes())
	f.Add(report.bytes()[:1000])
	f.Add(withCharacters())
	f.Add(withScan(at(72, 700, "One"), scan).bytes())
	f.Add(document{encrypted: true, pages: []string{at(72, 700, "One")}}.bytes())
	f.Add(document{rotate: 270, pages: []string{at(72, 700, "One")}}.bytes())
	f.Add(onePage("BT /F1 12 Tf 1e38 0 0 1e38 72 700 Tm (Huge) Tj 0 0 0 0 0 0 Tm (Flat) Tj ET"))
	f.Add(bytes.Replace(onePage(at(72, 700, "One")), []byte("595 842"), []byte("1e9 9e9"), 1))
	f.Add(bytes.Replace(onePage(at(72, 700, "One")), []byte("/Parent 2 0 R"), []byte("/Parent 6 0 R"), 1)) // of itself
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R 2 0 R]/Count 9999999>>endobj trailer<</Root 1 0 R>>%%EOF"))
	f.Add(hostile(3))

	if _, err := textOf(report.bytes(), pdf.Options{}); err != nil { // PDFium is compiled then
		f.Fatal(err)
	}
	opts := pdf.Options{MaxFile: 256 << 10, MaxPages: 50, MaxText: 64 << 10, MaxMemory: 64 << 20}
	known := []error{
		pdf.ErrNotPDF, pdf.ErrEmpty, pdf.ErrNoText, pdf.ErrEncrypted, pdf.ErrDamaged, pdf.ErrTooLarge,
		context.DeadlineExceeded, io.ErrUnexpectedEOF,
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		const timeout = time.Second
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		start := time.Now()
		text, err := pdf.Text(ctx, bytes.NewReader(file), int64(len(file)), opts)
		if took := time.Since(start); took > 20*timeout { // the machine may be busy
			t.Fatalf("%v after a deadline of %v: %v", took, timeout, err)
		}
		if len(text) > opts.MaxText {
			t.Fatalf("%d bytes of text", len(text))
		}
		if !utf8.ValidString(text) {
			t.Fatal("not valid UTF-8")
		}
		if i := strings.IndexFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\f' || r == 0x7F }); i >= 0 {
			t.Fatalf("%q at %d", text[i], i)
		}
		if text != "" && !strings.HasSuffix(text, "\f") {
			t.Fatal("half a page")
		}
		if err == nil {
			if strings.TrimSpace(text) == "" {
				t.Fatal("neither text nor an error")
			}
			return
		}
		var structured *pdf.Error
		if !errors.As(err, &structured) || !slices.Contains(known, structured.Err) || structured.Page > structured.Pages {
			t.Fatalf("%#v", err)
		}
		if strings.ContainsAny(err.Error(), "\n\x00") || !utf8.ValidString(err.Error()) || strings.Contains(err.Error(), "panic") {
			t.Fatalf("it says %q", err)
		}
	})
}

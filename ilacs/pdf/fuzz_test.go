package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/pdf"
)

// Whatever the file: no panic; an end soon after the deadline; a text within its
// limit, in valid UTF-8, without control characters; or an error of a known kind.
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
	f.Fuzz(func(t *testing.T, file []byte) {
		const timeout = time.Second
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		start := time.Now()
		text, err := pdf.Text(ctx, bytes.NewReader(file), int64(len(file)), tight)
		if took := time.Since(start); took > 20*timeout { // the machine may be busy
			t.Fatalf("%v after a deadline of %v: %v", took, timeout, err)
		}
		if what := fault(text, err); what != "" {
			t.Fatal(what)
		}
	})
}

// tight are limits that a broken file may meet.
var tight = pdf.Options{MaxFile: 256 << 10, MaxPages: 50, MaxText: 64 << 10, MaxMemory: 64 << 20}

// fault returns what is wrong with what Text returned within tight, "" for
// nothing.
func fault(text string, err error) string {
	switch {
	case len(text) > tight.MaxText:
		return fmt.Sprintf("%d bytes of text", len(text))
	case !utf8.ValidString(text):
		return "not valid UTF-8"
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\f' }):
		return "control characters"
	case text != "" && !strings.HasSuffix(text, "\f"):
		return "half a page"
	case err == nil && strings.TrimSpace(text) == "":
		return "neither text nor an error"
	case err == nil:
		return ""
	}
	known := []error{
		pdf.ErrNotPDF, pdf.ErrEmpty, pdf.ErrNoText, pdf.ErrEncrypted, pdf.ErrDamaged, pdf.ErrTooLarge, context.DeadlineExceeded,
	}
	var e *pdf.Error
	if !errors.As(err, &e) || !slices.Contains(known, e.Err) || e.Page > e.Pages {
		return fmt.Sprintf("%#v", err)
	}
	if says := err.Error(); strings.ContainsFunc(says, unicode.IsControl) || !utf8.ValidString(says) || strings.Contains(says, "panic") {
		return fmt.Sprintf("it says %q", says)
	}
	return ""
}

// Of a packed file that is cut off anywhere, or has a bit flipped within a
// stream, nothing is lost without an error.
func TestTextOfBrokenFiles(t *testing.T) {
	t.Parallel()
	whole := document{packed: true, pages: []string{
		strings.Repeat(at(72, 700, "Leaders know their services well."), 20), at(72, 700, "The plans of care leavers."),
	}}.bytes()
	want, err := textOf(whole, tight)
	require.NoError(t, err)
	for end := len(whole) - len("%%EOF\n"); end > 0; end -= 17 {
		text, err := textOf(whole[:end], tight)
		require.Empty(t, fault(text, err), "cut at %d", end)
		require.Error(t, err, "cut at %d", end)
	}
	r := rand.New(rand.NewPCG(1, 2))
	begin := bytes.Index(whole, []byte("stream\n")) + len("stream\n")
	end := bytes.Index(whole, []byte("\nendstream"))
	for range 100 {
		broken := bytes.Clone(whole)
		i := begin + r.IntN(end-begin)
		broken[i] ^= 1 << r.IntN(8)
		text, err := textOf(broken, tight)
		require.Empty(t, fault(text, err), "byte %d", i)
		if text != want {
			require.ErrorIs(t, err, pdf.ErrDamaged, "byte %d", i)
		}
	}
}

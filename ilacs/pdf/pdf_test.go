package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/pdf"
)

func textOf(file []byte, opts pdf.Options) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute) // the race detector makes compiling slow
	defer cancel()
	return pdf.Text(ctx, bytes.NewReader(file), int64(len(file)), opts)
}

func TestTextLayout(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		file []byte
		want []string // lines
	}{
		{"a cell in two lines beside a grade", onePage(
			at(72, 700, "The experiences and progress of"), at(300, 700, "Requires improvement"),
			at(72, 686, "care leavers"),
			at(72, 672, "Overall"), at(300, 672, "Good"),
		), []string{
			"The experiences and progress of         Requires improvement",
			"care leavers",
			"Overall                                 Good",
		}},
		{"a grade at half height beside two lines", onePage(
			at(72, 700, "Children looked after and achieving"), at(300, 693, "Inadequate"), at(72, 686, "permanence"),
		), []string{
			"Children looked after and achieving",
			"                                      Inadequate",
			"permanence",
		}},
		{"columns stand straight though a cell is full", onePage(
			at(72, 700, "A"), at(300, 700, "Good"),
			at(72, 686, "www"), at(300, 686, "Good"),
			at(72, 672, "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii"), at(300, 672, "Good"),
		), []string{
			"A" + strings.Repeat(" ", 54) + "Good",
			"www" + strings.Repeat(" ", 52) + "Good",
			strings.Repeat("i", 52) + "   Good",
		}},
		{"bullets", onePage(
			inFont("F2", 9, 72, 700, "n"), at(90, 700, "The quality of plans"), at(90, 686, "for care leavers."),
			inFont("F2", 9, 72, 666, "n"), at(90, 666, "Oversight."),
		), []string{
			"■ The quality of plans",
			"   for care leavers.",
			"■ Oversight.",
		}},
		{"a blank line between paragraphs", onePage(
			at(72, 700, "One paragraph"), at(72, 685, "goes on."), at(72, 658, "Another."),
		), []string{"One paragraph", "goes on.", "", "Another."}},
		{"a number close to its paragraph", onePage(at(72, 700, "10."), at(72+16.7+1.2, 700, "Leaders know")),
			[]string{"10. Leaders know"}},
		{"footnotes", onePage(
			at(72, 700, "the local area"), sized(7, 72+72.2, 704, "2"), at(160, 700, "and"),
			sized(7, 72, 100, "2"), sized(9, 78, 97, "It is a council."),
		), []string{"the local area2 and", "", "", "2", "  It is a council."}},
		{"a page number beside two lines", onePage(
			sized(8, 72, 50, "Inspection of Wexcombe"), sized(12, 500, 41, "2"), sized(8, 72, 40, "1 to 5 May 2024"),
		), []string{
			"Inspection of Wexcombe",
			"1 to 5 May 2024" + strings.Repeat(" ", 97) + "2",
		}},
		{"a hyphen at the end of a line", onePage(at(72, 700, "a multi-"), at(72, 686, "agency hub")),
			[]string{"a multi-", "agency hub"}},
		{"bold by drawing it twice", onePage(at(72, 700, "Had had"), at(72.4, 700, "Had had")), []string{"Had had"}},
		{"invisible text over the same text", onePage(at(72, 700, "Seen"), "3 Tr", at(72, 700, "Seen")), []string{"Seen"}},
		{"invisible text over a scan", onePage("3 Tr", at(72, 700, "Recognised")), []string{"Recognised"}},
		{"beyond the edges", onePage(at(72, 700, "Seen"), at(72, 900, "above"), at(-90, 700, "left"), at(700, 700, "right")), []string{"Seen"}},
		{"written upwards at the edge", onePage(
			at(72, 700, "One line"), at(72, 686, "Another line"), at(72, 672, "A third"),
			"BT /F1 12 Tf 0 1 -1 0 560 660 Tm (DRAFT) Tj ET",
		), []string{"One line", "Another line", "A third", strings.Repeat(" ", 96) + "DRAFT"}},
		{"a page that lies on its side", document{rotate: 90, pages: []string{
			"BT /F1 12 Tf 0 1 -1 0 200 100 Tm (Overall) Tj ET BT /F1 12 Tf 0 1 -1 0 200 300 Tm (Good) Tj ET",
		}}.bytes(), []string{"Overall" + strings.Repeat(" ", 30) + "Good"}},
		{"packed streams", document{packed: true, pages: []string{at(72, 700, "Packed")}}.bytes(), []string{"Packed"}},
		{"characters that are no text", withCharacters(), []string{"\uf0b7 so\u00adcial fi \U0001f600"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := textOf(test.file, pdf.Options{})
			require.NoError(t, err)
			assert.Equal(t, strings.Join(test.want, "\n")+"\n\f", got)
		})
	}
}

// withCharacters returns a PDF with a bullet of a symbol font, a soft hyphen, a
// ligature, a character beyond 16 bits, a NUL and half a surrogate pair.
func withCharacters() []byte {
	return document{
		pages:     []string{inFont("F3", 12, 72, 700, "A soBcial C DEF")},
		resources: "/Font << /F3 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {0} >> >>",
		streams: []stream{{contents: "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 6 beginbfchar " +
			"<41> <F0B7> <42> <00AD> <43> <FB01> <44> <D83DDE00> <45> <0000> <46> <D800> endbfchar endcmap"}},
	}.bytes()
}

func TestTextOfPages(t *testing.T) {
	t.Parallel()
	got, err := textOf(document{pages: []string{at(72, 700, "One"), "", at(72, 700, "Three")}}.bytes(), pdf.Options{})
	require.NoError(t, err)
	assert.Equal(t, "One\n\f\fThree\n\f", got)
}

const square = "0 0 100 100 re f"

// scan is a page that is a picture, in a document with the page's resources.
const scan = "q 595 0 0 842 0 0 cm /I Do Q"

func withScan(pages ...string) document {
	return document{pages: pages, resources: "/XObject << /I {0} >>", streams: []stream{{
		"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "\x00",
	}}}
}

func TestTextErrors(t *testing.T) {
	t.Parallel()
	whole := document{packed: true, pages: []string{at(72, 700, "One"), at(72, 700, "Two")}}.bytes()
	damaged := bytes.Clone(whole)
	damaged[bytes.Index(whole, []byte("\nendstream"))-1] ^= 4 // of the checksum
	unbegun := bytes.Replace(whole, []byte("stream\n"), []byte("straam\n"), 1)
	for _, test := range []struct {
		name string
		file []byte
		err  error
		says string
		text string
	}{
		{"nothing", nil, pdf.ErrEmpty, "pdf: empty: no bytes", ""},
		{"no pages", document{}.bytes(), pdf.ErrEmpty, "pdf: empty: no pages", ""},
		{"a blank page", onePage(), pdf.ErrEmpty, "pdf: empty: 1 blank page", ""},
		{"a scan", withScan(scan, scan).bytes(), pdf.ErrNoText, "pdf: no text: 2 pages, scanned or drawn as shapes", ""},
		{"shapes", onePage(square), pdf.ErrNoText, "pdf: no text: 1 page, scanned or drawn as shapes", ""},
		{"a scan among others", withScan(at(72, 700, "One"), scan, scan).bytes(), pdf.ErrNoText,
			"pdf: page 2 of 3: no text: a picture, as are 1 more", "One\n\f\f\f"},
		{"a password", document{encrypted: true, pages: []string{at(72, 700, "One")}}.bytes(), pdf.ErrEncrypted,
			"pdf: encrypted: it opens with a password only", ""},
		{"a text file", []byte("Inspection of Wexcombe"), pdf.ErrNotPDF, "pdf: not a PDF", ""},
		{"a Word file", []byte("PK\x03\x04\x14\x00"), pdf.ErrNotPDF, "pdf: not a PDF: a Word file or another zip archive", ""},
		{"a web page", []byte("\xEF\xBB\xBF\n<!doctype html>"), pdf.ErrNotPDF, "pdf: not a PDF: a web page", ""},
		{"its head alone", []byte("%PDF-1.7\n"), pdf.ErrDamaged, "pdf: damaged: its end is missing", ""},
		{"head and end alone", []byte("%PDF-1.7\n%%EOF\n"), pdf.ErrDamaged, "pdf: damaged: 3: incorrect format", ""},
		{"the end cut off", whole[:len(whole)-8], pdf.ErrDamaged, "pdf: damaged: its end is missing", "One\n\fTwo\n\f"},
		{"a flipped bit", damaged, pdf.ErrDamaged, "does not unpack: zlib: invalid checksum", "One\n\fTwo\n\f"},
		{"a stream without its beginning", unbegun, pdf.ErrDamaged, "pdf: damaged: a stream in it lacks its beginning or its end", "\fTwo\n\f"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			text, err := textOf(test.file, pdf.Options{})
			require.ErrorIs(t, err, test.err)
			assert.ErrorContains(t, err, test.says)
			var structured *pdf.Error
			require.ErrorAs(t, err, &structured)
			assert.Equal(t, test.text, text)
		})
	}
}

func TestTextLimits(t *testing.T) {
	t.Parallel()
	file := document{pages: []string{at(72, 700, "One"), at(72, 700, "Two"), at(72, 700, "Three")}}.bytes()
	big := document{packed: true, pages: []string{at(72, 700, "One") + strings.Repeat(" ", 40<<20)}}.bytes()
	for _, test := range []struct {
		name string
		file []byte
		opts pdf.Options
		says string
		text string
	}{
		{"file", file, pdf.Options{MaxFile: 100}, fmt.Sprintf("pdf: over the limit: a file of %d bytes, of 100 at most", len(file)), ""},
		{"pages", file, pdf.Options{MaxPages: 2}, "pdf: over the limit: 3 pages, of 2 at most", ""},
		{"text", file, pdf.Options{MaxText: 12}, "pdf: page 3 of 3: over the limit: more than 12 bytes of text", "One\n\fTwo\n\f"},
		{"memory", big, pdf.Options{MaxMemory: 30 << 20}, "pdf: page 1 of 1: over the limit: it takes more than 31457280 bytes of memory to read", ""},
		{"memory for a start", file, pdf.Options{MaxMemory: 1}, "", "One\n\fTwo\n\fThree\n\f"},
		{"none", big, pdf.Options{}, "", "One\n\f"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			text, err := textOf(test.file, test.opts)
			if test.says == "" {
				require.NoError(t, err)
			} else {
				require.ErrorIs(t, err, pdf.ErrTooLarge)
				assert.EqualError(t, err, test.says)
			}
			assert.Equal(t, test.text, text)
		})
	}
}

// hostile returns a PDF of two pages, of which the second draws a form that draws
// the next form ten times, and so on, so many forms deep.
func hostile(deep int) []byte {
	d := document{pages: []string{at(72, 700, "One"), "/X0 Do"}, resources: "/XObject << /X0 {0} >>"}
	for i := range deep {
		d.streams = append(d.streams, stream{
			fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [ 0 0 595 842 ] /Resources << /XObject << /X {%d} >> >>", i+1),
			strings.Repeat("/X Do ", 10),
		})
	}
	d.streams[len(d.streams)-1] = stream{"/Type /XObject /Subtype /Form /BBox [ 0 0 595 842 ]", square}
	return d.bytes()
}

func TestTextEndsWithItsContext(t *testing.T) {
	t.Parallel()
	_, err := textOf(onePage(at(72, 700, "One")), pdf.Options{}) // PDFium is compiled then
	require.NoError(t, err)
	file := hostile(14)

	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	start := time.Now()
	text, err := pdf.Text(ctx, bytes.NewReader(file), int64(len(file)), pdf.Options{})
	assert.Less(t, time.Since(start), 20*time.Second) // the machine may be busy
	require.ErrorIs(t, err, context.DeadlineExceeded)
	assert.EqualError(t, err, "pdf: page 2 of 2: context deadline exceeded")
	assert.Equal(t, "One\n\f", text)

	stopped, stop := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, stop)
	_, err = pdf.Text(stopped, bytes.NewReader(file), int64(len(file)), pdf.Options{})
	require.ErrorIs(t, err, context.Canceled)

	_, err = pdf.Text(stopped, bytes.NewReader(file), int64(len(file)), pdf.Options{})
	assert.EqualError(t, err, "pdf: context canceled")
}

func TestTextIsSafeForConcurrentUse(t *testing.T) {
	t.Parallel()
	bad := hostile(14)
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			if i%4 == 0 {
				ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
				defer cancel()
				_, err := pdf.Text(ctx, bytes.NewReader(bad), int64(len(bad)), pdf.Options{})
				assert.ErrorIs(t, err, context.DeadlineExceeded)
				return
			}
			word := fmt.Sprint("Report", i)
			text, err := textOf(onePage(at(72, 700, word)), pdf.Options{MaxMemory: int64(64+i) << 20})
			assert.NoError(t, err)
			assert.Equal(t, word+"\n\f", text)
		})
	}
	group.Wait()
}

func TestCacheDir(t *testing.T) {
	t.Parallel()
	file, opts := onePage(at(72, 700, "One")), pdf.Options{CacheDir: t.TempDir()}
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	_, err := pdf.Text(ctx, bytes.NewReader(file), int64(len(file)), opts)
	require.ErrorIs(t, err, context.DeadlineExceeded, "nobody waits longer than its context for PDFium to be compiled")

	text, err := textOf(file, opts)
	require.NoError(t, err)
	assert.Equal(t, "One\n\f", text)
	kept, err := os.ReadDir(opts.CacheDir)
	require.NoError(t, err)
	assert.NotEmpty(t, kept)
}

func TestCacheDirThatIsNone(t *testing.T) {
	t.Parallel()
	name := t.TempDir() + "/file"
	require.NoError(t, os.WriteFile(name, nil, 0o600))
	_, err := textOf(onePage(at(72, 700, "One")), pdf.Options{CacheDir: name})
	assert.ErrorContains(t, err, "starting PDFium")
}

// reader is an io.ReaderAt by a function.
type reader func(p []byte, off int64) (int, error)

func (r reader) ReadAt(p []byte, off int64) (int, error) { return r(p, off) }

func TestTextOfBrokenReaders(t *testing.T) {
	t.Parallel()
	cause := errors.New("the disk is gone")
	_, err := pdf.Text(context.Background(), reader(func([]byte, int64) (int, error) { return 0, cause }), 10, pdf.Options{})
	require.ErrorIs(t, err, cause)
	assert.EqualError(t, err, "pdf: reading the file: the disk is gone")

	_, err = pdf.Text(context.Background(), reader(func([]byte, int64) (int, error) { panic("out of order") }), 10, pdf.Options{})
	assert.ErrorContains(t, err, "out of order")

	file := onePage(at(72, 700, "One"))
	_, err = pdf.Text(context.Background(), bytes.NewReader(file), int64(len(file))+1, pdf.Options{})
	assert.Error(t, err)
}

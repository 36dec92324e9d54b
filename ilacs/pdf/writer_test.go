package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// document is a PDF that a test writes: its pages, each by the operators that
// draw it, and what is odd about it.
type document struct {
	pages     []string
	packed    bool     // with packed streams
	encrypted bool     // with a password that nobody knows
	rotate    int      // of all pages, in degrees
	resources string   // of all pages, beside the fonts F1 (Helvetica) and F2 (ZapfDingbats)
	streams   []stream // that resources and each other's dictionaries name, as {0}, {1} …
}

// stream is an object of a PDF with bytes.
type stream struct{ dict, contents string }

// onePage returns the PDF of a page.
func onePage(operators ...string) []byte {
	return document{pages: []string{strings.Join(operators, "\n")}}.bytes()
}

// at draws a text in Helvetica of 12 points.
func at(x, y float64, text string) string { return sized(12, x, y, text) }

// sized draws a text in Helvetica.
func sized(size, x, y float64, text string) string { return inFont("F1", size, x, y, text) }

func inFont(font string, size, x, y float64, text string) string {
	text = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(text)
	return fmt.Sprintf("BT /%s %g Tf %g %g Td (%s) Tj ET", font, size, x, y, text)
}

func (d document) bytes() []byte {
	var objects []string
	add := func(object string) int {
		objects = append(objects, object)
		return len(objects)
	}
	addStream := func(s stream) int {
		if d.packed {
			var b bytes.Buffer
			w := zlib.NewWriter(&b)
			w.Write([]byte(s.contents))
			w.Close()
			s = stream{s.dict + " /Filter /FlateDecode", b.String()}
		}
		return add(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", s.dict, len(s.contents), s.contents))
	}
	catalog, pages := add("<< /Type /Catalog /Pages 2 0 R >>"), add("")
	helvetica := add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	dingbats := add("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>")
	references := make([]string, 0, 2*len(d.streams))
	for i := range d.streams {
		references = append(references, fmt.Sprintf("{%d}", i), fmt.Sprintf("%d 0 R", len(objects)+1+i))
	}
	numbered := strings.NewReplacer(references...)
	for _, s := range d.streams {
		addStream(stream{numbered.Replace(s.dict), s.contents})
	}
	fonts := fmt.Sprintf("/Font << /F1 %d 0 R /F2 %d 0 R ", helvetica, dingbats)
	resources := numbered.Replace(d.resources)
	if strings.Contains(resources, "/Font <<") {
		resources = strings.Replace(resources, "/Font <<", fonts, 1)
	} else {
		resources += fonts + ">>"
	}
	var kids strings.Builder
	for _, operators := range d.pages {
		contents := addStream(stream{contents: operators})
		fmt.Fprintf(&kids, "%d 0 R ", add(fmt.Sprintf("<< /Type /Page /Parent %d 0 R /Rotate %d /Contents %d 0 R >>", pages, d.rotate, contents)))
	}
	objects[pages-1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] /MediaBox [ 0 0 595 842 ] /Resources << %s >> >>", len(d.pages), kids.String(), resources)

	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(objects))
	for i, object := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	trailer := fmt.Sprintf("/Size %d /Root %d 0 R", len(objects)+1, catalog)
	if d.encrypted {
		some := strings.Repeat("41", 32)
		trailer += fmt.Sprintf(" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [ <%s> <%s> ]", some, some, some, some)
	}
	fmt.Fprintf(&b, "trailer\n<< %s >>\nstartxref\n%d\n%%%%EOF\n", trailer, xref)
	return b.Bytes()
}

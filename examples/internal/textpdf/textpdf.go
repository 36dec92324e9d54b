// Package textpdf makes PDFs of texts, for the tests of the examples that read both.
package textpdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Picture stands for a page that is a picture, without text.
const Picture = "\x01"

// linesOfPage is how many lines fit on a page.
const linesOfPage = 70

// escape writes a text in the encoding of the font, as a string of a PDF.
var escape = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`,
	"’", `\222`, "‘", `\221`, "“", `\223`, "”", `\224`, "–", `\226`, "◼", `\225`)

// Of returns a PDF that has the lines of a text in a font of one width. A page ends
// at a form feed, or where it is full.
func Of(text string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"}
	add := func(object string) int {
		objects = append(objects, object)
		return len(objects)
	}
	var kids []string
	for page := range strings.SplitSeq(strings.TrimRight(text, "\f\n"), "\f") {
		for lines := range slices.Chunk(strings.Split(page, "\n"), linesOfPage) {
			operators := draw(lines)
			contents := add(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(operators), operators))
			kids = append(kids, fmt.Sprintf("%d 0 R", add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", contents))))
		}
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s ] /MediaBox [ 0 0 595 842 ] /Resources << /Font << /F1 3 0 R >> >> >>", len(kids), strings.Join(kids, " "))
	return file(objects)
}

// draw returns the operators that draw a page.
func draw(lines []string) string {
	if slices.Equal(lines, []string{Picture}) {
		return "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
	}
	var b strings.Builder
	b.WriteString("BT /F1 8 Tf 11 TL 30 810 Td\n")
	for _, line := range lines {
		fmt.Fprintf(&b, "(%s) Tj T*\n", escape.Replace(line))
	}
	b.WriteString("ET")
	return b.String()
}

// file returns the PDF of its objects, of which the first is the catalog.
func file(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, object := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

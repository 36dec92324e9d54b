package book_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/ilacs-go/inspection/examples/workbook/book"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// The reports, and the facts taken from them, lie beside the repository and are
// not part of it.
const shared = "../../../../shared"

// BenchmarkWorkbook makes a workbook from the texts of 60 real reports: reading
// them, comparing those of one authority, and writing the sheets.
//
//	go test -run '^$' -bench Workbook ./book
func BenchmarkWorkbook(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(shared, "corpus/layout/*.txt"))
	if err != nil || len(files) < 60 {
		b.Skip("no real reports: ../shared/corpus is not here")
	}
	var texts []string
	for _, f := range files[:60] {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	b.ReportAllocs()
	for b.Loop() {
		var documents []book.Document
		for i, text := range texts {
			report, err := ilacs.Parse(text)
			documents = append(documents, book.Document{Name: filepath.Base(files[i]), Report: report, Err: err})
		}
		var out bytes.Buffer
		if err := book.Write(&out, documents, civil.Date{}); err != nil {
			b.Fatal(err)
		}
		if out.Len() == 0 {
			b.Fatal("nothing was written")
		}
	}
}

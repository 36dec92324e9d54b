package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ilacs-go/inspection/ilacs/pdf"
)

func ExampleText() {
	// A real program opens a file: an *os.File is an io.ReaderAt.
	file := onePage(
		sized(18, 72, 760, "Inspection of Wexcombe"),
		at(72, 720, "Judgement"), at(330, 720, "Grade"),
		at(72, 700, "The experiences and progress of"),
		at(72, 686, "children in care"), at(330, 700, "Good"),
	)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	text, err := pdf.Text(ctx, bytes.NewReader(file), int64(len(file)), pdf.Options{MaxPages: 200})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(text)
	// Output:
	// Inspection of Wexcombe
	//
	// Judgement                              Grade
	// The experiences and progress of        Good
	// children in care
}

func ExampleError() {
	file := document{encrypted: true, pages: []string{at(72, 700, "Secret")}}.bytes()
	_, err := pdf.Text(context.Background(), bytes.NewReader(file), int64(len(file)), pdf.Options{})
	fmt.Println(err)
	fmt.Println(errors.Is(err, pdf.ErrEncrypted))

	file = withScan(at(72, 700, "The letter"), scan, at(72, 700, "The end")).bytes()
	text, err := pdf.Text(context.Background(), bytes.NewReader(file), int64(len(file)), pdf.Options{})
	var e *pdf.Error
	if errors.As(err, &e) {
		fmt.Printf("%q, but page %d of %d is %s\n", text, e.Page, e.Pages, e.Reason)
	}
	// Output:
	// pdf: encrypted: it opens with a password only
	// true
	// "The letter\n\f\fThe end\n\f", but page 2 of 3 is a picture
}

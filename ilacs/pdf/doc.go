// Package pdf turns a PDF into the text that ilacs.Parse reads.
//
// [Text] prints a page as pdftotext -layout does: lines as they stand on the
// page, with their indents, the gaps between columns and blank lines between
// paragraphs, and a form feed after each page. Letters come as the file names
// them: soft hyphens and the private characters of symbol fonts stay as they
// are, and ilacs.Parse knows what to make of them. What is drawn twice in one
// place, to be bold or as invisible text over a scan, is printed once, and what
// lies beyond the edges of the page is left out.
//
//	f, err := os.Open("report.pdf")
//	…
//	info, err := f.Stat()
//	…
//	ctx, cancel := context.WithTimeout(ctx, time.Minute)
//	defer cancel()
//	text, err := pdf.Text(ctx, f, info.Size(), pdf.Options{})
//
// # PDFium in WebAssembly
//
// The file is read by PDFium, the library of the Chrome browser, compiled to
// WebAssembly (github.com/klippa-app/go-pdfium), without cgo. Each call of Text
// has an instance of its own that sees no files, no network and no memory but its
// own, and that is discarded at the end of the call, so that no file can spoil
// the next. Instances are not pooled: one starts in a few milliseconds. It takes
// 19 MB, and up to [Options.MaxMemory] for a file that needs more; a program that
// calls Text from many goroutines should limit their number accordingly.
//
// The first call of a process compiles PDFium, once for all: some seconds.
// [Options.CacheDir] keeps what was compiled for the next process. ctx ends the
// wait, and it ends the reading of a page that would never end.
//
// # What is lost, and how Text says so
//
// There is no character recognition: of scanned pages Text returns [ErrNoText].
// PDFium reads what it can of a damaged file without a word, so Text looks for
// signs of damage itself (an end cut off, streams that do not unpack to what was
// packed) and returns [ErrDamaged] with what could be read. A fault in the few
// bytes between the streams can still lose a page unseen: of 200 copies of a real
// report in which one bit was flipped, 118 were refused, 80 read the same, and 2
// had lost text.
//
// Words written upwards stand on lines of their own. Text in several columns is
// printed side by side, as it stands.
//
// # How well and how fast
//
// On 54 reports and 17 letters of Ofsted of 2013 to 2026, which are not part of
// this repository, the words are those of pdftotext -layout but for 4 of 520,000
// (recall 0.99999), blank lines stand in the same places but for 26 of 48,000, and
// every grade, date and area for improvement that ilacs.Parse reads is the same.
// On two cores of a Xeon a report takes 0.19 s (median; the longest, of 66 pages,
// 0.58 s), and pdftext turns the 54 reports into text in 10 s. The first call takes
// 2 s more, or 0.2 s with CacheDir, which then holds 22 MB. The program is 15.5 MB.
// About two thirds of the time goes on checks whether to stop, without which
// nothing could end a hostile page.
//
//	go test -run RealReports . && go test -run '^$' -bench . -benchtime 1x .
package pdf

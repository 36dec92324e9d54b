package render

import (
	"io"

	"github.com/ilacs-go/inspection/ilacs"
)

// ProgressHTML writes what changed between two visits as one HTML page that asks
// for nothing else: no script, no image, no font. It shows what
// [ProgressMarkdown] does, and besides it the passages nearest to what is not revisited and how much was said of each theme.
// It prints well. No meaning is told by colour alone:
// statuses, grades and trends are signs and words too. The notes are sentences
// to stand on top, such as where the documents are from and under which licence.
func ProgressHTML(w io.Writer, p ilacs.Progress, notes ...string) error {
	return writeHistoryHTML(w, NewProgressPage(p).alone(), notes)
}

// HistoryHTML writes what changed over several visits in the form of
// [ProgressHTML]: all visits with their grades, each comparison in order, and
// the course of the themes over the years. A history of fewer than two visits
// is an error.
func HistoryHTML(w io.Writer, h ilacs.History, notes ...string) error {
	page, err := NewHistoryPage(h)
	if err != nil {
		return err
	}
	return writeHistoryHTML(w, page, notes)
}

func writeHistoryHTML(w io.Writer, page HistoryPage, notes []string) error {
	var clean []string
	for _, note := range notes {
		clean = append(clean, PlainText(note))
	}
	return writeHTML(w, "history.gohtml", struct {
		HistoryPage
		Notes  []string
		Caveat string
	}{page, clean, Caveat})
}

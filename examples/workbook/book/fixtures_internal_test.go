package book

import (
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// The tests outside the package use these as well.
var (
	Asking  = asking
	Improve = improve
)

// asking is a letter that asks for things.
func asking(name, council, start string, asks ...finding.Finding) Document {
	r := &ilacs.Report{Visit: ilacs.Visit{Authority: council, Type: ilacs.VisitTypeFocused}, Source: ilacs.SourceLetter, Findings: asks}
	if start != "" {
		r.Visit.Start = civil.MustParse(start)
		r.Visit.End = r.Visit.Start
	}
	at := 0
	for i, f := range r.Findings {
		r.Findings[i].Span = finding.Span{Start: at, End: at + len(f.Text)}
		r.Findings[i].Reading = finding.Context{Section: f.Section}.Classify(f.Text)
		at += len(f.Text) + 1
	}
	return Document{Name: name, Report: r}
}

func improve(text string) finding.Finding {
	return finding.Finding{Text: text, Section: finding.SectionImprove}
}

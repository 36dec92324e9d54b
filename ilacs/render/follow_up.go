package render

import "github.com/ilacs-go/inspection/ilacs"

// A FollowUp is an [ilacs.FollowUp] in words: what became of one area for
// improvement.
type FollowUp struct {
	Number     int // in the earlier list, from 1
	Item       Quotation
	Status     Mark
	Confidence string // "high"
	Reason     string // a sentence
	Evidence   []Quotation
	// Nearest is set where the later document does not return to the item:
	// Evidence is then only what comes nearest to it.
	Nearest bool
	Parts   []Part
}

// A Part is an [ilacs.Part]: what became of one of several things that an item
// asks for.
type Part struct {
	Text   string
	Status Mark
}

func newFollowUp(f ilacs.FollowUp, number int, before, after string) FollowUp {
	out := FollowUp{
		Number: number, Item: quote(f.Item, before), Status: statusMark(f.Status),
		Confidence: lower(f.Confidence.String()), Reason: sentence(f.Reason),
		Nearest: f.Status == ilacs.StatusNotRevisited,
	}
	for _, e := range f.Evidence {
		out.Evidence = append(out.Evidence, quote(e, after))
	}
	for _, part := range f.Parts {
		out.Parts = append(out.Parts, Part{PlainText(part.Text), statusMark(part.Status)})
	}
	return out
}

package render

import (
	"fmt"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

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

// A Tally is how many follow-ups have a status.
type Tally struct {
	Status Mark
	Count  int
	Text   string // "2 persist"
}

// newTally counts the statuses, the best first.
func newTally(list []ilacs.FollowUp) []Tally {
	count := map[ilacs.Status]int{}
	for _, f := range list {
		count[f.Status]++
	}
	var tally []Tally
	for _, x := range statuses {
		n := count[x.status]
		if n == 0 {
			continue
		}
		mark := statusMark(x.status)
		verb := lower(mark.Word)
		if x.status == ilacs.StatusPersists && n != 1 {
			verb = "persist"
		}
		tally = append(tally, Tally{mark, n, fmt.Sprintf("%d %s", n, verb)})
	}
	return tally
}

// A ListRow is a row of two lists side by side, of what the earlier and the later
// document ask for: an earlier item and the later one that takes it up, or one of
// them alone.
type ListRow struct {
	Number  int // of the earlier item; 0 for none
	Status  Mark
	Earlier string // the earlier item
	Letter  string // of the later item; "" for none
	Later   string // the later item, "" where a row above has it
}

// newListRows sets both lists side by side. Where the later one is not given, it
// is what the comparison has of it.
func newListRows(p ilacs.Progress, later []finding.Finding) []ListRow {
	if later == nil {
		for _, a := range p.Asked {
			later = append(later, a.Item)
		}
	}
	shown := make([]bool, len(later))
	var rows []ListRow
	for i, f := range p.FollowUps {
		row := ListRow{Number: i + 1, Status: statusMark(f.Status), Earlier: PlainText(f.Item.Text)}
		if n := answer(p, i, later); n >= 0 {
			row.Letter = letter(n)
			if !shown[n] {
				row.Later, shown[n] = PlainText(later[n].Text), true
			}
		}
		rows = append(rows, row)
	}
	for n, f := range later {
		if !shown[n] {
			rows = append(rows, ListRow{Letter: letter(n), Later: PlainText(f.Text)})
		}
	}
	return rows
}

// answer returns the place in the later list of the first item that asks again
// for an earlier one, or -1.
func answer(p ilacs.Progress, earlier int, later []finding.Finding) int {
	for _, a := range p.Asked {
		if a.Recurrence == ilacs.RecurrenceAgain && slices.Contains(a.Of, earlier) {
			return slices.IndexFunc(later, func(f finding.Finding) bool { return same(a.Item, f) })
		}
	}
	return -1
}

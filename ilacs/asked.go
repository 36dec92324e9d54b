package ilacs

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// askedItems are the later items, in the order of the text; earlier is what the earlier
// document says.
func askedItems(r follow.Result, earlier *passage.Document) []Asked {
	out := make([]Asked, len(r.Asked))
	for i, a := range r.Asked {
		out[i] = Asked{Item: a.Item, Recurrence: recurrenceOf[a.Recurrence], Of: a.Of}
		if out[i].Recurrence == RecurrenceNew {
			out[i].PraisedBefore = praisedBefore(a.Item, earlier, r.Weights)
		}
	}
	return out
}

// When the earlier document is taken to praise what is asked for later. They were
// chosen by reading what they give on reports of the corpus; no labels measure them.
const (
	// leastPraisedBefore is the share of the words of what is asked for, by their weight,
	// that the sentence must have.
	leastPraisedBefore = 0.5
	// leastFaultedBefore is the share from which another sentence is taken to fault it, or
	// to ask for it, already then.
	leastFaultedBefore = 0.2
	// leastPraisePerFault is how many sentences must praise what the item is first about
	// for each that faults it.
	leastPraisePerFault = 4
)

// praisedBefore is the sentence of the earlier document that surely praises what a later
// item asks for, nil where there is none, or where that document faults it too.
func praisedBefore(asked finding.Finding, earlier *passage.Document, weights passage.WordWeights) *finding.Finding {
	if len(asked.Themes) == 0 {
		return nil
	}
	about := asked.Themes[0]
	words := askedWords(asked)
	var best *finding.Finding
	most, praise, fault := 0.0, 0, 0
	for i := range earlier.Passages {
		p := &earlier.Passages[i]
		if p.Past || !slices.Contains(p.Themes, about) {
			continue
		}
		switch {
		case p.Section.Asks() || p.Polarity == finding.Concern || p.Polarity == finding.Mixed:
			if p.Themes[0] == about {
				fault++
			}
			if weights.Share(words, p.Words) >= leastFaultedBefore {
				return nil
			}
		case p.Polarity == finding.Strength && p.Speaker != finding.SpeakerCouncil:
			if p.Themes[0] == about {
				praise++
			}
			if share := weights.Share(words, p.Words); share > most && isQuotable(p.Text) && !isBackground(p.Text) && mayShareAspect(&asked, p.Finding) {
				best, most = p.Finding, share
			}
		}
	}
	if most < leastPraisedBefore || praise < leastPraisePerFault*fault {
		return nil
	}
	found := *best
	return &found
}

// mayShareAspect reports whether two findings speak of one quality, or one of them of
// none: that assessments are good says nothing of how timely they are.
func mayShareAspect(f, g *finding.Finding) bool {
	return len(f.Aspects) == 0 || len(g.Aspects) == 0 || slices.ContainsFunc(f.Aspects, func(a finding.Aspect) bool { return slices.Contains(g.Aspects, a) })
}

// askedWords are the words of what an item asks for, without what that is for.
func askedWords(item finding.Finding) []passage.Word {
	text, _ := withoutPurpose(item.Text, shortestAsk)
	return passage.Of(finding.Finding{Text: text}).Words
}

// shortestAsk is more bytes than stand before the purpose where an item begins with it:
// "Ensure that".
const shortestAsk = len("Ensure that")

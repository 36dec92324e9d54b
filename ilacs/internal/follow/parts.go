package follow

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
)

// partsOf cuts an item that asks for several things into its parts; none where
// it asks for one.
func partsOf(item passage.Passage) []passage.Passage {
	if len(item.Themes) < 2 {
		return nil
	}
	for _, texts := range [][]string{clauses(item.Text), examples(item.Text)} {
		if parts := readParts(item, texts); len(parts) > 1 {
			return parts
		}
	}
	return nil
}

// readParts reads each text as a part of an item; none where one has no theme of
// its own.
func readParts(item passage.Passage, texts []string) []passage.Passage {
	var parts []passage.Passage
	for _, text := range texts {
		f := *item.Finding
		f.Text, f.Reading = text, finding.Context{Section: f.Section, Area: f.Area}.Classify(text)
		part := passage.Of(f)
		part.Board = item.Board
		if len(part.Words) == 0 || len(part.Topics) == 0 {
			return nil
		}
		if slices.ContainsFunc(parts, func(p passage.Passage) bool { return p.Topics[0] == part.Topics[0] }) {
			return nil
		}
		parts = append(parts, part)
	}
	return parts
}

// fewestWords is how many words a part that is not one of a list of names has at
// least. In "the council and the trust should ensure" nothing is asked for twice.
const fewestWords = 3

// clauses cuts a text at semicolons, at the dashes of a list within it, at "and
// the" and "and that". What stands before a colon belongs to each clause after
// it: "The recording of: visits; pathway plans".
func clauses(text string) []string {
	head := ""
	if before, after, ok := strings.Cut(text, ": "); ok {
		head, text = before+" ", after
	}
	var out []string
	for _, t := range strings.FieldsFunc(cuts.Replace(text), func(r rune) bool { return r == cut }) {
		t = head + strings.TrimLeft(t, "-\u2212\u2013 ")
		if len(strings.Fields(t)) < fewestWords {
			return nil
		}
		out = append(out, t)
	}
	return out
}

const cut = '\x00'

// cuts marks where one clause ends and another begins.
var cuts = strings.NewReplacer(
	"; and ", string(cut), "; ", string(cut), " - ", string(cut), " \u2212 ", string(cut), " \u2013 ", string(cut),
	", and the ", string(cut)+"the ", " and the ", string(cut)+"the ",
	", and that ", string(cut)+"that ", " and that ", string(cut)+"that ",
)

// examples are what an item names after "including" or "such as", three or more
// with commas between: "children missing from care, privately fostered children
// and homeless 16-year-olds" are two, of which the last holds two.
func examples(s string) []string {
	for _, word := range []string{" including ", " such as "} {
		_, list, ok := strings.Cut(s, word)
		if !ok {
			continue
		}
		var out []string
		for t := range strings.SplitSeq(list, ", ") {
			if text.HasAnyPrefix(t, "is ", "are ", "has ", "have ", "to ", "so ", "that ", "which ", "where ", "and that ", "in order ") {
				break // the sentence goes on after the list
			}
			out = append(out, strings.TrimPrefix(t, "and "))
		}
		return out
	}
	return nil
}

// differ reports whether the parts that the later document returns to have not
// all the same status.
func differ(parts []Outcome) bool {
	first := Status(0)
	for _, o := range parts {
		switch {
		case o.Status == NotRevisited:
		case first == 0:
			first = o.Status
		case o.Status != first:
			return true
		}
	}
	return false
}

// returnedTo is the outcome of a part, where the later document returns to one though not
// to the whole.
func returnedTo(whole Outcome, outcomes []Outcome) Outcome {
	for _, o := range outcomes {
		if whole.Status == NotRevisited && o.Status != NotRevisited {
			o.Heard = whole.Heard
			return o
		}
	}
	return whole
}

// silentOn lowers the confidence in what became of an item where nothing was
// found on one of its parts.
func silentOn(whole Outcome, parts []passage.Passage, outcomes []Outcome) Outcome {
	for i, o := range outcomes {
		if o.Status == NotRevisited && whole.Status != NotRevisited {
			whole.Confidence = Low
			whole.Reason += "; nothing was found on its part \u201c" + partName(parts[i]) + "\u201d"
		}
	}
	return whole
}

// byParts is what became of an item whose parts have different fates.
func byParts(item finding.Finding, whole Outcome, parts []passage.Passage, outcomes []Outcome) FollowUp {
	fu := FollowUp{Item: item, Outcome: Outcome{Status: Partly, Evidence: inTurn(outcomes), Heard: whole.Heard}}
	var reasons []string
	for i, o := range outcomes {
		fu.Parts = append(fu.Parts, Part{partName(parts[i]), o.Status})
		reasons = append(reasons, partName(parts[i])+": "+o.Reason)
		fu.Confidence = max(fu.Confidence, o.Confidence) // the least sure
	}
	fu.Reason = strings.Join(reasons, "; ")
	return fu
}

func partName(p passage.Passage) string { return strings.TrimRight(p.Text, ".;:, ") }

// inTurn takes the evidence for each part in turn, the best for each first.
func inTurn(parts []Outcome) []finding.Finding {
	out := []finding.Finding{}
	for n, more := 0, true; more && len(out) < mostEvidence; n++ {
		more = false
		for _, o := range parts {
			if n >= len(o.Evidence) || len(out) == mostEvidence {
				continue
			}
			more = true
			if e := o.Evidence[n]; !slices.ContainsFunc(out, func(f finding.Finding) bool { return isSame(&f, &e) }) {
				out = append(out, e)
			}
		}
	}
	return out
}

// isSame reports whether two findings of one document are one.
func isSame(a, b *finding.Finding) bool { return a.Span == b.Span && a.Text == b.Text }

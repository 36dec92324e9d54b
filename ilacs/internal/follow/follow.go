// Package follow finds what became of the areas for improvement and priority
// actions of one document in a later one.
//
// For each item it looks for later findings that are about it (relevance.go),
// gathers them as evidence (evidence.go), decides the status by what they say
// (status.go) and gives the reason in words (reason.go). An item that asks for
// several things is followed part by part (parts.go). Which later items ask for
// the same again is a decision of its own, between items alone (asked.go).
package follow

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// Document is one of two documents of which the later may say what became of
// what the earlier asks for.
type Document struct {
	Findings *passage.Document
	// Noun is what the document is called: "report", "letter".
	Noun string
	// Partial: it is about a visit that looked at a part of the services.
	Partial bool
	// Focus is what the visit looked at, as its list names it.
	Focus []string
	// LastInspection: of an earlier document, it is about the inspection that the
	// later one means by "the last inspection".
	LastInspection bool
	// Broad: it asks for much at once, as reports of the single inspection framework did.
	Broad bool
	// Incomplete: it may ask for more than its findings do.
	Incomplete bool
}

// Result is what became of the items of a document.
type Result struct {
	// FollowUps are one for each item, in the order of the text.
	FollowUps []FollowUp
	// Asked are the later items, in the order of the text, each with the earlier
	// ones that ask for the same.
	Asked []Asked
	// Overall are the later sentences about the earlier items as a whole.
	Overall []finding.Finding
	// Weights are those of the words of the earlier document.
	Weights passage.WordWeights
}

// FollowUp is what became of one item.
type FollowUp struct {
	Item finding.Finding
	Outcome
	// Parts are those of an item that asks for several things, where they do not
	// share one fate.
	Parts []Part
}

// Outcome is what became of an item or of a part of one.
type Outcome struct {
	Status     Status
	Confidence Confidence
	Reason     string            // why, in a sentence
	Evidence   []finding.Finding // the findings that decide it, the best first
	Heard      Heard
}

// Part is one of several things that an item asks for.
type Part struct {
	Text   string
	Status Status
}

// Items follows up each item of the earlier document in the later one.
func Items(before, after Document) Result {
	f := NewFinder(before, after, Embedded())
	r := Result{FollowUps: []FollowUp{}, Asked: f.asked, Overall: f.overall, Weights: f.weights}
	for i := range f.items {
		e := f.Gather(f.items[i])
		r.FollowUps = append(r.FollowUps, f.FollowUp(e))
		f.discard(e)
	}
	return r
}

// Finder finds in a later document what became of the items of an earlier one.
type Finder struct {
	before, after Document
	tables        Tables
	weights       passage.WordWeights // of the words of the earlier document
	items         []passage.Passage   // of the earlier document
	candidates    []candidate
	paragraphs    []paragraph
	index         index
	overall       []finding.Finding        // later sentences about the items as a whole
	asked         []Asked                  // what is asked for later
	again         [][]int32                // for each item, what of asked surely asks for the same
	places        map[finding.Span][]int   // items by where they stand
	topics        map[finding.Theme]tally  // what is said on each topic
	spare         [][][relFeatures]float64 // room for the features of an item, which are a row for each candidate
}

// room returns rows of zeros, one for each candidate.
func (f *Finder) room() [][relFeatures]float64 {
	last := len(f.spare) - 1
	if last < 0 {
		return make([][relFeatures]float64, len(f.candidates))
	}
	rows := f.spare[last]
	f.spare = f.spare[:last]
	clear(rows)
	return rows
}

// discard takes back the room for the features of evidence that is no longer needed.
func (f *Finder) discard(e *Evidence) {
	f.spare = append(f.spare, e.Features)
	e.Features = nil
}

// candidate is a later finding that may be about an item.
type candidate struct {
	*passage.Passage
	vector    passage.Vector
	terms     termSet
	paragraph int // its place among the paragraphs
}

// paragraph is the candidates that stand in one numbered paragraph.
type paragraph struct {
	first  int // the first of them
	vector passage.Vector
	terms  termSet
}

// NewFinder returns a Finder that decides by the given tables.
func NewFinder(before, after Document, t Tables) *Finder {
	f := &Finder{before: before, after: after, tables: t, weights: before.Findings.Weights(), items: before.Findings.Items(), overall: overall(before, after), places: map[finding.Span][]int{}}
	for i := range f.items {
		f.places[f.items[i].Span] = append(f.places[f.items[i].Span], i)
	}
	f.asked = asked(f.items, after.Findings.Items(), before.Incomplete)
	f.again = make([][]int32, len(f.items))
	for k := range f.asked {
		if a := &f.asked[k]; a.Recurrence == Again {
			for _, i := range a.Of {
				f.again[i] = append(f.again[i], int32(k))
			}
		}
	}
	f.candidates = make([]candidate, 0, len(after.Findings.Passages))
	for i := range after.Findings.Passages {
		p := &after.Findings.Passages[i]
		if !passage.Evaluates(p.Section) || p.Past || (p.Polarity == finding.Neutral || p.Polarity == 0) && !p.Section.Asks() {
			continue
		}
		f.add(p)
	}
	f.readVectors()
	f.readTerms()
	f.countTopics()
	return f
}

// readVectors sets the index, and the vectors of the candidates and of their paragraphs.
func (f *Finder) readVectors() {
	index, words := newIndex(f.candidates)
	f.index = index
	vectors, weights := make([]*passage.Vector, len(index.known)), make([]float64, len(index.known))
	for n, w := range index.known {
		vectors[n], weights[n] = f.tables.Vectors.Of(w), f.weights.Of(w)
	}
	for i := range f.candidates {
		c := &f.candidates[i]
		for _, n := range words.of(i) {
			c.vector.Add(vectors[n], weights[n])
		}
		c.vector.Normalise()
	}
	var of []passage.Word
	for i := range f.paragraphs {
		p := &f.paragraphs[i]
		to := len(f.candidates)
		if i+1 < len(f.paragraphs) {
			to = f.paragraphs[i+1].first
		}
		if to == p.first+1 {
			p.vector = f.candidates[p.first].vector
			continue
		}
		of = of[:0]
		for k := p.first; k < to; k++ {
			of = append(of, f.candidates[k].Words...)
		}
		slices.Sort(of)
		for _, w := range slices.Compact(of) {
			n := index.words[w]
			p.vector.Add(vectors[n], weights[n])
		}
		p.vector.Normalise()
	}
}

// add makes a passage a candidate, in the paragraph of the last one where both
// stand in the same.
func (f *Finder) add(p *passage.Passage) {
	n := len(f.candidates)
	if n == 0 || p.Paragraph <= 0 || p.Paragraph != f.candidates[n-1].Paragraph || p.Section != f.candidates[n-1].Section {
		f.paragraphs = append(f.paragraphs, paragraph{first: n})
	}
	f.candidates = append(f.candidates, candidate{Passage: p, paragraph: len(f.paragraphs) - 1})
}

func (f *Finder) vector(words []passage.Word) passage.Vector {
	var v passage.Vector
	for _, w := range words {
		v.Add(f.tables.Vectors.Of(w), f.weights.Of(w))
	}
	v.Normalise()
	return v
}

// Candidates are the later findings that may be about an item, in the order of
// the text.
func (f *Finder) Candidates() []finding.Finding {
	out := make([]finding.Finding, len(f.candidates))
	for i := range f.candidates {
		out[i] = *f.candidates[i].Finding
	}
	return out
}

// FollowUp decides what became of an item by the evidence for it: part by part
// where it asks for several things.
func (f *Finder) FollowUp(e *Evidence) FollowUp {
	if again := e.inTheSameWords(); again != nil {
		return FollowUp{Item: *e.item.Finding, Outcome: Outcome{Persists, High, "asked for again in the same words", []finding.Finding{*again}, Heard{1, f.outcome(e).Heard.Praised, 1}}}
	}
	whole := f.outcome(e)
	parts := partsOf(e.item.Passage)
	if len(parts) == 0 {
		return FollowUp{Item: *e.item.Finding, Outcome: whole}
	}
	outcomes := make([]Outcome, 0, len(parts))
	for _, p := range parts {
		e := f.Gather(p)
		outcomes = append(outcomes, f.outcome(e))
		f.discard(e)
	}
	if !differ(outcomes) {
		return FollowUp{Item: *e.item.Finding, Outcome: silentOn(returnedTo(whole, outcomes), parts, outcomes)}
	}
	return byParts(*e.item.Finding, whole, parts, outcomes)
}

package follow

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// Recurrence says whether a later item asks for what was asked for before.
type Recurrence uint8

// The values of Recurrence.
const (
	Again  Recurrence = iota // an earlier item surely asks for the same, in whole or in part
	New                      // no earlier item can be about it
	Unsure                   // neither is sure
)

// Asked is an item of the later document beside those of the earlier one.
type Asked struct {
	Item       finding.Finding
	Recurrence Recurrence
	// Of are the earlier items, by their place, that ask for the same; where it is
	// unsure, those that may. The likeliest is first.
	Of []int
}

// How items are compared. What two of them have in common is the weight of the
// terms that they share (askedterms.go), times the square root of the share that
// this is of the one that it covers better.
//
// The values were found on the pairs of one half of the authorities of
// ../shared/gold/asked.jsonl, and on 139 later items of other pairs that one
// reader labelled quickly, 70 of them because an earlier version said "again"; these
// labels are not kept. On that half 49 of 50 items said to be new are new (one is
// new only as its earlier report is of the safeguarding board, and left out),
// 13 of 13 said to be asked again are, and 63 of 81 are decided. On the other half
// it is 52 of 54, 12 of 16 and 70 of 89: there the readers were unsure of three
// of the four, of the same earlier item (../shared/score.py asked). That items which name
// other activities are not surely the same was found since on both halves, by one item.
const (
	// mayBeTheSame is the least that an earlier item has in common with a later one
	// that may be about the same. While the terms were being chosen, 45 of
	// 46 on the first half were new with 0.5, 51 of 53 with 0.8.
	mayBeTheSame = 0.7
	// surelyTheSame is the least that it has in common with one that surely is. They
	// share a subject. Either one is a case of the other, of which allOfOne is shared;
	// or they have the same first theme, or no subject that the other lacks, and
	// what they share is mostOfOne of one item and someOfOther of the other. Of the
	// 139 items 36 were then said to be asked again, and the reader of 33 was sure of
	// it; without a look at themes and subjects 46, and of 38.
	surelyTheSame = 2.3
	mostOfOne     = 0.5
	someOfOther   = 0.25
	allOfOne      = 0.9

	// What a term weighs beside a subject of the same frequency.
	activityWeight = 0.7 // "assessments": every service has them
	groupWeight    = 0.4 // "care leavers": much is asked for the same group
	qualityWeight  = 0.2 // "timely": much is asked in the same words
	wordWeight     = 0.5 // a word that is no term of this field
	// broaderWeight is what a term weighs that only a narrower one stands for:
	// "return interviews" are about missing children.
	broaderWeight = 0.3
	// aimWeight is what a term weighs that only says what the rest is for.
	aimWeight = 0.7
	// memberWeight is how much it counts that an item covers one of several things
	// that the other asks for: "the response to vulnerable children, including those
	// who are homeless".
	memberWeight = 0.5
)

// askedItem is an item as it is compared with others.
type askedItem struct {
	passage  *passage.Passage
	terms    []askedTerm   // those that stand in it, and those that are broader
	total    float64       // the weight of those that stand in it
	members  [][]askedTerm // its parts, where it has several, that name a subject
	subjects []string      // the subjects that stand in it, sorted, each once
}

// askedTerm is a term of an item. Lists of them are sorted by name, and have each once.
type askedTerm struct {
	name   string
	kind   termKind
	own    bool // it stands in the item
	weight float64
}

// askedPart is the terms of a part of an item, but for those that only say what the rest
// is for.
type askedPart struct {
	number  int
	terms   []askedTerm
	subject bool // one of them is a subject
}

func newAskedItem(p *passage.Passage) *askedItem {
	it := &askedItem{passage: p}
	var broader []askedTerm
	var parts []askedPart
	for _, t := range termsOf(p.Text) {
		w := askedTerm{t.name, kindOf(t.name), true, t.weight()}
		if t.aim {
			w.weight *= aimWeight
		} else {
			if n := len(parts); n == 0 || parts[n-1].number != t.part {
				parts = append(parts, askedPart{number: t.part})
			}
			of := &parts[len(parts)-1]
			of.terms, of.subject = append(of.terms, w), of.subject || t.kind == termSubject
		}
		it.terms = append(it.terms, w)
		if t.kind == termSubject {
			it.subjects = append(it.subjects, t.name)
		}
		for _, b := range t.broader() {
			broader = append(broader, askedTerm{b.name, b.kind, false, b.weight() * broaderWeight})
		}
	}
	for _, of := range parts {
		if of.subject && len(parts) > 1 {
			it.members = append(it.members, sortedTerms(of.terms))
		}
	}
	slices.Sort(it.subjects)
	it.subjects = slices.Compact(it.subjects)
	it.terms = sortedTerms(it.terms)
	it.total = sum(it.terms)
	it.terms = sortedTerms(append(it.terms, broader...))
	return it
}

// sortedTerms sorts terms by name, in place, and leaves each once: that which stands in
// the item before one that is broader, and else the weightiest.
func sortedTerms(terms []askedTerm) []askedTerm {
	slices.SortFunc(terms, func(a, b askedTerm) int {
		return cmp.Or(strings.Compare(a.name, b.name), cmp.Compare(indicator(b.own), indicator(a.own)), cmp.Compare(b.weight, a.weight))
	})
	return slices.CompactFunc(terms, func(a, b askedTerm) bool { return a.name == b.name })
}

// sum adds up weights.
func sum(terms []askedTerm) float64 {
	s := 0.0
	for _, t := range terms {
		s += t.weight
	}
	return s
}

// inBoth yields the terms that are in both of two lists, as either has them.
func inBoth(a, b []askedTerm) iter.Seq2[askedTerm, askedTerm] {
	return func(yield func(a, b askedTerm) bool) {
		for i, j := 0, 0; i < len(a) && j < len(b); {
			switch order := strings.Compare(a[i].name, b[j].name); {
			case order < 0:
				i++
			case order > 0:
				j++
			default:
				if !yield(a[i], b[j]) {
					return
				}
				i, j = i+1, j+1
			}
		}
	}
}

// common returns how much two items have in common, and whether they surely ask
// for the same. It is infinitely much where they are in the same words.
func (it *askedItem) common(other *askedItem) (common float64, surely bool) {
	if it.passage.SameText(other.passage) {
		return math.Inf(1), true
	}
	shared, subject := 0.0, false
	for mine, theirs := range inBoth(it.terms, other.terms) {
		shared += min(mine.weight, theirs.weight)
		subject = subject || mine.own && theirs.own && mine.kind == termSubject
	}
	if shared == 0 {
		return 0, false
	}
	covered := min(1, shared/min(it.total, other.total))
	less := shared / max(it.total, other.total)
	common = shared * math.Sqrt(max(covered, memberWeight*it.memberCovered(other), memberWeight*other.memberCovered(it)))
	if it.apart(other, termGroup) || it.apart(other, termActivity) {
		return common, false
	}
	alike := it.sameTheme(other) || slices.Equal(it.subjects, other.subjects)
	return common, subject && common >= surelyTheSame && (covered >= allOfOne || alike && covered >= mostOfOne && less >= someOfOther)
}

// apart reports whether both items name terms of a kind, and none is in both: what is
// asked for children in care is not asked again for care leavers, nor the part that
// health services take in strategy meetings by what is decided there.
func (it *askedItem) apart(other *askedItem, kind termKind) bool {
	names := func(it *askedItem) bool {
		return slices.ContainsFunc(it.terms, func(t askedTerm) bool { return t.own && t.kind == kind })
	}
	if !names(it) || !names(other) {
		return false
	}
	for mine, theirs := range inBoth(it.terms, other.terms) {
		if mine.own && theirs.own && mine.kind == kind {
			return false
		}
	}
	return true
}

// sameTheme reports whether two items have the same first theme.
func (it *askedItem) sameTheme(other *askedItem) bool {
	a, b := it.passage.Topics, other.passage.Topics
	return len(a) > 0 && len(b) > 0 && a[0] == b[0]
}

// memberCovered returns the share of one of the things that an item asks for
// that another covers, of that which it covers best.
func (it *askedItem) memberCovered(other *askedItem) float64 {
	best := 0.0
	for _, member := range it.members {
		shared, subject := 0.0, false
		for mine, theirs := range inBoth(member, other.terms) {
			shared += min(mine.weight, theirs.weight)
			subject = subject || theirs.own && mine.kind == termSubject
		}
		if subject {
			best = max(best, shared/sum(member))
		}
	}
	return best
}

// generallyOn reports whether an item that names no subject shares an activity or
// a group with another: "the quality of plans" may be about the plans of any.
func (it *askedItem) generallyOn(other *askedItem) bool {
	if len(it.subjects) > 0 {
		return false
	}
	for t := range inBoth(it.terms, other.terms) {
		if t.kind == termActivity || t.kind == termGroup {
			return true
		}
	}
	return false
}

// asked decides for each later item whether the earlier ones ask for it too.
// incomplete says that the earlier document may ask for more than these.
func asked(earlier, later []passage.Passage, incomplete bool) []Asked {
	before := make([]*askedItem, len(earlier))
	for i := range earlier {
		before[i] = newAskedItem(&earlier[i])
	}
	out := make([]Asked, 0, len(later))
	for i := range later {
		out = append(out, newAskedItem(&later[i]).among(before, incomplete))
	}
	return out
}

// among decides whether any of the earlier items asks for what this one does.
func (it *askedItem) among(before []*askedItem, incomplete bool) Asked {
	common := make([]float64, len(before))
	var surely, maybe []int
	for i, b := range before {
		same := false
		common[i], same = it.common(b)
		switch {
		case same:
			surely = append(surely, i)
		case common[i] >= mayBeTheSame || it.generallyOn(b):
			maybe = append(maybe, i)
		}
	}
	out := Asked{Item: *it.passage.Finding, Recurrence: New, Of: []int{}}
	switch {
	case len(surely) > 0:
		out.Recurrence, out.Of = Again, surely
	case len(maybe) > 0:
		out.Recurrence, out.Of = Unsure, maybe
	case incomplete:
		out.Recurrence = Unsure
	}
	slices.SortStableFunc(out.Of, func(a, b int) int { return cmp.Compare(common[b], common[a]) })
	return out
}

// inTheSameWords returns the later item that asks for the same in the same
// words, nil where none does.
func (e *Evidence) inTheSameWords() *finding.Finding {
	for _, i := range e.finder.index.asking {
		if c := &e.finder.candidates[i]; c.SameText(&e.item.Passage) {
			return c.Finding
		}
	}
	return nil
}

package follow

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/internal/tsv"
)

//go:generate go run ./askedcount -reports ../../../../shared/corpus/layout

//go:embed asked_terms.tsv
var askedTermsTSV string

//go:embed asked_counts.tsv
var askedCountsTSV string

// termKind says what a term tells of an item.
type termKind uint8

const (
	termSubject  termKind = iota // what the item is about
	termActivity                 // what is done about many subjects: "assessments", "oversight"
	termGroup                    // whose services it is about
	termQuality                  // what is asked of them: "timely", "clear"
	termCommon                   // nothing: "ensure", "children"
	termWord                     // a word that the table does not have
	termKinds
)

var kindNames = map[string]termKind{"subject": termSubject, "activity": termActivity, "group": termGroup, "quality": termQuality, "common": termCommon}

// entry is a term of asked_terms.tsv.
type entry struct {
	name    string
	kind    termKind
	broader []string // the terms that it is a case of
	term    termSet  // of it alone
}

// form is one of the forms of a term: its words, each of which may be the
// beginning of a longer one.
type form struct {
	heads, mask uint64 // the heads of its first two words, and which bits of them count
	words       []formWord
	of          *entry
}

type formWord struct {
	text   string
	prefix bool
}

// head returns the head of a word of a form, and which bits of it count: where the
// word may be the beginning of a longer one, not those of the letters after it.
func (w formWord) head() (head, mask uint64) {
	mask = 1<<32 - 1
	if w.prefix && len(w.text) < 4 {
		mask = 1<<(8*len(w.text)) - 1
	}
	return uint64(headOf(w.text)), mask
}

// headOf returns the first four letters of a word as a number, by which most forms are
// told not to be there.
func headOf(w string) uint32 {
	if len(w) >= 4 {
		return uint32(w[0]) | uint32(w[1])<<8 | uint32(w[2])<<16 | uint32(w[3])<<24
	}
	head := uint32(0)
	for i := range len(w) {
		head |= uint32(w[i]) << (8 * i)
	}
	return head
}

func (w formWord) matches(s string) bool {
	return s == w.text || w.prefix && strings.HasPrefix(s, w.text)
}

// vocabulary is asked_terms.tsv: the terms by name and by number, those of each kind,
// and their forms by how the first word begins, in the order in which they are tried:
// the longer ones first.
type vocabulary struct {
	terms    map[string]*entry
	byNumber []*entry
	ofKind   [termKinds]termSet
	forms    [beginnings][]form
}

// beginnings is how many numbers beginning gives to words by their first two letters or
// digits.
const beginnings = 1 << 10

func beginning(head uint32) uint32 { return head&31<<5 | head>>8&31 }

// longest returns the longest form that some words begin with, nil where they begin with
// none.
func (v *vocabulary) longest(words []token) *form {
	list, heads := v.forms[beginning(words[0].head)], uint64(words[0].head)
	if len(words) > 1 {
		heads |= uint64(words[1].head) << 32
	}
	for i := range list {
		if f := &list[i]; heads&f.mask == f.heads && f.at(words) {
			return f
		}
	}
	return nil
}

var askedTerms = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{terms: map[string]*entry{}}
	for row := range tsv.Rows("asked_terms.tsv", askedTermsTSV) {
		e := &entry{row[0], kindNames[row[1]], tsv.List(row[2], "; "), termOf(len(v.byNumber))}
		v.terms[e.name], v.byNumber = e, append(v.byNumber, e)
		v.ofKind[e.kind] = v.ofKind[e.kind].or(e.term)
		for _, s := range tsv.List(row[3], "; ") {
			f := form{of: e}
			for w := range strings.FieldsSeq(s) {
				t, prefix := strings.CutSuffix(w, "*")
				f.words = append(f.words, formWord{t, prefix})
			}
			for i, w := range f.words[:min(2, len(f.words))] {
				head, mask := w.head()
				f.heads, f.mask = f.heads|head<<(32*i), f.mask|mask<<(32*i)
			}
			at := beginning(headOf(f.words[0].text))
			v.forms[at] = append(v.forms[at], f)
		}
	}
	for _, list := range v.forms {
		slices.SortStableFunc(list, func(a, b form) int {
			return cmp.Or(cmp.Compare(len(b.words), len(a.words)), cmp.Compare(b.length(), a.length()))
		})
	}
	return v
})

// kindOf returns the kind of a term by its name.
func kindOf(name string) termKind {
	if e := askedTerms().terms[name]; e != nil {
		return e.kind
	}
	return termWord
}

// length is how many letters a form has, doubled, and one more for each whole
// word.
func (f *form) length() int {
	n := 0
	for _, w := range f.words {
		n += 2 * len(w.text)
		if !w.prefix {
			n++
		}
	}
	return n
}

func (f *form) at(words []token) bool {
	if len(words) < len(f.words) {
		return false
	}
	for i, w := range f.words {
		if !w.matches(words[i].text) {
			return false
		}
	}
	return true
}

// term is what an item is said to be about: a term of the table, or a word that
// the table does not have, without its ending.
type term struct {
	name string
	kind termKind
	part int  // of the item, from 0: parts end at commas, "and" and "including"
	aim  bool // it says what the rest is for: "so that", "to ensure"
}

// token is a word of an item.
type token struct {
	text string
	head uint32 // of it
	aim  bool
	part int
}

// tokens returns the words of an item, with the part that each stands in.
func tokens(s string) []token {
	s = passage.WithoutReferences(text.Folded(s))
	words := text.Words(make([]text.Word, 0, len(s)/bytesPerToken), s, 0)
	out := make([]token, 0, len(words))
	part, aim, end := 0, false, 0
	for i, w := range words {
		between := s[end:w.At]
		end = w.End()
		if strings.ContainsAny(between, ".;") {
			aim = false
		}
		if strings.ContainsAny(between, ",.;:") || strings.Contains(between, " - ") || slices.Contains(joins, w.Text) {
			part++
		}
		aim = aim || i > 0 && slices.ContainsFunc(aims, func(a string) bool { return strings.HasPrefix(s[w.At:], a) })
		t := strings.TrimSuffix(w.Text, "'s")
		out = append(out, token{t, headOf(t), aim, part})
	}
	return out
}

// joins are the words before which a part of an item ends, aims those with which
// it begins to say what the rest is for.
var (
	joins = []string{"and", "or", "including", "include", "particularly"}
	aims  = []string{"so that", "so they", "so children", "to ensure", "ensuring", "in order to", "to enable", "to help", "to make sure", "to avoid", "to prevent", "to drive", "to inform"}
)

// termsOf returns the terms of a text in its order, without the common ones.
func termsOf(s string) []term {
	words := tokens(s)
	out := make([]term, 0, len(words))
	for i := 0; i < len(words); {
		t := words[i]
		f := askedTerms().longest(words[i:])
		if f == nil {
			if w, ok := passage.Content(t.text); ok {
				out = append(out, term{w, termWord, t.part, t.aim})
			}
			i++
			continue
		}
		if e := f.of; e.kind != termCommon {
			out = append(out, term{e.name, e.kind, t.part, t.aim})
		}
		i += len(f.words)
	}
	return out
}

// kindWeights are what the kinds weigh.
var kindWeights = map[termKind]float64{termSubject: 1, termActivity: activityWeight, termGroup: groupWeight, termQuality: qualityWeight, termWord: wordWeight}

// weight is what a term weighs: the more, the fewer items have it.
func (t term) weight() float64 { return kindWeights[t.kind] * rarity()(t.name) }

// broader returns the terms that this one is a case of.
func (t term) broader() []term {
	e := askedTerms().terms[t.name]
	if e == nil {
		return nil
	}
	var out []term
	for _, name := range e.broader {
		out = append(out, term{name: name, kind: kindOf(name)})
	}
	return out
}

// AskedTerms returns the names of the terms of an item, sorted, each once. It is
// for the program askedcount.
func AskedTerms(s string) []string {
	var out []string
	for _, t := range termsOf(s) {
		out = append(out, t.name)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// rarity returns the inverse item frequency of a term.
var rarity = sync.OnceValue(func() func(string) float64 {
	weights, items := map[string]float64{}, 0.0
	weight := func(n float64) float64 { return math.Log((items + 1) / (0.5 + n)) }
	for row := range tsv.Rows("asked_counts.tsv", askedCountsTSV) {
		n, _ := strconv.ParseFloat(row[1], 64)
		if items == 0 {
			items = n // the first row counts the items themselves
			continue
		}
		weights[row[0]] = weight(n)
	}
	rare := weight(rareTerm)
	return func(name string) float64 {
		if w, ok := weights[name]; ok {
			return w
		}
		return rare
	}
})

// rareTerm is in how many items a term is taken to stand that asked_counts.tsv
// does not have.
const rareTerm = 3

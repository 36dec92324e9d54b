package finding

import (
	_ "embed"
	"fmt"
	"iter"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/finding/internal/match"
	"github.com/ilacs-go/inspection/internal/enum"
)

// The vocabulary is data that can be read and mended without Go: one table for
// each kind of label, whose cues are patterns as package match reads them.
var (
	//go:embed vocabulary/theme.tsv
	themeTSV string
	//go:embed vocabulary/polarity.tsv
	polarityTSV string
	//go:embed vocabulary/direction.tsv
	directionTSV string
	//go:embed vocabulary/extent.tsv
	extentTSV string
	//go:embed vocabulary/aspect.tsv
	aspectTSV string
	//go:embed vocabulary/form.tsv
	formTSV string
	//go:embed vocabulary/opening.tsv
	openingTSV string
	//go:embed vocabulary/class.tsv
	classTSV string
)

// kind is which table a cue is from.
type kind uint8

const (
	kindTheme kind = iota
	kindPolarity
	kindDirection
	kindExtent
	kindAspect
	kindForm
	kindOpening // counts only at the start
	kinds
)

// cue is what one row of a table says: a value of the table's list, and for a
// theme how strongly.
type cue struct {
	kind   kind
	value  uint8
	weight int8
}

type vocabulary struct {
	matcher *match.Matcher
	cues    []cue // by the number of the pattern
}

// sense is what a cue of polarity.tsv does in a sentence.
type sense uint8

const (
	senseNone     sense = iota // "-": says nothing, and hides shorter cues in it
	sensePraise                // strong praise
	senseGood                  // praise
	senseHelp                  // what services are there to do; praise if nothing speaks against it
	senseFlaw                  // leans to fault
	senseFault                 // fault
	senseLack                  // fault, and what follows is what is missing
	senseNeed                  // fault: it is still to be done
	senseHarm                  // bad for children, not a fault of the service
	senseNot                   // turns what follows round
	senseNo                    // the same before a noun
	senseStop                  // praise when what follows is bad
	senseHinder                // fault whatever follows
	senseRemedy                // something is being done about it
	senseAlthough              // opens the half that does not carry
	senseDespite               // the same, and its half counts for nothing
	senseBut                   // opens the half that carries
	senseClause                // opens a new clause behind a comma
	senseFact                  // a fact or a definition
	senseDocument              // the document speaks of itself or of the inspection
	senseWhen                  // opens the sentence with a case that is only supposed
	senseSettled               // the faults named before it are no more
	senseKnow                  // praise, and the faults that follow are what is known
	senseAdmit                 // points to a fault that the sentence before named
)

var senses = enum.List[sense]{Package: "finding", Kind: "sense", Type: "sense", Text: []string{
	sensePraise: "praise", senseGood: "good", senseHelp: "help", senseFlaw: "flaw",
	senseFault: "fault", senseLack: "lack", senseNeed: "need", senseHarm: "harm", senseNot: "not",
	senseNo: "no", senseStop: "stop", senseHinder: "hinder", senseRemedy: "remedy",
	senseAlthough: "although", senseDespite: "despite", senseBut: "but", senseClause: "clause", senseFact: "fact", senseDocument: "document",
	senseWhen: "when", senseSettled: "settled", senseKnow: "know", senseAdmit: "admit",
}}

// change is what a cue of direction.tsv says.
type change uint8

const (
	changeNever     change = iota // "-": speaks of no change, and hides shorter cues in it
	changeImproved                // better than it was
	changeDeclined                // worse
	changeUnchanged               // as it was
	changeSince                   // names an earlier time
	changeMore                    // more or less of it: better where that is praised
)

var changes = enum.List[change]{Package: "finding", Kind: "change", Type: "change", Text: []string{
	changeImproved: "improved", changeDeclined: "declined",
	changeUnchanged: "unchanged", changeSince: "since", changeMore: "more",
}}

// form is what a cue of form.tsv is in the build of a sentence.
type form uint8

const (
	formVerb     form = iota + 1 // a finite verb
	formRelative                 // opens a clause whose verb is its own
)

var forms = enum.List[form]{Package: "finding", Kind: "form", Type: "form", Text: []string{formVerb: "verb", formRelative: "relative"}}

// opening is what a cue of opening.tsv says at the start of a sentence.
type opening uint8

const (
	openingItem  opening = iota + 1 // an item of what needs to improve, if no verb follows
	openingOrder                    // a recommendation
)

var openings = enum.List[opening]{Package: "finding", Kind: "opening", Type: "opening", Text: []string{openingItem: "item", openingOrder: "order"}}

// rows yields the cells of each row of a table below its header.
func rows(tsv string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		header := true
		for line := range strings.Lines(tsv) {
			if line[0] == '#' {
				continue
			}
			if !header && !yield(strings.Split(strings.TrimRight(line, "\r\n"), "\t")) {
				return
			}
			header = false
		}
	}
}

// words is the compiled vocabulary. The tables are part of the program and a
// test compiles them, so that a fault in them is a fault of the program.
var words = sync.OnceValue(func() *vocabulary {
	v, err := compile()
	if err != nil {
		panic("finding: the embedded vocabulary: " + err.Error())
	}
	return v
})

// valuesOf reads the values of a list as the numbers that cues hold.
func valuesOf[E ~uint8](l *enum.List[E]) func(string) (uint8, error) {
	return func(name string) (uint8, error) {
		v, err := l.ParseText(name)
		return uint8(v), err
	}
}

func compile() (*vocabulary, error) {
	v := &vocabulary{cues: make([]cue, 0, 4096)}
	patterns := make([]string, 0, 4096)
	add := func(k kind, tsv string, valueOf func(string) (uint8, error)) error {
		for row := range rows(tsv) {
			c := cue{kind: k, weight: 1}
			if row[0] != "-" {
				value, err := valueOf(row[0])
				if err != nil {
					return err
				}
				c.value = value
			}
			if len(row) == 3 {
				if len(row[1]) != 1 || row[1][0] < '0' || row[1][0] > '9' {
					return fmt.Errorf("weight %q of %q", row[1], row[2])
				}
				c.weight = int8(row[1][0] - '0')
			}
			v.cues = append(v.cues, c)
			patterns = append(patterns, row[len(row)-1])
		}
		return nil
	}
	classes := map[string][]string{}
	for row := range rows(classTSV) {
		classes[row[0]] = strings.Fields(row[1])
	}
	for _, t := range []struct {
		kind    kind
		tsv     string
		valueOf func(string) (uint8, error)
	}{
		{kindTheme, themeTSV, valuesOf(&themes)}, {kindPolarity, polarityTSV, valuesOf(&senses)}, {kindDirection, directionTSV, valuesOf(&changes)},
		{kindExtent, extentTSV, valuesOf(&extents)}, {kindAspect, aspectTSV, valuesOf(&aspects)}, {kindForm, formTSV, valuesOf(&forms)},
		{kindOpening, openingTSV, valuesOf(&openings)},
	} {
		if err := add(t.kind, t.tsv, t.valueOf); err != nil {
			return nil, err
		}
	}
	var err error
	v.matcher, err = match.Compile(patterns, classes)
	return v, err
}

package finding

import (
	_ "embed"
	"encoding"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/finding/internal/match"
	"github.com/ilacs-go/inspection/internal/tsv"
)

// The vocabulary is data that can be read and mended without Go: one table for
// each kind of label, whose last column holds patterns as package match reads
// them.
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
	//go:embed vocabulary/speaker.tsv
	speakerTSV string
	//go:embed vocabulary/class.tsv
	classTSV string
)

// kind is which table a row is from.
type kind uint8

const (
	kindTheme kind = iota
	kindPolarity
	kindDirection
	kindExtent
	kindAspect
	kindForm
	kindOpening // counts only at the start of a sentence
	kindSpeaker
	kinds
)

// row is what one row of a table says of its words: a value of the table's list,
// 0 for "-", and for a theme how strongly they speak for it.
type row struct {
	kind   kind
	value  uint8
	weight int8
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
	senseNeed                  // fault, and what follows is still to be done
	senseHarm                  // bad for children, not a fault of the service
	senseNot                   // denies what follows
	senseNo                    // denies the noun that follows
	senseStop                  // praise where what follows is bad
	senseHinder                // fault whatever follows
	senseRemedy                // something is being done about it
	senseAlthough              // opens the half that does not carry the sentence
	senseDespite               // the same, and what is done about it there does not count
	senseBut                   // opens the half that carries the sentence
	senseClause                // opens a new clause after a comma
	senseFact                  // a fact or a definition
	senseDocument              // the document speaks of itself or of the inspection
	senseWhen                  // opens a case that is only supposed
	senseSettled               // the faults named before it are no more
	senseKnow                  // praise, and the faults that follow are known of
	senseAdmit                 // points to a fault that the sentence before named
	senseNobody                // denies the clause that follows: "no child", "no evidence that"
	senseRare                  // says of what stands before it that there is little of it
	senseFall                  // says of what stands before it that there is less of it than there was
	senseRise                  // says of what stands before it that there is more of it
	senseBurden                // good to have less of, and no fault by itself: "caseloads"
	senseAsset                 // good to have more of, and no praise by itself: "attendance"
	sensePast                  // opens what was so once
	senseFound                 // opens what inspectors found, after what they looked at
	senseFewer                 // says of what follows that there is less of it than there was
	senseWane                  // as senseFall, and a fault where nothing good or bad stands before it: "has withered"
	senseMend                  // says of what is bad before it that it is gone; of what is good, nothing
	senseCeased                // denies what was so once: "no longer"
	senseMore                  // says of what follows that there is more of it than there was
	senseIf                    // opens a case that may never come about
	senseSpared                // denies the fault that follows, and no more: "do not have to"
	senseBelow                 // says of what stands before it that there is less of it than elsewhere
	senseAbove                 // says of what stands before it that there is more of it than elsewhere
	senseClaim                 // opens what somebody says is so
	senseAim                   // opens what something is meant to do: "aims to"
	senseShare                 // says of how small a part what follows holds: "only 3% of"
	senseOthers                // closes what is set against what is so of some: "in others"
	senseLess                  // says of the word that follows that it is less so
	senseDue                   // says of what stands before it that it is still to come: "is planned"
	senseQuelled               // as senseFall, and praise where nothing good or bad stands before it: "is a thing of the past"
	senseCarry                 // says that what follows has gone the same way: "as has"
	senseCount
)

var senseNames = [...]string{
	sensePraise: "praise", senseGood: "good", senseHelp: "help",
	senseFlaw: "flaw", senseFault: "fault", senseLack: "lack", senseNeed: "need", senseHarm: "harm",
	senseNot: "not", senseNo: "no", senseStop: "stop", senseHinder: "hinder", senseRemedy: "remedy",
	senseAlthough: "although", senseDespite: "despite", senseBut: "but", senseClause: "clause",
	senseFact: "fact", senseDocument: "document", senseWhen: "when",
	senseSettled: "settled", senseKnow: "know", senseAdmit: "admit",
	senseNobody: "nobody", senseRare: "rare", senseFall: "fall", senseRise: "rise",
	senseBurden: "burden", senseAsset: "asset", sensePast: "past", senseFound: "found", senseFewer: "fewer",
	senseWane: "wane", senseMend: "mend", senseCeased: "ceased", senseMore: "more", senseIf: "if",
	senseSpared: "spared", senseBelow: "below", senseAbove: "above", senseClaim: "claim",
	senseAim: "aim", senseShare: "share", senseOthers: "others",
	senseLess: "less", senseDue: "due", senseCarry: "carry", senseQuelled: "quelled",
}

// praises reports whether a cue of that sense speaks for a service by itself.
func (s sense) praises() bool {
	return s == sensePraise || s == senseGood || s == senseHelp || s == senseKnow
}

// faults reports whether a cue of that sense speaks against a service by itself.
func (s sense) faults() bool {
	return s == senseFlaw || s == senseFault || s == senseLack || s == senseHinder || s == senseNeed
}

// denies reports whether a cue of that sense is a negation.
func (s sense) denies() bool { return s == senseNot || s == senseNo || s == senseNobody }

// moves reports whether a cue of that sense says what became of something.
func (s sense) moves() bool {
	return s == senseFall || s == senseRise || s == senseWane || s == senseMend || s == senseQuelled
}

// change is what a cue of direction.tsv says.
type change uint8

const (
	changeNone      change = iota // "-": speaks of no change, and hides shorter cues in it
	changeImproved                // better than it was
	changeDeclined                // worse
	changeUnchanged               // as it was
	changeSince                   // names an earlier time
	changeMore                    // more or less of it: better where that is praised
	changeNow                     // says that it is so now: better where what follows at once is praise
	changeThan                    // compares with an earlier time: better where that is praised, worse where it is faulted
	changeKept                    // as it was, where that is praised too: "remains good"
	changeElsewhere               // compares with other places, so that more or less is no change
)

var changeNames = [...]string{
	changeImproved: "improved", changeDeclined: "declined", changeUnchanged: "unchanged",
	changeSince: "since", changeMore: "more", changeNow: "now", changeThan: "than", changeKept: "kept",
	changeElsewhere: "elsewhere",
}

// form is what a cue of form.tsv is in the grammar of a sentence.
type form uint8

const (
	formVerb     form = iota + 1 // a finite verb
	formRelative                 // opens a clause that has a verb of its own
)

var formNames = [...]string{formVerb: "verb", formRelative: "relative"}

// opening is what a cue of opening.tsv says at the start of a sentence.
type opening uint8

const (
	openingItem    opening = iota + 1 // an item of what needs to improve, if no verb follows
	openingOrder                      // a recommendation
	openingHeading                    // a heading of the document, if no verb follows
	openingRefer                      // refers to the sentence before
	openingGoOn                       // goes on with what the sentence before says
)

var openingNames = [...]string{openingItem: "item", openingOrder: "order", openingRefer: "refer", openingHeading: "heading", openingGoOn: "go on"}

// voice is what a cue of speaker.tsv is.
type voice uint8

const (
	voiceNone       voice = iota // "-": hides shorter cues in it
	voiceCouncil                 // the council, or someone who speaks for it
	voiceInspectors              // the inspectors, or their report
	voicePeople                  // children, families, staff, partners
	voiceSay                     // a verb of speech
	voiceFind                    // a verb of what inspectors do
)

// isVerb reports whether a cue is a verb with which somebody says something.
func (v voice) isVerb() bool { return v == voiceSay || v == voiceFind }

var voiceNames = [...]string{
	voiceCouncil: "council", voiceInspectors: "inspectors", voicePeople: "people", voiceSay: "say", voiceFind: "find",
}

// cueTable is a table of cues: the last column has the cue, the first what it
// stands for, and a column between them its weight.
type cueTable struct {
	name  string
	kind  kind
	text  string
	value func(name string) (uint8, error) // the value that a name stands for
}

// cueTables are in the order of their patterns' numbers.
var cueTables = [...]cueTable{
	{"theme.tsv", kindTheme, themeTSV, parseValue[Theme]},
	{"polarity.tsv", kindPolarity, polarityTSV, nameIn(senseNames[:])},
	{"direction.tsv", kindDirection, directionTSV, nameIn(changeNames[:])},
	{"extent.tsv", kindExtent, extentTSV, parseValue[Extent]},
	{"aspect.tsv", kindAspect, aspectTSV, parseValue[Aspect]},
	{"form.tsv", kindForm, formTSV, nameIn(formNames[:])},
	{"opening.tsv", kindOpening, openingTSV, nameIn(openingNames[:])},
	{"speaker.tsv", kindSpeaker, speakerTSV, nameIn(voiceNames[:])},
}

// parseValue reads the text form of a value of one of the closed lists, as the
// number that rows and labels hold.
func parseValue[V ~uint8, P interface {
	*V
	encoding.TextUnmarshaler
}](name string) (uint8, error) {
	var v V
	err := P(&v).UnmarshalText([]byte(name))
	return uint8(v), err
}

// nameIn returns a function that finds a name in a list, as its index.
func nameIn(list []string) func(string) (uint8, error) {
	return func(name string) (uint8, error) {
		i := slices.Index(list, name)
		if i <= 0 {
			return 0, fmt.Errorf("%q is none of %q", name, list[1:])
		}
		return uint8(i), nil
	}
}

// remembering returns value with its last result kept, so that a name is not looked
// up again for each row of a table: most rows have the name of the row before.
func remembering(value func(string) (uint8, error)) func(string) (uint8, error) {
	last, found := "", uint8(0)
	return func(name string) (uint8, error) {
		if name == last && name != "" {
			return found, nil
		}
		v, err := value(name)
		if err == nil {
			last, found = name, v
		}
		return v, err
	}
}

// parse reads the cells of one row of the table, and returns its cue apart.
func (t *cueTable) parse(cells []string) (r row, cue string, err error) {
	r = row{kind: t.kind, weight: 1}
	cue = cells[len(cells)-1]
	if cells[0] != "-" {
		if r.value, err = t.value(cells[0]); err != nil {
			return r, cue, err
		}
	}
	if len(cells) == 3 {
		weight, err := strconv.ParseUint(cells[1], 10, 7)
		if err != nil {
			return r, cue, err
		}
		r.weight = int8(weight)
	}
	return r, cue, nil
}

// set is a part of the tables whose cues are sought together.
type set uint8

const (
	setAlways  set = iota // the cues that are sought in each sentence
	setForm               // sought where something opens as an item or a heading does
	setOpening            // sought where a sentence, or what follows its lead, begins
	setSpeaker            // sought where a sentence has a verb of speech
	sets
)

// setOf is the set that the cues of a kind are in.
func setOf(k kind) set {
	switch k {
	case kindForm:
		return setForm
	case kindOpening:
		return setOpening
	case kindSpeaker:
		return setSpeaker
	}
	return setAlways
}

// vocabulary is the compiled tables.
type vocabulary struct {
	lexicon *match.Lexicon
	cues    [sets]cueSet
}

// cueSet has the cues of one set.
type cueSet struct {
	matcher *match.Matcher
	rows    []row // by the number of the pattern
}

// embeddedVocabulary returns the compiled vocabulary. The tables are part of the
// program and a test compiles them, so a fault in them is a fault of the program.
var embeddedVocabulary = sync.OnceValue(func() *vocabulary {
	v, err := compile()
	if err != nil {
		panic("finding: the embedded vocabulary: " + err.Error())
	}
	return v
})

func compile() (*vocabulary, error) {
	v := &vocabulary{}
	var patterns [sets][]string
	for s, n := range mostCues() {
		patterns[s], v.cues[s].rows = make([]string, 0, n), make([]row, 0, n)
	}
	add := func(s set, r row, cue string) {
		patterns[s], v.cues[s].rows = append(patterns[s], cue), append(v.cues[s].rows, r)
	}
	for i := range cueTables {
		t := cueTables[i]
		t.value = remembering(t.value)
		for cells := range tsv.Scan(t.name, t.text) {
			r, cue, err := t.parse(cells)
			if err != nil {
				return nil, fmt.Errorf("%s: %q: %w", t.name, cue, err)
			}
			add(setOf(t.kind), r, cue)
			// Only a sentence that has a verb of speech is searched for who speaks.
			if t.kind == kindSpeaker && voice(r.value).isVerb() {
				add(setAlways, r, cue)
			}
		}
	}
	lexicon, matchers, err := match.Compile(wordClasses(), patterns[:]...)
	if err != nil {
		return nil, err
	}
	v.lexicon = lexicon
	for i, m := range matchers {
		v.cues[i].matcher = m
	}
	return v, nil
}

// mostCues returns how many cues each set may have, for sizing: one for each line of its
// tables.
func mostCues() (n [sets]int) {
	for i := range cueTables {
		lines := strings.Count(cueTables[i].text, "\n")
		n[setOf(cueTables[i].kind)] += lines
		if cueTables[i].kind == kindSpeaker {
			n[setAlways] += lines
		}
	}
	return n
}

// wordClasses returns the words of each class that cues may name with @.
func wordClasses() map[string][]string {
	classes := map[string][]string{}
	for cells := range tsv.Scan("class.tsv", classTSV) {
		classes[cells[0]] = strings.Fields(cells[1])
	}
	return classes
}

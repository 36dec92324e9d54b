package finding

import (
	"encoding"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// Label is one label of a reading, whichever list it is from: a polarity, a
// direction, an extent, a theme, an aspect or a speaker. Its text form is the value's own
// ("concern"), after the name of its list for all but polarities ("extent:none").
type Label struct {
	kind  labelKind
	value uint8
}

type labelKind uint8

const (
	labelPolarity labelKind = iota + 1
	labelDirection
	labelExtent
	labelTheme
	labelAspect
	labelSpeaker
)

// labelList is the closed list that labels of one kind are from.
type labelList struct {
	prefix string // stands before its text forms
	append func(text []byte, value uint8) ([]byte, error)
	parse  func(text string) (uint8, error)
	goName func(value uint8) string
}

var labelLists = [...]labelList{
	labelPolarity:  labelsOf[Polarity](""),
	labelDirection: labelsOf[Direction]("direction:"),
	labelExtent:    labelsOf[Extent]("extent:"),
	labelTheme:     labelsOf[Theme]("theme:"),
	labelAspect:    labelsOf[Aspect]("aspect:"),
	labelSpeaker:   labelsOf[Speaker]("speaker:"),
}

func labelsOf[V interface {
	~uint8
	encoding.TextAppender
	fmt.GoStringer
}, P interface {
	*V
	encoding.TextUnmarshaler
}](prefix string) labelList {
	return labelList{
		prefix: prefix,
		append: func(text []byte, value uint8) ([]byte, error) { return V(value).AppendText(text) },
		parse:  parseValue[V, P],
		goName: func(value uint8) string { return V(value).GoString() },
	}
}

// LabelOf returns the label of a value, to compare with a cue's.
func LabelOf[V Polarity | Direction | Extent | Theme | Aspect | Speaker](value V) Label {
	switch value := any(value).(type) {
	case Polarity:
		return Label{labelPolarity, uint8(value)}
	case Direction:
		return Label{labelDirection, uint8(value)}
	case Extent:
		return Label{labelExtent, uint8(value)}
	case Theme:
		return Label{labelTheme, uint8(value)}
	case Aspect:
		return Label{labelAspect, uint8(value)}
	case Speaker:
		return Label{labelSpeaker, uint8(value)}
	}
	return Label{}
}

// String returns the text form: "concern", "theme:supervision"; "" for the zero
// Label.
func (l Label) String() string {
	if l == (Label{}) {
		return ""
	}
	if text, ok := l.appendText(nil); ok {
		return string(text)
	}
	return "Label(" + strconv.Itoa(int(l.value)) + ")"
}

// GoString returns the label as a Go expression:
// finding.LabelOf(finding.ThemeSupervision).
func (l Label) GoString() string {
	if l.kind == 0 || int(l.kind) >= len(labelLists) {
		return "finding.Label{}"
	}
	return "finding.LabelOf(" + labelLists[l.kind].goName(l.value) + ")"
}

// appendText appends the text form. It reports false, and appends nothing, for a
// label that is none of the closed lists'.
func (l Label) appendText(b []byte) ([]byte, bool) {
	if l.kind == 0 || int(l.kind) >= len(labelLists) || l.value == 0 {
		return b, false
	}
	list := &labelLists[l.kind]
	text, err := list.append(append(b, list.prefix...), l.value)
	if err != nil {
		return b, false
	}
	return text, true
}

func parseLabel(text string) (Label, bool) {
	for kind, list := range labelLists {
		name, ok := strings.CutPrefix(text, list.prefix)
		if list.parse == nil || !ok {
			continue
		}
		if value, err := list.parse(name); err == nil && value != 0 {
			return Label{labelKind(kind), value}, true
		}
	}
	return Label{}, false
}

// Cue is the words that decided a label: text[Start:End] of the sentence that was
// read.
type Cue struct {
	Label Label
	Span
}

// ParseCue reads the text form of a cue, "concern@12-27". The error is a
// [*parseerr.Error].
func ParseCue(text string) (Cue, error) {
	name, at, ok := strings.Cut(text, "@")
	start, end, ok2 := strings.Cut(at, "-")
	if !ok || !ok2 {
		return Cue{}, refuse("cue", text, 0, parseerr.ErrSyntax)
	}
	label, ok := parseLabel(name)
	if !ok {
		return Cue{}, refuse("cue", text, 0, parseerr.ErrUnknown)
	}
	s, err1 := strconv.ParseUint(start, 10, 31)
	e, err2 := strconv.ParseUint(end, 10, 31)
	if err1 != nil || err2 != nil || s >= e {
		return Cue{}, refuse("cue", text, len(name)+1, parseerr.ErrSyntax)
	}
	return Cue{label, Span{int(s), int(e)}}, nil
}

// compare orders cues by where they begin, then by where they end, then by label.
func (c Cue) compare(d Cue) int {
	switch {
	case c.Start != d.Start:
		return c.Start - d.Start
	case c.End != d.End:
		return c.End - d.End
	case c.Label.kind != d.Label.kind:
		return int(c.Label.kind) - int(d.Label.kind)
	}
	return int(c.Label.value) - int(d.Label.value)
}

// fewCues is how many cues are sorted one by one: nearly all readings have fewer.
const fewCues = 24

// sortCues sorts cues.
func sortCues(cues []Cue) {
	if len(cues) > fewCues {
		slices.SortFunc(cues, Cue.compare)
		return
	}
	for i := 1; i < len(cues); i++ {
		c := cues[i]
		k := i
		for ; k > 0 && cues[k-1].compare(c) > 0; k-- {
			cues[k] = cues[k-1]
		}
		cues[k] = c
	}
}

// String returns the text form: "concern@12-27".
func (c Cue) String() string {
	if c == (Cue{}) {
		return ""
	}
	return c.Label.String() + "@" + strconv.Itoa(c.Start) + "-" + strconv.Itoa(c.End)
}

// AppendText appends the text form. A cue without a valid label, or that covers no
// words, is an error.
func (c Cue) AppendText(b []byte) ([]byte, error) {
	text, ok := c.Label.appendText(b)
	if !ok || c.Start < 0 || c.Start >= c.End {
		return b, fmt.Errorf("finding: %s is not a cue", c)
	}
	text = strconv.AppendInt(append(text, '@'), int64(c.Start), 10)
	return strconv.AppendInt(append(text, '-'), int64(c.End), 10), nil
}

// MarshalText returns the text form: the label, an @, and the two offsets.
func (c Cue) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads the text form.
func (c *Cue) UnmarshalText(text []byte) error {
	cue, err := ParseCue(string(text))
	if err == nil {
		*c = cue
	}
	return err
}

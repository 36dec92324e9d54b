package finding

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/internal/enum"
)

// Label is one label of a reading, whichever list it is from: a polarity, a
// direction, an extent, a theme or an aspect. Its text form is the value's own,
// with the list's name before it ("theme:supervision", "extent:none") but for
// polarities.
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
)

// labelList is the list that a label of one kind is from, and the words before
// its text form.
type labelList struct {
	prefix string
	name   func(value uint8) string
	value  func(name string) (uint8, bool)
	valid  func(value uint8) bool
}

var labelLists = [...]labelList{
	labelPolarity:  labelsOf("", &polarities),
	labelDirection: labelsOf("direction:", &directions),
	labelExtent:    labelsOf("extent:", &extents),
	labelTheme:     labelsOf("theme:", &themes),
	labelAspect:    labelsOf("aspect:", &aspects),
}

func labelsOf[E ~uint8](prefix string, l *enum.List[E]) labelList {
	return labelList{
		prefix: prefix,
		name:   func(value uint8) string { return l.String(E(value)) },
		value: func(name string) (uint8, bool) {
			v, err := l.ParseText(name)
			return uint8(v), err == nil
		},
		valid: func(value uint8) bool { return l.Valid(E(value)) },
	}
}

// LabelOf makes a label of a value, to compare with a cue's.
func LabelOf[V Polarity | Direction | Extent | Theme | Aspect](value V) Label {
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
	}
	return Label{}
}

// String gives the text form: "concern", "theme:supervision".
func (l Label) String() string {
	if l.kind == 0 || int(l.kind) >= len(labelLists) {
		return "Label(" + strconv.Itoa(int(l.value)) + ")"
	}
	k := labelLists[l.kind]
	return k.prefix + k.name(l.value)
}

func parseLabel(text string) (Label, bool) {
	for kind, k := range labelLists {
		name, ok := strings.CutPrefix(text, k.prefix)
		if k.value == nil || !ok {
			continue
		}
		if v, ok := k.value(name); ok {
			return Label{labelKind(kind), v}, true
		}
	}
	return Label{}, false
}

// Cue is the words that decided a label: text[Start:End] of the sentence that
// was read.
type Cue struct {
	Label Label
	Span
}

// ParseCue reads the text form that MarshalText gives. The error is a
// *ParseError.
func ParseCue(text string) (Cue, error) {
	name, at, ok := strings.Cut(text, "@")
	start, end, ok2 := strings.Cut(at, "-")
	if !ok || !ok2 {
		return Cue{}, parseError("cue", text, 0, ErrSyntax)
	}
	label, ok := parseLabel(name)
	if !ok {
		return Cue{}, parseError("cue", text, 0, ErrUnknown)
	}
	s, err1 := strconv.ParseUint(start, 10, 31)
	e, err2 := strconv.ParseUint(end, 10, 31)
	if err1 != nil || err2 != nil || s >= e {
		return Cue{}, parseError("cue", text, len(name)+1, ErrSyntax)
	}
	return Cue{label, Span{int(s), int(e)}}, nil
}

// String gives the text form: "concern@12-27".
func (c Cue) String() string {
	return c.Label.String() + "@" + strconv.Itoa(c.Start) + "-" + strconv.Itoa(c.End)
}

// AppendText appends the text form.
func (c Cue) AppendText(b []byte) ([]byte, error) {
	if c.Label.kind == 0 || int(c.Label.kind) >= len(labelLists) || !labelLists[c.Label.kind].valid(c.Label.value) || c.Start < 0 || c.Start >= c.End {
		return b, fmt.Errorf("finding: %s is not a cue", c)
	}
	return append(b, c.String()...), nil
}

// MarshalText gives the text form: the label, an @, and the two offsets.
func (c Cue) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads the text form.
func (c *Cue) UnmarshalText(text []byte) error {
	cue, err := ParseCue(string(text))
	if err == nil {
		*c = cue
	}
	return err
}

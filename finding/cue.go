package finding

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/internal/enum"
	"github.com/ilacs-go/inspection/parseerr"
)

// Label is one label of a reading, whichever list it is from: a polarity, a
// direction, an extent, a theme or an aspect. Its text form is the value's own,
// after the list's name ("theme:supervision", "extent:none") except for polarities.
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

// labelList is the list that labels of one kind are from.
type labelList struct {
	prefix   string // stands before the text form
	text     func(value uint8) (text string, valid bool)
	value    func(text string) (uint8, bool)
	goString func(value uint8) string
}

var labelLists = [...]labelList{
	labelPolarity:  labelsOf("", &polarities),
	labelDirection: labelsOf("direction:", &directions),
	labelExtent:    labelsOf("extent:", &extents),
	labelTheme:     labelsOf("theme:", &themes),
	labelAspect:    labelsOf("aspect:", &aspects),
}

func labelsOf[E interface {
	~uint8
	fmt.GoStringer
}](prefix string, l *enum.List[E]) labelList {
	return labelList{
		prefix: prefix,
		text: func(value uint8) (string, bool) {
			if v := E(value); !l.Valid(v) {
				return l.String(v), false
			}
			return l.Text[value], true
		},
		value: func(text string) (uint8, bool) {
			v, err := l.ParseText(text)
			return uint8(v), err == nil
		},
		goString: func(value uint8) string { return E(value).GoString() },
	}
}

// LabelOf returns the label of a value, to compare with a cue's.
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

// String returns the text form, "concern" or "theme:supervision", and "" for the
// zero Label.
func (l Label) String() string {
	text, _ := l.text()
	return text
}

// GoString returns the label as a Go expression:
// finding.LabelOf(finding.ThemeSupervision).
func (l Label) GoString() string {
	if l.kind == 0 {
		return "finding.Label{}"
	}
	return "finding.LabelOf(" + labelLists[l.kind].goString(l.value) + ")"
}

// text returns the text form, and whether it can be read back.
func (l Label) text() (text string, valid bool) {
	if l.kind == 0 {
		return "", false
	}
	list := labelLists[l.kind]
	text, valid = list.text(l.value)
	return list.prefix + text, valid
}

func parseLabel(text string) (Label, bool) {
	for kind, list := range labelLists {
		name, ok := strings.CutPrefix(text, list.prefix)
		if list.value == nil || !ok {
			continue
		}
		if v, ok := list.value(name); ok {
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

// ParseCue reads the text form, "theme:supervision@12-23". The error is a
// *parseerr.Error.
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

// String returns the text form, "concern@12-27", and "" for the zero Cue.
func (c Cue) String() string {
	if c == (Cue{}) {
		return ""
	}
	return c.Label.String() + "@" + strconv.Itoa(c.Start) + "-" + strconv.Itoa(c.End)
}

// AppendText appends the text form. A cue without a valid label, or that covers no
// words, is an error.
func (c Cue) AppendText(b []byte) ([]byte, error) {
	if _, valid := c.Label.text(); !valid || c.Start < 0 || c.Start >= c.End {
		return b, fmt.Errorf("finding: %q is not a valid cue", c.String())
	}
	return append(b, c.String()...), nil
}

// MarshalText returns the text form: the label, an @, and the two offsets. It
// fails as [Cue.AppendText] does.
func (c Cue) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads the text form.
func (c *Cue) UnmarshalText(text []byte) error {
	cue, err := ParseCue(string(text))
	if err == nil {
		*c = cue
	}
	return err
}

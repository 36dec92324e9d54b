package ilacs_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// fault is something that does not hold of a report: of what kind, and what.
type fault struct{ kind, what string }

// faultKinds are the kinds that faults and spans tell.
var faultKinds = []string{"visit", "grades", "bounds", "order", "text", "section", "cues", "earlier", "notes", "json", "span"}

// faults says what does not hold of a report that must hold of every report,
// whatever text it was read from.
func faults(text string, r *ilacs.Report) []fault {
	var out []fault
	add := func(kind, format string, args ...any) { out = append(out, fault{kind, fmt.Sprintf(format, args...)}) }
	v := r.Visit
	if !r.Source.IsValid() {
		add("visit", "source %v", r.Source)
	}
	if v.Type != 0 && !v.Type.IsValid() {
		add("visit", "type %v", v.Type)
	}
	if v.Framework != 0 && !v.Framework.IsValid() {
		add("visit", "framework %v", v.Framework)
	}
	if !v.Start.IsZero() && v.End.Compare(v.Start) < 0 {
		add("visit", "ends on %v, before it starts on %v", v.End, v.Start)
	}
	if r.Source != ilacs.SourceReport && r.Judgements.Len() > 0 {
		add("grades", "a %v with grades", r.Source)
	}
	for area, grade := range r.Judgements.All() {
		if !area.IsValid() || !grade.IsValid() {
			add("grades", "%v is %v", area, grade)
		}
	}
	inText := func(what string, s finding.Span) bool {
		ok := 0 <= s.Start && s.Start <= s.End && s.End <= len(text)
		if !ok {
			add("bounds", "%s: span %v in a text of %d bytes", what, s, len(text))
		}
		return ok
	}
	valid := utf8.ValidString(text)
	last := 0
	for i, f := range r.Findings {
		what := fmt.Sprintf("finding %d (%.60q)", i, f.Text)
		if !inText(what, f.Span) {
			continue
		}
		if f.Start < last {
			add("order", "%s begins at %d, before the end of the one before it at %d", what, f.Start, last)
		}
		last = f.End
		if strings.TrimSpace(f.Text) == "" || f.Len() == 0 {
			add("text", "%s is empty", what)
		}
		if strings.ContainsAny(f.Text, "\n\r\f") {
			add("text", "%s is not on one line", what)
		}
		if valid && !(onRune(text, f.Start) && onRune(text, f.End)) {
			add("bounds", "%s: span %v cuts a rune", what, f.Span)
		}
		if !f.Section.IsValid() || f.Area != 0 && !f.Area.IsValid() || f.Paragraph < 0 {
			add("section", "%s: section %v, area %v, paragraph %d", what, f.Section, f.Area, f.Paragraph)
		}
		for _, c := range f.Cues {
			if c.Start < 0 || c.Start > c.End || c.End > len(f.Text) {
				add("cues", "%s: cue %v in a text of %d bytes", what, c.Span, len(f.Text))
			}
		}
		if valid && !inOrder(letters(f.Text), letters(text[f.Start:f.End])) {
			add("text", "%s: its letters are not those of its span %.80q", what, text[f.Start:f.End])
		}
	}
	at := 0
	for _, e := range r.Earlier {
		inText("earlier visit", e.Span)
		if e.Start < at {
			add("earlier", "earlier visits are out of order at %d", e.Start)
		}
		at = e.Start
		if e.Type != 0 && !e.Type.IsValid() || e.Grade != 0 && !e.Grade.IsValid() || e.Area != 0 && !e.Area.IsValid() {
			add("earlier", "earlier visit %+v", e)
		}
	}
	at = 0
	for _, n := range r.Notes {
		inText("note "+n.Text, n.Span)
		if n.Start < at || n.Text == "" {
			add("notes", "note %q at %d is out of order or empty", n.Text, n.Start)
		}
		at = n.Start
	}
	return out
}

func onRune(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// inOrder tells whether the runes of part stand in whole, in their order.
func inOrder(part, whole string) bool {
	for _, want := range part {
		i := strings.IndexRune(whole, want)
		if i < 0 {
			return false
		}
		whole = whole[i+utf8.RuneLen(want):]
	}
	return true
}

// roundTrip holds a report against what its own JSON reads back to.
func roundTrip(r *ilacs.Report) []fault {
	jsonFault := func(format string, args ...any) []fault { return []fault{{"json", fmt.Sprintf(format, args...)}} }
	data, err := json.Marshal(r)
	if err != nil {
		return jsonFault("not written: %v", err)
	}
	var back ilacs.Report
	if err := json.Unmarshal(data, &back); err != nil {
		return jsonFault("not read: %v", err)
	}
	if reflect.DeepEqual(r, &back) {
		return nil
	}
	for i, f := range r.Findings {
		if i < len(back.Findings) && !reflect.DeepEqual(f, back.Findings[i]) {
			return jsonFault("finding %d: %+v reads back as %+v", i, f, back.Findings[i])
		}
	}
	a, b := reflect.ValueOf(*r), reflect.ValueOf(back)
	for i := range a.NumField() {
		if one, other := a.Field(i).Interface(), b.Field(i).Interface(); !reflect.DeepEqual(one, other) {
			return jsonFault("%s: %+v reads back as %+v", a.Type().Field(i).Name, one, other)
		}
	}
	return nil
}

// spans holds the findings of a report against their spans word for word. The
// letters and digits of text[Start:End] are those of the finding's Text, in
// order, but for
//
//   - whole lines within it that are a page's: its number, a running header or
//     footer (a line that stands at least three times in the document, or twice
//     with a number at its end), a footnote (its mark, with text after it or
//     alone, and the lines up to the end of the page);
//   - after it, the reference to the national framework that the reader takes
//     off, and the mark of a footnote (one or two digits).
func spans(text string, r *ilacs.Report) []fault {
	running := map[string]int{}
	for line := range strings.FieldsFuncSeq(text, isLineEnd) {
		running[runningLine(line)]++
	}
	var out []fault
	for _, f := range r.Findings {
		var lines []string
		for line := range strings.FieldsFuncSeq(text[f.Start:f.End], isLineEnd) {
			if l := letters(line); l != "" {
				lines = append(lines, line)
			}
		}
		if !holds(lines, letters(f.Text), running, false) {
			out = append(out, fault{"span", fmt.Sprintf("%q is not its span %q", f.Text, text[f.Start:f.End])})
		}
	}
	return out
}

func isLineEnd(r rune) bool { return r == '\n' || r == '\f' || r == '\r' || r == '\v' }

// runningLine is a line as it is printed on every page, without the page's
// number.
func runningLine(line string) string {
	return strings.TrimRight(strings.TrimSpace(line), "0123456789 \t")
}

// afterItem is what may stand after an item, by its letters and digits.
var afterItem = regexp.MustCompile(`^(\d{0,2}(national|outcome|enabler|principle)\w*|\d{1,2})$`)

// holds reports whether the lines hold rest, in order, apart from the lines of a
// page. inFootnote: the line before belongs to a footnote.
func holds(lines []string, rest string, running map[string]int, inFootnote bool) bool {
	if len(lines) == 0 {
		return rest == ""
	}
	l := letters(lines[0])
	if after, ok := strings.CutPrefix(rest, l); ok && holds(lines[1:], after, running, false) {
		return true
	}
	if after, ok := strings.CutPrefix(letters(strings.Join(lines, "")), rest); ok && afterItem.MatchString(after) {
		return true
	}
	digits := strings.TrimFunc(l, unicode.IsDigit) == ""
	times := 3
	if unicode.IsDigit(rune(l[len(l)-1])) {
		times = 2
	}
	mark := digits || footnote.MatchString(lines[0])
	ofPage := mark || running[runningLine(lines[0])] >= times || inFootnote
	return ofPage && holds(lines[1:], rest, running, mark || inFootnote)
}

// footnote is a footnote that begins with its mark.
var footnote = regexp.MustCompile(`^\s*\d{1,2} \pL`)

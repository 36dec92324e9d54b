package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
)

// value finds what is printed behind one of the labels in the head ("Lead
// inspector:"), from offset from on: its offset, or -1.
func (h *head) value(from int, labels ...string) int {
	for _, label := range labels {
		for i := from; i < len(h.folded); {
			n := strings.Index(h.folded[i:], label)
			if n < 0 {
				break
			}
			at := i + n
			i = at + len(label)
			if at > 0 && h.starts[h.line(at)] != at {
				continue // in mid-line
			}
			for _, more := range []string{"s", " on site", ":", " "} {
				if strings.HasPrefix(h.folded[i:], more) {
					i += len(more)
				}
			}
			for i < len(h.folded) && h.folded[i] == ' ' {
				i++
			}
			return i
		}
	}
	return -1
}

// setDates gives the visit its periods of fieldwork.
func (v *Visit) setDates(p []dates.Period) {
	if len(p) == 0 {
		return
	}
	v.Start, v.End = p[0].Start, p[len(p)-1].End
	if len(p) > 1 {
		for _, x := range p {
			v.Periods = append(v.Periods, Period{x.Start, x.End})
		}
	}
}

// letterDate is the date that a letter bears: the first line of the head that
// is a date and nothing else, before the salutation.
func letterDate(h *head) civil.Date {
	for i := range h.lines {
		line := h.lineText(i)
		if strings.HasPrefix(line, "dear ") {
			break
		}
		line = strings.TrimPrefix(line, "date: ")
		if p, n := dates.Periods(line, 0); len(p) == 1 && n == len(line) && p[0].Start == p[0].End {
			return p[0].Start
		}
	}
	return civil.Date{}
}

// inspectorLabels are the words behind which a letter names its inspectors.
var inspectorLabels = []string{"inspectors for this visit were ", "inspector for this visit was ", "inspectors for the visit were ", "visit was carried out by ", "visit was led by ", "inspection was carried out by ", "the inspectors were ", "the inspector was "}

// inspectors reads the inspectors that a letter names in its opening.
func (h *head) inspectors() []string {
	for _, label := range inspectorLabels {
		i := strings.Index(h.folded, label)
		if i < 0 {
			continue
		}
		at := i + len(label)
		// "by two of Her Majesty's Inspectors: …"
		if n := strings.Index(h.folded[at:min(len(h.folded), at+60)], "inspectors"); n >= 0 {
			if end := at + n + len("inspectors"); end+2 < len(h.folded) && (h.folded[end] == ',' || h.folded[end] == ':') {
				at = end + 2
			}
		}
		if got := names(strings.ReplaceAll(h.printed[at:min(len(h.printed), at+1000)], "- ", "-")); len(got) > 0 {
			return got
		}
	}
	return nil
}

// longestNameOf is how many bytes a person's name, with what ends it, is looked
// for in.
const longestNameOf = 120

// name reads one inspector's name from s: up to the office, title or other
// words that follow it. rest is what stands behind the office.
func name(s string) (name, rest string) {
	near := text.Lower(s[:min(len(s), longestNameOf)])
	end := len(near)
	office := 0
	for _, stop := range []string{", his majesty", ", her majesty", " his majesty", " her majesty", ", hmi", " hmi", ", senior hmi", " senior ", ", ofsted", ", social care", ", regional", ", assistant regional", "\n", " and ", " with ", ", ", " deputy lead", " team inspectors", " (", " judgement", ";", ". "} {
		if i := strings.Index(near, stop); i >= 0 && i < end {
			end = i
			office = 0
			if strings.Contains(stop, "majesty") || strings.Contains(stop, "hmi") {
				office = len(stop)
			}
		}
	}
	name = strings.Trim(s[:end], " .,:")
	rest = s[end:]
	if office > 0 { // "'s Inspector", "(HMI)"
		rest = rest[office:]
		l := text.Lower(rest)
		for _, w := range []string{"'s inspectors", "'s inspector", "s inspector"} {
			if strings.HasPrefix(l, w) {
				rest = rest[len(w):]
				break
			}
		}
	}
	if !isName(name) {
		name = ""
	}
	return name, rest
}

// isName tells whether s looks like a person's name: two to five words, each
// with a capital letter but for particles.
func isName(s string) bool {
	f := strings.Fields(s)
	if len(f) < 2 || len(f) > 5 {
		return false
	}
	for _, w := range f {
		switch w {
		case "de", "van", "der", "la", "le", "von", "del", "al", "bin":
			continue
		}
		if c := w[0]; !(c >= 'A' && c <= 'Z' || c >= 0x80) {
			return false
		}
		for i := 0; i < len(w); i++ {
			if text.IsDigit(w[i]) || w[i] == ':' || w[i] == '(' {
				return false
			}
		}
	}
	return true
}

// names reads a list of inspectors: "Ann Ash HMI and Bo Birch, His Majesty's
// Inspectors".
func names(s string) []string {
	var out []string
	for len(out) < 30 {
		n, rest := name(s)
		if n == "" {
			break
		}
		out = append(out, n)
		rest = strings.TrimLeft(rest, " ")
		trimmed := false
		for _, sep := range []string{", and ", "and ", ", with ", "with ", ", ", "; ", ","} {
			if strings.HasPrefix(text.Lower(rest), sep) {
				rest, trimmed = rest[len(sep):], true
				break
			}
		}
		if !trimmed {
			break
		}
		s = strings.TrimLeft(rest, " \n")
	}
	return out
}

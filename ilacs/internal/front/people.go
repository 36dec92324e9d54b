package front

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"
)

// inspectorLabels are the words after which a letter names its inspectors.
var inspectorLabels = []string{
	"inspectors for this visit were ", "inspector for this visit was ", "inspectors for the visit were ",
	"visit was carried out by ", "visit was led by ", "inspection was carried out by ",
	"the inspectors were ", "the inspector was ",
}

// Inspectors reads the inspectors whom a letter names in its opening.
func (p *Page) Inspectors() []string {
	for _, label := range inspectorLabels {
		i := strings.Index(p.Folded, label)
		if i < 0 {
			continue
		}
		at := i + len(label)
		// "by two of Her Majesty's Inspectors: …"
		if n := strings.Index(p.Folded[at:min(len(p.Folded), at+60)], "inspectors"); n >= 0 {
			if end := at + n + len("inspectors"); end+2 < len(p.Folded) && (p.Folded[end] == ',' || p.Folded[end] == ':') {
				at = end + 2
			}
		}
		if got := Names(strings.ReplaceAll(p.Printed[at:min(len(p.Printed), at+1000)], "- ", "-")); len(got) > 0 {
			return got
		}
	}
	return nil
}

// maxNameLength is how many bytes a person's name may have, with what ends it.
const maxNameLength = 120

// nameEnds are what may follow a name: an office, a title, the next name.
var nameEnds = append(offices(
	"additional", "associate", "contracted", "ofsted", "regulatory", "seconded", "shadow", "supernumerary"),
	", his majesty", ", her majesty", " his majesty", " her majesty", ", hmi", " hmi", ", senior hmi", " senior ", ", ofsted",
	", social care", ", regional", ", assistant regional", "\n", " and ", " with ", ", ", " deputy lead", " team inspectors",
	" (", " judgement", ";", ". ",
)

// offices are the ends that name an inspector's office, after a comma or none.
func offices(kinds ...string) []string {
	var ends []string
	for _, kind := range kinds {
		ends = append(ends, ", "+kind+" inspector", " "+kind+" inspector")
	}
	return ends
}

// Name reads one inspector's name from the start of s, up to the office, title
// or other words that follow it; "" where s begins with no name. rest is what
// follows the office.
func Name(s string) (name, rest string) {
	near := text.Lower(s[:min(len(s), maxNameLength)])
	end := len(near)
	office := 0
	for _, stop := range nameEnds {
		if i := strings.Index(near, stop); i >= 0 && i < end {
			end = i
			office = 0
			if text.ContainsAny(stop, "majesty", "hmi", "inspector") && stop != " team inspectors" {
				office = len(stop)
			}
		}
	}
	name = strings.Trim(s[:end], " .,:")
	rest = s[end:]
	if office > 0 { // "'s Inspector", "(HMI)"
		rest = rest[office:]
		l := text.Lower(rest[:min(len(rest), maxOffice)])
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

// maxOffice is the most bytes of what follows a name: the rest of an office, or what
// joins the next name.
const maxOffice = 20

// isName reports whether s looks like a person's name: two to five words, each
// with a capital letter but for particles, which may be joined to it ("d'Arcy").
func isName(s string) bool {
	f := strings.Fields(s)
	if len(f) < 2 || len(f) > 5 {
		return false
	}
	for _, w := range f {
		switch w {
		case "de", "van", "der", "la", "le", "von", "del", "al", "bin":
			continue
		case "Inspector", "Inspectors", "Ofsted", "HMI":
			return false // an office
		}
		for _, particle := range []string{"d'", "d’"} { // d'Arcy
			w = strings.TrimPrefix(w, particle)
		}
		if w == "" {
			return false
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

// maxTeam is the most inspectors that one list names.
const maxTeam = 30

// Names reads a list of inspectors: "Ann Ash HMI and Bo Birch, His Majesty's
// Inspectors".
func Names(s string) []string {
	var out []string
	for len(out) < maxTeam {
		n, rest := Name(s)
		if n == "" {
			break
		}
		out = append(out, n)
		rest = strings.TrimLeft(rest, " ")
		trimmed := false
		l := text.Lower(rest[:min(len(rest), maxOffice)])
		for _, sep := range []string{", and ", "and ", ", with ", "with ", ", ", "; ", ","} {
			if strings.HasPrefix(l, sep) {
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

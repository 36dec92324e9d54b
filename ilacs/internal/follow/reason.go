package follow

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/internal/text"
)

// reason says in words why an item has its status, by the later findings that
// decide it. surely reports which of them are taken to be about the item; where
// none is that the reason cites, the reason says so. again says that a later item
// surely asks for the same.
func reason(s Status, it *item, evidence []finding.Finding, again bool, surely func(finding.Finding) bool) string {
	good, bad := slices.IndexFunc(evidence, speaksFor), slices.IndexFunc(evidence, speaksAgainst)
	if i := slices.IndexFunc(evidence, asks); i >= 0 && s != Addressed {
		what := "a later area for improvement touches on it"
		if again {
			what = "still listed as an area for improvement"
		}
		if s == Partly && good >= 0 {
			return what + ", while " + placeName(evidence[good], "another finding") + " praises it" + doubt(surely, evidence[i], evidence[good])
		}
		return what
	}
	switch s {
	case Addressed:
		f := evidence[max(good, 0)]
		return "now " + praise(f, it) + placeOf(f) + doubt(surely, f)
	case Persists:
		f := evidence[max(bad, 0)]
		return fault(f) + placeOf(f) + doubt(surely, f)
	}
	if good < 0 || bad < 0 {
		f := evidence[0]
		if f.Direction == finding.DirectionImproved {
			return "said to be getting better, though not yet good" + placeOf(f) + doubt(surely, f)
		}
		return "described as partly good and partly a concern" + placeOf(f) + doubt(surely, f)
	}
	first, second := "one finding", "another"
	if bad < good {
		first, second = second, first
	}
	g, b := placeName(evidence[good], first), placeName(evidence[bad], second)
	unsure := doubt(surely, evidence[good], evidence[bad])
	switch {
	case g == b:
		return g + " praises it in part, and faults it in part" + unsure
	case good < bad:
		return g + " praises it, while " + b + " faults it" + unsure
	}
	return b + " faults it, while " + g + " praises it" + unsure
}

// doubt says so where none of the cited findings is surely about the item.
func doubt(surely func(finding.Finding) bool, cited ...finding.Finding) string {
	if slices.ContainsFunc(cited, surely) {
		return ""
	}
	return ", if that finding is about the same thing"
}

// praises are the words for an aspect that is praised, and how the words begin
// that praise it.
var praises = []struct {
	aspect finding.Aspect
	word   string
	roots  []string
}{
	{finding.AspectTimeliness, "timely", []string{"timely", "prompt", "swift", "quick"}},
	{finding.AspectFrequency, "regular", []string{"regular", "frequent"}},
	{finding.AspectConsistency, "consistent", []string{"consistent", "routine"}},
	{finding.AspectSufficiency, "sufficient", []string{"sufficient", "enough", "wide range"}},
	{finding.AspectRecording, "well recorded", []string{"well recorded", "clearly recorded", "well documented", "up to date", "up-to-date"}},
	{finding.AspectStability, "stable", []string{"stable", "stabili"}},
	{finding.AspectCoordination, "well coordinated", []string{"well coordinated", "well-coordinated", "joined up"}},
}

// praise says how a finding praises an item, and to what extent.
func praise(f finding.Finding, it *item) string {
	if f.Extent == finding.ExtentFew {
		return praised(f, it) // the group is small; it is not a few of a group
	}
	return praised(f, it) + extentWords(f)
}

// praised is the praise itself: by the aspect that was asked for, where a word of
// the finding says so.
func praised(f finding.Finding, it *item) string {
	if f.Direction == finding.DirectionImproved {
		return "said to have improved"
	}
	if f.Polarity == finding.Strength {
		for _, p := range praises {
			if slices.Contains(it.Aspects, p.aspect) && cueBegins(f, p.aspect, p.roots) {
				return "described as " + p.word
			}
		}
	}
	return "praised"
}

// fault says how a finding faults an item, and to what extent.
func fault(f finding.Finding) string {
	switch f.Direction {
	case finding.DirectionUnchanged:
		return "said to be as before" + extentWords(f)
	case finding.DirectionDeclined:
		return "said to have got worse" + extentWords(f)
	}
	return "still faulted" + extentWords(f)
}

// cueBegins reports whether a cue of an aspect begins with one of the roots.
func cueBegins(f finding.Finding, a finding.Aspect, roots []string) bool {
	return slices.ContainsFunc(f.Cues, func(c finding.Cue) bool {
		return c.Label == finding.LabelOf(a) && text.HasAnyPrefix(strings.ToLower(c.Of(f.Text)), roots...)
	})
}

func extentWords(f finding.Finding) string {
	switch f.Extent {
	case finding.ExtentMost:
		return " in most cases"
	case finding.ExtentSome:
		return " in some cases"
	case finding.ExtentFew:
		return " in a few cases"
	}
	return ""
}

// placeOf says where a finding stands, in brackets.
func placeOf(f finding.Finding) string {
	switch {
	case f.Section.Asks():
		return " (areas for improvement)"
	case f.Paragraph > 0:
		return fmt.Sprintf(" (paragraph %d)", f.Paragraph)
	case f.Section == finding.SectionHeadline:
		return " (headline findings)"
	}
	return ""
}

// placeName names where a finding stands, or returns other where that has no
// name.
func placeName(f finding.Finding, other string) string {
	switch {
	case f.Section.Asks():
		return "the list of what needs to improve"
	case f.Paragraph > 0:
		return fmt.Sprintf("paragraph %d", f.Paragraph)
	case f.Section == finding.SectionHeadline:
		return "the opening summary"
	}
	return other
}

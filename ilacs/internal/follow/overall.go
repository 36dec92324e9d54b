package follow

import (
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
)

// overall are the later sentences about the earlier areas for improvement as a
// whole: "The areas for improvement identified at the last inspection have
// largely been addressed." There are none where the last inspection is another
// than that of the earlier document.
func overall(before, after Document) []finding.Finding {
	out := []finding.Finding{}
	if !before.LastInspection || len(before.Findings.Items()) == 0 {
		return out
	}
	for i := range after.Findings.Passages {
		p := &after.Findings.Passages[i]
		if !p.LooksBack || !passage.Evaluates(p.Section) || p.Section.Asks() || p.Board {
			continue
		}
		s := p.Line()
		if !before.Partial && !text.ContainsAny(s, inspections...) {
			continue // what a visit in between asked for
		}
		if text.ContainsAny(s, allItems...) && text.ContainsAny(purposes.Replace(s), whatBecame...) && !text.ContainsAny(s, someItems...) && !text.HasAnyPrefix(s, "this ", "it ", "that ", "these were ") {
			out = append(out, *p.Finding)
		}
	}
	return out
}

// inspections are the names of an inspection of all services.
var inspections = []string{"inspection", "ilacs", "at that time"}

// allItems are the names of what an earlier inspection asked for as a whole,
// someItems the words that name a part of it, and whatBecame those that tell what
// became of it.
var (
	allItems = []string{
		"areas for improvement", "areas of improvement", "areas for development", "areas identified", "areas that were identified",
		"areas of practice identified", "areas requiring improvement", "areas needing improvement", "areas that needed",
		"areas which required", "areas that required", "areas where improvement", "recommendations",
		"shortfalls identified", "weaknesses identified", "issues identified", "deficits identified", "areas of weakness",
	}
	someItems = []string{" in respect of ", " in relation to ", " regarding ", " relating to "}
	// purposes say what is to become of it: "plans to address the recommendations".
	purposes   = strings.NewReplacer("to address", "", "to progress", "", "to implement", "", "to respond", "", "to tackle", "", "to resolve", "", "to meet", "")
	whatBecame = []string{"address", "progress", "implement", "improved", "respon", "met", "acted", "taken", "remain", "still", "strength", "robust", "tackl", "resolved", "repeated"}
)

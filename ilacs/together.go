package ilacs

import (
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/internal/text"
)

// together are the sentences of the later document that speak of the earlier
// areas for improvement as a whole: "The areas for improvement identified at the
// last inspection have largely been addressed." Where the earlier document is a
// letter or an article, or not surely of another visit, there are none: the last
// inspection is another one then.
func together(before, after *side) []finding.Finding {
	out := []finding.Finding{}
	if before.Source != SourceReport || before.Visit.Start == after.Visit.Start || len(before.asked()) == 0 {
		return out
	}
	for _, p := range after.passages {
		if !p.pointsBack || !ofInspectors(p.Section) || isAsked(p.Finding) || p.board {
			continue
		}
		s := text.Lower(text.Plain(p.Text))
		if text.ContainsAny(s, asAWhole...) && text.ContainsAny(s, becameOf...) && !text.ContainsAny(s, ofSome...) && !text.HasAnyPrefix(s, "this ", "it ", "that ", "these were ") {
			out = append(out, p.Finding)
		}
	}
	return out
}

// asAWhole are the names of what an earlier inspection asked for, becameOf the
// words for what became of it, and ofSome those that name the ones meant.
var (
	asAWhole = []string{
		"areas for improvement", "areas of improvement", "areas for development", "areas identified", "areas that were identified",
		"areas of practice identified", "areas requiring improvement", "areas needing improvement", "areas that needed",
		"areas which required", "areas that required", "areas where improvement", "recommendations",
		"shortfalls identified", "weaknesses identified", "issues identified", "deficits identified", "areas of weakness",
	}
	ofSome   = []string{" in respect of ", " in relation to ", " regarding ", " relating to "}
	becameOf = []string{"address", "progress", "implement", "improved", "respon", "met", "acted", "taken", "remain", "still", "strength", "robust", "tackl", "resolved", "repeated"}
)

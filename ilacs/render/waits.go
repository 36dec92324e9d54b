package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// Waits are [record.Waits] in words: how long authorities with the same standing
// waited for their next inspection.
type Waits struct {
	Days  record.Waits
	SoFar int    // days since this authority's last inspection began; 0 where that is not known
	Text  string // "" where there is nothing to go by
}

func newWaits(p record.Profile) Waits {
	w := Waits{Days: p.Waits}
	latest, ok := p.Latest()
	if !ok || p.Waits.Count == 0 {
		return w
	}
	if since, ok := latest.Start.DaysUntil(p.Day); ok {
		w.SoFar = max(since, 0)
	}
	var types []string
	for t, n := range p.Waits.Types {
		types = append(types, count(n, lower(t.String())))
	}
	slices.Sort(types)
	grade := lower(latest.Framework.GradeName(latest.Judgements.Grade(judgement.Overall)))
	w.Text = fmt.Sprintf("After %s with the overall grade %s, the median wait for the next one was %s. Half of the waits were between %s and %s; the shortest was %s, the longest %s. "+
		"What came: %s. Authorities that are still waiting are not counted, and many waits include the pause in inspections from March 2020 to spring 2021.",
		count(p.Waits.Count, "inspection"), grade, yearsText(p.Waits.Median), yearsText(p.Waits.LowerQuartile), yearsText(p.Waits.UpperQuartile),
		yearsText(p.Waits.Shortest), yearsText(p.Waits.Longest), strings.Join(types, ", "))
	return w
}

package render

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// notCompared names the inspections that the national record has between the first and
// the last of some visits to one authority, and that are not among them; "" where it has
// none, or where it does not know the authority.
func notCompared(visits []ilacs.Visit) string {
	first, last := visits[0], visits[len(visits)-1]
	a, ok := authority.ByURN(last.URN)
	if !ok || first.Start.IsZero() || last.Start.IsZero() {
		return ""
	}
	var names []string
	for i := range record.Of(a) {
		between := i.Start.Compare(first.Start.Last()) > 0 && i.Start.Compare(last.Start.First()) < 0
		if !between || slices.ContainsFunc(visits, func(v ilacs.Visit) bool { return !v.Start.IsZero() && v.Start.Contains(i.Start) }) {
			continue
		}
		v := i.Report().Visit
		name := lower(v.Type.String()) + " of " + newVisit(v).Label
		if g := i.Judgements.Grade(judgement.Overall); g != 0 {
			name += " (" + lower(g.String()) + ")"
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return "Not compared here, but in the national record between these visits: " + strings.Join(names, "; ") + "."
}

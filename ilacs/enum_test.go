package ilacs_test

import (
	"testing"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/internal/enum/enumtest"
)

// The text forms are written out, as they may never change.
func TestClosedLists(t *testing.T) {
	t.Parallel()
	enumtest.Check(t, ilacs.ParseVisitType, "inspection", "standard", "short", "focused", "monitoring", "assurance", "jtai",
		"action-planning", "annual-engagement", "targeted", "sif", "reinspection", "lscb-review", "looked-after",
		"child-protection", "safeguarding-and-looked-after", "contact-referral-and-assessment", "annual-assessment")
	enumtest.Check(t, ilacs.ParseSource, "report", "letter", "article")
	enumtest.Check(t, ilacs.ParseStatus, "addressed", "partly", "persists", "not-revisited")
	enumtest.Check(t, ilacs.ParseConfidence, "high", "medium", "low")
	enumtest.Check(t, ilacs.ParseRecurrence, "again", "new", "unsure")
	enumtest.Check(t, ilacs.ParseThemeTrend, "improved", "declined", "unchanged", "unsure", "new", "no-longer-raised", "not-enough-said", "not-looked-at")
	enumtest.Check(t, ilacs.ParseStatementKind, "documents", "grades", "own-words", "praised", "faulted", "themes", "asked", "praised-before", "unsure")
	enumtest.Check(t, ilacs.ParseStep, "next-inspection", "focused-visits", "first-monitoring-visit", "monitoring-visits",
		"publication", "draft-action-plan", "action-plan", "written-statement")
	enumtest.Check(t, ilacs.ParseFirmness, "rule", "aim", "uncertain")
}

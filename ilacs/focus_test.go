package ilacs_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What a visit looked at is told before its findings, in a sentence or in bullets.
func TestFocusOfALetter(t *testing.T) {
	t.Parallel()
	for opening, want := range map[string][]string{
		"The focus of the visit was on the front door.":                           {"the front door"},
		"Inspectors looked at plans for children.":                                {"plans for children"},
		"Inspectors evaluated:\n\n• the front door;\n\n• plans, and\n\n• visits.": {"the front door", "plans, and", "visits"},
		"Leaders met them.\n\nHeadline findings\n\nInspectors looked at plans.":   nil,
	} {
		r := letterOf(t, "10 April 2025", "Focused visit to", opening)
		assert.Equal(t, want, r.Visit.Focus, opening)
	}
}

package follow

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClauses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"The timeliness of visits; and the quality of plans.":     {"The timeliness of visits", "the quality of plans."},
		"The recording of: all visits; pathway plans":             {"The recording of all visits", "The recording of pathway plans"},
		"Ensure that visits are timely and that they are planned": {"Ensure that visits are timely", "that they are planned"},
		"The council and the trust should record all visits":      nil,
	} {
		assert.Equal(t, want, clauses(text), text)
	}
}

func TestExamples(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Help for children, including those missing, those privately fostered, and homeless young people, is to improve": {"those missing", "those privately fostered", "homeless young people"},
		"Help such as advocacy, so that children are heard":                                                              {"advocacy"},
		"Help for children who are missing":                                                                              nil,
	} {
		assert.Equal(t, want, examples(text), text)
	}
}

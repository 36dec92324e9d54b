package sentence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The full stop of an abbreviation ends no sentence, unless a mark closes after
// it.
func TestEveryAbbreviation(t *testing.T) {
	t.Parallel()
	for _, short := range []string{
		"e.g", "i.e", "Mr", "Mrs", "Ms", "Dr", "St", "No", "vs", "p", "pp", "para", "paras", "Cllr", "Prof", "Rev",
		"Hon", "ref", "approx", "cf", "inc",
	} {
		assert.Equal(t, []string{"It was " + short + ". Anders who led.", "Then came others."},
			cut("It was "+short+". Anders who led. Then came others."), short)
		assert.Equal(t, []string{"It was (" + short + ".)", "Anders led."}, cut("It was ("+short+".) Anders led."), short)
	}
}

func TestClosingQuotationMarks(t *testing.T) {
	t.Parallel()
	for _, mark := range []string{`"`, "'", "’", "”", ")", "]"} {
		assert.Equal(t, []string{"They said they felt heard." + mark, "Others did not."}, cut("They said they felt heard."+mark+" Others did not."))
	}
}

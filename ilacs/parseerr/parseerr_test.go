package parseerr_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// One errors.As serves every function that parses.
func ExampleError() {
	_, grade := judgement.ParseGrade("splendid")
	_, date := civil.Parse("2022-02-30")
	_, report := ilacs.Parse("<html><body>Page not found</body></html>")
	for _, err := range []error{grade, date, report} {
		var refused *parseerr.Error
		if errors.As(err, &refused) {
			fmt.Println(refused.Kind, errors.Is(err, parseerr.ErrUnknown))
		}
		fmt.Println(err)
	}
	// Output:
	// grade true
	// judgement: "splendid" cannot be read as a grade: not a known name
	// date false
	// civil: "2022-02-30" cannot be read as a date: no such date (the month has no such day)
	// document false
	// ilacs: "<html><body>Page not found</body></html>" cannot be read as a document: not about an inspection of or visit to children's services (an HTML page)
}

// Whatever parses returns an *Error that names its package, and wraps one of the
// two errors for a name that is malformed or not known.
func TestEverythingThatParses(t *testing.T) {
	t.Parallel()
	for name, parse := range map[string]func(string) error{
		"judgement area":      func(s string) error { _, err := judgement.ParseArea(s); return err },
		"judgement set":       func(s string) error { _, err := judgement.ParseSet(s); return err },
		"finding theme":       func(s string) error { _, err := finding.ParseTheme(s); return err },
		"finding cue":         func(s string) error { _, err := finding.ParseCue(s); return err },
		"finding tag":         func(s string) error { _, err := finding.ParseTag(s); return err },
		"ilacs visit type":    func(s string) error { _, err := ilacs.ParseVisitType(s); return err },
		"authority certainty": func(s string) error { _, err := authority.ParseCertainty(s); return err },
		"civil date":          func(s string) error { _, err := civil.Parse(s); return err },
		"record table":        func(s string) error { _, err := record.Parse(s); return err },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, input := range []string{"", "no-such-name", "No such name!"} {
				err := parse(input)
				var refused *parseerr.Error
				require.ErrorAs(t, err, &refused)
				assert.Equal(t, name, refused.Package+" "+refused.Kind)
				assert.NotEqual(t, errors.Is(err, parseerr.ErrSyntax), errors.Is(err, parseerr.ErrUnknown), "%q: %v", input, err)
				assert.Regexp(t, "^"+refused.Package+": ", err.Error())
			}
		})
	}
}

func TestErrorSaysWhatIsThere(t *testing.T) {
	t.Parallel()
	e := parseerr.Error{Package: "record", Kind: "row", Input: "a\tb", Line: 7, Reason: "2 fields, not 9", Err: parseerr.ErrSyntax}
	assert.Equal(t, `record: line 7: "a\tb" cannot be read as a row: malformed (2 fields, not 9)`, e.Error())
	assert.Equal(t, `record: "" cannot be read as an authority`, (&parseerr.Error{Package: "record", Kind: "authority"}).Error())
}

package render

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

func TestLettersOfAList(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 51: "az", 52: "ba", 701: "zz", 702: "aaa"} {
		assert.Equal(t, want, letter(n), n)
	}
}

// A word that is wider than its column is cut, by characters and not by bytes.
func TestNarrowColumns(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"plans", "are", "late"}, narrow("plans are late", 5))
	assert.Equal(t, []string{"plans are", "late"}, narrow("plans are late", 9))
	assert.Equal(t, []string{"éééé", "éé x"}, narrow("éééééé x", 4))
	assert.Empty(t, narrow("", 4))
}

// Every quotation below a summary names its document; what nothing else in the
// comparison has is from the later one.
func TestSummaryQuotationsNameTheirDocument(t *testing.T) {
	t.Parallel()
	item := finding.Finding{Text: "Plans.", Span: finding.Span{Start: 1, End: 7}}
	alone := finding.Finding{Text: "Much is better.", Span: finding.Span{Start: 40, End: 55}}
	p := ilacs.Progress{
		Before:    ilacs.Visit{Type: ilacs.VisitTypeStandard, Start: civil.MustParse("2019-05-13")},
		After:     ilacs.Visit{Type: ilacs.VisitTypeShort, Start: civil.MustParse("2023-06-05")},
		FollowUps: []ilacs.FollowUp{{Item: item}},
	}
	quotes := quoteEither(p, []finding.Finding{item, alone})
	assert.Equal(t, "May 2019", quotes[0].Document)
	assert.Equal(t, "Jun 2023", quotes[1].Document)
}

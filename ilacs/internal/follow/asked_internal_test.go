package follow

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/tsv"
)

func itemsOf(texts ...string) []passage.Passage {
	var out []passage.Passage
	for i, s := range texts {
		out = append(out, passage.Of(finding.Finding{
			Text: s, Span: finding.Span{Start: 1000 * i, End: 1000*i + len(s)}, Section: finding.SectionImprove,
			Reading: finding.Context{Section: finding.SectionImprove}.Classify(s),
		}))
	}
	return out
}

// What two items have in common, to the second decimal place: a change of any
// weight shows here.
func TestInCommon(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, a, b string
		common     float64
		surely     bool
	}{
		{"in other words", "The timeliness of return interviews.", "Return home interviews for children who go missing from care.", 4.432, true},
		{"a case of a broader term", "The recording of chronologies.", "The quality of case records.", 1.699, false},
		{"an activity alone, just enough", "Assessments of disabled children.", "The timeliness of assessments of unborn babies.", 0.714, false},
		{"an activity that is what another is for", "Assessments of disabled children.", "The timeliness of supervision, so that assessments of children are finished.", 0.418, false},
		{"a group alone", "The quality of letters to care leavers.", "The choice of homes for care leavers.", 0.361, false},
		{"a quality alone", "The timeliness of health care.", "The timeliness of letters.", 0.084, false},
		{"a word alone", "The lanterns of the moor.", "The moor.", 3.314, false},
		{"one of several things", "The response to vulnerable children, including those who are homeless, privately fostered or missing.", "The quality of work with privately fostered children.", 3.450, true},
		{"most of a thing among several", "The response to vulnerable children, including those who are homeless, privately fostered or missing.", "The oversight of private fostering.", 2.916, false},
		{"the same theme, and some of the other", "The stability of homes for children in care.", "Placements close to friends and school for looked after children.", 3.769, true},
		{"the same theme, and too little of the other", "The reach of advocacy for children in care, unaccompanied children, and those in custody or at the edge of care.", "Advocacy for disabled children.", 3.069, false},
		{"too little of either", "Visits to disabled children.", "The clarity of dental records for disabled children, so that dentists and schools know what to do.", 3.136, false},
		{"another theme, the same subject", "The response to allegations against foster carers.", "The work of the LADO.", 4.231, true},
		{"hardly rare enough", "The quality of permanence planning.", "Permanence for children in long-term foster care.", 3.010, true},
		{"half of one, and the same theme", "Return interviews and chronologies.", "The timeliness of return interviews and of health assessments.", 3.257, true},
		{"a common subject", "The quality of homes.", "The choice of placements.", 3.064, true},
		{"least", "The quality of audits.", "The impact of quality assurance of early help records.", 4.258, true},
	} {
		pair := itemsOf(c.a, c.b)
		a, b := newAskedItem(&pair[0]), newAskedItem(&pair[1])
		common, surely := a.common(b)
		assert.InDelta(t, c.common, common, 0.005, "%s: %v, %v", c.name, a.terms, b.terms)
		assert.Equal(t, c.surely, surely, c.name)
		back, surelyBack := b.common(a)
		assert.InDelta(t, common, back, 1e-9, "%s: the same both ways", c.name)
		assert.Equal(t, surely, surelyBack, c.name)
	}
}

func TestRecurrence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		earlier []string
		later   string
		want    Recurrence
		of      []int
	}{
		{"in other words", []string{"The frequency of supervision.", "The work of the LADO."}, "The response to allegations against teachers.", Again, []int{1}},
		{"in the same words, of nothing in particular", []string{"How good it is."}, "How good it is", Again, []int{0}},
		{"on something else", []string{"The frequency of supervision.", "The work of the LADO."}, "The choice of homes for care leavers.", New, []int{}},
		{"of several things, one of them", []string{"The quality of work with privately fostered children."}, "The response to vulnerable children, including those who are homeless, privately fostered or missing.", Again, []int{0}},
		{"one of several things", []string{"The response to vulnerable children, including those who are homeless, privately fostered or missing."}, "The quality of work with privately fostered children.", Again, []int{0}},
		{"several at once, the likeliest first", []string{"The take-up of advocacy.", "Advocacy for care leavers."}, "The reach of advocacy for care leavers.", Again, []int{1, 0}},
		{"for other children", []string{"Advocacy for children in care.", "Advocacy for care leavers."}, "The reach of advocacy for care leavers.", Again, []int{1}},
		{"on the same subject, of something else", []string{"The choice of homes for unaccompanied children."}, "Letters about dental care for unaccompanied children who live far away.", Unsure, []int{0}},
		{"on the same subject, of another activity", []string{"Partners' part in strategy meetings."}, "Decisions in strategy meetings.", Unsure, []int{0}},
		{"of plans of any kind", []string{"The clarity of pathway plans for care leavers."}, "The quality of plans.", Unsure, []int{0}},
		{"the same activity for others", []string{"The timeliness of assessments of unborn babies."}, "Assessments of disabled children.", Unsure, []int{0}},
		{"of the same group alone", []string{"The choice of homes for care leavers."}, "The help for care leavers.", Unsure, []int{0}},
		{"the same quality, of something else", []string{"The timeliness of dental care."}, "The timeliness of supervision.", New, []int{}},
		{"nothing asked for before", nil, "The timeliness of supervision.", New, []int{}},
	} {
		got := asked(itemsOf(c.earlier...), itemsOf(c.later), false)
		require.Len(t, got, 1, c.name)
		assert.Equal(t, []any{c.want, c.of}, []any{got[0].Recurrence, got[0].Of}, c.name)
	}
}

// Where the earlier document may ask for more than is known, nothing is new; what
// is asked again is all the same.
func TestRecurrenceAfterAnIncompleteDocument(t *testing.T) {
	t.Parallel()
	got := asked(itemsOf("The frequency of supervision."), itemsOf("The choice of homes for care leavers.", "The regularity of supervision."), true)
	require.Len(t, got, 2)
	assert.Equal(t, []any{Unsure, []int{}}, []any{got[0].Recurrence, got[0].Of})
	assert.Equal(t, []any{Again, []int{0}}, []any{got[1].Recurrence, got[1].Of})
}

// Forms that mean the same in this field are one term.
func TestEqualTerms(t *testing.T) {
	t.Parallel()
	for _, same := range [][]string{
		{"return interviews", "return home interviews", "independent return home interviews"},
		{"the designated officer", "the LADO", "allegations"},
		{"care leavers’ offer", "the local offer for care leavers", "care leavers’ rights and entitlements"},
		{"homes for looked after children", "placements of children in care"},
		{"placement with parents", "children placed with their parents"},
		{"pre-proceedings", "the public law outline", "letters before proceedings"},
		{"support for care leavers over 21", "support for care leavers aged 21 and over", "support for care leavers post-21"},
		{"initial health assessments", "medicals"},
		{"strategy discussions", "strategy meetings", "child protection strategy meetings"},
	} {
		names := func(s string) []string {
			return slices.DeleteFunc(AskedTerms(s), func(n string) bool { return n == "care leavers" || n == "children in care" })
		}
		for _, s := range same[1:] {
			assert.Equal(t, names(same[0]), names(s), "%s, %s", same[0], s)
		}
		assert.NotEmpty(t, names(same[0]), same[0])
	}
	assert.NotContains(t, AskedTerms("placement with parents"), "homes", "the longest form counts")
	assert.Equal(t, []string{"accommodation", "challenge"}, AskedTerms("Monitor accommodation (page 12, paragraph 31)."))
}

func TestAskedTables(t *testing.T) {
	t.Parallel()
	v := askedTerms()
	forms, rows := map[string]string{}, 0
	for row := range tsv.Rows("asked_terms.tsv", askedTermsTSV) {
		rows++
		assert.Contains(t, kindNames, row[1], row[0])
		for _, b := range tsv.List(row[2], "; ") {
			require.Contains(t, v.terms, b, row[0])
			assert.Less(t, v.terms[b].kind, termQuality, row[0])
		}
		assert.NotEmpty(t, row[3], row[0])
		for _, f := range tsv.List(row[3], "; ") {
			assert.Regexp(t, `^[a-z0-9]+\*?( [a-z0-9]+\*?)*$`, f)
			assert.Empty(t, forms[f], "%q is a form of two terms", f)
			forms[f] = row[0]
		}
	}
	assert.Len(t, v.terms, rows, "a term has one row")
	assert.LessOrEqual(t, rows, 128, "more than a termSet holds")
	last := math.MaxInt
	for row := range tsv.Rows("asked_counts.tsv", askedCountsTSV) {
		n := 0
		for _, c := range row[1] {
			n = 10*n + int(c-'0')
		}
		assert.LessOrEqual(t, n, last, row[0])
		assert.Positive(t, n, row[0])
		last = n
	}
	assert.Greater(t, rarity()("dental care"), rarity()("plans"))
	assert.Greater(t, rarity()("a word that no item has"), rarity()("dental care"))
}

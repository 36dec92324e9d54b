package randomdoc_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/ilacs/internal/randomdoc"
	"github.com/ilacs-go/inspection/judgement"
)

// date parses a date that is known to be one.
func date(text string) civil.Date {
	d, err := civil.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// What the caller says of the visit stays as it is.
func TestKeepsWhatIsSaid(t *testing.T) {
	t.Parallel()
	likes := map[string]ilacs.Visit{
		"nothing":               {},
		"an authority":          {Authority: "Wexcombe"},
		"a framework":           {Framework: judgement.SIF},
		"another framework":     {Framework: judgement.ILACS2026},
		"a first day":           {Start: date("2016-05-09")},
		"a first day of ILACS":  {Start: date("2023-05-15")},
		"a day and a type":      {Start: date("2023-05-15"), Type: ilacs.VisitTypeMonitoring},
		"all days":              {Start: date("2023-05-15"), End: date("2023-05-16"), Published: date("2023-06-01"), Type: ilacs.VisitTypeFocused},
		"inspectors":            {Type: ilacs.VisitTypeFocused, Lead: "Jago Osei", Inspectors: []string{"Zoë Quaye", "Jago Osei"}},
		"a count":               {Type: ilacs.VisitTypeMonitoring, Ordinal: 5},
		"a count and its start": {Type: ilacs.VisitTypeMonitoring, Ordinal: 5, Since: ilacs.Earlier{Type: ilacs.VisitTypeJTAI, Date: date("2022")}},
		"focus":                 {Type: ilacs.VisitTypeJTAI, Focus: []string{"neglect"}},
	}
	for name, like := range likes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for seed := range uint64(20) {
				d := randomdoc.New(randomdoc.Source(seed), like)
				_, err := ilacstest.Write(d)
				require.NoError(t, err)
				v := d.Visit
				assert.True(t, like.Authority == "" || v.Authority == like.Authority)
				assert.True(t, like.Type == 0 || v.Type == like.Type)
				assert.True(t, like.Start.IsZero() || v.Start == like.Start)
				assert.True(t, like.End.IsZero() || v.End == like.End)
				assert.True(t, like.Published.IsZero() || v.Published == like.Published)
				assert.True(t, like.Ordinal == 0 || v.Ordinal == like.Ordinal)
				assert.True(t, like.Since == ilacs.Earlier{} || v.Since == like.Since)
				assert.True(t, len(like.Inspectors) == 0 || assert.ObjectsAreEqual(like.Inspectors, v.Inspectors))
				assert.True(t, len(like.Focus) == 0 || assert.ObjectsAreEqual(like.Focus, v.Focus))
			}
		})
	}
}

// For a visit that contradicts itself, or has no known form, a document is drawn
// all the same, and refused by Write.
func TestVisitsWithoutAForm(t *testing.T) {
	t.Parallel()
	for name, like := range map[string]ilacs.Visit{
		"no form":                {Type: ilacs.VisitTypeAnnualEngagement},
		"not a type":             {Type: 255},
		"not a framework":        {Framework: 255},
		"an older framework":     {Framework: judgement.LookedAfter2013},
		"ILACS before its time":  {Type: ilacs.VisitTypeStandard, Start: date("2012-01-01")},
		"a day of no inspection": {Start: date("1999-01-01")},
		"SIF in the wrong frame": {Type: ilacs.VisitTypeSIF, Framework: judgement.ILACS2018},
		"a month":                {Type: ilacs.VisitTypeShort, Start: date("2023-05")},
		"an end before":          {Type: ilacs.VisitTypeFocused, Start: date("2023-05-15"), End: date("2022-01-01")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := ilacstest.Write(randomdoc.New(randomdoc.Source(1), like))
			var field *ilacstest.FieldError
			require.ErrorAs(t, err, &field)
		})
	}
}

// Documents differ: every type, framework, grade and section occurs, lists with
// and without items, texts that wrap and pages that end.
func TestDocumentsDiffer(t *testing.T) {
	t.Parallel()
	kinds, seen := randomdoc.Kinds(), map[string]int{}
	for seed := range uint64(600) {
		d := randomdoc.New(randomdoc.Source(seed), kinds[seed%uint64(len(kinds))])
		seen[d.Visit.Type.String()]++
		for a, g := range d.Judgements.All() {
			seen[fmt.Sprint(d.Judgements.Framework, " ", a)]++
			seen[g.String()]++
		}
		for _, x := range d.Improve {
			seen[fmt.Sprint("tags ", len(x.Tags))]++
		}
		seen[fmt.Sprint("periods ", len(d.Visit.Periods))]++
		seen[fmt.Sprint("priority ", len(d.Priority) > 0)]++
		seen[fmt.Sprint("strengths ", len(d.Strengths) > 0)]++
		seen[fmt.Sprint("published ", !d.Visit.Published.IsZero())]++
		if d.Visit.Type == ilacs.VisitTypeMonitoring {
			seen[fmt.Sprint("since ", d.Visit.Since.Type)]++
		}
	}
	for _, t := range []ilacs.VisitType{ilacs.VisitTypeStandard, ilacs.VisitTypeShort, ilacs.VisitTypeSIF, ilacs.VisitTypeReinspection, ilacs.VisitTypeFocused, ilacs.VisitTypeMonitoring, ilacs.VisitTypeAssurance, ilacs.VisitTypeJTAI} {
		seen[t.String()] += 0
	}
	for _, f := range []judgement.Framework{judgement.SIF, judgement.ILACS2018, judgement.ILACS2023, judgement.ILACS2026} {
		for a := range f.Areas() {
			seen[fmt.Sprint(f, " ", a)] += 0
		}
	}
	for _, must := range []string{"tags 0", "tags 1", "tags 2", "periods 0", "periods 2", "priority true", "strengths true", "published true", "published false",
		"since Inspection", "since Single inspection", "since Joint targeted area inspection", "Outstanding", "Inadequate"} {
		seen[must] += 0
	}
	for what, n := range seen {
		assert.NotZero(t, n, what)
	}
}

// If nothing is asked for, every type is drawn.
func TestEveryTypeIsDrawn(t *testing.T) {
	t.Parallel()
	seen := map[ilacs.VisitType]bool{}
	for seed := range uint64(200) {
		seen[randomdoc.New(randomdoc.Source(seed), ilacs.Visit{}).Visit.Type] = true
	}
	for _, kind := range randomdoc.Kinds() {
		assert.True(t, seen[kind.Type], kind.Type)
	}
}

// No authority that is drawn is a real one.
func TestAuthoritiesAreInvented(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		name := randomdoc.New(randomdoc.Source(seed), ilacs.Visit{Type: ilacs.VisitTypeFocused}).Visit.Authority
		_, err := authority.FindOn(name, civil.Date{})
		assert.Error(t, err, name)
	}
}

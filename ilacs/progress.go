package ilacs

import (
	"errors"
	"fmt"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// Progress says what changed between two visits to one authority. All of it is
// taken from the two documents, and each claim comes with the findings that
// support it.
type Progress struct {
	Before Visit `json:"before"`
	After  Visit `json:"after"`
	// Judgements are the changes by area, in Ofsted's order.
	Judgements []JudgementChange `json:"judgements"`
	// OwnWords are the later document's own comparisons with an earlier visit, in
	// the order of its text.
	OwnWords []OwnWord `json:"own_words"`
	// FollowUps are what became of each area for improvement and priority
	// action of the earlier document, in its order. Those of a safeguarding board
	// are left out unless both documents grade it.
	FollowUps []FollowUp `json:"follow_ups"`
	// Themes are those that either document speaks of, in the order of
	// [finding.Themes].
	Themes []ThemeChange `json:"themes"`
	// Asked are the areas for improvement and priority actions of the later document,
	// in its order. Those of a safeguarding board are left out as in FollowUps.
	Asked []Asked `json:"asked"`
	// Summary says the main points in plain English: from the values above, and from
	// the opening of the later document and what that says of the earlier items as a
	// whole.
	Summary []Statement `json:"summary"`
}

// JudgementChange is what became of the grade of one area.
type JudgementChange struct {
	judgement.Change
	// SaidBefore and SaidAfter are the sentences that report a grade in a document
	// that gives none of its own, a letter or an article. That grade is the
	// authority's standing at the time, not a judgement of that visit.
	SaidBefore *Earlier `json:"said_before,omitempty"`
	SaidAfter  *Earlier `json:"said_after,omitempty"`
}

// FollowUp is what became of one area for improvement.
type FollowUp struct {
	Item       finding.Finding `json:"item"`
	Status     Status          `json:"status"`
	Confidence Confidence      `json:"confidence"`
	// Reason says why the status is what it is.
	Reason string `json:"reason"`
	// Heard is how likely a careful reader finds the later document to say
	// something of the item.
	Heard Heard `json:"heard"`
	// Evidence is up to three later findings that decide it, the best first. Where the
	// later document does not return to the item, they are what comes nearest to it.
	Evidence []finding.Finding `json:"evidence"`
	// Parts are those of an item that asks for several things with different
	// outcomes; otherwise there are none.
	Parts []Part `json:"parts,omitempty"`
}

// Heard is how likely it is, from 0 to 1, that a careful reader who has read both
// documents finds that the later one returns to an area for improvement, praises it
// in whole or in part, and faults it, or asks for it again, in whole or in part.
// From 0.85 on it may be said outright. Of 864 areas for improvement that were kept
// aside when the weights were fitted, 391 were as likely as that to be praised, and
// 362 of these are, by the reader's labels; 162 to be faulted, and 149 are (go run
// ./ilacs/internal/follow/fit -measure). Uncertain: most are labelled by one reader.
//
// The summary is stricter. It names an item as praised or faulted only where the
// status says so too with enough confidence, a sentence on its theme shows it, and
// nothing else in the comparison speaks against it, as it puts the claim into words
// without a likelihood beside it.
type Heard struct {
	Revisited float64 `json:"revisited"`
	Praised   float64 `json:"praised"`
	Faulted   float64 `json:"faulted"`
}

// Part is one of several things that an item asks for.
type Part struct {
	Text   string `json:"text"`
	Status Status `json:"status"`
}

// Asked is an area for improvement or priority action of the later document.
// Whether it is asked for again is decided between the items of both lists alone:
// by what they are about, what is asked of that, and for which children. Nothing
// else that either document says bears on it.
type Asked struct {
	Item       finding.Finding `json:"item"`
	Recurrence Recurrence      `json:"asked"`
	// Of are the places in FollowUps of the earlier items that ask for the same, the
	// likeliest first; where it is unsure, of those that may. One item can take up
	// several, and several can take up one.
	Of []int `json:"of"`
	// PraisedBefore is the sentence of the earlier document that praises what is asked for
	// now, where there surely is one and nothing in that document faults it. Uncertain:
	// what was praised then can be another side of it.
	PraisedBefore *finding.Finding `json:"praised_before,omitempty"`
}

// ThemeChange is what both documents say of one theme.
type ThemeChange struct {
	Theme finding.Theme `json:"theme"`
	// Before and After are what is mostly said: strength, concern, mixed where
	// both are, neutral where no finding that is mainly about the theme is either. The
	// zero value means that the document does not speak of the theme.
	Before finding.Polarity `json:"before,omitzero"`
	After  finding.Polarity `json:"after,omitzero"`
	// CountBefore and CountAfter count the findings about the theme.
	CountBefore Count      `json:"count_before"`
	CountAfter  Count      `json:"count_after"`
	Trend       ThemeTrend `json:"trend"`
	// Reason says why the trend is what it is.
	Reason string `json:"reason"`
	// BestBefore and BestAfter are the finding of each document that best shows
	// what is mostly said; of a theme that improved or declined, a fault on one side
	// and praise on the other.
	BestBefore *finding.Finding `json:"best_before,omitempty"`
	BestAfter  *finding.Finding `json:"best_after,omitempty"`
	// Aspects are the theme's qualities that both documents speak of: supervision
	// can improve in quality and still be too rare.
	Aspects []AspectChange `json:"aspects,omitempty"`
}

// Count is how many findings of each polarity there are.
type Count struct {
	Strength int `json:"strength,omitzero"`
	Concern  int `json:"concern,omitzero"`
	Mixed    int `json:"mixed,omitzero"`
	Neutral  int `json:"neutral,omitzero"`
}

// AspectChange is what both documents say of one quality of a theme.
type AspectChange struct {
	Aspect finding.Aspect   `json:"aspect"`
	Before finding.Polarity `json:"before,omitzero"`
	After  finding.Polarity `json:"after,omitzero"`
	Trend  ThemeTrend       `json:"trend"`
}

// Statement is a sentence of a summary, with the findings of either document that
// it rests on.
type Statement struct {
	Kind StatementKind `json:"kind"`
	Text string        `json:"text"`
	// Themes are those that it is about, if it is about any.
	Themes   []finding.Theme   `json:"themes,omitempty"`
	Evidence []finding.Finding `json:"evidence,omitempty"`
}

// Why two documents are not compared.
var (
	// ErrNoReport means that one of them is nil.
	ErrNoReport = errors.New("there is no report to compare")
	// ErrOtherAuthority means that they are about different authorities.
	ErrOtherAuthority = errors.New("the documents are about different authorities")
	// ErrOrder means that the first is certainly about a later visit than the
	// second.
	ErrOrder = errors.New("the earlier document is about the later visit")
	// ErrTooMany means that the earlier document asks for so many things, and the
	// later one says so much, that comparing each with each would take seconds: more
	// than fifty times as many as any of Ofsted's.
	ErrTooMany = errors.New("too many areas for improvement and findings to compare")
)

// A CompareError says which two visits were not compared and why.
type CompareError struct {
	Before, After Visit
	Err           error // ErrNoReport, ErrOtherAuthority, ErrOrder or ErrTooMany
}

// Error names both visits.
func (e *CompareError) Error() string {
	if e.Err == ErrNoReport {
		return "ilacs: " + e.Err.Error()
	}
	return fmt.Sprintf("ilacs: cannot compare %s with %s: %v", e.Before.name(), e.After.name(), e.Err)
}

// Unwrap returns Err.
func (e *CompareError) Unwrap() error { return e.Err }

// name names a visit on one line: "Wexcombe, Focused visit of 2024-02-01".
func (v Visit) name() string {
	s := v.Authority
	if s == "" {
		s = "an unnamed authority"
	}
	if v.Type != 0 {
		s += ", " + v.Type.String()
	}
	if !v.Start.IsZero() {
		s += " of " + v.Start.String()
	}
	return s
}

package ilacs

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/judgement"
)

// read is a sentence of a section, at a place of its own.
func read(section finding.Section, start int, s string) finding.Finding {
	return finding.Finding{Text: s, Span: finding.Span{Start: start, End: start + len(s)}, Section: section, Reading: finding.Context{Section: section}.Classify(s)}
}

// What must be so for the summary to name an item.
func TestWhatTheSummaryNames(t *testing.T) {
	t.Parallel()
	const (
		item   = "The frequency of supervision at the northern offices."
		praise = "Supervision at the northern offices is regular and reflective."
		fault  = "Supervision at the northern offices is weak."
		aside  = "Supervision is excellent."
		other  = "Early help at the northern offices is excellent."
		// What the later document asks for: the same for certain, or perhaps.
		again, touches = "again", "touches"
	)
	main, asks := finding.SectionMain, finding.SectionImprove
	asksFor := func(words int) func(*FollowUp) {
		return func(f *FollowUp) {
			things := []string{"frequency", "files", "rooms", "notes", "minutes"}[:words-3]
			f.Item.Text = "The " + strings.Join(things, ", ") + " of supervision at the northern offices."
		}
	}
	for _, c := range []struct {
		name             string
		status           Status
		confidence       Confidence
		evidence         []string
		framework        judgement.Framework
		asked            string // what the later document asks for
		praised, faulted bool
		change           func(*FollowUp)
	}{
		{"praised for certain", StatusAddressed, ConfidenceHigh, []string{praise}, judgement.ILACS2018, "", true, false, nil},
		{"praised for certain, in part of what it asks for", StatusAddressed, ConfidenceHigh, []string{praise}, judgement.ILACS2018, "", false, false, func(f *FollowUp) {
			f.Parts = []Part{{Text: "the frequency of supervision", Status: StatusAddressed}, {Text: "its quality", Status: StatusNotRevisited}}
		}},
		{"praised for certain, on one of its themes", StatusAddressed, ConfidenceHigh, []string{praise}, judgement.ILACS2018, "", false, false, func(f *FollowUp) {
			f.Item.Themes = append(f.Item.Themes, finding.ThemeEarlyHelp)
		}},
		{"praised, and asked for on the same theme", StatusAddressed, ConfidenceHigh, []string{praise}, judgement.ILACS2018, "The quality of supervision.", false, false, nil},
		{"praised, and asked for on another theme", StatusAddressed, ConfidenceHigh, []string{praise}, judgement.ILACS2018, "Early help.", true, false, nil},
		{"praised in three words of seven", StatusAddressed, ConfidenceHigh, []string{praise}, judgement.ILACS2018, "", true, false, asksFor(7)},
		{"praised in three words of eight", StatusAddressed, ConfidenceHigh, []string{praise}, judgement.ILACS2018, "", false, false, asksFor(8)},
		{"praised in all but what it is for", StatusAddressed, ConfidenceHigh, []string{praise}, judgement.ILACS2018, "", true, false, func(f *FollowUp) {
			f.Item.Text = "Supervision at the northern offices, so that files, rooms, notes and minutes are kept."
		}},
		{"faulted in three words of five", StatusPersists, ConfidenceHigh, []string{fault}, judgement.ILACS2018, "", false, true, asksFor(5)},
		{"faulted in three words of seven", StatusPersists, ConfidenceHigh, []string{fault}, judgement.ILACS2018, "", false, false, asksFor(7)},
		{"faulted in three words of seven and asked for", StatusPersists, ConfidenceHigh, []string{fault, again}, judgement.ILACS2018, "", false, true, asksFor(7)},
		{"quoted by less than half of what it asks for", StatusAddressed, ConfidenceHigh, []string{praise}, judgement.ILACS2018, "", false, false, func(f *FollowUp) {
			f.Item.Text = item + " " + strings.Repeat("Supervision at the northern offices. ", 9)
		}},
		{"shown by one shared word", StatusAddressed, ConfidenceHigh, []string{aside}, judgement.ILACS2018, "", false, false, nil},
		{"shown by another theme", StatusAddressed, ConfidenceHigh, []string{other}, judgement.ILACS2018, "", false, false, nil},
		{"praised twice with less certainty", StatusAddressed, ConfidenceMedium, []string{praise, praise}, judgement.ILACS2018, "", true, false, nil},
		{"praised once with less certainty", StatusAddressed, ConfidenceMedium, []string{praise}, judgement.ILACS2018, "", false, false, nil},
		{"praised and faulted with less certainty", StatusAddressed, ConfidenceMedium, []string{praise, praise, fault}, judgement.ILACS2018, "", false, false, nil},
		{"praised without certainty", StatusAddressed, ConfidenceLow, []string{praise, praise}, judgement.ILACS2018, "", false, false, nil},
		{"in part, in three sentences", StatusPartly, ConfidenceMedium, []string{praise, praise, praise, fault}, judgement.ILACS2018, "Supervision.", true, false, nil},
		{"in part, in two", StatusPartly, ConfidenceMedium, []string{praise, praise, fault}, judgement.ILACS2018, "", false, false, nil},
		{"in part, of a recommendation", StatusPartly, ConfidenceMedium, []string{praise, praise, praise, fault}, judgement.SIF, "", false, false, nil},
		{"in part, without certainty", StatusPartly, ConfidenceLow, []string{praise, praise, praise, fault}, judgement.ILACS2018, "", false, false, nil},
		{"faulted for certain", StatusPersists, ConfidenceHigh, []string{fault}, judgement.ILACS2018, "", false, true, nil},
		{"faulted with less certainty", StatusPersists, ConfidenceMedium, []string{fault}, judgement.ILACS2018, "", false, false, nil},
		{"faulted and asked for with less certainty", StatusPersists, ConfidenceMedium, []string{fault, again}, judgement.ILACS2018, "", false, true, nil},
		{"faulted and perhaps asked for with less certainty", StatusPersists, ConfidenceMedium, []string{fault, touches}, judgement.ILACS2018, "", false, false, nil},
		{"asked for with less certainty", StatusPersists, ConfidenceMedium, []string{again}, judgement.ILACS2018, "", false, false, nil},
		{"faulted without certainty", StatusPersists, ConfidenceLow, []string{fault, again}, judgement.ILACS2018, "", false, false, nil},
		{"not returned to", StatusNotRevisited, ConfidenceHigh, []string{praise, fault}, judgement.ILACS2018, "", false, false, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := FollowUp{Item: read(asks, 0, item), Status: c.status, Confidence: c.confidence}
			s := summary{Progress: &Progress{}, said: &passage.Document{}, weights: allAlike}
			for i, e := range c.evidence {
				if e == again || e == touches {
					later := read(asks, 1000*i, item)
					f.Evidence = append(f.Evidence, later)
					s.Asked = append(s.Asked, Asked{Item: later, Recurrence: map[string]Recurrence{again: RecurrenceAgain, touches: RecurrenceUnsure}[e], Of: []int{0}})
					continue
				}
				f.Evidence = append(f.Evidence, read(main, 1000*i, e))
			}
			if c.change != nil {
				c.change(&f)
			}
			s.FollowUps = []FollowUp{f}
			s.Before.Framework = c.framework
			if c.asked != "" {
				s.Asked = append(s.Asked, Asked{Item: read(asks, 9000, c.asked), Recurrence: RecurrenceUnsure})
			}
			assert.Equal(t, c.praised, s.fate(0).praised)
			assert.Equal(t, c.faulted, s.fate(0).faulted)
			assert.Equal(t, !c.praised && !c.faulted, s.unsure().Text != "")
		})
	}
}

// allAlike weighs all words alike.
var allAlike = (&passage.Document{}).Weights()

func TestInShort(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The quality of plans.": "“The quality of plans”",
		"The quality of plans for children who are in need of help and protection, so that they are safe.":                                  "“The quality of plans for children who are in need of help and protection …”",
		"The awareness of, and the social work response to, children in private fostering arrangements across all of the county and beyond": "“The awareness of, and the social work response to, children in private fostering arrangements …”",
		"The support for young people who leave care, including their health histories, their homes, their education, and their work":       "“The support for young people who leave care …”",
		"Support for care leavers, including their homes.":                                                                                  "“Support for care leavers, including their homes”",
		"Take urgent action to ensure that plans are kept.":                                                                                 "“Take urgent action to ensure that plans are kept”",
		"Ensure that plans are kept. (Paras 3, 4 and 7)":                                                                                    "“Ensure that plans are kept”",
		"The arrangements by which leaders look into records, between senior leaders of the council, those of its trust, and the board":     "“The arrangements by which leaders look into records …”",
		"What is “good enough”.":    "“What is ‘good enough’”",
		strings.Repeat("word ", 40): "“" + strings.TrimSpace(strings.Repeat("word ", 40)) + "”",
	} {
		assert.Equal(t, want, inShort(text, 110), text)
	}
}

// What is asked for is named whole up to a hundred and seventy characters, as what is cut off can be
// what it is about, and cut at the end of a phrase from there on.
func TestItemsAreNamedWhole(t *testing.T) {
	t.Parallel()
	item := "The oversight by managers of " + strings.Repeat("records, ", 15) + "and the plan"
	for _, more := range []string{"", "s"} {
		name := inShort(item[:170-len(" of homes")]+" of homes"+more, lengths[0].short)
		assert.Equal(t, more != "", strings.HasSuffix(name, " …”"), name)
	}
}

func TestPointsToSentence(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"This is an improvement since the last inspection.": true, "Since then, visits have improved.": true,
		"This commitment has helped services to improve since the last inspection.": false, "These plans are better than at the last inspection.": false,
	} {
		assert.Equal(t, want, pointsToSentence(s), s)
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	for want, names := range map[string][]string{
		"":                         nil,
		"plans":                    {"plans"},
		"plans and visits":         {"plans", "visits"},
		"plans, homes, and visits": {"plans", "homes", "visits"},
		"care leavers, now graded with others, leaders, and help and protection": {"care leavers, now graded with others,", "leaders", "help and protection"},
	} {
		assert.Equal(t, want, list(names))
	}
}

// A word that only joins a sentence to the one before is left out, and shown to be; what
// speaks of the sentence before in any other way cannot be quoted without it.
func TestIsQuotable(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Plans are now good.":                                 "Plans are now good.",
		"However, plans are not yet good.":                    "\u2026 plans are not yet good.",
		"Furthermore, plans are kept.":                        "\u2026 plans are kept.",
		"However, these plans are not yet good.":              "",
		"However, despite this, plans are late.":              "",
		"They know their children well.":                      "",
		"Families benefit from this work.":                    "",
		"Leaders are aware of these weaknesses.":              "",
		"Improvements are real, and these improvements last.": "Improvements are real, and these improvements last.",
		"Staff stay, and this has helped.":                    "Staff stay, and this has helped.",
		"Services for these children are good.":               "Services for these children are good.",
		"Services in Wexcombe are good.":                      "",
	} {
		got := ""
		if isQuotable(text) {
			got = withoutConnective(text)
		}
		assert.Equal(t, want, got, text)
	}
}

func TestIsBackground(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"A focused visit in 2022 found that plans were weak.": true,
		"At the last inspection, plans were weak.":            true,
		"Plans were weak.":                                                 true,
		"The lastingness of help is unknown.":                              false,
		"Until recently, managers had too much to do.":                     true,
		"COVID-19 has put pressure on families.":                           true,
		"Wexcombe is among the most deprived areas of the country.":        true,
		"Plans have been weak since the pandemic.":                         false,
		"Since the last inspection, plans have become weak.":               false,
		"Many children are placed in Wexcombe by other local authorities.": true,
		"Plans were weak, and remain so.":                                  false,
	} {
		assert.Equal(t, want, isBackground(text), text)
	}
}

// What is praised of all is said to be praised at least in part; lists of what is praised
// and of what is faulted say so where they may not be whole; and nothing is praised that
// its own paragraph mostly faults.
func TestItemStatements(t *testing.T) {
	t.Parallel()
	const text = "The frequency of supervision of social workers is good."
	praise := finding.Finding{Text: text, Section: finding.SectionMain, Paragraph: 7, Reading: finding.Classify(text)}
	item := func(text string) FollowUp {
		f := finding.Finding{Text: text, Section: finding.SectionImprove, Reading: finding.Classify(text)}
		f.Themes = []finding.Theme{finding.ThemeSupervision}
		return FollowUp{Item: f, Status: StatusAddressed, Confidence: ConfidenceHigh, Evidence: []finding.Finding{praise}}
	}
	one, forAll := item("The frequency of supervision of social workers."), item("The frequency of supervision for all social workers.")
	unsure := FollowUp{Item: item("The quality of supervision.").Item, Status: StatusPartly, Confidence: ConfidenceLow}
	said := func(faults int, items ...FollowUp) string {
		s := summary{Progress: &Progress{FollowUps: items}, said: &passage.Document{}, length: lengths[0], weights: allAlike}
		for range faults {
			s.said.Passages = append(s.said.Passages, passage.Passage{Finding: &finding.Finding{Section: finding.SectionMain, Paragraph: 7, Reading: finding.Reading{Polarity: finding.Concern}}})
		}
		return s.praised().Text
	}
	assert.Equal(t, "Of what was asked for before, now praised: “The frequency of supervision of social workers”.", said(0, one))
	assert.Equal(t, "Of what was asked for before, most surely now praised: “The frequency of supervision of social workers”.", said(0, one, unsure))
	assert.Equal(t, "Of what was asked for before, most surely now praised: “The frequency of supervision of social workers”; “The frequency of supervision of social workers”.", said(0, one, one, unsure))
	assert.Equal(t, "Now praised at least in part: “The frequency of supervision for all social workers”.", said(0, forAll))
	assert.Empty(t, said(2, one))

	fault := finding.Finding{Text: "The frequency of supervision of social workers is poor.", Section: finding.SectionMain, Reading: finding.Classify("The frequency of supervision of social workers is poor.")}
	one.Status, one.Evidence = StatusPersists, []finding.Finding{fault}
	for others, want := range map[Status]string{StatusAddressed: "still faulted", StatusPartly: "most surely still faulted", StatusPersists: "most surely still faulted"} {
		other := FollowUp{Item: unsure.Item, Status: others, Confidence: ConfidenceLow}
		s := summary{Progress: &Progress{FollowUps: []FollowUp{one, other}}, said: &passage.Document{}, length: lengths[0], weights: allAlike}
		assert.Equal(t, "Of what was asked for before, "+want+" or asked for, in whole or in part: “The frequency of supervision of social workers”.", s.faulted().Text)
	}
}

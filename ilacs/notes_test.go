package ilacs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// What a document says in two ways, or in no way that can be read, is noted.
// Grades that are given all the same are the document's own.
func TestNotes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		replace    []string
		note       string   // stands in one of the notes
		lost       []string // areas whose grade is not given
	}{
		{"dates that cannot be read", standardInspection, []string{"6 to 17 November 2023", "autumn"}, "dates of inspection", nil},
		{"no such day", standardInspection, []string{"6 to 17 November 2023", "20 to 31 November 2023"}, "dates of inspection", nil},
		{"no such first day", standardInspection, []string{"6 to 17 November 2023", "31 November to 4 December 2023"}, "dates of inspection cannot be read", nil},
		{"no such first day of a letter's visit", focusedVisit, []string{"on 4 and 5 November 2025", "from 31 October to 31 November 2025"}, "no dates", nil},
		{"a date of publication that cannot be read", standardInspection, []string{"Lead inspector:", "Report published: 25 April 24\n\nLead inspector:"}, "date of publication cannot be read", nil},
		{"no name of a lead inspector", standardInspection, []string{"Dafydd Pryce-Lowe, His Majesty’s Inspector", "to be confirmed"}, "lead inspector's name cannot be read", nil},
		{"no dates", standardInspection, []string{"Inspection dates: 6 to 17 November 2023\n\n", ""}, "dates of inspection", nil},
		{"periods out of order", standardInspection, []string{"6 to 17 November 2023", "6 to 17 November 2023 and 3 to 4 October 2023"}, "order", nil},
		{"the year of the second period is wrong", standardInspection, []string{"6 to 17 November 2023", "6 to 10 November 2023 and 4 to 5 December 2022"}, "order", nil},
		{"periods of a letter out of order", focusedVisit, []string{"on 4 and 5 November 2025", "on 4 and 5 November 2025 and 2 October 2025"}, "order", nil},
		{"fieldwork of years", standardInspection, []string{"6 to 17 November 2023", "6 November 2023 to 17 November 2025"}, "uncertain", nil},
		{"the dates of an earlier framework", standardInspection, []string{"6 to 17 November 2023", "4 to 15 November 2019"}, "areas of the table", []string{"in-care", "care-leavers"}},
		{"the dates of a later framework", standardInspection, []string{"6 to 17 November 2023", "1 to 12 June 2026"}, "areas of the table", []string{"overall"}},
		{"a heading that contradicts the table", standardInspection, []string{"care leavers: inadequate", "care leavers: good"}, "the heading says", []string{"care-leavers"}},
		{"a word that is no grade", standardInspection, []string{"in care                Good", "in care                Satisfactory"}, "", []string{"in-care"}},
		{"a row without its grade", standardInspection, []string{"in care                Good", "in care"}, "", []string{"in-care"}},
		{"a row twice", standardInspection, []string{" Overall effectiveness ", " The experiences and progress of children in care                Inadequate\n\n Overall effectiveness "}, "", []string{"in-care"}},
		{"a letter dated before the visit", focusedVisit, []string{"2 December 2025", "2 October 2025"}, "dated before", nil},
		{"a visit without dates", focusedVisit, []string{" on 4 and 5 November 2025", ""}, "no dates", nil},
		{"a council that is not in the register", focusedVisit, []string{"x", "x"}, "register", nil},
	}
	known := watch(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			whole, err := ilacs.Parse(tt.text)
			require.NoError(t, err)
			text := strings.NewReplacer(tt.replace...).Replace(tt.text)
			require.True(t, text != tt.text || tt.replace[0] == "x", "nothing was replaced")
			got, err := ilacs.Parse(text)
			require.NoError(t, err)
			noted := slices.ContainsFunc(got.Notes, func(n ilacs.Note) bool {
				return strings.Contains(n.Text, tt.note) && (tt.replace[0] == "x" || !slices.Contains(whole.Notes, n))
			})
			known.check(t, tt.name+"/note", noted, "not in %v", got.Notes)
			known.check(t, tt.name+"/end", got.Visit.End.Compare(got.Visit.Start) >= 0, "%v to %v", got.Visit.Start, got.Visit.End)
			grades := gradesOf(t, got)
			for area, grade := range gradesOf(t, whole) {
				if have := grades[area]; have != "" && (have != grade || slices.Contains(tt.lost, area)) {
					known.check(t, tt.name+"/"+area, false, "given as %s", have)
				}
				delete(grades, area)
			}
			assert.Empty(t, grades)
		})
	}
}

// A note on a line spans the line, wherever it stands: here one on each of many lists.
func TestNotesSpanTheirLines(t *testing.T) {
	t.Parallel()
	const lists = 50
	const unread = "The quality of plans"
	s := "10 April 2025\n\nDear Ann\n\nFocused visit to Wexcombe\n\nThe visit took place on 4 and 5 March 2025.\n\nHeadline findings\n\nLeaders have a plan.\n\n" +
		strings.Repeat("What needs to improve?\n\n"+unread+"\n\nHeadline findings\n\nLeaders have a plan.\n\n", lists)
	r, err := ilacs.Parse(s)
	require.NoError(t, err)
	n := 0
	for _, note := range r.Notes {
		if strings.HasPrefix(note.Text, "nothing of the list") {
			assert.Equal(t, unread, s[note.Start:note.End])
			n++
		}
	}
	assert.Equal(t, lists, n)
}

// A note spans what it is about, and nothing else, in the bytes of the text as it was
// given: here after a mark of byte order, which is no part of the report.
func TestNotesSpanWhatTheyAreAbout(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ replace, by, note, want string }{
		{"Inspection dates: 6 to 17 November 2023", "Inspection dates: autumn", "the dates of inspection cannot be read", "Inspection dates: autumn"},
		{"Lead inspector:", "Report published:\n25 April 24\n\nLead inspector:", "the date of publication cannot be read", "Report published:\n25 April 24"},
		{"", "\n\nPlans are made with the people who", "the text ends early", "Plans are made with the people who"},
		{"", "\n\fHollinsea College\nInspection dates: 4 to 5 March 2024\n\nPlans are good.\n", "another document begins here", "Hollinsea College"},
	} {
		text := "\ufeff" + standardInspection + tt.by
		if tt.replace != "" {
			require.Contains(t, standardInspection, tt.replace)
			text = "\ufeff" + strings.Replace(standardInspection, tt.replace, tt.by, 1)
		}
		r, err := ilacs.Parse(text)
		require.NoError(t, err)
		i := slices.IndexFunc(r.Notes, func(n ilacs.Note) bool { return strings.HasPrefix(n.Text, tt.note) })
		require.GreaterOrEqual(t, i, 0, "%s: %v", tt.note, r.Notes)
		assert.Equal(t, tt.want, strings.TrimSpace(text[r.Notes[i].Start:r.Notes[i].End]), tt.note)
	}
}

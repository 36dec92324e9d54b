package ilacs_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

const htmlPage = `<!DOCTYPE html>
<html lang="en"><head><title>Page not found</title></head>
<body><h1>This page cannot be found</h1><p>The report on children's services may have been moved. Inspectors of Ofsted
visited the local authority.</p></body></html>
`

const csvTable = `urn,local_authority,region,overall_effectiveness,inspection_date
90001,Wexcombe,South West,Good,2022-11-07
90002,Aldermarsh,East of England,Inadequate,2021-06-14
90003,Thornwick-on-Sea,North East,Requires improvement,2023-01-23
`

const schoolReport = `School report

Inspection of Larkhill Primary School
Larkhill Lane, Wexcombe, WX1 2AB

Inspection dates:                    12 and 13 March 2024

Overall effectiveness                Good
The quality of education             Good
Behaviour and attitudes              Outstanding
Leadership and management            Good

What is it like to attend this school?
Pupils enjoy their lessons. They behave well.
`

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	bytes := make([]byte, 20_000)
	for i := range bytes {
		bytes[i] = byte(random.UintN(256))
	}
	printable := make([]byte, 20_000)
	for i := range printable {
		printable[i] = byte(' ' + random.UintN(95))
	}
	tests := []struct {
		name, text string
		want       error
	}{
		{"nothing", "", ilacs.ErrEmpty},
		{"white space", " \t\r\n\f\v\u00a0\u2003\n", ilacs.ErrEmpty},
		{"a byte order mark alone", "\ufeff", ilacs.ErrEmpty},
		{"invisible characters", "\u200b\u00ad\u2060", ilacs.ErrEmpty},
		{"an HTML page", htmlPage, ilacs.ErrNotInspection},
		{"an HTML page behind blank lines", "\ufeff\n\n" + htmlPage, ilacs.ErrNotInspection},
		{"XML", "<?xml version=\"1.0\"?>\n<report>Inspection of Leeds children's services</report>\n", ilacs.ErrNotInspection},
		{"a CSV file", csvTable, ilacs.ErrNotInspection},
		{"JSON", `{"report": {"visit": {"authority": "Leeds"}}}`, ilacs.ErrNotInspection},
		{"a school inspection", schoolReport, ilacs.ErrNotInspection},
		{"one word", "Ofsted", ilacs.ErrNotInspection},
		{"random bytes", string(bytes), ilacs.ErrNotInspection},
		{"random characters", string(printable), ilacs.ErrNotInspection},
		{"zeros", strings.Repeat("\x00", 5000), ilacs.ErrEmpty},
		{"a PDF file", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", ilacs.ErrNotText},
		{"a Word file", "PK\x03\x04\x14\x00\x06\x00word/document.xml", ilacs.ErrNotText},
		{"UTF-16", "\xff\xfeI\x00n\x00s\x00p\x00e\x00c\x00t\x00", ilacs.ErrNotText},
		{"a report in one line", oneLine, ilacs.ErrNoLines},
		{"a text of 20 MB", strings.Repeat("Leaders know their services well. ", 20<<20/34), ilacs.ErrTooLarge},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, err := ilacs.Parse(tt.text)
			require.ErrorIs(t, err, tt.want)
			assert.Nil(t, r)
			var refused *parseerr.Error
			require.ErrorAs(t, err, &refused)
			assert.Equal(t, "document", refused.Kind)
			assert.LessOrEqual(t, len(refused.Input), 83, "how it begins, not all of it")
			assert.GreaterOrEqual(t, refused.Offset, 0)
			assert.LessOrEqual(t, refused.Offset, len(tt.text))
			assert.True(t, utf8.ValidString(refused.Error()))
			assert.NotContains(t, refused.Error(), "\n")
			assert.Less(t, len(refused.Error()), 400)
		})
	}
}

// One error is one cause: a text that is too large is not also no inspection.
func TestErrorsAreDistinct(t *testing.T) {
	t.Parallel()
	sentinels := []error{ilacs.ErrEmpty, ilacs.ErrNotInspection, ilacs.ErrTooLarge, parseerr.ErrSyntax, parseerr.ErrUnknown}
	for i, one := range sentinels {
		for k, other := range sentinels {
			assert.Equal(t, i == k, errors.Is(&parseerr.Error{Err: one}, other), "%v and %v", one, other)
		}
	}
}

func TestReaderLimit(t *testing.T) {
	t.Parallel()
	_, texts := fixtures(t)
	text := texts["focused-2025-tags"]
	tests := []struct {
		name  string
		limit int
		want  error
	}{
		{"the default", 0, nil},
		{"a negative one is the default", -1, nil},
		{"just enough", len(text), nil},
		{"one byte short", len(text) - 1, ilacs.ErrTooLarge},
		{"one byte", 1, ilacs.ErrTooLarge},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, err := ilacs.Parser{Limit: tt.limit}.Parse(text)
			if tt.want != nil {
				require.ErrorIs(t, err, tt.want)
				assert.Nil(t, r)
				return
			}
			require.NoError(t, err)
			assert.NotEmpty(t, r.Findings)
		})
	}
	t.Run("at the default limit and over it", func(t *testing.T) {
		t.Parallel()
		padding := strings.Repeat(" ", ilacs.DefaultLimit-len(text))
		_, err := ilacs.Parse(text + padding)
		assert.NoError(t, err)
		_, err = ilacs.Parse(text + padding + " ")
		assert.ErrorIs(t, err, ilacs.ErrTooLarge)
	})
}

// oneLine is a report whose line breaks are lost.
var oneLine = "Inspection of Wexcombe local authority children’s services Inspection dates: 3 to 14 June 2024 Lead inspector: Ann Ash, His Majesty’s Inspector " +
	strings.Repeat("Plans are made and kept to by the people who made them. ", 20)

// Bytes that are no UTF-8 are told, and cost nothing but themselves.
func TestInvalidUTF8IsNoted(t *testing.T) {
	t.Parallel()
	_, texts := fixtures(t)
	clean, err := ilacs.Parse(texts["focused-2025-tags"])
	require.NoError(t, err)
	before, after, ok := strings.Cut(texts["focused-2025-tags"], "Yours sincerely")
	require.True(t, ok)
	broken, err := ilacs.Parse(before + "\xff\xfe\n\nYours sincerely" + after)
	require.NoError(t, err)
	require.Len(t, broken.Notes, len(clean.Notes)+1)
	assert.Contains(t, broken.Notes[0].Text, "UTF-8")
	assert.Equal(t, clean.Section(30), broken.Section(30))
}

// What is read from any text is in it, however it is made: what follows is not a
// document, or is one that never ends.
func TestNonsense(t *testing.T) {
	t.Parallel()
	const size = 64 << 10
	heading := "The experiences and progress of children in care: good\n"
	title := "Inspection of Leeds local authority children's services\nInspection dates: 3 to 7 June 2024\n"
	letter := "3 June 2024\n\nDear Ann\n\nFocused visit to Leeds children's services\n\nHeadline findings\n\n"
	nonsense := map[string]string{
		"capital words":      "Ofsted made a focused visit. It saw children's services. It wrote a letter.\n\n" + many("Leeds Reading Hope North East Lincolnshire And The Barchester ", 60<<10),
		"one word":           many("a", size),
		"words":              title + many("children ", size),
		"lines":              title + many("a\n", size),
		"blank lines":        title + many("\n", size) + "x",
		"form feeds":         title + many("x\f", size),
		"bullets":            letter + many("• ", size),
		"bullets in a line":  letter + many("What needs to improve • ", size),
		"bullets on lines":   letter + "What needs to improve\n" + many("• the work of leaders\n", size),
		"numbers":            title + many("1. The\n2. The\n", size),
		"page numbers":       title + many("1\n\f", size),
		"numbered lines":     title + many("text that ends in 7\n", size),
		"headings":           title + many(heading, size),
		"headings on a line": title + many(strings.TrimSpace(heading)+" ", size),
		"grades":             title + many("requires improvement to be good ", size),
		"table rows":         title + many("Overall effectiveness      Good\n", size),
		"dates":              letter + many("1 and 2 February 2024, 3 to ", size),
		"days":               letter + "on " + many("1, ", size),
		"years":              letter + many("inspection in 2018 ", size),
		"days of a visit":    letter + "The focused visit on " + many("1, ", size),
		"ranges of a visit":  letter + "The focused visit from " + many("1 May to ", size),
		"visits":             letter + many("the last inspection and the focused visit ", size),
		"judged":             letter + many("judged ", size),
		"full stops":         letter + many(". ", size),
		"quotation marks":    letter + many("’", size),
		"open brackets":      letter + "What needs to improve\n\n• The quality of plans " + many("(outcome ", size),
		"names":              letter + "The inspectors for this visit were " + many("Ann Ash, ", size),
		"asterisks":          "**" + many("*", size) + "** \n" + title,
		"soft hyphens":       title + many("\u00ad\n", size),
		"ligatures":          title + many("ﬁ", size),
		"invalid bytes":      title + many("\xff", size),
		"no-break spaces":    title + many("\u00a0x", size),
	}
	for name, text := range nonsense {
		t.Run(name, func(t *testing.T) {
			r, err := ilacs.Parse(text)
			if err == nil {
				for _, f := range faults(text, r) {
					t.Errorf("%.300s", f.what)
				}
			}
		})
	}
}

func many(s string, size int) string { return strings.Repeat(s, size/len(s)+1) }

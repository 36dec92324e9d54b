package ilacs_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// plainLetters spells out the ligatures, as the reader does.
var plainLetters = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"}

// letters is a text by its letters and digits alone, in lower case: quotation
// marks, dashes, bullets and spaces vary with the text form.
func letters(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b = append(b, byte(r))
		case 'A' <= r && r <= 'Z':
			b = append(b, byte(r)|0x20)
		case r < 0x80:
		case plainLetters[r] != "":
			b = append(b, plainLetters[r]...)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return string(b)
}

func lettersOf(texts []string) []string {
	out := make([]string, 0, len(texts))
	for _, s := range texts {
		out = append(out, letters(s))
	}
	return out
}

// sectionOf gives the findings of a section as a reader of the report would
// count them: a SIF report's second list, the safeguarding board's, is not the
// authority's.
func sectionOf(r *ilacs.Report, s finding.Section) []string {
	out := []string{}
	for _, f := range r.Section(s) {
		if f.Area != judgement.LSCB {
			out = append(out, f.Text)
		}
	}
	return out
}

// text is the text form of a value.
func text(t *testing.T, v interface{ MarshalText() ([]byte, error) }) string {
	t.Helper()
	b, err := v.MarshalText()
	require.NoError(t, err)
	return string(b)
}

// essence is what must not change with the text form of a document: all of it
// but the places in the text and the marks that forms print differently.
func essence(t *testing.T, r *ilacs.Report) string {
	t.Helper()
	var b strings.Builder
	visit := r.Visit
	visit.Since.Text, visit.Since.Span = letters(visit.Since.Text), finding.Span{}
	visit.Focus = lettersOf(visit.Focus)
	visit.Authority, visit.Lead = letters(visit.Authority), letters(visit.Lead)
	visit.Inspectors = lettersOf(visit.Inspectors)
	line := func(v any) {
		data, err := json.Marshal(v)
		require.NoError(t, err)
		b.Write(data)
		b.WriteByte('\n')
	}
	line(visit)
	line(r.Source)
	line(r.Judgements)
	for _, f := range r.Findings {
		line([]any{f.Section, f.Paragraph, f.Area, f.Tags, letters(f.Text)})
	}
	for _, e := range r.Earlier {
		line([]any{e.Type, e.Date, e.Grade, e.Area, letters(e.Text)})
	}
	return b.String()
}

package render_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/ilacs/render"
	"github.com/ilacs-go/inspection/judgement"
)

func about(t testing.TB, name string) record.Profile {
	t.Helper()
	a, err := authority.Find(name)
	require.NoError(t, err)
	return record.ProfileOf(a, civil.Date{})
}

func html(t testing.TB, p record.Profile) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.ProfileHTML(&b, p))
	return b.String()
}

func markdown(t testing.TB, p record.Profile) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.ProfileMarkdown(&b, p))
	return b.String()
}

// wellFormed reads a page as XML, and returns how many there are of each element
// and the texts of the cells.
func wellFormed(t *testing.T, page string) (elements map[string]int, cells []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Entity = xml.HTMLEntity
	elements = map[string]int{}
	var inCell bool
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements, cells
		}
		require.NoError(t, err)
		switch x := token.(type) {
		case xml.StartElement:
			elements[x.Name.Local]++
			if x.Name.Local == "td" {
				inCell, cells = true, append(cells, "")
			}
		case xml.EndElement:
			if x.Name.Local == "td" {
				inCell = false
			}
		case xml.CharData:
			if inCell {
				cells[len(cells)-1] += string(x)
			}
		}
	}
}

// TestProfileHTMLOfEveryAuthority checks that the page of each authority has as
// many rows and cells as there are grades, each with its word.
func TestProfileHTMLOfEveryAuthority(t *testing.T) {
	t.Parallel()
	for a := range authority.All() {
		p := record.ProfileOf(a, civil.Date{})
		page := html(t, p)
		elements, cells := wellFormed(t, page)
		assert.Equal(t, page, html(t, p), "not the same each time")
		for _, outside := range []string{"http:", "https:", "//", "@import", "<script", "<img", "<iframe", "url(", " on"} {
			if outside == " on" {
				assert.NotRegexp(t, `<[^>]* on[a-z]+=`, page)
				continue
			}
			assert.NotContains(t, strings.ReplaceAll(page, "<!doctype html>", ""), outside, a.Name)
		}
		words := strings.Join(cells, "\n")
		grades, combined := 0, 0
		for _, list := range [][]record.Inspection{p.Inspections, p.Neighbours} {
			for _, i := range list {
				if i.Judgements.Grade(judgement.InCareAndCareLeavers) != 0 {
					combined++
				}
				for _, g := range i.Judgements.All() {
					grades++
					assert.Contains(t, words, i.Framework.GradeName(g))
				}
			}
		}
		assert.Equal(t, grades, countGrades(cells), a.Name)
		assert.Equal(t, combined, strings.Count(page, `colspan="2"`), "the one grade for two areas spans two columns")
		assert.Equal(t, elements["table"], elements["caption"])
		assert.Equal(t, elements["table"], elements["thead"])
		rows := len(p.Inspections) + len(p.Neighbours)
		assert.Equal(t, rows, elements["tr"]-elements["table"], a.Name)
		assert.Equal(t, rows, strings.Count(page, `scope="row"`))
		assert.Equal(t, elements["th"], strings.Count(page, "scope="))
		assert.Equal(t, 1, elements["h1"])
	}
}

func countGrades(cells []string) int {
	n := 0
	for _, c := range cells {
		if !strings.HasSuffix(c, "not graded") && c != "No inspection published" {
			n++
		}
	}
	return n
}

func TestProfileMarkdownTablesAreEven(t *testing.T) {
	t.Parallel()
	for a := range authority.All() {
		text := markdown(t, record.ProfileOf(a, civil.Date{}))
		width := 0
		for line := range strings.Lines(text) {
			bars := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
			switch {
			case bars == 0:
				width = 0
			case width == 0:
				width = bars
			default:
				assert.Equal(t, width, bars, "%s: %s", a.Name, line)
			}
		}
		assert.Equal(t, text, markdown(t, record.ProfileOf(a, civil.Date{})))
	}
}

// hostile is text that a document might hold.
const hostile = "<script>alert(1)</script> <b>bold</b> **strong** [link](javascript:alert(1)) | =HYPERLINK(\"http://x\") `code` &amp; \n# heading"

// hostileProfile has hostile text wherever a document's text can come in.
func hostileProfile(t testing.TB) record.Profile {
	p := about(t, "Dudley")
	report := p.Inspections[len(p.Inspections)-1].Report()
	report.Visit.Type, report.Visit.Focus = ilacs.VisitTypeFocused, []string{hostile, hostile}
	report.Visit.Start, report.Visit.Authority, report.Visit.Lead = report.Visit.Start.AddDays(400), hostile, hostile
	return p.WithVisits(report)
}

func TestProfileTextIsNoMarkup(t *testing.T) {
	t.Parallel()
	p := hostileProfile(t)
	page := html(t, p)
	elements, cells := wellFormed(t, page)
	assert.Zero(t, elements["script"])
	clean, _ := wellFormed(t, html(t, about(t, "Dudley")))
	clean["tr"], clean["th"], clean["td"], clean["span"], elements["span"] = clean["tr"]+1, clean["th"]+1, clean["td"]+1, 0, 0
	clean["li"], elements["li"], clean["p"], elements["p"] = 0, 0, 0, 0 // what is expected after the visit
	clean["strong"], elements["strong"] = 0, 0
	assert.Equal(t, clean, elements, "the text made elements of its own")
	assert.Contains(t, strings.Join(cells, ""), "<script>alert(1)</script> <b>bold</b>", "the text is there as text")

	text := markdown(t, p)
	assert.NotContains(t, text, "<script")
	assert.NotContains(t, text, "<b>")
	assert.NotRegexp(t, `(^|[^\\])\[link`, text)
	assert.NotRegexp(t, `(^|[^\\])\*\*strong`, text)
	assert.NotRegexp(t, "(^|[^\\\\])`code", text)
	assert.NotRegexp(t, `(?m)^# heading`, text)
	assert.NotContains(t, text, "http://x")
}

func TestProfileOfAMoment(t *testing.T) {
	t.Parallel()
	dudley, err := authority.Find("Dudley")
	require.NoError(t, err)
	for _, tt := range []struct {
		name, day string
		has, not  []string
	}{
		{"before the record", "2013-01-01", []string{"is in the record", "No inspection published"}, []string{"Grades by inspection", "What comes next"}},
		{"between two", "2019-06-30", []string{"29 October to 9 November 2018", "between 29 April 2021 and 29 April 2022"}, []string{"2022 (standard", "has passed;"}},
		{"in the window", "2021-06-30", []string{"this window is open"}, []string{"this window has passed"}},
		{"after it", "2022-06-30", []string{"this window has passed"}, []string{"this window is open"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			day, err := civil.Parse(tt.day)
			require.NoError(t, err)
			p := record.ProfileOf(dudley, day)
			for form, text := range map[string]string{"html": html(t, p), "markdown": markdown(t, p)} {
				for _, has := range tt.has {
					assert.Contains(t, text, has, form)
				}
				for _, not := range tt.not {
					assert.NotContains(t, text, not, form)
				}
			}
		})
	}
}

func TestProfileFrom2026HasNoOverall(t *testing.T) {
	t.Parallel()
	for name, next := range map[string]bool{"Brent": true, "Trafford": false} {
		p := about(t, name)
		text := markdown(t, p)
		assert.Contains(t, text, "there is no longer an overall grade")
		assert.Equal(t, !next, strings.Contains(text, "No rule is known for the type or the time of the next inspection."), name)
		assert.Equal(t, next, strings.Contains(text, "**Short inspection**: no time is stated. *uncertain*"), name)
		assert.NotContains(t, text, "How long others waited")
	}
}

func TestProfileOfOlderFrameworks(t *testing.T) {
	t.Parallel()
	p := about(t, "Kent")
	text := markdown(t, p)
	assert.Contains(t, text, "| Capacity to improve | Outcomes | Quality of provision |")
	assert.Contains(t, text, "A adequate")
	p.Inspections[0].Judgements = p.Inspections[0].Judgements.With(judgement.Safeguarding, judgement.Adequate)
	assert.Contains(t, markdown(t, p), "| "+judgement.Safeguarding.String()+" |")
}

func TestProfileTemplateKeepsToItself(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("profile.gohtml")
	require.NoError(t, err)
	assert.NotRegexp(t, regexp.MustCompile(`(?i)https?:|<script|<img|@import|url\(`), string(raw))
	assert.Contains(t, string(raw), `default-src 'none'`)
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestProfileReportsAFailedWrite(t *testing.T) {
	t.Parallel()
	p := about(t, "Dudley")
	assert.ErrorIs(t, render.ProfileHTML(broken{}, p), errBroken)
	assert.ErrorIs(t, render.ProfileMarkdown(broken{}, p), errBroken)
}

func FuzzProfileText(f *testing.F) {
	f.Add(hostile)
	f.Add("\\`*_{}[]<>#|~&!+-=:")
	f.Add("\x00\xff\u2028</td></table>")
	p := about(f, "Kent")
	f.Fuzz(func(t *testing.T, text string) {
		report := p.Inspections[0].Report()
		report.Visit.Type, report.Visit.Focus = ilacs.VisitTypeFocused, []string{text}
		q := p.WithVisits(report)
		var b bytes.Buffer
		if err := render.ProfileHTML(&b, q); err != nil {
			t.Fatal(err)
		}
		if strings.Count(b.String(), "<td") != strings.Count(html(t, p), "<td")+1 {
			t.Error("the text made a cell")
		}
		b.Reset()
		if err := render.ProfileMarkdown(&b, q); err != nil {
			t.Fatal(err)
		}
		if strings.Count(b.String(), "\n") != strings.Count(markdown(t, p), "\n")+1 {
			t.Error("the text made a line")
		}
	})
}

func BenchmarkProfileHTML(b *testing.B) {
	p := about(b, "Dudley")
	b.ReportAllocs()
	for b.Loop() {
		if err := render.ProfileHTML(io.Discard, p); err != nil {
			b.Fatal(err)
		}
	}
}

package ilacs_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// fixture says what must be read from a document of testdata; its README says
// what each key means. A key that is absent is not asserted.
type fixture struct {
	Error         string              `json:"error"`
	Notes         bool                `json:"notes"`
	Type          *string             `json:"type"`
	Framework     *string             `json:"framework"`
	Source        *string             `json:"source"`
	Authority     *string             `json:"authority"`
	Start         *string             `json:"start"`
	End           *string             `json:"end"`
	Published     *string             `json:"published"`
	Lead          *string             `json:"lead"`
	Inspectors    []string            `json:"inspectors"`
	Ordinal       *int                `json:"ordinal"`
	Since         *earlier            `json:"since"`
	Focus         []string            `json:"focus"`
	Judgements    map[string]string   `json:"judgements"`
	Earlier       []earlier           `json:"earlier"`
	Improve       []string            `json:"improve"`
	Priority      []string            `json:"priority"`
	Strengths     []string            `json:"strengths"`
	Tags          map[string][]string `json:"tags"`
	Paragraphs    []int               `json:"paragraphs"`
	HeadlineFirst string              `json:"headline_first"`
	Areas         map[string]string   `json:"areas"`
}

type earlier struct {
	Type  *string `json:"type"`
	Date  *string `json:"date"`
	Grade *string `json:"grade"`
}

// errorsByName are the values of the key "error".
var errorsByName = map[string]error{"empty": ilacs.ErrEmpty, "not-inspection": ilacs.ErrNotInspection}

// fixtures reads testdata: the texts and what must be read from them, by name.
func fixtures(t testing.TB) (names []string, texts map[string]string) {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	texts = map[string]string{}
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		require.NoError(t, err)
		name := strings.TrimSuffix(filepath.Base(p), ".txt")
		names = append(names, name)
		texts[name] = string(raw)
	}
	return names, texts
}

func expectation(t *testing.T, name string) fixture {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	require.NoError(t, err)
	var f fixture
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields() // a misspelt key would assert nothing
	require.NoError(t, d.Decode(&f), name)
	return f
}

func TestFixtures(t *testing.T) {
	t.Parallel()
	names, texts := fixtures(t)
	known := watch(t)
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := expectation(t, name)
			got, err := ilacs.Parse(texts[name])
			if want.Error != "" {
				require.Contains(t, errorsByName, want.Error)
				known.check(t, name+"/error", assert.ObjectsAreEqual(true, err != nil), "read as %+v", got)
				var refused *parseerr.Error
				if err != nil {
					require.ErrorIs(t, err, errorsByName[want.Error])
					require.ErrorAs(t, err, &refused)
					assert.Nil(t, got)
				}
				return
			}
			if err != nil {
				known.check(t, name+"/read", false, "%v", err)
				return
			}
			known.check(t, name+"/read", true, "")
			checkFixture(t, known, name, want, got)
		})
	}
}

func checkFixture(t *testing.T, known *known, name string, want fixture, got *ilacs.Report) {
	t.Helper()
	equal := func(key string, want, got any) {
		t.Helper()
		known.check(t, name+"/"+key, assert.ObjectsAreEqual(want, got), "want %q, got %q", want, got)
	}
	v := got.Visit
	for _, field := range []struct {
		key  string
		want *string
		got  string
	}{
		{"type", want.Type, text(t, v.Type)},
		{"framework", want.Framework, text(t, v.Framework)},
		{"source", want.Source, text(t, got.Source)},
		{"authority", want.Authority, v.Authority},
		{"start", want.Start, text(t, v.Start)},
		{"end", want.End, text(t, v.End)},
		{"published", want.Published, text(t, v.Published)},
		{"lead", want.Lead, v.Lead},
	} {
		if field.want != nil {
			equal(field.key, straight.Replace(*field.want), straight.Replace(field.got))
		}
	}
	if want.Notes {
		known.check(t, name+"/notes", len(got.Notes) > 0, "no notes")
	}
	if want.Ordinal != nil {
		equal("ordinal", *want.Ordinal, v.Ordinal)
	}
	if want.Inspectors != nil {
		equal("inspectors", straightAll(want.Inspectors), straightAll(v.Inspectors))
	}
	if s := want.Since; s != nil {
		if s.Date != nil {
			equal("since date", *s.Date, text(t, v.Since.Date))
		}
		grade := "" // the visits may follow an inspection that gave none
		if s.Grade != nil {
			grade = *s.Grade
		}
		equal("since grade", grade, text(t, v.Since.Grade))
	}
	if want.Focus != nil {
		equal("focus", lettersOf(want.Focus), lettersOf(v.Focus))
	}
	if want.Judgements != nil {
		grades := map[string]string{}
		for area, grade := range got.Judgements.All() {
			grades[text(t, area)] = text(t, grade)
		}
		equal("judgements", want.Judgements, grades)
	}
	for _, e := range want.Earlier {
		key, _ := json.Marshal(e)
		known.check(t, name+"/earlier "+string(key), slices.ContainsFunc(got.Earlier, func(have ilacs.Earlier) bool {
			return (e.Type == nil || *e.Type == text(t, have.Type)) &&
				(e.Date == nil || *e.Date == text(t, have.Date)) &&
				(e.Grade == nil || *e.Grade == text(t, have.Grade))
		}), "not among %+v", got.Earlier)
	}
	for key, list := range map[string]struct {
		want    []string
		section finding.Section
	}{
		"improve":   {want.Improve, finding.SectionImprove},
		"priority":  {want.Priority, finding.SectionPriority},
		"strengths": {want.Strengths, finding.SectionStrengths},
	} {
		if list.want != nil {
			equal(key, lettersOf(list.want), lettersOf(sectionOf(got, list.section)))
		}
	}
	for fragment, tags := range want.Tags {
		f := findingWith(got, fragment)
		require.NotNil(t, f, "no finding holds %q", fragment)
		have := []string{}
		for _, tag := range f.Tags {
			have = append(have, text(t, tag))
		}
		equal("tags "+fragment, tags, have)
	}
	if n := len(want.Paragraphs); n > 0 {
		last := 0
		for _, f := range got.Findings {
			last = max(last, f.Paragraph)
		}
		equal("paragraphs", want.Paragraphs[n-1], last)
	}
	if want.HeadlineFirst != "" {
		first := ""
		if f := got.Section(finding.SectionHeadline); len(f) > 0 {
			first = f[0].Text
		}
		known.check(t, name+"/headline_first", strings.HasPrefix(letters(first), letters(want.HeadlineFirst)),
			"want %q, got %q", want.HeadlineFirst, first)
	}
	for fragment, area := range want.Areas {
		f := findingWith(got, fragment)
		if f == nil {
			known.check(t, name+"/area of "+fragment, false, "no finding holds it")
			continue
		}
		equal("area of "+fragment, area, text(t, f.Area))
	}
}

// straight makes quotation marks straight: text forms vary in them.
var straight = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`)

func straightAll(texts []string) []string {
	out := make([]string, 0, len(texts))
	for _, s := range texts {
		out = append(out, straight.Replace(s))
	}
	return out
}

// findingWith is the finding that holds a fragment, nil where none or several do.
func findingWith(r *ilacs.Report, fragment string) *finding.Finding {
	var found *finding.Finding
	for i, f := range r.Findings {
		if strings.Contains(letters(f.Text), letters(fragment)) {
			if found != nil {
				return nil
			}
			found = &r.Findings[i]
		}
	}
	return found
}

// What must hold of every report holds of what is read from the fixtures.
func TestFixturesHold(t *testing.T) {
	t.Parallel()
	names, texts := fixtures(t)
	read := map[string]string{}
	for _, name := range names {
		if _, err := ilacs.Parse(texts[name]); err == nil {
			read[name] = texts[name]
		}
	}
	require.NotEmpty(t, read)
	checkEvery(t, read)
}

// A fixture without its expectation, or an expectation without its text, would
// go unread.
func TestFixturesArePaired(t *testing.T) {
	t.Parallel()
	names, _ := fixtures(t)
	expected, err := filepath.Glob("testdata/*.json")
	require.NoError(t, err)
	assert.Len(t, expected, len(names))
	for _, name := range names {
		assert.FileExists(t, filepath.Join("testdata", name+".json"))
	}
}

// The same report in two text forms is the same report.
func TestFixturesFormInvariance(t *testing.T) {
	t.Parallel()
	_, texts := fixtures(t)
	known := watch(t)
	for _, pair := range [][2]string{
		{"ilacs-a-2018-layout", "ilacs-a-2018-plain"},
		{"ilacs-b-2024-layout", "ilacs-b-2024-pdfium"},
	} {
		t.Run(pair[0], func(t *testing.T) {
			t.Parallel()
			one, err := ilacs.Parse(texts[pair[0]])
			require.NoError(t, err)
			other, err := ilacs.Parse(texts[pair[1]])
			require.NoError(t, err)
			want, got := essence(t, one), essence(t, other)
			known.check(t, pair[1], want == got, "not the same as %s:\n%s", pair[0], firstDifference(want, got))
		})
	}
}

// firstDifference is the first line in which two essences differ.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "want " + w[i] + "\ngot  " + g[i]
		}
	}
	return "one of them is longer"
}

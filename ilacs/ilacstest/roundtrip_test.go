package ilacstest_test

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/ilacs/internal/randomdoc"
	"github.com/ilacs-go/inspection/judgement"
)

// kinds are the types and frameworks that are written.
var kinds = randomdoc.Kinds()

// perKind is how many documents of each kind are written and read back.
const perKind = 40

// What is written is read back the same: the law of this package.
func TestReadingBackGivesTheSame(t *testing.T) {
	t.Parallel()
	names := registered(t)
	for n, kind := range kinds {
		t.Run(strings.TrimSuffix(fmt.Sprintf("%s under %s", kind.Type, kind.Framework), " under Framework(0)"), func(t *testing.T) {
			t.Parallel()
			read := 0
			for seed := range uint64(perKind) {
				r := rand.New(rand.NewPCG(seed, uint64(n)))
				like := kind
				if seed%3 == 0 || kind.Type == ilacs.VisitTypeJTAI {
					like.Authority = names[r.IntN(len(names))]
				}
				d := randomdoc.New(r, like)
				text, err := ilacstest.Write(d)
				require.NoError(t, err)
				if knownFailure(d, text) != "" {
					continue
				}
				read++
				if difference := readBack(d, text); difference != "" {
					t.Errorf("kind %d, seed %d: %s", n, seed, difference)
				}
			}
			t.Logf("%d of %d were read; the others hold a known failure", read, perKind)
			require.GreaterOrEqual(t, read, perKind/2)
		})
	}
}

// registered returns the names of the authorities in the register.
func registered(t *testing.T) []string {
	t.Helper()
	var names []string
	for a := range authority.All() {
		names = append(names, a.Name)
	}
	require.NotEmpty(t, names)
	return names
}

// readBack parses the text of a document and says where the report differs from
// it, has a span that is not its sentence's, or has a note that the document gives
// no cause for; "" if nowhere.
func readBack(d ilacstest.Document, text string) string {
	report, err := ilacs.Parse(text)
	if err != nil {
		return err.Error()
	}
	if want, got := wantVisit(d), gotVisit(report); !reflect.DeepEqual(want, got) {
		return fmt.Sprintf("the visit\n%+v\nis read as\n%+v", want, got)
	}
	if want, got := wantGrades(d), report.Judgements; want != got {
		return fmt.Sprintf("the judgements\n%v\nare read as\n%v", maps.Collect(want.All()), maps.Collect(got.All()))
	}
	want, got := wantFindings(d), gotFindings(report)
	for i := range max(len(want), len(got)) {
		var w, g said
		if i < len(want) {
			w = want[i]
		}
		if i < len(got) {
			g = got[i]
		}
		if w != g {
			return fmt.Sprintf("finding %d\n%+v\nis read as\n%+v", i, w, g)
		}
	}
	return cmp.Or(straySpan(report, text), strayNote(d, report))
}

// wantVisit returns the visit that the parser has to read from a document.
func wantVisit(d ilacstest.Document) ilacs.Visit {
	v := d.Visit
	v.URN = ""
	v.Authority = straight(v.Authority)
	v.Framework = 0
	if f, ok := judgement.FrameworkOn(v.Start); ok && v.Type != ilacs.VisitTypeJTAI {
		v.Framework = f
	}
	switch v.Type {
	case ilacs.VisitTypeSIF, ilacs.VisitTypeReinspection:
		v.Framework = judgement.SIF
	case ilacs.VisitTypeStandard, ilacs.VisitTypeShort, ilacs.VisitTypeFocused:
		if v.Framework == 0 { // the months in which SIF went on
			v.Framework = judgement.ILACS2018
		}
	}
	v.Lead = straight(v.Lead)
	if len(v.Inspectors) == 0 && v.Lead != "" {
		v.Inspectors = []string{v.Lead}
	}
	v.Inspectors = straightAll(v.Inspectors)
	v.Focus = straightAll(v.Focus)
	v.Since.Text, v.Since.Span = "", finding.Span{}
	return v
}

func gotVisit(r *ilacs.Report) ilacs.Visit {
	v := r.Visit
	v.URN = ""
	v.Since.Text, v.Since.Span = "", finding.Span{}
	v.Focus = straightAll(v.Focus)
	return v
}

func wantGrades(d ilacstest.Document) judgement.Set {
	set := d.Judgements
	if set.Len() > 0 {
		set.Framework = wantVisit(d).Framework
	}
	return set
}

// said is the part of a finding that is compared.
type said struct {
	Section   finding.Section
	Area      judgement.Area
	Paragraph int
	Text      string
	Tags      string
}

// wantFindings returns the findings that a document holds, in the order of its
// form.
func wantFindings(d ilacstest.Document) []said {
	var out []said
	n := 0
	single := d.Visit.Type == ilacs.VisitTypeSIF || d.Visit.Type == ilacs.VisitTypeReinspection
	report := single || d.Visit.Type == ilacs.VisitTypeStandard || d.Visit.Type == ilacs.VisitTypeShort
	sentences := func(s said, paragraph string) {
		s.Text = ""
		for text := range strings.SplitAfterSeq(paragraph, ". ") {
			s.Text += text
			if abbreviated.MatchString(text) {
				continue
			}
			s.Text = strings.TrimSpace(s.Text)
			out = append(out, s)
			s.Text = ""
		}
	}
	items := func(section finding.Section, all []ilacstest.Item) {
		for _, x := range all {
			s := said{Section: section, Text: x.Text, Tags: fmt.Sprint(x.Tags)}
			if single {
				n++
				s.Paragraph = n
			}
			out = append(out, s)
		}
	}
	for _, p := range d.Headline {
		sentences(said{Section: finding.SectionHeadline}, p)
	}
	items(finding.SectionPriority, d.Priority)
	items(finding.SectionImprove, d.Improve)
	items(finding.SectionStrengths, d.Strengths)
	order := []judgement.Area{0, judgement.HelpAndProtection, judgement.InCare, judgement.InCareAndCareLeavers, judgement.LookedAfter,
		judgement.Adoption, judgement.CareLeavers, judgement.Leaders, judgement.LSCB}
	for _, a := range order {
		for _, section := range d.Sections {
			if section.Area != a {
				continue
			}
			for _, p := range section.Paragraphs {
				s := said{Section: finding.SectionMain, Area: a}
				if report {
					n++
					s.Paragraph = n
				}
				sentences(s, p)
			}
		}
	}
	return out
}

// abbreviated matches a text whose full stop does not end the sentence.
var abbreviated = regexp.MustCompile(`\b(e\.g|i\.e|Dr|Mrs|St)\. $`)

// gotFindings returns the findings of a report, without those that come from the
// form itself.
func gotFindings(r *ilacs.Report) []said {
	var out []said
	for _, f := range r.Findings {
		switch f.Section {
		case finding.SectionHeadline, finding.SectionPriority, finding.SectionImprove, finding.SectionStrengths, finding.SectionMain:
			s := said{Section: f.Section, Area: f.Area, Paragraph: f.Paragraph, Text: f.Text}
			if f.Section != finding.SectionHeadline && f.Section != finding.SectionMain {
				s.Tags = fmt.Sprint(f.Tags)
			}
			out = append(out, s)
		}
	}
	return out
}

func straight(s string) string {
	return strings.NewReplacer("\u2018", "'", "\u2019", "'").Replace(s)
}

func straightAll(all []string) []string {
	var out []string
	for _, s := range all {
		out = append(out, straight(s))
	}
	return out
}

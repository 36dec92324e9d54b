package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/examples/internal/textpdf"
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/judgement"
)

// The documents are written for these tests; the councils are invented.

func written(t *testing.T, d ilacstest.Document) string {
	t.Helper()
	text, err := ilacstest.Write(d)
	require.NoError(t, err)
	return text
}

func items(texts ...string) []ilacstest.Item {
	var all []ilacstest.Item
	for _, s := range texts {
		all = append(all, ilacstest.Item{Text: s})
	}
	return all
}

// report is an inspection report with areas for improvement and what it says of
// children in care.
func report(t *testing.T, council, start string, grade judgement.Grade, improve []ilacstest.Item, says ...string) string {
	t.Helper()
	day := civil.MustParse(start)
	var grades judgement.Set
	framework, ok := judgement.FrameworkOn(day)
	require.True(t, ok, "a framework on %s", start)
	for a := range framework.Areas() {
		grades = grades.With(a, grade)
	}
	area := judgement.InCare
	if framework == judgement.ILACS2018 {
		area = judgement.InCareAndCareLeavers
	}
	return written(t, ilacstest.Document{
		Visit:      ilacs.Visit{Authority: council, Type: ilacs.VisitTypeShort, Start: day, End: day.AddDays(4), Lead: "Imogen Tarrant"},
		Judgements: grades, Improve: improve,
		Sections: []ilacstest.Section{{Area: area, Paragraphs: says}},
	})
}

func letter(t *testing.T, council, start string, improve []ilacstest.Item, says ...string) string {
	t.Helper()
	day := civil.MustParse(start)
	return written(t, ilacstest.Document{
		Visit: ilacs.Visit{
			Authority: council, Type: ilacs.VisitTypeFocused, Start: day, End: day.AddDays(1), Lead: "Dafydd Pryce-Lowe", Focus: []string{"children in care"},
		},
		Improve: improve, Sections: []ilacstest.Section{{Paragraphs: says}},
	})
}

// hostile are texts that a spreadsheet might run, or show as another text.
var hostile = []string{
	`=HYPERLINK("https://example.org","the timeliness of supervision")`,
	`+1+1 the frequency of supervision.`,
	`@SUM(A1) the recording of supervision.`,
	`＝1+1 the quality of supervision.`,
	`The_x000D_quality of life-story work.`,
	"The quality\u202e of care plans.",
	`<b>The</b> & "quality" of 'pathway' plans.`,
}

// folder writes files and returns their folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	return dir
}

// documents is a folder as a user may have one: three documents about one council,
// of which one is a PDF, a hostile one about another, and some that are none.
func documents(t *testing.T) string {
	t.Helper()
	placeholders := make([]string, len(hostile))
	for i := range hostile {
		placeholders[i] = fmt.Sprintf("Placeholder%d.", i)
	}
	nasty := report(t, "Marlhaven", "2024-09-09", judgement.RequiresImprovement, items(placeholders...), "Children live in good homes.")
	for i, s := range hostile {
		require.Contains(t, nasty, placeholders[i])
		nasty = strings.Replace(nasty, placeholders[i], s, 1)
	}
	tagged := items("The stability of children’s homes.", "The frequency of supervision.")
	tagged[0].Tags = []finding.Tag{{Kind: finding.TagKindOutcome, Number: 4}}
	return folder(t, map[string]string{
		"2022 report.txt": report(t, "Wexcombe", "2022-06-13", judgement.RequiresImprovement,
			items("The quality of life-story work for children in care.", "The frequency of supervision."), "Life-story work is rarely done, and of poor quality."),
		"letters/2024 letter.pdf": string(textpdf.Of(letter(t, "Wexcombe", "2024-03-06", items("The frequency of supervision."),
			"Life-story work has improved and is now of a high quality.", "Supervision is too infrequent."))),
		"2025 report.md": report(t, "Wexcombe", "2025-06-09", judgement.Good, tagged,
			"Life-story work is of an excellent quality and is done for all children.", "Supervision is not frequent enough."),
		"=cmd|' C'!A0.txt":  nasty,
		"again.txt":         report(t, "Wexcombe", "2022-06-13", judgement.RequiresImprovement, items("The quality of life-story work for children in care."), "Life-story work is rarely done."),
		"shopping list.txt": "eggs\nmilk\n",
		"broken.pdf":        "%PDF-1.7\nnothing of the kind",
		"picture.png":       "no document",
	})
}

package book_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/ilacs-go/inspection/examples/workbook/book"
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// tables writes a workbook and reads its sheets back, by the heads of the columns:
// all but the neighbours' movements, which take as long as all others together.
func tables(t *testing.T, documents []book.Document, on string) map[string][]map[string]string {
	t.Helper()
	return read(t, documents, on, "About", "Authorities", "Inspections", "Areas for improvement", "Themes by year", "Not read")
}

func read(t *testing.T, documents []book.Document, on string, sheets ...string) map[string][]map[string]string {
	t.Helper()
	var day civil.Date
	require.NoError(t, day.UnmarshalText([]byte(on)))
	var out bytes.Buffer
	require.NoError(t, book.Write(&out, documents, day))
	f, err := excelize.OpenReader(&out)
	require.NoError(t, err)
	defer f.Close()
	all := map[string][]map[string]string{}
	for _, sheet := range sheets {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		heads := rows[0]
		if sheet == "About" {
			heads, rows = []string{"Label", "Text"}, append([][]string{nil}, rows...)
		}
		for _, row := range rows[1:] {
			cells := map[string]string{}
			for i, cell := range row {
				cells[heads[i]] = cell
			}
			all[sheet] = append(all[sheet], cells)
		}
	}
	return all
}

func with(all []map[string]string, column, text string) []map[string]string {
	return slices.DeleteFunc(slices.Clone(all), func(r map[string]string) bool { return r[column] != text })
}

// one returns the only row that has a text in a column.
func one(t *testing.T, all []map[string]string, column, text string) map[string]string {
	t.Helper()
	found := with(all, column, text)
	require.Len(t, found, 1, "%s: %s", column, text)
	return found[0]
}

// visit is a document about an invented council, or any, that asks for something.
func visit(name, council, start string, kind ilacs.VisitType, asks ...string) book.Document {
	var items []finding.Finding
	for _, text := range asks {
		items = append(items, book.Improve(text))
	}
	d := book.Asking(name, council, start, items...)
	d.Report.Visit.Type = kind
	return d
}

// A report that the record does not have yet changes how its authority stands.
func TestReportsAreMergedIntoTheRecord(t *testing.T) {
	t.Parallel()
	d := visit("new report.txt", "Dudley", "2026-06-15", ilacs.VisitTypeStandard)
	d.Report.Source = ilacs.SourceReport
	d.Report.Visit.Framework, d.Report.Visit.URN = judgement.ILACS2026, "80464"
	d.Report.Visit.End, d.Report.Visit.Published = civil.MustParse("2026-06-26"), civil.MustParse("2026-08-10")
	d.Report.Judgements = judgement.Set{Framework: judgement.ILACS2026}.
		With(judgement.Leaders, judgement.Good).With(judgement.HelpAndProtection, judgement.Good).
		With(judgement.InCare, judgement.Outstanding).With(judgement.CareLeavers, judgement.RequiresImprovement)

	all := tables(t, []book.Document{d}, "")
	row := one(t, all["Authorities"], "Authority", "Dudley")
	for head, want := range map[string]string{
		"Overall effectiveness": "", "Leaders": "G", "Children in care": "O", "Care leavers": "RI", "Framework": "ILACS 2026", "Published": "10 Aug 2026",
		"Days to publication": "45", "Days since it began": "77", "Next expected": "Short inspection", "Rule": "ILACS April 2026 (uncertain)", "Window from": "",
	} {
		assert.Equal(t, want, row[head], head)
	}
	added := one(t, all["Inspections"], "From", "new report.txt")
	assert.Equal(t, "Dudley", added["Authority"])
	assert.Equal(t, "yes", added["Is how it stands"])
	assert.Equal(t, "1323", added["Days since the one before"])
	assert.Len(t, all["Inspections"], 494)
	moved := slices.DeleteFunc(with(read(t, []book.Document{d}, "", "Neighbour movements")["Neighbour movements"], "Neighbour", "Dudley"), func(r map[string]string) bool { return r["Authority"] != "Wakefield" })
	var moves []string
	for _, m := range moved {
		moves = append(moves, fmt.Sprint(m["Area"], " ", m["From"], ">", m["To"], " ", m["Moved"], " ", m["Compared"]))
	}
	assert.Equal(t, []string{
		"Leaders RI>G improved ", "Help and protection RI>G improved ",
		"Children in care RI>O improved carried from one grade for children in care and care leavers",
	}, moves, "its neighbours see it move")

	// What contradicts the record is told, and the record is kept.
	d.Report.Visit.Start, d.Report.Visit.End = civil.MustParse("2022-10-31"), civil.MustParse("2022-11-11")
	d.Report.Visit.Published, d.Report.Visit.Framework = civil.MustParse("2023-01-13"), judgement.ILACS2018
	d.Report.Judgements = judgement.Set{Framework: judgement.ILACS2018}.With(judgement.Overall, judgement.Good)
	all = tables(t, []book.Document{d}, "")
	assert.Equal(t, "RI", one(t, all["Authorities"], "Authority", "Dudley")["Overall effectiveness"])
	assert.Equal(t, "overall is good in the document and requires-improvement in the record, which is kept", one(t, all["Not read"], "What", "differs from the record")["Reason"])
}

// As of an earlier day, the workbook knows nothing of what came after it.
func TestAsOfADay(t *testing.T) {
	t.Parallel()
	late := visit("published after.txt", "Wexcombe", "2020-01-06", ilacs.VisitTypeFocused, "The frequency of supervision.")
	late.Report.Visit.Published = civil.MustParse("2020-02-10")
	known := visit("known to be after.txt", "Bedford", "2019-12-02", ilacs.VisitTypeStandard)
	for i := range record.All() {
		if i.Published.Compare(civil.MustParse("2020-02-01")) > 0 && i.Start.Compare(civil.MustParse("2020-01-31")) < 0 && i.Start.Compare(civil.MustParse("2019-12-01")) > 0 {
			known.Report = i.Report() // which prints no day of publication
			known.Report.Visit.Published = civil.Date{}
		}
	}
	all := tables(t, []book.Document{
		late, known,
		visit("before.txt", "Wexcombe", "2019-01-15", ilacs.VisitTypeFocused, "The frequency of supervision."),
		visit("after.txt", "Wexcombe", "2021-01-15", ilacs.VisitTypeFocused, "The frequency of supervision."),
	}, "2020-01")
	for _, name := range []string{"after.txt", "published after.txt", "known to be after.txt"} {
		assert.Equal(t, "it became public after Jan 2020", one(t, all["Not read"], "File", name)["Reason"])
	}
	items := all["Areas for improvement"]
	require.Len(t, items, 1)
	assert.Empty(t, items[0]["Status"])
	row := one(t, all["Authorities"], "Authority", "Dudley")
	assert.Equal(t, "29 Oct 2018", row["Fieldwork from"])
	assert.Equal(t, "459", row["Days since it began"], "to the last day of January")
	assert.Equal(t, "not yet open", row["Window"])
	assert.NotEmpty(t, with(all["Authorities"], "Authority", "Northamptonshire"), "closed in 2021")
	for _, r := range all["Inspections"] {
		published := r["Published"]
		assert.LessOrEqual(t, published[len(published)-4:], "2020", published)
	}
	assert.Equal(t, "31 Jan 2020. Days, ranks and windows are counted to this day.", one(t, all["About"], "Label", "As of")["Text"])
	// The day moves to that of a document that is newer than the record.
	all = tables(t, []book.Document{visit("new.txt", "Wexcombe", "2026-10-12", ilacs.VisitTypeFocused)}, "")
	assert.Contains(t, one(t, all["About"], "Label", "As of")["Text"], "12 Oct 2026")
}

// An item is followed through all later documents, and its status is from the
// newest that returns to it.
func TestItemsAreFollowed(t *testing.T) {
	t.Parallel()
	says := func(d book.Document, s string) book.Document {
		d.Report.Findings = append(d.Report.Findings, finding.Finding{
			Text: s, Span: finding.Span{Start: 1000, End: 1000 + len(s)}, Section: finding.SectionMain, Paragraph: 7, Reading: finding.Classify(s),
		})
		return d
	}
	all := tables(t, []book.Document{
		says(visit("d.txt", "Wexcombe", "2025-05-01", ilacs.VisitTypeFocused), "Partners meet."),
		says(visit("c.txt", "Wexcombe", "2024-05-01", ilacs.VisitTypeFocused), "Return home interviews are timely and of high quality for all children who go missing."),
		says(visit("b.txt", "Wexcombe", "2023-05-01", ilacs.VisitTypeFocused, "The offer of return home interviews to children who go missing."), "Return home interviews are rarely offered to children who go missing."),
		visit("a.txt", "Wexcombe", "2022-05-01", ilacs.VisitTypeFocused, "The offer of return home interviews to children who go missing."),
		visit("other.txt", "Marlhaven", "2021-05-01", ilacs.VisitTypeFocused, "The offer of return home interviews to children who go missing."),
		visit("undated.txt", "Wexcombe", "", ilacs.VisitTypeFocused, "The offer of return home interviews to children who go missing."),
	}, "")
	items := all["Areas for improvement"]
	require.Len(t, items, 4)
	assert.Empty(t, items[0]["Status"], "about another council")
	assert.Empty(t, items[1]["Date"])
	assert.Empty(t, items[1]["Status"], "nobody knows what is later than an undated visit")
	first := items[2]
	assert.Equal(t, "a.txt", first["File"])
	assert.Equal(t, "1 May 2023: persists\n1 May 2024: addressed\n1 May 2025: not revisited", first["All later documents"])
	assert.Equal(t, "Addressed", first["Status"])
	assert.Equal(t, "Focused visit, 1 May 2024", first["Later document"])
	assert.Equal(t, "paragraph 7", first["Where"])
	assert.Equal(t, "again (after 1 May 2022)", items[3]["Asked before"])
	assert.Equal(t, "1 May 2024: addressed\n1 May 2025: not revisited", items[3]["All later documents"])
}

// Of many later documents the next and the newest are compared, so that the work
// stays in proportion.
func TestManyLaterDocuments(t *testing.T) {
	t.Parallel()
	var documents []book.Document
	for n := range 30 {
		documents = append(documents, visit(fmt.Sprintf("%02d.txt", n), "Wexcombe", fmt.Sprintf("%d-%02d-01", 2018+n/12, n%12+1), ilacs.VisitTypeMonitoring, "The frequency of supervision."))
	}
	items := tables(t, documents, "")["Areas for improvement"]
	require.Len(t, items, 30)
	later := strings.Split(items[0]["All later documents"], "\n")
	require.Len(t, later, 12)
	assert.Equal(t, "1 Feb 2018: persists", later[0])
	assert.Equal(t, "1 Aug 2019: persists", later[1])
	assert.Equal(t, "1 Jun 2020: persists", later[11])
}

// Each item and each sentence of the narrative counts once a theme, and nothing
// that repeats it or is not about the authority.
func TestWhatIsCountedOfThemes(t *testing.T) {
	t.Parallel()
	say := func(section finding.Section, area judgement.Area, s string) finding.Finding {
		return finding.Finding{Text: s, Section: section, Area: area, Reading: finding.Context{Section: section}.Classify(s)}
	}
	const praise, fault = "Supervision is regular and of high quality.", "Supervision is poor and too rare."
	d := visit("a.txt", "Wexcombe", "2022-05-01", ilacs.VisitTypeFocused)
	d.Report.Findings = []finding.Finding{
		say(finding.SectionHeadline, 0, praise), say(finding.SectionSummary, 0, fault), say(finding.SectionBackground, 0, praise),
		say(finding.SectionImprove, 0, "The frequency of supervision."), say(finding.SectionImprove, judgement.LSCB, "The frequency of supervision."),
		say(finding.SectionPriority, 0, "The frequency of supervision."),
		say(finding.SectionMain, judgement.Leaders, praise), say(finding.SectionMain, judgement.InCare, praise), say(finding.SectionMain, judgement.LSCB, praise),
		say(finding.SectionMain, judgement.Leaders, fault), say(finding.SectionMain, judgement.Leaders, "Inspectors looked at supervision."),
	}
	article := visit("b.txt", "Wexcombe", "2022-06-01", ilacs.VisitTypeFocused)
	article.Report.Source = ilacs.SourceArticle
	article.Report.Findings = d.Report.Findings
	all := with(tables(t, []book.Document{d, article}, "")["Themes by year"], "Theme", "Supervision of social workers")
	require.Len(t, all, 3)
	for n, want := range []string{"Asked for 2 2", "Praised 2 2", "Faulted 1 1"} {
		assert.Equal(t, want, all[n]["What"]+" "+all[n]["2022\n(1 doc)"]+" "+all[n]["All years"])
	}
}

// A document of thousands of items costs no more than it is long.
func TestVeryManyItems(t *testing.T) {
	t.Parallel()
	asks := make([]string, 3000)
	for n := range asks {
		asks[n] = fmt.Sprintf("The frequency of supervision in team %d.", n)
	}
	all := tables(t, []book.Document{
		visit("a.txt", "Wexcombe", "2022-05-01", ilacs.VisitTypeFocused, asks...),
		visit("b.txt", "Wexcombe", "2023-05-01", ilacs.VisitTypeFocused, asks[:3]...),
		visit("c.txt", "Wexcombe", "2024-05-01", ilacs.VisitTypeFocused, asks[:3]...),
	}, "")
	assert.Equal(t, "it asks for 3000 things, and is compared with no other document", one(t, all["Not read"], "What", "not compared")["Reason"])
	items := all["Areas for improvement"]
	require.Len(t, items, 3006)
	assert.Empty(t, items[0]["Status"])
	assert.Equal(t, "Persists", one(t, with(items, "File", "b.txt"), "No.", "1")["Status"], "the others are")
}

// The same visit twice is told of once, whatever the order of the documents.
func TestTheSameVisitTwice(t *testing.T) {
	t.Parallel()
	documents := []book.Document{
		visit("b.txt", "wexcombe", "2022-05-01", ilacs.VisitTypeFocused, "The frequency of supervision."),
		visit("a.txt", "Wexcombe", "2022-05-01", ilacs.VisitTypeFocused, "The frequency of supervision."),
		visit("c.txt", "Wexcombe", "2022-05-01", ilacs.VisitTypeJTAI, "The frequency of supervision."),
		{Name: "d.txt", Err: errors.New("no text")},
		{Name: "e.txt"},
	}
	var first bytes.Buffer
	require.NoError(t, book.Write(&first, documents, civil.Date{}))
	all := tables(t, documents, "")
	assert.Len(t, all["Areas for improvement"], 2)
	assert.Equal(t, "it is about the same visit as a.txt", one(t, all["Not read"], "File", "b.txt")["Reason"])
	assert.Equal(t, "no text", one(t, all["Not read"], "File", "d.txt")["Reason"])
	assert.Equal(t, "not read", one(t, all["Not read"], "File", "e.txt")["What"])
	assert.Equal(t, "5 documents given, 2 of them used, about 1 authority.", one(t, all["About"], "Label", "Documents")["Text"])
	slices.Reverse(documents)
	assert.Equal(t, all, tables(t, documents, ""))
}

// What is too long for a cell is cut with a mark, and counted as Excel counts.
func TestLongTextsAreCut(t *testing.T) {
	t.Parallel()
	all := tables(t, []book.Document{
		visit("a.txt", "Wexcombe", "2022-05-01", ilacs.VisitTypeFocused, strings.Repeat("long ", 10000), strings.Repeat("😀", 20000), strings.Repeat("x", 32767)),
	}, "")
	items := all["Areas for improvement"]
	require.Len(t, items, 3)
	units := func(s string) (n int) {
		for _, r := range s {
			n++
			if r > 0xFFFF {
				n++
			}
		}
		return n
	}
	for _, i := range items[:2] {
		assert.LessOrEqual(t, units(i["Text"]), 32767)
		assert.Greater(t, units(i["Text"]), 32700)
		assert.True(t, strings.HasSuffix(i["Text"], "(cut here: a cell holds no more)"), "%.40q", i["Text"][len(i["Text"])-60:])
	}
	assert.Equal(t, strings.Repeat("x", 32767), items[2]["Text"], "which just fits")
}

// Texts of documents stay texts, wherever they stand.
func TestHostileValues(t *testing.T) {
	t.Parallel()
	texts := []string{"=1+1", "+1", "-1", "@A1", "＝1", "＋1", "－1", "＠A1", "\t=1", "\u202e=1", "\u200f=1", "=1\x00\r\n"}
	var documents []book.Document
	for n, s := range texts {
		d := visit(s+".txt", s, fmt.Sprintf("2022-05-%02d", n+1), ilacs.VisitTypeFocused, s)
		d.Report.Notes = []ilacs.Note{{Text: s}}
		documents = append(documents, d, book.Document{Name: s, Err: errors.New(s)})
	}
	all := tables(t, documents, "")
	var cells []string
	for _, r := range all["Areas for improvement"] {
		cells = append(cells, r["Authority"], r["Text"], r["File"])
	}
	for _, r := range all["Not read"] {
		cells = append(cells, r["File"], r["Reason"])
	}
	assert.Len(t, cells, 7*len(texts))
	for _, c := range cells {
		assert.True(t, strings.HasPrefix(c, "'"), "%q", c)
		assert.NotRegexp(t, `[\x00-\x1F\x{200E}\x{200F}\x{202A}-\x{202E}]`, c)
	}
}

// A writer that fails is not passed over.
func TestWriteFails(t *testing.T) {
	t.Parallel()
	assert.ErrorIs(t, book.Write(failing{}, nil, civil.Date{}), io.ErrClosedPipe)
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// ExampleWrite makes a workbook from one letter and the national record.
func ExampleWrite() {
	report, err := ilacs.Parse("Dear Director\n\nFocused visit to Wexcombe children’s services\n\nThis letter summarises the findings of the focused visit to Wexcombe children’s services on 6 and 7 March 2024.\n\nWhat needs to improve?\n\n◼ The offer of return home interviews.\n")
	dir, _ := os.MkdirTemp("", "workbook")
	defer os.RemoveAll(dir)
	file, _ := os.Create(filepath.Join(dir, "book.xlsx"))
	defer file.Close()
	err = book.Write(file, []book.Document{{Name: "letter.txt", Report: report, Err: err}}, civil.MustParse("2026-08-31"))
	fmt.Println(err)

	f, _ := excelize.OpenFile(file.Name())
	defer f.Close()
	for _, at := range []string{"A2", "D2", "G2", "H2"} {
		cell, _ := f.GetCellValue("Areas for improvement", at)
		fmt.Println(cell)
	}
	// Output:
	// <nil>
	// Wexcombe
	// 6 Mar 2024
	// The offer of return home interviews.
	// Missing from home or care
}

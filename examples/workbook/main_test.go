package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/ilacs-go/inspection/ilacs/pdf"
)

// made runs the program as a user does, with "go run -C" from another folder and
// names that are meant from there, and returns the workbook's file and what was
// printed.
func made(t *testing.T) (file, stderr string) {
	t.Helper()
	dir := documents(t)
	here := t.TempDir()
	require.NoError(t, os.Rename(dir, filepath.Join(here, "documents")))
	module, err := os.Getwd()
	require.NoError(t, err)
	cmd := exec.Command("go", "run", "-C", module, ".", "-o", "book.xlsx", "-on", "2026-08-31", "documents")
	cmd.Dir = here // sets PWD too, as a shell does
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	require.True(t, errors.As(err, &exit), "documents that cannot be read: %s", out)
	assert.Equal(t, 1, exit.ExitCode(), "%s", out)
	return filepath.Join(here, "book.xlsx"), string(out)
}

func open(t *testing.T, file string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(file)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	return f
}

var sheets = []string{"About", "Authorities", "Inspections", "Areas for improvement", "Themes by year", "Neighbour movements", "Not read"}

// rows are the cells of a sheet as a spreadsheet shows them, by the head of their
// column.
func rows(t *testing.T, f *excelize.File, sheet string) []map[string]string {
	t.Helper()
	all, err := f.GetRows(sheet)
	require.NoError(t, err)
	require.NotEmpty(t, all, sheet)
	var out []map[string]string
	for _, row := range all[1:] {
		cells := map[string]string{}
		for i, cell := range row {
			require.Less(t, i, len(all[0]), "%s: a cell below no head", sheet)
			cells[all[0][i]] = cell
		}
		out = append(out, cells)
	}
	return out
}

// with returns the rows that have a text in a column.
func with(all []map[string]string, column, text string) []map[string]string {
	return slices.DeleteFunc(slices.Clone(all), func(r map[string]string) bool { return r[column] != text })
}

func TestWorkbook(t *testing.T) {
	t.Parallel()
	file, printed := made(t)
	f := open(t, file)
	assert.Equal(t, sheets, f.GetSheetList())

	t.Run("what is printed", func(t *testing.T) {
		assert.Contains(t, printed, "shopping list.txt: ")
		assert.Contains(t, printed, "not about an inspection")
		assert.Contains(t, printed, "broken.pdf: ")
		assert.Contains(t, printed, "2 could not be read")
		assert.Contains(t, printed, file, "where the workbook is")
		assert.NotContains(t, printed, "picture.png")
	})

	t.Run("areas for improvement", func(t *testing.T) {
		all := rows(t, f, "Areas for improvement")
		assert.Len(t, all, 5+len(hostile))
		wexcombe := with(all, "Authority", "Wexcombe")
		require.Len(t, wexcombe, 5)

		first := wexcombe[0]
		assert.Equal(t, "The quality of life-story work for children in care.", first["Text"])
		assert.Equal(t, "Short inspection", first["Visit"])
		assert.Equal(t, "13 Jun 2022", first["Date"])
		assert.Equal(t, "Area for improvement", first["Asked for as"])
		assert.Equal(t, "1", first["No."])
		assert.Equal(t, "Life-story work", first["Theme"])
		assert.Equal(t, "Addressed", first["Status"])
		assert.Equal(t, "Short inspection, 9 Jun 2025", first["Later document"])
		assert.Contains(t, first["Evidence"], "Life-story work is of an excellent quality")
		assert.Equal(t, "paragraph 1", first["Where"])
		assert.NotEmpty(t, first["Confidence"])
		assert.NotEmpty(t, first["Reason"])
		assert.Equal(t, "6 Mar 2024: addressed\n9 Jun 2025: addressed", first["All later documents"])
		assert.Equal(t, "2022 report.txt", first["File"])
		assert.Equal(t, "2025 report.md", first["Later file"])

		assert.Equal(t, "Persists", wexcombe[1]["Status"], "supervision")
		letter := wexcombe[2]
		assert.Equal(t, "Focused visit", letter["Visit"], "read from a PDF")
		assert.Equal(t, "letters/2024 letter.pdf", letter["File"])
		assert.Equal(t, "again (after 13 Jun 2022)", letter["Asked before"])
		assert.Equal(t, "new (after 6 Mar 2024)", wexcombe[3]["Asked before"])
		assert.Equal(t, "outcome 4", wexcombe[3]["Tags"])
		assert.Empty(t, wexcombe[3]["Status"], "nothing is later")
		assert.Equal(t, "again (after 6 Mar 2024)", wexcombe[4]["Asked before"])
	})

	t.Run("hostile texts", func(t *testing.T) {
		marlhaven := with(rows(t, f, "Areas for improvement"), "Authority", "Marlhaven")
		var texts []string
		for _, r := range marlhaven {
			texts = append(texts, r["Text"])
			assert.Equal(t, "'=cmd|' C'!A0.txt", r["File"])
		}
		assert.Equal(t, []string{
			`'=HYPERLINK("https://example.org","the timeliness of supervision")`, `'+1+1 the frequency of supervision.`, `'@SUM(A1) the recording of supervision.`,
			`'＝1+1 the quality of supervision.`, `The_x000D_quality of life-story work.`, `The quality of care plans.`, `<b>The</b> & "quality" of 'pathway' plans.`,
		}, texts)
	})

	t.Run("what was not read", func(t *testing.T) {
		all := rows(t, f, "Not read")
		assert.Len(t, with(all, "What", "not read"), 2)
		assert.Len(t, with(all, "File", "broken.pdf"), 1)
		require.Len(t, with(all, "File", "again.txt"), 1)
		assert.Equal(t, "it is about the same visit as 2022 report.txt", with(all, "File", "again.txt")[0]["Reason"])
	})

	t.Run("themes", func(t *testing.T) {
		all := rows(t, f, "Themes by year")
		assert.Len(t, all, 3*46)
		supervision := with(all, "Theme", "Supervision of social workers")
		require.Len(t, supervision, 3)
		for _, year := range []string{"2022\n(1 doc)", "2025\n(1 doc)"} {
			assert.Equal(t, "1", supervision[0][year], "asked for in %q", year)
		}
		assert.Equal(t, "5", supervision[0]["2024\n(2 docs)"], "once by the letter, four times by the hostile report")
		assert.Equal(t, "Faulted", supervision[2]["What"])
		assert.Equal(t, "1", supervision[2]["2025\n(1 doc)"])
		assert.Equal(t, "7", supervision[0]["All years"])
	})

	t.Run("authorities", func(t *testing.T) {
		all := rows(t, f, "Authorities")
		assert.Len(t, all, 153)
		dudley := with(all, "Authority", "Dudley")
		require.Len(t, dudley, 1)
		for head, want := range map[string]string{
			"Overall effectiveness": "RI", "Children in care": "", "In care and care leavers": "RI", "Framework": "ILACS 2018", "Fieldwork from": "31 Oct 2022",
			"Fieldwork to": "11 Nov 2022", "Published": "13 Jan 2023", "Days to publication": "63", "Days since it began": "1400", "Rank (1 = longest ago)": "2",
			"Window from": "30 Apr 2025", "Window until": "30 Apr 2026", "Window": "passed", "Rule": "ILACS 2018 to 2025 (aim)", "Region": "West Midlands",
			"Ofsted URN": "80464", "DfE code": "332", "GSS code": "E08000027", "Median overall": "G", "Lead inspector": "John Roughton",
		} {
			assert.Equal(t, want, dudley[0][head], head)
		}
		assert.Contains(t, dudley[0]["Statistical neighbours, the most similar first, with their overall grades"], "Wakefield G; Telford and Wrekin O")
	})

	t.Run("the form of the sheets", func(t *testing.T) { checkForm(t, f) })
	t.Run("no formulas", func(t *testing.T) { checkNoFormulas(t, file) })
}

// checkForm checks what a person who works with the sheets relies on.
func checkForm(t *testing.T, f *excelize.File) {
	for _, sheet := range sheets {
		merged, err := f.GetMergeCells(sheet)
		require.NoError(t, err)
		assert.Empty(t, merged, "%s: merged cells cannot be sorted", sheet)
		layout, err := f.GetPageLayout(sheet)
		require.NoError(t, err)
		assert.Equal(t, "landscape", *layout.Orientation, sheet)
		assert.Equal(t, 1, *layout.FitToWidth, sheet)
		assert.Equal(t, 0, *layout.FitToHeight, sheet)
		props, err := f.GetSheetProps(sheet)
		require.NoError(t, err)
		assert.True(t, *props.FitToPage, sheet)
		if sheet == "About" {
			continue
		}
		panes, err := f.GetPanes(sheet)
		require.NoError(t, err)
		assert.True(t, panes.Freeze, sheet)
		assert.Equal(t, 1, panes.YSplit, "%s: the heads stay", sheet)
		var names []string
		for _, n := range f.GetDefinedName() {
			if n.Scope == sheet {
				names = append(names, n.Name)
				if strings.Contains(n.Name, "Print_Titles") {
					assert.Equal(t, "'"+sheet+"'!$1:$1", n.RefersTo, "the heads are on each page")
				}
			}
		}
		assert.Contains(t, strings.Join(names, " "), "Print_Titles", sheet)
	}

	// Dates are dates, counts and codes are numbers, letters are texts.
	for _, c := range []struct{ sheet, head, raw, format string }{
		{"Authorities", "Fieldwork from", "45117", "d mmm yyyy"}, {"Inspections", "Published", "41827", "d mmm yyyy"}, {"Areas for improvement", "Date", "45544", "d mmm yyyy"},
		{"Neighbour movements", "Published", "46191", "d mmm yyyy"},
	} {
		at := below(t, f, c.sheet, c.head)
		kind, err := f.GetCellType(c.sheet, at)
		require.NoError(t, err)
		assert.Contains(t, []excelize.CellType{excelize.CellTypeNumber, excelize.CellTypeUnset}, kind, "%s %s", c.sheet, at)
		raw, err := f.GetCellValue(c.sheet, at, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		assert.Equal(t, c.raw, raw, "%s %s", c.sheet, at)
		id, err := f.GetCellStyle(c.sheet, at)
		require.NoError(t, err)
		style, err := f.GetStyle(id)
		require.NoError(t, err)
		require.NotNil(t, style.CustomNumFmt, "%s %s", c.sheet, at)
		assert.Equal(t, c.format, *style.CustomNumFmt, "%s %s", c.sheet, at)
	}

	// Each name leads to a row of the same name, and each URN to its page.
	for _, sheet := range []string{"Authorities", "Inspections", "Neighbour movements"} {
		for n := 2; n < 40; n++ {
			at, err := excelize.CoordinatesToCellName(1, n)
			require.NoError(t, err)
			name, err := f.GetCellValue(sheet, at)
			require.NoError(t, err)
			ok, to, err := f.GetCellHyperLink(sheet, at)
			require.NoError(t, err)
			require.True(t, ok, "%s %s", sheet, at)
			other, cell, found := strings.Cut(to, "!")
			require.True(t, found, to)
			there, err := f.GetCellValue(strings.Trim(other, "'"), cell)
			require.NoError(t, err)
			assert.Equal(t, name, there, "%s %s leads to %s", sheet, at, to)
		}
	}
	_, to, err := f.GetCellHyperLink("Authorities", below(t, f, "Authorities", "Ofsted URN"))
	require.NoError(t, err)
	assert.Equal(t, "https://reports.ofsted.gov.uk/provider/44/80486", to)
}

// below returns the first cell below a head.
func below(t *testing.T, f *excelize.File, sheet, head string) string {
	t.Helper()
	all, err := f.GetRows(sheet)
	require.NoError(t, err)
	n := slices.Index(all[0], head)
	require.GreaterOrEqual(t, n, 0, "%s has no column %s", sheet, head)
	at, err := excelize.CoordinatesToCellName(n+1, 2)
	require.NoError(t, err)
	return at
}

var (
	formula = regexp.MustCompile(`<f[ >]|<definedName[^>]*>[^'&<]|DDE|macro`)
	unsafe  = regexp.MustCompile(`[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x{9F}\x{061C}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]`)
)

// checkNoFormulas looks into the file itself.
func checkNoFormulas(t *testing.T, file string) {
	z, err := zip.OpenReader(file)
	require.NoError(t, err)
	defer z.Close()
	filters, looked := 0, 0
	for _, part := range z.File {
		r, err := part.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, r.Close())
		looked++
		assert.NotRegexp(t, formula, string(content), part.Name)
		assert.NotRegexp(t, unsafe, string(content), part.Name)
		filters += bytes.Count(content, []byte("<autoFilter ref="))
	}
	assert.Greater(t, looked, 8, "parts of the file")
	assert.Equal(t, len(sheets)-1, filters, "a filter on each table")
}

// wrong is what LibreOffice shows in a cell that it cannot show, or cannot work
// out.
var wrong = regexp.MustCompile(`###|#REF!|#NAME\?|#VALUE!|#N/A|#DIV/0!|Err:\d`)

// TestInLibreOffice opens the workbook in LibreOffice, which prints it.
func TestInLibreOffice(t *testing.T) {
	t.Parallel()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("the workbook is not opened: LibreOffice is not installed")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "book.xlsx")
	var stderr bytes.Buffer
	require.Equal(t, 1, run(t.Context(), []string{"-o", file, documents(t)}, &stderr), stderr.String())
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, file)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	printed, err := os.ReadFile(filepath.Join(dir, "book.pdf"))
	require.NoError(t, err, "%s", out)
	text, err := pdf.Text(ctx, bytes.NewReader(printed), int64(len(printed)), pdf.Options{})
	require.NoError(t, err)
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	assert.Greater(t, len(pages), 20)
	at := 0
	for n, page := range pages {
		assert.NotRegexp(t, wrong, page, "page %d", n+1)
		title := strings.TrimSpace(page)
		for at+1 < len(sheets) && !strings.HasPrefix(title, sheets[at]) {
			at++
		}
		assert.True(t, strings.HasPrefix(title, sheets[at]), "page %d begins with its sheet: %.60q", n+1, title)
		if sheets[at] != "About" {
			assert.Regexp(t, map[string]string{"Themes by year": "Theme", "Not read": "File"}[sheets[at]]+"|Authority", page, "page %d has the heads", n+1)
		}
	}
	assert.Equal(t, len(sheets)-1, at, "pages of each sheet")
	assert.Contains(t, text, "31 Oct 2022", "dates are shown as dates")
	assert.Contains(t, text, `'=HYPERLINK("https://example.org"`, "and hostile texts as texts")
}

func TestUsage(t *testing.T) {
	t.Parallel()
	for name, args := range map[string][]string{
		"no -o": {"a"}, "no day": {"-o", "x.xlsx", "-on", "yesterday"}, "no folder for it": {"-o", filepath.Join(t.TempDir(), "none", "x.xlsx")},
	} {
		var stderr bytes.Buffer
		assert.Equal(t, 2, run(t.Context(), args, &stderr), name)
		assert.NotEmpty(t, stderr.String(), name)
	}
}

// Without documents the workbook holds the record alone.
func TestRecordAlone(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "book.xlsx")
	var stderr bytes.Buffer
	assert.Zero(t, run(t.Context(), []string{"-o", file}, &stderr), stderr.String())
	f := open(t, file)
	assert.Equal(t, sheets, f.GetSheetList())
	assert.Len(t, rows(t, f, "Authorities"), 153)
	assert.Empty(t, rows(t, f, "Areas for improvement"))
	left, err := os.ReadDir(filepath.Dir(file))
	require.NoError(t, err)
	assert.Len(t, left, 1, "nothing unfinished is left")
}

// A file that is not there is named, and the others are read.
func TestFilesThatAreNotThere(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"letter.txt": letter(t, "Wexcombe", "2024-03-06", items("The frequency of supervision."), "Supervision is rare."), "empty/picture.png": ""})
	file := filepath.Join(t.TempDir(), "book.xlsx")
	var stderr bytes.Buffer
	assert.Equal(t, 1, run(t.Context(), []string{"-o", file, filepath.Join(dir, "missing.txt"), filepath.Join(dir, "empty"), filepath.Join(dir, "letter.txt")}, &stderr))
	all := rows(t, open(t, file), "Not read")
	all = with(all, "What", "not read")
	require.Len(t, all, 2)
	assert.Equal(t, "empty", all[0]["File"])
	assert.Equal(t, "missing.txt", all[1]["File"])
	assert.Equal(t, "no such file or directory", all[1]["Reason"])
	assert.NotContains(t, stderr.String(), dir, "no folder of the machine in what is passed on")
	assert.Len(t, rows(t, open(t, file), "Areas for improvement"), 1)
}

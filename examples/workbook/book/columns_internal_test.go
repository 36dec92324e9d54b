package book

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// lineOf is the cells of a row by the heads of their columns; days are counted as a
// spreadsheet counts them.
func lineOf(s *sheet, row []cell) map[string]string {
	line := map[string]string{}
	for i, c := range row {
		switch v := c.value.(type) {
		case string:
			line[s.columns[i].head] = v
		case int:
			line[s.columns[i].head] = strconv.Itoa(v)
		}
	}
	return line
}

func linesOfSheet(s *sheet) (all []map[string]string) {
	for _, row := range s.rows {
		all = append(all, lineOf(s, row))
	}
	return all
}

// by returns the lines by what stands in a column.
func by(lines []map[string]string, head string) map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, l := range lines {
		all[l[head]] = l
	}
	return all
}

var recordDay = civil.MustParse("2026-08-31")

// What a row says of the statistical neighbours is what their own rows say.
func TestNeighboursAreThoseOfTheSheet(t *testing.T) {
	t.Parallel()
	lines := linesOfSheet(gather(nil, recordDay).authoritiesSheet())
	require.Len(t, lines, 153)
	own := by(lines, "Authority")
	order := []string{"O", "G", "RI", "I"}
	between := 0
	for _, line := range lines {
		counts := map[string]int{}
		grades := map[string][]int{}
		neighbours := strings.Split(line["Statistical neighbours, the most similar first, with their overall grades"], "; ")
		for _, n := range neighbours {
			at := strings.LastIndex(n, " ")
			name, letter := n[:at], n[at+1:]
			require.Contains(t, own, name)
			counts[letter]++
			assert.Equal(t, strings.Trim(letter, "–"), own[name]["Overall effectiveness"], name)
			for _, head := range []string{"Overall effectiveness", "Leaders", "Help and protection"} {
				if place := slices.Index(order, own[name][head]); place >= 0 {
					grades[head] = append(grades[head], place)
				}
			}
		}
		for _, letter := range order {
			assert.Equal(t, strconv.Itoa(counts[letter]), line["Neighbours: "+letter], line["Authority"])
		}
		assert.Equal(t, strconv.Itoa(counts["–"]), line["Neighbours: none"], line["Authority"])
		for head, median := range map[string]string{"Overall effectiveness": "Median overall", "Leaders": "Median leaders", "Help and protection": "Median help & protection"} {
			places := grades[head]
			slices.Sort(places)
			n := len(places)
			require.Positive(t, n)
			want := order[places[n/2]]
			if low := order[places[(n-1)/2]]; low != want {
				want = low + "/" + want
				between++
			}
			assert.Equal(t, want, line[median], "%s: %s", line["Authority"], median)
		}
	}
	assert.Positive(t, between, "medians between two grades")
}

// Days are counted from what stands in the same row.
func TestDaysOfTheSheets(t *testing.T) {
	t.Parallel()
	c := gather(nil, recordDay)
	day := func(line map[string]string, head string) int {
		n, err := strconv.Atoi(line[head])
		require.NoError(t, err, head)
		return n
	}
	windows := 0
	for _, line := range linesOfSheet(c.authoritiesSheet()) {
		assert.Equal(t, serial(recordDay)-day(line, "Fieldwork from"), day(line, "Days since it began"), line["Authority"])
		assert.Equal(t, day(line, "Published")-day(line, "Fieldwork to"), day(line, "Days to publication"), line["Authority"])
		if line["Window"] == "" {
			continue
		}
		windows++
		assert.Less(t, day(line, "Window from"), day(line, "Window until"), line["Authority"])
		assert.Equal(t, map[bool]string{true: "passed"}[day(line, "Window until") < serial(recordDay)], strings.TrimPrefix(strings.TrimPrefix(line["Window"], "not yet "), "open"), line["Authority"])
	}
	assert.Greater(t, windows, 100)
	earlier := map[string][]int{}
	intervals := 0
	for _, line := range linesOfSheet(c.inspectionsSheet()) {
		from := day(line, "Fieldwork from")
		if line["Days since the one before"] != "" {
			assert.Contains(t, earlier[line["Authority"]], from-day(line, "Days since the one before"), line["Authority"])
			intervals++
		}
		earlier[line["Authority"]] = append(earlier[line["Authority"]], from)
	}
	assert.Greater(t, intervals, 200)
}

// A name leads to the row of that name, and the first sheet says how many rows each
// other one has.
func TestWhereLinksLead(t *testing.T) {
	t.Parallel()
	c := gather([]Document{asking("a.txt", "Dudley", "2024-05-01", improve("The frequency of supervision."), improve("The quality of plans."))}, recordDay)
	c.place()
	sheets := map[string]*sheet{}
	for _, s := range []*sheet{c.authoritiesSheet(), c.inspectionsSheet(), c.improvementSheet(), c.movementsSheet(), c.notReadSheet()} {
		sheets[s.name] = s
	}
	followed := 0
	for _, s := range sheets {
		for _, row := range s.rows {
			to, local := strings.CutPrefix(row[0].link, "#")
			if !local {
				continue
			}
			name, at, _ := strings.Cut(to, "!A")
			n, err := strconv.Atoi(at)
			require.NoError(t, err, to)
			assert.Equal(t, row[0].value, sheets[strings.Trim(name, "'")].rows[n-2][0].value, "below the heads: %s", to)
			followed++
		}
	}
	assert.Greater(t, followed, 1000)
	told := 0
	for _, row := range c.aboutSheet().rows {
		if s := sheets[fmt.Sprint(row[0].value)]; s != nil {
			assert.Regexp(t, `[^0-9]`+strconv.Itoa(len(s.rows))+` rows?\.$`, row[1].value, s.name)
			told++
		}
	}
	assert.Equal(t, len(sheets), told)
	dudley := c.authoritiesSheet().rows[c.authorityRow[c.groups[0].authority]-2]
	links := map[string]string{}
	for i, cell := range dudley {
		links[c.authoritiesSheet().columns[i].head] = cell.link
	}
	assert.Equal(t, "https://reports.ofsted.gov.uk/provider/44/80464", links["Ofsted URN"])
	assert.Equal(t, "#'Areas for improvement'!A2", links["Areas for improvement"])
}

// What a spreadsheet would read as one character is shown as it was written.
func TestTextsThatLookEscaped(t *testing.T) {
	t.Parallel()
	b, err := newWorkbook(recordDay)
	require.NoError(t, err)
	defer b.file.Close()
	require.NoError(t, b.writeCell("Sheet1", 1, 1, short("The_x000D_quality of plans.")))
	got, err := b.file.GetCellValue("Sheet1", "A1")
	require.NoError(t, err)
	assert.Equal(t, "The_x000D_quality of plans.", got)
}

// A median that lies between two grades has the colour of neither.
func TestColoursOfMedians(t *testing.T) {
	t.Parallel()
	s := gather(nil, recordDay).authoritiesSheet()
	kinds := map[string]kind{"O": kindOutstanding, "G": kindGood, "RI": kindRequires, "I": kindInadequate}
	seen := map[kind]int{}
	for _, row := range s.rows {
		for i, c := range row {
			if !strings.HasPrefix(s.columns[i].head, "Median") {
				continue
			}
			want, ok := kinds[c.value.(string)]
			if !ok {
				want = kindMiddle
			}
			assert.Equal(t, want, c.look.kind, c.value)
			seen[want]++
		}
	}
	assert.Positive(t, seen[kindMiddle])
	assert.Positive(t, seen[kindGood])
}

// A neighbour's move stands with its place among the neighbours, and the newest
// stand first.
func TestMovements(t *testing.T) {
	t.Parallel()
	c := gather(nil, recordDay)
	own := by(linesOfSheet(c.authoritiesSheet()), "Authority")
	order := []string{"O", "G", "RI", "I"}
	moved := map[string]int{}
	var before map[string]string
	for _, line := range linesOfSheet(c.movementsSheet()) {
		neighbours := strings.Split(own[line["Authority"]]["Statistical neighbours, the most similar first, with their overall grades"], "; ")
		place := slices.IndexFunc(neighbours, func(n string) bool { return strings.HasPrefix(n, line["Neighbour"]+" ") })
		assert.Equal(t, strconv.Itoa(place+1), line["Nearness (1 = most similar)"], "%s, %s", line["Authority"], line["Neighbour"])
		from, to := slices.Index(order, line["From"]), slices.Index(order, line["To"])
		if from >= 0 && to >= 0 { // adequate has no place of its own
			assert.Equal(t, to < from, line["Moved"] == "improved", line)
		}
		assert.Less(t, line["The one before"], line["Fieldwork from"], "days are numbers of five digits")
		if before != nil && before["Authority"] == line["Authority"] {
			assert.GreaterOrEqual(t, before["Published"], line["Published"], line["Authority"])
		}
		before = line
		moved[line["Moved"]]++
	}
	assert.Len(t, moved, 2)
	assert.Greater(t, moved["improved"], 100)
	assert.Greater(t, moved["declined"], 100)
}

// An item has the number that is printed, or else its place in its own list.
func TestNumbersOfItems(t *testing.T) {
	t.Parallel()
	numbered := improve("The frequency of supervision.")
	numbered.Paragraph = 17
	urgent := finding.Finding{Text: "The safety of children in unregistered homes.", Section: finding.SectionPriority}
	c := gather([]Document{asking("a.txt", "Wexcombe", "2022-05-01", numbered, improve("The quality of plans."), urgent)}, recordDay)
	var told []string
	for _, line := range linesOfSheet(c.improvementSheet()) {
		told = append(told, line["Asked for as"]+" "+line["No."])
	}
	assert.Equal(t, []string{"Area for improvement 17", "Area for improvement 2", "Priority action 1"}, told)
	dudley := asking("b.txt", "Dudley", "2022-05-01", numbered, urgent)
	assert.Equal(t, "2", by(linesOfSheet(gather([]Document{dudley}, recordDay).authoritiesSheet()), "Authority")["Dudley"]["Areas for improvement"])
}

// Where no later document returns to an item, the newest says so, and what it says
// is told to be no more than what comes nearest.
func TestWhatIsNearestToAnItem(t *testing.T) {
	t.Parallel()
	later := func(name, start string) Document {
		return asking(name, "Wexcombe", start, finding.Finding{Text: "Social workers supervise family time well.", Section: finding.SectionMain})
	}
	article := later("c.txt", "2025-05-01")
	article.Report.Source = ilacs.SourceArticle
	c := gather([]Document{asking("a.txt", "Wexcombe", "2022-05-01", improve("The frequency of supervision of social workers.")), later("b.txt", "2023-05-01"), article}, recordDay)
	line := linesOfSheet(c.improvementSheet())[0]
	assert.Equal(t, "Not revisited", line["Status"])
	assert.Equal(t, "Focused visit (article), 1 May 2025", line["Later document"])
	assert.Equal(t, "Nearest to it: Social workers supervise family time well.", line["Evidence"])
}

// The last column of the themes is the sum of the years.
func TestThemesOfAllYears(t *testing.T) {
	t.Parallel()
	var documents []Document
	for _, start := range []string{"2022-05-01", "2022-09-01", "2023-05-01", "2025-05-01"} {
		documents = append(documents, asking(start, "Wexcombe", start, improve("The frequency of supervision of social workers.")))
	}
	asked := 0
	for _, line := range linesOfSheet(gather(documents, recordDay).themesSheet()) {
		sum := 0
		for head, n := range line {
			if strings.HasPrefix(head, "20") {
				count, err := strconv.Atoi(n)
				require.NoError(t, err)
				sum += count
			}
		}
		assert.Equal(t, strconv.Itoa(sum), line["All years"], line)
		asked = max(asked, sum)
	}
	assert.Equal(t, 4, asked)
}

// Grades and frameworks keep apart in their short forms.
func TestShortForms(t *testing.T) {
	t.Parallel()
	for g, want := range map[judgement.Grade]string{
		judgement.Outstanding: "O", judgement.Good: "G", judgement.RequiresImprovement: "RI", judgement.Adequate: "A", judgement.Inadequate: "I", judgement.NotJudged: "NJ", 0: "",
	} {
		assert.Equal(t, want, letter(g), "%#v", g)
	}
	heads, areas := map[string]bool{}, map[judgement.Area]bool{}
	for _, c := range areaColumns {
		assert.False(t, heads[c.head], "two columns are called %s", c.head)
		heads[c.head], areas[c.area] = true, true
	}
	for f, want := range map[judgement.Framework]string{
		judgement.LookedAfter2013: "Looked after 2013", judgement.SIF: "SIF",
		judgement.ILACS2018: "ILACS 2018", judgement.ILACS2023: "ILACS 2023", judgement.ILACS2026: "ILACS 2026",
	} {
		assert.Equal(t, want, frameworkNames[f])
		for a := range f.Areas() {
			assert.True(t, areas[a], "%v: no column for %v", f, a)
		}
	}
}

// A code of digits is a number, unless that would change it.
func TestCodes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]any{"80464": 80464, "332": 332, "0332": "0332", "E08000027": "E08000027", "1234567890": "1234567890"} {
		assert.Equal(t, want, code(text).value, text)
	}
	assert.Nil(t, code("").value)
}

// Of a date whose day is not known, no day is shown.
func TestDates(t *testing.T) {
	t.Parallel()
	assert.Equal(t, 44867, date(civil.MustParse("2022-11-02")).value)
	assert.Equal(t, "Nov 2022", date(civil.MustParse("2022-11")).value)
	assert.Equal(t, "2022", date(civil.MustParse("2022")).value)
	assert.Nil(t, date(civil.Date{}).value)
}

package front_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/judgement"
)

func page(s string) *front.Page { return front.New(s, layout.Lines(s)) }

const wexcombe = `Wexcombe
Inspection of children’s services

Inspection dates: 4 to 15 March 2024
Lead inspector: Bryony Featherstone-Hulme, His Majesty’s
Inspector
`

func TestPage(t *testing.T) {
	t.Parallel()
	p := page(wexcombe)
	assert.Equal(t, "wexcombe inspection of children's services ", p.Folded[:p.TitleEnd])
	at := strings.Index(p.Folded, "children's")
	assert.Equal(t, 1, p.Line(at))
	assert.False(t, p.StartsLine(at))
	assert.True(t, p.StartsLine(p.LineStart(2)))
	assert.True(t, p.EndsLine(at+len("children's services")))
	assert.False(t, p.EndsLine(at))
	assert.Equal(t, "inspector", p.LineText(4))
	assert.Equal(t, len(p.Folded), p.LineStart(99))
	assert.False(t, p.Letter)
	assert.True(t, page("1 May 2024\nDear Director\n").Letter)
}

// A title without dates after it is on the first lines.
func TestTitleEnd(t *testing.T) {
	t.Parallel()
	p := page(strings.Repeat("Wexcombe\n", 20))
	assert.Equal(t, 12, p.Line(p.TitleEnd))
	assert.Equal(t, 8, strings.Count(p.Folded[p.TitleEnd:], "wexcombe"))
}

func TestValue(t *testing.T) {
	t.Parallel()
	p := page(wexcombe)
	at := p.Value(0, "inspection date")
	assert.True(t, strings.HasPrefix(p.Folded[at:], "4 to 15 march"), p.Folded[at:])
	assert.Equal(t, -1, p.Value(0, "published"))
	assert.Equal(t, -1, p.Value(0, "services"), "in the middle of a line")
	assert.Equal(t, -1, p.Value(at, "inspection date"), "before the offset")
}

func TestNames(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][]string{
		"Bryony Featherstone-Hulme, His Majesty's Inspector":     {"Bryony Featherstone-Hulme"},
		"Ann Ash HMI and Bo van der Birch, Senior HMI":           {"Ann Ash", "Bo van der Birch"},
		"Ann Ash, Chief Inspector":                               {"Ann Ash"},
		"Anna Marie d'Arcy, HMI, and Bo d’Ash":                   {"Anna Marie d'Arcy", "Bo d’Ash"},
		"Ann d' Ash":                                             nil,
		"Ann d'ash":                                              nil,
		"Ann Ash; Bo Birch":                                      {"Ann Ash", "Bo Birch"},
		"Ann Ash (team inspector)":                               {"Ann Ash"},
		"the inspectors of this service":                         nil,
		"Ann":                                                    nil,
		"Section 20: Ash":                                        nil,
		"Ann Ash, Ofsted Inspector":                              {"Ann Ash"},
		"Maria del Ash and Omar al Birch":                        {"Maria del Ash", "Omar al Birch"},
		"Ali bin Ash, HMI":                                       {"Ali bin Ash"},
		"Ann Bea Cleo Dot Ash, HMI":                              {"Ann Bea Cleo Dot Ash"},
		"Ann Bea Cleo Dot Eve Ash, HMI":                          nil,
		"Dafydd Pryce-Lowe, Her Majesty's Inspectors and others": {"Dafydd Pryce-Lowe"},
		"Bartholomew Alexander Featherstone-Hulme, HMI":          {"Bartholomew Alexander Featherstone-Hulme"},
		"Ann Ash, Bo Birch, Cy Cedar, Di Elder and Ed Fern":      {"Ann Ash", "Bo Birch", "Cy Cedar", "Di Elder", "Ed Fern"},
	} {
		assert.Equal(t, want, front.Names(s), s)
	}
	assert.Len(t, front.Names(strings.Repeat("Ann Ash, ", 50)+"Bo Birch"), 30, "no team is larger")
}

func TestInspectors(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"Ann Ash", "Bo Birch"}, page("Dear Director\n\nThe visit was carried out by two of His Majesty’s Inspectors: Ann Ash and Bo Birch.").Inspectors())
	for _, label := range []string{"The inspectors for the visit were", "The visit was led by", "The inspectors were", "The inspector was"} {
		assert.Equal(t, []string{"Ann Ash", "Bo Birch"}, page("Dear Director\n\n"+label+" Ann Ash and Bo Birch, HMI.").Inspectors(), label)
	}
	assert.Nil(t, page("Dear Director\n\nThank you.").Inspectors())
}

func TestReadTable(t *testing.T) {
	t.Parallel()
	const needHelp, lookedAfter, adoption, leavers, leadership = "1. Children who need help and protection   Good\n", "2. Children looked after and achieving permanence   Inadequate\n",
		"2.1 Adoption performance   Good\n", "2.2 Experiences and progress of care leavers   Good\n", "3. Leadership, management and governance   Inadequate\n"
	sif := map[judgement.Area]judgement.Grade{
		judgement.HelpAndProtection: judgement.Good, judgement.LookedAfter: judgement.Inadequate, judgement.Adoption: judgement.Good,
		judgement.CareLeavers: judgement.Good, judgement.Leaders: judgement.Inadequate,
	}
	const leaders, help = "The impact of leaders on social work\npractice with children and families", "The experiences and progress of children\nwho need help and protection"
	for name, test := range map[string]struct {
		table string
		want  map[judgement.Area]judgement.Grade
		note  string
	}{
		"beside": {
			"Judgement    Grade\n" + leaders + "   Good\n" + help + "   Requires\nimprovement\nOverall effectiveness   Good\n\nServices have improved.\n",
			map[judgement.Area]judgement.Grade{judgement.Leaders: judgement.Good, judgement.HelpAndProtection: judgement.RequiresImprovement, judgement.Overall: judgement.Good}, "",
		},
		"below": {
			leaders + "\n" + help + "\nOverall effectiveness\nGood\nInadequate\nNot judged\n\nServices have improved.\n",
			map[judgement.Area]judgement.Grade{judgement.Leaders: judgement.Good, judgement.HelpAndProtection: judgement.Inadequate, judgement.Overall: judgement.NotJudged}, "",
		},
		"with numbers":                   {needHelp + lookedAfter + adoption + leavers + leadership + "\nServices have improved.\n", sif, ""},
		"with numbers, and a year below": {needHelp + lookedAfter + adoption + leavers + leadership + "\n2016 good\n", sif, ""},
		"a footnote between the rows": {
			needHelp + lookedAfter + adoption + "\n" + strings.Repeat("Adoption has a judgement of its own.\n", 15) + "\n" + leavers + leadership + "\nServices have improved.\n", sif, "",
		},
		"other rows much farther on": {
			needHelp + lookedAfter + adoption + "\n" + strings.Repeat("Adoption has a judgement of its own.\n", 40) + "\n" + leavers + leadership + "\nServices have improved.\n",
			map[judgement.Area]judgement.Grade{judgement.HelpAndProtection: judgement.Good, judgement.LookedAfter: judgement.Inadequate, judgement.Adoption: judgement.Good}, "",
		},
		"a grade is missing": {
			leaders + "   Good\n" + help + "\nOverall effectiveness   Good\n\nServices have improved.\n",
			nil, "a name without a grade",
		},
		"a line of a name is missing": {
			leaders + "   Good\nwho need help and protection   Good\nOverall effectiveness   Good\n\nServices have improved.\n",
			nil, "a grade without a name",
		},
		"no grade":              {leaders + "   Good\n" + help + "  to be\n\nServices have improved.\n", nil, "no grade"},
		"the heading of a part": {"Services have improved.\n\n" + help + ": good\n\n1. Plans are kept to.\n", nil, ""},
		"the heading of a part at the end of the page": {strings.Repeat("Services have improved.\n", front.MaxLines-2) + help + ": good\n1. Plans are kept to.\n", nil, ""},
		"none": {"Services have improved.\n", nil, ""},
		"without line ends": {
			strings.Join(strings.Fields(leaders+" Good "+help+" Requires improvement "+
				"The experiences and progress of children in care Good The experiences and progress of care leavers Inadequate Overall effectiveness Good"), " ") + "\n\nServices have improved.\n",
			map[judgement.Area]judgement.Grade{
				judgement.Leaders: judgement.Good, judgement.HelpAndProtection: judgement.RequiresImprovement,
				judgement.InCare: judgement.Good, judgement.CareLeavers: judgement.Inadequate, judgement.Overall: judgement.Good,
			}, "",
		},
		"a line longer than any table": {strings.Repeat("Overall effectiveness good ", 100) + "\n", nil, ""},
		"a grade above the first name": {
			strings.Repeat(" ", 30) + "Requires\n" + leaders + "   improvement\n" + help + "   Good\n\nServices have improved.\n",
			map[judgement.Area]judgement.Grade{judgement.Leaders: judgement.RequiresImprovement, judgement.HelpAndProtection: judgement.Good}, "",
		},
		"a sentence that ends with a grade": {
			"    The services in Wexcombe are\n    good\n\n" + leaders + "   Good\n" + help + "   Inadequate\n\nServices have improved.\n",
			map[judgement.Area]judgement.Grade{judgement.Leaders: judgement.Good, judgement.HelpAndProtection: judgement.Inadequate}, "",
		},
		"on the second page": {
			strings.Repeat("Services have improved.\n", 70) + leaders + "   Good\n" + help + "   Good\n\nServices have improved.\n",
			map[judgement.Area]judgement.Grade{judgement.Leaders: judgement.Good, judgement.HelpAndProtection: judgement.Good}, "",
		},
		"on the third page": {strings.Repeat("Services have improved.\n", 90) + leaders + "   Good\n" + help + "   Good\n\nServices have improved.\n", nil, ""},
	} {
		got := front.ReadTable(page(test.table), 0)
		assert.Len(t, got.Rows, len(test.want), name)
		for _, row := range got.Rows {
			assert.Equal(t, test.want[row.Area], row.Grade, "%s: %s", name, row.Area)
		}
		assert.Contains(t, got.Note, test.note, name)
		assert.Equal(t, test.note == "", got.Note == "", name)
		if len(test.want) == 0 && test.note == "" {
			assert.Equal(t, -1, got.From, name)
		}
	}
}

// The page may end in the number of a page, which is a line without text.
func TestHeadingEndBeforePageNumber(t *testing.T) {
	t.Parallel()
	const s = "Joint targeted area inspection of the multi-agency response to abuse and\nneglect\n7"
	lines := layout.Lines(s)
	lines[len(lines)-1].Furniture = true
	p := front.New(s, lines)
	assert.Equal(t, "neglect", p.Folded[p.LineStart(1):p.HeadingEnd(0)])
}

func TestHeadingEnd(t *testing.T) {
	t.Parallel()
	const first = "Joint targeted area inspection of the multi-agency response to abuse and\n"
	for name, test := range map[string]struct{ text, want string }{
		"a paragraph":       {first + "neglect in Wexcombe\n\nPartners talk.\n", "neglect in wexcombe"},
		"before its text":   {first + "neglect in the whole of the borough and city of Wexcombe and its towns\nBetween 16 and 20 May 2017 Ofsted\n", "and its towns"},
		"a short line":      {first + "neglect in Wexcombe\nPartners talk to each other, and what they say is heard by everybody who\n", "neglect in wexcombe"},
		"a line that wraps": {first + "neglect in the borough and in the towns of Old\nWexcombe\n\nPartners talk to each other.\n", "of old wexcombe"},
		"four lines":        {first + first + first + "neglect in Wexcombe\n\nPartners talk.\n", "neglect in wexcombe"},
		"no end in 5 lines": {strings.Repeat(first, 8), ""},
	} {
		p := page(test.text)
		end := p.HeadingEnd(0)
		if test.want == "" {
			assert.Equal(t, -1, end, name)
			continue
		}
		require.Positive(t, end, name)
		assert.True(t, strings.HasSuffix(p.Folded[:end], test.want), "%s: %q", name, p.Folded[:end])
	}
}

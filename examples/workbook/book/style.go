package book

import (
	"github.com/xuri/excelize/v2"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// A look is how a cell looks. Its zero value is that of a short text.
type look struct {
	kind kind
	link bool
}

// kind is what a cell holds, as far as that decides how it looks: a kind of
// value, or the class of a grade or status.
type kind string

const (
	kindText    kind = ""
	kindWrapped kind = "wrapped"
	kindDate    kind = "date"
	kindNumber  kind = "number"
	kindCode    kind = "code" // a number that is a name
	kindMiddle  kind = "middle"
	kindHead    kind = "head"
	kindUpwards kind = "upwards" // a head that is written upwards
	kindSpace   kind = "space"
	kindTitle   kind = "title"
	kindSection kind = "section"
	kindLabel   kind = "label"

	kindOutstanding kind = "outstanding"
	kindGood        kind = "good"
	kindRequires    kind = "requires-improvement" // adequate too
	kindInadequate  kind = "inadequate"
	kindUngraded    kind = "ungraded"
)

var gradeLooks = map[judgement.Grade]kind{
	judgement.Outstanding: kindOutstanding, judgement.Good: kindGood, judgement.RequiresImprovement: kindRequires,
	judgement.Adequate: kindRequires, judgement.Inadequate: kindInadequate, judgement.NotJudged: kindMiddle,
}

// statusLooks take the colours of the grades: what was addressed is as dark as
// what is good, and what persists bears the red of inadequate.
var statusLooks = map[ilacs.Status]kind{
	ilacs.StatusAddressed: kindGood, ilacs.StatusPartly: kindRequires, ilacs.StatusPersists: kindInadequate, ilacs.StatusNotRevisited: kindText,
}

// The colours. Those of grades are the sector's, dark green to red, and their
// lightness follows the scale, so that they keep their meaning in grey.
const (
	ink, soft, line, head, blue = "1C2330", "566073", "D5DAE3", "1D3A5F", "1D4F91"

	fontName = "Arial"
	fontSize = 10.0
)

var gradeColours = map[kind]struct{ fill, font string }{
	kindOutstanding: {"12473A", "FFFFFF"}, kindGood: {"7FBF9A", "0D2117"},
	kindRequires: {"FBE1A0", "33270A"}, kindInadequate: {"FFF6F4", "8F1A10"},
}

const inadequateEdge = "A5281B"

const (
	thin   = 1
	medium = 2
)

func edges(colour string, style int, sides ...string) []excelize.Border {
	var all []excelize.Border
	for _, side := range sides {
		all = append(all, excelize.Border{Type: side, Color: colour, Style: style})
	}
	return all
}

func filled(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// style returns a look as Excel has it.
func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: fontSize, Color: ink},
		Alignment: &excelize.Alignment{Vertical: "top"},
		Border:    edges(line, thin, "left", "right", "bottom"),
	}
	switch l.kind {
	case kindWrapped:
		s.Alignment.WrapText = true
	case kindDate:
		format := "d mmm yyyy"
		s.CustomNumFmt = &format
		s.Alignment.Horizontal = "center"
	case kindNumber, kindCode:
		s.NumFmt = 1 // whole, without separators
		s.Alignment.Horizontal = "center"
	case kindMiddle, kindUngraded:
		s.Alignment.Horizontal = "center"
	case kindHead, kindUpwards:
		s.Font.Bold, s.Font.Color = true, "FFFFFF"
		s.Fill = filled(head)
		s.Alignment = &excelize.Alignment{Vertical: "bottom", WrapText: true}
		s.Border = edges("8FA0BD", thin, "left", "right")
		if l.kind == kindUpwards {
			s.Alignment = &excelize.Alignment{Horizontal: "center", Vertical: "bottom", TextRotation: 90}
		}
	case kindSpace:
		s.Border = nil
	case kindTitle:
		s.Font.Bold, s.Font.Size, s.Font.Color = true, 16, head
		s.Border = nil
	case kindSection:
		s.Font.Bold, s.Font.Size, s.Font.Color = true, 12, head
		s.Border = edges(head, thin, "bottom")
	case kindLabel:
		s.Font.Bold = true
		s.Alignment.WrapText = true
	}
	if colours, ok := gradeColours[l.kind]; ok {
		s.Fill = filled(colours.fill)
		s.Alignment.WrapText = true
		s.Font.Bold, s.Font.Color = true, colours.font
		s.Alignment.Horizontal, s.Alignment.Vertical = "center", "center"
		s.Border = edges("FFFFFF", thin, "left", "right", "top", "bottom")
		if l.kind == kindInadequate {
			s.Border = edges(inadequateEdge, medium, "left", "right", "top", "bottom")
		}
	}
	if l.link {
		s.Font.Color, s.Font.Underline = blue, "single"
	}
	return s
}

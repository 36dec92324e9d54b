package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/judgement"
)

// visitNouns are the words by which a text names a visit, the more telling
// first.
var visitNouns = []struct {
	text string
	typ  VisitType
}{
	{"focused assurance visit", Assurance}, {"assurance visit", Assurance}, {"focused visit", Focused}, {"focussed visit", Focused},
	{"monitoring visit", Monitoring}, {"joint targeted area inspection", JTAI}, {"jtai", JTAI},
	{"single inspection", SIF}, {"sif inspection", SIF}, {"re-inspection", Inspection}, {"reinspection", Inspection},
	{"inspection", Inspection},
}

// earlier finds the earlier visits that the findings refer to.
func (d *document) earlier() {
	var b []Earlier
	paragraph := -1
	for i, f := range d.report.Findings {
		got := d.mentions(f)
		// "The previous inspection … was in November 2011. The local authority
		// was judged to be adequate."
		if len(got) == 0 && len(b) > 0 && paragraph == i-1 && b[len(b)-1].Grade == 0 && f.Section == finding.SectionBackground {
			if g, _ := judged(lower(straight(f.Text))); g != 0 {
				b[len(b)-1].Grade = g
			}
		}
		if len(got) > 0 {
			b = append(b, got...)
			paragraph = i
		}
	}
	d.report.Earlier = b
}

// mentions finds the earlier visits that one finding refers to.
func (d *document) mentions(f finding.Finding) []Earlier {
	if !strings.Contains(f.Text, "nspect") && !strings.Contains(f.Text, "visit") && !strings.Contains(f.Text, "judged") && !strings.Contains(f.Text, "JTAI") && !strings.Contains(f.Text, "rated") {
		return nil
	}
	text := straight(f.Text)
	l := lower(text)
	when := dates.Mentions(text)
	grade, gradeAt := judged(l)
	var out []Earlier
	used := make([]bool, len(when))
	add := func(e Earlier) {
		e.Text, e.Span = f.Text, f.Span
		out = append(out, e)
	}
	for at := 0; at < len(l); {
		n, from, to := nextNoun(l, at)
		if n < 0 {
			break
		}
		at = to
		typ := visitNouns[n].typ
		bound := boundDates(l, when, used, from, to)
		if len(bound) == 0 {
			if backward(l[:from]) && !current(l[:from]) {
				add(Earlier{Type: typ, Grade: gradeNear(l, grade, gradeAt, from, to)})
			}
			continue
		}
		for _, k := range bound {
			used[k] = true
			if d.isThisVisit(when[k].Date) {
				continue
			}
			add(Earlier{Type: typ, Date: when[k].Date, Grade: gradeNear(l, grade, gradeAt, from, to)})
		}
	}
	if len(out) == 0 && grade != 0 {
		// "was judged inadequate in April 2016"
		for k, m := range when {
			if !used[k] && m.From > gradeAt && m.From-gradeAt < 60 && joins(l[gradeEnd(l, gradeAt):m.From]) && !d.isThisVisit(m.Date) {
				add(Earlier{Type: Inspection, Date: m.Date, Grade: grade})
				break
			}
		}
	}
	for i := range out {
		if out[i].Grade != 0 {
			out[i].Area = areaNamed(l)
		}
	}
	return out
}

// isThisVisit tells whether a date may be that of the visit itself.
func (d *document) isThisVisit(on civil.Date) bool {
	v := d.report.Visit
	if v.Start.IsZero() {
		return false
	}
	first := on.First()
	return first.Compare(v.Start) >= 0 || on.Precision() != civil.ToYear && on.Contains(v.Start)
}

// nextNoun finds the first name of a visit in l from offset at on.
func nextNoun(l string, at int) (n, from, to int) {
	n = -1
	for i, v := range visitNouns {
		k := strings.Index(l[at:], v.text)
		if k < 0 {
			continue
		}
		k += at
		if k > 0 && isLetter(l[k-1]) {
			continue
		}
		if n < 0 || k < from || k == from && to < k+len(v.text) || k < to && k+len(v.text) > to {
			if n >= 0 && k > from && k < to { // "assurance visit" inside "focused assurance visit"
				continue
			}
			n, from, to = i, k, k+len(v.text)
		}
	}
	if n >= 0 && to < len(l) && l[to] == 's' {
		to++
	}
	return n, from, to
}

// boundDates are the dates that belong to the visit named at l[from:to]: those
// right before it ("the November 2022 inspection") and those behind it with
// nothing between but joining words ("inspections of the authority in October
// 2022 and January 2024").
func boundDates(l string, when []dates.Mention, used []bool, from, to int) []int {
	var out []int
	end := to
	for k, m := range when {
		switch {
		case used[k]:
		case m.To <= from && onlyKinds(l[m.To:from]):
			out = append(out, k)
		case m.From >= end && m.From-end < 90 && joins(l[end:m.From]):
			out = append(out, k)
			end = m.To
		}
	}
	return out
}

// onlyKinds tells whether what stands between a date and a visit's name are
// words for its kind: "2018 full ILACS inspection".
func onlyKinds(s string) bool {
	for _, w := range strings.Fields(s) {
		switch strings.Trim(w, ",'s") {
		case "", "full", "ilacs", "sif", "ofsted", "tandard", "hort", "graded", "judgement", "previou", "la", "ingle", "local", "authority":
		default:
			return false
		}
	}
	return true
}

// joins tells whether what stands between a visit and a date joins them: no
// verb of another clause, no other visit.
func joins(s string) bool {
	if strings.ContainsAny(s, ".;:") || strings.Contains(s, "since") || strings.Contains(s, "inspection") || strings.Contains(s, "visit") {
		return false
	}
	f := strings.Fields(s)
	if len(f) > 14 {
		return false
	}
	for _, w := range f {
		switch strings.Trim(w, ",()'\"") {
		case "this", "these", "children", "now", "has", "have", "had", "improved", "improvements", "although", "but", "however", "until", "before":
			return false
		}
	}
	return len(f) == 0 || len(f) > 0
}

// backward tells whether the words before a visit's name say that it is past.
func backward(before string) bool {
	f := strings.Fields(before)
	for k := len(f) - 1; k >= 0 && k >= len(f)-4; k-- {
		switch strings.Trim(f[k], ",'") {
		case "last", "previous", "earlier", "recent", "preceding", "predecessor":
			return true
		}
	}
	return false
}

// current tells whether the words before a visit's name say that it is this
// one.
func current(before string) bool {
	f := strings.Fields(before)
	return len(f) > 0 && (f[len(f)-1] == "this" || f[len(f)-1] == "during")
}

// judged reads the grade that a sentence says was given, and where: "were
// judged to be inadequate", "was rated requires improvement", "the overall
// effectiveness judgement was 'good'".
func judged(l string) (judgement.Grade, int) {
	for _, verb := range []string{"judged", "rated", "graded", "judgement was", "judgment was", "judgement of", "judgment of", "found to be", "was inadequate", "were inadequate", "an overall judgement"} {
		i := strings.Index(l, verb)
		if i < 0 {
			continue
		}
		from := i + len(verb)
		if strings.HasSuffix(verb, "inadequate") {
			from = i
		}
		w := words(nil, l[from:min(len(l), from+110)], from, 0)
		for k := range w {
			if g, n := gradeAt(w, k); n > 0 {
				return g, w[k].at
			}
			if k > 10 {
				break
			}
		}
	}
	return 0, 0
}

func gradeEnd(l string, at int) int {
	w := words(nil, l[at:min(len(l), at+60)], at, 0)
	if len(w) == 0 {
		return at
	}
	_, n := gradeAt(w, 0)
	if n == 0 {
		return at
	}
	return w[n-1].at + len(w[n-1].text)
}

// gradeNear is the grade of a sentence if it can belong to the visit named at
// l[from:to]: no other visit stands between them.
func gradeNear(l string, g judgement.Grade, at, from, to int) judgement.Grade {
	if g == 0 {
		return 0
	}
	between := ""
	if at >= to {
		between = l[to:at]
	} else if at < from {
		between = l[at:from]
	}
	if strings.Contains(between, "inspection") || strings.Contains(between, " visit") {
		return 0
	}
	return g
}

// areaNamed is the judgement area that a sentence names in full; overall where
// it speaks of the services as a whole, none where it speaks of something else.
func areaNamed(l string) judgement.Area {
	switch {
	case strings.Contains(l, "care leavers") && !strings.Contains(l, "children in care"):
		return judgement.CareLeavers
	case strings.Contains(l, "safeguarding children board"), strings.Contains(l, "lscb"):
		return judgement.LSCB
	case strings.Contains(l, "adoption"):
		return judgement.Adoption
	case strings.Contains(l, "overall"):
		return judgement.Overall
	}
	return 0
}

package ilacs

import (
	"slices"
	"sort"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
)

// afterwards reads what stands outside the head and the narrative: the team of
// a SIF inspection, the signature of a letter, the lines of focus, the ordinal
// of a monitoring visit.
func (d *document) afterwards(form string) {
	r := d.report
	switch {
	case form == "sif" && len(r.Visit.Inspectors) == 0:
		d.team()
	case r.Source == SourceLetter && r.Visit.Type != VisitTypeJTAI:
		d.signature()
		d.focus()
	}
	if r.Visit.Type == VisitTypeMonitoring {
		d.counted()
	}
	if form != "letter" {
		d.checkFooter()
	}
	sort.SliceStable(r.Notes, func(i, j int) bool { return r.Notes[i].Start < r.Notes[j].Start })
}

// team reads the inspection team that SIF reports list at their end.
func (d *document) team() {
	v := &d.report.Visit
	for i := range d.lines {
		s := d.lines[i].Text(d.plain.S)
		if c := s[0]; c != 'L' && c != 'D' && c != 'T' {
			continue
		}
		l := text.Lower(text.Plain(s))
		for _, label := range []string{"lead inspector", "deputy lead inspector", "team inspectors", "team inspector"} {
			rest, ok := strings.CutPrefix(l, label)
			if !ok || rest != "" && text.IsLetter(rest[0]) && !strings.HasPrefix(rest, "s") && !strings.HasPrefix(rest, "on site") {
				continue
			}
			got := names(d.behindLabel(i, len(label)))
			if label == "lead inspector" && len(got) > 0 && v.Lead == "" {
				v.Lead = got[0]
			}
			for _, n := range got {
				if !slices.Contains(v.Inspectors, n) {
					v.Inspectors = append(v.Inspectors, n)
				}
			}
			break
		}
	}
}

// behindLabel is the text behind a label of n bytes on line i, with the lines
// that it wraps over.
func (d *document) behindLabel(i, n int) string {
	s := text.Plain(d.lines[i].Text(d.plain.S))
	rest := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(s[n:], "s"), " on site"), " :")
	for k := i + 1; k < len(d.lines) && k < i+8; k++ {
		l := d.lines[k]
		if l.Furniture {
			continue
		}
		if l.Blanks > 0 && rest != "" || strings.Contains(l.Text(d.plain.S), ":") {
			break
		}
		if rest != "" && !strings.HasSuffix(rest, ",") && l.Blanks == 0 && l.NewPage {
			break
		}
		rest = strings.TrimSpace(rest + " " + text.Plain(l.Text(d.plain.S)))
	}
	return strings.ReplaceAll(rest, "- ", "-") // a name that wraps at its hyphen
}

// signature takes the inspector who signs a letter as its lead.
func (d *document) signature() {
	v := &d.report.Visit
	for i := range d.lines {
		s := d.lines[i].Text(d.plain.S)
		if c := s[0]; c != 'Y' || !strings.HasPrefix(s, "Yours sincerely") && !strings.HasPrefix(s, "Yours faithfully") {
			continue
		}
		for k := i + 1; k < len(d.lines) && k <= i+3; k++ {
			if n, _ := name(text.Plain(d.lines[k].Text(d.plain.S))); n != "" {
				v.Lead = n
				if len(v.Inspectors) == 0 {
					v.Inspectors = []string{n}
				}
				return
			}
		}
	}
	if v.Lead == "" && len(v.Inspectors) > 0 {
		v.Lead = v.Inspectors[0]
	}
}

// focus takes the lines of focus from the bullets before the findings, or from
// the sentence that says what inspectors looked at.
func (d *document) focus() {
	v := &d.report.Visit
	sentence := ""
	for _, f := range d.report.Findings {
		if f.Section != finding.SectionFocus {
			continue
		}
		l := text.Lower(text.Plain(f.Text))
		for _, label := range []string{"inspectors looked at ", "inspectors evaluated ", "the focus of the visit was ", "the focus of the monitoring visit was ", "the focus of this visit was ", "this visit focused on ", "the visit focused on ", "inspectors reviewed "} {
			if i := strings.Index(l, label); i >= 0 && sentence == "" {
				sentence = text.Plain(f.Text)[i+len(label):]
			}
		}
	}
	for _, k := range d.focusItems {
		v.Focus = append(v.Focus, strings.TrimRight(k, ".;, "))
	}
	if len(v.Focus) == 0 && sentence != "" {
		v.Focus = []string{strings.TrimRight(strings.TrimPrefix(sentence, "on "), ".: ")}
	}
}

// checkFooter notes a running footer whose dates are not those of the head.
func (d *document) checkFooter() {
	v := d.report.Visit
	for _, l := range d.lines {
		if !l.Furniture || l.End-l.Start < 12 || l.End-l.Start > 110 {
			continue
		}
		s := text.Plain(l.Text(d.plain.S))
		if !text.IsDigit(s[0]) {
			continue
		}
		p, _ := dates.Periods(s, 0)
		if len(p) == 0 {
			continue
		}
		if p[0].Start != v.Start || p[len(p)-1].End != v.End {
			d.noteAt(int(l.Start), "the footer gives other dates than the head: "+s)
		}
		return
	}
}

package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/ilacs/render"
	"github.com/ilacs-go/inspection/judgement"
)

const (
	// most is how many rows of documents and inspections are shown.
	most = 40
	// soon is within how many days a window must open to be shown, and recently
	// how many days ago a deadline may have passed: nothing says whether what was
	// to be done was done, so that older ones are noise.
	soon     = 183
	recently = 30
)

func writeTable(w io.Writer, n news) error {
	p := printer{bufio.NewWriter(w)}
	p.head(n)
	p.documents(n.Documents)
	p.inspections(n.Inspections)
	p.neighbours(n.Neighbours)
	p.conflicts(n.Conflicts)
	p.next(n.Next)
	return p.Flush()
}

func (p printer) head(n news) {
	since := "first run"
	if !n.Since.IsZero() {
		since = "since the run of " + n.Since.String()
	}
	p.line("Monitor on %v, %s", n.On, since)
	p.wrapped("", fmt.Sprintf("The record stands as of %v and has %s.", n.Record.AsOf, count(n.Record.Inspections, "inspection"))+
		map[bool]string{true: " What came later is known from the documents alone."}[n.Record.AsOf.Compare(n.On) < 0])
	d := n.Documents
	p.line("Documents: %d new, %d changed, %d known, %d no longer there, %d not read",
		len(d.New), len(d.Changed), d.Known, len(d.Absent), len(d.Unread))
	if d.PDFs > 0 {
		p.wrapped("", fmt.Sprintf("%s in the folders: this program reads text, and go run -C ilacs/pdf ./cmd/pdftext makes it of them.", count(d.PDFs, "PDF")))
	}
	if len(d.New)+len(d.Changed)+len(d.Absent)+len(n.Inspections) == 0 {
		p.line("Nothing is new.")
	}
}

func (p printer) documents(d documents) {
	columns := []string{"authority", "type", "start", "published", "file"}
	cells := func(d document) []string {
		v := d.Visit
		return []string{d.name(), textOf(v.Type), v.Start.String(), cmp.Or(v.Published.String(), "not known"), strings.Join(d.Files, ", ")}
	}
	list := func(title string, of []document) {
		if len(of) == 0 {
			return
		}
		p.title("%s", title)
		var rows [][]string
		for _, d := range of {
			rows = append(rows, cells(d))
		}
		p.rows(most, columns, rows)
	}
	var fresh []document
	for _, n := range d.New {
		if n.From != "" {
			n.Files = []string{"from " + n.From + ": " + strings.Join(n.Files, ", ")}
		}
		fresh = append(fresh, n.document)
	}
	list("New documents", fresh)
	p.changed(d.Changed)
	list("No longer in the folders, and still known", d.Absent)
	list("Public after the day, and left for later", d.Later)
	if len(d.Unread) > 0 {
		p.title("Not read")
		for _, u := range d.Unread {
			p.wrapped("", render.PlainText(u.File)+": "+render.PlainText(u.Error))
		}
	}
}

func (p printer) changed(changed []changedDocument) {
	if len(changed) == 0 {
		return
	}
	p.title("Changed documents")
	for _, c := range changed[:min(most, len(changed))] {
		v, how := c.Document.Visit, "beside the one that was known"
		if c.Replaced {
			how = "in place of the one that was known"
		}
		p.wrapped("", render.PlainText(fmt.Sprintf("%s, %s of %v, %s: %s", c.Document.name(), kind(v.Type), v.Start, how, strings.Join(c.Document.Files, ", "))))
		if len(c.Differences) == 0 {
			p.line("   the text differs, the facts are the same")
		}
		p.differences(c.Differences)
	}
	if more := len(changed) - most; more > 0 {
		p.line("… and %d more, which -format json lists", more)
	}
}

func (p printer) differences(diffs []difference) {
	for _, d := range diffs {
		p.wrapped("   ", render.PlainText(fmt.Sprintf("%s: %s, was %s", d.Field, cmp.Or(d.Is, "none"), cmp.Or(d.Was, "none"))))
	}
}

func (p printer) inspections(moves []move) {
	for _, part := range []struct{ kind, title string }{{"new", "New inspections, and what stood before"}, {"corrected", "Inspections that are known differently now"}} {
		shown := 0
		for _, m := range moves {
			if m.Kind != part.kind {
				continue
			}
			if shown++; shown == 1 {
				p.title("%s", part.title)
			}
			if shown <= most {
				p.move(m)
			}
		}
		if shown > most {
			p.line("… and %d more, which -format json lists", shown-most)
		}
	}
}

func (p printer) move(m move) {
	i := m.Inspection
	text := fmt.Sprintf("%v, %s of %v", i.Authority, kind(i.Type), i.Start)
	if !i.Published.IsZero() {
		text += fmt.Sprintf(", published %v", i.Published)
		if days, ok := i.WorkingDaysToPublication(); ok {
			text += fmt.Sprintf(" (%s after it ended)", count(days, "working day"))
		}
	}
	if m.Kind == "new" {
		text += "; " + before(m.Before, i)
	}
	if !m.Standing {
		text += "; not its standing now"
	}
	p.wrapped("", render.PlainText(text))
	if m.Kind == "corrected" {
		p.differences(m.Differences)
		return
	}
	var rows [][]string
	for _, c := range m.Changes {
		rows = append(rows, []string{textOf(c.Area), cmp.Or(textOf(c.After), "–"), was(c), trend(c.Trend)})
	}
	if m.Before == nil {
		for a, g := range i.Judgements.All() {
			rows = append(rows, []string{textOf(a), textOf(g)})
		}
	}
	p.aligned("   ", rows)
}

// before says what stood before an inspection.
func before(b *record.Inspection, i record.Inspection) string {
	if b == nil {
		return "nothing stood before"
	}
	text := fmt.Sprintf("before it, the %s of %v", kind(b.Type), b.Start)
	if days, ok := b.Start.DaysUntil(i.Start); ok {
		text += fmt.Sprintf(", %s earlier", count(days, "day"))
	}
	return text
}

func was(c judgement.Change) string {
	if c.Before == 0 {
		return "none before"
	}
	return "was " + textOf(c.Before)
}

// trend marks what went up or down, and says why else nothing can be said.
func trend(t judgement.Trend) string {
	switch t {
	case judgement.TrendImproved:
		return "up"
	case judgement.TrendDeclined:
		return "down"
	case judgement.TrendUnchanged:
		return "same"
	}
	return strings.ToLower(t.String())
}

func (p printer) neighbours(of []neighbour) {
	if len(of) == 0 {
		return
	}
	p.title("Whose statistical neighbours moved")
	p.line("The place among the ten, 1 for the most similar, and how many grades went up and down.")
	var order []string
	by := map[string][]string{}
	for _, n := range of {
		if by[n.Authority] == nil {
			order = append(order, n.Authority)
		}
		by[n.Authority] = append(by[n.Authority], fmt.Sprintf("%s (%d: %s)", n.Neighbour, n.Place, upAndDown(n.Up, n.Down)))
	}
	for _, a := range order {
		p.wrapped("", a+": "+strings.Join(by[a], ", "))
	}
}

func (p printer) conflicts(of []conflict) {
	if len(of) == 0 {
		return
	}
	p.title("What new documents contradict, and is kept as it was")
	for _, c := range of {
		p.wrapped("", render.PlainText(fmt.Sprintf("%s, %v: %s is %s in %s, and %s is kept", c.Authority, c.Start, c.Field, c.Offered, c.File, c.Kept)))
	}
}

// next prints what is due, with the rules numbered and told below.
func (p printer) next(all []due) {
	var rules []string
	part := func(title, expects, days string, show func(due) bool) {
		var rows [][]string
		for _, d := range all {
			if !show(d) {
				continue
			}
			rule := rule(d.Expectation)
			if !slices.Contains(rules, rule) {
				rules = append(rules, rule)
			}
			rows = append(rows, []string{d.Authority, expected(d.Expectation), window(d.Expectation),
				strconv.Itoa(d.Days), waited(d), strconv.Itoa(slices.Index(rules, rule) + 1)})
		}
		if len(rows) > 0 {
			p.title("%s (%d)", title, len(rows))
			p.rows(len(rows), []string{"authority", expects, "when", days, "waited", "rule"}, rows)
		}
	}
	part("Past its window", "inspection", "past by", func(d due) bool { return d.When == "past" && !d.Expectation.From.IsZero() })
	part("Window open", "inspection", "ends in", func(d due) bool { return d.When == "open" })
	part("Window opens within six months", "inspection", "opens in", func(d due) bool { return d.When == "to-come" && d.Days <= soon })
	part("Deadlines", "step", "due in", func(d due) bool { return d.When == "deadline" })
	part("Deadlines of the last thirty days", "step", "past by", func(d due) bool {
		return d.When == "past" && d.Expectation.From.IsZero() && d.Days <= recently
	})
	p.unknown(all)
	if len(rules) > 0 {
		p.title("Rules")
		p.wrapped("", "Days are calendar days. “Waited” is since the first day of the last inspection as a whole that is known "+
			"here, with the rank of that time among all authorities: 1 is the longest, and = says that it is shared. "+
			"What is past an aim breaks no rule.")
		for i, r := range rules {
			p.wrapped("", fmt.Sprintf("%d %s", i+1, r))
		}
	}
}

// unknown prints for whom no window of the next inspection is known, by what it
// will be.
func (p printer) unknown(all []due) {
	dated, next := map[string]bool{}, map[string]string{}
	for _, d := range all {
		if d.Expectation.Step == ilacs.StepNextInspection {
			dated[d.Authority] = dated[d.Authority] || d.When != "not-known"
			next[d.Authority] = fmt.Sprintf("%v (%v)", d.Expectation.Visit, strings.ToLower(d.Expectation.Firmness.String()))
		} else if next[d.Authority] == "" {
			next[d.Authority] = "It is not known which"
		}
	}
	by := map[string][]string{}
	for name, which := range next {
		if !dated[name] {
			by[which] = append(by[which], name)
		}
	}
	if len(by) == 0 {
		return
	}
	p.title("No window of the next inspection is known")
	for _, which := range slices.Sorted(maps.Keys(by)) {
		slices.Sort(by[which])
		p.wrapped("", fmt.Sprintf("%s, %d: %s", which, len(by[which]), strings.Join(by[which], "; ")))
	}
}

// expected names what is expected, in a word for inspections.
func expected(e ilacs.Expectation) string {
	if e.Step == ilacs.StepNextInspection {
		return textOf(e.Visit)
	}
	return e.Step.String()
}

func window(e ilacs.Expectation) string {
	if e.From.IsZero() {
		return "by " + e.Until.String()
	}
	return e.From.String() + " to " + e.Until.String()
}

// waited is the time since the last inspection and its rank: "1512 (2=)".
func waited(d due) string {
	if d.Rank == 0 {
		return ""
	}
	return fmt.Sprintf("%d (%d%s)", d.Waited, d.Rank, map[bool]string{true: "="}[d.Ties > 0])
}

func rule(e ilacs.Expectation) string {
	return fmt.Sprintf("%v; %s: %s (%s)", e.Firmness, e.Edition, strings.TrimSuffix(e.Note, "."), e.Source)
}

// kind names a type of visit within a sentence.
func kind(t ilacs.VisitType) string {
	return cmp.Or(strings.ToLower(t.String()), "visit")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// upAndDown says how many grades went up and down: "2 up, 1 down".
func upAndDown(up, down int) string {
	var parts []string
	if up > 0 {
		parts = append(parts, fmt.Sprintf("%d up", up))
	}
	if down > 0 {
		parts = append(parts, fmt.Sprintf("%d down", down))
	}
	return strings.Join(parts, ", ")
}

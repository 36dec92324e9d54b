package main

import (
	"cmp"
	"encoding"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// news is what a run tells. The package comment describes its JSON form.
type news struct {
	Version     int         `json:"version"`
	On          civil.Date  `json:"on"`
	Since       civil.Date  `json:"since,omitzero"`
	Record      recordNews  `json:"record"`
	Documents   documents   `json:"documents"`
	Inspections []move      `json:"inspections"`
	Neighbours  []neighbour `json:"neighbours"`
	Next        []due       `json:"next"`
	Conflicts   []conflict  `json:"conflicts"`
}

type recordNews struct {
	AsOf        civil.Date `json:"as_of"`
	Inspections int        `json:"inspections"`
}

type documents struct {
	Known   int               `json:"known"`
	New     []newDocument     `json:"new"`
	Changed []changedDocument `json:"changed"`
	Absent  []document        `json:"absent"`
	Later   []document        `json:"later"`
	Unread  []unread          `json:"unread"`
	PDFs    int               `json:"pdfs"`
}

type newDocument struct {
	document
	From string `json:"from,omitempty"`
}

// changedDocument is a document about a visit of which another one was known.
type changedDocument struct {
	Document    document     `json:"document"`
	Was         document     `json:"was"`
	Replaced    bool         `json:"replaced"`
	Differences []difference `json:"differences"`
}

type difference struct {
	Field string `json:"field"`
	Was   string `json:"was"`
	Is    string `json:"is"`
}

type conflict struct {
	File      string     `json:"file"`
	Authority string     `json:"authority"`
	Start     civil.Date `json:"start"`
	Field     string     `json:"field"`
	Kept      string     `json:"kept"`
	Offered   string     `json:"offered"`
}

// other is a state that is merged in.
type other struct {
	file  string
	state state
}

// tell works out what is new since the old state, and the new state.
func tell(old state, first bool, others []other, dirs []string, day civil.Date) (news, state) {
	national := record.On(day)
	n := news{
		Version: 1, On: day, Since: old.On, Record: recordNews{national.AsOf(), national.Len()},
		Inspections: []move{}, Neighbours: []neighbour{}, Next: []due{}, Conflicts: []conflict{},
		Documents: documents{New: []newDocument{}, Changed: []changedDocument{}, Absent: []document{}, Later: []document{}, Unread: []unread{}},
	}
	updated := n.takeIn(old, others, dirs, day)
	updated.On, updated.Record = later(updated.On, day), later(updated.Record, national.AsOf())

	base := national // without a state, what the folders have beyond the record is new
	if !first {
		base = record.On(earlier(day, old.Record))
		if old.Record.IsZero() {
			base = &record.Record{} // a state that was written by hand
		}
	}
	was, _ := withDocuments(base, publicOn(old.On, old.Documents))
	public := publicOn(day, updated.Documents)
	is, conflicts := withDocuments(national, public)
	n.compare(was, is, national)
	for _, c := range conflicts {
		if n.isNew(c.document) {
			n.Conflicts = append(n.Conflicts, c.conflict)
		}
	}
	n.lookAhead(is, public)
	return n, updated
}

// takeIn sorts what is in the folders and the other states by what is new, and
// returns the state with all of it.
func (n *news) takeIn(old state, others []other, dirs []string, day civil.Date) state {
	known := map[string]document{}
	for _, d := range old.Documents {
		known[d.SHA256] = d
	}
	updated := merge(old, state{})
	for _, o := range others {
		for _, d := range o.state.Documents {
			if _, ok := known[d.SHA256]; !ok {
				known[d.SHA256] = d
				n.Documents.New = append(n.Documents.New, newDocument{d, filepath.Base(o.file)})
			}
		}
		updated = merge(updated, o.state)
	}
	f := readFolders(dirs, known, day)
	n.Documents.PDFs = f.pdfs
	n.Documents.Unread = append(n.Documents.Unread, f.unread...)
	present := map[string]bool{}
	var came, all []document
	for _, d := range f.documents {
		_, isKnown := known[d.SHA256]
		if !isKnown && d.publicFrom().Compare(day) > 0 {
			n.Documents.Later = append(n.Documents.Later, d)
			continue
		}
		present[d.SHA256] = true
		if isKnown {
			n.Documents.Known++
			all = append(all, d)
		} else {
			came = append(came, d)
		}
	}
	for _, d := range came {
		d.Replaces = n.takeInOne(d, old.Documents, present)
		all = append(all, d)
	}
	updated = merge(updated, state{Documents: all})
	if len(dirs) > 0 && !f.partial {
		n.markAbsent(&updated, old, present, day)
	}
	return updated
}

// takeInOne puts a document that is new where it belongs: beside an older one
// about the same visit or in the same file, or among the new ones. It returns the
// sums of those older ones.
func (n *news) takeInOne(d document, old []document, present map[string]bool) (replaces []string) {
	var was *document
	for i, o := range old {
		sameFile := !present[o.SHA256] && slices.ContainsFunc(o.Files, func(file string) bool { return slices.Contains(d.Files, file) })
		if !sameFile && !sameVisit(o, d) {
			continue
		}
		replaces = append(replaces, o.SHA256)
		// What was there last counts before what it had replaced itself.
		if was == nil || slices.Contains(o.Replaces, was.SHA256) {
			was = &old[i]
		}
	}
	if was == nil {
		n.Documents.New = append(n.Documents.New, newDocument{document: d})
		return nil
	}
	n.Documents.Changed = append(n.Documents.Changed, changedDocument{
		Document: d, Was: *was, Replaced: !present[was.SHA256], Differences: differences(*was, d),
	})
	return replaces
}

// publicOn returns the documents that were public on a day.
func publicOn(day civil.Date, of []document) (public []document) {
	for _, d := range of {
		if d.publicFrom().Compare(day) <= 0 {
			public = append(public, d)
		}
	}
	return public
}

// markAbsent marks what is not in the folders, and tells of it the first time.
// What lies in a file that could not be read may still be there.
func (n *news) markAbsent(updated *state, old state, present map[string]bool, day civil.Date) {
	before := map[string]bool{}
	for _, d := range old.Documents {
		before[d.SHA256] = true
	}
	for i := range updated.Documents {
		d := &updated.Documents[i]
		unreadable := slices.ContainsFunc(n.Documents.Unread, func(u unread) bool { return slices.Contains(d.Files, u.File) })
		if present[d.SHA256] || unreadable || !d.Absent.IsZero() {
			continue
		}
		d.Absent = day
		replaced := slices.ContainsFunc(n.Documents.Changed, func(c changedDocument) bool { return c.Was.SHA256 == d.SHA256 })
		if before[d.SHA256] && !replaced {
			n.Documents.Absent = append(n.Documents.Absent, *d)
		}
	}
}

// isNew reports whether a document came in this run.
func (n *news) isNew(d document) bool {
	return slices.ContainsFunc(n.Documents.New, func(o newDocument) bool { return o.SHA256 == d.SHA256 }) ||
		slices.ContainsFunc(n.Documents.Changed, func(o changedDocument) bool { return o.Document.SHA256 == d.SHA256 })
}

// sameVisit reports whether two documents are about the same visit, by the same
// kind of document: an article beside a letter changes nothing in it.
func sameVisit(a, b document) bool {
	x, errX := a.authority()
	y, errY := b.authority()
	return errX == nil && errY == nil && x == y && a.Visit.Start == b.Visit.Start && a.Visit.Type == b.Visit.Type && a.Source == b.Source
}

// differences are the facts in which two documents differ.
func differences(was, is document) []difference {
	diffs := []difference{}
	compare := func(field string, a, b any) {
		if x, y := textOf(a), textOf(b); x != y {
			diffs = append(diffs, difference{field, x, y})
		}
	}
	a, b := was.Visit, is.Visit
	compare("authority", a.Authority, b.Authority)
	compare("type", a.Type, b.Type)
	compare("framework", a.Framework, b.Framework)
	compare("start", a.Start, b.Start)
	compare("end", a.End, b.End)
	compare("published", a.Published, b.Published)
	compare("lead", a.Lead, b.Lead)
	compare("ordinal", a.Ordinal, b.Ordinal)
	compare("priority", was.Priority, is.Priority)
	for _, c := range judgement.Compare(was.Judgements, is.Judgements) {
		compare(textOf(c.Area), c.Before, c.After)
	}
	return diffs
}

// textOf returns the text form of a value, or how it is printed.
func textOf(v any) string {
	if m, ok := v.(encoding.TextMarshaler); ok {
		text, _ := m.MarshalText()
		return string(text)
	}
	return fmt.Sprint(v)
}

// documentConflict is a conflict and the document that it is about.
type documentConflict struct {
	conflict
	document document
}

// withDocuments returns a record with the inspections of documents in it. Where
// two contradict each other, that counts which is in the folders and came last.
func withDocuments(r *record.Record, of []document) (*record.Record, []documentConflict) {
	of = newestFirst(of)
	var conflicts []documentConflict
	for _, d := range of {
		i, err := record.FromReport(d.report())
		if err != nil {
			continue // a letter or an article
		}
		m := r.Merge(i)
		for _, x := range m.Conflicts {
			conflicts = append(conflicts, documentConflict{conflict{d.Files[0], i.Authority.Name, x.Inspection.Start, x.Field, x.Kept, x.Offered}, d})
		}
		r = m.Record
	}
	return r, conflicts
}

// newestFirst returns the documents in the order in which they count: those in
// the folders before those that are gone, and those that came later before what
// they replaced.
func newestFirst(of []document) []document {
	replaced := map[string]bool{}
	for _, d := range of {
		for _, sum := range d.Replaces {
			replaced[sum] = true
		}
	}
	place := func(d document) (p int) {
		if !d.Absent.IsZero() {
			p += 2
		}
		if replaced[d.SHA256] {
			p++
		}
		return p
	}
	of = slices.Clone(of)
	slices.SortStableFunc(of, func(a, b document) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), b.Seen.Compare(a.Seen))
	})
	return of
}

// visits returns the documents without grades, one for each visit, by authority.
func visits(of []document) map[authority.Authority][]*ilacs.Report {
	type visit struct {
		authority authority.Authority
		start     civil.Date
		kind      ilacs.VisitType
	}
	seen := map[visit]bool{}
	by := map[authority.Authority][]*ilacs.Report{}
	of = newestFirst(of)
	slices.SortStableFunc(of, func(a, b document) int { return cmp.Compare(a.Source, b.Source) }) // letters before articles about them
	for _, d := range of {
		a, err := d.authority()
		v := visit{a, d.Visit.Start, d.Visit.Type}
		if err != nil || d.Judgements.Len() > 0 || seen[v] {
			continue
		}
		seen[v] = true
		by[a] = append(by[a], d.report())
	}
	return by
}

// Package record is the national record: the grades of every inspection of a
// local authority's children's services in England whose report Ofsted
// published from August 2013 to August 2026, 493 of them, embedded.
//
//	dudley, _ := authority.Find("Dudley")
//	for i := range record.Of(dudley) {
//		fmt.Println(i.Published, i.Judgements.Grade(judgement.Overall))
//	}
//
// It answers what was judged and when ([All], [Of], [Latest]), how all
// authorities, or the statistical neighbours of one, stood on a day
// ([StandingsOn], [Neighbours]), and how long authorities waited between
// inspections ([Intervals], [WaitsOf], [WaitsAfter], [WaitsByGrade]), how long they
// have waited by now ([WaitingOn]), and what stood before ([Before]). [On] is the
// record as it stood on a day, and a [Filter] narrows it by date, region, grade
// and framework. [PublicationOf] knows the day of publication of a report that
// prints none. [ProfileOf] brings together what is known of one authority, with
// what the published rules expect next.
//
// The data are the facts of Ofsted's inspection reports ([Source]), which are
// Crown copyright and published under [Licence], as they stood on [AsOf]. The
// record holds what was printed: overall effectiveness is never worked out, and
// inspections from April 2026 on have none. It does not hold visits without
// grades (focused visits, monitoring visits, joint inspections), inspections
// before summer 2013, or authorities that had closed by then. Of three of the
// four inspections of looked after children in 2013 it has the overall grade
// alone. It says [ilacs.VisitTypeSIF] of any inspection under that framework
// whose report was not read to see whether its title says re-inspection.
//
// An authority's standing is its last published inspection of the services as a
// whole. The inspections of looked after children's services in 2013, and a
// review of a safeguarding children board on its own, are in the record, but
// they give no standing and no interval begins or ends with them.
//
// A [Record] is a value that never changes; the functions of this package ask
// the embedded one, [National]. [Record.Merge] keeps it current: it returns a
// record with new reports in it, keeps what was there, says how the authorities
// stood until then ([Merging.Intervals]) and lists what contradicts it. The program
// in the folder gen does this for files, and [Parse] reads what it writes.
package record

// To renew record.tsv from reports: go run ./ilacs/record/gen (see its comment).

// Provenance of the embedded record.
const (
	// AsOf is the day as of which it stands.
	AsOf = "2026-08-31"
	// Source says what it is made of.
	Source = "facts of Ofsted's reports on inspections of local authority children's services, published from August 2013 to August 2026 (reports.ofsted.gov.uk)"
	// Licence is that of the reports.
	Licence = "Open Government Licence v3.0"
)

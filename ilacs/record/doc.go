// Package record is the national record: the grades of every inspection of a
// local authority's children's services in England whose report Ofsted
// published from August 2013 to August 2026, 493 of them, embedded.
//
//	dudley, _ := authority.Find("Dudley")
//	for i := range record.Of(dudley) {
//		fmt.Println(i.Published, i.Judgements.Grade(judgement.Overall))
//	}
//
// It answers what was judged when ([All], [Of], [Latest]), how every authority
// or an authority's statistical neighbours stood on a day ([On], [Neighbours]),
// how grades are distributed ([Distribute], [DistributeBy]), how long
// authorities waited between inspections ([Intervals], [WaitsAfter]) and what
// became of their grades ([Movements]). [History] puts together what is known of
// one authority, with what the published rules expect next.
//
// Where the data are from: the facts of Ofsted's inspection reports
// ([Source]), which are Crown copyright and published under [Licence]; they
// stand as of [AsOf]. The record holds what was printed. Overall effectiveness
// is never worked out: inspections from April 2026 on have none. What it does
// not hold: visits without grades (focused, monitoring, joint inspections),
// inspections before summer 2013, and authorities that closed. Of three of the
// four inspections of looked after children of 2013 it has the overall grade
// alone. The record says [ilacs.VisitTypeSIF] of any inspection under that framework
// whose report was not read to see whether its title says re-inspection.
//
// A standing is what was last published of an inspection of the services as a
// whole. The inspections of looked after children's services of 2013 and a
// review of a safeguarding children board on its own are in the record but give
// no standing and bound no interval.
//
// The record is a [Record], a value that is never changed: functions of this
// package ask the embedded one, [National]. To keep it current, [Record.Merge]
// brings new reports in, keeps what is there and tells what contradicts it; the
// program in the folder gen does this for files, and [Parse] reads what it
// writes.
package record

// To renew record.tsv from reports: go run ./ilacs/record/gen (see its comment).

// Provenance of the embedded record.
const (
	// AsOf is the day on which it stands.
	AsOf = "2026-08-31"
	// Source says what it is made of.
	Source = "facts of Ofsted's reports on inspections of local authority children's services, published from August 2013 to August 2026 (reports.ofsted.gov.uk)"
	// Licence is that of the reports.
	Licence = "Open Government Licence v3.0"
)

package record_test

import (
	"fmt"
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

func ExampleOf() {
	dudley, _ := authority.Find("Dudley Metropolitan Borough Council")
	for i := range record.Of(dudley) {
		fmt.Println(i.Published, i.Type, "-", i.Judgements.Grade(judgement.Overall))
	}
	// Output:
	// 2016-04-05 Single inspection - Inadequate
	// 2018-12-10 Standard inspection - Requires improvement to be good
	// 2023-01-13 Standard inspection - Requires improvement to be good
}

func ExampleAll() {
	outstanding := map[string]bool{}
	for i := range record.All() {
		if i.Judgements.Grade(judgement.Leaders) == judgement.Outstanding {
			outstanding[i.Authority.Name] = true
		}
	}
	fmt.Println(len(outstanding), "authorities have had outstanding leaders")
	// Output: 71 authorities have had outstanding leaders
}

func ExampleNational() {
	r := record.National()
	fmt.Println(r.Len(), "inspections as of", r.AsOf())
	// Output: 493 inspections as of 2026-08-31
}

func ExampleLatest() {
	brent, _ := authority.Find("Brent")
	i, ok := record.Latest(brent)
	fmt.Println(ok, i.Published)
	fmt.Println("leaders:", i.Judgements.Grade(judgement.Leaders))
	fmt.Println("has an overall grade:", i.Judgements.Grade(judgement.Overall).IsValid())
	// Output:
	// true 2026-06-17
	// leaders: Good
	// has an overall grade: false
}

func ExampleStandingsOn() {
	day, _ := civil.Parse("2024-03-31")
	count := map[judgement.Grade]int{}
	for i := range record.StandingsOn(day) {
		count[i.Judgements.Grade(judgement.Overall)]++
	}
	for _, grade := range []judgement.Grade{judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Inadequate} {
		fmt.Println(count[grade], grade)
	}
	fmt.Println(count[0], "not inspected yet")
	// Output:
	// 27 Outstanding
	// 64 Good
	// 44 Requires improvement to be good
	// 16 Inadequate
	// 2 not inspected yet
}

func ExampleNeighbours() {
	dudley, _ := authority.Find("Dudley")
	day, _ := civil.Parse("2025-12-31")
	for i := range record.Neighbours(dudley, day) {
		fmt.Println(i.Authority, "-", i.Judgements.Grade(judgement.Overall))
	}
	// Output:
	// Wakefield - Good
	// Telford and Wrekin - Outstanding
	// Stockton-on-Tees - Requires improvement to be good
	// Rotherham - Outstanding
	// Barnsley - Good
	// Medway - Good
	// Tameside - Inadequate
	// Lancashire - Good
	// Darlington - Good
	// Lincolnshire - Outstanding
}

// The standings of a region, and how long each report took to be published.
func ExampleStandingsOn_region() {
	day, _ := civil.Parse("2026-03-31")
	for i := range record.StandingsOn(day) {
		if i.Authority.Region != authority.RegionEastMidlands {
			continue
		}
		days, _ := i.End.DaysUntil(i.Published)
		fmt.Printf("%v: %v, published after %d days\n", i.Authority, i.Judgements.Grade(judgement.Overall), days)
	}
	// Output:
	// Derby: Outstanding, published after 46 days
	// Derbyshire: Good, published after 63 days
	// Leicester: Requires improvement to be good, published after 124 days
	// Leicestershire: Outstanding, published after 70 days
	// Lincolnshire: Outstanding, published after 47 days
	// North Northamptonshire: Requires improvement to be good, published after 42 days
	// Nottingham: Inadequate, published after 45 days
	// Nottinghamshire: Good, published after 49 days
	// Rutland: Good, published after 77 days
	// West Northamptonshire: Requires improvement to be good, published after 42 days
}

func ExampleIntervals() {
	dudley, _ := authority.Find("Dudley")
	for v := range record.Intervals(record.Of(dudley)) {
		fmt.Println(v.Before.Start, "to", v.After.Start, "-", v.Days(), "days")
	}
	// Output:
	// 2016-01-11 to 2018-10-29 - 1022 days
	// 2018-10-29 to 2022-10-31 - 1463 days
}

func ExampleWaitsOf() {
	w := record.WaitsOf(record.Intervals(record.All()))
	fmt.Println(w.Count, "waits, half of them between", w.LowerQuartile, "and", w.UpperQuartile, "days")
	// Output: 335 waits, half of them between 1211 and 1711 days
}

func ExampleWaitsAfter() {
	dudley, _ := authority.Find("Dudley")
	latest, _ := record.Latest(dudley)
	w := record.WaitsAfter(latest)
	fmt.Println(w.Count, "authorities that required improvement waited", w.Median, "days at the median,", w.Longest, "at most")
	fmt.Println(w.Types)
	// Output:
	// 54 authorities that required improvement waited 1407 days at the median, 1939 at most
	// map[Standard inspection:54]
}

func ExampleProfileOf() {
	dudley, _ := authority.Find("Dudley")
	day, _ := civil.Parse("2025-12-31")
	p := record.ProfileOf(dudley, day)
	fmt.Println(p.Authority, "in", p.Authority.Region, "-", len(p.Inspections), "inspections")
	for _, e := range p.Next {
		fmt.Println(e.Step, "-", e.Firmness)
	}
	// Output:
	// Dudley in West Midlands - 3 inspections
	// Next inspection - aim
	// Publication by the council - rule
	// Focused visits - uncertain
}

// A new authority has no standing until it is inspected.
func ExampleInspection_IsValid() {
	day, _ := civil.Parse("2024-03-31")
	for i := range record.StandingsOn(day) {
		if !i.IsValid() {
			fmt.Println(i.Authority, "was not inspected yet")
		}
	}
	// Output:
	// Cumberland was not inspected yet
	// Westmorland and Furness was not inspected yet
}

func ExampleProfile_Latest() {
	surrey, _ := authority.Find("Surrey")
	day, _ := civil.Parse("2015-09-01")
	p := record.ProfileOf(surrey, day)
	i, _ := p.Latest() // a review of the board alone came later, and gives no standing
	fmt.Println(len(p.Inspections), "inspections, the latest as a whole from", i.Start)
	// Output: 2 inspections, the latest as a whole from 2014-10-21
}

// The letters after visits without grades are not in the record; they are added
// from what ilacs.Parse reads.
func ExampleProfile_WithVisits() {
	dudley, _ := authority.Find("Dudley")
	start, _ := civil.Parse("2024-05-14")
	letter := &ilacs.Report{
		Visit:  ilacs.Visit{Authority: "Dudley", Type: ilacs.VisitTypeFocused, Framework: judgement.ILACS2023, Start: start},
		Source: ilacs.SourceLetter,
	}
	p := record.ProfileOf(dudley, civil.Date{}).WithVisits(letter)
	for _, v := range p.Visits {
		fmt.Println(v.Type, "-", v.Start)
	}
	// Output: Focused visit - 2024-05-14
}

func ExampleFromReport() {
	dudley, _ := authority.Find("Dudley")
	latest, _ := record.Latest(dudley)
	report := latest.Report() // as ilacs.Parse would read it
	i, err := record.FromReport(report)
	fmt.Println(i == latest, err)
	// Output: true <nil>
}

func ExampleParse() {
	r, err := record.Parse("# date: 2023-01-31\n" +
		"authority\tcode\ttype\tframework\tstart\tend\tpublished\tlead\toverall\n" +
		"Dudley\t332\tstandard\tilacs-2018\t2022-10-31\t2022-11-11\t2023-01-13\t\trequires-improvement\n")
	fmt.Println(r.Len(), err)
	// Output: 1 <nil>
}

func ExampleRecord_Merge() {
	dudley, _ := authority.Find("Dudley")
	i, _ := record.Latest(dudley)
	i.Judgements = i.Judgements.With(judgement.Overall, judgement.Good)
	for _, d := range record.National().Merge(i).Conflicts {
		fmt.Printf("%s of %v: the record has %s, the report %s\n", d.Field, d.Inspection.Published, d.Kept, d.Offered)
	}
	// Output: overall of 2023-01-13: the record has requires-improvement, the report good
}

// A record that was checked and found complete on a later day says so.
func ExampleRecord_WithAsOf() {
	day, _ := civil.Parse("2026-09-30")
	r := record.National().WithAsOf(day)
	fmt.Println(r.Len(), "inspections as of", r.AsOf())
	// Output: 493 inspections as of 2026-09-30
}

func ExampleRecord_MarshalText() {
	text, err := record.National().MarshalText()
	if err != nil {
		panic(err)
	}
	again, err := record.Parse(string(text))
	fmt.Println(slices.Equal(slices.Collect(again.All()), slices.Collect(record.All())), err)
	// Output: true <nil>
}

// An ILACS report prints no day of publication. With the record's, deadlines
// that are counted from it have their day.
func ExamplePublicationOf() {
	dudley, _ := authority.Find("Dudley")
	latest, _ := record.Latest(dudley)
	report := latest.Report() // as ilacs.Parse would read it
	report.Visit.Published = civil.Date{}
	p := record.PublicationOf(report.Visit)
	fmt.Println(p.Day(), "from the record:", p.IsFromRecord())
	report.Visit.Published = p.Day()
	days, _ := report.Visit.DaysToPublication()
	fmt.Println(days, "days after the last of fieldwork")
	// Output:
	// 2023-01-13 from the record: true
	// 63 days after the last of fieldwork
}

func ExamplePublication_Day() {
	p := record.Publication{Printed: civil.MustParse("2016-04-01"), Recorded: civil.MustParse("2016-04-05")}
	fmt.Println(p.Day(), p.IsFromRecord()) // what is printed is never overwritten
	p.Printed = civil.MustParse("2016-04")
	fmt.Println(p.Day(), p.IsFromRecord()) // what is printed says no more than the month
	// Output:
	// 2016-04-01 false
	// 2016-04-05 true
}

func ExampleInspection_DaysToPublication() {
	dudley, _ := authority.Find("Dudley")
	latest, _ := record.Latest(dudley)
	days, _ := latest.DaysToPublication()
	working, _ := latest.WorkingDaysToPublication()
	fmt.Println(days, "days,", working, "of them working days")
	// Output: 63 days, 42 of them working days
}

// The reports of London boroughs that were published in 2025 and found leaders
// outstanding.
func ExampleFilter() {
	year := civil.MustParse("2025")
	f := record.Filter{
		Regions:   []authority.Region{authority.RegionLondon},
		Published: ilacs.Period{Start: year, End: year},
		Area:      judgement.Leaders,
		Grades:    []judgement.Grade{judgement.Outstanding},
	}
	for i := range f.Select(record.All()) {
		fmt.Println(i.Published, i.Authority)
	}
	// Output:
	// 2025-04-15 Camden
	// 2025-01-29 Islington
	// 2025-01-13 Kensington and Chelsea
	// 2025-01-29 Kingston upon Thames
	// 2025-08-27 Merton
	// 2025-08-12 Richmond upon Thames
	// 2025-01-13 Tower Hamlets
	// 2025-01-13 Westminster
}

// Filters narrow whatever yields inspections: here, the authorities of two regions
// that stood as inadequate on a day.
func ExampleFilter_Select() {
	day := civil.MustParse("2024-03-31")
	inadequate := record.Filter{Grades: []judgement.Grade{judgement.Inadequate}}
	south := record.Filter{Regions: []authority.Region{authority.RegionSouthWest, authority.RegionSouthEast}}
	for i := range south.Select(inadequate.Select(record.StandingsOn(day))) {
		fmt.Println(i.Authority, "since", i.Published)
	}
	// Output:
	// Bournemouth, Christchurch and Poole since 2022-02-11
	// Devon since 2020-03-17
	// Isles of Scilly since 2023-08-25
	// Swindon since 2023-09-11
}

func ExampleFilter_Match() {
	all := slices.Collect(record.All())
	short := record.Filter{Types: []ilacs.VisitType{ilacs.VisitTypeShort}}
	fmt.Println(len(slices.DeleteFunc(all, short.Match)), "of", record.National().Len(), "were not short inspections")
	// Output: 365 of 493 were not short inspections
}

// The authorities that had waited longest: two of them equally long.
func ExampleWaitingOn() {
	for _, w := range record.WaitingOn(civil.MustParse("2023-03-31"))[:4] {
		fmt.Printf("%d of %d: %v, %d days, as long as %d other\n", w.Rank, w.Of, w.Inspection.Authority, w.Days, w.Ties)
	}
	// Output:
	// 1 of 151: South Tyneside, 2027 days, as long as 0 other
	// 2 of 151: Hillingdon, 1810 days, as long as 1 other
	// 2 of 151: Oxfordshire, 1810 days, as long as 1 other
	// 4 of 151: Bolton, 1803 days, as long as 0 other
}

func ExampleProfile_SinceVisit() {
	dudley, _ := authority.Find("Dudley")
	letter := &ilacs.Report{
		Visit: ilacs.Visit{
			Authority: "Dudley", Type: ilacs.VisitTypeFocused, Framework: judgement.ILACS2023,
			Start: civil.MustParse("2024-02-01"), End: civil.MustParse("2024-02-02"), Published: civil.MustParse("2024-05-16"),
		},
		Source: ilacs.SourceLetter,
	}
	p := record.ProfileOf(dudley, civil.MustParse("2024-12-31")).WithVisits(letter)
	v, days, _ := p.SinceVisit()
	inspection, _ := p.SinceInspection()
	fmt.Println(v.Type, days, "days ago; the last inspection", inspection, "days ago")
	// Output: Focused visit 334 days ago; the last inspection 792 days ago
}

func ExampleBefore() {
	dudley, _ := authority.Find("Dudley")
	latest, _ := record.Latest(dudley)
	before, ok := record.Before(latest)
	fmt.Println(before.Published, before.Judgements.Grade(judgement.Overall), ok)
	// Output: 2018-12-10 Requires improvement to be good true
}

// A new report, and what stood until it came.
func ExampleMerging_Intervals() {
	dudley, _ := authority.Find("Dudley")
	report := record.Inspection{
		Authority: dudley, Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2026,
		Start: civil.MustParse("2026-10-05"), End: civil.MustParse("2026-10-16"), Published: civil.MustParse("2026-12-01"),
		Judgements: judgement.Set{Framework: judgement.ILACS2026}.With(judgement.Leaders, judgement.Good),
	}
	for _, v := range record.National().Merge(report).Intervals() {
		fmt.Println(v.After.Authority, "after", v.Days(), "days")
		for _, c := range v.Changes() {
			if c.Trend == judgement.TrendImproved || c.Trend == judgement.TrendDeclined {
				fmt.Printf("%v: %v, before %v\n", c.Area, c.After, c.Before)
			}
		}
	}
	// Output:
	// Dudley after 1435 days
	// The impact of leaders on social work practice with children and families: Good, before Requires improvement to be good
}

// How long authorities had waited, by the grade that they stood at, as it could
// be seen in 2022.
func ExampleWaitsByGrade() {
	then := record.On(civil.MustParse("2022-12-31"))
	waits := record.WaitsByGrade(record.Intervals(then.All()), judgement.Overall)
	for _, grade := range []judgement.Grade{judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Inadequate} {
		fmt.Printf("%v: %d waits, %d days at the median\n", grade, waits[grade].Count, waits[grade].Median)
	}
	// Output:
	// Outstanding: 4 waits, 1337 days at the median
	// Good: 53 waits, 1589 days at the median
	// Requires improvement to be good: 71 waits, 1546 days at the median
	// Inadequate: 43 waits, 1022 days at the median
}

func ExampleOn() {
	then := record.On(civil.MustParse("2019-03-31"))
	fmt.Println(then.Len(), "inspections as of", then.AsOf())
	// Output: 212 inspections as of 2019-03-31
}

package authority_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

func Example() {
	a, err := authority.Find("Dudley Metropolitan Borough Council")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Name, a.URN, a.Code, a.GSS)
	fmt.Println(a.Region, "-", a.Type)
	for n := range authority.Neighbours(a) {
		fmt.Println("most like", n)
		break
	}
	// Output:
	// Dudley 80464 332 E08000027
	// West Midlands - Metropolitan district
	// most like Wakefield
}

func ExampleFind() {
	for _, printed := range []string{
		"Bournemouth, Christchurch & Poole",
		"Kingston upon Hull, City of",
		"Bradford Children and Families Trust",
		"Kingston",
		"Dudly Council",
		"Northamptonshire",
	} {
		a, err := authority.Find(printed)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(a)
	}
	// Output:
	// Bournemouth, Christchurch and Poole
	// Kingston upon Hull
	// Bradford
	// authority: "Kingston": several authorities of that name; nearest: Kingston upon Hull, Kingston upon Thames
	// authority: "Dudly Council": no authority of that name; nearest: Dudley
	// authority: "Northamptonshire": not open on that day; nearest: Northamptonshire (closed on 2021-04-01), North Northamptonshire, West Northamptonshire
}

func ExampleFindOn() {
	day, _ := civil.New(2016, 5, 0)
	a, err := authority.FindOn("Dorset", day)
	fmt.Println(a, a.Type, "closed", a.Closed, err)
	// Output: Dorset County closed 2019-04-01 <nil>
}

func ExampleNameError() {
	_, err := authority.Find("Cumbria")
	var wrong *authority.NameError
	if errors.As(err, &wrong) && errors.Is(err, authority.ErrNotOpen) {
		fmt.Println(wrong.Input, "closed on", wrong.Nearest[0].Closed)
	}
	// Output: Cumbria closed on 2023-04-01
}

func ExampleNameError_Error() {
	fmt.Println(&authority.NameError{Input: "Barchester", Err: parseerr.ErrUnknown})
	// Output: authority: "Barchester": no authority of that name
}

func ExampleNameError_Unwrap() {
	_, err := authority.Find("Achieving for Children")
	fmt.Println(errors.Is(err, authority.ErrAmbiguous))
	// Output: true
}

func ExampleAll() {
	open := 0
	for a := range authority.All() {
		if a.IsOpen() {
			open++
		}
	}
	fmt.Println(open)
	// Output: 153
}

func ExampleByURN() {
	fmt.Println(authority.ByURN("80481"))
	fmt.Println(authority.ByURN("1"))
	// Output:
	// Leeds true
	//  false
}

func ExampleByCode() {
	fmt.Println(authority.ByCode("332"))
	fmt.Println(authority.ByCode("E08000027"))
	// Output:
	// Dudley true
	// Dudley true
}

func ExampleNeighbours() {
	derby, _ := authority.ByCode("831")
	for n := range authority.Neighbours(derby) {
		fmt.Print(n, "; ")
	}
	fmt.Println()
	// Output: Coventry; Bolton; Walsall; Southampton; Kirklees; Peterborough; Rochdale; Sheffield; Tameside; Stoke-on-Trent;
}

func ExamplePredecessors() {
	bcp, _ := authority.Find("BCP")
	for c := range authority.Predecessors(bcp) {
		fmt.Printf("%s: %s (%s), %s\n", c.Date, c.From, c.Area, c.Certainty)
	}
	// Output:
	// 2019-04-01: Bournemouth (whole), Confirmed
	// 2019-04-01: Dorset (Christchurch), Confirmed
	// 2019-04-01: Poole (whole), Confirmed
}

func ExampleSuccessors() {
	surrey, _ := authority.Find("Surrey")
	for c := range authority.Successors(surrey) {
		fmt.Printf("%s: %s, %s\n", c.Date, c.To, c.Certainty)
	}
	// Output:
	// 2027-04-01: East Surrey, Planned
	// 2027-04-01: West Surrey, Planned
}

func ExampleDeliveryBodies() {
	slough, _ := authority.Find("Slough")
	for b := range authority.DeliveryBodies(slough) {
		fmt.Printf("%s: from %s to %s\n", b.Name, b.From, cmp.Or(b.To.String(), "this day"))
	}
	// Output:
	// Slough Children’s Services Trust: from 2015-10-01 to 2021-04
	// Slough Children First: from 2021-04 to this day
}

func ExampleAuthority() {
	york, _ := authority.Find("City of York Council")
	blob, _ := json.Marshal(york)
	fmt.Println(string(blob))
	// Output: {"name":"York","urn":"80453","code":"816","gss":"E06000014","region":"yorkshire-and-the-humber","type":"unitary-authority"}
}

func ExampleAuthority_String() {
	hull, _ := authority.Find("Hull")
	fmt.Println(hull.String())
	// Output: Kingston upon Hull
}

func ExampleAuthority_IsOpen() {
	cumbria, _ := authority.ByCode("909")
	fmt.Println(cumbria, cumbria.IsOpen())
	// Output: Cumbria false
}

func ExampleAuthority_OpenOn() {
	cumbria, _ := authority.ByCode("909")
	day, _ := civil.New(2022, 11, 0)
	fmt.Println(cumbria.OpenOn(day))
	// Output: true
}

func ExampleParseRegion() {
	fmt.Println(authority.ParseRegion("west-midlands"))
	_, err := authority.ParseRegion("wessex")
	fmt.Println(err)
	// Output:
	// West Midlands <nil>
	// authority: "wessex" cannot be read as a region: not a known name
}

func ExampleRegion_String() {
	fmt.Println(authority.RegionYorkshireAndTheHumber, authority.Region(77))
	// Output: Yorkshire and the Humber Region(77)
}

func ExampleRegion_IsValid() {
	fmt.Println(authority.RegionLondon.IsValid(), authority.Region(0).IsValid())
	// Output: true false
}

func ExampleRegion_MarshalText() {
	text, err := authority.RegionEastOfEngland.MarshalText()
	fmt.Println(string(text), err)
	// Output: east-of-england <nil>
}

func ExampleRegion_UnmarshalText() {
	var r authority.Region
	fmt.Println(r.UnmarshalText([]byte("north-east")), r)
	// Output: <nil> North East
}

func ExampleParseType() {
	fmt.Println(authority.ParseType("county"))
	// Output: County <nil>
}

func ExampleType_String() {
	fmt.Println(authority.TypeMetropolitanDistrict, authority.Type(77))
	// Output: Metropolitan district Type(77)
}

func ExampleType_IsValid() {
	fmt.Println(authority.TypeCounty.IsValid(), authority.Type(77).IsValid())
	// Output: true false
}

func ExampleType_MarshalText() {
	text, err := authority.TypeLondonBorough.MarshalText()
	fmt.Println(string(text), err)
	// Output: london-borough <nil>
}

func ExampleType_UnmarshalText() {
	var t authority.Type
	fmt.Println(t.UnmarshalText([]byte("unitary-authority")), t)
	// Output: <nil> Unitary authority
}

func ExampleParseCertainty() {
	fmt.Println(authority.ParseCertainty("planned"))
	// Output: Planned <nil>
}

func ExampleCertainty_String() {
	fmt.Println(authority.CertaintyProbable, authority.Certainty(77))
	// Output: Probable Certainty(77)
}

func ExampleCertainty_IsValid() {
	fmt.Println(authority.CertaintyUncertain.IsValid(), authority.Certainty(0).IsValid())
	// Output: true false
}

func ExampleCertainty_MarshalText() {
	text, err := authority.CertaintyConfirmed.MarshalText()
	fmt.Println(string(text), err)
	// Output: confirmed <nil>
}

func ExampleCertainty_UnmarshalText() {
	var c authority.Certainty
	fmt.Println(c.UnmarshalText([]byte("uncertain")), c)
	// Output: <nil> Uncertain
}

func ExampleLookup() {
	a, ok := authority.Lookup("Dudley Metropolitan Borough Council", civil.Date{})
	fmt.Println(a.URN, ok)
	_, ok = authority.Lookup("the inspectors", civil.Date{})
	fmt.Println(ok)
	// Output:
	// 80464 true
	// false
}

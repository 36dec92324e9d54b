package judgement_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/judgement"
)

func Example() {
	before := judgement.Set{Framework: judgement.ILACS2018}.
		With(judgement.Leaders, judgement.RequiresImprovement).
		With(judgement.InCareAndCareLeavers, judgement.RequiresImprovement).
		With(judgement.Overall, judgement.RequiresImprovement)
	after := judgement.Set{Framework: judgement.ILACS2026}.
		With(judgement.Leaders, judgement.Good).
		With(judgement.InCare, judgement.Good).
		With(judgement.CareLeavers, judgement.RequiresImprovement)
	for _, c := range judgement.Compare(before, after) {
		fmt.Printf("%v: %v (%v)\n", c.Area, c.Trend, c.Basis)
	}
	// Output:
	// The impact of leaders on social work practice with children and families: improved (the same area)
	// The experiences and progress of children in care: improved (carried from one grade for children in care and care leavers)
	// The experiences and progress of care leavers: unchanged (carried from one grade for children in care and care leavers)
	// Overall effectiveness: withdrawn (the other framework has no such area)
}

func ExampleParseGrade() {
	for _, words := range []string{"requires-improvement", "Requires improvement", "Good", "splendid"} {
		g, err := judgement.ParseGrade(words)
		fmt.Println(g, err)
	}
	// Output:
	// Requires improvement to be good <nil>
	// Requires improvement to be good <nil>
	// Good <nil>
	//  judgement: "splendid" cannot be read as a grade: not a known name
}

func ExampleGrade_MarshalText() {
	text, err := json.Marshal(judgement.RequiresImprovement)
	fmt.Println(string(text), err)
	// Output: "requires-improvement" <nil>
}

func ExampleGrade_Scan() {
	var g judgement.Grade
	fmt.Println(g.Scan("not-judged"), g)
	fmt.Println(g.Scan(4))
	// Output:
	// <nil> Not judged
	// judgement: cannot scan int into judgement.Grade
}

func ExampleTrendOf() {
	fmt.Println(judgement.TrendOf(judgement.Inadequate, judgement.Good))
	fmt.Println(judgement.TrendOf(judgement.Adequate, judgement.RequiresImprovement))
	// Output:
	// improved
	// not comparable
}

func ExampleParseTrend() {
	t, err := judgement.ParseTrend("not-comparable")
	fmt.Println(t, err)
	// Output: not comparable <nil>
}

func ExampleParseBasis() {
	b, err := judgement.ParseBasis("carried-from-looked-after")
	fmt.Println(b, err)
	// Output: carried from children looked after and achieving permanence <nil>
}

func ExampleParseArea() {
	a, err := judgement.ParseArea("care-leavers")
	fmt.Println(a, err)
	// Output: The experiences and progress of care leavers <nil>
}

func ExampleFrameworkOn() {
	for _, text := range []string{"2017-11-06", "2018-04-23", "2022-12-05", "2023-01-16", "2026-04-27", "2026"} {
		firstDay, _ := civil.Parse(text)
		f, ok := judgement.FrameworkOn(firstDay)
		name, _ := f.MarshalText()
		fmt.Println(text, string(name), ok)
	}
	// Output:
	// 2017-11-06 sif true
	// 2018-04-23  false
	// 2022-12-05 ilacs-2018 true
	// 2023-01-16 ilacs-2023 true
	// 2026-04-27 ilacs-2026 true
	// 2026  false
}

// Where the day leaves more than one framework, what the report prints decides.
func ExampleFramework_Covers() {
	firstDay, _ := civil.Parse("2018-04-23")
	for f := range judgement.Frameworks() {
		if f.Covers(firstDay) {
			fmt.Println(f)
		}
	}
	// Output:
	// Single inspection framework
	// Inspection of local authority children's services (2018)
}

func ExampleFramework_Period() {
	from, until := judgement.ILACS2018.Period()
	fmt.Println(from, until)
	from, until = judgement.ILACS2026.Period()
	fmt.Println(from, until.IsZero()) // still in force
	// Output:
	// 2018-01-29 2022-12-31
	// 2026-04-01 true
}

func ExampleFrameworks() {
	for f := range judgement.Frameworks() {
		text, _ := f.MarshalText()
		fmt.Println(string(text))
	}
	// Output:
	// looked-after-2013
	// sif
	// ilacs-2018
	// ilacs-2023
	// ilacs-2026
}

func ExampleParseFramework() {
	f, err := judgement.ParseFramework("sif")
	fmt.Println(f, err)
	// Output: Single inspection framework <nil>
}

func ExampleFramework_Areas() {
	f := judgement.SIF
	for a := range f.Areas() {
		if parent, ok := f.Parent(a); ok {
			fmt.Printf("- %s, part of %s\n", f.AreaName(a), f.AreaName(parent))
		} else {
			fmt.Println(f.AreaName(a))
		}
	}
	// Output:
	// Overall judgement
	// Children who need help and protection
	// Children looked after and achieving permanence
	// - Adoption performance, part of Children looked after and achieving permanence
	// - Experiences and progress of care leavers, part of Children looked after and achieving permanence
	// Leadership, management and governance
	// The effectiveness of the Local Safeguarding Children Board (LSCB)
}

func ExampleFramework_Grades() {
	for g := range judgement.LookedAfter2013.Grades() {
		fmt.Println(g)
	}
	// Output:
	// Outstanding
	// Good
	// Adequate
	// Inadequate
}

func ExampleFramework_GradeName() {
	fmt.Println(judgement.SIF.GradeName(judgement.RequiresImprovement))
	fmt.Println(judgement.ILACS2023.GradeName(judgement.RequiresImprovement))
	// Output:
	// Requires improvement
	// Requires improvement to be good
}

func ExampleFramework_AreaName() {
	fmt.Println(judgement.SIF.AreaName(judgement.Leaders))
	fmt.Println(judgement.ILACS2023.AreaName(judgement.Leaders))
	// Output:
	// Leadership, management and governance
	// The impact of leaders on social work practice with children and families
}

func ExampleFramework_ParseArea() {
	a, err := judgement.ILACS2026.ParseArea("The impact of leaders on practice\nwith children and families")
	fmt.Println(a == judgement.Leaders, err)
	_, err = judgement.ILACS2026.ParseArea("Overall effectiveness")
	fmt.Println(errors.Is(err, parseerr.ErrUnknown))
	// Output:
	// true <nil>
	// true
}

func ExampleFramework_ParseGrade() {
	fmt.Println(judgement.ILACS2018.ParseGrade("requires improvement"))
	_, err := judgement.ILACS2018.ParseGrade("Adequate")
	fmt.Println(errors.Is(err, parseerr.ErrUnknown))
	// Output:
	// Requires improvement to be good <nil>
	// true
}

func ExampleFramework_Editions() {
	for e := range judgement.ILACS2026.Editions() {
		fmt.Println(e.Date, e.Change)
	}
	// Output: 2026-04 No overall effectiveness
}

func ExampleFramework_Has() {
	fmt.Println(judgement.ILACS2023.Has(judgement.Overall), judgement.ILACS2026.Has(judgement.Overall))
	// Output: true false
}

func ExampleSet_All() {
	s := judgement.Set{Framework: judgement.ILACS2023}.
		With(judgement.Overall, judgement.Good).
		With(judgement.CareLeavers, judgement.Outstanding).
		With(judgement.Leaders, judgement.Good)
	for a, g := range s.All() {
		fmt.Printf("%v: %v\n", a, g)
	}
	fmt.Println(s.Len(), s.Grade(judgement.InCare).IsValid())
	// Output:
	// The impact of leaders on social work practice with children and families: Good
	// The experiences and progress of care leavers: Outstanding
	// Overall effectiveness: Good
	// 3 false
}

func ExampleSet_Validate() {
	s := judgement.Set{Framework: judgement.ILACS2026}.
		With(judgement.Leaders, judgement.Good).
		With(judgement.HelpAndProtection, judgement.Good).
		With(judgement.InCare, judgement.Good).
		With(judgement.Overall, judgement.Good)
	err := s.Validate()
	var missing *judgement.MissingError
	if errors.As(err, &missing) {
		fmt.Println("missing:", missing.Area)
	}
	var foreign *judgement.ForeignError
	if errors.As(err, &foreign) {
		fmt.Println("not graded any more:", foreign.Area)
	}
	// Output:
	// missing: The experiences and progress of care leavers
	// not graded any more: Overall effectiveness
}

func ExampleContradictionError() {
	s := judgement.Set{Framework: judgement.SIF}.
		With(judgement.Leaders, judgement.Inadequate).
		With(judgement.Overall, judgement.Good)
	var contradiction *judgement.ContradictionError
	if errors.As(s.Validate(), &contradiction) {
		fmt.Println(contradiction, contradiction.Rule)
	}
	// Output: judgement: overall "Good" with an inadequate "Leadership, management and governance" true
}

func ExampleParseSet() {
	s, err := judgement.ParseSet("ilacs-2023 leaders=good overall=requires-improvement")
	fmt.Println(s.Framework, s.Grade(judgement.Overall), err)
	// Output: Inspection of local authority children's services (2023) Requires improvement to be good <nil>
}

func ExampleSet_String() {
	fmt.Println(judgement.Set{Framework: judgement.ILACS2023}.With(judgement.Leaders, judgement.Good))
	// Output: ilacs-2023 leaders=good
}

func ExampleSet_MarshalJSON() {
	s := judgement.Set{Framework: judgement.ILACS2023}.With(judgement.Leaders, judgement.Good).With(judgement.Overall, judgement.Good)
	text, _ := json.Marshal(s)
	fmt.Println(string(text))
	var back judgement.Set
	err := json.Unmarshal(text, &back)
	fmt.Println(back == s, err)
	// Output:
	// {"framework":"ilacs-2023","leaders":"good","overall":"good"}
	// true <nil>
}

func ExampleCompare() {
	before := judgement.Set{Framework: judgement.SIF}.
		With(judgement.Leaders, judgement.Inadequate).
		With(judgement.LookedAfter, judgement.RequiresImprovement)
	after := judgement.Set{Framework: judgement.ILACS2023}.
		With(judgement.Leaders, judgement.Good).
		With(judgement.InCare, judgement.RequiresImprovement)
	for _, c := range judgement.Compare(before, after) {
		area, _ := c.Area.MarshalText()
		fmt.Printf("%s: %v, now %v: %v (%v)\n", area, c.Before, c.After, c.Trend, c.Basis)
	}
	// Output:
	// leaders: Inadequate, now Good: improved (the same area, defined differently)
	// in-care: Requires improvement to be good, now Requires improvement to be good: unchanged (carried from children looked after and achieving permanence)
}

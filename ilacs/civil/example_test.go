package civil_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/ilacs-go/inspection/ilacs/civil"
)

func ExampleParse() {
	for _, text := range []string{"2022-11-05", "2022-11", "2022", "2022-02-30", "5 Nov 2022"} {
		d, err := civil.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(d, "is known to the", d.Precision())
	}
	// Output:
	// 2022-11-05 is known to the day
	// 2022-11 is known to the month
	// 2022 is known to the year
	// civil: "2022-02-30" cannot be read as a date: no such date (the month has no such day)
	// civil: "5 Nov 2022" cannot be read as a date: malformed (not written as yyyy-mm-dd, yyyy-mm or yyyy)
}

func ExampleMustParse() {
	start := civil.MustParse("2022-11-07")
	fmt.Println(start.AddDays(4))
	fmt.Printf("%#v\n", start)
	// Output:
	// 2022-11-11
	// civil.MustParse("2022-11-07")
}

func ExampleNew() {
	d, err := civil.New(2022, 11, 0) // the day is not known
	fmt.Println(d, err)
	// Output: 2022-11 <nil>
}

func ExampleOf() {
	fmt.Println(civil.Of(time.Date(2022, time.November, 5, 23, 0, 0, 0, time.UTC)))
	// Output: 2022-11-05
}

func ExampleDate_Compare() {
	dates := []civil.Date{}
	for _, text := range []string{"2022-11-05", "2022-11", "2023", "2022"} {
		d, _ := civil.Parse(text)
		dates = append(dates, d)
	}
	slices.SortFunc(dates, civil.Date.Compare)
	fmt.Println(dates)
	// Output: [2022 2022-11 2022-11-05 2023]
}

func ExampleDate_Contains() {
	month, _ := civil.Parse("2022-11")
	day, _ := civil.Parse("2022-11-05")
	fmt.Println(month.Contains(day), day.Contains(month))
	// Output: true false
}

func ExampleDate_First() {
	month, _ := civil.Parse("2024-02")
	fmt.Println(month.First(), month.Last())
	// Output: 2024-02-01 2024-02-29
}

func ExampleDate_AddDays() {
	d, _ := civil.Parse("2022-12-28")
	fmt.Println(d.AddDays(7))
	month, _ := civil.Parse("2022-12")
	fmt.Println(month.AddDays(7).IsZero())
	// Output:
	// 2023-01-04
	// true
}

func ExampleDate_DaysUntil() {
	start, _ := civil.Parse("2022-11-07")
	end, _ := civil.Parse("2022-11-18")
	fmt.Println(start.DaysUntil(end))
	// Output: 11 true
}

func ExampleDate_Weekday() {
	d, _ := civil.Parse("2022-11-07")
	fmt.Println(d.Weekday())
	// Output: Monday true
}

func ExampleDate_MarshalText() {
	var visit struct {
		Start civil.Date `json:"start"`
		End   civil.Date `json:"end,omitzero"`
	}
	if err := json.Unmarshal([]byte(`{"start":"2022-11"}`), &visit); err != nil {
		fmt.Println(err)
	}
	text, _ := json.Marshal(visit)
	fmt.Println(string(text))
	// Output: {"start":"2022-11"}
}

func ExampleDate_Scan() {
	var d civil.Date
	fmt.Println(d.Scan("2022-11-05"), d)
	fmt.Println(d.Scan(nil), d.IsZero())
	fmt.Println(d.Scan(5))
	// Output:
	// <nil> 2022-11-05
	// <nil> true
	// civil: cannot scan int into civil.Date
}

package finding_test

import (
	"fmt"

	"github.com/ilacs-go/inspection/finding"
)

func ExampleSection_Asks() {
	for _, s := range []finding.Section{finding.SectionImprove, finding.SectionPriority, finding.SectionMain} {
		fmt.Println(s.Asks())
	}
	// Output:
	// true
	// true
	// false
}

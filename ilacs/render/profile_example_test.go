package render_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/ilacs/render"
)

func ExampleProfileMarkdown() {
	dudley, _ := authority.Find("Dudley")
	day, _ := civil.Parse("2016-06-30")
	p := record.ProfileOf(dudley, day)
	p.Neighbours, p.Next, p.Waits = nil, nil, record.Waits{} // for a short example
	if err := render.ProfileMarkdown(os.Stdout, p); err != nil {
		panic(err)
	}
	// Output:
	// # Dudley: inspections of children’s services
	//
	// West Midlands · Metropolitan district · Ofsted URN 80464 · DfE code 332. As of 30 June 2016.
	//
	// Last inspected 11 January to 8 February 2016 (single inspection), published 5 April 2016: inadequate overall.
	//
	// ## Grades by inspection
	//
	// | Inspection | Overall | Leaders | Help and protection | Children in care | Care leavers | Adoption | LSCB |
	// | --- | :-: | :-: | :-: | :-: | :-: | :-: | :-: |
	// | **11 January to 8 February 2016**<br>Single inspection, published 5 April 2016 | I | I | I | I | RI | I | I |
	//
	// O outstanding, G good, RI requires improvement to be good, I inadequate, – not graded. ▲ improved, ▼ declined, = the same as at the previous inspection.
	// Under the single inspection framework, the grade for children in care is the one for children looked after and achieving permanence.
	// LSCB is the local safeguarding children board, which was graded alongside the authority in reports up to December 2017.
	//
	// ## What comes next
	//
	// What the published rules expect. A rule says what happens, an aim what Ofsted intends to do; what is known only at second hand is marked uncertain.
	//
	// - No rule is known for the type or the time of the next inspection.
	//
	// ---
	//
	// Made from facts of Ofsted's reports on inspections of local authority children's services, published from August 2013 to August 2026 (reports.ofsted.gov.uk), Open Government Licence v3.0.
}

func ExampleProfileHTML() {
	dudley, _ := authority.Find("Dudley")
	var page strings.Builder
	if err := render.ProfileHTML(&page, record.ProfileOf(dudley, civil.Date{})); err != nil {
		panic(err)
	}
	fmt.Println(strings.Contains(page.String(), "<h1>Dudley"))
	// Output: true
}

package finding_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

func ExampleClassify() {
	r := finding.Classify("Supervision is reflective, but too infrequent in the duty team.")
	for _, t := range r.Themes {
		fmt.Println(t)
	}
	fmt.Println(r.Polarity, r.Aspects)
	// Output:
	// Supervision of social workers
	// Front door, thresholds and out of hours
	// Mixed [Quality Frequency]
}

func ExampleContext_Classify() {
	item := "Supervision is regular and reflective."
	fmt.Println(finding.Classify(item).Polarity)
	fmt.Println(finding.Context{Section: finding.SectionImprove, Area: judgement.Leaders}.Classify(item).Polarity)
	// Output:
	// Strength
	// Concern
}

func ExampleReading_Explain() {
	text := "Most pathway plans are still not updated."
	fmt.Println(finding.Classify(text).Explain(text))
	// Output:
	// A concern ("not") about Pathway planning and transition ("pathway plans"). As before ("still"). It holds for most ("Most"). It speaks of recording ("updated").
}

func ExampleFinding_Explain() {
	text := "Return home interviews are offered promptly."
	f := finding.Finding{Text: text, Reading: finding.Classify(text)}
	fmt.Println(f.Explain())
	// Output:
	// A strength ("offered", "promptly") about Missing from home or care ("Return home interviews"). It speaks of timeliness ("promptly").
}

func ExampleFinding() {
	text := "Visits are often late."
	f := finding.Finding{Text: text, Span: finding.Span{Start: 310, End: 332}, Section: finding.SectionMain, Paragraph: 7, Reading: finding.Classify(text)}
	data, err := json.Marshal(f)
	fmt.Println(string(data), err)
	// Output:
	// {"text":"Visits are often late.","start":310,"end":332,"section":"main","paragraph":7,"themes":["visits-direct-work"],"polarity":"concern","direction":"none","extent":"some","aspects":["timeliness"],"cues":["theme:visits-direct-work@0-6","extent:some@11-16","concern@17-21","aspect:timeliness@17-21"]} <nil>
}

func ExampleThemes() {
	for t := range finding.Themes() {
		if slices.Contains(slices.Collect(t.Areas()), judgement.CareLeavers) {
			fmt.Println(t)
		}
	}
	// Output:
	// Emotional well-being and mental health
	// Unaccompanied asylum-seeking children
	// Pathway planning and transition
	// Personal adviser and leaving-care support
	// Care leavers' accommodation
	// Care leavers' education, employment and training
	// Care leavers' local offer and health histories
	// Corporate parenting
}

func ExampleTheme_String() {
	text, _ := finding.ThemeSupervision.MarshalText()
	fmt.Printf("%v, in Go %#v, as text %s\n", finding.ThemeSupervision, finding.ThemeSupervision, text)
	// Output: Supervision of social workers, in Go finding.ThemeSupervision, as text supervision
}

func ExampleTheme_Definition() {
	fmt.Println(finding.ThemeSupervision.Definition())
	// Output: Regularity, quality, reflectiveness and recording of supervision
}

func ExampleTheme_Areas() {
	for a := range finding.ThemeMissing.Areas() {
		fmt.Println(a)
	}
	// Output:
	// The experiences and progress of children who need help and protection
	// The experiences and progress of children in care
}

func ExampleParseTheme() {
	t, err := finding.ParseTheme("front-door")
	fmt.Println(t, err)
	_, err = finding.ParseTheme("back-door")
	fmt.Println(err)
	// Output:
	// Front door, thresholds and out of hours <nil>
	// finding: "back-door" cannot be read as a theme: not a known name
}

func ExampleParsePolarity() {
	p, err := finding.ParsePolarity("concern")
	fmt.Println(p == finding.Concern, err)
	// Output: true <nil>
}

func ExampleParseDirection() {
	d, err := finding.ParseDirection("none")
	fmt.Println(d == finding.DirectionNone, err)
	// Output: true <nil>
}

func ExampleParseExtent() {
	e, err := finding.ParseExtent("most")
	fmt.Println(e > finding.ExtentSome, err)
	// Output: true <nil>
}

func ExampleParseAspect() {
	a, err := finding.ParseAspect("timeliness")
	fmt.Println(a == finding.AspectTimeliness, err)
	// Output: true <nil>
}

func ExampleParseSection() {
	s, err := finding.ParseSection("improve")
	fmt.Println(s == finding.SectionImprove, err)
	// Output: true <nil>
}

func ExampleParseTag() {
	tag, err := finding.ParseTag("outcome 3")
	fmt.Println(tag.Kind == finding.TagKindOutcome, tag.Number, err)
	// Output: true 3 <nil>
}

func ExampleParseTagKind() {
	k, err := finding.ParseTagKind("outcome")
	fmt.Println(k, err)
	// Output: Outcome <nil>
}

func ExampleLabelOf() {
	text := "Plans are vague and out of date."
	for _, c := range finding.Classify(text).Cues {
		if c.Label == finding.LabelOf(finding.Concern) {
			fmt.Println(c.Of(text))
		}
	}
	// Output:
	// vague
	// out of date
}

func ExampleParseCue() {
	c, err := finding.ParseCue("concern@10-15")
	fmt.Println(c.Label, c.Of("Plans are vague and out of date."), err)
	// Output: concern vague <nil>
}

func ExampleCue_String() {
	for _, c := range finding.Classify("Plans are vague and out of date.").Cues[:2] {
		fmt.Println(c)
	}
	// Output:
	// theme:cin-cp-plans@0-5
	// concern@10-15
}

func ExampleLabel_String() {
	fmt.Println(finding.LabelOf(finding.Concern), finding.LabelOf(finding.ExtentMost))
	// Output: concern extent:most
}

func ExampleSpan_Of() {
	fmt.Println(finding.Span{Start: 10, End: 15}.Of("Plans are vague."))
	// Output: vague
}

func ExampleSpan_Len() {
	fmt.Println(finding.Span{Start: 10, End: 15}.Len())
	// Output: 5
}

func ExampleParseSpeaker() {
	s, err := finding.ParseSpeaker("council")
	fmt.Println(s, err)
	// Output:
	// The council <nil>
}

// The council's own words are told from what inspectors found.
func ExampleReading_speaker() {
	for _, text := range []string{
		"The council said that waiting lists are falling.",
		"Inspectors found that waiting lists are falling.",
		"Waiting lists are falling.",
	} {
		r := finding.Classify(text)
		fmt.Printf("%s: %q\n", r.Polarity, r.Speaker)
	}
	// Output:
	// Strength: "The council"
	// Strength: "Inspectors"
	// Strength: ""
}

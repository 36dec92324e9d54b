package finding

import "github.com/ilacs-go/inspection/internal/enum"

// Aspect names the quality of a theme that a sentence speaks of: supervision that
// is reflective but too rare is good in quality and poor in frequency. The closed
// list was drawn from the bullets of "What needs to improve", whose first words
// name it ("The timeliness of …", "Management oversight of …").
type Aspect uint8

const (
	AspectQuality      Aspect = 10  // how good the work is: thorough, detailed, analytical, superficial
	AspectImpact       Aspect = 20  // what it does for children: effective, makes a difference, outcomes
	AspectTimeliness   Aspect = 30  // whether it comes in time: prompt, delay, drift, overdue
	AspectFrequency    Aspect = 40  // how often: regular, rarely, infrequent
	AspectConsistency  Aspect = 50  // whether it is so everywhere: consistent, variable, routinely
	AspectSufficiency  Aspect = 60  // whether there is enough of it and it can be had: capacity, access, waiting lists
	AspectRecording    Aspect = 70  // whether it is written down: recorded, documented, up to date
	AspectClarity      Aspect = 80  // whether it is clear to those who need it: specific, measurable, jargon
	AspectOversight    Aspect = 90  // whether it is watched over: monitored, tracked, grip
	AspectRigour       Aspect = 100 // whether it is tested: challenge, scrutiny, escalation
	AspectStability    Aspect = 110 // whether it stays: stable, turnover, changes of worker
	AspectAwareness    Aspect = 120 // whether it is known: recognised, identified, understood
	AspectCoordination Aspect = 130 // whether people work together: joined up, shared, silos
	AspectInvolvement  Aspect = 140 // whether children and families take part: views heard, co-produced
)

var aspects = enum.List[Aspect]{
	Package: "finding", Kind: "aspect", Type: "Aspect",
	Text: []string{
		AspectQuality:      "quality",
		AspectImpact:       "impact",
		AspectTimeliness:   "timeliness",
		AspectFrequency:    "frequency",
		AspectConsistency:  "consistency",
		AspectSufficiency:  "sufficiency",
		AspectRecording:    "recording",
		AspectClarity:      "clarity",
		AspectOversight:    "oversight",
		AspectRigour:       "rigour",
		AspectStability:    "stability",
		AspectAwareness:    "awareness",
		AspectCoordination: "coordination",
		AspectInvolvement:  "involvement",
	},
	Names: []string{
		AspectQuality:      "Quality",
		AspectImpact:       "Impact",
		AspectTimeliness:   "Timeliness",
		AspectFrequency:    "Frequency",
		AspectConsistency:  "Consistency",
		AspectSufficiency:  "Sufficiency",
		AspectRecording:    "Recording",
		AspectClarity:      "Clarity",
		AspectOversight:    "Oversight",
		AspectRigour:       "Rigour",
		AspectStability:    "Stability",
		AspectAwareness:    "Awareness",
		AspectCoordination: "Coordination",
		AspectInvolvement:  "Involvement",
	},
}

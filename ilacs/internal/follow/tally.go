package follow

import "github.com/ilacs-go/inspection/finding"

// tally is how much is said for and against something.
type tally struct{ good, bad float64 }

// countTopics counts what is said on each topic.
func (f *Finder) countTopics() {
	f.topics = map[finding.Theme]tally{}
	for i := range f.candidates {
		c := &f.candidates[i]
		if c.Section.Asks() {
			continue
		}
		good, bad := forAndAgainst(c.Finding)
		for _, t := range c.Topics {
			n := f.topics[t]
			f.topics[t] = tally{n.good + good, n.bad + bad}
		}
	}
}

// faultOn is the share of fault in what is said on the first of an item's topics.
func (f *Finder) faultOn(topics []finding.Theme) float64 {
	if len(topics) == 0 {
		return tally{}.faultShare()
	}
	return f.topics[topics[0]].faultShare()
}

// faultShare is the share of what is said against: near a half where little is said.
func (t tally) faultShare() float64 { return (t.bad + 0.5) / (t.good + t.bad + 1) }

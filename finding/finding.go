package finding

import "github.com/ilacs-go/inspection/judgement"

// Finding is one sentence of a document's narrative, or one bullet or numbered
// recommendation, with what it says and where it stands.
//
// Its JSON is one flat object that leaves out what is absent: text, start, end,
// section, paragraph, area, themes, polarity, direction, extent, aspects, cues,
// tags.
type Finding struct {
	// Text is as printed, unwrapped to one line, without its national-framework
	// tags.
	Text string `json:"text"`
	// Span is where the finding stands in the text that the caller gave to the
	// parser.
	Span
	Section Section `json:"section,omitzero"`
	// Paragraph is the printed paragraph number, 0 where there is none.
	Paragraph int `json:"paragraph,omitzero"`
	// Area is the judgement area whose heading it stands under.
	Area judgement.Area `json:"area,omitzero"`
	// Reading is what the text says; the offsets of its cues are in Text.
	Reading
	// Tags are the references to the national framework printed after it.
	Tags []Tag `json:"tags,omitempty"`
}

// Explain says in one line what the finding was taken to mean, and by which of its
// words.
func (f Finding) Explain() string { return f.Reading.Explain(f.Text) }

package finding

// Span is a half-open range of byte offsets: text[s.Start:s.End]. What text it
// refers to is said where it is used.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the text that the span covers, or "" when it is not inside text.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return ""
	}
	return text[s.Start:s.End]
}

package finding

// Span is a half-open range of byte offsets: text[s.Start:s.End]. Whatever holds a
// Span says which text it is of.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the text that the span covers, or "" if it is empty or not inside
// text.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return ""
	}
	return text[s.Start:s.End]
}

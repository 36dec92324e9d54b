package sentence_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/sentence"
)

// cut returns the sentences of a text.
func cut(s string) []string {
	var out []string
	for s != "" {
		end, next := sentence.Next(s)
		out = append(out, s[:end])
		s = s[next:]
	}
	return out
}

func TestNext(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		in   string   // a bar ends each sentence, and is not part of the text
		want []string // nil: as the bars say
	}{
		{"one", "Leaders know their services.", nil},
		{"two", "Leaders know their services. |Staff like to work here.", nil},
		{"without an end", "Children in care", nil},
		{"the last one without an end", "Leaders listen. |Children say so", nil},
		{"spaces after the last", "Leaders listen.  ", []string{"Leaders listen."}},
		{"several spaces between", "Leaders listen.   |Children say so.", []string{"Leaders listen.", "Children say so."}},
		{"a question and an exclamation", "What next? |A plan! |It is late.", nil},
		{"a decimal number", "Caseloads fell to 14.5 on average. |That is low.", nil},
		{"an abbreviation", "Some agencies (e.g. Police) were late. |Others were not.", nil},
		{"that is", "Plans are short, i.e. Two pages. |They are read.", nil},
		{"a title", "Dr. Ash and Mrs. Birch spoke. |They agreed.", nil},
		{"an initial", "The letter to J. Ash was late. |It came in May.", nil},
		{"an abbreviation at the end of the text", "They saw police, nurses etc.", nil},
		{"a quotation", "One said, ‘She listens to me.’ |Another agreed.", nil},
		{"a quotation in straight marks", `One said, "She listens." |Another agreed.`, nil},
		{"a quotation that begins a sentence", "Children speak well of them. |‘She listens,’ one said.", nil},
		{"a bracket", "Few are waiting (five in all.) |That is better.", nil},
		{"a bracketed sentence", "Few are waiting. |(There were nine.) |That is better.", nil},
		{"a footnote's mark", "The panel meets weekly.2 |It decides quickly.", nil},
		{"a footnote's mark after a quotation", "They call it ‘the hub.’12 |It is open at night.", nil},
		{"a sentence that begins with a number", "Nobody waits long. |16 children waited a week.", nil},
		{"a lower-case letter goes on", "The target of 80 per cent. was missed. |It is low.", nil},
		{"an ellipsis", "‘I was… and then it changed’, one said. |She smiled.", nil},
		{"a web address", "See www.wexcombe.gov.uk for more. |It is updated.", nil},
		{"a full stop without a space", "They listen.They act. |Both help.", nil},
		{"nothing but full stops", "...", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			want := tt.want
			if want == nil {
				want = strings.Split(tt.in, "|")
				for i := range want {
					want[i] = strings.TrimRight(want[i], " ")
				}
			}
			assert.Equal(t, want, cut(strings.ReplaceAll(tt.in, "|", "")))
		})
	}
}

// The sentences and the spaces between them are the whole text, in order.
func FuzzSentence(f *testing.F) {
	for _, s := range []string{
		"", " ", ".", "a.", "A. B. C.", "Leaders listen. Children say so.", "e.g. i.e. Dr. No.", "‘Yes.’ ‘No.’", "1.2.3 4. 5",
		"x.)\"'’”]99 Y", "end.\xe2", "\xe2\x80", "One.\u00a0Two.", "a? b! C… D", "St. Ash", "....... A",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for rest, n := s, 0; rest != ""; n++ {
			end, next := sentence.Next(rest)
			if end <= 0 || end > next || next > len(rest) {
				t.Fatalf("sentence %d of %q: end %d, next %d, of %d bytes", n, s, end, next, len(rest))
			}
			if between := rest[end:next]; strings.Trim(between, " ") != "" {
				t.Fatalf("sentence %d of %q: %q is left out", n, s, between)
			}
			rest = rest[next:]
		}
	})
}

func BenchmarkNext(b *testing.B) {
	text := strings.Repeat("Leaders know their services well (see paragraph 4.2). They act, e.g. on delay, and children notice. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for rest := text; rest != ""; {
			_, next := sentence.Next(rest)
			rest = rest[next:]
		}
	}
}

func TestNextAllocatesNothing(t *testing.T) {
	text := "Some agencies (e.g. Police) were late. Others were not."
	assert.Zero(t, testing.AllocsPerRun(100, func() { cutAll(text) }))
}

func cutAll(s string) (n int) {
	for s != "" {
		_, next := sentence.Next(s)
		s = s[next:]
		n++
	}
	return n
}

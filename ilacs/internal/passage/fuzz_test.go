package passage_test

import (
	"slices"
	"testing"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// A passage has the numbers of the words of its text, each once and in order, and no more
// pairs than words; all of that is so wherever its line stands among others.
func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"", "a", "Plans’ quality", "The councils' families, (page 3) and (see para 4) visits", "it's 2.5 'ly", "ied", "((page 1)", "\xff\xfe é ’s", "strengthened-by 16-year-olds",
	} {
		f.Add(s, "Supervision is regular.")
	}
	f.Fuzz(func(t *testing.T, s, before string) {
		var want []passage.Word
		words := passage.Words(s)
		for _, w := range words {
			if w == "" {
				t.Fatalf("a word without letters in %q", s)
			}
			want = append(want, passage.WordOf(w))
		}
		slices.Sort(want)
		want = slices.Compact(want)
		of := func(text string, at int) finding.Finding {
			return finding.Finding{Text: text, Span: finding.Span{Start: at, End: at + len(text)}}
		}
		alone := passage.Of(of(s, 0))
		among := passage.New(passage.Source{Findings: []finding.Finding{of(before, 0), of(s, len(before)), of(before, len(before+s))}}, false).Passages[1]
		for _, p := range []passage.Passage{alone, among} {
			if !slices.Equal(p.Words, want) {
				t.Fatalf("%q has the words %v, want %v of %q", s, p.Words, want, words)
			}
			if len(p.Pairs) >= max(1, len(words)) || !slices.IsSorted(p.Pairs) {
				t.Fatalf("%q has %d words and the pairs %v", s, len(words), p.Pairs)
			}
		}
		if among.Text != s || !slices.Equal(alone.Pairs, among.Pairs) || alone.Line() != among.Line() {
			t.Fatalf("%q is read otherwise among others: %q", s, among.Line())
		}
	})
}

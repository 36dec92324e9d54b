package passage

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"
)

// Words returns the content words of a text, those that tell what it is about,
// without their endings, in its order. Stop words are left out, and so are
// references to pages and paragraphs.
func Words(s string) []string {
	out := []string{}
	for s, n := range words(text.Folded(s)) {
		if w, ok := Content(s[:n]); ok {
			out = append(out, w)
		}
	}
	return out
}

// Content returns a word in lower case without its ending, if it is a content word.
func Content(w string) (string, bool) {
	if len(w) < 2 || marks().of(WordOf(w))&stop != 0 {
		return "", false
	}
	n, more := stem(w)
	if more == 0 {
		return w[:n], true
	}
	return w[:n] + string(more), true
}

// words yields the rest of a line from each word on that has two letters or digits, and
// how long the word is.
func words(line string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		line = WithoutReferences(line)
		for i := 0; i < len(line); {
			n := text.WordAt(line[i:])
			if n == 0 {
				i++
				continue
			}
			from := i
			i += n
			if strings.HasSuffix(line[from:i], "'s") {
				n -= 2
			}
			if n > 1 && !yield(line[from:], n) {
				return
			}
		}
	}
}

// read sets what the text of a passage tells. Its words and pairs are kept in room, which
// is returned.
func (p *Passage) read(r room) room {
	p.Topics, p.Continues = practiceLast(p.Themes), text.HasAnyPrefix(p.line, continuations...)
	w, ps := len(r.words), len(r.pairs)
	marks := marks()
	for s, n := range words(p.line) {
		m := marks.of(wordOf(s, n, 0))
		p.marks |= m
		if m&stop == 0 {
			n, more := stem(s[:n])
			r.words = append(r.words, wordOf(s, n, more))
		}
	}
	for i := w + 1; i < len(r.words); i++ {
		r.pairs = append(r.pairs, pairOf(r.words[i-1], r.words[i]))
	}
	p.Words, p.Pairs = sortedOnce(r.words[w:len(r.words):len(r.words)]), sortedOnce(r.pairs[ps:len(r.pairs):len(r.pairs)])
	return r
}

// room holds the words and pairs of many passages.
type room struct {
	words []Word
	pairs []Pair
}

// roomFor is room for what a text of so many bytes mostly has.
func roomFor(size int) room {
	n := size / bytesPerWord
	return room{make([]Word, 0, n), make([]Pair, 0, n)}
}

// bytesPerWord is fewer bytes than a text mostly has for each content word.
const bytesPerWord = 10

// sortedOnce sorts a list in place and leaves each once.
func sortedOnce[E cmp.Ordered](list []E) []E {
	slices.Sort(list)
	return slices.Compact(list)
}

// Shared counts what is in both of two sorted lists.
func Shared[E cmp.Ordered](a, b []E) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// InBoth yields what is in both of two sorted lists.
func InBoth[E cmp.Ordered](a, b []E) iter.Seq[E] {
	return func(yield func(E) bool) {
		for i, j := 0, 0; i < len(a) && j < len(b); {
			switch {
			case a[i] < b[j]:
				i++
			case a[i] > b[j]:
				j++
			default:
				if !yield(a[i]) {
					return
				}
				i, j = i+1, j+1
			}
		}
	}
}

// references are how a place in a report is named in brackets after a
// recommendation: "(Page 12, paragraph 31)", "(paragraphs 20 and 44)".
var references = []string{"page", "para", "pp", "see "}

// WithoutReferences removes the references to pages and paragraphs from a text in
// lower case.
func WithoutReferences(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '(')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], ')')
		if end < 0 {
			break
		}
		end += open + 1
		inside := s[open+1 : end]
		if text.HasAnyPrefix(inside, references...) && strings.ContainsAny(inside, "0123456789") {
			b.WriteString(strings.TrimRight(s[:open], " "))
		} else {
			b.WriteString(s[:end])
		}
		s = s[end:]
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	return b.String()
}

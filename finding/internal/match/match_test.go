package match_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// patterns use every element that a pattern can have.
var patterns = []string{
	"plan", "plans", "plan*", "child protection plan*", "(strong|good) practice", "not … enough",
	"# year old*", "#", "@be good", "too (many|few)", "well being", "good", "%", "# %", "a … b … c", "(very |)small number",
	// Words and prefixes of 8, 9, 16, 17 letters, and prefixes in prefixes.
	"children", "childhood", "responsibilities", "institutionalised", "institutionally … # good",
	"childr*", "children*", "childhood*", "accommodat*", "accommodation*", "institutionalis*", "2018", "are not good", "@doc is good",
}

var classes = map[string][]string{"be": {"is", "are", "was"}, "doc": {"plan", "plan*", "plans", "note", "note"}, "unused": {"good", "plan*"}}

func TestHits(t *testing.T) {
	t.Parallel()
	x, matchers, err := match.Compile(classes, patterns)
	require.NoError(t, err)
	m := matchers[0]
	for _, test := range []struct{ name, text, want string }{
		{"a word in any case", "PLANS", "PLANS|PLANS"},
		{"longest first", "child-protection planning good", "child-protection planning|planning|good"},
		{"a possessive ending is not part of a word", "the plan’s good practice", "plan|plan|good practice|good"},
		{"a gap of none to three words", "not robust or clear enough; not e f g h enough", "not robust or clear enough"},
		{"no match across a comma", "good, practice", "good"},
		{"a class", "It was good", "was good|good"},
		{"numbers", "16-year-olds, 58%", "16-year-olds|16|58%|58|%"},
		{"optional words", "very small numbers, a very small number, small number", "very small number|small number|small number"},
		{"quotation marks and hyphens divide words", "‘well-being’", "well-being"},
		{"two ways", "a b b c", "a b b c|a b b c"},
		{"eight letters", "Children, childre, childrens", "Children|Children|Children|childre|childrens|childrens"},
		{"nine letters", "CHILDHOOD childhoods", "CHILDHOOD|CHILDHOOD|childhoods"},
		{"sixteen letters", "Responsibilities responsibilitie responsibilitiesx", "Responsibilities"},
		{"seventeen letters", "institutionalised Institutionalisee institutionali", "institutionalised|institutionalised|Institutionalisee"},
		{"prefixes in prefixes", "accommodating accommodations", "accommodating|accommodations|accommodations"},
		{"a letter of another script ends no word", "childré, chil\u00e9dr, good\u00e9", "childré"},
		{"a number that is a word as well", "2018 2019", "2018|2018|2019"},
		{"a class that names a word twice", "the plans is good, a note is good", "plans is good|plans|plans|is good|good|note is good|is good|good"},
		{"a contraction", "aren’t good", "aren’t good|good"},
		{"nothing", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			words := x.Words(nil, test.text)
			var got []string
			hits := m.Hits(nil, words)
			slices.SortFunc(hits, func(a, b match.Hit) int {
				switch {
				case a.First != b.First:
					return int(a.First - b.First)
				case m.Outdoes(a, b):
					return -1
				case m.Outdoes(b, a):
					return 1
				}
				return 0
			})
			for _, h := range hits {
				got = append(got, test.text[words[h.First].Start:words[h.Last].End])
			}
			assert.Equal(t, test.want, strings.Join(got, "|"))
		})
	}
}

func TestOutdoes(t *testing.T) {
	t.Parallel()
	x, matchers, err := match.Compile(map[string][]string{"a": {"plans"}}, []string{"child protection plan", "plan*", "plans", "(plans|plan)", "@a", "not … good"})
	require.NoError(t, err)
	m := matchers[0]
	best := func(text string) int {
		hits := m.Hits(nil, x.Words(nil, text))
		require.NotEmpty(t, hits)
		best := hits[0]
		for _, h := range hits {
			assert.False(t, m.Outdoes(h, best) && m.Outdoes(best, h))
			if h.First == best.First && m.Outdoes(h, best) {
				best = h
			}
		}
		return int(best.Pattern)
	}
	assert.Equal(t, 0, best("child protection plan"))
	assert.Equal(t, 2, best("plans"), "plainer than plan* and @a, and before (plans|plan)")
	assert.Equal(t, 1, best("planning"))
	assert.Equal(t, 5, best("not good"))
}

func TestCompileRefusesFaultyPatterns(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, pattern, want string }{
		{"an open bracket", "a (a|b", "not closed"},
		{"a bracket in another", "a (a|(b) c)", "not closed"},
		{"a bar outside brackets", "a|b", "not closed"},
		{"a class that is not there", "@no", "no class"},
		{"a prefix of digits", "20*", "3 to 16 letters"},
		{"a long prefix", "institutionalisat*", "3 to 16 letters"},
		{"a character that no word has", "don’t", "no word"},
		{"a capital", "Ofsted", "no word"},
		{"a capital in a word that is known", "good (Good|practice)", "no word"},
		{"a gap at the end", "not …", "gap at an end"},
		{"nothing", "", "nothing"},
		{"a lone star", "*", "no letters"},
		{"a short beginning", "pl*", "3 to 16 letters"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, _, err := match.Compile(nil, []string{test.pattern})
			assert.ErrorContains(t, err, test.want)
		})
	}
}

func FuzzHits(f *testing.F) {
	for _, seed := range []string{
		"Child protection plans are not yet good enough – too few are.", "16- and 17-year-olds’ plans, 58% of them",
		"a b c a b b c", "\xe2\x80\x99s \xe2 plan\xc2\xa0good", "not not not enough enough", "",
		"They aren’t good, can't, won't; n't an’t", "children’s childhoods, institutionalised accommodation 2018 and 2018a",
		"institutionally a 2018 good é childrené plan\xff", "\xffn't \xffen't",
	} {
		f.Add(seed)
	}
	x, matchers, err := match.Compile(classes, patterns)
	require.NoError(f, err)
	m := matchers[0]
	f.Fuzz(func(t *testing.T, text string) {
		words := x.Words(nil, text)
		want := slowWords(text)
		if len(words) != len(want) {
			t.Fatalf("%q: %d words, the slow reader finds %d", text, len(words), len(want))
		}
		for i, w := range words {
			if s := want[i]; int(w.Start) != s.start || int(w.End) != s.end || w.Break != s.brk {
				t.Fatalf("%q: word %d is %v, the slow reader finds %v", text, i, w, s)
			}
		}
		got := m.Hits(nil, words)
		slow := slowHits(want)
		total := 0
		for _, n := range slow {
			total += n
		}
		if len(got) != total {
			t.Fatalf("%q: %d hits, the slow matcher finds %d", text, len(got), total)
		}
		for _, h := range got {
			slow[h]--
			if slow[h] < 0 {
				t.Fatalf("%q: the slow matcher does not find %v", text, h)
			}
		}
		for i := 1; i < len(got); i++ {
			if a, b := got[i-1], got[i]; a.First > b.First {
				t.Fatalf("%q: %v is before %v", text, a, b)
			}
		}
	})
}

// slowWord and what follows are the oracle: they do what the package does, slowly
// and plainly.
type slowWord struct {
	start, end int
	brk        match.Break
	text       string
}

func slowWords(text string) []slowWord {
	var out []slowWord
	brk := match.Stop
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !letter(r) {
			switch {
			case r == ',':
				brk = max(brk, match.Comma)
			case r == '(' || r == '[':
				brk = max(brk, match.Open)
			case r == ')' || r == ']':
				brk = max(brk, match.Close)
			case r == '–' || r == '—' || r == '-' && i > 0 && text[i-1] == ' ' && strings.HasPrefix(text[i+1:], " "):
				brk = max(brk, match.Dash)
			case strings.ContainsRune(".;:?!", r):
				brk = max(brk, match.Stop)
			}
			i += n
			continue
		}
		start := i
		if r == '%' {
			i++
		}
		for r != '%' && i < len(text) {
			c, n := utf8.DecodeRuneInString(text[i:])
			if !letter(c) || c == '%' {
				break
			}
			i += n
		}
		out = append(out, slowWord{start, i, brk, strings.Map(lower, text[start:i])})
		brk = match.Space
		if n, not := slowNot(text, start, i); not > 0 {
			word := &out[len(out)-1]
			word.end, word.text = n, strings.Map(lower, text[start:n])
			out = append(out, slowWord{n, not, match.Space, "not"})
			i = not
			continue
		}
		for _, s := range []string{"'s", "'S", "’s", "’S"} {
			if rest, ok := strings.CutPrefix(text[i:], s); ok {
				if c, _ := utf8.DecodeRuneInString(rest); rest == "" || !letter(c) {
					i += len(s)
					break
				}
			}
		}
	}
	return out
}

// slowNot reports whether the word text[start:end] is the first part of a
// contraction with "not": where the verb ends, and the contraction.
func slowNot(text string, start, end int) (verb, not int) {
	word := strings.Map(lower, text[start:end])
	for _, s := range []string{"'t", "'T", "’t", "’T"} {
		rest, ok := strings.CutPrefix(text[end:], s)
		if c, _ := utf8.DecodeRuneInString(rest); !ok || rest != "" && letter(c) {
			continue
		}
		switch {
		case word == "can":
			return end, end + len(s)
		case end-start >= len("don") && strings.HasSuffix(word, "n"): // word is longer where a byte is invalid
			return end - 1, end + len(s)
		}
	}
	return 0, 0
}

func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// letter reports whether r is part of a word: neither ASCII punctuation or space,
// nor a no-break space, nor general punctuation from U+2000 to U+203F.
func letter(r rune) bool {
	switch {
	case r < 0x80:
		return r == '%' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	case r == 0xA0, r >= 0x2000 && r < 0x2040:
		return false
	}
	return true
}

func slowHits(words []slowWord) map[match.Hit]int {
	out := map[match.Hit]int{}
	for p, pattern := range patterns {
		for _, phrase := range match.Expand(pattern) {
			for i := range words {
				for _, last := range slowMatch(words, i, strings.Fields(phrase)) {
					out[match.Hit{Pattern: uint16(p), First: int32(i), Last: int32(last)}]++
				}
			}
		}
	}
	return out
}

// slowMatch returns the last word of each way in which the elements match from
// word i.
func slowMatch(words []slowWord, i int, elements []string) []int {
	if elements[0] == "…" {
		var out []int
		for k := i; k <= i+3 && k < len(words) && words[k].brk == match.Space; k++ {
			out = append(out, slowMatch(words, k, elements[1:])...)
		}
		return out
	}
	if i >= len(words) || !slowIs(words[i].text, elements[0]) {
		return nil
	}
	if len(elements) == 1 {
		return []int{i}
	}
	if i+1 < len(words) && words[i+1].brk == match.Space {
		return slowMatch(words, i+1, elements[1:])
	}
	return nil
}

func slowIs(word, element string) bool {
	if class, ok := strings.CutPrefix(element, "@"); ok {
		for _, w := range classes[class] {
			if slowIs(word, w) {
				return true
			}
		}
		return false
	}
	if element == "#" {
		return strings.Trim(word, "0123456789") == "" && word != ""
	}
	if stem, ok := strings.CutSuffix(element, "*"); ok {
		return strings.HasPrefix(word, stem)
	}
	return word == element
}

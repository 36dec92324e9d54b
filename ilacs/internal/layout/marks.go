package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/internal/text"
)

// knownMark is the mark that others become.
const knownMark = "\u2022"

// plainMarks gives a bullet of one form to lists whose marks a tool has turned
// into something else: a letter or an unknown sign that the symbol font's mark
// has become, "(cid:127)", and enumerations as "(1)" and "a)". Such a mark is
// told by its coming again at the start of another line nearby.
func plainMarks(t *Text) *Text {
	type found struct {
		at, n int
		key   string
		line  int
	}
	var all []found
	line := 0
	ends := newLineEnds(t.S)
	for start := 0; start < len(t.S); line++ {
		end := ends.after(start)
		at := skipSpace(t.S, start)
		if n, key := oddMark(t.S[at:end]); n > 0 {
			all = append(all, found{at, n, key, line})
		}
		start = end + 1
	}
	again := func(i int) bool {
		for k := i - 1; k >= 0 && all[i].line-all[k].line <= farthestMark; k-- {
			if follows(all[k].key, all[i].key) {
				return true
			}
		}
		for k := i + 1; k < len(all) && all[k].line-all[i].line <= farthestMark; k++ {
			if follows(all[i].key, all[k].key) {
				return true
			}
		}
		return false
	}
	if len(all) == 0 {
		return t
	}
	out := &Text{S: t.S, Invalid: t.Invalid, before: t}
	c := cleaner{t: out, s: t.S}
	for i, f := range all {
		if again(i) {
			c.put(f.at, f.n, knownMark)
		}
	}
	if c.out.Len() == 0 {
		return t
	}
	c.finish()
	return out
}

// farthestMark is how many lines lie between two marks of a list at the most.
const farthestMark = 12

// oddMark is the length of a mark that is no bullet as such at the start of a
// line, and what the mark is; for an enumeration, its number after its form.
func oddMark(s string) (n int, key string) {
	if len(s) < 2 || text.IsLetter(s[0]) && text.IsLetter(s[1]) { // as most lines begin
		return 0, ""
	}
	if rest, ok := strings.CutPrefix(s, "(cid:"); ok {
		if k := strings.IndexByte(rest, ')'); k > 0 && k < 5 && BareNumber(rest[:k]) >= 0 {
			return len("(cid:") + k + 1, "cid"
		}
	}
	if n, key = enumerator(s); n > 0 {
		return n, key
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case size == 0 || size >= len(s) || s[size] != ' ' && s[size] != '\t':
		if !unicode.Is(unicode.Co, r) || size >= len(s) {
			return 0, ""
		}
	case r < utf8.RuneSelf && !text.IsLetter(byte(r)):
		return 0, ""
	case text.IsLetter(byte(r)) && r < utf8.RuneSelf:
		rest := strings.TrimLeft(s[size:], " \t")
		if r == 'a' || r == 'A' || r == 'I' || rest == "" || !upper(rest[0]) {
			return 0, ""
		}
	case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("\u2018\u2019\u201C\u201D\u00A3\u20AC\u00A9", r):
		return 0, ""
	}
	if _, known := bullets[r]; known {
		return 0, ""
	}
	return size, string(r)
}

// enumerator is the length of "(1)", "1)", "(a)" or "a)" at the start of s, and
// its form with its number.
func enumerator(s string) (n int, key string) {
	open := strings.HasPrefix(s, "(")
	if open {
		s = s[1:]
	}
	k := strings.IndexByte(s, ')')
	if k < 1 || k > 2 || k+1 >= len(s) || s[k+1] != ' ' {
		return 0, ""
	}
	form := ")"
	if open {
		form = "()"
	}
	switch number := BareNumber(s[:k]); {
	case number > 0:
		return k + len(form), form + "1" + string(rune(number))
	case k == 1 && lower(s[0]):
		return k + len(form), form + "a" + s[:1]
	}
	return 0, ""
}

// follows reports whether the mark b comes again after a: the same, or the next
// of an enumeration.
func follows(a, b string) bool {
	if !strings.HasPrefix(a, "(") && !strings.HasPrefix(a, ")") {
		return a == b
	}
	ra, na := utf8.DecodeLastRuneInString(a)
	rb, nb := utf8.DecodeLastRuneInString(b)
	return a[:len(a)-na] == b[:max(0, len(b)-nb)] && rb == ra+1
}

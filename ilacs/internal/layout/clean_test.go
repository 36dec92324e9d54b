package layout_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

func TestClean(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in, want string
		invalid        int
	}{
		{"plain text", "Leaders listen.\n\tThey act.\f", "Leaders listen.\n\tThey act.\f", 0},
		{"quotation marks and dashes stay", "‘Yes’ – “no” — it’s", "‘Yes’ – “no” — it’s", 0},
		{"accents stay", "Zoë", "Zoë", 0},
		{"CRLF", "a\r\nb\r\n\r\nc", "a\nb\n\nc", 0},
		{"CR", "a\rb\r\rc", "a\nb\n\nc", 0},
		{"vertical tab", "a\vb", "a\nb", 0},
		{"next line and line separators", "a\u0085b\u2028c\u2029d", "a\nb\nc\nd", 0},
		{"byte order mark", "\ufeffa", "a", 0},
		{"no-break space", "the\u00a0child", "the child", 0},
		{"other spaces", "a\u2003b\u2009c\u202fd\u205fe\u3000f", "a b c d e f", 0},
		{"zero-width characters", "chil\u200bd\u2060ren\u200e", "children", 0},
		{"soft hyphen", "chil\u00addren", "children", 0},
		{"soft hyphen at a line's end", "chil\u00ad\n   dren", "children", 0},
		{"soft hyphen at a line's end, CRLF", "chil\u00ad\r\ndren", "children", 0},
		{"hyphens proper", "follow\u2010up, 16\u201117", "follow-up, 16-17", 0},
		{"PDFium's hyphen", "follow\ufffeup", "follow-up", 0},
		{"ligatures", "oﬀer ﬁnd ﬂow oﬃce baﬄe ﬅill faﬆ", "offer find flow office baffle still fast", 0},
		{"control characters", "a\x00b\x07c\x7fd", "a b c d", 0},
		{"C1 control characters", "a\u0091b", "a b", 0},
		{"private-use bullets stay", "\uf0b7 a", "\uf0b7 a", 0},
		{"invalid UTF-8", "a\xffb\xc3", "a\ufffdb\ufffd", 2},
		{"the replacement character is valid", "a\ufffdb", "a\ufffdb", 0},
		{"Markdown bold", "### **Headline findings**\n\ntext", "### Headline findings\n\ntext", 0},
		{"Markdown escapes", "# A\n\n\\- one\n1\\. two", "# A\n\n- one\n1. two", 0},
		{"Markdown bullets stay", "# A\n\n* one\n* *two*", "# A\n\n* one\n* two", 0},
		{"asterisks that are no markup", "a * b and c*", "a * b and c*", 0},
		{"a backslash that is no markup", `C:\temp\-x`, `C:\temp\-x`, 0},
		{"nothing", "", "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := layout.Clean(tt.in)
			assert.Equal(t, tt.want, got.S)
			assert.Equal(t, tt.invalid, got.Invalid)
		})
	}
}

// The word that stands in the plain text is found again in the source.
func TestSource(t *testing.T) {
	t.Parallel()
	for name, in := range map[string]string{
		"nothing changed":   "aaa child bbb",
		"CRLF before":       "a\r\na\r\na child bbb",
		"ligature before":   "ﬁﬂ child bbb",
		"ligatures around":  "oﬃce child ﬁnds",
		"no-break spaces":   "a\u00a0a\u00a0child\u00a0b",
		"byte order mark":   "\ufeffchild b",
		"soft hyphens":      "a\u00adb\u00adc child d\u00ade",
		"invalid bytes":     "\xff\xfe child \xff",
		"zero-width spaces": "a\u200b \u200bchild\u200b",
		"Markdown":          "**a** child\n**b**",
		"at the end":        "ﬁ child",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			plain := layout.Clean(in)
			at := strings.Index(plain.S, "child")
			got := in[plain.SourceOffset(at) : plain.SourceOffset(at+len("child")-1)+1]
			assert.Equal(t, "child", got)
		})
	}
}

func TestCleanAllocatesNothingWhereNothingChanges(t *testing.T) {
	text := strings.Repeat("Leaders’ plans are clear – and short.\n", 1000)
	assert.LessOrEqual(t, testing.AllocsPerRun(10, func() { layout.Clean(text) }), 1.0, "the Text alone")
}

var seeds = []string{
	"", "a", "Leaders listen.\r\nThey act.\f2\n", "\ufeffInspection of\u00a0Wexcombe\n\n12. oﬃce ﬁnds\u00ad\n  it", "\xff\xc3\x28", "**a** \\- b\n# c\n* d",
	"a\u0085b\u2028c\vd\x00e", "• one\n  – two\no  three\n\uf0b7four", "1\n\f2\n\f3\n", "Title        Good\n\n1. A.\n2. B.\n\f\nfooter 1\n\f\nfooter 2\n\f\nfooter 3",
	"follow-\nup children aged\n16. This\n\n17. That.", "What needs to improve ◼ one ◼ two\n", "1\nA footnote.\n\fbody", "\ufffe\u00ad\n\n\u00ad",
}

// What Clean does not lose are the letters; and each place in the plain text
// has its place in the source, in order.
func FuzzClean(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := layout.Clean(s)
		if !utf8.ValidString(text.S) {
			t.Fatalf("%q: not valid UTF-8: %q", s, text.S)
		}
		// A letter that is the mark of a list's entries becomes a bullet.
		marked := strings.Count(text.S, "•") > strings.Count(s, "•")
		if plainASCII(s) && !marked {
			want := s
			if strings.Count(s, "\n-\n") == 1 { // a hyphen alone joins its lines
				want = strings.Replace(s, "\n-\n", "-", 1)
			}
			if unspaced(text.S) != unspaced(want) {
				t.Fatalf("%q became %q", s, text.S)
			}
		}
		if got, want := letters(text.S), letters(s); got != want && !marked && utf8.ValidString(s) {
			t.Fatalf("%q: letters %q, not %q", s, got, want)
		}
		last := 0
		for i, r := range text.S + "." {
			at := text.SourceOffset(i)
			if at < last || at > len(s) {
				t.Fatalf("%q: %d of the plain text is %d of the source, after %d", s, i, at, last)
			}
			last = at
			if r < utf8.RuneSelf && unicode.IsLetter(r) && s[at] < utf8.RuneSelf && s[at] != byte(r) && (i == 0 || text.SourceOffset(i-1) >= at-1) {
				t.Fatalf("%q: %q of the plain text is %q of the source", s, r, s[at])
			}
		}
	})
}

// unspaced is s without its spaces, which Clean may take away before a mark and
// inside a cut word.
func unspaced(s string) string { return strings.ReplaceAll(s, " ", "") }

// plainASCII reports whether there is nothing in s but spaces that Clean has to
// change.
func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != '\n' && c != '\t' && c != '\f' && (c < ' ' || c > '~' || c == '*' || c == '\\') {
			return false
		}
	}
	return true
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// letters are the letters of s, ligatures spelled out.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, ligatures.Replace(s))
}

func BenchmarkClean(b *testing.B) {
	text := strings.Repeat("Leaders’ plans are clear – and short. The oﬃce ﬁnds\u00a0them.\r\n", 1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		layout.Clean(text)
	}
}

package text_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/internal/text"
)

// Lower says what a loop over all bytes says, wherever the capitals stand and
// however long the text is, and allocates the text that it returns alone.
func TestLower(t *testing.T) {
	t.Parallel()
	slow := func(s string) string {
		b := []byte(s)
		for i, c := range b {
			if c >= 'A' && c <= 'Z' {
				b[i] = c - 'A' + 'a'
			}
		}
		return string(b)
	}
	for n := range 300 {
		plain := strings.Repeat("a@[`{é\n’ ", n/9+1)[:n]
		assert.Equal(t, plain, text.Lower(plain))
		for _, at := range []int{0, 1, n / 2, 127, 128, 129, n - 1} {
			if at >= 0 && at < n {
				s := plain[:at] + "Z" + plain[at+1:] + "AMZ"
				assert.Equal(t, slow(s), text.Lower(s))
				assert.Equal(t, strings.ReplaceAll(slow(s), "\n", " "), text.LowerLine(s))
			}
		}
	}
}

func TestLowerAllocatesOnce(t *testing.T) {
	s := strings.Repeat("Wexcombe ", 100)
	assert.EqualValues(t, 1, testing.AllocsPerRun(10, func() { text.Lower(s) }))
	small := strings.ToLower(s)
	assert.Zero(t, testing.AllocsPerRun(10, func() { text.Lower(small) }))
}

// Plain says what a loop over all characters says, wherever the marks stand.
func TestPlain(t *testing.T) {
	t.Parallel()
	slow := func(s string) string {
		s = strings.NewReplacer("‘", "'", "’", "'", "‚", "'", "ʼ", "'", "`", "'", "´", "'", "“", `"`, "”", `"`, "„", `"`,
			"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "―", "-", "−", "-", "─", "-", "\t", " ").Replace(s)
		for strings.Contains(s, "  ") {
			s = strings.ReplaceAll(s, "  ", " ")
		}
		return s
	}
	for _, mark := range []string{"", " ", "  ", "\t", " \t", "`", "‘", "’ ", " ”", "–", "é", "€", " é ", "   "} {
		for n := range 20 {
			for _, more := range []string{"", "xyz", mark, " " + mark + "’"} {
				s := "plan of many children"[:n] + mark + more
				assert.Equal(t, slow(s), text.Plain(s), "%q", s)
			}
		}
	}
}

// Folded is Plain and Lower in one.
func TestFolded(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"a", "Plan", " ", "  ", "\t", "’", "“Z", "–", "é", "É", "\xff", "`", "M@[{"}
	for range 20_000 {
		s := ""
		for range r.IntN(9) {
			s += pieces[r.IntN(len(pieces))]
		}
		want := text.Lower(text.Plain(s))
		require.Equal(t, want, text.Folded(s), "%q", s)
		require.Equal(t, "x "+want, string(text.AppendFolded([]byte("x "), s)), "%q", s)
	}
}

func TestWordAt(t *testing.T) {
	t.Parallel()
	for s, n := range map[string]int{
		"plans are": 5, "council's plan": 9, "councils' plan": 8, "16-year-olds": 2, "2.5 days": 3, "12. plan": 2, " plan": 0, "’s": 0, "a": 1, "o'": 1,
	} {
		assert.Equal(t, n, text.WordAt(s), s)
	}
}

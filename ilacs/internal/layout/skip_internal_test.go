package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/internal/text"
)

// written returns a text of n of the characters that matter.
func written(r *rand.Rand, n int) string {
	const marks = "aaabzAZ    ..*\\\n\t\f[`{@!~\x00\x1f\x7f\x80\xff\xa0é’"
	b := make([]byte, n)
	for i := range b {
		if b[i] = marks[r.IntN(len(marks))]; r.IntN(4) > 0 {
			b[i] = "ab "[r.IntN(3)]
		}
	}
	return string(b)
}

// Eight characters at a time and one at a time are skipped the same.
func TestSkipEight(t *testing.T) {
	t.Parallel()
	slow := func(s string, i int) int {
		for ; i < len(s); i++ {
			switch {
			case s[i] > ' ' && s[i] <= '~' && s[i] != '*' && s[i] != '\\':
			case s[i] != ' ' || i+2 >= len(s) || s[i+1] != ' ' && (s[i+2] == ' ' || !text.IsLetter(s[i+1])):
				return i
			}
		}
		return i
	}
	far := 0
	check := func(s string) {
		for i := range len(s) + 1 {
			require.Equal(t, slow(s, i), skipOrdinary(s, i), "%q from %d", s, i)
			far = max(far, slow(s, i)-i)
		}
	}
	for c := range 256 { // each character at each place, before and after a space
		for _, around := range []string{"abcdefghijk", "a b c defghijk", "ab  cd  ef  gh"} {
			for at := range len(around) {
				check(around[:at] + string([]byte{byte(c)}) + around[at:])
				check(around[:at] + string([]byte{' ', byte(c), ' '}) + around[at:])
			}
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 3000 {
		check(written(r, n%60))
	}
	require.Greater(t, far, 8)
}

func TestDoubleSpace(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	found := 0
	for n := range 3000 {
		s := written(r, n%40)
		if n%2 == 0 {
			s = strings.ReplaceAll(s, "  ", " x")
		}
		require.Equal(t, strings.Index(s, "  "), doubleSpace(s), "%q", s)
		if doubleSpace(s) >= 0 {
			found++
		}
	}
	require.Greater(t, found, 100)
	require.Less(t, found, 2900)
}

// prose returns a text of words of any length, so that no processor foresees where
// the next one ends, in lines of some hundred bytes.
func prose(words int) string {
	r := rand.New(rand.NewPCG(5, 6))
	var b strings.Builder
	for i := range words {
		b.WriteString("unaccompanied"[r.IntN(12):])
		b.WriteByte(" \n"[i%16/15])
	}
	return b.String()
}

func BenchmarkSkipOrdinary(b *testing.B) {
	s := prose(10_000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for i := 0; i < len(s); {
			i = skipOrdinary(s, i) + 1
		}
	}
}

func BenchmarkDoubleSpace(b *testing.B) {
	lines := strings.Split(prose(10_000), "\n")
	for b.Loop() {
		for _, line := range lines {
			doubleSpace(line)
		}
	}
}

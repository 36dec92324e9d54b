package text_test

import (
	"bytes"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/internal/text"
)

func TestEight(t *testing.T) {
	t.Parallel()
	s := "0abcdefgh9"
	assert.Equal(t, uint64('a'), text.Eight(s, 1)&0xff)
	assert.Equal(t, uint64('h'), text.Eight(s, 1)>>56)
	assert.Equal(t, uint64('9'), text.Eight(s, 2)>>56)
	assert.Panics(t, func() { _ = text.Eight(s, 3) })
}

// Each byte is told by itself, whatever stands beside it.
func TestEqualIn(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 100_000 {
		c := byte(r.Uint32())
		var b [8]byte
		want := uint64(0)
		for i := range b {
			if b[i] = c + byte(r.IntN(4)) - 1; b[i] == c {
				want |= 0x80 << (8 * i)
			}
		}
		require.Equal(t, want, text.EqualIn(text.Eight(string(b[:]), 0), c), "%q in %q", c, b)
		found += bits.OnesCount64(want)
	}
	require.Greater(t, found, 100_000)
}

func TestDigitsIn(t *testing.T) {
	t.Parallel()
	for c := range 256 {
		for at := range 8 {
			b := []byte("\xffa/: \x00~9")
			want := uint64(0x80) << 56
			b[at] = byte(c)
			if at == 7 {
				want = 0
			}
			if c >= '0' && c <= '9' {
				want |= 0x80 << (8 * at)
			}
			require.Equal(t, want, text.DigitsIn(text.Eight(string(b), 0)), "%q", b)
		}
	}
}

// A word ends at the first character that it may not have, wherever that stands.
func TestWordEnds(t *testing.T) {
	t.Parallel()
	for c := range 256 {
		for at := 1; at < 19; at++ {
			b := []byte("abcyzabcyzabcyzabcyz")
			b[at] = byte(c)
			want := at
			if c >= 'a' && c <= 'z' || c == '\'' {
				want = len(b)
			}
			require.Equal(t, want, text.WordAt(string(b)), "%q", b)
		}
	}
	assert.Equal(t, 8, text.WordAt("children'"), "an apostrophe stands between letters")
	assert.Equal(t, 8, text.WordAt("children''s"))
	assert.Equal(t, 3, text.WordAt("2.5."))
	assert.Zero(t, text.WordAt("'s"))
}

// Capitals are made small wherever they stand, and nothing else is changed.
func TestLowerAnywhere(t *testing.T) {
	t.Parallel()
	for c := range 256 {
		for at := range 19 {
			b := []byte("@[`{z0\xc1 @[`{z0\xc1 @[`")
			b[at] = byte(c)
			small := bytes.Clone(b)
			if c >= 'A' && c <= 'Z' {
				small[at] = byte(c) + 'a' - 'A'
			}
			require.Equal(t, string(small), text.Lower(string(b)))
		}
	}
}

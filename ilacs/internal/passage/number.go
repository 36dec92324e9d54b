package passage

import "github.com/ilacs-go/inspection/internal/text"

// A Word is a content word without its ending, by a number that is the same for the
// same letters in every document: numbers are compared, sorted and looked up in a
// fraction of the time of texts. Those of two words could be equal; of words of up to
// eight letters they are not, and of any two longer ones they are once in 10^19.
type Word uint64

// A Pair is two words that stand next to each other, such as "life story" and "return
// interview", by a number like that of a [Word].
type Pair uint64

// WordOf returns the number of a word that has no ending.
func WordOf(w string) Word { return wordOf(w, len(w), 0) }

// odd spreads the bits of a number over a product: the golden ratio times 2^64.
const odd = 0x9e3779b97f4a7c15

// wordOf returns the number of the word that is the first n bytes of s, and then more,
// unless that is 0.
func wordOf(s string, n int, more byte) Word {
	h := uint64(0)
	for ; n > 8 || n == 8 && more != 0; s, n = s[8:], n-8 {
		h = mixed(h ^ text.Eight(s, 0))
	}
	x := uint64(more) << (8 * n)
	if len(s) >= 8 {
		x |= text.Eight(s, 0) & (1<<(8*n) - 1)
	} else {
		for i := range n {
			x |= uint64(s[i]) << (8 * i)
		}
	}
	return Word(mixed(h ^ x))
}

// mixed returns a number of which every bit depends on all lower ones of n, and the low
// ones on the high ones too. No two numbers give the same.
func mixed(n uint64) uint64 {
	n *= odd
	return n ^ n>>32
}

func pairOf(a, b Word) Pair {
	return Pair(mixed(uint64(a)*odd>>1 ^ uint64(b)))
}

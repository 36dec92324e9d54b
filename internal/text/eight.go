package text

// The functions below look at eight bytes of a text at once, for the loops that walk
// over all of it: no processor foresees where the next space or full stop stands.

const eachByte = 0x0101010101010101

// HighBits has the highest bit of each byte, which no ASCII character has.
const HighBits = 0x8080808080808080

// Eight returns the eight bytes of s from i on as one number, the first in its lowest
// byte.
func Eight(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// EqualIn returns a number with the highest bit set in each byte of block that is c.
func EqualIn(block uint64, c byte) uint64 {
	x := block ^ eachByte*uint64(c) // 0 where it is c
	return ^(x&^HighBits + (HighBits - eachByte) | x) & HighBits
}

// DigitsIn returns a number with the highest bit set in each byte of block that is an
// ASCII digit.
func DigitsIn(block uint64) uint64 { return within(block, '0', '9') }

// within returns a number with the highest bit set in each byte of block that is one of
// the ASCII characters from first to last: for c from 0 to 127, c+0x80-x has that bit if
// c is x or more.
func within(block uint64, first, last byte) uint64 {
	c := block &^ HighBits
	return (c + eachByte*(0x80-uint64(first))) &^ (c + eachByte*(0x80-uint64(last)-1)) &^ block & HighBits
}

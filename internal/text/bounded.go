package text

import "strings"

// maxQuoted is the number of bytes of a text that an error quotes.
const maxQuoted = 80

// Bounded returns what an error keeps of a text that was refused: its beginning,
// in memory of its own.
func Bounded(input string) string {
	if len(input) > maxQuoted {
		return strings.ToValidUTF8(input[:maxQuoted], "") + "…"
	}
	return strings.Clone(input)
}

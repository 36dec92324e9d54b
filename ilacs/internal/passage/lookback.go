package passage

import "github.com/ilacs-go/inspection/internal/text"

// What a sentence says of the one before it, and of an earlier inspection: a
// document's own comparisons.

// lookAround marks what passages say of each other, and which look back.
func (d *Document) lookAround() {
	for i := range d.Passages {
		p, before := &d.Passages[i], (*Passage)(nil)
		if i > 0 && d.Passages[i-1].Paragraph == p.Paragraph {
			before = &d.Passages[i-1]
		}
		if before != nil && before.Section == p.Section {
			before.Countered = text.HasAnyPrefix(p.line, counters...)
		}
		if p.marks&earlier == 0 || !text.ContainsAny(p.line, earlierVisits...) {
			continue
		}
		p.LooksBack = true
		p.Past = !p.Section.Asks() && saysHowItWas(p.line)
		if before != nil && text.HasAnyPrefix(p.line, "this was ", "this is ", "these were ", "it was ", "that was ") {
			before.LooksBack = true
		}
	}
}

// Continues reports whether a sentence is about what the one before it is about,
// by how it begins.
func Continues(s string) bool {
	return text.HasAnyPrefix(text.Folded(s[:min(len(s), longestStart)]), continuations...)
}

// longestStart is more bytes of a sentence than tell how it begins.
const longestStart = 120

var (
	// continuations are how a sentence begins that is about what the one before it
	// is about, counters how one begins that sets something against it.
	continuations = []string{"this ", "these ", "they ", "it ", "as a result", "such ", "those ", "consequently", "therefore", "however, this ", "however, these ", "however, they ", "however, those "}
	counters      = []string{"however", "but ", "despite this", "nevertheless", "nonetheless"}
	// earlierVisits are the names of an earlier inspection or visit.
	earlierVisits = []string{
		"last inspection", "previous inspection", "last visit", "previous visit", "last ilacs", "previous ilacs",
		"last focused visit", "last monitoring visit", "at that time",
	}
)

// TellsPast reports whether a sentence only says how things were.
func TellsPast(s string) bool { return saysHowItWas(text.Folded(s)) }

// saysHowItWas reports whether a sentence that looks back only says how things
// were: "Oversight was weak at the last inspection."
func saysHowItWas(s string) bool {
	s = " " + s + " "
	return text.ContainsAny(s, " was ", " were ", " had ") &&
		!text.ContainsAny(s, " remain", " still ", " continue", " yet ", " is ", " are ", " has ", " have ", " now ", " as was ", " since ")
}

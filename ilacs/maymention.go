package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"
)

// maxSentence is how many bytes a sentence may have that is searched.
const maxSentence = 4000

// mayMention reports cheaply whether a sentence can refer to an earlier visit: whether
// it has one of a few words. Of each of these but "JTAI", which begins with a rare
// letter, five letters are enough to tell that it may be there, and four of those stand
// at an even offset: so every second place is looked at.
func (x earlierReader) mayMention(s string) bool {
	if len(s) > maxSentence {
		return false
	}
	if strings.Contains(s, "JTAI") {
		return true
	}
	if len(s) < 8 {
		return x.mentionsNear(s, 0)
	}
	last := (len(s) - 8) &^ 1
	for i := 0; ; i = min(i+6, last) {
		block := text.Eight(s, i)
		for k := 0; k <= 4; k += 2 {
			if tellsMention.has(uint32(block>>(8*k))) && x.mentionsNear(s, i+k) {
				return true
			}
		}
		if i == last {
			return false
		}
	}
}

// mayTellOfPast reports cheaply whether a sentence in lower case can say that a visit or
// a grade is an earlier one. In a report only a date, which has a digit, and a word that
// points back can: other documents give no grades of their own.
func (x earlierReader) mayTellOfPast(l string) bool {
	return x.source != SourceReport || strings.ContainsAny(l, "0123456789") || text.ContainsAny(l, pastWords...)
}

// mentionsNear reports whether one of the words that mayMention looks for, or the end
// of one, stands around s[at].
func (x earlierReader) mentionsNear(s string, at int) bool {
	for i := max(0, at-1); i < min(len(s), at+7); i++ {
		switch before, rest := s[:i], s[i:]; s[i] {
		case 'j':
			if text.HasAnyPrefix(rest, "judged", "judgement") {
				return true
			}
		case 'p':
			if strings.HasPrefix(rest, "pect") && strings.HasSuffix(before, "ns") {
				return true
			}
		case 'v':
			if strings.HasPrefix(rest, "visit") && x.mayNameVisit(before) {
				return true
			}
		case 'd':
			if strings.HasSuffix(before, "rate") || strings.HasSuffix(before, "grade") || strings.HasSuffix(before, "brande") {
				return true
			}
		case 'g':
			if strings.HasSuffix(before, "ratin") {
				return true
			}
		}
	}
	return false
}

// fourLetters is a set of four letters each, as a bit for each hash of them.
type fourLetters [1 << (fourLettersBits - 6)]uint64

const fourLettersBits = 12

// hashOfFour is a hash of four letters.
func hashOfFour(four uint32) uint32 { return four * 0x9E3779B1 >> (32 - fourLettersBits) }

// has reports whether four letters may be in the set.
func (f *fourLetters) has(four uint32) bool {
	h := hashOfFour(four)
	return f[h/64]>>(h%64)&1 != 0
}

// tellsMention has the first and the last four of five letters of each word that
// mayMention looks for.
var tellsMention = func() (f fourLetters) {
	for _, five := range []string{"judge", "nspec", "visit", "rated", "raded", "anded", "ratin"} {
		for _, four := range []string{five[:4], five[1:]} {
			h := hashOfFour(uint32(text.Eight(four+"    ", 0)))
			f[h/64] |= 1 << (h % 64)
		}
	}
	return f
}()

// mayNameVisit reports cheaply whether the word "visit" after a text can name a visit
// of Ofsted's.
func (x earlierReader) mayNameVisit(before string) bool {
	return x.visit.Type == VisitTypeMonitoring || strings.HasSuffix(before, "ed ") || strings.HasSuffix(before, "ing ") || strings.HasSuffix(before, "ance ")
}

// Package match finds many patterns of words in a text. A [Lexicon] reads the words of
// the text once, and a [Matcher] for each set of patterns finds those in one pass over
// the words.
//
// A pattern is a phrase of elements, separated by spaces:
//
//	word     that word, in any case; a hyphen divides words, and a possessive
//	         ending is not part of one
//	word*    any word that begins so
//	#        a number
//	@class   any word of a named class
//	(a|b)    either phrase; (a|) is optional
//	…        up to three words of any kind
//
// No pattern matches across a comma, a bracket or the end of a sentence.
package match

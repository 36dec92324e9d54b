package layout

import "slices"

// The weights of a line that may hold a page number, in a chain of them: alone on
// its line, or before text that certainly goes on from another page, it is
// surer than before a capital letter, where it may be the number of a footnote.
const surePage, likelyPage = 3, 2

// minPages is the fewest pages whose numbers make a chain, and sureOf the part of
// the numbers before text that must be sure: one of so many.
const minPages, sureOf = 4, 4

// pageMark is a line that may begin with the number of its page.
type pageMark struct {
	line, number int
	length       int // of the number with the space after it; 0 where it is alone
	sure         bool
	weight       int // of the chain that ends here
	before       int // the mark before it in the chain, -1 for none
}

// SplitPageNumbers cuts page numbers off the lines that some tools join to the text
// of the page, in texts that have no page breaks: "8 properly evidence the work".
// They are the numbers that rise from page to page, each after a blank line.
func SplitPageNumbers(s string, lines []Line) []Line {
	if slices.ContainsFunc(lines, func(l Line) bool { return l.NewPage }) {
		return lines
	}
	chain := pageChain(pageMarks(s, lines))
	joined, sure := 0, 0
	for _, m := range chain {
		if m.length > 0 {
			joined++
			if m.sure {
				sure++
			}
		}
	}
	if len(chain) < minPages || sure == 0 || sure*sureOf < joined {
		return lines
	}
	out := make([]Line, 0, len(lines)+joined)
	newPage := false
	for i, l := range lines {
		if l.NewPage = newPage; len(chain) > 0 && chain[0].line == i {
			number := l
			number.Furniture, newPage = true, true
			if n := chain[0].length; n > 0 {
				number.End = l.Start + int32(n-1)
				l.Start, l.Blanks, l.NewPage, l.Indent = l.Start+int32(skipSpace(l.Text(s), n)), 0, true, 0
				out, newPage = append(out, number, l), false
			} else {
				out = append(out, number)
			}
			chain = chain[1:]
			continue
		}
		newPage = false
		out = append(out, l)
	}
	return out
}

// pageMarks are the lines after a blank line that begin with a number.
func pageMarks(s string, lines []Line) []pageMark {
	var marks []pageMark
	for i, l := range lines {
		text := l.Text(s)
		m := pageMark{line: i, number: BareNumber(text), sure: true, before: -1}
		if m.number < 0 {
			if m.length = PageNumber(text); m.length == 0 {
				continue
			}
			m.number = BareNumber(text[:m.length-1])
			rest := text[skipSpace(text, m.length):]
			n, _ := ParagraphNumber(rest)
			m.sure = n > 0 || lower(rest[0])
		}
		if m.number > 0 && (l.Blanks > 0 || i == 0) {
			marks = append(marks, m)
		}
	}
	return marks
}

// pageChain is the heaviest chain of marks whose numbers rise from the first pages
// on, step by step.
func pageChain(marks []pageMark) []pageMark {
	var last [1000]int // the end of the heaviest chain to each number, counted from 1
	best := -1
	for i := range marks {
		m := &marks[i]
		m.weight = likelyPage
		if m.sure {
			m.weight = surePage
		}
		weight := 0
		for step := 1; step <= maxStep && step < m.number; step++ {
			if k := last[m.number-step] - 1; k >= 0 && marks[k].weight > weight {
				weight, m.before = marks[k].weight, k
			}
		}
		if m.before < 0 && m.number > maxStep {
			m.weight = 0 // no chain begins so late
			continue
		}
		m.weight += weight
		if k := last[m.number] - 1; k < 0 || m.weight > marks[k].weight {
			last[m.number] = i + 1
		}
		if best < 0 || m.weight > marks[best].weight {
			best = i
		}
	}
	var chain []pageMark
	for i := best; i >= 0; i = marks[i].before {
		chain = append(chain, marks[i])
	}
	slices.Reverse(chain)
	return chain
}

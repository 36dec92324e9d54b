package front

import "strings"

// Value finds what is printed after one of the labels ("Lead inspector:") from
// offset from on. It returns the value's offset, or -1 where no line begins with
// one of the labels.
func (p *Page) Value(from int, labels ...string) int {
	for _, label := range labels {
		for i := from; i < len(p.Folded); {
			n := strings.Index(p.Folded[i:], label)
			if n < 0 {
				break
			}
			at := i + n
			i = at + len(label)
			if at > 0 && !p.StartsLine(at) {
				continue
			}
			for _, more := range []string{" s:", "s", " on site", ":", " "} {
				if strings.HasPrefix(p.Folded[i:], more) {
					i += len(more)
				}
			}
			for i < len(p.Folded) && p.Folded[i] == ' ' {
				i++
			}
			return i
		}
	}
	return -1
}

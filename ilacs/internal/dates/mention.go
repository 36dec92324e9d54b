package dates

import "github.com/ilacs-go/inspection/ilacs/civil"

// Mention is a date in running text, as precise as the text is.
type Mention struct {
	Date     civil.Date
	End      civil.Date // the last day, where a range of days is given
	From, To int        // where it stands in the text
	BareYear bool       // a year without a month
}

// Mentions finds the dates in s, in order: "1 and 2 February 2024", "February 1
// and 2, 2024", "November 2022", "2018". A number of four digits is a year only
// from 1990 to 2099 and where no digit, sign or unit makes it something else.
func Mentions(s string) []Mention {
	var out []Mention
	days := func(i int) int { // adds the days that s gives at i, and returns how much it read
		p, n := Periods(s[i:], 0)
		if len(p) == 0 {
			return 0
		}
		m := Mention{Date: p[0].Start, From: i, To: i + n}
		if last := p[len(p)-1]; last.End != p[0].Start {
			m.End = last.End
		}
		out = append(out, m)
		return n
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if i > 0 && (isWordByte(s[i-1]) || s[i-1] == '.' && isDigit(s, i)) {
			continue
		}
		switch {
		case c >= '0' && c <= '9':
			if n := days(i); n > 0 {
				i += n - 1
			} else if y, e := digits(s, i, 4); e == i+4 && y >= 1990 && y < 2100 && !isDigit(s, e) {
				if d, err := civil.New(y, 0, 0); err == nil && !(e < len(s) && (s[e] == '%' || s[e] == ',' && isDigit(s, e+1))) {
					out = append(out, Mention{Date: d, From: i, To: e, BareYear: true})
				}
				i = e - 1
			}
		case c >= 'A' && c <= 'Z':
			m, e := Month(s, i)
			if m == 0 {
				continue
			}
			if n := days(i); n > 0 {
				i += n - 1
			} else if y, end := readYear(s, e); y >= 1990 && y < 2100 {
				if d, err := civil.New(y, m, 0); err == nil {
					out = append(out, Mention{Date: d, From: i, To: end})
				}
				i = end - 1
			}
		}
	}
	return out
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

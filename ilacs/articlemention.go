package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// mentions finds where an article names authorities, or what may be one.
func (a *article) mentions(on civil.Date) []mention {
	var out []mention
	for i, line := range a.lines {
		if len(line.s) > maxSentence {
			continue
		}
		titled := line.title && isTitleCase(line.s)
		for at := 0; at < len(line.s); {
			run := capitals(line.s, at)
			if len(run) == 0 {
				break
			}
			at = run[len(run)-1].to
			found := knownIn(line.s, run, on, titled)
			if len(found) == 0 && !isShortForm(line.s, run) {
				found = unknownIn(line.s, run)
			}
			for _, m := range found {
				at = max(at, m.to)
				m.line = i
				k := len(out) - 1
				switch {
				case k >= 0 && out[k].line == i && out[k].authority == m.authority && line.s[out[k].to:m.from] == " (":
					continue // its short form in brackets
				case k >= 0 && out[k].joins(line.s, m):
					m = out[k].with(line.s, m)
					out = out[:k]
				}
				out = append(text.Room(out), m)
			}
		}
	}
	for k, m := range out {
		out[k].role = a.roleOf(a.lines[m.line], m)
	}
	return out
}

// isShortForm reports whether a run stands alone in brackets: "(BCC)".
func isShortForm(s string, run []capital) bool {
	from, to := run[0].from, run[len(run)-1].to
	return from > 0 && s[from-1] == '(' && to < len(s) && s[to] == ')'
}

// joins reports whether nothing but "and" and a short form in brackets stands
// between two authorities: "Devon Council (DCC) and Torbay".
func (m mention) joins(s string, next mention) bool {
	if m.line != next.line || m.authority == next.authority || m.authority.Name == "" || next.authority.Name == "" {
		return false
	}
	between := s[m.to:next.from]
	if short, rest, ok := strings.Cut(between, ")"); ok && strings.HasPrefix(short, " (") && len(short) <= len(" (")+mostInitials {
		between = rest
	}
	return isOneOf(between, " and ", " & ", " and the ")
}

// mostInitials is how many letters the short form of an authority's name has at
// the most: the longest name, with "Council", has as many words that bear a capital.
const mostInitials = 5

// with is the mention of two authorities in one.
func (m mention) with(s string, next mention) mention {
	return mention{printed: s[m.from:next.to], several: true, line: m.line, from: m.from, to: next.to}
}

// capital is a word of a run of words with capital letters, or one that joins two
// of them ("and", "of").
type capital struct {
	from, to int
	joins    bool
}

// mostCapitals is how many words a run may have.
const mostCapitals = 14

// capitals finds the next run of words that begin with a capital letter from an
// offset on: "North East Lincolnshire Council", "Rutland and Vale Health Trust".
// An apostrophe ends it.
func capitals(s string, at int) []capital {
	var run []capital
	end := 0 // the number of words up to the last capital
	for at < len(s) && len(run) < mostCapitals {
		for at < len(s) && !isNameByte(s[at]) && len(run) == 0 {
			at++
		}
		from := at
		for at < len(s) && (isNameByte(s[at]) || s[at] == '.' && at-from == 2 && s[from] == 'S') { // "St."
			at++
		}
		if from == at {
			break
		}
		w := s[from:at]
		switch {
		case w[0] >= 'A' && w[0] <= 'Z':
			run = append(run, capital{from: from, to: at})
			end = len(run)
		case len(run) == 0:
			continue
		case slices.Contains([]string{"and", "of", "upon", "on", "the", "with", "&"}, w):
			run = append(run, capital{from, at, true})
		default:
			return run[:end]
		}
		if at >= len(s) || s[at] != ' ' {
			break
		}
		at++
	}
	return run[:end]
}

func isNameByte(c byte) bool { return text.IsLetter(c) || c == '-' || c == '&' || c >= 0x80 }

// knownIn finds the authorities of the register that a run of capitals names.
func knownIn(s string, run []capital, on civil.Date, titled bool) []mention {
	var out []mention
	for k := 0; k < len(run); k++ {
		if run[k].joins {
			continue
		}
		found, n := authorityAt(s[run[k].from:], on)
		if n == 0 {
			continue
		}
		m := mention{from: run[k].from, to: run[k].from + n, authority: found}
		m.printed = s[m.from:m.to]
		first := k
		for k+1 < len(run) && run[k+1].from < m.to {
			k++
		}
		if isPartOfOther(s, run, first, k, titled) {
			continue
		}
		if from, ok := leftOut(s, run, first, m, on); ok {
			m.from, m.several, m.authority = from, true, authority.Authority{}
			m.printed = s[m.from:m.to]
		}
		out = append(out, m)
	}
	return out
}

// leftOut reports whether a name is the second of two of which the first leaves
// out what they share, "North and West Northamptonshire", and where they begin.
func leftOut(s string, run []capital, k int, m mention, on civil.Date) (from int, ok bool) {
	if k < 2 || !run[k-1].joins || s[run[k-1].from:run[k-1].to] != "and" || run[k-2].joins {
		return 0, false
	}
	_, shared, ok := strings.Cut(m.printed, " ")
	if !ok {
		return 0, false
	}
	other, ok := authority.Lookup(s[run[k-2].from:run[k-2].to]+" "+shared, on)
	return run[k-2].from, ok && other != m.authority
}

// unknownIn finds the council of a run of capitals that names none of the
// register, or the whole run, which its role must show to be an authority.
func unknownIn(s string, run []capital) []mention {
	first := 0
	for first < len(run)-1 && (run[first].joins || isFunctionWord(s[run[first].from:run[first].to])) {
		first++
	}
	last := len(run) - 1
	for k := first; k < len(run); k++ {
		if w := s[run[k].from:run[k].to]; w == "Council" || w == "Councils" {
			last = k
			break
		}
	}
	name := s[run[first].from:run[last].to]
	for _, w := range strings.Fields(name) {
		if slices.Contains(noPlaces, w) {
			return nil
		}
	}
	if slices.Contains(councilWords, s[run[first].from:run[first].to]) || isFunctionWord(name) || dateWord(name) {
		return nil
	}
	return []mention{{
		from: run[first].from, to: run[last].to, printed: name,
		several: strings.HasSuffix(name, " Councils") && strings.Contains(name, " and "),
	}}
}

// noPlaces are the capital words of which the name of a council has none.
var noPlaces = []string{
	"Ofsted", "Inspectors", "Inspector", "Children", "Services", "Social", "Care", "Youth", "Town", "Parish", "Government", "Department", "Education", "Trust",
	"England", "Wales", "Scotland", "Britain", "UK", "London", "Yorkshire", "Merseyside", "Midlands", "Covid", "COVID", "Covid-19", "COVID-19", "CQC", "DfE", "NHS", "SEND", "I",
	"Councillor", "Cllr", "Mr", "Mrs", "Ms", "Dr", "Sir", "Mayor", "Minister", "Monitoring", "Focused", "Inspection", "Visit",
}

// institutions are the words by which a name is of something else than an
// authority: "Reading University", "Barnet Hospital", "Bolton News".
var institutions = []string{
	"University", "College", "School", "Academy", "Hospital", "Hospitals", "Infirmary", "NHS", "Health", "Healthcare", "Trust", "Foundation", "CCG", "ICB",
	"Police", "Constabulary", "Fire", "Rescue", "Ambulance", "Probation", "Court", "Magistrates", "Prison", "Church", "Cathedral", "Diocese", "Bishop", "MP",
	"Chamber", "Airport", "Station", "Festival", "Museum", "Theatre", "Library", "FC", "United", "Rovers", "Wanderers", "Athletic", "Bank", "Port",
	"News", "Echo", "Mail", "Post", "Telegraph", "Gazette", "Chronicle", "Express", "Star", "Times", "Herald", "Courier", "Live", "Advertiser", "Observer", "Argus",
	"Citizen", "Sentinel", "Mercury", "Guardian", "Journal", "Press", "Reporter", "Standard", "Road", "Street", "Lane", "Avenue", "Way", "House", "Park", "Square", "Hall",
}

// qualifiers are the words that make another place of the name after them:
// "Greater Manchester", "North Reading".
var qualifiers = []string{"Greater", "Great", "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Mid", "Inner", "Outer", "Upper", "Lower", "New", "Old", "Royal", "Little"}

// isPartOfOther reports whether the name run[first:last+1] is a part of another
// one: of an institution, another place, a person. In a title every word may have
// a capital letter, so that there only institutions and qualifiers count.
func isPartOfOther(s string, run []capital, first, last int, titled bool) bool {
	word := func(k int) string { return s[run[k].from:run[k].to] }
	if last+1 < len(run) {
		next := word(last + 1)
		switch {
		case run[last+1].joins || slices.Contains(councilWords, next) || slices.Contains(ownWords, next):
		case !titled || slices.Contains(institutions, next):
			return true
		}
		for k := last + 1; k < len(run) && !slices.Contains(councilWords, word(k)) && !slices.Contains(ownWords, word(k)); k++ {
			if slices.Contains(institutions, word(k)) {
				return true
			}
		}
	}
	if isPostcode(s[run[last].to:]) {
		return true
	}
	if first == 0 {
		return false
	}
	before := word(first - 1)
	if run[first-1].joins {
		return before == "of" && first > 1 && slices.Contains(institutions, word(first-2))
	}
	if slices.Contains(qualifiers, before) {
		return true
	}
	return !titled && !isFunctionWord(before) && !slices.Contains(ownWords, before)
}

// ownWords are capital words beside an authority's name that leave it what it is:
// "Bolton Children's Services", "Ofsted Bolton visit".
var ownWords = []string{
	"Children", "Social", "Safeguarding", "Youth", "Family", "Families", "Early", "Virtual", "Local", "Improvement", "Cabinet", "Director", "Mayor", "Labour", "Conservative",
	"Conservatives", "Liberal", "Green", "Ofsted", "Inspectors", "London", "Services",
}

// isFunctionWord reports whether a word has its capital letter only because a
// sentence or a title begins with it.
func isFunctionWord(w string) bool {
	return slices.Contains([]string{
		"The", "A", "An", "In", "At", "On", "For", "From", "To", "Of", "By", "With", "Across", "Within", "Since", "After", "Before", "When", "While", "Where", "As", "If", "But", "And",
		"Although", "Though", "Both", "This", "That", "These", "Those", "It", "Its", "They", "Their", "He", "She", "His", "Her", "We", "Our", "There", "Two", "Three", "Four", "Five",
		"Following", "During", "Despite", "Until", "Under", "Over", "Now", "Then", "However", "Meanwhile", "Last", "Earlier", "Previously", "Some", "Many", "Most", "Not", "No", "All",
		"Social", "Staff", "Leaders", "Managers", "Children", "Young", "Care", "Foster", "Inspectors", "Ofsted", "Councillors", "Help", "Change", "Services", "Visits",
	}, w)
}

// dateWord reports whether a capital word is a month or a day of the week.
func dateWord(w string) bool { return isTimeUnit(text.Lower(w)) }

// isPostcode reports whether a postal code follows: the name ends an address.
func isPostcode(s string) bool {
	s = strings.TrimLeft(s, " ,")
	i := 0
	for i < len(s) && s[i] >= 'A' && s[i] <= 'Z' {
		i++
	}
	return i > 0 && i < 3 && i < len(s) && text.IsDigit(s[i])
}

// isTitleCase reports whether most of the longer words of a title have capital
// letters.
func isTitleCase(s string) bool {
	words, upper := 0, 0
	for _, w := range strings.Fields(s) {
		if len(w) > 3 {
			words++
			if w[0] >= 'A' && w[0] <= 'Z' {
				upper++
			}
		}
	}
	return words > 2 && 3*upper > 2*words
}

func isOneOf(s string, list ...string) bool { return slices.Contains(list, s) }

// maxAuthorityWords is the most words that an authority's name is looked for in.
const maxAuthorityWords = 7

// authorityAt finds the longest name of an authority, open on that day or ever
// open where it is zero, at the start of s.
func authorityAt(s string, on civil.Date) (authority.Authority, int) {
	var best authority.Authority
	length := 0
	n := 0
	for i := 0; i < len(s) && n < maxAuthorityWords; {
		for i < len(s) && (text.IsLetter(s[i]) || s[i] == '-' || s[i] == '&' || s[i] == '.' && i+1 < len(s) && s[i+1] == ' ' && i == 2) {
			i++
		}
		if last := s[strings.LastIndexAny(s[:i], " ,")+1 : i]; last != "" && last[0] >= 'A' && last[0] <= 'Z' { // no "Dudley and"
			if a, ok := authority.Lookup(s[:i], on); ok {
				best, length = a, i
			}
		}
		n++
		if i >= len(s) || s[i] != ' ' && s[i] != ',' {
			break
		}
		for i < len(s) && (s[i] == ' ' || s[i] == ',') {
			i++
		}
		if i < len(s) && !text.IsLetter(s[i]) && s[i] != '&' {
			break
		}
	}
	return best, length
}

package ilacs_test

import (
	"fmt"
	"strings"
)

// growing is a kind of text that somebody may give Parse to keep it busy: one
// construction, again and again, to about n bytes.
type growing struct {
	name string
	text func(n int) string
}

// The first pages under which the constructions stand. Each is of another form,
// so that other stages of reading see them.
const (
	ilacsPage = `Inspection of Wexcombe local authority children's services

Inspection dates: 4 to 15 March 2024

Lead inspector: Ann Ash, His Majesty's Inspector

Judgement                                                         Grade
The impact of leaders on social work practice with children       Good
and families
The experiences and progress of children who need help and        Good
protection
The experiences and progress of children in care                  Good
The experiences and progress of care leavers                      Good
Overall effectiveness                                             Good

`
	sifPage = `Wexcombe County Council
Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 3 June 2014 - 25 June 2014

Report published: 4 August 2014

The overall judgement is good

1. Children who need help and protection                          Good
2. Children looked after and achieving permanence                 Good
2.1 Adoption performance                                          Good
2.2 Experiences and progress of care leavers                      Good
3. Leadership, management and governance                          Good

`
	letterPage = `10 April 2024

Dear Ann

Focused visit to Wexcombe children's services

This letter summarises the findings of the focused visit to Wexcombe children's services on 4 and 5 March 2024.

Headline findings

`
	monitoringPage = `10 April 2024

Dear Ann

Monitoring visit to Wexcombe children's services

This letter summarises the findings of the monitoring visit to Wexcombe children's services on 4 and 5 March 2024.

Headline findings

`
	jointPage = `Dear Ann

Joint targeted area inspection of Wexcombe

This letter summarises the findings of the joint targeted area inspection of Wexcombe. It took place from 4 to 8 March 2024.

Headline findings

`
	articlePage = `Wexcombe children's services praised by Ofsted

Ofsted inspectors made a focused visit to Wexcombe County Council's children's services on 4 and 5 March 2024.

They found that plans are good. Social workers know their families.

`
	openArticle = `Wexcombe children's services praised by Ofsted

Ofsted inspectors made a focused visit to Wexcombe County Council's children's services.

They found that plans are good. Social workers know their families.

`
)

// again is a page and after it one text, as often as it takes to make n bytes.
func again(page, unit string) func(n int) string {
	return func(n int) string { return page + strings.Repeat(unit, max(1, (n-len(page))/len(unit))) }
}

// numberedTexts is the same with texts that a number tells from each other.
func numberedTexts(page string, unit func(i int) string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		b.WriteString(page)
		for i := 0; b.Len() < n; i++ {
			b.WriteString(unit(i))
		}
		return b.String()
	}
}

// sentences is a page and after it sentences of the same words, each as long as may
// be searched for earlier visits.
func sentences(page, opening, words string) func(n int) string {
	const most = 3900
	return again(page, opening+strings.Repeat(words, (most-len(opening))/len(words))+"so on.\n\n")
}

// spelt writes a number in letters, so that it can stand in a name.
func spelt(i int) string {
	s := ""
	for ; i > 0; i /= 26 {
		s += string(rune('a' + i%26))
	}
	return s
}

// growings are the constructions. Most were found by looking in the code for what is
// done to the end of a line, of a sentence or of the text, or to all that came before.
var growings = []growing{
	// Lists.
	{"bullets below a numbered recommendation", again(sifPage+"Recommendations\n\n1. Ensure that:\n", "• a\n")},
	{"paragraphs below numbered recommendations", again(sifPage+"Recommendations\n\n", "1. Ensure that plans are good.\n\nPlans are made in time and are good.\n\n")},
	{"tiny bullets", again(ilacsPage+"What needs to improve?\n", "• a\n")},
	{"bullets within a line", again(ilacsPage+"What needs to improve?\n", "• a ")},
	{"bullets without space", again(ilacsPage+"What needs to improve?\n", "•")},
	{"bullets of inner lists", again(ilacsPage+"What needs to improve?\n", "• plans:\n– a\n– b\n")},
	{"dashes below one bullet", again(ilacsPage+"What needs to improve?\n• Plans:\n", "– a\n")},
	{"Roman numerals below one bullet", again(ilacsPage+"What needs to improve?\n• Plans:\n", "(i) a\n")},
	{"items with tags", again(ilacsPage+"What needs to improve?\n", "• Plans. (outcome 3, national framework)\n")},
	{"one item of tags", again(ilacsPage+"What needs to improve?\n• Plans ", "(outcome 3, outcome 4) ")},
	{"lines without a mark among items", again(ilacsPage+"What needs to improve?\n• Plans.\n", "\nVisits to homes\n\n• Plans.\n")},
	{"lines without a mark after an item", again(ilacsPage+"What needs to improve?\n• Plans.\n\n", "Visits\n\n")},
	{"lines without a mark before an item", func(n int) string {
		return ilacsPage + "What needs to improve?\n• Plans.\n\n" + strings.Repeat("Visits\n\n", n/8) + "• The last.\n"
	}},
	{"lines of focus that wrap", again(letterPage[:strings.Index(letterPage, "Headline")]+"Inspectors looked at the following areas of work:\n\n", "plans that are made for each of the children and for families\n")},
	{"marks that are no bullets", again(ilacsPage, "(cid:127) Plans are good.\n")},
	{"enumerations", numberedTexts(ilacsPage, func(i int) string { return fmt.Sprintf("(%d) Plans are good.\n", i%99+1) })},

	// Paragraphs and their numbers.
	{"numbered paragraphs", numberedTexts(ilacsPage, func(i int) string { return fmt.Sprintf("%d. Plans are good.\n\n", i%999+1) })},
	{"numbers without their full stop", again(ilacsPage+"Headline\n\n", "1. Plans are good.\n\n2\n\nVisits are made.\n\n")},
	{"numbers in open lines", again(ilacsPage+"1. Plans are good.\n\n", "for children aged\n2. This is good and for children aged\n3\n")},
	{"paragraph numbers within a line", numberedTexts(ilacsPage, func(i int) string { return fmt.Sprintf("%d. Plans are good. ", i%999+1) })},
	{"columns of numbers", again(ilacsPage, "1.\n2.\nPlans are good.\n\n")},
	{"columns of rising numbers", numberedTexts(ilacsPage, func(i int) string {
		return fmt.Sprintf("%d.\n%d.\nPlans are made and kept.\n\nVisits are made when due.\n\n", 2*i%998+1, 2*i%998+2)
	})},
	{"columns of bullets", again(ilacsPage, "•\n•\nPlans are good.\n\n")},
	{"one column of numbers", numberedTexts(ilacsPage, func(i int) string { return fmt.Sprintf("%d.\n", i%999+1) })},
	{"one column of bullets", again(ilacsPage, "•\n")},
	{"columns on pages", again(ilacsPage, "\f1.\n2.\n3.\nPlans are good.\n\nVisits are made.\n\nStaff stay.\n\n")},

	// Lines and pages.
	{"blank lines", again(letterPage, "\n")},
	{"short lines", again(ilacsPage, "a\n")},
	{"lines of capitals", again(ilacsPage, "A\n")},
	{"short paragraphs", again(ilacsPage, "Aa.\n\n")},
	{"line ends", again(ilacsPage, "\n")},
	{"ends of pages", again(ilacsPage, "a\n\f")},
	{"ends of pages without line ends", again(ilacsPage, "\f")},
	{"pages of one letter", again(ilacsPage, "a\f")},
	{"headers and footers", numberedTexts(ilacsPage, func(i int) string {
		return fmt.Sprintf("\fInspection of Wexcombe council\n\nPlans are good.\n\n%d\n", i+1)
	})},
	{"footers within lines", numberedTexts(ilacsPage, func(i int) string { return fmt.Sprintf("4 to 15 March 2024 %d Plans are good.\n", i%999+1) })},
	{"page numbers", numberedTexts(ilacsPage, func(i int) string { return fmt.Sprintf("Plans are\n\n%d made in time.\n\n", i%999+1) })},
	{"pages of one number", again(ilacsPage, "Plans are\n\n1\n\n")},
	{"footnotes", again(ilacsPage, "Plans are good.1\n\n1 The system in which the plans of all children are kept.\n")},
	{"footnotes of pages", again(ilacsPage, "Plans are good.1\n\n1 The system in which the plans of all children are kept.\n\f")},
	{"notes within sentences", again(ilacsPage, "Plans are\n\n1 The system.\n\n\nmade.\n")},
	{"furniture", again(ilacsPage, "https://wexcombe.example/a\n")},
	{"footnotes before furniture", again(ilacsPage, "Plans are\n\n1 The system.\nhttps://wexcombe.example/a\n")},
	{"addresses", again(letterPage, "Aviation House\nManchester\nM1 2WD\n")},
	{"greetings", again(letterPage, "Dear Bo\nA visit\n")},
	{"signatures", again(letterPage, "Yours sincerely\n")},
	{"inspection dates", again(ilacsPage, "Inspection dates: 4 to 15 March 2024\n")},
	{"boards", again(sifPage, "Safeguarding children board\nInspection date: 3 June 2014 - 25 June 2014\n")},
	{"table rows", again(ilacsPage, "The experiences and progress of care leavers      Good\n")},
	{"table rows that disagree", again(ilacsPage, "Overall effectiveness: inadequate\n\n")},
	{"a table of one line", again(ilacsPage, "The experiences and progress of care leavers Good ")},
	{"a table of grades", again(ilacsPage, "good ")},
	{"footers of numbers", numberedTexts(ilacsPage, func(i int) string {
		return fmt.Sprintf("Inspection of Wexcombe council in %d 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6\n", i)
	})},
	{"labels", again(ilacsPage, "Lead inspector: \n")},
	{"team inspectors", numberedTexts(sifPage+"Recommendations\n\n1. Plans are good.\n\nInformation about this inspection\n\n", func(i int) string {
		return "Team inspectors: Ann A" + spelt(i) + ", Bo B" + spelt(i) + "\n"
	})},
	{"team inspectors of one line", numberedTexts(sifPage+"Recommendations\n\n1. Plans are good.\n\nTeam inspectors: ", func(i int) string { return "Ann A" + spelt(i) + ", " })},
	{"team inspectors without names", again(sifPage+"Recommendations\n\n1. Plans are good.\n\n", "Team inspector\n")},

	// Headings.
	{"headings", again(ilacsPage, "What needs to improve?\n\n")},
	{"headings with grades", again(ilacsPage, "The experiences and progress of care leavers: inadequate\n\n")},
	{"headings within lines", again(ilacsPage, "Plans are made. What needs to improve?\n• Plans.\n")},
	{"tables of contents", again(sifPage, "Contents\n")},
	{"boxes", again(jointPage, "Plans are made and they do not Practice study: plans\nof the children.\n")},
	{"boxes between items", again(jointPage+"What needs to improve?\n\n", "• Plans\n\nPractice study: plans\n\nof the children.\n\n")},
	{"lines that begin headings", again(ilacsPage, "The experiences and progress of children\n")},

	// Characters.
	{"invalid bytes", again(ilacsPage, "\xff")},
	{"invalid bytes among letters", again(ilacsPage, "a\xff")},
	{"soft hyphens", again(ilacsPage, "a\u00ad \n")},
	{"ligatures", again(ilacsPage, "\ufb03")},
	{"zero-width spaces", again(ilacsPage, "a\u200b")},
	{"returns", again(ilacsPage, "a\r\n")},
	{"asterisks", again("# "+ilacsPage, "**")},
	{"backslashes", again("# "+ilacsPage, "\\*a")},
	{"spaces before marks", again(ilacsPage, "plans , and visits . ")},
	{"words cut by spaces", again(ilacsPage, "p lans of 2 014 are go od ")},
	{"spaces", again(ilacsPage, "a                                ")},
	{"spaces alone", again(ilacsPage+"a", " ")},
	{"tabs", again(ilacsPage, "a\t")},
	{"hashes", again(ilacsPage, "#")},
	{"digits", again(ilacsPage, "1")},
	{"numbers", again(ilacsPage, "1 ")},
	{"full stops", again(ilacsPage+"A", ".")},
	{"full stops with spaces", again(ilacsPage+"A", ". ")},
	{"initials", again(ilacsPage, "A. ")},
	{"abbreviations", again(ilacsPage, "e.g. A ")},
	{"abbreviations without space", again(ilacsPage, "e.g.")},
	{"colons", again(ilacsPage, "a: ")},
	{"semicolons", again(ilacsPage, "a; ")},
	{"commas", again(ilacsPage, "a, ")},
	{"opening brackets", again(ilacsPage, "(")},
	{"closing brackets", again(ilacsPage+"A.", ")")},
	{"brackets", again(ilacsPage, "(a) ")},
	{"dashes", again(ilacsPage, "a - ")},
	{"apostrophes", again(ilacsPage, "a'")},
	{"quotation marks", again(ilacsPage, `"`)},
	{"curly quotation marks", again(ilacsPage, "“a” ")},
	{"curly quotation marks after a full stop", again(ilacsPage+"A.", "”")},
	{"HTML", again(ilacsPage, "<p>")},

	// One long sentence, and many as long as may be searched.
	{"one word", again(ilacsPage, "a")},
	{"headings of one line", again(ilacsPage, "The experiences and progress of children in care: good ")},
	{"ranges of a visit", again(letterPage+"The focused visit from ", "1 May to ")},
	{"one line", again(ilacsPage, "plans are made ")},
	{"cues of one sentence", again(ilacsPage, "good plans and strong leaders are not effective for most children ")},
	{"not not not", again(ilacsPage, "not ")},
	{"good good good", again(ilacsPage, "good ")},
	{"now now now", again(ilacsPage, "is now better ")},
	{"but but but", again(ilacsPage, "but although despite when ")},
	{"rare and fewer", again(ilacsPage, "rare fewer delays lack risks ")},
	{"capitals", again(ilacsPage, "Good Plans ")},
	{"themes of one sentence", again(ilacsPage, "care leavers, plans, adoption, supervision ")},
	{"said said said", again(ilacsPage, "said ")},
	{"inspectors said", again(ilacsPage, "inspectors, said ")},
	{"who said", again(ilacsPage, "leaders the plans the plans said ")},
	{"the council, inspectors found", again(ilacsPage+"The council said that plans are good, ", "inspectors found good ")},
	{"is now good", again(ilacsPage, "is now the plan, good ")},
	{"delays falling", again(ilacsPage, "delays are falling ")},
	{"delays resolved", again(ilacsPage, "delays have been resolved ")},
	{"outcomes of one sentence", again(ilacsPage+"What needs to improve?\n• Plans ", "outcome 3 ")},
	{"sentences of inspections", sentences(ilacsPage, "Plans ", "inspection ")},
	{"sentences of inspections, of commas", sentences(ilacsPage, "Plans ", "inspection, ")},
	{"sentences of inspections of May", sentences(ilacsPage, "Plans ", "inspection in May 2011 ")},
	{"sentences of last inspections", sentences(ilacsPage, "Plans ", "last inspection ")},
	{"sentences of judgements", sentences(ilacsPage, "Services ", "were judged good in May 2011 and ")},
	{"sentences of judgements at inspections", sentences(ilacsPage, "Services ", "were judged good at the inspection in May 2011 and ")},
	{"sentences of undated judgements", sentences(letterPage, "Services ", "were judged good and ")},
	{"sentences of judged", sentences(ilacsPage, "Services ", "judged ")},
	{"sentences of rated good", sentences(ilacsPage, "Services ", "rated good ")},
	{"sentences of dates", sentences(ilacsPage, "Inspections ", "1 May 2011 ")},
	{"sentences of days", sentences(ilacsPage, "Inspections ", "1 and 2 and ")},
	{"sentences of an inspection of dates and grades", again(ilacsPage, "At the inspection in May 2011"+strings.Repeat(", in May 2011", 150)+strings.Repeat(" services were judged good,", 70)+" and so on.\n\n")},
	{"sentences of years", sentences(ilacsPage, "Inspections ", "2011, ")},
	{"sentences of visits", sentences(monitoringPage, "This ", "visit ")},
	{"sentences of third visits", sentences(monitoringPage, "This ", "was the third monitoring visit since ")},
	{"sentences of third visits since judgements", sentences(monitoringPage, "This ", "was the third monitoring visit since it was judged inadequate in May 2011 ")},
	{"sentences of ordinals", sentences(monitoringPage, "This visit ", "first ")},

	// The first page.
	{"dates of a title", again("Inspection of Wexcombe local authority children's services\n\nInspection dates: ", "4 to 15 March 2024 and ")},
	{"days of a title", again("Inspection of Wexcombe local authority children's services\n\nInspection dates: ", "4, ")},
	{"dates of a visit", again(strings.TrimSuffix(letterPage, "on 4 and 5 March 2024.\n\nHeadline findings\n\n"), "from 4 March 2025 judged ")},
	{"dates since an inspection", again(strings.TrimSuffix(letterPage, "on 4 and 5 March 2024.\n\nHeadline findings\n\n"), "from 4 March 2023 judged ")},
	{"days of a visit", again(strings.TrimSuffix(letterPage, "on 4 and 5 March 2024.\n\nHeadline findings\n\n"), "from 4 and on 5 and ")},
	{"labels of dates", again(strings.TrimSuffix(letterPage, "on 4 and 5 March 2024.\n\nHeadline findings\n\n"), "from ")},
	{"focused visits", again("10 April 2024\n\nDear Ann\n\n", "Findings of the focused visit to ")},
	{"headings of visits", again("10 April 2024\n\nDear Ann\n\n", "Focused visit to Wexcombe\n")},
	{"joint inspections", again("Dear Ann\n\nJoint targeted area inspection of the multi-agency response to ", "abuse in Wexcombe in ")},
	{"directors", again("Dear Ann\n\nJoint targeted area inspection of the multi-agency response to abuse\n\nDirector of Children's Services ", "in ")},
	{"titles", again("", "Inspection of ")},
	{"names", again("", "Wexcombe local authority ")},
	{"names of authorities", func(n int) string {
		return strings.Repeat("Wexcombe local authority ", n/25) + "\nInspection of children's services\n\nInspection dates: 4 to 15 March 2024\n\nLead inspector: Ann Ash\n\nPlans are good.\n"
	}},
	{"names in capitals", func(n int) string {
		return strings.Repeat("OFFICIAL ", n/9) + "Wexcombe\nInspection of children's services\n\nInspection dates: 4 to 15 March 2024\n\nLead inspector: Ann Ash\n\nPlans are good.\n"
	}},
	{"names in names", func(n int) string {
		return strings.Repeat("plans in ", n/9) + "Wexcombe\nInspection of children's services\n\nInspection dates: 4 to 15 March 2024\n\nLead inspector: Ann Ash\n\nPlans are good.\n"
	}},
	{"numbers of names", func(n int) string {
		return strings.Repeat("1 ", n/2) + "Wexcombe\nInspection of children's services\n\nInspection dates: 4 to 15 March 2024\n\nLead inspector: Ann Ash\n\nPlans are good.\n"
	}},
	{"lead inspectors", again("Inspection of Wexcombe local authority children's services\n\nInspection dates: 4 to 15 March 2024\n\nLead inspector: ", "Ann Ash, ")},
	{"inspectors of a letter", again(strings.TrimSuffix(letterPage, "Headline findings\n\n")+"The inspectors were ", "Ann Ash and ")},
	{"untitled", again("Inspection dates: 4 to 15 March 2024\n\nLead inspector: Ann Ash\n\n", "1. Plans are good.\n\n")},
	{"nothing that is read", again("", "Plans are good. ")},
}

// articles are constructions of articles, which are no longer than maxArticle.
var articles = []growing{
	{"an article that repeats itself", again(articlePage, "Ofsted inspectors made a focused visit to Wexcombe County Council's children's services on 4 and 5 March 2024. ")},
	{"an article of paragraphs", again(articlePage, "Ofsted inspectors praised Wexcombe Council.\n\n")},
	{"an article of councils", again(articlePage, "Bolton Council, Bury Council and Leeds City Council. ")},
	{"an article of councils in one sentence", again(articlePage, "Bolton Council, Bury Council and ")},
	{"an article of unknown councils", numberedTexts(articlePage, func(i int) string { return "The visit to A" + spelt(i) + " Council. " })},
	{"an article of unknown places", numberedTexts(articlePage, func(i int) string { return "It is in A" + spelt(i) + ". " })},
	{"an article of capitals", again(articlePage, "Bolton ")},
	{"an article of joined capitals", again(articlePage, "Bolton and Bury and ")},
	{"an article of visits", again(articlePage, "Inspectors made a visit on 4 March 2024. ")},
	{"an article of visits in sentences", sentences(articlePage, "Inspectors ", "made a visit to ")},
	{"an article of visits in one sentence", again(articlePage, "inspectors made a visit in May 2023 and ")},
	{"an article of dates", again(articlePage, "On 4 March 2024 it was good. ")},
	{"an article of dates of another event", again(openArticle+"Inspectors made a visit since ", "on 4 March 2021 and so ")},
	{"an article of dates of no event", again(openArticle, "on 4 March 2021 and so ")},
	{"an article of dates in one sentence", again(articlePage, "on 4 March 2021 and so ")},
	{"an article of years in one sentence", again(articlePage, "in 2021 so ")},
	{"an article of months in one sentence", again(articlePage, "in March so ")},
	{"an article of days in one sentence", again(articlePage, "4, ")},
	{"an article of monitoring", again(articlePage, "This was the third monitoring visit since it was judged inadequate in May 2023. ")},
	{"an article of monitoring in sentences", sentences(articlePage, "This ", "was its third check on the council since it was judged inadequate ")},
	{"an article of quotations", again(articlePage, "“Plans are good,” said the council. ")},
	{"an article of open quotations", again(articlePage, "“Plans are good. ")},
	{"an article of one quotation", again(articlePage, `"`)},
	{"an article of what was said", again(articlePage, "said the council, ")},
	{"an article of titles", again(articlePage, "Wexcombe Council\n\n")},
	{"an article of datelines", again("Published by Wexcombe on 4\n", "Published: 4 May 2024 | ")},
}

const carePage = ilacsPage + "The experiences and progress of care leavers: good\n\n"

// comparedGrowings are constructions of a later document that somebody may give
// Compare to keep it busy.
var comparedGrowings = []growing{
	{"comparisons", again(carePage, "Plans have improved since the last inspection. ")},
	{"comparisons in the opening", again(ilacsPage+"Headline findings\n\n", "Plans have improved since the last inspection. ")},
	{"comparisons in doubtful paragraphs", again(carePage, "Plans have improved since the last inspection. Plans are poor. Plans are weak. ")},
	{"comparisons with what was asked for", again(carePage, "Leaders have addressed all the areas for improvement identified at the last inspection. Plans are poor. Plans are weak. ")},
	{"comparisons that point back", again(carePage, "Plans are good. This is an improvement since the last inspection. ")},
	{"comparisons that point back over what the council says", again(carePage, "Plans are good. The council said that plans are good. This is an improvement since the last inspection. ")},
	{"comparisons and items", again(carePage, "Plans have improved since the last inspection.\n\nWhat needs to improve?\n• Visits.\n\nThe experiences and progress of care leavers\n\n")},
	{"improvements set against faults", again(ilacsPage+"Headline findings\n\n", "Plans have improved. However, plans are poor. ")},
	{"earlier visits", numberedTexts(carePage, func(i int) string {
		return "At the focused visit in " + []string{"May 2022", "June 2022", "2023"}[i%3] + ", plans were poor. "
	})},
}

package randomdoc

// The stock from which names and sentences are built. All of it is invented.

var (
	placeFirst = []string{"Wex", "Alder", "Bracken", "Thorn", "Harrow", "Kings", "Ashen", "Corven", "Mallow", "Pender"}
	placeLast  = []string{"combe", "marsh", "fell", "wick", "gate", "mere", "holt", "ley", "stow", "haven"}
	placeForms = []string{
		"%s", "%s", "%s", "%s County Council", "%s City Council", "%s Metropolitan Borough Council", "London Borough of %s",
		"Royal Borough of %s", "Isle of %s", "%s-on-Sea", "%s and the Vale", "%s, Nether Poole and Estrey", "%s St. Osyn",
	}

	firstNames = []string{"Dafydd", "Imogen", "Anselm", "Aurelia", "Bryony", "Kwabena", "Zoë", "Mary-Ann", "Horatia", "Jago"}
	lastNames  = []string{"Tarrant", "Quaye", "Pryce-Lowe", "O’Hallan", "Featherstone-Hulme", "St John", "de Vere", "Ekwueme", "Thwaite", "Osei"}
)

// subjects are what sentences are about; a plural one takes the plural of a verb.
var subjects = []struct {
	text   string
	plural bool
}{
	{"supervision", false},
	{"management oversight of children’s cases", false},
	{"assessments of children’s needs", true},
	{"pathway plans", true},
	{"strategy discussions", true},
	{"social workers’ caseloads", true},
	{"visits to children on child protection plans", true},
	{"the response to children who go missing", false},
	{"return home interviews", true},
	{"permanence planning", false},
	{"the stability of children’s placements", false},
	{"life-story work", false},
	{"support for foster carers", false},
	{"the help given to homeless 16- and 17-year-olds", false},
	{"personal advisers’ contact with care leavers", false},
	{"the multi-agency safeguarding hub (MASH)", false},
	{"early help", false},
	{"the front door", false},
	{"audit", false},
	{"the recording of children’s voices", false},
	{"child in need plans", true},
	{"case summaries", true},
	{"the virtual school", false},
	{"pre-proceedings work", false},
	{"private fostering", false},
}

// predicates are what is said of a subject: {is}, {has}, {s} and {es} agree with
// it.
var predicates = []string{
	"{is} used (e.g. in reviews) by 45% of staff, up from 2.5%",
	"{is} what Dr. Osei and Mrs. Quaye asked for under section 47 (s.47)",
	"cost{s} £1.2 million a year, i.e. more than in 2012",
	"{is} described as ‘brilliant’ by children; ‘it helps’, they say",
	"{is} in place between 9am and 5pm (Monday–Friday)",
	"{is} better than in 2011/12, at 17–19 per worker",
	"{is} praised by St. Osyn’s school",
	"{is} part of the Improvement Plan 2013–2016, the Board’s own",
	"{is} audited, re-audited and moderated",

	"{is} strong, and families say so",
	"{is} timely for most children",
	"{has} improved since the spring",
	"{has} improved, although not in every team",
	"{is} not yet good enough",
	"{is} inconsistent across the three area teams",
	"remain{s} too variable",
	"{is} recorded well",
	"{has} declined, in part because of turnover",
	"{is} late for a small number of children aged 16",
	"{is} well understood by partners",
	"{is} too often superficial – and seldom child-centred",
	"need{s} more rigour; too few managers ask for it",
	"give{s} children ‘a say’ in what happens next",
	"do{es} not always lead to a plan",
	"{is} effective: risk is seen early and acted upon",
	"{has} been slow to recover from a half-year backlog",
	"{is} purposeful, well-planned and long-lasting",
}

// endings stand after a predicate. Each ends in two numbers and at most a short
// word, so that no line stands at the ends of pages often enough to be taken for
// a running footer.
var endings = []string{
	" in %d of %d files", " (%d of %d)", " in %d out of %d cases", ", in the view of %d schools out of %d",
	", and that in %d of the last %d weeks", ", above all for children more than %d miles from home (%d)",
	"; %d social workers of %d say so",
}

// openings stand before a subject in running text.
var openings = []string{
	"Since 2009, ", "16 months on, ", "(Nearly) always, ", "‘Front door’ aside, ", "In care proceedings, ", "Overview: ", "Overall, ",
	"Findings show that ", "Areas for improvement remain: ", "Good as it is, ",
	"", "", "", "", "", "As a result, ", "In the eastern district, ", "For disabled children, ", "When risks increase, ",
	"In 2 of the 7 teams, ", "Since the new practice lead came, ", "“At last”, said one parent: ", "For most children in care, ",
}

// wantStarts are how an area for improvement begins, and wantEnds how it ends.
var wantStarts = []string{
	"The quality of ", "The timeliness of ", "The consistency of ", "The frequency with which managers look at ",
	"Leaders’ grasp of ", "How well partners know about ", "",
}

var wantEnds = []string{"", ".", ".", ", including for disabled children.", " for children aged 16 and 17.", ", so that no child waits", " (in the long-term teams)."}

var strengths = []string{
	"The care that goes into %s.", "Leaders’ interest in %s.", "%s, which children praise.", "How quickly %s can be arranged.",
}

var jointThemes = []string{"serious youth violence", "the criminal exploitation of children", "children living with domestic abuse", "sexual abuse in the family"}

var focusLines = []string{
	"children who go missing", "the quality of assessment and planning", "thresholds, and the pace of decisions about them",
	"care leavers aged 18 to 25", "management oversight and supervision", "the ‘front door’", "16- and 17-year-olds who are homeless",
	"children at risk outside the home, including those who are criminally exploited by adults in other counties",
}

package finding

// This test is internal: what a cue is worth shows outside only in what all cues
// of a sentence come to.

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWeigh(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, want string }{
		{"no construction", "Plans are good but weak.", "good +2, weak -4"},
		{"strong praise", "Plans are excellent.", "excellent +4"},
		{"purpose that opens the sentence", "To help children, staff meet.", "help +0"},
		{"denied praise", "Plans are not always good, clear or timely.", "not +0, good -4, clear -4, timely -4"},
		{"denied praise out of reach", "Staff do not outline in the plan for each of the children good work.", "not -4, good +2"},
		{"denied help", "There is no help for young carers.", "no +0, help -2"},
		{"denied prevention", "Managers do not reduce risk.", "not +0, reduce risk -4"},
		{"denied resolution", "Gaps were not successfully resolved.", "Gaps -4, not +0, successfully resolved -4"},
		{"denied fault", "Plans are not weak.", "not +0, weak +2"},
		{"fault too far from its denial", "Plans are not, in the view of managers, weak.", "not -4, weak -4"},
		{"denied clause", "There is no evidence that children were left in poor homes.", "no evidence that +0, left in +1, poor +1"},
		{"denied clause, praise", "There is no evidence that plans are effective.", "no evidence that +0, effective -4"},
		{"denied harm", "Children are not at risk of exploitation.", "not +0, exploitation +3"},
		{"harm that is not the first thing denied", "Plans are not clear about exploitation.", "not +0, clear about -4, exploitation +0"},
		{"denied remedy", "Staff do not have plans in place.", "not -4"},
		{"remedy", "Staff have plans in place.", "have plans in place +0"},
		{"two denials", "Not all plans are not good.", "Not +0, not +0, good -4"},
		{"denial of no cue", "Staff do not outline the next steps.", "not -4"},
		{"denial of no cue, noun", "Records have no outline.", "no -1"},
		{"denial of no cue, nothing there", "There is no outline.", "no -3"},
		{"denial of without", "Children are not moved without good reason.", "not +0, without good reason +2"},
		{"denial of without, another clause", "Children are not told of this and go without support.", "not -4, without support -4"},
		{"denial of a burden, seldom", "Homes seldom break down.", "seldom +0, break down +1"},
		{"denial of all, harm", "Not all risks are known.", "Not +0, risks +0, known -4"},
		{"low, burden", "Absences are low.", "Absences +0, low +2"},
		{"low, asset", "Attendance is low.", "Attendance +0, low -4"},
		{"high, asset", "Attendance is high.", "Attendance +0, high +2"},
		{"low, harm named in passing", "Use of the neglect tool in each team is low.", "neglect +0, low +0"},
		{"denial of no cue, none there", "There are no outlines.", "no -3"},
		{"high, harm", "Children whose risk is high are here.", "risk +0, high +0"},
		{"high, of what follows", "There are high absences.", "high +0, absences +0"},
		{"below others, no subject", "Results are below the national average.", "below the national -4"},
		{"below others, fault", "Results are weak and below the national average.", "weak -4, below the national -4"},
		{"below others, after a fall", "Absences have fallen and are below the national average.", "Absences +0, have fallen +2, below the national +0"},
		{"above others, burden", "Absences are above the national average.", "Absences +0, above the national -4"},
		{"prevention of a bad asset", "Staff avoid unregistered provision.", "avoid +2, unregistered provision +0"},
		{"prevention, asset of a fault", "Staff tackle drift in supervision.", "tackle +2, drift +0, supervision +0"},
		{"what is denied is no subject", "Managers do not know why visits have stopped.", "not +0, know -4, visits -4, have stopped +0"},
		{"denial that a dash ends", "Plans are not in place – visits are good.", "not -4, visits +1, good +2"},
		{"denial that the conceded half ends", "Although plans are not there, visits are good.", "not -4, visits +1, good +2"},
		{"denial that a clause ends", "Plans are not good, but visits are clear.", "not +0, good -4, visits +1, clear +2"},
		{"denial that an aside does not end", "Plans are not, however, effective.", "not +0, effective -4"},
		{"lack", "There is a lack of clear planning.", "lack -4, clear +0"},
		{"lack of prevention", "There is a failure to tackle drift.", "failure to -4, tackle +0, drift -4"},
		{"lack of a remedy", "There is a lack of plans to improve visits.", "lack -4, visits +0"},
		{"lack, then a fault", "There is a lack of detail and poor recording.", "lack -4, poor -4"},
		{"hindrance", "Turnover hampers effective planning.", "Turnover -1, hampers -4, effective +0"},
		{"hindrance of a remedy", "Turnover hampers plans to recruit staff.", "Turnover -1, hampers -4, plans to recruit +0"},
		{"hindrance of prevention", "Turnover hampers staff who tackle drift.", "Turnover -1, hampers -4, tackle +2, drift +0"},
		{"need", "Plans need to be more thorough.", "need to be -4, thorough +0"},
		{"prevention", "Staff prevent delay and drift.", "prevent +2, delay +0, drift +0"},
		{"prevention of harm", "Workers tackle neglect.", "tackle +2, neglect +0"},
		{"prevention of nothing bad", "Managers tackle each case as it comes.", "tackle +1"},
		{"awareness", "Leaders understand the weaknesses in their services.", "understand the +1, weaknesses in +0"},
		{"awareness, then praise", "Leaders know their services well.", "know +1, well +2"},
		{"awareness that a clause ends", "Leaders know their services, but plans are weak.", "know +1, weak -4"},
		{"resolution", "Delays have been resolved.", "Delays +0, have been resolved +4"},
		{"resolution in the other half", "Although delays persist, gaps have been resolved.", "delays -4, gaps +0, have been resolved +4"},
		{"denied faults in a list", "Plans are not weak or vague.", "not +0, weak +2, vague +2"},
		{"denied clause, praise after a fault", "No child had poor homes instead of good care.", "No child +0, poor +1, instead of +1, good +0"},
		{"denied clause, help", "Hardly any children have good plans.", "Hardly any +0, good -4"},
		{"denied clause of no cue", "No children were moved.", "No children +0"},
		{"two denials of a clause", "There are scarcely any children who do not have good homes.", "scarcely any +0, who do not +1, good +0"},
		{"no longer, fault", "Visits are no longer late.", "Visits +1, no longer +0, late +2"},
		{"no longer, praise", "Plans are no longer clear.", "no longer +0, clear -4"},
		{"rare fault", "Missed visits are rare.", "Missed +0, visits +1, are rare +2"},
		{"rare praise", "Timely visits are rare.", "Timely +0, visits +1, are rare -4"},
		{"rare, then a fault", "It is rare for a review to be late.", "is rare +0, late +2"},
		{"rare, then praise", "It is rare for plans to be clear.", "is rare +0, clear -4"},
		{"fall of a fault", "Vacancy rates are falling.", "Vacancy +0, are falling +2"},
		{"fall of an asset", "School attendance is falling.", "attendance +0, is falling -3"},
		{"rise of a fault", "Delays have doubled.", "Delays -4, have doubled -3"},
		{"rise of praise", "Placement stability is rising.", "stability +2, is rising +2"},
		{"rise of nothing", "The number of children in the county is rising.", "is rising +0"},
		{"fall with an object", "Managers are reducing delays.", "are reducing +2, delays +0"},
		{"ruin", "Joint working has withered.", "has withered -3"},
		{"subject before an aside", "Sickness, which was good in 2020, is falling.", "Sickness +0, which was +0, good +2, is falling +2"},
		{"subject in another clause", "Plans are weak, and performance is falling.", "weak -4, is falling +0"},
		{"fewer, fault", "Fewer children wait too long.", "Fewer +2, wait +0, too long +0"},
		{"fewer, praise", "Fewer children have good plans.", "Fewer -3, good +0"},
		{"more, asset", "More children have settled attendance.", "More children +2, settled +2, attendance +0"},
		{"reduced asset", "Illness reduces attendance.", "reduces -3, attendance +0"},
		{"resolution, then the fault", "Leaders have put right the weaknesses.", "have put right +4, weaknesses +0"},
		{"part, praise", "Only 40% of visits were on time.", "Only 40% of +0, visits +0, on time -4"},
		{"small part, fault", "Only 3% of visits were late.", "Only 3% of +0, visits +0, late +1"},
		{"part, fault", "Only 40% of visits were late.", "Only 40% of -1, visits +0, late -4"},
		{"half of nothing", "Fewer than half of them took place.", "Fewer than half of -2"},
		{"plan", "The panel was set up to reduce delay.", "was set up to +0, reduce +0, delay +0"},
		{"plan, then what is", "The panel was set up to reduce delay and is effective.", "was set up to +0, reduce +0, delay +0, effective +2"},
		{"plan, then a clause", "The panel was set up to help families, and they are good.", "was set up to +0, help +0, good +2"},
		{"denial of the fault before", "Staff overlook neither plans nor homes.", "overlook +2, neither +0, nor +0"},
		{"denial of the praise before", "Plans address neither homes nor schools.", "address -4, neither +0, nor +0"},
		{"done badly", "Abuse is poorly understood.", "Abuse +0, poorly -4, understood +0"},
		{"denial of being free of", "Records are seldom free of errors.", "seldom +0, free of -4, errors -4"},
		{"far from, then what is", "Far from being an afterthought, diversity is explored.", "Far from +0, explored +1"},
		{"fault that is challenged", "Weak plans are challenged.", "Weak +0, are challenged +2"},
		{"rare denial", "Cases of children not helped are rare.", "not +0, helped +0, are rare +2"},
		{"rare, of the other half", "Some plans are good, but this is the exception.", "good +2, is the exception -4"},
		{"few there, then praise", "There were few good plans.", "were few +0, good -4"},
		{"resolution in a clause of its own", "Plans are weak, and delays have been resolved.", "weak -4, delays +0, have been resolved +4"},
		{"resolution of what stands before", "Plans are weak, and these have been resolved.", "weak +0, have been resolved +4"},
		{"elliptical clause", "Where plans exist they are good; where they do not, they drift.", "Where +0, good +2, where +0, not +0, drift -4"},
		{"fall of a fault in an asset", "Gaps in the quality of homes have fallen.", "Gaps +0, quality of +0, have fallen +2"},
		{"less, praise", "Disabled children have a less responsive service.", "less +0, responsive -4"},
		{"less, help", "Parents have less support.", "less +0, support -1"},
		{"less, fault", "Planning is less fragmented and timely.", "less +0, fragmented +2, timely +2"},
		{"less of nothing", "Less was said.", "Less -1"},
		{"denied less", "No team is less effective.", "No +0, less effective +2"},
		{"rise of nothing, and its pace", "Demand has risen rapidly.", "has risen +0, rapidly +0"},
		{"pace that is no rise", "Risks are met rapidly.", "Risks +0, rapidly +2"},
		{"shared subject", "Absences are up since June, though lower than a year ago.", "Absences +0, lower than a +2"},
		{"subject that a clause describes", "The long waits that adopters described have ended.", "waits +0, adopters +0, have ended +2"},
		{"carried over, fault", "Absences have fallen, as has reliance on others.", "Absences +0, have fallen +2, as has +0, reliance +0"},
		{"carried over, praise", "Attendance has fallen, as has the strength of plans.", "Attendance +0, has fallen -3, as has +0, strength of +0"},
		{"still to come", "Good training is planned for 2030.", "Good +0, is planned +0"},
		{"planned well", "Moves are planned with good help.", "are planned +0, good +2, help +1"},
		{"still to come, after what is so", "Staff are skilled and further visits are due to be made.", "skilled +2, visits +0, are due to be +0"},
		{"still to come, in a relative clause", "Staff wrote two good plans, which are due to be published.", "good +2, are due to be +0"},
		{"trait that is denied", "Drift is not a feature of this work.", "Drift +0, is not a +2"},
		{"trait of what is good", "Supervision is not a strength.", "Supervision +0, not a +0, strength -4"},
		{"trait that refers back", "Visits are late, and this is not a good sign.", "Visits +1, late -4, not a +0, good -4"},
		{"for whom nothing is done", "No one takes charge of plans for children who are missing.", "No one -4, missing +0"},
		{"statement after a denial", "Help is not hurried and provides hope.", "Help +1, not +0, hurried +2, provides +1"},
		{"bad that does not pass", "Delays do not pass without comment.", "Delays +0, not +0, without +2"},
		{"ceased, in the clause", "Managers no longer sign off assessments that are incomplete.", "no longer +0, incomplete +2"},
		{"ceased, with good", "Gone is the strong support of 2020.", "Gone is the +0, strong -4, support -4"},
		{"quelled", "Nights in an office are a thing of the past.", "a thing of the past +2"},
		{"resolution that is denied", "Assurances that gaps had been cleared were wrong.", "gaps +0, had been cleared +4, wrong -4"},
		{"a minority, help", "In a minority of cases, children are allocated to students.", "In a minority of cases +0, allocated +0"},
		{"a minority, fault", "In a minority of cases, visits are late.", "In a minority of cases +0, visits +0, late -4"},
		{"fewer, noun", "There are fewer opportunities.", "fewer -3, opportunities +0"},
		{"fewer, then a clause", "There are fewer gaps, and plans are good.", "fewer +2, gaps +0, good +2"},
		{"rise in harm", "There is a rise in the number of children at risk.", "rise in the number +0, risk +0"},
		{"claim that nothing supports", "There is no evidence to support the claim that visits were missed.", "no evidence to support +0, claim that +0, visits +0, missed +1"},
		{"purpose", "Staff work to help children.", "help +0"},
		{"no purpose", "Staff help children.", "help +1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, test.want, worths(test.text))
		})
	}
}

// worths writes out what the cues of a text are worth, without those that only
// divide it.
func worths(text string) string {
	var space scratch
	s := read(text, &space)
	var out []string
	for _, c := range s.weigh(nil) {
		switch sense(c.value) {
		case senseNone, senseClause, senseBut, senseAlthough:
		default:
			out = append(out, fmt.Sprintf("%s %+d", s.cue(Label{}, c.mark).Of(text), c.worth))
		}
	}
	return strings.Join(out, ", ")
}

// Each construction holds for just so many words after its governor.
func TestReach(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		governor, cue string
		words         int
		in, beyond    string
	}{
		{"not", "good", 8, "good -4", "good +2"},
		{"no", "good", 7, "good -4", "good +2"},
		{"no evidence that", "good", 20, "good -4", "good +2"},
		{"not", "weak", 4, "weak +2", "weak -4"},
		{"not", "abuse", 4, "abuse +3", "abuse +0"},
		{"is designed to", "good", 16, "good +0", "good +2"},
		{"only 40% of", "good", 12, "good -4", "good +2"},
		{"not good", "clear", 6, "clear -4", "clear +2"},
		{"lack", "good", 7, "good +0", "good +2"},
		{"lack" + strings.Repeat(" xyzzy", 6) + " good", "clear", 2, "clear +0", "clear +2"},
		{"hampers", "good", 7, "good +0", "good +2"},
		{"need to be", "good", 14, "good +0", "good +2"},
		{"xyzzy is rare", "good", 16, "good -4", "good +2"},
		{"no longer", "good", 8, "good -4", "good +2"},
		{"fewer", "weak", 10, "weak +0", "weak -4"},
		{"not weak", "vague", 6, "vague +2", "vague -4"},
		{"have put right", "weak", 6, "weak +0", "weak -4"},
		{"tackle", "drift", 4, "drift +0", "drift -4"},
		{"tackle delay", "drift", 4, "drift +0", "drift -4"},
		{"understand the", "weak", 9, "weak +0", "weak -4"},
		{"less", "good", 2, "good -4", "good +2"},
		{"turnover has fallen, as has", "weak", 8, "weak +0", "weak -4"},
	} {
		for n, want := range map[int]string{test.words: test.in, test.words + 1: test.beyond} {
			text := test.governor + strings.Repeat(" xyzzy", n-1) + " " + test.cue
			assert.True(t, strings.HasSuffix(worths(text), want), "%s: %s, want %s", text, worths(text), want)
		}
	}
}

// A word that looks back finds its subject at most subjectReach words before it.
func TestSubjectReach(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{14: "is falling +2", 15: "is falling +0"} {
		text := "sickness" + strings.Repeat(" xyzzy", n-1) + " is falling"
		assert.True(t, strings.HasSuffix(worths(text), want), "%s: %s, want %s", text, worths(text), want)
	}
}

package ilacs_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/authority"
)

// The authority is the one that was visited, whatever else is named and however
// often. An empty number comes with a note.
func TestArticleAuthority(t *testing.T) {
	t.Parallel()
	const bolton, bury, luton, rutland = "80432", "80443", "80520", "80547"
	for opening, want := range map[string]struct{ name, urn string }{
		"Ofsted has made a focused visit to Bolton's children's services.":                               {"Bolton", bolton},
		"Ofsted has made a focused visit to children's services in Bolton.":                              {"Bolton", bolton},
		"Ofsted has made a focused visit to children's services at Bolton Council.":                      {"Bolton Council", bolton},
		"Ofsted has made a focused visit. Bolton council's children's services were praised.":            {"Bolton", bolton},
		"A focused visit by two Ofsted inspectors to Bolton looked at its children's services.":          {"Bolton", bolton},
		"Inspectors were in Bolton for a focused visit. Ofsted liked its children's services.":           {"Bolton", bolton},
		"Ofsted has praised Bolton after a focused visit to its children's services.":                    {"Bolton", bolton},
		"After a focused visit Ofsted wrote to Bolton Council about its children's services.":            {"Bolton Council", bolton},
		"Bolton was told by Ofsted on a focused visit that its children's services are good.":            {"Bolton", bolton},
		"Ofsted Praises Bolton Children's Services\n\nA focused visit went well in the Lancashire town.": {"Bolton", bolton},

		// Beside others.
		"Ofsted has made a focused visit to Rutland's children's services. Many families move to Leicester, and Leicester is near. Leicester has a hospital.": {"Rutland", rutland},
		"Ofsted has made a focused visit to Bolton's children's services. Leeds City Council, a partner, has sent staff from Leeds.":                          {"Bolton", bolton},
		"Ofsted has made a focused visit to Bolton's children's services. The former Leeds director said that Leeds was rated outstanding.":                   {"Bolton", bolton},
		"Ofsted has made a focused visit to Bolton's children's services. Greater Manchester Police and the University of Bury took part.":                    {"Bolton", bolton},
		"Ofsted has made a focused visit to Bolton's children's services. Bury and Rochdale NHS Trust and Wigan Hospital took part.":                          {"Bolton", bolton},
		"Ofsted has made a focused visit to Bolton's children's services, the Manchester Evening News and Bury Times report.":                                 {"Bolton", bolton},
		"Ofsted has made a focused visit to Bolton's children's services. Simon Dudley and Kent Barnsley welcomed it.":                                        {"Bolton", bolton},
		"Ofsted has made a focused visit to Bolton's children's services. Families in Bury St Edmunds and Sutton Coldfield moved there.":                      {"Bolton", bolton},
		"Ofsted has made a focused visit to Bolton's children's services. Write to us at 1 High Street, Bury BL9 0AA.":                                        {"Bolton", bolton},
		"Ofsted has made a focused visit to the children's services of a borough in Greater Manchester. Bury Council liked it.":                               {"Bury Council", bury},
		"Ofsted has made a focused visit to Bolton's children's services. Bury the bad news, a councillor said. Reading it took a day.":                       {"Bolton", bolton},
		"Ofsted has made a focused visit. Staff of Rutland Council and several partners in children's services met it.":                                       {"Rutland Council", rutland},
		"Ofsted has made a focused visit. It met staff from Luton Council's children's services. Help in Luton is good.":                                      {"Luton", luton},

		"Ofsted has made a focused visit. Children's services in Bolton share a hub. So do children's services in Bury.": {"Bolton", bolton},
		"Ofsted has made a focused visit to children's services in St. Helens, and went on to Wigan.":                    {"St. Helens", "80560"},

		// Short forms, delivering bodies.
		"Ofsted has made a focused visit to RBWM's children's services.":                            {"RBWM", "80546"},
		"Ofsted has made a focused visit to children's services in Stoke.":                          {"Stoke", "80564"},
		"Ofsted has made a focused visit to Slough Children First, which runs children's services.": {"Slough Children First", "80553"},
		"Ofsted has made a focused visit to Bolton Children's Trust and its social workers.":        {"Bolton", bolton},

		// Councils that the register does not have.
		"Ofsted has made a focused visit to Harnley's children's services.":                                        {"Harnley", ""},
		"Ofsted has made a focused visit to Harnley Council's children's services. Leeds has helped Harnley.":      {"Harnley Council", ""},
		"Ofsted has made a focused visit to Ousel and Fenmoor Council and its partners in children's services.":    {"Ousel and Fenmoor Council", ""},
		"Ofsted has made a focused visit to Harnley's children's services. They passed from Harnley City Council.": {"Harnley City Council", ""},
		"Ofsted has made a focused visit to Kingston Council's children's services.":                               {"Kingston Council", ""}, // one of two
		"Ofsted made a focused visit to our children's services on 4 May 2021.":                                    {"", ""},

		// Closed ones.
		"Ofsted made a focused visit to Cumbria's children's services in May 2018.":            {"Cumbria", ""},
		"Ofsted made a focused visit to Poole's children's services on 4 May 2018.":            {"Poole", ""},
		"Ofsted has made a focused visit to Cumbria County Council's children's services.":     {"Cumbria County Council", ""},
		"Ofsted made a focused visit to Dorset Council's children's services on 4 May 2023.":   {"Dorset Council", "2532283"},
		"Ofsted made a focused visit to Northamptonshire's children's services on 4 May 2018.": {"Northamptonshire", ""},

		// Several.
		"Ofsted has made a focused visit to North and West Northamptonshire's children's services.":                    {"North and West Northamptonshire", ""},
		"Ofsted has made a focused visit to Kensington and Chelsea and Westminster to see children's services.":        {"Kensington and Chelsea and Westminster", ""},
		"Ofsted wrote to Bury Council (BC) and Bolton Council after a focused visit to their children's services.":     {"Bury Council (BC) and Bolton Council", ""},
		"Ofsted wrote to Bury Council (BURYC) and Bolton Council after a focused visit to their children's services.":  {"Bury Council (BURYC) and Bolton Council", ""},
		"After a focused visit Ofsted wrote to Ousel and Fenmoor Councils about their children's services.":            {"Ousel and Fenmoor Councils", ""},
		"Ofsted has made a focused visit. Children's services in Bolton share a hub with children's services in Bury.": {"", ""}, // a tie
	} {
		r := article(t, opening)
		assert.Equal(t, want.name, r.Visit.Authority, opening)
		assert.Equal(t, want.urn, r.Visit.URN, opening)
		assert.Equal(t, want.urn == "", len(r.Notes) > 0, "%s: %v", opening, r.Notes)
	}
	assert.True(t, hasNote(article(t, "Ofsted made a focused visit to Cumbria's children's services in May 2018."), "closed on 2023-04-01"))
}

// Every authority of today is found by its name and its council's, in every place
// where articles name it.
func TestArticleEveryAuthority(t *testing.T) {
	t.Parallel()
	for a := range authority.All() {
		if !a.IsOpen() {
			continue
		}
		for _, opening := range []string{
			"Ofsted made a focused visit to %s on 4 and 5 March 2026 and looked at children's services.",
			"Ofsted made a focused visit to %s's children's services.",
			"Ofsted made a focused visit to children's services in %s.",
			"Ofsted made a focused visit to the children's services of %s Council and met partners in Harnley.",
			"%s Council has welcomed a focused visit by Ofsted to its children's services.",
			"%s's children's services are better, Ofsted says after a focused visit.",
			"Children's services in %s were praised by Ofsted inspectors on a focused visit.",
			"Inspectors were in %s for a focused visit, Ofsted says, to see social work there.",
		} {
			s := fmt.Sprintf(opening, a.Name)
			assert.Equal(t, a.URN, article(t, s).Visit.URN, s)
		}
	}
}

package authority_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// Each printed form finds its authority; the table is long for there are many
// forms.
func TestFind(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Leeds":                     "Leeds",
		"leeds":                     "Leeds",
		"  LEEDS \t CITY\nCOUNCIL ": "Leeds",
		"Leeds City":                "Leeds",
		"Leeds local authority children’s services":   "Leeds",
		"Leeds Council’s children's services":         "Leeds",
		"London Borough of Camden":                    "Camden",
		"the London Borough of Ealing":                "Ealing",
		"London Borough of Hammersmith & Fulham":      "Hammersmith and Fulham",
		"London Borough of Merton Council":            "Merton",
		"Royal Borough of Kensington and Chelsea":     "Kensington and Chelsea",
		"Royal Borough of Greenwich":                  "Greenwich",
		"Royal Borough of Kingston":                   "Kingston upon Thames",
		"London Borough of Richmond":                  "Richmond upon Thames",
		"Windsor & Maidenhead":                        "Windsor and Maidenhead",
		"Windsor and Maidenhead, Royal Borough of":    "Windsor and Maidenhead",
		"The Royal Borough of Windsor and Maidenhead": "Windsor and Maidenhead",
		"City of York Council":                        "York",
		"York City Council":                           "York",
		"Kingston upon Hull, City of":                 "Kingston upon Hull",
		"Kingston-Upon-Hull City Council":             "Kingston upon Hull",
		"Hull":                                        "Kingston upon Hull",
		"Hull City Council":                           "Kingston upon Hull",
		"Bristol City of":                             "Bristol",
		"Bristol, City of":                            "Bristol",
		"Herefordshire, County of":                    "Herefordshire",
		"Bournemouth, Christchurch & Poole":           "Bournemouth, Christchurch and Poole",
		"Bournemouth Christchurch and Poole Council":  "Bournemouth, Christchurch and Poole",
		"BCP Council":                                 "Bournemouth, Christchurch and Poole",
		"RBWM":                                        "Windsor and Maidenhead",
		"B&D Council":                                 "Barking and Dagenham",
		"LBBD":                                        "Barking and Dagenham",
		"Stoke council":                               "Stoke-on-Trent",
		"West Northants":                              "West Northamptonshire",
		"Notts County Council":                        "Nottinghamshire",
		"St. Helens":                                  "St Helens",
		"St Helen’s Metropolitan Borough Council":     "St Helens",
		"Saint Helens":                                "St Helens",
		"Telford & Wrekin":                            "Telford and Wrekin",
		"Telford and the Wrekin":                      "Telford and Wrekin",
		"Newcastle":                                   "Newcastle upon Tyne",
		"Newcastle-upon-Tyne City Council":            "Newcastle upon Tyne",
		"East Riding":                                 "East Riding of Yorkshire",
		"Cheshire East Unitary Authority":             "Cheshire East",
		"Medway Children’s Services":                  "Medway",
		"Medway Children's Services":                  "Medway",
		"Southend-on-Sea City Council":                "Southend-on-Sea",
		"Southend–on–Sea Borough Council":             "Southend-on-Sea",
		"the Isle of Wight":                           "Isle of Wight",
		"Council of the Isles of Scilly":              "Isles of Scilly",
		"Durham":                                      "Durham",
		"County Durham":                               "Durham",
		"Durham County Council":                       "Durham",
		"London Corporation":                          "City of London",
		"City of London":                              "City of London",
		"The City of London Corporation":              "City of London",
		"Dudley Metropolitan Borough Council":         "Dudley",
		"Dudley MBC":                                  "Dudley",
		"Metropolitan Borough of Solihull":            "Solihull",
		"Wakefield District Metropolitan Council":     "Wakefield",
		"City of Bradford Metropolitan Borough":       "Bradford",
		"Bradford Children and Families Trust":        "Bradford",
		"Slough Children First":                       "Slough",
		"Slough Children's Services Trust":            "Slough",
		"Doncaster Children’s Services Trust":         "Doncaster",
		"Together for Children":                       "Sunderland",
		"Brighter Futures for Children":               "Reading",
		"Surrey Safeguarding Children Board":          "Surrey",
		"Hertfordshire Local Safeguarding Children’s Partnership": "Hertfordshire",
		"Sta\ufb00ordshire":                "Staffordshire",
		"Isle\u00a0of\u00a0Wight":          "Isle of Wight",
		"\ufeffBuck\u00adinghamshire":      "Buckinghamshire",
		"Buckinghamshire County Council":   "Buckinghamshire",
		"Bedford Borough":                  "Bedford",
		"Derby City":                       "Derby",
		"Derbyshire County Council":        "Derbyshire",
		"Leicester City Council":           "Leicester",
		"Nottingham":                       "Nottingham",
		"Nottinghamshire":                  "Nottinghamshire",
		"Dorset Council":                   "Dorset",
		"Rutland County Council":           "Rutland",
		"Kent’s children’s services":       "Kent",
		"Bexley Council's":                 "Bexley",
		"Council of the City of Wakefield": "Wakefield",
		"City of Doncaster Council":        "Doncaster",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := authority.Find(name)
			require.NoError(t, err)
			assert.Equal(t, want, got.Name)
			assert.True(t, got.IsOpen())
		})
	}
}

func TestFindNeverGuesses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		err     error
		nearest []string // those that come first
	}{
		{"", parseerr.ErrUnknown, nil},
		{"the", parseerr.ErrUnknown, nil},
		{"council", parseerr.ErrUnknown, nil},
		{"local authority", parseerr.ErrUnknown, nil},
		{"City of", parseerr.ErrUnknown, nil},
		{"Barchester", parseerr.ErrUnknown, nil},
		{"Lead City Council", parseerr.ErrUnknown, []string{"Leeds"}},
		{"Dudly Metropolitan Borough Council", parseerr.ErrUnknown, []string{"Dudley"}},
		{"Northhampton", parseerr.ErrUnknown, nil},
		{"Gloucester", parseerr.ErrUnknown, []string{"Gloucestershire"}},
		{"London", parseerr.ErrUnknown, []string{"City of London"}},
		{"Tyneside", parseerr.ErrUnknown, []string{"North Tyneside", "South Tyneside"}},
		{"Kingston and Richmond", parseerr.ErrUnknown, []string{"Kingston upon Hull", "Kingston upon Thames"}},
		{"Leeds and Bradford", parseerr.ErrUnknown, []string{"Bradford", "Leeds"}},
		{"Halton Children’s Trust", parseerr.ErrUnknown, []string{"Halton"}},
		{"Leeds Teaching Hospitals", parseerr.ErrUnknown, []string{"Leeds"}},
		{"Newcastle-under-Lyme", parseerr.ErrUnknown, []string{"Newcastle upon Tyne"}},
		{"NCC", parseerr.ErrUnknown, nil},
		{"SMBC", parseerr.ErrUnknown, nil},
		{"Stoke Newington", parseerr.ErrUnknown, nil},
		{"Kingston", authority.ErrAmbiguous, []string{"Kingston upon Hull", "Kingston upon Thames"}},
		{"Achieving for Children", authority.ErrAmbiguous, []string{"Kingston upon Thames", "Richmond upon Thames", "Windsor and Maidenhead"}},
		{"Northamptonshire Children's Trust", authority.ErrAmbiguous, []string{"North Northamptonshire", "West Northamptonshire"}},
		{"Derby County Council", authority.ErrAmbiguous, []string{"Derby", "Derbyshire"}},
		{"Leicestershire City Council", authority.ErrAmbiguous, []string{"Leicestershire", "Leicester"}},
		{"Northamptonshire", authority.ErrNotOpen, []string{"Northamptonshire", "North Northamptonshire", "West Northamptonshire"}},
		{"Northamptonshire County Council", authority.ErrNotOpen, []string{"Northamptonshire"}},
		{"Cumbria", authority.ErrNotOpen, []string{"Cumbria", "Cumberland", "Westmorland and Furness"}},
		{"Borough of Poole", authority.ErrNotOpen, []string{"Poole", "Bournemouth, Christchurch and Poole"}},
		{"Bournemouth Borough Council", authority.ErrNotOpen, []string{"Bournemouth", "Bournemouth, Christchurch and Poole"}},
		{"Dorset County Council", authority.ErrNotOpen, []string{"Dorset", "Bournemouth, Christchurch and Poole", "Dorset"}},
		{"East Surrey", authority.ErrNotOpen, []string{"East Surrey", "Surrey"}},
		{strings.Repeat("Leeds ", 1000), parseerr.ErrUnknown, nil},
	} {
		t.Run(c.name[:min(len(c.name), 40)], func(t *testing.T) {
			t.Parallel()
			a, err := authority.Find(c.name)
			require.ErrorIs(t, err, c.err)
			assert.Zero(t, a)
			var wrong *authority.NameError
			require.ErrorAs(t, err, &wrong)
			assert.True(t, strings.HasPrefix(c.name, strings.TrimSuffix(wrong.Input, "…")))
			var got []string
			for _, a := range wrong.Nearest {
				got = append(got, a.Name)
			}
			require.GreaterOrEqual(t, len(got), len(c.nearest), "%v", got)
			for i, name := range c.nearest {
				assert.Equal(t, name, got[i], "%v", got)
			}
			for _, name := range got {
				assert.Contains(t, err.Error(), name)
			}
		})
	}
}

func TestFindOn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, day string
		want      string // the code
		err       error
	}{
		{"Northamptonshire", "2021-03-31", "928", nil},
		{"Northamptonshire", "2021-04-01", "", authority.ErrNotOpen},
		{"Northamptonshire", "2021-04", "", authority.ErrNotOpen},
		{"Northamptonshire", "2021", "928", nil},
		{"Northamptonshire Children's Trust", "2020-12-01", "928", nil},
		{"Northamptonshire Children's Trust", "2022-10", "", authority.ErrAmbiguous},
		{"North Northamptonshire", "2021-03-31", "", authority.ErrNotOpen},
		{"North Northamptonshire", "2021", "940", nil},
		{"Dorset", "2016-05", "835", nil},
		{"Dorset", "2019-03-31", "835", nil},
		{"Dorset", "2019-04-01", "838", nil},
		{"Dorset", "2019", "", authority.ErrAmbiguous},
		{"Dorset County Council", "2016", "835", nil},
		{"Dorset County Council", "2019-05", "", authority.ErrNotOpen},
		{"Poole", "2014", "836", nil},
		{"Cumbria County Council", "2022-11", "909", nil},
		{"Cheshire", "2008-12-31", "875", nil},
		{"Cheshire", "2010", "", authority.ErrNotOpen},
		{"Bedford County Council", "2008", "820", nil},
		{"Bedford County Council", "2010", "822", nil},
		{"Surrey", "2027-03-31", "936", nil},
		{"Surrey", "2027-04-01", "", authority.ErrNotOpen},
		{"Leeds", "1999", "383", nil},
		{"Leeds", "2099-01-01", "383", nil},
	} {
		t.Run(c.name+" "+c.day, func(t *testing.T) {
			t.Parallel()
			day, err := civil.Parse(c.day)
			require.NoError(t, err)
			got, err := authority.FindOn(c.name, day)
			if c.err != nil {
				require.ErrorIs(t, err, c.err)
				assert.Zero(t, got)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, c.want, got.Code)
		})
	}
	day, err := civil.Parse("2027-04")
	require.NoError(t, err)
	west, err := authority.FindOn("West Surrey County Council", day)
	require.NoError(t, err)
	assert.Equal(t, "West Surrey", west.Name)
}

// wordsBefore may stand before the name of an authority.
var wordsBefore = []string{
	"", "the ", "The ", "London Borough of ", "the London Borough of ", "Royal Borough of ", "The Royal Borough of ",
	"City of ", "Borough of ", "Metropolitan Borough of ", "Metropolitan District of ", "County of ", "Council of the ",
	"City and County of ",
}

// wordsAfter may stand after it.
var wordsAfter = []string{
	"", " Council", " council", " City Council", " Borough Council", " County Council", " District Council",
	" Metropolitan Borough Council", " Metropolitan District Council", " Metropolitan Borough", " Metropolitan Council",
	" City", " Borough", " County", " Unitary Authority", " local authority", " Local Authority", " children’s services",
	" local authority children’s services", " local authority children's services", " Council children’s services",
	" Borough Council local authority children’s services", " children’s social care services", "’s children’s services", " LSCB",
	" Local Safeguarding Children Board", " Safeguarding Children Partnership", ", City of", ", County of",
	", London Borough of", ", Royal Borough of",
}

// spellings are the ways in which a report or a file may write a name.
var spellings = map[string]func(string) string{
	"as it is":             func(s string) string { return s },
	"upper case":           strings.ToUpper,
	"lower case":           strings.ToLower,
	"ampersand":            func(s string) string { return strings.ReplaceAll(s, " and ", " & ") },
	"no commas":            func(s string) string { return strings.ReplaceAll(s, ",", "") },
	"no hyphens":           func(s string) string { return strings.ReplaceAll(s, "-", " ") },
	"en dashes":            func(s string) string { return strings.ReplaceAll(s, "-", "–") },
	"wide spaces":          func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0 ") },
	"wrapped lines":        func(s string) string { return strings.ReplaceAll(s, " ", "\r\n") },
	"straight apostrophes": func(s string) string { return strings.ReplaceAll(s, "’", "'") },
	"full stops":           func(s string) string { return strings.ReplaceAll(s, "St ", "St. ") + "." },
	"file name": func(s string) string {
		return strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(s), " and ", " "), " ", "-")
	},
}

// Every authority is found by every form of its name that a report may print,
// and no form finds another authority.
func TestFindKnowsEveryForm(t *testing.T) {
	t.Parallel()
	open := map[string]bool{}
	for a := range authority.All() {
		if a.IsOpen() {
			open[a.Name] = true
		}
	}
	found, ambiguous := 0, map[string]bool{}
	for a := range authority.All() {
		if !a.IsOpen() {
			continue
		}
		for _, b := range wordsBefore {
			for _, e := range wordsAfter {
				for _, write := range spellings {
					name := write(b + a.Name + e)
					got, err := authority.Find(name)
					if err == nil {
						found++
						if got != a {
							t.Errorf("%q gave %s", name, got)
						}
						continue
					}
					county := strings.Contains(strings.ToLower(b+e), "county")
					town, isShire := strings.CutSuffix(a.Name, "shire")
					switch {
					case a.Name == "Dorset" && strings.Contains(strings.ToLower(e), "county council"):
						require.ErrorIs(t, err, authority.ErrNotOpen, name)
					case open[a.Name+"shire"] && county, isShire && open[town] && !county:
						require.ErrorIs(t, err, authority.ErrAmbiguous, name)
						ambiguous[a.Name] = true
					default:
						t.Errorf("%q: %v", name, err)
					}
				}
			}
		}
	}
	var pairs []string
	for name := range ambiguous {
		pairs = append(pairs, name)
	}
	slices.Sort(pairs)
	assert.Equal(t, []string{"Derby", "Derbyshire", "Leicester", "Leicestershire", "Nottingham", "Nottinghamshire"}, pairs)
	t.Logf("%d forms found", found)
}

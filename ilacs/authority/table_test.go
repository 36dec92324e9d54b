package authority_test

import (
	"cmp"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// readTable returns an embedded table's header facts and its rows by column.
func readTable(t *testing.T, name string) (facts map[string][]string, rows []map[string]string) {
	t.Helper()
	raw, err := os.ReadFile(name)
	require.NoError(t, err)
	require.True(t, utf8.Valid(raw), "%s is not UTF-8", name)
	require.True(t, strings.HasSuffix(string(raw), "\n"))
	facts = map[string][]string{}
	var columns []string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSuffix(line, "\n")
		require.NotContains(t, line, "\r")
		switch fields := strings.Split(line, "\t"); {
		case strings.HasPrefix(line, "# "):
			require.Nil(t, columns, "a comment among the rows: %s", line)
			if key, value, ok := strings.Cut(line[2:], ": "); ok {
				facts[key] = append(facts[key], value)
			}
		case columns == nil:
			columns = fields
		default:
			require.Len(t, fields, len(columns), line)
			row := map[string]string{}
			for i, column := range columns {
				require.Equal(t, strings.TrimSpace(fields[i]), fields[i], "%s: space around a field: %s", name, line)
				row[column] = fields[i]
			}
			rows = append(rows, row)
		}
	}
	return facts, rows
}

func TestTablesStateTheirProvenance(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"authorities.tsv", "changes.tsv", "bodies.tsv"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			facts, rows := readTable(t, name)
			assert.NotEmpty(t, facts["source"])
			assert.Len(t, facts["licence"], 1)
			assert.Equal(t, []string{authority.AsOf}, facts["date"])
			assert.Equal(t, []string{strconv.Itoa(len(rows))}, facts["rows"])
			assert.NotEmpty(t, rows)
		})
	}
}

func TestAuthoritiesTableIsWellFormed(t *testing.T) {
	t.Parallel()
	_, rows := readTable(t, "authorities.tsv")
	form := map[string]*regexp.Regexp{
		"name":       regexp.MustCompile(`^[A-Z][a-z]+(?:[ -][A-Za-z][a-z]*|, [A-Z][a-z]+)*$`),
		"urn":        regexp.MustCompile(`^(?:80[45]\d\d|2[5-7]\d{5})?$`),
		"code":       regexp.MustCompile(`^(?:[2-9]\d\d)?$`),
		"gss":        regexp.MustCompile(`^(?:E(?:06|08|09|10)0000\d\d)?$`),
		"opened":     regexp.MustCompile(`^(?:20\d\d-04-01)?$`),
		"closed":     regexp.MustCompile(`^(?:20\d\d-04-01)?$`),
		"neighbours": regexp.MustCompile(`^(?:\d{3}(?:,\d{3}){9})?$`),
	}
	for _, row := range rows {
		for column, re := range form {
			assert.Regexp(t, re, row[column], "%s of %s", column, row["name"])
		}
	}
	assert.True(t, slices.IsSortedFunc(rows, func(a, b map[string]string) int {
		return cmp.Or(cmp.Compare(a["name"], b["name"]), cmp.Compare(a["opened"], b["opened"]))
	}), "rows are not in order of name")
}

// gssPrefixes are what a GSS code begins with, by type of council.
var gssPrefixes = map[authority.Type]string{
	authority.TypeLondonBorough: "E09", authority.TypeCityCorporation: "E09",
	authority.TypeMetropolitanDistrict: "E08",
	authority.TypeUnitaryAuthority:     "E06", authority.TypeIslesCouncil: "E06",
	authority.TypeCounty: "E10",
}

func TestEveryAuthorityIsComplete(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	unique := func(kind, key, name string) {
		if key == "" {
			return
		}
		other, dup := seen[kind+key]
		assert.False(t, dup, "%s and %s share the %s %s", other, name, kind, key)
		seen[kind+key] = name
	}
	var open, closed, planned int
	today, err := civil.Parse(authority.AsOf)
	require.NoError(t, err)
	for a := range authority.All() {
		unique("URN ", a.URN, a.Name)
		unique("code ", a.Code, a.Name)
		unique("GSS code ", a.GSS, a.Name)
		assert.True(t, a.Region.IsValid(), a.Name)
		assert.True(t, a.Type.IsValid(), a.Name)
		if a.GSS != "" {
			assert.Equal(t, gssPrefixes[a.Type], a.GSS[:3], "%s, %s", a.Name, a.Type)
		}
		assert.Equal(t, a.Region == authority.RegionLondon, strings.HasPrefix(a.GSS, "E09"), a.Name)
		assert.Equal(t, a.IsOpen(), a.OpenOn(today), a.Name)
		neighbours := slices.Collect(authority.Neighbours(a))
		switch {
		case a.IsOpen():
			open++
			unique("name ", a.Name, a.Name)
			assert.NotEmpty(t, a.URN, a.Name)
			assert.NotEmpty(t, a.Code, a.Name)
			assert.NotEmpty(t, a.GSS, a.Name)
			assert.Len(t, neighbours, 10, a.Name)
			once := map[authority.Authority]bool{a: true}
			for _, n := range neighbours {
				assert.True(t, n.IsOpen(), "%s has the neighbour %s, which is not open", a, n)
				assert.False(t, once[n], "%s has the neighbour %s twice, or is its own", a, n)
				once[n] = true
			}
		case a.Code == "":
			planned++
			assert.Positive(t, a.Opened.Compare(today), a.Name)
			assert.Empty(t, a.URN+a.GSS, a.Name)
			assert.Empty(t, neighbours, a.Name)
		default:
			closed++
			assert.False(t, a.Closed.IsZero(), a.Name)
			assert.Empty(t, a.URN, a.Name)
			assert.NotEmpty(t, a.GSS, a.Name)
			assert.Empty(t, neighbours, a.Name)
		}
		if !a.Opened.IsZero() && !a.Closed.IsZero() {
			assert.Negative(t, a.Opened.Compare(a.Closed), a.Name)
		}
	}
	assert.Equal(t, 153, open)
	assert.Equal(t, 7, closed)
	assert.Equal(t, 2, planned)
}

func TestRegionsHoldTheirAuthorities(t *testing.T) {
	t.Parallel()
	got := map[authority.Region]int{}
	for a := range authority.All() {
		if a.IsOpen() {
			got[a.Region]++
		}
	}
	assert.Equal(t, map[authority.Region]int{
		authority.RegionNorthEast: 12, authority.RegionNorthWest: 24, authority.RegionYorkshireAndTheHumber: 15,
		authority.RegionEastMidlands: 10, authority.RegionWestMidlands: 14, authority.RegionEastOfEngland: 11,
		authority.RegionLondon: 33, authority.RegionSouthEast: 19, authority.RegionSouthWest: 15,
	}, got)
}

func TestLookUps(t *testing.T) {
	t.Parallel()
	for a := range authority.All() {
		if a.URN != "" {
			got, ok := authority.ByURN(a.URN)
			assert.True(t, ok && got == a, "URN of %s finds %s", a, got)
		}
		if a.Code != "" {
			got, ok := authority.ByCode(a.Code)
			assert.True(t, ok && got == a, "code of %s finds %s", a, got)
			got, ok = authority.ByCode(a.GSS)
			assert.True(t, ok && got == a, "GSS code of %s gives %s", a, got)
		}
	}
	for _, none := range []string{"", "1", "999", "Leeds", "80485x", "e08000027"} {
		got, ok := authority.ByURN(none)
		assert.False(t, ok, none)
		assert.Zero(t, got, none)
		got, ok = authority.ByCode(none)
		assert.False(t, ok, none)
		assert.Zero(t, got, none)
	}
}

func TestChangesAreConsistent(t *testing.T) {
	t.Parallel()
	_, rows := readTable(t, "changes.tsv")
	var from, to int
	for a := range authority.All() {
		var last civil.Date
		for c := range authority.Predecessors(a) {
			to++
			assert.Equal(t, a, c.To)
			assert.Equal(t, c.Date, a.Opened, "%s began on the day of the change", a)
			assert.Equal(t, c.Date, c.From.Closed, "%s closed on the day of the change", c.From)
			assert.Equal(t, civil.PrecisionDay, c.Date.Precision())
			assert.True(t, c.Certainty.IsValid())
			assert.NotEmpty(t, c.Source)
			assert.NotEmpty(t, c.Area)
			assert.Equal(t, c.Certainty == authority.CertaintyPlanned, !c.To.IsOpen(), "%s is planned, or open", c.To)
		}
		for c := range authority.Successors(a) {
			from++
			assert.Equal(t, a, c.From)
			assert.GreaterOrEqual(t, c.Date.Compare(last), 0, "successors of %s are out of order", a)
			last = c.Date
			assert.Contains(t, slices.Collect(authority.Predecessors(c.To)), c)
		}
		if !a.Opened.IsZero() {
			assert.NotEmpty(t, slices.Collect(authority.Predecessors(a)), "%s opened after nobody", a)
		}
		if !a.Closed.IsZero() {
			assert.NotEmpty(t, slices.Collect(authority.Successors(a)), "%s closed and nobody followed", a)
		}
	}
	assert.Equal(t, len(rows), from)
	assert.Equal(t, len(rows), to)
	name := func(ref string) string {
		if a, ok := authority.ByCode(ref); ok {
			return a.Name
		}
		return ref
	}
	assert.True(t, slices.IsSortedFunc(rows, func(a, b map[string]string) int {
		return cmp.Or(cmp.Compare(a["date"], b["date"]),
			cmp.Compare(name(a["from"]), name(b["from"])), cmp.Compare(name(a["to"]), name(b["to"])))
	}), "rows are not in order of date and names")
}

func TestDeliveryBodiesAreConsistent(t *testing.T) {
	t.Parallel()
	_, rows := readTable(t, "bodies.tsv")
	serving, councils := map[string]int{}, 0
	total := 0
	for a := range authority.All() {
		var last civil.Date
		served := false
		for b := range authority.DeliveryBodies(a) {
			total++
			assert.False(t, b.From.IsZero(), b.Name)
			assert.GreaterOrEqual(t, b.From.Compare(last), 0, "bodies of %s are out of order", a)
			last = b.From
			if !b.To.IsZero() {
				assert.Positive(t, b.To.Compare(b.From), b.Name)
			}
			assert.True(t, b.Certainty.IsValid(), b.Name)
			assert.NotEmpty(t, b.Source, b.Name)
			assert.True(t, a.OpenOn(b.From), "%s served %s, which was not open", b.Name, a)
			if b.To.IsZero() {
				served = true
				serving[b.Name]++
			}
		}
		if served {
			councils++
		}
	}
	assert.Equal(t, len(rows), total)
	// Nine companies served twelve authorities in September 2024; Worcestershire
	// left in October 2024 and Reading a year later, with their companies.
	assert.Len(t, serving, 7)
	assert.Equal(t, 10, councils)
	assert.True(t, slices.IsSortedFunc(rows, func(a, b map[string]string) int {
		return cmp.Or(cmp.Compare(a["name"], b["name"]), cmp.Compare(a["from"], b["from"]), cmp.Compare(a["code"], b["code"]))
	}))
}

func TestUnknownAuthoritiesHaveNoRelations(t *testing.T) {
	t.Parallel()
	for name, a := range map[string]authority.Authority{
		"zero":    {},
		"unknown": {Name: "Barchester", Code: "999"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Empty(t, slices.Collect(authority.Neighbours(a)))
			assert.Empty(t, slices.Collect(authority.Predecessors(a)))
			assert.Empty(t, slices.Collect(authority.Successors(a)))
			assert.Empty(t, slices.Collect(authority.DeliveryBodies(a)))
		})
	}
	assert.False(t, authority.Authority{}.IsOpen())
}

func TestIteratorsStop(t *testing.T) {
	t.Parallel()
	a, err := authority.FindOn("Northamptonshire", civil.Date{})
	require.ErrorIs(t, err, authority.ErrNotOpen)
	require.Zero(t, a)
	closed, ok := authority.ByCode("928")
	require.True(t, ok)
	leeds, ok := authority.ByCode("383")
	require.True(t, ok)
	richmond, ok := authority.ByCode("318")
	require.True(t, ok)
	var got []string
	for a := range authority.All() {
		got = append(got, a.Name)
		break
	}
	for a := range authority.Neighbours(leeds) {
		got = append(got, a.Name)
		break
	}
	for c := range authority.Successors(closed) {
		got = append(got, c.To.Name)
		break
	}
	for b := range authority.DeliveryBodies(richmond) {
		got = append(got, b.Name)
		break
	}
	assert.Equal(t, []string{"Barking and Dagenham", "Portsmouth", "North Northamptonshire", "Achieving for Children"}, got)
}

package authority

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/internal/tsv"
)

//go:embed authorities.tsv
var authoritiesTSV string

//go:embed changes.tsv
var changesTSV string

//go:embed bodies.tsv
var bodiesTSV string

// entry is an authority with the indices of its statistical neighbours' entries.
type entry struct {
	Authority
	neighbours []uint16
}

// delivery is a body with the index of its authority's entry.
type delivery struct {
	Body
	entry uint16
}

// tables is the register, indexed for look-ups.
type tables struct {
	entries []entry
	changes []Change
	bodies  []delivery
	urns    map[string]uint16
	codes   map[string]uint16   // DfE and GSS codes
	names   map[string][]uint16 // folded names, to those that bear them
	// initials are the folded names that are no words: "RBWM".
	initials map[string]bool
	today    civil.Date // AsOf
}

var register = sync.OnceValue(compile)

// get returns the authority that an index has under a key.
func (t *tables) get(by map[string]uint16, key string) (Authority, bool) {
	i, ok := by[key]
	if !ok {
		return Authority{}, false
	}
	return t.entries[i].Authority, true
}

// index returns the index of an authority's entry, found by its code, or by its
// name if it has none.
func (t *tables) index(a Authority) (uint16, bool) {
	if a.Code != "" {
		i, ok := t.codes[a.Code]
		return i, ok
	}
	i := slices.IndexFunc(t.entries, func(e entry) bool { return e.Code == "" && e.Name == a.Name })
	return uint16(i), i >= 0
}

// reference returns the index of the entry that a cell of an embedded table
// names by its code, or by its name if the authority has no code yet.
func (t *tables) reference(ref string) uint16 {
	i, ok := t.codes[ref]
	if !ok {
		i, ok = t.index(Authority{Name: ref})
	}
	if !ok {
		panic(fmt.Sprintf("authority: embedded table names %q, which the register lacks", ref))
	}
	return i
}

// compile reads the embedded tables. It panics if they are broken, which the
// tests rule out.
func compile() *tables {
	t := &tables{
		urns:  make(map[string]uint16, 160),
		codes: make(map[string]uint16, 320),
		names: make(map[string][]uint16, 256), initials: make(map[string]bool, 16),
		today: date(AsOf),
	}
	var neighbours [][]string
	for f := range tsv.Scan("authorities.tsv", authoritiesTSV) {
		i := uint16(len(t.entries))
		a := Authority{
			Name: f[0], URN: f[1], Code: f[2], GSS: f[3],
			Region: must(ParseRegion(f[4])), Type: must(ParseType(f[5])),
			Opened: date(f[6]), Closed: date(f[7]),
		}
		t.entries = append(t.entries, entry{Authority: a})
		neighbours = append(neighbours, tsv.List(f[9], ","))
		if a.URN != "" {
			t.urns[a.URN] = i
		}
		if a.Code != "" {
			t.codes[a.Code], t.codes[a.GSS] = i, i
		}
		t.claim(a.Name, i)
		for _, also := range tsv.List(f[8], "|") {
			t.claim(also, i)
			if also == strings.ToUpper(also) {
				t.initials[string(fold(nil, also))] = true
			}
		}
	}
	for i, codes := range neighbours {
		for _, code := range codes {
			t.entries[i].neighbours = append(t.entries[i].neighbours, t.reference(code))
		}
	}
	for f := range tsv.Scan("changes.tsv", changesTSV) {
		t.changes = append(t.changes, Change{
			Date: date(f[0]),
			From: t.entries[t.reference(f[1])].Authority,
			To:   t.entries[t.reference(f[2])].Authority,
			Area: f[3], Certainty: must(ParseCertainty(f[4])), Source: f[5],
		})
	}
	for f := range tsv.Scan("bodies.tsv", bodiesTSV) {
		i := t.reference(f[1])
		t.bodies = append(t.bodies, delivery{entry: i, Body: Body{
			Name: f[0], From: date(f[2]), To: date(f[3]),
			Certainty: must(ParseCertainty(f[4])), Source: f[5], Note: f[6],
		}})
		t.claim(f[0], i)
	}
	slices.SortStableFunc(t.bodies, func(a, b delivery) int { return a.From.Compare(b.From) })
	return t
}

// claim notes that the entry has the name.
func (t *tables) claim(name string, i uint16) {
	key := string(fold(nil, name))
	if !slices.Contains(t.names[key], i) {
		t.names[key] = append(t.names[key], i)
	}
}

// date reads a date; an empty cell is no date.
func date(cell string) civil.Date {
	if cell == "" {
		return civil.Date{}
	}
	return civil.MustParse(cell)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

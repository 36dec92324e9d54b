package authority

import (
	"fmt"
	"strings"
)

// Region is one of the nine regions of England. The zero Region is not stated.
type Region uint8

// The regions of England.
const (
	RegionNorthEast             Region = 1
	RegionNorthWest             Region = 2
	RegionYorkshireAndTheHumber Region = 3
	RegionEastMidlands          Region = 4
	RegionWestMidlands          Region = 5
	RegionEastOfEngland         Region = 6
	RegionLondon                Region = 7
	RegionSouthEast             Region = 8
	RegionSouthWest             Region = 9
)

var regionNames = [...]string{
	RegionNorthEast:             "North East",
	RegionNorthWest:             "North West",
	RegionYorkshireAndTheHumber: "Yorkshire and the Humber",
	RegionEastMidlands:          "East Midlands",
	RegionWestMidlands:          "West Midlands",
	RegionEastOfEngland:         "East of England",
	RegionLondon:                "London",
	RegionSouthEast:             "South East",
	RegionSouthWest:             "South West",
}

// ParseRegion reads the text form of a region: "west-midlands". Anything else,
// the empty text too, is an error.
func ParseRegion(text string) (Region, error) {
	return parseName[Region]("region", regionNames[:], text)
}

// IsValid reports whether r is one of the constants, and so stated.
func (r Region) IsValid() bool { return nameOf(regionNames[:], r) != "" }

// String returns the printed name, "West Midlands", or "Region(200)" for a number
// that has none.
func (r Region) String() string { return printed("Region", regionNames[:], r) }

// MarshalText returns the text form, "west-midlands". That of the zero Region is
// empty; an unknown one is an error.
func (r Region) MarshalText() ([]byte, error) { return marshalName("region", regionNames[:], r) }

// UnmarshalText sets r from its text form; empty text sets the zero Region.
func (r *Region) UnmarshalText(text []byte) error { return unmarshalName(r, text, ParseRegion) }

// Type is the kind of council that an authority is. The zero Type is not stated.
type Type uint8

// The types of authority.
const (
	TypeLondonBorough        Type = 1
	TypeMetropolitanDistrict Type = 2
	TypeUnitaryAuthority     Type = 3
	TypeCounty               Type = 4
	TypeCityCorporation      Type = 5 // the City of London
	TypeIslesCouncil         Type = 6 // the Isles of Scilly
)

var typeNames = [...]string{
	TypeLondonBorough:        "London borough",
	TypeMetropolitanDistrict: "Metropolitan district",
	TypeUnitaryAuthority:     "Unitary authority",
	TypeCounty:               "County",
	TypeCityCorporation:      "City corporation",
	TypeIslesCouncil:         "Isles council",
}

// ParseType reads the text form of a type: "london-borough". Anything else,
// the empty text too, is an error.
func ParseType(text string) (Type, error) { return parseName[Type]("type", typeNames[:], text) }

// IsValid reports whether t is one of the constants, and so stated.
func (t Type) IsValid() bool { return nameOf(typeNames[:], t) != "" }

// String returns the printed name, "London borough", or "Type(200)" for a number
// that has none.
func (t Type) String() string { return printed("Type", typeNames[:], t) }

// MarshalText returns the text form, "london-borough". That of the zero Type is
// empty; an unknown one is an error.
func (t Type) MarshalText() ([]byte, error) { return marshalName("type", typeNames[:], t) }

// UnmarshalText sets t from its text form; empty text sets the zero Type.
func (t *Type) UnmarshalText(text []byte) error { return unmarshalName(t, text, ParseType) }

// Certainty says how well a fact is known. The zero Certainty is not stated.
type Certainty uint8

// The certainties, surest first.
const (
	// CertaintyConfirmed: the source that is named says so.
	CertaintyConfirmed Certainty = 10
	// CertaintyProbable: the source supports it, but not the day itself.
	CertaintyProbable Certainty = 20
	// CertaintyPlanned: decided, and not yet done on the day AsOf.
	CertaintyPlanned Certainty = 30
	// CertaintyUncertain: from general knowledge, unchecked.
	CertaintyUncertain Certainty = 40
)

var certaintyNames = [...]string{
	CertaintyConfirmed: "Confirmed",
	CertaintyProbable:  "Probable",
	CertaintyPlanned:   "Planned",
	CertaintyUncertain: "Uncertain",
}

// ParseCertainty reads the text form of a certainty: "confirmed". Anything else,
// the empty text too, is an error.
func ParseCertainty(text string) (Certainty, error) {
	return parseName[Certainty]("certainty", certaintyNames[:], text)
}

// IsValid reports whether c is one of the constants, and so stated.
func (c Certainty) IsValid() bool { return nameOf(certaintyNames[:], c) != "" }

// String returns the printed name, "Confirmed", or "Certainty(200)" for a number
// that has none.
func (c Certainty) String() string { return printed("Certainty", certaintyNames[:], c) }

// MarshalText returns the text form, "confirmed". That of the zero Certainty is
// empty; an unknown one is an error.
func (c Certainty) MarshalText() ([]byte, error) {
	return marshalName("certainty", certaintyNames[:], c)
}

// UnmarshalText sets c from its text form; empty text sets the zero Certainty.
func (c *Certainty) UnmarshalText(text []byte) error { return unmarshalName(c, text, ParseCertainty) }

// The text form of each is its printed name in lower case with hyphens.

func nameOf[E ~uint8](names []string, e E) string {
	if int(e) >= len(names) {
		return ""
	}
	return names[e]
}

func printed[E ~uint8](kind string, names []string, e E) string {
	if s := nameOf(names, e); s != "" {
		return s
	}
	return fmt.Sprintf("%s(%d)", kind, e)
}

func textOf(name string) string { return strings.ReplaceAll(strings.ToLower(name), " ", "-") }

func marshalName[E ~uint8](kind string, names []string, e E) ([]byte, error) {
	s := nameOf(names, e)
	if s == "" && e != 0 {
		return nil, fmt.Errorf("authority: no text for %s %d", kind, e)
	}
	return []byte(textOf(s)), nil
}

func parseName[E ~uint8](kind string, names []string, text string) (E, error) {
	for i, s := range names {
		if s != "" && textOf(s) == text {
			return E(i), nil
		}
	}
	return 0, fmt.Errorf("authority: unknown %s %q", kind, bounded(text))
}

func unmarshalName[E ~uint8](e *E, text []byte, parse func(string) (E, error)) error {
	if len(text) == 0 {
		*e = 0
		return nil
	}
	v, err := parse(string(text))
	if err != nil {
		return err
	}
	*e = v
	return nil
}

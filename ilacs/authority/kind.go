package authority

import "github.com/ilacs-go/inspection/internal/enum"

//go:generate go run ../../internal/enum/enumgen

// Region is one of the nine regions of England. The zero Region means that none is
// stated.
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

var regions = enum.List[Region]{
	Package: "authority", Kind: "region", Type: "Region",
	Text: []string{
		RegionNorthEast:             "north-east",
		RegionNorthWest:             "north-west",
		RegionYorkshireAndTheHumber: "yorkshire-and-the-humber",
		RegionEastMidlands:          "east-midlands",
		RegionWestMidlands:          "west-midlands",
		RegionEastOfEngland:         "east-of-england",
		RegionLondon:                "london",
		RegionSouthEast:             "south-east",
		RegionSouthWest:             "south-west",
	},
	Names: []string{
		RegionNorthEast:             "North East",
		RegionNorthWest:             "North West",
		RegionYorkshireAndTheHumber: "Yorkshire and the Humber",
		RegionEastMidlands:          "East Midlands",
		RegionWestMidlands:          "West Midlands",
		RegionEastOfEngland:         "East of England",
		RegionLondon:                "London",
		RegionSouthEast:             "South East",
		RegionSouthWest:             "South West",
	},
}

// Type is the kind of council that an authority is. The zero Type means that none
// is stated.
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

var types = enum.List[Type]{
	Package: "authority", Kind: "type of authority", Type: "Type",
	Text: []string{
		TypeLondonBorough:        "london-borough",
		TypeMetropolitanDistrict: "metropolitan-district",
		TypeUnitaryAuthority:     "unitary-authority",
		TypeCounty:               "county",
		TypeCityCorporation:      "city-corporation",
		TypeIslesCouncil:         "isles-council",
	},
	Names: []string{
		TypeLondonBorough:        "London borough",
		TypeMetropolitanDistrict: "Metropolitan district",
		TypeUnitaryAuthority:     "Unitary authority",
		TypeCounty:               "County",
		TypeCityCorporation:      "City corporation",
		TypeIslesCouncil:         "Isles council",
	},
}

// Certainty says how well a fact is known. The zero Certainty means that it is not
// stated.
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

var certainties = enum.List[Certainty]{
	Package: "authority", Kind: "certainty", Type: "Certainty",
	Text: []string{
		CertaintyConfirmed: "confirmed",
		CertaintyProbable:  "probable",
		CertaintyPlanned:   "planned",
		CertaintyUncertain: "uncertain",
	},
	Names: []string{
		CertaintyConfirmed: "Confirmed",
		CertaintyProbable:  "Probable",
		CertaintyPlanned:   "Planned",
		CertaintyUncertain: "Uncertain",
	},
}

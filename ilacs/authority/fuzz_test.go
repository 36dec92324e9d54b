package authority_test

import (
	"errors"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// FuzzFind checks that whatever is found was open on the day and is found by its
// own name, unless another that was open shares it, and that every error is a
// bounded NameError that wraps one of the three sentinels.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"", " ", "the", "and", "Leeds", "LEEDS CITY COUNCIL", "St. Helen’s", "Saint Helens", "Staﬀordshire",
		"Kingston upon Hull, City of", "Royal Borough of Kingston upon Thames", "Northamptonshire",
		"Derby County Council", "Nottinghamshire City Council", "Dorset County Council", "Achieving for Children",
		"Windsor & Maidenhead", "city of city of york council council", "London Borough of", "County County",
		"\xff\xfe", "Leeds\x00", "\u00adBury\ufeff", "council", " local authority", "East Surrey",
	} {
		f.Add(seed, uint16(0), uint8(0))
		f.Add(seed, uint16(2016), uint8(5))
	}
	f.Fuzz(func(t *testing.T, name string, year uint16, month uint8) {
		day, err := civil.New(int(year), int(month), 0)
		if err != nil {
			day = civil.Date{}
		}
		a, err := authority.FindOn(name, day)
		if err == nil {
			again, err := authority.FindOn(a.Name, day)
			// In a year in which one authority follows another of its name
			// (Dorset, 2019), the name without a kind of council is ambiguous.
			var wrong *authority.NameError
			shared := errors.As(err, &wrong) && wrong.Err == authority.ErrAmbiguous && slices.Contains(wrong.Nearest, a)
			for i := 0; shared && i < len(wrong.Nearest); i++ {
				shared = wrong.Nearest[i].Name == a.Name
			}
			if !a.OpenOn(day) || !shared && (err != nil || again != a) {
				t.Fatalf("%q gave %v, whose name gives %v, %v", name, a, again, err)
			}
			return
		}
		var wrong *authority.NameError
		if !errors.As(err, &wrong) || a != (authority.Authority{}) {
			t.Fatalf("%q gave %v and %v", name, a, err)
		}
		if len(wrong.Input) > 100 || utf8.ValidString(name) && !utf8.ValidString(wrong.Input) {
			t.Fatalf("input of %q kept as %q", name, wrong.Input)
		}
		near := len(wrong.Nearest)
		switch wrong.Err {
		case parseerr.ErrUnknown:
			if near > 5 {
				t.Fatalf("%d are nearest to %q", near, name)
			}
		case authority.ErrAmbiguous:
			if near < 2 {
				t.Fatalf("%q is ambiguous between %v", name, wrong.Nearest)
			}
		case authority.ErrNotOpen:
			if near < 1 || wrong.Nearest[0].OpenOn(day) {
				t.Fatalf("%q is not open: %v", name, wrong.Nearest)
			}
		default:
			t.Fatalf("%q gave %v", name, wrong.Err)
		}
	})
}

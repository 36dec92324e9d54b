package judgement

import "iter"

// A Set holds the grades of one visit, by area, and the framework under which
// they were given. Sets are comparable with == and work as map keys. The zero
// Set, Set{}, has no framework and no grade; a set of a framework without grades
// is not zero, though its [Set.Len] is 0.
type Set struct {
	Framework Framework
	grades    [lastArea + 1]Grade
}

// With returns the set with the grade of one area set; the zero Grade takes the
// area out. A number that is not an area leaves the set as it is. With does not
// ask whether the framework grades the area or gives such a grade:
// [Set.Validate] does.
func (s Set) With(a Area, g Grade) Set {
	if a.IsValid() {
		s.grades[a] = g
	}
	return s
}

// Grade returns the grade of an area, the zero Grade where none is stated.
func (s Set) Grade(a Area) Grade {
	if !a.IsValid() {
		return 0
	}
	return s.grades[a]
}

// Len returns the number of areas that have a grade.
func (s Set) Len() int {
	n := 0
	for _, g := range s.grades {
		if g != 0 {
			n++
		}
	}
	return n
}

// IsZero reports whether s is the zero Set: there is no framework, and no area has
// a grade.
func (s Set) IsZero() bool { return s == Set{} }

// All yields the areas that have a grade, in the order in which reports under
// the set's framework print them, and then, in the order of their numbers, those
// that the framework does not grade.
func (s Set) All() iter.Seq2[Area, Grade] {
	return func(yield func(Area, Grade) bool) {
		for _, row := range s.Framework.data().areas {
			if g := s.grades[row.area]; g != 0 && !yield(row.area, g) {
				return
			}
		}
		for a, g := range s.grades {
			if g != 0 && !s.Framework.Has(Area(a)) && !yield(Area(a), g) {
				return
			}
		}
	}
}

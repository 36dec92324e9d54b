package judgement

// Counterpart returns the grade that stands for an area, and the area that the set
// has it under: its own where the framework grades the area; or else that of the
// area to which [Compare] carries it from another framework. The single grade of
// 2018 for children in care and care leavers stands for each of the two, and that
// for children looked after under the single inspection framework stands for
// children in care. Where no grade stands for it, both are zero: the two grades of
// 2023 are none for children in care and care leavers together.
//
// How far areas of two frameworks correspond is this project's reading: see
// [Basis].
func (s Set) Counterpart(a Area) (g Grade, under Area) {
	if s.Framework.Has(a) || s.Grade(a) != 0 {
		return s.graded(a)
	}
	for _, corresponds := range []func(counterpart) bool{
		func(r counterpart) bool { return r.area == a }, // it is what the change is reported for
		func(r counterpart) bool { return r.after == a },
	} {
		var found Area
		for p, rows := range loaded().counterparts {
			for _, r := range rows {
				switch {
				case p.before != s.Framework || !corresponds(r):
				case found != 0 && found != r.before:
					return 0, 0 // several correspond to it, and none stands for it
				default:
					found = r.before
				}
			}
		}
		if found != 0 {
			return s.graded(found)
		}
	}
	return 0, 0
}

// graded returns the grade of an area with the area, nothing where there is none.
func (s Set) graded(a Area) (Grade, Area) {
	if g := s.Grade(a); g != 0 {
		return g, a
	}
	return 0, 0
}

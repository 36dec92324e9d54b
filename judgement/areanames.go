package judgement

import "iter"

// PrintedNames yields the names of an area as reports under f have printed
// them: that of [Framework.AreaName] first, then the variants that have been
// seen. It yields nothing for an area that f does not grade.
func (f Framework) PrintedNames(a Area) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, row := range f.data().areas {
			if row.area != a {
				continue
			}
			if !yield(row.name) {
				return
			}
			for _, name := range row.also {
				if !yield(name) {
					return
				}
			}
		}
	}
}

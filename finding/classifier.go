package finding

// Classifier reads many sentences one after the other, in memory that it uses
// again: it says the same as [Context.Classify], with fewer allocations. The slices
// of its readings share memory with those of the readings just before and after,
// less than two kilobytes of it, and are never written to again. Its zero value is
// ready; it is not safe for concurrent use, and must not be copied.
type Classifier struct {
	space scratch
	store store
}

// Classify reads one sentence that stands under the headings of c.
func (k *Classifier) Classify(c Context, text string) Reading {
	return c.classify(text, &k.space, &k.store)
}

// store is the memory that the slices of readings are cut from. A nil store gives
// each its own.
type store struct {
	themes  []Theme
	aspects []Aspect
	cues    []Cue
}

// How many of each are allocated at a time. One reading that is kept keeps all of
// them alive, so there are fewer of cues, which are large.
const (
	themesAtOnce  = 64
	aspectsAtOnce = 64
	cuesAtOnce    = 40
)

// fill gives a reading its slices, copied into the store.
func (s *store) fill(r *Reading, themes []Theme, aspects []Aspect, cues []Cue) {
	if s == nil {
		r.Themes, r.Aspects, r.Cues = append([]Theme(nil), themes...), append([]Aspect(nil), aspects...), append([]Cue(nil), cues...)
		return
	}
	r.Themes = keep(&s.themes, themes, themesAtOnce)
	r.Aspects = keep(&s.aspects, aspects, aspectsAtOnce)
	r.Cues = keep(&s.cues, cues, cuesAtOnce)
}

// keep copies list to the start of free memory, of which it allocates more if
// there is too little, and returns the copy; nil for an empty list.
func keep[T any](free *[]T, list []T, atOnce int) []T {
	n := len(list)
	switch {
	case n == 0:
		return nil
	case n > len(*free):
		if n >= atOnce {
			return append([]T(nil), list...)
		}
		*free = make([]T, atOnce)
	}
	kept := (*free)[:n:n]
	*free = (*free)[n:]
	copy(kept, list)
	return kept
}

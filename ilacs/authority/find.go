package authority

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/text"
)

// What may be wrong with a name that authorities bear; each comes in a
// [*NameError].
var (
	// ErrAmbiguous: several authorities bear the name, or are served by the
	// body of that name.
	ErrAmbiguous = errors.New("several authorities of that name")
	// ErrNotOpen: the authority of that name was not open on the day asked for.
	ErrNotOpen = errors.New("not open on that day")
)

// NameError is the error for a name that does not lead to one authority.
type NameError struct {
	// Input is the name that was asked for, cut short if long.
	Input string
	// Nearest are the authorities that the name may have meant, best first.
	// For parseerr.ErrUnknown they are at most five that are spelt alike; for
	// ErrAmbiguous all that bear the name; for ErrNotOpen the authority itself,
	// then its successors if it had closed, or its predecessors if it had yet
	// to open. There may be none for parseerr.ErrUnknown.
	Nearest []Authority
	// Err is parseerr.ErrUnknown, ErrAmbiguous or ErrNotOpen.
	Err error
}

// Error says what is wrong with the name, and what is nearest.
func (e *NameError) Error() string {
	var near strings.Builder
	for i, a := range e.Nearest {
		near.WriteString([]string{"; nearest: ", ", "}[min(i, 1)])
		near.WriteString(a.Name)
		switch {
		case e.Err != ErrNotOpen || i > 0:
		case !a.Closed.IsZero():
			near.WriteString(" (closed on " + a.Closed.String() + ")")
		case !a.Opened.IsZero():
			near.WriteString(" (open from " + a.Opened.String() + ")")
		}
	}
	why := e.Err.Error()
	if e.Err == parseerr.ErrUnknown {
		why = "no authority of that name"
	}
	return fmt.Sprintf("authority: %q: %s%s", e.Input, why, near.String())
}

// Unwrap returns e.Err, for errors.Is.
func (e *NameError) Unwrap() error { return e.Err }

// Find returns the open authority that the name means. It is [FindOn] with
// the day [AsOf]: "Dorset" is today's, and "Northamptonshire", which closed in
// 2021, is an error whose Nearest begins with the closed authority.
func Find(name string) (Authority, error) { return FindOn(name, civil.Date{}) }

// FindOn returns the authority that the name meant on a day, so that an old
// report's "Northamptonshire" is found. A month or a year means any day in it;
// the zero Date means the day [AsOf].
//
// A name may be that of the place, of the council in any printed form
// ("London Borough of X", "X Metropolitan Borough Council", "X, City of"), or
// of a body that delivers or delivered the authority's services; "local
// authority", "children's services" and the safeguarding board or partnership
// may follow it. Case, kinds of apostrophe, hyphens, commas, full stops,
// ampersands, "and", "the", and spaces do not matter. Nor does the kind of
// council, except where it points to another authority: "Derby County Council"
// may be Derby or Derbyshire, and is ambiguous.
//
// The error is a [*NameError] that wraps [parseerr.ErrUnknown], [ErrAmbiguous] or
// [ErrNotOpen].
func FindOn(name string, day civil.Date) (Authority, error) {
	t := register()
	days := t.days(day)
	a, owners, ok := t.lookup(name, days)
	switch {
	case ok:
		return a, nil
	case len(owners) == 0:
		return Authority{}, &NameError{text.Bounded(name), t.nearest(name), parseerr.ErrUnknown}
	}
	return Authority{}, t.unsettled(name, owners, days)
}

// Lookup is [FindOn] without the reason why a name is not found. It does not
// look for similar names, so it is quick for words that are not a name at all.
func Lookup(name string, day civil.Date) (Authority, bool) {
	t := register()
	a, _, ok := t.lookup(name, t.days(day))
	return a, ok
}

// lookup returns the one authority that had the name on one of the days, and
// all that ever had it. It reports false if there was none, or more than one.
func (t *tables) lookup(name string, days span) (found Authority, owners []uint16, ok bool) {
	var buf [maxName]byte
	owners = t.owners(fold(buf[:0], name))
	open := 0
	for _, i := range owners {
		if a := t.entries[i].Authority; a.openIn(days) {
			found = a
			open++
		}
	}
	return found, owners, open == 1
}

// unsettled returns the error for a name that several authorities had in those
// days, or none.
func (t *tables) unsettled(name string, owners []uint16, days span) *NameError {
	var open, shut, kin []Authority
	for _, i := range owners {
		a := t.entries[i].Authority
		if a.openIn(days) {
			open = append(open, a)
			continue
		}
		shut = append(shut, a)
		for _, c := range t.changes {
			switch ended := !a.Closed.IsZero() && a.Closed.Compare(days.first) <= 0; {
			case ended && c.From == a:
				kin = append(kin, c.To)
			case !ended && c.To == a:
				kin = append(kin, c.From)
			}
		}
	}
	if len(open) > 0 {
		return &NameError{text.Bounded(name), open, ErrAmbiguous}
	}
	return &NameError{text.Bounded(name), append(shut, kin...), ErrNotOpen}
}

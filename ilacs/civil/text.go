package civil

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/text"
)

// ErrNoSuchDate means that the calendar has no such date: 30 February, month 13,
// year 0.
var ErrNoSuchDate = errors.New("no such date")

// syntaxError returns the error for a text that is not written as a date is.
func syntaxError(input string, offset int) error {
	return refuse(input, offset, parseerr.ErrSyntax, "not written as yyyy-mm-dd, yyyy-mm or yyyy")
}

func newError(year, month, day int, reason string) error {
	return refuse(fmt.Sprintf("%04d-%02d-%02d", year, month, day), 0, ErrNoSuchDate, reason)
}

func refuse(input string, offset int, err error, reason string) error {
	return &parseerr.Error{Package: "civil", Kind: "date", Input: text.Bounded(input), Offset: offset, Reason: reason, Err: err}
}

// Parse reads the text form of a date: "2022-11-05", "2022-11" or "2022", with
// four digits of the year and two of month and day. It is strict: no spaces, no
// signs, no other order. The error is a [*parseerr.Error] that wraps
// [parseerr.ErrSyntax] or [ErrNoSuchDate].
func Parse(s string) (Date, error) { return parse(s) }

// MustParse is [Parse] for a date that is known to be right, such as a constant.
// It panics if the text is not a date.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func parse[T string | []byte](s T) (Date, error) {
	var parts [3]int
	part, digits := 0, 0
	for i := range len(s) {
		c := s[i]
		want := 2
		if part == 0 {
			want = 4
		}
		switch {
		case '0' <= c && c <= '9' && digits < want:
			parts[part] = parts[part]*10 + int(c-'0')
			digits++
		case c == '-' && digits == want && part < 2:
			part, digits = part+1, 0
		default:
			return Date{}, syntaxError(string(s), i)
		}
	}
	if part == 0 && digits != 4 || part > 0 && digits != 2 {
		return Date{}, syntaxError(string(s), len(s))
	}
	reason := check(parts[0], parts[1], parts[2])
	if reason == "" && (part > 0 && parts[1] == 0 || part > 1 && parts[2] == 0) {
		reason = "a month or a day of 00" // a part that is not known is left out
	}
	if reason != "" {
		return Date{}, refuse(string(s), 0, ErrNoSuchDate, reason)
	}
	return Date{uint16(parts[0]), uint8(parts[1]), uint8(parts[2])}, nil
}

// String returns the text form, "2022-11-05", "2022-11" or "2022", and "" for the
// zero Date.
func (d Date) String() string {
	return string(d.append(make([]byte, 0, len("2006-01-02"))))
}

// GoString returns the date as a Go expression: civil.MustParse("2022-11-05"), or
// civil.Date{} for the zero Date.
func (d Date) GoString() string {
	if d.IsZero() {
		return "civil.Date{}"
	}
	return "civil.MustParse(" + strconv.Quote(d.String()) + ")"
}

// AppendText appends the text form to b; the zero Date appends nothing.
// The error is always nil.
func (d Date) AppendText(b []byte) ([]byte, error) { return d.append(b), nil }

func (d Date) append(b []byte) []byte {
	if d.year == 0 {
		return b
	}
	b = append(b, digit(d.year/1000), digit(d.year/100), digit(d.year/10), digit(d.year))
	if d.month == 0 {
		return b
	}
	b = append(b, '-', digit(uint16(d.month)/10), digit(uint16(d.month)))
	if d.day == 0 {
		return b
	}
	return append(b, '-', digit(uint16(d.day)/10), digit(uint16(d.day)))
}

// digit returns the last decimal digit of n.
func digit(n uint16) byte { return '0' + byte(n%10) }

// MarshalText returns the text form, empty for the zero Date.
// The error is always nil.
func (d Date) MarshalText() ([]byte, error) {
	return d.append(make([]byte, 0, len("2006-01-02"))), nil
}

// UnmarshalText reads the text form as [Parse] does; an empty text sets the
// zero Date. On an error d keeps its value.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := parse(text)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Scan reads a value of a database: nil and the empty text set the zero Date;
// a string or []byte holds the text form; of a time.Time, which many drivers
// return for a DATE column, the calendar day in its own location counts. Anything
// else is an error that names its type.
func (d *Date) Scan(src any) error {
	switch src := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case string:
		return d.UnmarshalText([]byte(src))
	case []byte:
		return d.UnmarshalText(src)
	case time.Time:
		day := Of(src)
		if day.IsZero() {
			return newError(src.Year(), int(src.Month()), src.Day(), check(src.Year(), int(src.Month()), src.Day()))
		}
		*d = day
		return nil
	}
	return fmt.Errorf("civil: cannot scan %T into civil.Date", src)
}

// Value returns the text form for a database, nil for the zero Date.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

var precisionNames = [...]string{PrecisionYear: "year", PrecisionMonth: "month", PrecisionDay: "day"}

// String returns "year", "month" or "day", "" for the zero Precision, and
// "Precision(9)" for any other number.
func (p Precision) String() string {
	if p == 0 || int(p) < len(precisionNames) && precisionNames[p] != "" {
		return precisionNames[p]
	}
	return "Precision(" + strconv.Itoa(int(p)) + ")"
}

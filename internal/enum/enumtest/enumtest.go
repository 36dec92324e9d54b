// Package enumtest holds every closed list of the module to the same rules of
// naming and encoding.
package enumtest

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// Value is what every closed list offers.
type Value interface {
	~uint8
	fmt.Stringer
	fmt.GoStringer
	encoding.TextAppender
	encoding.TextMarshaler
	IsValid() bool
}

// Pointer is what the pointer to a value of a closed list offers.
type Pointer[E any] interface {
	*E
	encoding.TextUnmarshaler
}

// Check walks all numbers that a type can hold. Those with one of the text forms
// are valid and read back from each of their forms; the zero value is written as
// nothing; the others are printed with their number and not written at all. The
// text forms are written out by the caller, as they may never change.
func Check[E Value, P Pointer[E]](t *testing.T, parse func(string) (E, error), texts ...string) {
	t.Helper()
	want := map[E]string{}
	for _, text := range texts {
		v, err := parse(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		want[v] = text
	}
	if len(want) != len(texts) {
		t.Errorf("%d text forms for %d values: %q", len(texts), len(want), texts)
	}
	seen := map[string]bool{"": true}
	for i := range 256 {
		v := E(i)
		text, known := want[v]
		if v.IsValid() != known {
			t.Errorf("%#v: valid is %v", v, v.IsValid())
		}
		if known {
			for _, name := range []string{v.String(), v.GoString()} {
				if seen[name] {
					t.Errorf("%#v: %q is empty or used twice", v, name)
				}
				seen[name] = true
			}
			checkValid[E, P](t, v, text, parse)
		} else {
			checkOther(t, v, parse)
		}
		if known || v == 0 {
			checkForms[E, P](t, v, text)
		}
	}
	checkRefused[E, P](t, parse)
}

// constant is what GoString returns of a valid value.
var constant = regexp.MustCompile(`^[a-z_]+\.[A-Z][A-Za-z0-9]*$`)

func checkValid[E Value, P Pointer[E]](t *testing.T, v E, text string, parse func(string) (E, error)) {
	t.Helper()
	if !constant.MatchString(v.GoString()) {
		t.Errorf("%v: the Go name is %q", v, v.GoString())
	}
	name := v.String()
	for _, form := range []string{text, name, strings.ToUpper(name), strings.ToLower(name)} {
		if back, err := parse(form); err != nil || back != v {
			t.Errorf("%#v: %q reads as %#v, %v", v, form, back, err)
		}
	}
	var back E
	if name != text && P(&back).UnmarshalText([]byte(name)) == nil {
		t.Errorf("%#v: the name %q is taken for a text form", v, name)
	}
}

// checkOther holds for what is no value of the list.
func checkOther[E Value](t *testing.T, v E, parse func(string) (E, error)) {
	t.Helper()
	pkg, typ, _ := strings.Cut(fmt.Sprintf("%T", v), ".")
	number := fmt.Sprintf("%s(%d)", typ, uint8(v))
	if got := v.GoString(); got != pkg+"."+number {
		t.Errorf("%s: the Go name is %q", number, got)
	}
	if v == 0 {
		number = ""
	}
	if got := v.String(); got != number {
		t.Errorf("%s(%d) prints as %q", typ, uint8(v), got)
	}
	if _, err := parse(number); err == nil {
		t.Errorf("%q is read", number)
	}
	if v == 0 {
		return
	}
	if text, err := v.MarshalText(); len(text) > 0 || err == nil || !strings.Contains(err.Error(), number) {
		t.Errorf("%s is written as %q, %v", number, text, err)
	}
	if text, err := v.AppendText([]byte("> ")); string(text) != "> " || err == nil {
		t.Errorf("%s is appended as %q, %v", number, text, err)
	}
	if column, ok := any(v).(driver.Valuer); ok {
		if stored, err := column.Value(); stored != nil || err == nil {
			t.Errorf("%s is stored as %v, %v", number, stored, err)
		}
	}
}

// checkForms holds for a valid value, and for the zero value with its empty text:
// it comes back from text, JSON and a database.
func checkForms[E Value, P Pointer[E]](t *testing.T, v E, text string) {
	t.Helper()
	marshalled, err := v.MarshalText()
	if err != nil || string(marshalled) != text || marshalled == nil { // an encoder may take nil for null
		t.Errorf("%#v is written as %#v, %v", v, marshalled, err)
	}
	if appended, err := v.AppendText([]byte("> ")); err != nil || string(appended) != "> "+text {
		t.Errorf("%#v is appended as %q, %v", v, appended, err)
	}
	back := E(255)
	if err := P(&back).UnmarshalText(marshalled); err != nil || back != v {
		t.Errorf("%#v: %q reads as %#v, %v", v, marshalled, back, err)
	}
	inJSON, err := json.Marshal(map[E]E{v: v})
	if err != nil || string(inJSON) != fmt.Sprintf("{%q:%q}", text, text) {
		t.Errorf("%#v: in JSON %s, %v", v, inJSON, err)
	}
	column, ok := any(v).(driver.Valuer)
	to, ok2 := any(&back).(sql.Scanner)
	if ok != ok2 {
		t.Errorf("%#v: a column is written and read, or neither", v)
	}
	if !ok || !ok2 {
		return
	}
	stored, err := column.Value()
	if err != nil || v != 0 && stored != text || v == 0 && stored != nil {
		t.Errorf("%#v is stored as %v, %v", v, stored, err)
	}
	for _, src := range []any{stored, text, []byte(text)} {
		back = 255
		if err := to.Scan(src); err != nil || back != v {
			t.Errorf("%#v: %v is scanned as %#v, %v", v, src, back, err)
		}
	}
}

// checkRefused holds for what is no text form: the error says so, and leaves the
// value as it was.
func checkRefused[E Value, P Pointer[E]](t *testing.T, parse func(string) (E, error)) {
	t.Helper()
	for input, want := range map[string]error{
		"":                         parseerr.ErrSyntax,
		" ":                        parseerr.ErrSyntax,
		"go od!":                   parseerr.ErrSyntax,
		"very_good":                parseerr.ErrSyntax,
		"\xff\xfe":                 parseerr.ErrSyntax,
		"no-such-name":             parseerr.ErrUnknown,
		strings.Repeat("x", 1<<16): parseerr.ErrUnknown,
		strings.Repeat("é", 1<<16): parseerr.ErrSyntax,
	} {
		v, err := parse(input)
		var refused *parseerr.Error
		if !errors.As(err, &refused) || !errors.Is(err, want) || v != 0 {
			t.Errorf("%.20q reads as %#v, %v", input, v, err)
			continue
		}
		if len(refused.Input) > 84 || len(err.Error()) > 300 || !strings.HasPrefix(input, strings.TrimSuffix(refused.Input, "…")) {
			t.Errorf("%.20q: the error quotes %q", input, refused.Input)
		}
		if pkg, _, _ := strings.Cut(fmt.Sprintf("%T", v), "."); refused.Package != pkg || refused.Kind == "" {
			t.Errorf("%.20q: %+v", input, refused)
		}
		v = 255
		if input != "" && (!errors.Is(P(&v).UnmarshalText([]byte(input)), want) || v != 255) {
			t.Errorf("%.20q is unmarshalled as %#v", input, v)
		}
	}
	v := E(255)
	column, ok := any(&v).(sql.Scanner)
	if !ok {
		return
	}
	for _, src := range []any{int64(10), 1.5, true, "no-such-name", []byte("no-such-name")} {
		err := column.Scan(src)
		if err == nil || v != 255 || !slices.ContainsFunc([]string{fmt.Sprintf("%T", src), "no-such-name"}, func(s string) bool { return strings.Contains(err.Error(), s) }) {
			t.Errorf("%v is scanned as %#v, %v", src, v, err)
		}
	}
}

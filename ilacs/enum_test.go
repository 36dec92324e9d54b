package ilacs_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// enum is what the closed lists have in common.
type enum interface {
	~uint8
	IsValid() bool
	fmt.Stringer
	encoding.TextMarshaler
	encoding.TextAppender
	driver.Valuer
}

// pointer is what the pointer to a value of a closed list can do.
type pointer[E enum] interface {
	*E
	encoding.TextUnmarshaler
	sql.Scanner
}

func TestVisitType(t *testing.T) {
	t.Parallel()
	checkEnum[ilacs.VisitType](t, "VisitType", ilacs.ParseVisitType, 18)
}

func TestSource(t *testing.T) {
	t.Parallel()
	checkEnum[ilacs.Source](t, "Source", ilacs.ParseSource, 3)
}

// checkEnum walks all numbers that a type can hold: each is named exactly when
// it is valid, and every form of a valid one reads back to it.
func checkEnum[E enum, P pointer[E]](t *testing.T, typ string, parse func(string) (E, error), want int) {
	t.Helper()
	names, forms := map[string]bool{}, map[string]bool{}
	for n := range 256 {
		v := E(n)
		form, err := v.MarshalText()
		value, valueErr := v.Value()
		switch {
		case n == 0:
			assert.False(t, v.IsValid(), "the zero value says that nothing is stated")
			require.NoError(t, err)
			assert.Empty(t, form)
			require.NoError(t, valueErr)
			assert.Nil(t, value)
			continue
		case !v.IsValid():
			assert.Equal(t, fmt.Sprintf("%s(%d)", typ, n), v.String())
			assert.Error(t, err, v)
			assert.Error(t, valueErr, v)
			_, err = json.Marshal(v)
			assert.Error(t, err, v)
			continue
		}
		require.NoError(t, err)
		require.NoError(t, valueErr)
		assert.Equal(t, string(form), value)
		assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, string(form))
		assert.NotContains(t, v.String(), "(", "it has a name")
		names[v.String()], forms[string(form)] = true, true

		for _, s := range []string{string(form), v.String()} {
			got, err := parse(s)
			require.NoError(t, err, s)
			assert.Equal(t, v, got)
		}
		var text, scanned, bytes E
		require.NoError(t, P(&text).UnmarshalText(form))
		assert.Equal(t, v, text)
		require.NoError(t, P(&scanned).Scan(string(form)))
		assert.Equal(t, v, scanned)
		require.NoError(t, P(&bytes).Scan(form))
		assert.Equal(t, v, bytes)
		appended, err := v.AppendText([]byte("a "))
		require.NoError(t, err)
		assert.Equal(t, "a "+string(form), string(appended))
		data, err := json.Marshal(map[string]E{"v": v})
		require.NoError(t, err)
		assert.Equal(t, `{"v":"`+string(form)+`"}`, string(data))
	}
	assert.Len(t, names, want, "names are unique")
	assert.Len(t, forms, want, "text forms are unique")
}

func TestEnumsTakeNothingElse(t *testing.T) {
	t.Parallel()
	v := ilacs.VisitTypeFocused
	require.NoError(t, v.UnmarshalText(nil), "an empty text sets the zero value")
	assert.Zero(t, v)
	v = ilacs.VisitTypeFocused
	require.NoError(t, v.Scan(nil), "NULL sets the zero value")
	assert.Zero(t, v)

	v = ilacs.VisitTypeFocused
	for _, src := range []any{int64(40), 1.5, true, []int{40}} {
		err := v.Scan(src)
		require.Error(t, err)
		assert.Contains(t, err.Error(), fmt.Sprintf("%T", src))
	}
	require.Error(t, v.UnmarshalText([]byte("short-ish")))
	require.Error(t, v.Scan("short-ish"))
	assert.Equal(t, ilacs.VisitTypeFocused, v, "a refused text changes nothing")
}

// What has not the form of a name, and what is no known name, are two errors.
func TestParseNames(t *testing.T) {
	t.Parallel()
	parsers := map[string]func(string) error{
		"visit type": func(s string) error { _, err := ilacs.ParseVisitType(s); return err },
		"source":     func(s string) error { _, err := ilacs.ParseSource(s); return err },
	}
	tests := []struct {
		name, in string
		want     error
		offset   int
	}{
		{"empty", "", ilacs.ErrSyntax, 0},
		{"a space", "focused ", ilacs.ErrSyntax, 7},
		{"capitals in the text form", "FOCUSED", ilacs.ErrSyntax, 0},
		{"not ASCII", "focuséd", ilacs.ErrSyntax, 5},
		{"well formed, and not known", "flying", ilacs.ErrUnknown, 0},
		{"half a name", "annual", ilacs.ErrUnknown, 0},
	}
	for kind, parse := range parsers {
		for _, tt := range tests {
			t.Run(kind+" "+tt.name, func(t *testing.T) {
				t.Parallel()
				err := parse(tt.in)
				require.ErrorIs(t, err, tt.want)
				var refused *ilacs.ParseError
				require.ErrorAs(t, err, &refused)
				assert.Equal(t, ilacs.ParseError{Kind: kind, Input: tt.in, Offset: tt.offset, Err: tt.want}, *refused)
			})
		}
	}
}

package civil_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

var (
	_ encoding.TextAppender    = civil.Date{}
	_ encoding.TextMarshaler   = civil.Date{}
	_ encoding.TextUnmarshaler = (*civil.Date)(nil)
	_ sql.Scanner              = (*civil.Date)(nil)
	_ driver.Valuer            = civil.Date{}
)

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		input  string
		offset int
		err    error
	}{
		{"", 0, parseerr.ErrSyntax},
		{"unknown", 0, parseerr.ErrSyntax},
		{"22", 2, parseerr.ErrSyntax},
		{"202", 3, parseerr.ErrSyntax},
		{"20222", 4, parseerr.ErrSyntax},
		{"2022-", 5, parseerr.ErrSyntax},
		{"2022-1", 6, parseerr.ErrSyntax},
		{"2022-1-05", 6, parseerr.ErrSyntax},
		{"2022-11-", 8, parseerr.ErrSyntax},
		{"2022-11-5", 9, parseerr.ErrSyntax},
		{"2022-11-055", 10, parseerr.ErrSyntax},
		{"2022-11-05-", 10, parseerr.ErrSyntax},
		{"2022/11/05", 4, parseerr.ErrSyntax},
		{"20221105", 4, parseerr.ErrSyntax},
		{" 2022", 0, parseerr.ErrSyntax},
		{"2022 ", 4, parseerr.ErrSyntax},
		{"+022", 0, parseerr.ErrSyntax},
		{"-2022", 0, parseerr.ErrSyntax},
		{"2022-11-05T00:00:00Z", 10, parseerr.ErrSyntax},
		{"٢٠٢٢", 0, parseerr.ErrSyntax},
		{"2022\u201311", 4, parseerr.ErrSyntax},
		{"5 November 2022", 1, parseerr.ErrSyntax},
		{"2022-13", 0, civil.ErrNoSuchDate},
		{"2022-00", 0, civil.ErrNoSuchDate},
		{"2022-11-00", 0, civil.ErrNoSuchDate},
		{"2022-00-05", 0, civil.ErrNoSuchDate},
		{"2023-02-30", 0, civil.ErrNoSuchDate},
		{"0000", 0, civil.ErrNoSuchDate},
		{"0000-01-01", 0, civil.ErrNoSuchDate},
	} {
		t.Run(tt.input, func(t *testing.T) {
			t.Parallel()
			d, err := civil.Parse(tt.input)
			require.ErrorIs(t, err, tt.err)
			var fault *parseerr.Error
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, tt.offset, fault.Offset)
			assert.Equal(t, tt.input, fault.Input)
			assert.NotEmpty(t, fault.Reason)
			assert.True(t, d.IsZero())
		})
	}
}

func TestParseErrorIsBounded(t *testing.T) {
	t.Parallel()
	for name, input := range map[string]string{
		"long":            strings.Repeat("2", 1<<20),
		"cut in a letter": strings.Repeat("2", 31) + strings.Repeat("é", 40),
		"not UTF-8":       strings.Repeat("\xff", 100),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := civil.Parse(input)
			require.ErrorIs(t, err, parseerr.ErrSyntax)
			assert.Less(t, len(err.Error()), 250)
		})
	}
}

func TestTextForms(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"2022-11-05", "2022-11", "2022", "0001", "9999-12-31", "2024-02-29"} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			d, err := civil.Parse(text)
			require.NoError(t, err)
			assert.Equal(t, text, d.String())

			appended, err := d.AppendText([]byte("on "))
			require.NoError(t, err)
			assert.Equal(t, "on "+text, string(appended))

			marshalled, err := json.Marshal(map[civil.Date]civil.Date{d: d})
			require.NoError(t, err)
			assert.JSONEq(t, `{"`+text+`":"`+text+`"}`, string(marshalled))
			var back map[civil.Date]civil.Date
			require.NoError(t, json.Unmarshal(marshalled, &back))
			assert.Equal(t, map[civil.Date]civil.Date{d: d}, back)

			value, err := d.Value()
			require.NoError(t, err)
			assert.Equal(t, driver.Value(text), value)
			for _, src := range []any{value, []byte(text)} {
				var scanned civil.Date
				require.NoError(t, scanned.Scan(src))
				assert.Equal(t, d, scanned)
			}
		})
	}
}

func TestZeroDateHasNoText(t *testing.T) {
	t.Parallel()
	var zero civil.Date
	assert.Empty(t, zero.String())
	assert.Equal(t, "civil.Date{}", zero.GoString())
	text, err := zero.MarshalText()
	require.NoError(t, err)
	assert.NotNil(t, text)
	assert.Equal(t, "", string(text))
	value, err := zero.Value()
	require.NoError(t, err)
	assert.Nil(t, value)

	for name, read := range map[string]func(*civil.Date) error{
		"empty text":   func(d *civil.Date) error { return d.UnmarshalText(nil) },
		"empty string": func(d *civil.Date) error { return d.Scan("") },
		"NULL":         func(d *civil.Date) error { return d.Scan(nil) },
		"empty JSON":   func(d *civil.Date) error { return json.Unmarshal([]byte(`""`), d) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := date(t, "2022-11-05")
			require.NoError(t, read(&d))
			assert.True(t, d.IsZero())
		})
	}

	type visit struct {
		Start civil.Date `json:"start,omitzero"`
	}
	left, err := json.Marshal(visit{})
	require.NoError(t, err)
	assert.Equal(t, `{}`, string(left))
}

func TestScanTime(t *testing.T) {
	t.Parallel()
	var d civil.Date
	require.NoError(t, d.Scan(time.Date(2022, 11, 5, 23, 59, 0, 0, time.FixedZone("west", -8*60*60))))
	assert.Equal(t, date(t, "2022-11-05"), d)

	require.ErrorIs(t, d.Scan(time.Date(12022, 11, 5, 0, 0, 0, 0, time.UTC)), civil.ErrNoSuchDate)
	assert.Equal(t, date(t, "2022-11-05"), d, "an error leaves the date as it was")
}

func TestScanRefuses(t *testing.T) {
	t.Parallel()
	d := date(t, "2022-11-05")
	for name, src := range map[string]any{
		"int64": int64(20221105), "float64": 2022.1, "bool": true, "*string": new(string),
	} {
		err := d.Scan(src)
		require.Error(t, err, name)
		assert.ErrorContains(t, err, name)
	}
	require.ErrorIs(t, d.Scan("5"), parseerr.ErrSyntax)
	require.ErrorIs(t, d.UnmarshalText([]byte("2022-02-30")), civil.ErrNoSuchDate)
	assert.Equal(t, date(t, "2022-11-05"), d, "an error leaves the date as it was")
}

func TestAllocations(t *testing.T) {
	d := date(t, "2022-11-05")
	buffer := make([]byte, 0, 16)
	text := []byte("2022-11-05")
	for name, tt := range map[string]struct {
		most float64
		f    func()
	}{
		"Parse":         {0, func() { d, _ = civil.Parse("2022-11-05") }},
		"UnmarshalText": {0, func() { _ = d.UnmarshalText(text) }},
		"AppendText":    {0, func() { buffer, _ = d.AppendText(buffer[:0]) }},
		"String":        {1, func() { _ = d.String() }},
		"AddDays":       {0, func() { _ = d.AddDays(40) }},
		"DaysUntil":     {0, func() { _, _ = d.DaysUntil(d) }},
	} {
		assert.LessOrEqual(t, testing.AllocsPerRun(100, tt.f), tt.most, name)
	}
}

func TestMustParse(t *testing.T) {
	t.Parallel()
	assert.Equal(t, civil.Of(time.Date(2022, time.November, 5, 0, 0, 0, 0, time.UTC)), civil.MustParse("2022-11-05"))
	assert.PanicsWithError(t, `civil: "2022-13" cannot be read as a date: no such date (the month is not between 1 and 12)`, func() {
		civil.MustParse("2022-13")
	})
}

// The text form is that of package time, on every day of a leap year.
func TestTextAgreesWithTime(t *testing.T) {
	t.Parallel()
	for d := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() == 2024; d = d.AddDate(0, 0, 1) {
		text, err := civil.Of(d).MarshalText()
		require.NoError(t, err)
		require.Equal(t, d.Format(time.DateOnly), string(text))
	}
}

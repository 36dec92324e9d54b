package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

func TestSchemasAreFresh(t *testing.T) {
	t.Parallel()
	files, err := generate("../../..")
	require.NoError(t, err)
	committed, err := filepath.Glob("../*.json")
	require.NoError(t, err)
	assert.Len(t, committed, len(files))
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", name))
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), "%s is stale: run go generate ./ilacs/schema", name)
	}
}

type embedded struct {
	// Inner is within.
	Inner int `json:"inner"`
}

// A basket holds things. It is a test's.
type basket struct {
	// First and Second are texts.
	First  string  `json:"first"`
	Second string  `json:"second,omitempty"`
	Weight float64 `json:"weight"`
	embedded
	Themes []finding.Theme `json:"themes,omitzero"`
	Nested *basket         `json:"nested,omitempty"`
	Hidden string          `json:"-"`
	own    string
}

// schemaOf returns the schema of a type with what it refers to, but for the values
// of themes.
func schemaOf(t *testing.T, of reflect.Type) (string, error) {
	t.Helper()
	g := &generator{comments: comments{root: "../../.."}, defs: map[string]object{}}
	s, err := g.of(of)
	if err != nil {
		return "", err
	}
	for i, d := range g.defs {
		if i == "finding.Theme" {
			delete(g.defs, i)
			assert.Equal(t, "enum", d[2].key)
		}
	}
	text, err := json.Marshal(object{{"is", s}, {"defs", g.sorted()}})
	return string(text), err
}

func TestStructs(t *testing.T) {
	t.Parallel()
	require.Empty(t, basket{}.own)
	got, err := schemaOf(t, reflect.TypeFor[basket]())
	require.NoError(t, err)
	assert.JSONEq(t, strings.ReplaceAll(`{"is": {"$ref": "#/$defs/main.basket"}, "defs": {"main.basket": {
		"description": "A basket holds things.",
		"type": "object",
		"properties": {
			"first": {"description": "'first' and 'second' are texts.", "type": "string"},
			"second": {"description": "'first' and 'second' are texts.", "type": "string"},
			"weight": {"type": "number", "minimum": 0, "maximum": 1},
			"inner": {"description": "'inner' is within.", "type": "integer", "minimum": 0},
			"themes": {"type": "array", "items": {"$ref": "#/$defs/finding.Theme"}},
			"nested": {"$ref": "#/$defs/main.basket"}
		},
		"required": ["first", "weight", "inner"],
		"additionalProperties": false
	}}}`, "'", "`"), got)
}

type ownText struct{}

func (ownText) MarshalText() ([]byte, error) { return nil, nil }

// What the program would get wrong it refuses.
func TestRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		of   reflect.Type
		want string
	}{
		{reflect.TypeFor[ownText](), "writes its JSON itself"},
		{reflect.TypeFor[time.Time](), "writes its JSON itself"},
		{reflect.TypeFor[struct{ Untagged int }](), `a field with the tag ""`},
		{reflect.TypeFor[struct {
			N int `json:"n,string"`
		}](), `a field with the tag "n,string"`},
		{reflect.TypeFor[uint8](), "no schema for the type uint8"},
		{reflect.TypeFor[struct {
			F func() `json:"f"`
		}](), "no schema for the type func()"},
	} {
		_, err := schemaOf(t, tt.of)
		assert.ErrorContains(t, err, tt.want)
	}
}

func TestComments(t *testing.T) {
	t.Parallel()
	c := comments{root: "../../.."}
	assert.Equal(t, "Finding is one sentence of a document's narrative, or one bullet or numbered recommendation, with what it says and where it stands.",
		c.of(reflect.TypeFor[finding.Finding]()))
	visit := reflect.TypeFor[ilacs.Visit]()
	for _, name := range []string{"Start", "End"} {
		assert.Equal(t, "`start` and `end` are the first and last day of fieldwork.", c.ofField(visit, name))
	}
	assert.Empty(t, c.ofField(visit, "Type"), "the comment of the field before does not name it")
	progress := reflect.TypeFor[ilacs.Progress]()
	assert.Contains(t, c.ofField(progress, "Themes"), "in the order of finding.Themes.", "a link is no field")
}

// The pattern of dates takes what package civil takes, but that it does not know
// the calendar: 30 February, and the year 0.
func TestDates(t *testing.T) {
	t.Parallel()
	pattern := regexp.MustCompile(patterns[reflect.TypeFor[civil.Date]()])
	taken := 0
	check := func(text string) {
		if _, err := civil.Parse(text); err == nil {
			taken++
			assert.Regexp(t, pattern, text)
		}
	}
	for month := range 14 {
		check(fmt.Sprintf("2024-%02d", month))
		for day := range 33 {
			text := fmt.Sprintf("2024-%02d-%02d", month, day)
			check(text)
			assert.Equal(t, month >= 1 && month <= 12 && day >= 1 && day <= 31, pattern.MatchString(text), text)
		}
	}
	check("2024")
	assert.Equal(t, 366+12+1, taken)
	for _, text := range []string{"", "24", "2024-1", "2024-1-1", "2024-", "20240101", "2024-01-01T00:00:00Z", " 2024", "2024\n", "2024-00", "2024-13"} {
		assert.NotRegexp(t, pattern, text)
	}
}

// The patterns of tags and cues take what package finding writes.
func TestTextForms(t *testing.T) {
	t.Parallel()
	tag, cue := regexp.MustCompile(patterns[reflect.TypeFor[finding.Tag]()]), regexp.MustCompile(patterns[reflect.TypeFor[finding.Cue]()])
	for _, text := range []string{"outcome 3", "enabler", "principle 99"} {
		_, err := finding.ParseTag(text)
		require.NoError(t, err)
		assert.Regexp(t, tag, text)
	}
	for _, text := range []string{"outcome 0", "outcome 100", "outcome  3", "result 3", ""} {
		_, err := finding.ParseTag(text)
		require.Error(t, err)
		assert.NotRegexp(t, tag, text)
	}
	for _, text := range []string{"concern@12-27", "direction:improved@0-3", "extent:few@1-2", "theme:front-door@1-2", "aspect:quality@3-4", "speaker:council@3-5"} {
		_, err := finding.ParseCue(text)
		require.NoError(t, err)
		assert.Regexp(t, cue, text)
	}
	for _, text := range []string{"concern", "concern@1", "worry@1-2", "theme:concern@1-2", "theme:front-door@1-", "front-door@1-2"} {
		_, err := finding.ParseCue(text)
		require.Error(t, err)
		assert.NotRegexp(t, cue, text)
	}
}

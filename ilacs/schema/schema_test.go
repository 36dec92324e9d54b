package schema_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/schema"
)

var all = map[string]func() []byte{
	"report": schema.Report, "progress": schema.Progress, "history": schema.History, "profile": schema.Profile,
}

func TestEachNamesItself(t *testing.T) {
	t.Parallel()
	for name, text := range all {
		var head struct {
			Schema string `json:"$schema"`
			ID     string `json:"$id"`
			Title  string
		}
		require.NoError(t, json.Unmarshal(text(), &head), name)
		assert.Equal(t, "https://json-schema.org/draft/2020-12/schema", head.Schema)
		assert.Equal(t, "https://github.com/ilacs-go/inspection/ilacs/schema/"+schema.Version+"/"+name+".json", head.ID)
		assert.NotEmpty(t, head.Title)
	}
}

// Every object refuses what it does not know, but for one whose keys are values of
// a closed list; and each file has all that it refers to, and nothing else.
func TestObjectsAreClosed(t *testing.T) {
	t.Parallel()
	for name, text := range all {
		var root map[string]any
		require.NoError(t, json.Unmarshal(text(), &root))
		objects, referred := 0, map[string]bool{}
		var walk func(v any)
		walk = func(v any) {
			switch v := v.(type) {
			case []any:
				for _, x := range v {
					walk(x)
				}
			case map[string]any:
				if v["type"] == "object" {
					objects++
					if v["propertyNames"] == nil {
						assert.Equal(t, false, v["additionalProperties"], "%s: %v", name, v["description"])
					}
				}
				if ref, ok := v["$ref"].(string); ok {
					referred[ref] = true
				}
				for _, x := range v {
					walk(x)
				}
			}
		}
		walk(root)
		assert.Greater(t, objects, 4)
		defined := map[string]bool{}
		for def := range root["$defs"].(map[string]any) {
			defined["#/$defs/"+def] = true
		}
		assert.Equal(t, defined, referred, name)
	}
}

// The caller owns what it gets.
func TestSchemasAreCopies(t *testing.T) {
	t.Parallel()
	for _, text := range all {
		want := string(text())
		clear(text())
		assert.Equal(t, want, string(text()))
	}
}

// The schemas can be written to files for the tools of another language.
func ExampleReport() {
	var report struct {
		ID         string `json:"$id"`
		Properties map[string]struct{ Description string }
		Required   []string
	}
	if err := json.Unmarshal(schema.Report(), &report); err != nil {
		panic(err)
	}
	fmt.Println(report.ID)
	fmt.Println(report.Properties["notes"].Description)
	fmt.Println("required:", report.Required)
	// Output:
	// https://github.com/ilacs-go/inspection/ilacs/schema/1.1/report.json
	// `notes` say what was read but not settled, in the order of the text.
	// required: [visit findings]
}

// What became of an area for improvement is one of these words.
func ExampleProgress() {
	fmt.Println(enum(schema.Progress(), "ilacs.Status"))
	// Output: [addressed partly persists not-revisited]
}

// What is mostly said of a theme is one of these words.
func ExampleHistory() {
	fmt.Println(enum(schema.History(), "finding.Polarity"))
	// Output: [strength mixed concern neutral]
}

// What comes next is a rule, an aim or uncertain.
func ExampleProfile() {
	fmt.Println(enum(schema.Profile(), "ilacs.Firmness"))
	// Output: [rule aim uncertain]
}

// enum returns the values of a closed list that a schema defines.
func enum(text []byte, name string) []string {
	var s struct {
		Defs map[string]struct{ Enum []string } `json:"$defs"`
	}
	if err := json.Unmarshal(text, &s); err != nil {
		panic(err)
	}
	return s.Defs[name].Enum
}

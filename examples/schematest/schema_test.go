package schematest_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/schema"
)

// line is the schema of a line of examples/national, which holds a report or says
// why there is none.
const line = `{
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"type": "object",
	"properties": {
		"file": {"type": "string"},
		"report": {"$ref": "https://github.com/ilacs-go/inspection/ilacs/schema/` + schema.Version + `/report.json"},
		"error": {"type": "string", "minLength": 1}
	},
	"required": ["file"],
	"oneOf": [{"required": ["report"]}, {"required": ["error"]}],
	"additionalProperties": false
}`

// compile returns the schemas by name. They are valid under draft 2020-12 itself.
func compile(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	ids := map[string]string{}
	for name, text := range map[string][]byte{
		"report": schema.Report(), "progress": schema.Progress(), "history": schema.History(), "profile": schema.Profile(), "line": []byte(line),
	} {
		doc := value(t, text).(map[string]any)
		id, ok := doc["$id"].(string)
		if !ok {
			id = "https://example.org/" + name
		}
		require.NoError(t, c.AddResource(id, doc))
		ids[name] = id
	}
	schemas := map[string]*jsonschema.Schema{}
	for name, id := range ids {
		s, err := c.Compile(id)
		require.NoError(t, err, name)
		schemas[name] = s
	}
	return schemas
}

// value returns a JSON text as the validator wants it.
func value(t *testing.T, text []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return v
}

// bin is the folder of the example programs.
var bin string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		log.Fatal(err)
	}
	bin = dir
	out, err := exec.Command("go", "build", "-C", "../..", "-o", bin+"/", "./examples/national", "./examples/progress", "./examples/timeline").CombinedOutput()
	if err != nil {
		log.Fatalf("%v: %s", err, out)
	}
	status := m.Run()
	if err := os.RemoveAll(bin); err != nil {
		log.Fatal(err)
	}
	os.Exit(status)
}

// program returns a function that runs an example program. That returns what the
// program printed, and its exit status.
func program(t *testing.T, name string) func(args ...string) ([]byte, int) {
	t.Helper()
	return func(args ...string) ([]byte, int) {
		out, err := exec.Command(filepath.Join(bin, name), args...).Output()
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			return out, exit.ExitCode()
		}
		require.NoError(t, err)
		return out, 0
	}
}

// corpus is where real documents are, beside the module; they are not part of it.
const corpus = "../../../shared/corpus"

// document is what the tests need to know of a line of national.
type document struct {
	path   string
	report []byte
	Visit  struct{ URN, Start, Published string }
}

// national checks each line that the program prints of folders of documents, and
// returns the documents that it read.
func national(t *testing.T, folders ...string) (read []document, refused int) {
	t.Helper()
	s, run := compile(t)["line"], program(t, "national")
	for _, folder := range folders {
		out, _ := run("-format", "jsonl", folder)
		for text := range bytes.Lines(out) {
			if err := s.Validate(value(t, text)); !assert.NoError(t, err, folder) {
				continue
			}
			var l struct {
				File   string
				Report json.RawMessage
			}
			require.NoError(t, json.Unmarshal(text, &l))
			if l.Report == nil {
				refused++
				continue
			}
			d := document{path: filepath.Join(folder, l.File), report: l.Report}
			require.NoError(t, json.Unmarshal(l.Report, &d))
			read = append(read, d)
		}
	}
	return read, refused
}

func TestNational(t *testing.T) {
	t.Parallel()
	read, refused := national(t, "../../ilacs/testdata", "../progress/dudley")
	assert.Greater(t, len(read), 25)
	assert.Greater(t, refused, 5, "files that are no documents have a line too")
}

func TestNationalOnRealDocuments(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short: real documents take a minute")
	}
	folders, err := filepath.Glob(corpus + "/*")
	require.NoError(t, err)
	if len(folders) == 0 {
		t.Skip("no ../shared/corpus: there are no real documents here")
	}
	folders = slices.DeleteFunc(folders, func(f string) bool {
		texts, _ := filepath.Glob(f + "/*.txt")
		return len(texts) == 0
	})
	read, refused := national(t, folders...)
	assert.Greater(t, len(read), 1000)
	t.Logf("%d documents from %d folders, %d not read", len(read), len(folders), refused)
}

// compared checks what the program prints of two documents or more.
func compared(t *testing.T, schemas map[string]*jsonschema.Schema, run func(...string) ([]byte, int), files []string) bool {
	t.Helper()
	out, status := run(append([]string{"-format", "json"}, files...)...)
	if status != 0 {
		return false
	}
	name := "history"
	if len(files) == 2 {
		name = "progress"
	}
	return assert.NoError(t, schemas[name].Validate(value(t, out)), "%v", files)
}

func TestProgress(t *testing.T) {
	t.Parallel()
	schemas, run := compile(t), program(t, "progress")
	assert.True(t, compared(t, schemas, run, nil), "the history of the embedded documents")
	digests, err := filepath.Glob("../progress/dudley/*.txt")
	require.NoError(t, err)
	require.Len(t, digests, 5)
	for i := range digests[1:] {
		assert.True(t, compared(t, schemas, run, digests[i:i+2]), "%s", digests[i:i+2])
	}
}

func TestProgressOnRealDocuments(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short: real documents take a minute")
	}
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("no ../shared/corpus: there are no real documents here")
	}
	schemas, run := compile(t), program(t, "progress")
	read, _ := national(t, corpus+"/layout", corpus+"/jtai", corpus+"/letters")
	by := map[string][]document{}
	for _, d := range read {
		if d.Visit.URN != "" {
			by[d.Visit.URN] = append(by[d.Visit.URN], d)
		}
	}
	valid, refused := map[int]int{}, 0
	for _, urn := range slices.Sorted(maps.Keys(by)) {
		all := by[urn]
		slices.SortStableFunc(all, func(a, b document) int {
			return cmp.Compare(cmp.Or(a.Visit.Start, a.Visit.Published), cmp.Or(b.Visit.Start, b.Visit.Published))
		})
		var files []string
		for _, d := range all {
			files = append(files, d.path)
		}
		for _, n := range []int{2, len(files)} { // the first two, and all
			switch {
			case len(files) < n || n < 2:
			case compared(t, schemas, run, files[:n]):
				valid[min(n, 3)]++
			default:
				refused++
			}
		}
	}
	assert.Greater(t, valid[2], 50, "comparisons of two documents")
	assert.Greater(t, valid[3], 50, "histories of more")
	assert.Less(t, refused, 10)
	t.Logf("%d comparisons and %d histories, %d not made", valid[2], valid[3], refused)
}

// The profile of each authority there is or was, and one with a letter in it.
func TestTimeline(t *testing.T) {
	t.Parallel()
	s, run := compile(t)["profile"], program(t, "timeline")
	valid := 0
	check := func(args ...string) {
		out, status := run(append([]string{"-format", "json"}, args...)...)
		require.Zero(t, status, "%v", args)
		if assert.NoError(t, s.Validate(value(t, out)), "%v", args) {
			valid++
		}
	}
	for a := range authority.All() {
		if a.IsOpen() {
			check(a.Name)
		} else if day := a.Closed.AddDays(-1); a.OpenOn(day) {
			check("-on", day.String(), a.Name)
		}
	}
	assert.Greater(t, valid, 155)
	letters, err := filepath.Glob("../progress/dudley/*focused-visit.txt")
	require.NoError(t, err)
	require.NotEmpty(t, letters)
	check("Dudley", letters[0])
}

// What a schema does not know it refuses, at each place of a document: so a field
// that is new in the Go types makes the tests above fail until the schema has it.
func TestWhatIsUnknownIsRefused(t *testing.T) {
	t.Parallel()
	schemas := compile(t)
	read, _ := national(t, "../../ilacs/testdata")
	history, status := program(t, "progress")("-format", "json")
	require.Zero(t, status)
	profile, status := program(t, "timeline")("-format", "json", "Cumberland")
	require.Zero(t, status)
	for name, text := range map[string][]byte{"report": read[0].report, "history": history, "profile": profile} {
		s := schemas[name]
		doc := value(t, text)
		require.NoError(t, s.Validate(doc))
		objects := 0
		walk(doc, func(object map[string]any) {
			// All objects of a comparison are hundreds, and the documents long.
			if objects++; objects > 60 && objects%97 != 0 {
				return
			}
			object["unknown"] = "new"
			assert.Error(t, s.Validate(doc), "%s: %v", name, slices.Sorted(maps.Keys(object)))
			delete(object, "unknown")
		})
		assert.Greater(t, objects, 10)
		assert.NoError(t, s.Validate(doc))
	}
}

// walk calls f for each object of a JSON value, in the same order each time.
func walk(v any, f func(map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			walk(x, f)
		}
	case map[string]any:
		f(v)
		for _, key := range slices.Sorted(maps.Keys(v)) {
			walk(v[key], f)
		}
	}
}

func TestWrongValuesAreRefused(t *testing.T) {
	t.Parallel()
	s := compile(t)["report"]
	const good = `{"visit": {"authority": "Wexcombe", "type": "focused", "framework": "ilacs-2023", "start": "2024-03-06", "published": "2024"},
		"source": "letter", "judgements": {"leaders": "good"},
		"findings": [{"text": "Plans are timely.", "start": 1, "end": 18, "section": "main", "themes": ["pathway-plans"], "polarity": "strength", "cues": ["strength@10-16"], "tags": ["outcome 2"]}],
		"earlier": [{"date": "2022-11", "start": 0, "end": 0}]}`
	require.NoError(t, s.Validate(value(t, []byte(good))))
	for _, change := range [][2]string{
		{`"start": "2024-03-06"`, `"start": "6 March 2024"`},
		{`"start": "2024-03-06"`, `"start": "2024-03-00"`},
		{`"start": "2024-03-06"`, `"start": ""`},
		{`"published": "2024"`, `"published": 2024`},
		{`"type": "focused"`, `"type": "Focused visit"`},
		{`"framework": "ilacs-2023"`, `"framework": "ilacs-2031"`},
		{`"source": "letter"`, `"source": null`},
		{`"leaders": "good"`, `"leaders": "fine"`},
		{`"leaders": "good"`, `"framework": "ilacs-2023"`},
		{`"start": 1,`, `"start": -1,`},
		{`"start": 1,`, `"start": 1.5,`},
		{`"start": 1,`, ``},
		{`"pathway-plans"`, `"plans"`},
		{`"strength@10-16"`, `"strength"`},
		{`"outcome 2"`, `"outcome two"`},
		{`"polarity": "strength"`, `"polarity": ["strength"]`},
		{`"text": "Plans are timely.",`, ``},
	} {
		bad := bytes.Replace([]byte(good), []byte(change[0]), []byte(change[1]), 1)
		require.NotEqual(t, good, string(bad))
		assert.Error(t, s.Validate(value(t, bad)), "%s for %s", change[1], change[0])
	}
}

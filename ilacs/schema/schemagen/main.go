// Command schemagen writes the JSON Schemas of package schema into the current
// directory, from the Go types that the JSON is made of: the fields and their names
// by reflection, the values of a closed list from the list itself, descriptions
// from the comments in the source.
//
//	//go:generate go run ./schemagen
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"reflect"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/ilacs/schema"
)

const (
	draft = "https://json-schema.org/draft/2020-12/schema"
	// id is what the $id of each schema begins with. Nothing is served there.
	id = "https://github.com/ilacs-go/inspection/ilacs/schema/" + schema.Version + "/"
)

// roots are the types that have a schema, by the name of its file.
var roots = []struct {
	file, title string
	of          reflect.Type
}{
	{"report.json", "What a report, a letter or an article about a visit says", reflect.TypeFor[ilacs.Report]()},
	{"progress.json", "What changed between two visits to one authority", reflect.TypeFor[ilacs.Progress]()},
	{"history.json", "Several visits to one authority, and what changed from each to the next", reflect.TypeFor[ilacs.History]()},
	{"profile.json", "What is known of one authority as of a day", reflect.TypeFor[record.Profile]()},
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("schemagen: ")
	// go generate runs this in ilacs/schema.
	files, err := generate("../..")
	if err != nil {
		log.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(name, text, 0o666); err != nil {
			log.Fatal(err)
		}
	}
}

// generate returns the schemas by file name. The source of the module is at root.
func generate(root string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, r := range roots {
		s, err := document(root, r.file, r.title, r.of)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.file, err)
		}
		text, err := encode(s)
		if err != nil {
			return nil, err
		}
		files[r.file] = text
	}
	return files, nil
}

// document returns the schema of a type with all that it needs.
func document(root, file, title string, t reflect.Type) (object, error) {
	g := &generator{comments: comments{root: filepath.FromSlash(root)}, defs: map[string]object{}}
	body, err := g.structure(t)
	if err != nil {
		return nil, err
	}
	head := object{
		{"$schema", draft},
		{"$id", id + file},
		{"title", title},
		{"description", g.comments.of(t) + " What is absent is left out; where a description speaks of zero, the value is left out or, in a list, empty."},
		{"$comment", "Version " + schema.Version + ", written by schemagen from the Go type " + t.String() + "; do not edit."},
	}
	return append(append(head, body...), member{"$defs", g.sorted()}), nil
}

// encode returns the text of a schema.
func encode(s object) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(s)
	return b.Bytes(), err
}

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON returns the object.
func (o object) MarshalJSON() ([]byte, error) {
	b := bytes.NewBufferString("{")
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(m.key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

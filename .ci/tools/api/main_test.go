package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Each file stands for a kind of declaration, or for a place that has no API.
var files = map[string]string{
	"go.mod":           "module github.com/ilacs-go/inspection\n\ngo 1.25.0\n",
	"internal/x/x.go":  "package x\n\nfunc Hidden() {}\n",
	"examples/x/x.go":  "package x\n\nfunc Hidden() {}\n",
	"command/main.go":  "package main\n\nfunc Hidden() {}\n\nfunc main() {}\n",
	"nested/go.mod":    "module github.com/ilacs-go/inspection/nested\n\ngo 1.25.0\n",
	"nested/nested.go": "package nested\n\nvar Err error\n",
	"grade/grade.go": `package grade

import "iter"

type Grade uint8

const (
	Good Grade = 20
	poor Grade = 40
	Text = "good"
)

func (g Grade) String() string { return "" }
func (g *Grade) Scan(src any) error { return nil }
func (g Grade) hidden() {}

type Set struct {
	First Grade "json:\"first,omitzero\""
	Embedded
	grades [4]Grade
}

type Embedded struct{}

func (Embedded) Promoted() {}

type Namer interface {
	Name(of Grade) string
}

type Pair[K comparable, V any] struct{ Key K }

type Other = Set

func With(s Set, grades ...Grade) (out Set, ok bool) { return s, true }
func All[K comparable](from map[K]Set) iter.Seq2[K, Set] { return nil }
func hidden() {}
`,
}

var want = []string{
	"pkg grade, const Good Grade = 20",
	`pkg grade, const Text untyped string = "good"`,
	"pkg grade, func All[K comparable](map[K]Set) iter.Seq2[K, Set]",
	"pkg grade, func With(Set, ...Grade) (Set, bool)",
	"pkg grade, method (*Grade) Scan(any) error",
	"pkg grade, method (Embedded) Promoted()",
	"pkg grade, method (Grade) String() string",
	"pkg grade, method (Set) Promoted()",
	"pkg grade, type Embedded struct",
	"pkg grade, type Grade uint8",
	"pkg grade, type Namer interface",
	"pkg grade, type Namer interface, Name(Grade) string",
	"pkg grade, type Other = Set",
	"pkg grade, type Pair[K comparable, V any] struct",
	"pkg grade, type Pair[K comparable, V any] struct, Key K",
	"pkg grade, type Set struct",
	"pkg grade, type Set struct, First Grade `json:\"first,omitzero\"`",
	"pkg grade, type Set struct, embedded Embedded",
	"pkg grade, type Set struct, unexported fields",
	"pkg nested, var Err error",
}

func TestAPI(t *testing.T) {
	got, err := api(write(t, files))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The API of a package that does not compile is not known.
func TestAPIOfWhatDoesNotCompile(t *testing.T) {
	dir := write(t, map[string]string{
		"go.mod": files["go.mod"],
		"x/x.go": "package x\n\nfunc F() Missing { return nil }\n",
	})
	if lines, err := api(dir); err == nil {
		t.Errorf("no error, but %q", lines)
	}
}

// write returns a new folder with the files in it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

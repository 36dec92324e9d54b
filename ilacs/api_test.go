package ilacs_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every exported function of the module's public packages has a tested Example,
// and every package says what it is.
func TestEveryFunctionHasAnExample(t *testing.T) {
	t.Parallel()
	var dirs []string
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if path != ".." && strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"internal", "testdata", "examples"}, d.Name()) {
			return fs.SkipDir
		}
		if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil && path != ".." {
			return fs.SkipDir // a module of its own
		}
		if source, _ := filepath.Glob(filepath.Join(path, "*.go")); len(source) > 0 {
			dirs = append(dirs, path)
		}
		return nil
	})
	require.NoError(t, err)
	require.Contains(t, dirs, "../ilacs")
	known := watch(t)
	for _, dir := range dirs {
		p := documentation(t, dir)
		if p.Name == "main" {
			continue
		}
		assert.True(t, strings.HasPrefix(p.Doc, "Package "+p.Name+" "), "%s has no package comment", dir)
		funcs := p.Funcs
		for _, typ := range p.Types {
			funcs = append(funcs, typ.Funcs...)
		}
		for _, f := range funcs {
			assert.NotEmpty(t, f.Doc, "%s.%s has no doc comment", p.Name, f.Name)
			tested := slices.ContainsFunc(f.Examples, func(e *doc.Example) bool { return e.Output != "" || e.EmptyOutput })
			known.check(t, p.Name+"."+f.Name, tested, "no Example with an Output")
		}
	}
}

func documentation(t *testing.T, dir string) *doc.Package {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	require.NoError(t, err)
	fset := token.NewFileSet()
	var files []*ast.File
	for _, path := range paths {
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		require.NoError(t, err)
		files = append(files, f)
	}
	p, err := doc.NewFromFiles(fset, files, "example.org/"+filepath.Base(dir))
	require.NoError(t, err)
	return p
}

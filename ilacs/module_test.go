package ilacs_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The README's program uses the module through a replace directive, with no
// network and nothing in the module cache: it needs the standard library alone.
func TestAnotherModuleUsesThisOne(t *testing.T) {
	t.Parallel()
	root, dir := moduleRoot(t), t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	write("go.mod", "module example.org/council\n\ngo 1.25.0\n")
	write("letter.txt", focusedVisit)
	write("main.go", readme(t, root, "go"))
	cache := t.TempDir()
	// As the README says.
	goOffline(t, dir, cache, "mod", "edit", "-replace", "github.com/ilacs-go/inspection="+root)
	goOffline(t, dir, cache, "mod", "edit", "-require", "github.com/ilacs-go/inspection@v0.0.0")
	assert.Equal(t, readme(t, root, "text"), goOffline(t, dir, cache, "run", "."))
}

// No package of the module imports another module, the example programs included.
// Tests may: they take testify.
func TestStandardLibraryAlone(t *testing.T) {
	t.Parallel()
	packages := strings.Fields(goOffline(t, moduleRoot(t), t.TempDir(),
		"list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "./..."))
	require.Contains(t, packages, "github.com/ilacs-go/inspection/ilacs")
	for _, path := range packages {
		assert.True(t, strings.HasPrefix(path, "github.com/ilacs-go/inspection/"), "%s is of another module", path)
	}
}

// What go.mod requires, tools included, shows in the module graph of whoever
// requires this module. So linters and the like belong to .ci/tools.
func TestRequirements(t *testing.T) {
	t.Parallel()
	var mod struct {
		Require []struct {
			Path     string
			Indirect bool
		}
		Tool []struct{ Path string }
	}
	require.NoError(t, json.Unmarshal([]byte(goOffline(t, moduleRoot(t), t.TempDir(), "mod", "edit", "-json")), &mod))
	var direct []string
	for _, r := range mod.Require {
		if !r.Indirect {
			direct = append(direct, r.Path)
		}
	}
	assert.Equal(t, []string{"github.com/stretchr/testify"}, direct)
	assert.Empty(t, mod.Tool)
}

func moduleRoot(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("..")
	require.NoError(t, err)
	require.FileExists(t, filepath.Join(root, "go.mod"))
	return root
}

// goOffline runs the go command with no network and the given module cache.
func goOffline(t *testing.T, dir, cache string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOPROXY=off", "GOMODCACHE="+cache, "GOWORK=off", "GOTOOLCHAIN=local")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "go %v: %s", args, out)
	return string(out)
}

// readme returns the README's first block of code in a language.
func readme(t *testing.T, root, language string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(root, "README.md"))
	require.NoError(t, err)
	_, after, ok := strings.Cut(string(raw), "```"+language+"\n")
	require.True(t, ok, "no block of %s in the README", language)
	block, _, ok := strings.Cut(after, "```")
	require.True(t, ok)
	return block
}

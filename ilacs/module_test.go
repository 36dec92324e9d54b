package ilacs_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The program of the README uses the module through a replace directive, with no
// network and no module in the cache: it needs the standard library alone.
func TestAnotherModuleUsesThisOne(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs("..")
	require.NoError(t, err)
	require.FileExists(t, filepath.Join(root, "go.mod"))
	dir, cache := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	write("go.mod", "module example.org/council\n\ngo 1.25.0\n")
	write("letter.txt", focusedVisit)
	write("main.go", readme(t, root, "go"))
	goCommand := func(args ...string) string {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=", "GOPROXY=off", "GOMODCACHE="+cache, "GOWORK=off", "GOTOOLCHAIN=local")
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "go %v: %s", args, out)
		return string(out)
	}
	// As the README says.
	goCommand("mod", "edit", "-replace", "github.com/ilacs-go/inspection="+root)
	goCommand("mod", "edit", "-require", "github.com/ilacs-go/inspection@v0.0.0")
	assert.Equal(t, readme(t, root, "text"), goCommand("run", "."))

	needed := goCommand("list", "-deps", "-f", "{{if not .Standard}}{{.Module.Path}}{{end}}", ".")
	for line := range strings.FieldsSeq(needed) {
		assert.Contains(t, []string{"example.org/council", "github.com/ilacs-go/inspection"}, line, "a module that users would inherit")
	}
}

// readme gives the README's first block of code in a language.
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

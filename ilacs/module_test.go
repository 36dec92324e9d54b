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

// Another program uses the module through a replace directive, with no network
// and no module in the cache: it needs the standard library alone.
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
	write("main.go", `package main

import (
	_ "embed"
	"fmt"
	"os"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

//go:embed letter.txt
var letter string

func main() {
	report, err := ilacs.Parse(letter)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(report.Visit.Authority, report.Visit.Type, report.Visit.Start)
	for _, f := range report.Section(finding.SectionImprove) {
		fmt.Println(f.Text)
	}
}
`)
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
	assert.Equal(t, "Wexcombe Focused visit 2025-11-04\n"+
		"The quality of pathway plans for care leavers aged over 21.\n"+
		"Managers’ oversight of young people in shared houses.\n", goCommand("run", "."))

	needed := goCommand("list", "-deps", "-f", "{{if not .Standard}}{{.Module.Path}}{{end}}", ".")
	for line := range strings.FieldsSeq(needed) {
		assert.Contains(t, []string{"example.org/council", "github.com/ilacs-go/inspection"}, line, "a module that users would inherit")
	}
}

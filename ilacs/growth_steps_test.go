package ilacs_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// instrumented are the packages whose statements are counted: the library, and what
// it may let loop over a text. What they do in assembly, as in looking for a byte,
// counts as one step; BenchmarkGrowth tells that.
const instrumented = "github.com/ilacs-go/inspection/...,bytes,slices,sort,strings,unicode/utf8"

// No text makes Parse work, and beside one earlier document none makes Compare work,
// longer than in proportion to its size. The work is counted in statements, so that
// it is the same on any machine: at 16 times the size it may be 64 times as much,
// where a cost that grows with the square is 256 times as high.
func TestGrowth(t *testing.T) {
	if raceDetector {
		t.Skip("the program that counts is built without the race detector")
	}
	t.Parallel()
	const times, most = 16, 40
	dir := t.TempDir()
	program := filepath.Join(dir, "steps")
	goTool(t, "build", "-cover", "-covermode=atomic", "-coverpkg="+instrumented, "-o", program, "./internal/steps")
	covdata := strings.TrimSpace(goTool(t, "tool", "-n", "covdata"))

	check := func(t *testing.T, kinds []growing, n int, command ...string) {
		folder := t.TempDir()
		args := append([]string{folder}, command...)
		for i, g := range kinds {
			for _, text := range []string{g.text(n), g.text(times * n)} {
				path := filepath.Join(folder, fmt.Sprintf("%d-%d.txt", i, len(text)))
				require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
				args = append(args, path)
			}
		}
		cmd := exec.Command(program, args...)
		cmd.Env = append(os.Environ(), "GOCOVERDIR="+folder)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
		for i, g := range kinds {
			short := executed(t, covdata, filepath.Join(folder, strconv.Itoa(2*i)))
			long := executed(t, covdata, filepath.Join(folder, strconv.Itoa(2*i+1)))
			require.Greater(t, short, n/100, g.name)
			assert.LessOrEqual(t, long, most*short, "%s: %d statements for about %d bytes, %d for %d times as many", g.name, short, n, long, times)
		}
	}
	t.Run("Parse", func(t *testing.T) {
		t.Parallel()
		check(t, growings, 8<<10, "parse")
	})
	t.Run("Parse of articles", func(t *testing.T) {
		t.Parallel()
		check(t, articles, 3500, "parse") // a text longer than 16 times that is no article
	})
	t.Run("Compare", func(t *testing.T) {
		t.Parallel()
		before := strings.Replace(carePage, "March 2024", "March 2021", 1) + "Plans are good.\n\nVisits are late.\n\nWhat needs to improve?\n• Visits.\n• Plans.\n"
		path := filepath.Join(t.TempDir(), "before.txt")
		require.NoError(t, os.WriteFile(path, []byte(before), 0o600))
		for _, g := range comparedGrowings {
			r, err := ilacs.Parse(g.text(8 << 10))
			require.NoError(t, err, g.name)
			require.Greater(t, len(r.Findings), 50, g.name)
		}
		check(t, comparedGrowings, 8<<10, "compare", path)
	})
}

// executed is how many statements were executed, by the coverage data of a folder.
func executed(t *testing.T, covdata, folder string) int {
	t.Helper()
	path := filepath.Join(folder, "profile")
	out, err := exec.Command(covdata, "textfmt", "-i="+folder, "-o="+path).CombinedOutput()
	require.NoError(t, err, "%s", out)
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	steps := 0
	for lines := bufio.NewScanner(bytes.NewReader(raw)); lines.Scan(); {
		// As in "file.go:1.2,3.4 statements times", below a line that tells the mode.
		if fields := strings.Fields(lines.Text()); len(fields) == 3 {
			statements, err := strconv.Atoi(fields[1])
			require.NoError(t, err)
			times, err := strconv.Atoi(fields[2])
			require.NoError(t, err)
			steps += statements * times
		}
	}
	return steps
}

// goTool runs the go command in the folder of the package, and returns what it prints.
func goTool(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("go", args...).Output()
	require.NoError(t, err, "go %v: %v", args, err)
	return string(out)
}

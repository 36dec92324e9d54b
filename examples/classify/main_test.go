package main

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
)

func TestRun(t *testing.T) {
	t.Parallel()
	in := "Plans are vague.\n\nVisits are regular & \"purposeful\".\r\n" + strings.Repeat("word ", 30000)
	var out bytes.Buffer
	require.NoError(t, run(strings.NewReader(in), &out))
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	require.Len(t, lines, 4, "one reading a line, in order")
	for i, want := range []finding.Polarity{finding.Concern, finding.Neutral, finding.Strength, finding.Neutral} {
		var r finding.Reading
		require.NoError(t, json.Unmarshal([]byte(lines[i]), &r))
		assert.Equal(t, want, r.Polarity, lines[i])
	}
}

func TestRunRefusesALineTooLong(t *testing.T) {
	t.Parallel()
	assert.Error(t, run(strings.NewReader(strings.Repeat("x", 2<<20)), &bytes.Buffer{}))
}

// The program as a user asks it for help.
func TestUsage(t *testing.T) {
	t.Parallel()
	program := filepath.Join(t.TempDir(), "classify")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	for _, tt := range []struct {
		arg    string
		status int
		want   string
	}{
		{"-h", 0, "usage: classify < SENTENCES\n"},
		{"-all", 2, "-all"},
		{"file.txt", 2, `"file.txt": no arguments are expected; usage: classify < SENTENCES`},
	} {
		cmd := exec.Command(program, tt.arg)
		out, _ := cmd.CombinedOutput() // the status is asserted
		assert.Equal(t, tt.status, cmd.ProcessState.ExitCode(), tt.arg)
		assert.Contains(t, string(out), tt.want)
	}
}

package main

import (
	"bytes"
	"encoding/json"
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

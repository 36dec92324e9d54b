package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// safeBuffer is a buffer for several goroutines.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func TestRun(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	var out, errs safeBuffer
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, []string{"-addr", "127.0.0.1:0"}, &out, &errs) }()
	var address string
	require.Eventually(t, func() bool {
		address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(out.String())
		return address != ""
	}, 10*time.Second, time.Millisecond)
	response, err := http.Get(address)
	require.NoError(t, err)
	page, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	assert.Contains(t, string(page), "Compare documents")
	cancel()
	assert.NoError(t, <-ended)
	assert.Empty(t, errs.String())
	_, err = http.Get(address)
	assert.Error(t, err)
}

func TestRunRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"-addr", "0.0.0.0:0"}, "other machines can reach this address"},
		{[]string{"-addr", ":0"}, "-exposed"},
		{[]string{"-addr", "[::]:0"}, "-exposed"},
		{[]string{"-addr", "192.0.2.1:8080"}, "use 127.0.0.1:8080"},
		{[]string{"-addr", "127.0.0.1"}, "-addr"},
		{[]string{"report.pdf"}, "no arguments are expected"},
		{[]string{"-port", "8080"}, "not defined"},
	} {
		var out, errs safeBuffer
		err := run(t.Context(), tt.args, &out, &errs)
		assert.ErrorContains(t, err, tt.want, strings.Join(tt.args, " "))
		assert.Empty(t, out.String())
	}
}

func TestExposedWarns(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs safeBuffer
	require.NoError(t, run(ctx, []string{"-addr", "0.0.0.0:0", "-exposed"}, &out, &errs))
	assert.Contains(t, errs.String(), "warning: whoever can reach 0.0.0.0:0 can use these pages")
}

// What was begun is finished before the program ends, within the time for that.
func TestEnding(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		ending time.Duration
		whole  bool
	}{{"in time", time.Minute, true}, {"no time left", 50 * time.Millisecond, false}} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithCancel(t.Context())
			s := newSite(t, func(l *limits) { l.Ending = tt.ending })
			next := slowly(s)
			listener, err := listen("127.0.0.1:0", false, io.Discard)
			require.NoError(t, err)
			ended := make(chan error, 1)
			go func() { ended <- serve(ctx, listener, s.server) }()
			path := s.do(request(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})).Header().Get("Location")
			response, err := http.Get("http://" + listener.Addr().String() + path)
			require.NoError(t, err)
			defer response.Body.Close()
			cancel()
			if tt.whole {
				close(next)
			}
			page, err := io.ReadAll(response.Body)
			assert.NoError(t, <-ended)
			assert.Equal(t, tt.whole, err == nil)
			assert.Equal(t, tt.whole, strings.HasSuffix(string(page), "</html>\n"))
		})
	}
}

func TestStatus(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"-h"}, 0, "usage: web [-addr ADDRESS] [-host NAMES] [-exposed]\n"},
		{[]string{"-port", "8080"}, 2, "usage: web [-addr"},
		{[]string{"report.pdf"}, 2, "web: \"report.pdf\": no arguments are expected"},
	} {
		var out, errs safeBuffer
		assert.Equal(t, tt.status, status(run(t.Context(), tt.args, &out, &errs), &errs), tt.args)
		assert.Contains(t, errs.String(), tt.want)
		assert.LessOrEqual(t, strings.Count(errs.String(), "not defined"), 1, "the reason is said once")
	}
}

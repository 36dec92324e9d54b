package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// wantHeaders are on every answer.
var wantHeaders = map[string]string{
	"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
	"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Resource-Policy": "same-origin",
}

func assertHeaders(t testing.TB, h http.Header) {
	t.Helper()
	for name, want := range wantHeaders {
		assert.Equal(t, want, h.Get(name), name)
	}
	policy := h.Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action "} {
		assert.Contains(t, policy, want)
	}
	for _, bad := range []string{"unsafe", "http:", "https:", "*", "script"} {
		assert.NotContains(t, policy, bad)
	}
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	path, _ := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})
	for at, status := range map[string]int{
		"GET /": 200, "HEAD /": 200, "GET /style.css": 200, "GET /icon.svg": 200,
		"GET /authorities?code=332": 303, "GET /authorities?code=": 422, "GET /authorities/332": 200, "GET /authorities/nowhere": 404,
		"GET /authorities/332/profile.json": 200, "GET /authorities/nowhere/profile.json": 404,
		"GET /comparisons": 303, "GET " + path: 200, "HEAD " + path: 200, "GET " + path + "/1/brief.html": 200, "GET " + path + "/1/whole.html?save": 200,
		"GET " + path + "/1/themes.csv": 200, "GET " + path + "/1/comparison.json": 200, "GET " + path + "/2/brief.html": 404, "GET " + path + "/workbook.xlsx": 200, "GET /comparisons/unknown/workbook.xlsx": 404,
		"GET /comparisons/unknown": 404, "GET /nothing": 404, "POST /": 405, "DELETE /": 405, "PUT /comparisons": 405, "POST /comparisons": 415,
		"POST /comparisons/unknown/forget": 303, "GET /../../etc/passwd": 307, "GET /templates/home.gohtml": 404,
	} {
		method, target, _ := strings.Cut(at, " ")
		w := s.do(httptest.NewRequest(method, origin+target, nil))
		assert.Equal(t, status, w.Code, at)
		assertHeaders(t, w.Header())
		kept := w.Header().Get("Cache-Control")
		if strings.HasPrefix(target, "/style") || strings.HasPrefix(target, "/icon") {
			assert.Equal(t, "no-cache", kept, at)
		} else {
			assert.Equal(t, "no-store", kept, at)
		}
		if status >= 400 && method == "GET" {
			assert.Contains(t, w.Body.String(), "<title>Error: ", at)
			assert.Contains(t, w.Body.String(), `<html lang="en-GB">`, at)
		}
	}
}

func TestOnlyHostsOfThisMachine(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	s.hosts["wexcombe.example"] = true
	for host, status := range map[string]int{
		"127.0.0.1:8080": 200, "127.0.0.1": 200, "localhost:9": 200, "LOCALHOST": 200, "[::1]:8080": 200, "[::1]": 200, "192.168.1.7:80": 200, "Wexcombe.example:8080": 200,
		"evil.example": 421, "evil.example:8080": 421, "localhost.evil.example": 421, "127.0.0.1.evil.example": 421, "": 421, "2130706433": 421, "localhost:8080@evil.example": 421, "evil.example:127.0.0.1": 421,
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := s.do(r)
		assert.Equal(t, status, w.Code, host)
		assertHeaders(t, w.Header())
	}
	r := request(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})
	r.Host = "evil.example"
	assert.Equal(t, http.StatusMisdirectedRequest, s.do(r).Code)
	assert.Empty(t, s.store.items)
}

func TestHostNames(t *testing.T) {
	t.Parallel()
	s := newServer(defaultLimits, []string{" Server.Example:80", ""}, nil)
	defer s.close()
	assert.Equal(t, map[string]bool{"server.example": true}, s.hosts)
}

// Forms of other pages are refused, whichever of the two headers tells; programs
// that send neither are let through.
func TestOnlyFormsOfThisServer(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		site, origin string
		status       int
	}{
		{"same-origin", "", 303}, {"none", "", 303}, {"", "", 303}, {"", "http://127.0.0.1:8080", 303}, {"same-origin", "null", 303},
		{"cross-site", "", 403}, {"same-site", "", 403}, {"", "http://evil.example", 403}, {"", "null", 403}, {"", "http://127.0.0.1:9999", 403},
	} {
		s := newSite(t, nil)
		path, _ := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})
		forget := httptest.NewRequest("POST", origin+path+"/forget", nil)
		for _, r := range []*http.Request{request(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")}), forget} {
			r.Header.Del("Sec-Fetch-Site")
			if tt.site != "" {
				r.Header.Set("Sec-Fetch-Site", tt.site)
			}
			if tt.origin != "" {
				r.Header.Set("Origin", tt.origin)
			}
			w := s.do(r)
			assert.Equal(t, tt.status, w.Code, "%v %s", tt, r.URL)
			assertHeaders(t, w.Header())
		}
		if tt.status == 403 {
			s.get(t, path, 200) // not forgotten
			assert.Len(t, s.store.items, 1)
		}
	}
}

// What a panic says may be from a document, so it is not logged.
func TestFaultsSayNothingOfDocuments(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	guarded := s.guard(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a sentence of a letter") }))
	w := httptest.NewRecorder()
	guarded.ServeHTTP(w, httptest.NewRequest("GET", origin, nil))
	assert.Equal(t, http.StatusInternalServerError, w.Code)
	assertHeaders(t, w.Header())
	require.Contains(t, s.logged.String(), "a fault in this program")
	assert.Contains(t, s.logged.String(), "guard_test.go")
	assert.NotContains(t, s.logged.String()+w.Body.String(), "a sentence of a letter")
}

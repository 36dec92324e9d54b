package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/examples/internal/textpdf"
	"github.com/ilacs-go/inspection/ilacs"
)

// Each limit has a status and words that say what to do, beside the form and tied
// to its field.
func TestLimitsOfAnUpload(t *testing.T) {
	t.Parallel()
	small := func(l *limits) { l.Files = 3; l.File = 4 << 10; l.Upload = 16 << 10 }
	a, b := upload{"a.txt", "Some text."}, upload{"b.txt", "Some more."}
	for _, tt := range []struct {
		name   string
		files  []upload
		status int
		want   []string
	}{
		{"none", nil, 422, []string{"No files were chosen", "Choose two or more documents"}},
		{"a field without a file", []upload{{"", ""}}, 422, []string{"No files were chosen"}},
		{"one", []upload{a}, 422, []string{"One document is not enough", "Only a.txt was chosen", "hold Ctrl"}},
		{"too many", []upload{a, b, a, b}, 413, []string{"too many files", "At most 3 are read at once"}},
		{"too large together", []upload{{"a.txt", strings.Repeat("a", 3<<10)}, {"b.txt", strings.Repeat("b", 20<<10)}}, 413, []string{"too large together", "16 KB"}},
		{"too large each", []upload{{"a.txt", strings.Repeat("a", 6<<10)}, {"b.txt", strings.Repeat("b", 6<<10)}}, 413, []string{"Fewer than two", "a.txt: it is larger than 4 KB. Choose its text"}},
		{"no documents", []upload{{"a.docx", "PK\x03\x04"}, {"b.png", "\x89PNG\x0D\x0A\x1A\x0A"}, a}, 415, []string{"Fewer than two", "a.docx: it is a Word", "b.png: it is a picture", "as PDF or plain text"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, length := range []string{"stated", "not stated"} {
				s := newSite(t, small)
				r := request(t, tt.files...)
				if length == "not stated" {
					r.ContentLength = -1
				}
				body := r.Body
				w := s.do(r)
				assert.Equal(t, tt.status, w.Code)
				page := w.Body.String()
				for _, want := range tt.want {
					assert.Contains(t, page, want)
				}
				assert.Contains(t, page, `role="alert"`)
				assert.Contains(t, page, `<a href="#documents">`)
				assert.Contains(t, page, `aria-describedby="documents-hint documents-error" aria-invalid="true"`)
				assert.Contains(t, page, `id="documents-error"`)
				assert.Contains(t, page, "<title>Error: ")
				assertHeaders(t, w.Header())
				rest, err := io.ReadAll(body)
				assert.NoError(t, err)
				assert.Empty(t, rest, "all was received, so that a browser shows the answer")
				assert.Empty(t, s.store.items)
				assert.Empty(t, s.uploads, "the place is free again")
			}
		})
	}
}

func TestUploadsThatAreNone(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	for _, tt := range []struct {
		kind, body string
		status     int
	}{
		{"text/plain", "a report", 415}, {"application/x-www-form-urlencoded", "documents=a", 415}, {"", "", 415}, {"multipart/mixed; boundary=x", "--x--", 415},
		{"multipart/form-data", "--x--", 400}, {"multipart/form-data; boundary=x", "", 422}, {"multipart/form-data; boundary=x", "--x\r\n", 422},
		{"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"documents\"; filename=\"a.txt\"\r\n\r\ncut off", 400},
		{"multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a.txt\"\r\n\r\nx\r\n--x--", 422},
	} {
		r := httptest.NewRequest("POST", origin+"/comparisons", strings.NewReader(tt.body))
		r.Header.Set("Content-Type", tt.kind)
		assert.Equal(t, tt.status, s.do(r).Code, "%q %q", tt.kind, tt.body)
	}
}

// slowly makes a site read each document only when it is told to.
func slowly(s *site) (next chan struct{}) {
	next = make(chan struct{})
	read := s.read
	s.read = func(ctx context.Context, f file) document {
		if f.Err != nil {
			return read(ctx, f)
		}
		select {
		case <-next:
		case <-ctx.Done():
			return document{Name: f.Name, Err: tooSlow(ctx.Err())}
		}
		return read(ctx, f)
	}
	return next
}

func TestTooManyUploads(t *testing.T) {
	t.Parallel()
	s := newSite(t, func(l *limits) { l.Uploads = 2; l.Readers = 1 })
	next := slowly(s)
	files := []upload{{"a.txt", before(t, "Wexcombe")}, {"b.txt", after(t, "Wexcombe")}}
	var paths []string
	for range 2 {
		w := s.do(request(t, files...))
		require.Equal(t, 303, w.Code)
		paths = append(paths, w.Header().Get("Location"))
	}
	r := request(t, files...)
	w := s.do(r)
	assert.Equal(t, http.StatusServiceUnavailable, w.Code)
	rest, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	assert.Empty(t, rest, "all was received, so that a browser shows the answer")
	assert.Equal(t, "15", w.Header().Get("Retry-After"))
	assert.Contains(t, w.Body.String(), "Wait a quarter of a minute, then choose the files again")
	assertHeaders(t, w.Header())
	for range 4 {
		next <- struct{}{}
	}
	for _, path := range paths {
		assert.Contains(t, s.get(t, path, 200), "2 visits")
	}
	close(next)
	s.compare(t, files...) // there is room again
}

// No more documents are read at once than there may be.
func TestReadersAreBounded(t *testing.T) {
	t.Parallel()
	s := newSite(t, func(l *limits) { l.Uploads = 8; l.Readers = 2 })
	var now, most atomic.Int32
	s.read = func(ctx context.Context, f file) document {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		time.Sleep(time.Millisecond)
		now.Add(-1)
		return document{Name: f.Name, Err: &refusal{Why: "not tried"}}
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() { s.compare(t, upload{"a.txt", "a"}, upload{"b.txt", "b"}, upload{"c.txt", "c"}) })
	}
	group.Wait()
	assert.Equal(t, int32(2), most.Load())
}

func TestNoTimeLeft(t *testing.T) {
	t.Parallel()
	s := newSite(t, func(l *limits) { l.Reading = 50 * time.Millisecond })
	next := slowly(s)
	go func() { next <- struct{}{} }()
	_, page := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")}, upload{"c.docx", "PK\x03\x04"})
	assert.Contains(t, page, "Not read: 2 of your files")
	assert.Contains(t, page, `b.txt</strong>: there was no time left to read it. Upload fewer documents at once`)
	assert.Contains(t, page, `c.docx</strong>: it is a Word`, "what was known before stays")
	assert.Contains(t, page, "There is only one document about Wexcombe")
}

// A panic over one document costs that document alone.
func TestFaultsInReading(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	read := s.read
	s.read = func(ctx context.Context, f file) document {
		if f.Name == "b.txt" {
			panic(string(f.Data))
		}
		return read(ctx, f)
	}
	_, page := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", "a sentence of a letter"}, upload{"c.txt", after(t, "Wexcombe")})
	assert.Contains(t, page, "b.txt</strong>: this program failed to read it")
	assert.Contains(t, page, "2 visits")
	assert.Contains(t, s.logged.String(), "a fault in this program")
	assert.NotContains(t, s.logged.String(), "a sentence of a letter")

	s = newSite(t, nil)
	s.read = func(_ context.Context, f file) document {
		return document{Name: f.Name, Report: nil, Err: nil, Remarks: nil}
	}
	_, page = s.compare(t, upload{"a.txt", "a"}, upload{"b.txt", "b"})
	assert.Contains(t, page, "None of the documents could be read")
}

func TestComparingDoesNotPanicThrough(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	s.read = func(_ context.Context, f file) document {
		return document{Name: f.Name, Report: &ilacs.Report{Visit: ilacs.Visit{Authority: "Wexcombe"}}}
	}
	_, page := s.compare(t, upload{"a.txt", "a"}, upload{"b.txt", "b"})
	assert.Contains(t, page, "2 visits")
}

// Nothing is written to disk while documents are held, and nothing is logged.
func TestNothingIsStored(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("XDG_CACHE_HOME", folder)
	here := listing(t, ".")
	s := newSite(t, nil)
	large := before(t, "Wexcombe") + strings.Repeat("\n", 1<<20)
	path, _ := s.compare(t, upload{"a.txt", large}, upload{"b.pdf", string(textpdf.Of(after(t, "Wexcombe")))}, upload{"c.txt", "Nothing."})
	s.get(t, path+"/1/whole.html", 200)
	s.get(t, path+"/workbook.xlsx", 200)
	assert.Empty(t, listing(t, folder))
	assert.Equal(t, here, listing(t, "."))
	assert.Empty(t, s.logged)
}

func listing(t *testing.T, folder string) (names []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if !d.IsDir() {
			names = append(names, path)
		}
		return err
	}))
	return names
}

// The page comes part by part while documents are read.
func TestThePageSaysThatItReads(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	next := slowly(s)
	h := httptest.NewServer(s)
	defer h.Close()
	w := s.do(request(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")}))
	path := w.Header().Get("Location")
	response, err := http.Get(h.URL + path)
	require.NoError(t, err)
	defer response.Body.Close()
	var page bytes.Buffer
	until := func(text string) {
		t.Helper()
		buffer := make([]byte, 1<<10)
		for !strings.Contains(page.String(), text) {
			n, err := response.Body.Read(buffer)
			page.Write(buffer[:n])
			if err != nil {
				require.Contains(t, page.String(), text, "all that came")
			}
		}
	}
	until("Reading 2 documents")
	assert.NotContains(t, page.String(), "a.txt: read")
	s.get(t, path+"/1/brief.html", http.StatusSeeOther)
	next <- struct{}{}
	until("a.txt: read")
	assert.NotContains(t, page.String(), "b.txt")
	next <- struct{}{}
	until("Delete these results now")
	assert.NotContains(t, s.get(t, path, 200), "Reading 2 documents", "all at once, once it is there")
}

// Who goes away before all is read ends nothing but their own wait.
func TestGoingAway(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	next := slowly(s)
	path := s.do(request(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})).Header().Get("Location")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s.do(httptest.NewRequest("GET", origin+path, nil).WithContext(ctx))
	close(next)
	assert.Contains(t, s.get(t, path, 200), "2 visits")
}

// To forget documents ends the reading of them.
func TestForgettingWhileReading(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	slowly(s)
	path := s.do(request(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})).Header().Get("Location")
	s.do(httptest.NewRequest("POST", origin+path+"/forget", nil))
	s.running.Wait()
	assert.Empty(t, s.uploads)
	s.get(t, path, 404)
	assert.Zero(t, s.store.size)
}

// The end of the server ends the reading, before the time for that is over.
func TestClosing(t *testing.T) {
	t.Parallel()
	s := newSite(t, func(l *limits) { l.Reading = 5 * time.Second })
	slowly(s)
	path := s.do(request(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})).Header().Get("Location")
	s.close()
	c, ok := s.store.get(strings.TrimPrefix(path, "/comparisons/"))
	require.True(t, ok)
	read, _, _ := c.state()
	require.Len(t, read, 2)
	assert.ErrorIs(t, read[0].Err, context.Canceled)
}

// started runs the program and returns its address.
func started(t *testing.T, ctx context.Context, change func(*limits)) (address string, ended chan error) {
	t.Helper()
	s := newSite(t, change)
	listener, err := listen("127.0.0.1:0", false, io.Discard)
	require.NoError(t, err)
	ended = make(chan error, 1)
	go func() { ended <- serve(ctx, listener, s.server) }()
	return listener.Addr().String(), ended
}

// An upload that trickles in ends with words, and so does one that stops.
func TestSlowUploads(t *testing.T) {
	t.Parallel()
	address, _ := started(t, t.Context(), func(l *limits) { l.Receiving = 200 * time.Millisecond })
	c, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer c.Close()
	fmt.Fprintf(c, "POST /comparisons HTTP/1.1\r\nHost: %s\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000\r\n\r\n--x\r\n", address)
	answer, err := io.ReadAll(c)
	require.NoError(t, err)
	assert.Contains(t, string(answer), "408 Request Timeout")
	assert.Contains(t, string(answer), "The files took too long to arrive")
}

// Who does not even send a request is cut off.
func TestSlowHeads(t *testing.T) {
	t.Parallel()
	address, _ := started(t, t.Context(), func(l *limits) { l.Header = 100 * time.Millisecond })
	c, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer c.Close()
	fmt.Fprint(c, "GET / HTTP/1.1\r\n")
	require.NoError(t, c.SetReadDeadline(time.Now().Add(20*time.Second)))
	_, err = io.ReadAll(c)
	assert.False(t, errors.Is(err, os.ErrDeadlineExceeded), "the server closes the connection")
}

// A body may have as many bytes as it may, and not one more.
func TestBoundedBody(t *testing.T) {
	t.Parallel()
	for size, want := range map[int]error{0: nil, 1: nil, 9: nil, 10: nil, 11: errBound, 5000: errBound} {
		got, err := io.ReadAll(&boundedBody{io.NopCloser(strings.NewReader(strings.Repeat("x", size))), 10})
		assert.Equal(t, want, err, size)
		assert.Len(t, got, min(size, 10), size)
	}
}

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// The row of each document is there before the next but one is read: the last file
// is written only after the first row has been taken.
func TestRowsComeAsDocumentsAreRead(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"jsonl", "csv"} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			dir := folder(t, map[string]string{"1.txt": report, "2.txt": letter, "3.txt": "not written yet"})
			out, in := io.Pipe() // which holds nothing: whoever writes to it waits
			go func() {
				_, err := run(format, []string{dir}, in, io.Discard)
				in.CloseWithError(err)
			}()
			rows := bufio.NewReader(out)
			next := func() string {
				row, err := rows.ReadString('\n')
				require.NoError(t, err)
				return row
			}
			if format == "csv" {
				assert.True(t, strings.HasPrefix(next(), "file,authority,"))
			}
			assert.Contains(t, next(), "Wexcombe")
			require.NoError(t, os.WriteFile(filepath.Join(dir, "3.txt"), []byte(strings.ReplaceAll(letter, "Île-de-Marlhaven", "Farrowmere")), 0o600))
			assert.Contains(t, next(), "Île-de-Marlhaven")
			assert.Contains(t, next(), "Farrowmere")
			_, err := rows.ReadByte()
			assert.ErrorIs(t, err, io.EOF)
		})
	}
}

// alive returns how many bytes are in use.
func alive() int {
	runtime.GC()
	runtime.GC() // what the first took out of pools
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// watched notes the most that is in use when a row ends.
type watched struct{ rows, most int }

func (w *watched) Write(b []byte) (int, error) {
	if bytes.HasSuffix(b, []byte{'\n'}) {
		w.rows++
		w.most = max(w.most, alive())
	}
	return len(b), nil
}

// Twenty documents take no more memory than two: no more than one is held. The
// table keeps the cells of its rows, and no text. Not parallel, as it measures what
// the whole program uses.
func TestOneDocumentAtATime(t *testing.T) {
	files := map[string]string{}
	for i := range 20 {
		var text strings.Builder
		text.WriteString("3 August 2023\n\nDear Wexcombe Local Safeguarding Partnership\n\nJoint targeted area inspection of Wexcombe\n\n" +
			"This letter summarises the findings of the joint targeted area inspection (JTAI) in Wexcombe.\n\nHeadline findings\n")
		for n := range 4000 {
			fmt.Fprintf(&text, "\nIn team %d of %d, visits are timely and plans are reviewed.\n", n, i)
		}
		files[fmt.Sprintf("%02d.txt", i)] = text.String()
	}
	dir := folder(t, files)
	text := len(files["00.txt"])
	files = nil

	use := func(format string, args ...string) (most int) {
		before := alive()
		w := &watched{}
		failed, err := run(format, args, w, io.Discard)
		require.NoError(t, err)
		require.Zero(t, failed.count)
		require.Positive(t, w.rows)
		return w.most - before
	}
	two := use("jsonl", filepath.Join(dir, "00.txt"), filepath.Join(dir, "01.txt"))
	twenty := use("jsonl", dir)
	t.Logf("jsonl: two documents of %d bytes use %d, twenty %d", text, two, twenty)
	assert.Greater(t, two, text, "the document that is just written is in use")
	assert.Less(t, twenty, 2*two)
	for _, format := range []string{"csv", "table"} {
		most := use(format, dir)
		t.Logf("%s: twenty use %d", format, most)
		assert.Less(t, most, text/4, "no text is in use when the cells are written, nor any that they are cut from")
	}
}

// One bad file never stops the batch, nor does anything else that is in a folder.
func TestBadFilesDoNotStopTheBatch(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{
		"a-empty.txt": "", "b-bytes.txt": "\x00\xff\x00\xff", "c-pdf.txt": "%PDF-1.7\n\x00", "d-page.md": "<html>Not found",
		"e-long.txt": strings.Repeat("a ", ilacs.DefaultLimit), "f.txt/a-folder-of-that-name.txt": letter, "h-school.txt": "Inspection of a school",
		"z-good.txt": report,
	})
	want := 7 // that cannot be read, with the folder without documents
	if os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "g-link.txt")) == nil {
		want++
	}
	if l, err := net.Listen("unix", filepath.Join(dir, "i-socket.txt")); err == nil {
		defer l.Close()
		want++
	}
	none := t.TempDir()
	failed, out, _ := national(t, "jsonl", none, dir)
	assert.Equal(t, want, failed)
	assert.Len(t, lines(out), want+2)
	for _, text := range []string{`"file":"z-good.txt","report"`, `"file":"a-folder-of-that-name.txt","report"`, "no .txt or .md files in this folder", "over the limit"} {
		assert.Contains(t, out, text)
	}
}

// A folder that cannot be looked into gets a row, and what comes after it is read:
// here one that goes away while the documents before it are read.
func TestFolderThatGoesAway(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"a.txt": letter, "b.txt": letter, "gone/c.txt": letter, "z.txt": report})
	out, in := io.Pipe()
	failed := make(chan int, 1)
	go func() {
		bad, err := run("jsonl", []string{dir}, in, io.Discard)
		failed <- bad.count
		in.CloseWithError(err)
	}()
	rows := bufio.NewReader(out)
	_, err := rows.ReadString('\n')
	require.NoError(t, err)
	require.NoError(t, os.RemoveAll(filepath.Join(dir, "gone")))
	rest, err := io.ReadAll(rows)
	require.NoError(t, err)
	all := lines(string(rest))
	require.Len(t, all, 3)
	assert.Contains(t, all[1], "gone")
	assert.Contains(t, all[1], `"error":`)
	assert.Contains(t, all[2], "Wexcombe")
	assert.Equal(t, 1, <-failed)
}

func TestLinkToAFolder(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"real/report.txt": report})
	link := filepath.Join(dir, "link")
	if err := os.Symlink(filepath.Join(dir, "real"), link); err != nil {
		t.Skip(err)
	}
	failed, out, _ := national(t, "csv", link)
	assert.Zero(t, failed)
	assert.Contains(t, out, "Wexcombe")
}

// What is printed to may be closed: that ends the run.
func TestOutputThatFails(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"1.txt": report, "2.txt": letter})
	for _, format := range []string{"jsonl", "csv", "table"} {
		out, in := io.Pipe()
		require.NoError(t, out.Close())
		_, err := run(format, []string{dir}, in, io.Discard)
		assert.ErrorIs(t, err, io.ErrClosedPipe, format)
	}
}

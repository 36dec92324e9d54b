package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tiny is a PDF of one page that says "Good".
const tiny = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 36>>
stream
BT /F 12 Tf 72 700 Td (Good) Tj ET  
endstream
endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF
`

// files writes files to a new folder and returns it.
func files(t *testing.T, contents map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, c := range contents {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(c), 0o666))
	}
	return dir
}

// names returns the names of the files in a folder.
func names(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestRun(t *testing.T) {
	t.Parallel()
	in := files(t, map[string]string{
		"a.pdf": tiny, "b.PDF": tiny, "c.d": tiny, "word.pdf": "PK\x03\x04", "cut.pdf": strings.TrimSuffix(tiny, "%%EOF\n"), "again/a.pdf": tiny,
	})
	out := filepath.Join(t.TempDir(), "new", "texts")
	var stderr strings.Builder
	args := []string{"-o", out}
	for _, name := range []string{"word.pdf", "a.pdf", "b.PDF", "c.d", "cut.pdf", "again/a.pdf", "none.pdf", "."} {
		args = append(args, filepath.Join(in, name))
	}
	assert.Equal(t, 1, run(context.Background(), args, &stderr))
	assert.Equal(t, []string{"a.txt", "b.txt", "c.d.txt"}, names(t, out))
	text, err := os.ReadFile(filepath.Join(out, "a.txt"))
	require.NoError(t, err)
	assert.Equal(t, "Good\n\f", string(text))

	said := stderr.String()
	for _, want := range []string{
		in + "/word.pdf: not a PDF: a Word file or another zip archive\n",
		in + "/cut.pdf: damaged: its end is missing\n",
		in + "/again/a.pdf: " + out + "/a.txt is the text of " + in + "/a.pdf\n",
		in + "/none.pdf: no such file or directory",
		in + ": not a file\n",
		"pdftext: 5 of 8 could not be read\n",
	} {
		assert.Contains(t, said, want)
	}
	assert.Equal(t, 6, strings.Count(said, "\n"), said)
}

func TestRunAllWell(t *testing.T) {
	t.Parallel()
	in, out := files(t, map[string]string{"a.pdf": tiny}), t.TempDir()
	var stderr strings.Builder
	assert.Zero(t, run(context.Background(), []string{"-o", out, in + "/a.pdf"}, &stderr))
	assert.Empty(t, stderr.String())
	assert.Equal(t, []string{"a.txt"}, names(t, out))
}

func TestRunPartial(t *testing.T) {
	t.Parallel()
	in, out := files(t, map[string]string{"cut.pdf": strings.TrimSuffix(tiny, "%%EOF\n")}), t.TempDir()
	var stderr strings.Builder
	assert.Equal(t, 1, run(context.Background(), []string{"-partial", "-o", out, in + "/cut.pdf"}, &stderr))
	assert.Contains(t, stderr.String(), "cut.pdf: damaged")
	assert.Equal(t, []string{"cut.txt"}, names(t, out))
}

func TestRunStopped(t *testing.T) {
	t.Parallel()
	in, out := files(t, map[string]string{"a.pdf": tiny}), t.TempDir()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var stderr strings.Builder
	assert.Equal(t, 1, run(ctx, []string{"-o", out, in + "/a.pdf"}, &stderr))
	assert.Contains(t, stderr.String(), "a.pdf: context canceled")
	assert.Empty(t, names(t, out))
}

func TestRunUsage(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{nil, {"a.pdf"}, {"-o", t.TempDir()}, {"-none"}, {"-o", "main.go", "a.pdf"}} {
		var stderr strings.Builder
		assert.Equal(t, 2, run(context.Background(), args, &stderr), args)
		assert.NotEmpty(t, stderr.String(), args)
	}
}

func TestProgress(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	r := &reporter{out: &out, terminal: true, files: 2}
	r.progress()
	r.done("a.pdf", nil)
	r.done("b.pdf", os.ErrClosed)
	bar := strings.Repeat("=", 15) + strings.Repeat(" ", 15)
	assert.Equal(t, "\r\x1b[K["+strings.Repeat(" ", 30)+"] 0 of 2"+
		"\r\x1b[K["+bar+"] 1 of 2"+
		"\r\x1b[Kpdftext: b.pdf: file already closed\n\r\x1b[K", out.String())
	assert.Equal(t, 1, r.failed)
}

// Names are meant from the folder that the user is in, which "go run -C" leaves in
// PWD.
func TestFromHere(t *testing.T) {
	here := t.TempDir()
	t.Chdir(filepath.Join("..", ".."))
	t.Setenv("PWD", here)
	assert.Equal(t, filepath.Join(here, "a.pdf"), fromHere("a.pdf"))
	assert.Equal(t, filepath.Join(here, "a.pdf"), fromHere(filepath.Join(here, "a.pdf")))
	t.Chdir("cmd")
	t.Setenv("PWD", here)
	assert.Equal(t, "a.pdf", fromHere("a.pdf"), "not in the folder of the module")
}

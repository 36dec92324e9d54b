package textpdf_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/examples/internal/textpdf"
)

// A reader finds each object where the table says that it stands, and on the pages
// what was given. That a PDF reader takes it is for the tests of examples/web and
// examples/workbook to say.
func TestOf(t *testing.T) {
	t.Parallel()
	file := string(textpdf.Of("a (b)\n" + strings.Repeat("line\n", 70) + "\f" + textpdf.Picture))
	assert.True(t, strings.HasPrefix(file, "%PDF-"))
	assert.Contains(t, file, `(a \(b\)) Tj`)
	assert.Contains(t, file, "/Count 3 ", "a full page, the rest of it, and a picture")
	assert.Equal(t, 1, strings.Count(file, " BI "))

	table := regexp.MustCompile(`startxref\n(\d+)\n`).FindStringSubmatch(file)
	require.NotNil(t, table)
	at, err := strconv.Atoi(table[1])
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(file[at:], "xref\n"))
	offsets := regexp.MustCompile(`(?m)^(\d{10}) 00000 n `).FindAllStringSubmatch(file[at:], -1)
	require.Len(t, offsets, 9, "three for the document, and two a page")
	for i, m := range offsets {
		offset, err := strconv.Atoi(m[1])
		require.NoError(t, err)
		assert.True(t, strings.HasPrefix(file[offset:], fmt.Sprintf("%d 0 obj\n", i+1)), i)
	}
}

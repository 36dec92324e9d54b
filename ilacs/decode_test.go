package ilacs_test

import (
	"encoding/binary"
	"fmt"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs"
)

func ExampleDecode() {
	fmt.Println(ilacs.Decode([]byte("Children\x92s services \x96 good"))) // as Windows saves it
	// Output: Children’s services – good
}

func inUTF16(s string, order binary.AppendByteOrder, mark bool) []byte {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xFEFF)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func TestDecode(t *testing.T) {
	t.Parallel()
	const s = "Inspection of children’s services: “good”"
	assert.Equal(t, s, ilacs.Decode([]byte(s)))
	assert.Equal(t, s, ilacs.Decode([]byte("\xEF\xBB\xBF"+s)))
	assert.Equal(t, s, ilacs.Decode(inUTF16(s, binary.LittleEndian, true)))
	assert.Equal(t, s, ilacs.Decode(inUTF16(s, binary.BigEndian, true)))
	const plain = "Inspection of services"
	assert.Equal(t, plain, ilacs.Decode(inUTF16(plain, binary.LittleEndian, false)))
	assert.Equal(t, plain, ilacs.Decode(inUTF16(plain, binary.BigEndian, false)))
	assert.Equal(t, "caf\u00e9 \u20ac", ilacs.Decode([]byte("caf\xe9 \x80")))
	assert.Equal(t, "\uFFFDA", ilacs.Decode([]byte("\x81A")), "no character of Windows-1252")
	assert.Equal(t, "%PDF-1.7\n\xe2", ilacs.Decode([]byte("%PDF-1.7\n\xe2")), "left for Parse to name")
	assert.Empty(t, ilacs.Decode(nil))
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "a", "\xff\xfea\x00", "a\x00b\x00", "\x93x\x94", "\xEF\xBB\xBFé"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s := ilacs.Decode(b)
		if utf8.Valid(b) && len(b) > 3 && b[0] != 0 && b[1] != 0 && b[2] != 0 && b[0] != 0xEF && s != string(b) {
			t.Errorf("%q became %q", b, s)
		}
	})
}

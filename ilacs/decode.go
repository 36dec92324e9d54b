package ilacs

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Decode returns the text of a file's bytes as UTF-8, which [Parse] takes: UTF-8
// with or without a byte order mark, UTF-16 with one (or without, where every
// other byte is zero), and otherwise Windows-1252, in which older editors and web
// pages save. It does not look into PDF or Word files: Parse says what they are.
func Decode(file []byte) string {
	switch {
	case bytes.HasPrefix(file, []byte("\xEF\xBB\xBF")):
		return string(file[3:])
	case bytes.HasPrefix(file, []byte("\xFF\xFE")):
		return utf16Text(file[2:], binary.LittleEndian)
	case bytes.HasPrefix(file, []byte("\xFE\xFF")):
		return utf16Text(file[2:], binary.BigEndian)
	case zeros(file, 1):
		return utf16Text(file, binary.LittleEndian)
	case zeros(file, 0):
		return utf16Text(file, binary.BigEndian)
	case utf8.Valid(file) || isFile(string(file[:min(len(file), 8)])) != "":
		return string(file)
	}
	var b strings.Builder
	b.Grow(len(file) + len(file)/8)
	for _, c := range file {
		r := rune(c)
		if c >= 0x80 && c < 0xA0 {
			r = windows1252[c-0x80]
		}
		b.WriteRune(r)
	}
	return b.String()
}

// windows1252 are the characters of Windows-1252 from 0x80 to 0x9F, where it is
// not Latin-1. Source: the WHATWG Encoding Standard, index windows-1252; five
// places have no character.
var windows1252 = [32]rune{
	'\u20AC', utf8.RuneError, '\u201A', '\u0192', '\u201E', '\u2026', '\u2020', '\u2021', '\u02C6', '\u2030', '\u0160', '\u2039', '\u0152', utf8.RuneError, '\u017D', utf8.RuneError,
	utf8.RuneError, '\u2018', '\u2019', '\u201C', '\u201D', '\u2022', '\u2013', '\u2014', '\u02DC', '\u2122', '\u0161', '\u203A', '\u0153', utf8.RuneError, '\u017E', '\u0178',
}

func utf16Text(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// probe is how many bytes of a file are looked at for the zeros of UTF-16.
const probe = 64

// zeros reports whether every other byte at the start of a file, from the given
// one on, is zero, and none of the others.
func zeros(file []byte, from int) bool {
	n := min(len(file), probe) &^ 1
	for i := range n {
		if (file[i] == 0) != (i%2 == from) {
			return false
		}
	}
	return n >= 4
}

// notText is what a text is that is no plain text, and what to do about it; ""
// where it is plain.
func notText(s string) string {
	if what := isFile(s); what != "" {
		return what
	}
	if head := s[:min(len(s), probe)]; strings.HasPrefix(s, "\xFF\xFE") || strings.HasPrefix(s, "\xFE\xFF") || zeros([]byte(head), 0) || zeros([]byte(head), 1) {
		return "UTF-16: pass its bytes through Decode"
	}
	return ""
}

// isFile names the file format that bytes begin, and what to do with it.
func isFile(s string) string {
	for _, f := range []struct{ magic, what string }{
		{"%PDF-", "a PDF file: take its text out first, with pdftotext -layout or the module ilacs/pdf"},
		{"PK\x03\x04", "a Word file or another archive: save it as plain text first"},
		{"\xD0\xCF\x11\xE0", "an old Word file: save it as plain text first"},
		{"{\\rtf", "a rich text file: save it as plain text first"},
	} {
		if strings.HasPrefix(s, f.magic) {
			return f.what
		}
	}
	return ""
}

package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// PDFium reads what it can of a damaged file and does not mention the rest. So the
// file itself is searched for signs of damage.

// headerWithin and endWithin are how many bytes from its beginning and its end
// readers look for the marks "%PDF-" and "%%EOF" of a file.
const (
	headerWithin = 1024
	endWithin    = 1024
)

// maxUnpacked is how many bytes are unpacked to look for damage, at most: about a
// second's work. All streams of a long report are some megabytes.
const maxUnpacked = 256 << 20

// isPDF reports whether the file is a PDF, and if not, what it is if that is
// plain.
func isPDF(file []byte) (bool, string) {
	if bytes.Contains(file[:min(len(file), headerWithin)], []byte("%PDF-")) {
		return true, ""
	}
	begin := bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\xEF\xBB\xBF")), " \t\r\n")
	for _, kind := range []struct{ begin, name string }{
		{"PK\x03\x04", "a Word file or another zip archive"},
		{"\xD0\xCF\x11\xE0", "an old Word file"},
		{"{\\rtf", "an RTF file"},
		{"<", "a web page"},
	} {
		if bytes.HasPrefix(begin, []byte(kind.begin)) {
			return false, kind.name
		}
	}
	return false, ""
}

// damage returns what is wrong with a file, "" for nothing that was found.
func damage(file []byte) string {
	end := bytes.TrimRight(file, "\x00\t\n\f\r ")
	if !bytes.Contains(end[max(0, len(end)-endWithin):], []byte("%%EOF")) {
		return "its end is missing"
	}
	if bytes.Contains(file, []byte("/Encrypt")) {
		return "" // its streams are not what they look like
	}
	begun, ended, budget := 0, 0, int64(maxUnpacked)
	for at := 0; ; {
		i := bytes.Index(file[at:], []byte("stream"))
		if i < 0 {
			break
		}
		keyword := at + i
		at = keyword + len("stream")
		if bytes.HasSuffix(file[:keyword], []byte("end")) {
			ended++
			continue
		}
		dict, ok := dictionaryBefore(file[:keyword])
		if !ok {
			continue
		}
		begun++
		if budget > 0 && isPacked(dict) {
			begin := at + len(file[at:]) - len(bytes.TrimLeft(file[at:], "\t\n\r "))
			n, err := unpack(file[begin:], budget)
			if err != nil {
				return fmt.Sprintf("the stream at byte %d does not unpack: %v", begin, err)
			}
			budget -= n
		}
	}
	if begun != ended {
		return "a stream in it lacks its beginning or its end"
	}
	return ""
}

// dictionaryBefore returns the dictionary at the end of file, or the end of a
// long one.
func dictionaryBefore(file []byte) (dict []byte, ok bool) {
	dict = bytes.TrimRight(file[max(0, len(file)-1024):], "\t\n\r ")
	if !bytes.HasSuffix(dict, []byte(">>")) {
		return nil, false
	}
	if i := bytes.LastIndex(dict, []byte(" obj")); i >= 0 {
		dict = dict[i:]
	}
	return dict, true
}

// isPacked reports whether a stream of that dictionary is packed by Flate alone,
// as nearly all are. Pictures do not count: no text comes from them.
func isPacked(dict []byte) bool {
	count := func(name string) int { return bytes.Count(dict, []byte(name)) }
	filters := count("Decode") - count("/DecodeParms") - count("/Decode ") - count("/Decode[")
	return filters == 1 && count("/FlateDecode") == 1 && count("/Image") == 0
}

// unpack unpacks the stream at the beginning of data, most bytes at most, and
// returns how many there are. A checksum that is not there is no fault: some
// programs write none.
func unpack(data []byte, most int64) (int64, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return 0, err
	}
	n, err := io.CopyN(io.Discard, r, most)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return n, err
}

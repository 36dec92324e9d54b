package ilacstest_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/ilacs/internal/randomdoc"
)

// Whatever is drawn is written and read back the same, without a note.
func FuzzReadingBack(f *testing.F) {
	for n := range kinds {
		f.Add(uint64(1000+n), uint8(n))
	}
	f.Fuzz(func(t *testing.T, seed uint64, kind uint8) {
		d := randomdoc.New(randomdoc.Source(seed), kinds[int(kind)%len(kinds)])
		text, err := ilacstest.Write(d)
		if err != nil {
			t.Fatal(err)
		}
		if knownFailure(d, text) != "" {
			return
		}
		if difference := readBack(d, text); difference != "" {
			t.Fatalf("%s\n%s", difference, text)
		}
	})
}

// A document that has lost a line gives what its other lines say, nothing that they
// do not, and a note on dates or grades that are missing.
func FuzzWithoutALine(f *testing.F) {
	for n := range kinds {
		for line := range uint8(8) {
			f.Add(uint64(2000+n), uint8(n), 3*line)
		}
	}
	f.Fuzz(func(t *testing.T, seed uint64, kind, line uint8) {
		d := randomdoc.New(randomdoc.Source(seed), kinds[int(kind)%len(kinds)])
		text, err := ilacstest.Write(d)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(text, "\n")
		n := int(line) % len(lines)
		text = strings.Join(slices.Delete(lines, n, n+1), "")
		r, err := ilacs.Parse(text)
		if err != nil {
			return
		}
		if what := missing(d, r); what != "" {
			t.Fatalf("%s\n%s", what, text)
		}
	})
}

// A damaged report or letter is parsed as far as it goes: the spans of findings
// are in order, apart and in the text, and parsing it again gives the same.
func FuzzParse(f *testing.F) {
	for n, kind := range kinds {
		d := randomdoc.New(randomdoc.Source(uint64(n)), kind)
		d.Headline = nil // a short text is mutated more often
		for i := range d.Sections {
			d.Sections[i].Paragraphs = []string{"Leaders act. They are not quick enough."}
		}
		text, err := ilacstest.Write(d)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ilacs.Parse(text)
		if err != nil {
			return
		}
		last := 0
		for _, x := range r.Findings {
			if x.Start < last || x.End <= x.Start || x.End > len(text) {
				t.Fatalf("%q is at %d to %d, after %d, in %d bytes", x.Text, x.Start, x.End, last, len(text))
			}
			last = x.End
		}
		if again, err := ilacs.Parse(text); err != nil || !reflect.DeepEqual(again, r) {
			t.Fatalf("parsed again it is different: %v", err)
		}
	})
}

// Any text is refused, or stands in the letter word for word.
func FuzzWrite(f *testing.F) {
	f.Add("Wexcombe", "Imogen Tarrant", "Supervision is rare.", "The frequency of supervision")
	f.Add("London Borough of Harrow-on-the-Fell", "Zoë Featherstone-Hulme", "“Yes!” (No?)", "=1+1")
	f.Add("\u25FC x", "A\tB", "12. Leaders act.", "- one\n- two")
	f.Add("a-b-c-d-e-f", strings.Repeat("long ", 300)+"name", strings.Repeat("x-", 300)+"x.", strings.Repeat("\u00E9", 200))
	f.Fuzz(func(t *testing.T, authority, lead, paragraph, item string) {
		d := focused(paragraph)
		d.Visit.Authority, d.Visit.Lead = authority, lead
		d.Improve = []ilacstest.Item{{Text: item}}
		text, err := ilacstest.Write(d)
		if err != nil {
			if text != "" {
				t.Fatalf("an error, and a text: %v", err)
			}
			return
		}
		got := squeeze(text)
		for _, s := range []string{authority, lead, paragraph, item} {
			if !strings.Contains(got, squeeze(s)) {
				t.Fatalf("%q is not in\n%s", s, text)
			}
		}
		if _, err := ilacs.Parse(text); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	})
}

// squeeze returns s without white space, page numbers and form feeds.
func squeeze(s string) string {
	return strings.Join(strings.Fields(strings.Join(pagesOf(s), " ")), "")
}

package ilacs_test

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// hang is far longer than any text of 64 KB takes on a busy machine, which is some
// hundredths of a second.
const hang = 20 * time.Second

// Whatever the text: no panic; an error that says what kind it is, or a report
// of which all holds that must hold of every report; the same again when read
// again; and no more time and memory than its size warrants.
func FuzzParse(f *testing.F) {
	names, texts := fixtures(f)
	for _, name := range names {
		f.Add(texts[name])
	}
	for _, name := range names[:len(names)/4] {
		for _, damage := range []string{"cut off at its end", "with its pages shuffled", "with bytes of another kind"} {
			f.Add(damages[damage](texts[name], rand.New(rand.NewPCG(1, 1)))[0])
		}
	}
	for _, s := range []string{"", "\ufeff", htmlPage, csvTable, schoolReport, "Focused visit to X", "Inspection of Leeds\nInspection dates: 13 and 14 December 2017 and 9 January 2008\n", "Inspection of Leeds\nInspection dates: 1 May 2024"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 64<<10 {
			t.Skip("longer than what fuzzing is good for")
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		r, err := ilacs.Parse(text)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		if took > hang {
			t.Fatalf("%v for %d bytes", took, len(text))
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > uint64(4<<20+200*len(text)) {
			t.Fatalf("%d bytes allocated for %d", used, len(text))
		}
		if err != nil {
			var refused *parseerr.Error
			if !errors.As(err, &refused) || r != nil {
				t.Fatalf("%v, and a report %v", err, r != nil)
			}
			sentinels := []error{ilacs.ErrEmpty, ilacs.ErrNotInspection, ilacs.ErrNotText, ilacs.ErrNoLines, ilacs.ErrTooLarge}
			if !slices.Contains(sentinels, refused.Err) {
				t.Fatalf("%v is none of the errors that Parse tells", refused.Err)
			}
			return
		}
		for _, f := range append(faults(text, r), roundTrip(r)...) {
			if _, listed := knownFailures["TestFixturesHold/"+f.kind]; !listed {
				t.Errorf("%s: %s", f.kind, f.what)
			}
		}
		again, err := ilacs.Parse(text)
		if err != nil || !reflect.DeepEqual(r, again) {
			t.Fatalf("read again it is another: %v", err)
		}
	})
}

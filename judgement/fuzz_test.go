package judgement_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/enum/enumtest"
	"github.com/ilacs-go/inspection/judgement"
)

// What one of the Parse functions reads prints as something that it reads to
// the same value; what it refuses has an error of one of the two kinds.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "good", "Good", "requires-improvement", "Requires improvement", "REQUIRES IMPROVEMENT TO BE GOOD",
		"in-care", "Overall effectiveness", "ilacs-2023", "sif", "Single inspection framework", "not-comparable",
		"carried-from-combined", "go od", "\xff", "K", "ſif", strings.Repeat("a", 100),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fuzzParse(t, text, judgement.ParseGrade)
		fuzzParse(t, text, judgement.ParseArea)
		fuzzParse(t, text, judgement.ParseFramework)
		fuzzParse(t, text, judgement.ParseTrend)
		fuzzParse(t, text, judgement.ParseBasis)
	})
}

func fuzzParse[E enumtest.Value](t *testing.T, text string, parse func(string) (E, error)) {
	v, err := parse(text)
	if err != nil {
		checkError(t, text, err)
		return
	}
	form, _ := v.MarshalText()
	fromText, textErr := parse(string(form))
	fromName, nameErr := parse(v.String())
	if !v.IsValid() || textErr != nil || nameErr != nil || fromText != v || fromName != v {
		t.Fatalf("%q reads as %v, whose own forms read as %v, %v", text, v, fromText, fromName)
	}
}

func checkError(t *testing.T, text string, err error) {
	var fault *parseerr.Error
	if !errors.As(err, &fault) || fault.Offset < 0 || fault.Offset > len(text) || len(err.Error()) > 800 {
		t.Fatalf("%q: %#v", text, err)
	}
	if errors.Is(err, parseerr.ErrSyntax) == errors.Is(err, parseerr.ErrUnknown) {
		t.Fatalf("%q does not wrap one of the two errors: %v", text, err)
	}
}

// A printed name that a framework reads is one of its own, and so is the name
// that the framework prints for it.
func FuzzFrameworkParse(f *testing.F) {
	for _, seed := range []string{
		"Overall effectiveness", "overall\n effectiveness", "Leadership, management and governance",
		"Adoption", "Requires improvement", "Poor", " ", "Overall\x00effectiveness", "Overall\u00a0effectiveness",
	} {
		f.Add(uint8(judgement.SIF), seed)
		f.Add(uint8(judgement.ILACS2023), seed)
	}
	f.Fuzz(func(t *testing.T, number uint8, text string) {
		framework := judgement.Framework(number)
		if a, err := framework.ParseArea(text); err != nil {
			checkError(t, text, err)
		} else if b, err := framework.ParseArea(framework.AreaName(a)); !framework.Has(a) || err != nil || a != b {
			t.Fatalf("%v reads %q as %v, whose name reads as %v, %v", framework, text, a, b, err)
		}
		if g, err := framework.ParseGrade(text); err != nil {
			checkError(t, text, err)
		} else if h, err := framework.ParseGrade(framework.GradeName(g)); err != nil || g != h {
			t.Fatalf("%v reads %q as %v, whose words read as %v, %v", framework, text, g, h, err)
		}
	})
}

// A set that is read from either form is the same after writing and reading, and
// nothing that can be read makes Validate or Compare fail their laws.
func FuzzSet(f *testing.F) {
	for _, seed := range []string{
		"", "ilacs-2023", "ilacs-2018 leaders=good overall=inadequate", "leaders=good", "leaders=good ilacs-2018",
		"sif overall=good lscb=not-judged", "sif  ", "a=b", "=", " ",
		`{}`, `{"leaders":"good"}`, `{"framework":"sif","overall":"good"}`, `{"leaders":"good","leaders":"good"}`, `{"leaders":null}`, `null`, `[`, `{"a":{"b":1}}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if s, err := judgement.ParseSet(text); err != nil {
			checkError(t, text, err)
		} else {
			back, err := judgement.ParseSet(s.String())
			if err != nil || back != s {
				t.Fatalf("%q reads as %v, that as %v, %v", text, s, back, err)
			}
			_ = s.Validate()
			if changes := judgement.Compare(s, s); len(changes) != s.Len() {
				t.Fatalf("%v against itself: %v", s, changes)
			}
		}
		in := judgement.Set{Framework: judgement.SIF}
		if err := in.UnmarshalJSON([]byte(text)); err != nil {
			checkError(t, text, err)
			return
		}
		out, err := json.Marshal(in)
		var back judgement.Set
		if err != nil || json.Unmarshal(out, &back) != nil || back != in {
			t.Fatalf("%q reads as %v, that as %v, %v", text, in, back, err)
		}
	})
}

package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"
)

var ordinals = [...]string{1: "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}

// monitoringCount reads the ordinal of a monitoring visit and the inspection from
// which it is counted: "the third monitoring visit since … judged inadequate in
// April 2016". The ordinal is 0 where none is told.
func monitoringCount(r *Report) (ordinal int, since Earlier) {
	for _, f := range r.Findings {
		n := countedIn(text.Lower(f.Text), r.Source == SourceArticle)
		if n == 0 {
			continue
		}
		for _, e := range r.Earlier {
			if e.Start == f.Start && e.Type != VisitTypeMonitoring {
				return n, e
			}
		}
		return n, Earlier{}
	}
	return 0, Earlier{}
}

// countedIn is the ordinal before "monitoring visit" in a sentence; articles also
// write "its sixth check".
func countedIn(l string, article bool) int {
	for _, noun := range []string{" monitoring visit", " check on ", " visit to ", " visit of "} {
		if at := strings.Index(l, noun); at >= 0 && (article || noun == " monitoring visit") {
			if n := ordinalOf(l[strings.LastIndexByte(l[:at], ' ')+1 : at]); n > 0 {
				return n
			}
		}
	}
	return 0
}

func ordinalOf(w string) int {
	for i, o := range ordinals {
		if o != "" && o == w {
			return i
		}
	}
	if len(w) > 2 && len(w) < 5 && text.IsDigit(w[0]) {
		n := 0
		for i := 0; i < len(w)-2; i++ {
			if !text.IsDigit(w[i]) {
				return 0
			}
			n = n*10 + int(w[i]-'0')
		}
		switch w[len(w)-2:] {
		case "st", "nd", "rd", "th":
			return n
		}
	}
	return 0
}

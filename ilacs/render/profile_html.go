package render

import (
	"fmt"
	"io"
	"strconv"

	"github.com/ilacs-go/inspection/ilacs/record"
)

// ProfileHTML writes what is known of an authority as one HTML page that asks
// for nothing else: no script, no image, no font. It shows what
// [ProfileMarkdown] does. The grades are letters on colours whose lightness
// follows the scale, so that they keep their meaning in print and in grey; for
// screen readers each is a word.
func ProfileHTML(w io.Writer, p record.Profile) error {
	return writeHTML(w, "profile.gohtml", struct {
		ProfilePage
		FirmnessNote string
	}{NewProfilePage(p), FirmnessNote})
}

// A strip is a drawing of the waits: a line from the shortest to the longest, a
// box between the quartiles, a stroke at the median, and a mark where the
// authority stands today. Positions are percentages of the width.
type strip struct {
	Line, LineWidth string
	Box, BoxWidth   string
	Median          string
	Now, NowText    string
	Years           []stripYear
}

type stripYear struct{ At, Text string }

// newStrip returns nil where there is nothing to draw.
func newStrip(w Waits) *strip {
	d := w.Days
	if d.Count == 0 || w.SoFar == 0 {
		return nil
	}
	years := 1 + int(float64(max(d.Longest, w.SoFar))/daysInYear)
	at := func(days int) string {
		return fmt.Sprintf("%.1f", 100*float64(days)/daysInYear/float64(years))
	}
	s := &strip{
		Line: at(d.Shortest), LineWidth: at(d.Longest - d.Shortest),
		Box: at(d.LowerQuartile), BoxWidth: at(d.UpperQuartile - d.LowerQuartile),
		Median: at(d.Median), Now: at(w.SoFar), NowText: yearsText(w.SoFar),
	}
	for y := range years + 1 {
		s.Years = append(s.Years, stripYear{fmt.Sprintf("%.1f", 100*float64(y)/float64(years)), strconv.Itoa(y)})
	}
	return s
}

package render

import (
	"fmt"

	"github.com/ilacs-go/inspection/ilacs/record"
)

// historyStrip is a drawing of the waits: a line from the shortest to the
// longest, a box between the quartiles, a stroke at the median, and where the
// authority stands today. Positions are percentages of the width.
type historyStrip struct {
	Shown                      bool
	Low, Box, BoxWidth, Median string
	LineWidth, Now             string
	NowText                    string
	Years                      []historyYear
	Shortest, Longest          string
	MedianText, Lower, Upper   string
}

type historyYear struct{ At, Text string }

const historyYearDays = 365.25

func newHistoryStrip(p record.Profile, latest record.Inspection) historyStrip {
	w := p.Waits
	since, ok := latest.Start.DaysUntil(p.Day)
	if w.Count == 0 || !ok || since < 0 {
		return historyStrip{}
	}
	years := 1 + int(float64(max(w.Longest, since))/historyYearDays)
	at := func(days int) string {
		return fmt.Sprintf("%.1f", 100*float64(days)/historyYearDays/float64(years))
	}
	s := historyStrip{
		Shown: true,
		Low:   at(w.Shortest), LineWidth: at(w.Longest - w.Shortest),
		Box: at(w.LowerQuartile), BoxWidth: at(w.UpperQuartile - w.LowerQuartile),
		Median: at(w.Median), Now: at(since), NowText: historyYears(since),
		Shortest: historyYears(w.Shortest), Longest: historyYears(w.Longest),
		MedianText: historyYears(w.Median), Lower: historyYears(w.LowerQuartile), Upper: historyYears(w.UpperQuartile),
	}
	for y := range years + 1 {
		s.Years = append(s.Years, historyYear{fmt.Sprintf("%.1f", 100*float64(y)/float64(years)), fmt.Sprint(y)})
	}
	return s
}

// historyYears writes a number of days in years.
func historyYears(days int) string { return fmt.Sprintf("%.1f years", float64(days)/historyYearDays) }

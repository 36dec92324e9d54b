package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// told is a visit with its document.
type told struct {
	id     int64
	file   string
	report *ilacs.Report
	items  map[int]int64 // its areas for improvement, by where they begin in the text
}

// compare compares each document that is new with those about its authority of
// earlier and later visits, and stores what became of each area for improvement.
// Those of one authority are read at a time.
func (s *store) compare(stderr io.Writer) error {
	touched := map[string]bool{}
	for id := range s.seen {
		var code *string
		if err := s.tx.QueryRow(`select authority from visit where id = ?`, id).Scan(&code); err != nil {
			return err
		}
		if code != nil {
			touched[*code] = true
		}
	}
	for _, code := range slices.Sorted(maps.Keys(touched)) {
		all, err := s.told(code)
		if err != nil {
			return err
		}
		for _, later := range all {
			for _, earlier := range all {
				if s.seen[earlier.id] == "" && s.seen[later.id] == "" {
					continue // they have been compared
				}
				if !isLater(later.report.Visit, earlier.report.Visit) {
					continue
				}
				p, err := ilacs.Compare(earlier.report, later.report)
				if err != nil {
					fmt.Fprintf(stderr, "sql: %s, %s: %v\n", earlier.file, later.file, err)
					continue
				}
				if err := s.progress(p, earlier, later); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// isLater reports whether a visit surely came after another: not where one has no
// date, nor where both may be of one day, as a letter and its reissue are.
func isLater(later, earlier ilacs.Visit) bool {
	from, to := day(earlier), day(later)
	return !from.IsZero() && !to.IsZero() && to.First().Compare(from.Last()) > 0
}

// day is when a visit began, or else when its document was published; the zero Date
// where neither is known.
func day(v ilacs.Visit) civil.Date { return cmp.Or(v.Start, v.Published) }

// told returns the documents about an authority, in the order in which they were
// stored.
func (s *store) told(code string) ([]told, error) {
	rows, err := s.tx.Query(`select id, file, report from visit where authority = ? and report is not null order by id`, code)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []told
	for rows.Next() {
		t := told{report: &ilacs.Report{}, items: map[int]int64{}}
		var text []byte
		if err := rows.Scan(&t.id, &t.file, &text); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(text, t.report); err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for _, t := range all {
		if err := s.items(t); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// items finds the numbers of a document's areas for improvement.
func (s *store) items(t told) error {
	rows, err := s.tx.Query(`select first, id from finding where visit = ? and section in (?, ?)`, t.id, finding.SectionImprove, finding.SectionPriority)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var first int
		var id int64
		if err := rows.Scan(&first, &id); err != nil {
			return err
		}
		t.items[first] = id
	}
	return rows.Err()
}

// progress stores what became of each area for improvement between two documents.
func (s *store) progress(p ilacs.Progress, earlier, later told) error {
	for _, f := range p.FollowUps {
		var evidence []string
		for _, e := range f.Evidence {
			evidence = append(evidence, e.Text)
		}
		if _, err := s.exec(`insert or replace into follow_up values (?, ?, ?, ?, ?, ?, ?, ?, ?)`, earlier.items[f.Item.Start], later.id,
			f.Status, f.Confidence, f.Reason, f.Heard.Revisited, f.Heard.Praised, f.Heard.Faulted, null(strings.Join(evidence, "\n"))); err != nil {
			return err
		}
	}
	for _, a := range p.Asked {
		if a.Recurrence != ilacs.RecurrenceAgain {
			continue
		}
		for _, i := range slices.Sorted(slices.Values(a.Of)) {
			if _, err := s.exec(`insert or replace into asked_again values (?, ?)`, later.items[a.Item.Start], earlier.items[p.FollowUps[i].Item.Start]); err != nil {
				return err
			}
		}
	}
	return nil
}

package main

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

const (
	stateFormat  = "ilacs-monitor"
	stateVersion = 1
)

// state is what the program remembers. It only grows: a document that was once
// read stays known, even when its file is gone.
type state struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	// On is the day of the last run, Record the day as of which the record was
	// consulted in it.
	On     civil.Date `json:"on,omitzero"`
	Record civil.Date `json:"record,omitzero"`
	// Documents are ordered by what they contain, and each is there once.
	Documents []document `json:"documents"`

	raw []byte // the file as it was read
}

// document is what is remembered of a document: what it is, by its contents, and
// the facts that were read.
type document struct {
	SHA256 string `json:"sha256"`
	// Files are the names that the file has had in the folders.
	Files []string `json:"files"`
	// Seen is the day on which it was first seen, Absent that on which it was
	// first missing from the folders.
	Seen   civil.Date `json:"seen"`
	Absent civil.Date `json:"absent,omitzero"`
	// Replaces are the sums of what was known about the same visit, or lay in the
	// same file, when the document came.
	Replaces []string `json:"replaces,omitempty"`
	// Visit has the Authority, as printed, with its URN, the type and framework,
	// the days, the lead inspector, and the grade since which visits are counted.
	Visit ilacs.Visit `json:"visit"`
	// PublishedBy says where the day of publication is from: "document", "record"
	// or "file name".
	PublishedBy string        `json:"published_by,omitzero"`
	Source      ilacs.Source  `json:"source,omitzero"`
	Judgements  judgement.Set `json:"judgements,omitzero"`
	// Priority reports whether areas for priority action are listed.
	Priority bool `json:"priority,omitzero"`
}

// report returns the document as far as it is remembered.
func (d document) report() *ilacs.Report {
	r := &ilacs.Report{Visit: d.Visit, Source: d.Source, Judgements: d.Judgements}
	if d.Priority {
		r.Findings = []finding.Finding{{Section: finding.SectionPriority}}
	}
	return r
}

// authority returns the authority that the document is about.
func (d document) authority() (authority.Authority, error) {
	if a, ok := authority.ByURN(d.Visit.URN); ok {
		return a, nil
	}
	return authority.FindOn(d.Visit.Authority, d.Visit.Start)
}

// name returns the authority's name in the register, or else the printed one.
func (d document) name() string {
	if a, err := d.authority(); err == nil {
		return a.Name
	}
	return d.Visit.Authority
}

// publicFrom returns the first day on which the document was surely public.
func (d document) publicFrom() civil.Date {
	return cmp.Or(d.Visit.Published, d.Visit.End, d.Visit.Start).Last()
}

// readState reads a state. It reports false where there is no such file. A file
// that is no state, or one of a newer program, is an error.
func readState(file string) (s state, found bool, err error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return state{}, false, nil
	}
	if err == nil {
		s, err = parseState(text)
		s.raw = text
	}
	if err != nil {
		return state{}, false, fmt.Errorf("the state %s is left as it is: %w", file, err)
	}
	return s, true, nil
}

func parseState(text []byte) (s state, err error) {
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(text, &head); err != nil {
		return s, fmt.Errorf("it cannot be read: %w", err)
	}
	switch {
	case head.Format != stateFormat:
		return s, fmt.Errorf("it is no state of this program: its format is %q, not %q", head.Format, stateFormat)
	case head.Version > stateVersion:
		return s, fmt.Errorf("it was written by a newer program: its version is %d, and this one knows up to %d", head.Version, stateVersion)
	case head.Version < 1:
		return s, fmt.Errorf("its version is %d: there is none below 1", head.Version)
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields() // what it does not know, it would lose
	if err := dec.Decode(&s); err != nil {
		return s, fmt.Errorf("it cannot be read: %w", err)
	}
	for _, d := range s.Documents {
		if sum, err := hex.DecodeString(d.SHA256); err != nil || len(sum) != 32 || len(d.Files) == 0 || d.Visit.Start.IsZero() {
			return s, fmt.Errorf("it has a document without its sum, its file or its first day: %.80q", d.SHA256)
		}
	}
	return merge(s, state{}), nil
}

// merge returns all that two states know. The order does not matter, and merging
// the same again changes nothing.
func merge(a, b state) state {
	m := state{Format: stateFormat, Version: stateVersion, On: later(a.On, b.On), Record: later(a.Record, b.Record)}
	at := map[string]int{}
	for _, d := range slices.Concat(a.Documents, b.Documents) {
		if n, ok := at[d.SHA256]; ok {
			m.Documents[n] = mergeDocument(m.Documents[n], d)
			continue
		}
		at[d.SHA256] = len(m.Documents)
		m.Documents = append(m.Documents, mergeDocument(d, d))
	}
	slices.SortFunc(m.Documents, func(a, b document) int {
		return cmp.Or(cmp.Compare(a.Visit.Authority, b.Visit.Authority), a.Visit.Start.Compare(b.Visit.Start), cmp.Compare(a.SHA256, b.SHA256))
	})
	return m
}

// mergeDocument merges what is known of one document. One who has it still says
// more than one who has not: it is absent only where both miss it. If two
// versions of the library read different facts, one of them is chosen, the same
// whichever comes first.
func mergeDocument(a, b document) document {
	facts := func(d document) string {
		d.Files, d.Replaces, d.Seen, d.Absent = nil, nil, civil.Date{}, civil.Date{}
		text, _ := json.Marshal(d)
		return string(text)
	}
	m := a
	if facts(b) > facts(a) {
		m = b
	}
	m.Files, m.Replaces = union(a.Files, b.Files), union(a.Replaces, b.Replaces)
	m.Seen, m.Absent = earlier(a.Seen, b.Seen), earlier(a.Absent, b.Absent)
	return m
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

func later(a, b civil.Date) civil.Date {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}

// earlier returns the earlier of two days; none is earlier than any.
func earlier(a, b civil.Date) civil.Date {
	if a.Compare(b) < 0 {
		return a
	}
	return b
}

// text returns the state as JSON with a line for each document.
func (s state) text() ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n\"format\": %q,\n\"version\": %d,\n\"on\": %q,\n\"record\": %q,\n\"documents\": [", s.Format, s.Version, s.On, s.Record)
	for n, d := range s.Documents {
		line, err := json.Marshal(d)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(line)
	}
	b.WriteString("\n]\n}\n")
	return b.Bytes(), nil
}

// save writes the state in the place of the old one, all of it or nothing: into a
// file beside it, which then takes its name. It is an error if the file
// has changed since this run began.
func (s state) save(file string, was []byte) (err error) {
	text, err := s.text()
	if err != nil {
		return err
	}
	switch is, err := os.ReadFile(file); {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case !bytes.Equal(is, was):
		return errors.New("another run has written it meanwhile")
	}
	mode := fs.FileMode(0o644)
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real // so that a link stays one
	}
	if info, err := os.Stat(file); err == nil {
		mode = info.Mode().Perm()
	}
	temp, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			temp.Close()
			os.Remove(temp.Name())
		}
	}()
	if _, err = temp.Write(text); err != nil {
		return err
	}
	if err = temp.Chmod(mode); err != nil {
		return err
	}
	if err = temp.Sync(); err != nil {
		return err
	}
	if err = temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), file)
}

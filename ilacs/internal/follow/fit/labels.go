package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/tsv"
	"github.com/ilacs-go/inspection/judgement"
)

//go:embed labels/relevance.tsv
var relevanceLabels string

//go:embed labels/relevance_aside.tsv
var relevanceAsideLabels string

//go:embed labels/status.tsv
var statusLabels string

// corpus is the real reports and the labels of two readers, which are no part of
// the module.
type corpus struct {
	shared  string
	reports map[string]*ilacs.Report // by file
	pairs   map[string]*pair         // by both files
}

// readCorpus reads the reports of a folder such as ../shared.
func readCorpus(shared string) (*corpus, error) {
	paths, err := filepath.Glob(filepath.Join(shared, "corpus", "layout", "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("there are no reports in %s: %w", shared, os.ErrNotExist)
	}
	c := &corpus{shared, map[string]*ilacs.Report{}, map[string]*pair{}}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if r, err := ilacs.Parse(string(text)); err == nil {
			c.reports[filepath.Base(path)] = r
		}
	}
	return c, nil
}

// inOrder are the reports in the order of their files.
func (c *corpus) inOrder() []*ilacs.Report {
	var out []*ilacs.Report
	for _, file := range slices.Sorted(maps.Keys(c.reports)) {
		out = append(out, c.reports[file])
	}
	return out
}

// pair is two reports of one authority, prepared for comparison.
type pair struct {
	before, after *ilacs.Report
	b, a          follow.Document
	candidates    []finding.Finding
}

func (c *corpus) pair(before, after string) (*pair, error) {
	key := before + " " + after
	if p := c.pairs[key]; p != nil {
		return p, nil
	}
	p := &pair{before: c.reports[before], after: c.reports[after]}
	if p.before == nil || p.after == nil {
		return nil, fmt.Errorf("%s: not both are in the corpus", key)
	}
	b, a := passage.Prepare(source(p.before), source(p.after))
	p.b, p.a = follow.Document{Findings: b, Noun: "report", LastInspection: true, Broad: p.before.Visit.Type == ilacs.VisitTypeSIF}, follow.Document{Findings: a, Noun: "report"}
	p.candidates = follow.NewFinder(p.b, p.a, follow.Tables{}).Candidates()
	c.pairs[key] = p
	return p, nil
}

func source(r *ilacs.Report) passage.Source {
	return passage.Source{Findings: r.Findings, GradesBoard: r.Judgements.Grade(judgement.LSCB) != 0}
}

// finders are the Finders of pairs that decide by the same tables.
type finders struct {
	tables follow.Tables
	byPair map[*pair]*follow.Finder
}

func findersBy(t follow.Tables) finders { return finders{t, map[*pair]*follow.Finder{}} }

func (fs finders) of(p *pair) *follow.Finder {
	f := fs.byPair[p]
	if f == nil {
		f = follow.NewFinder(p.b, p.a, fs.tables)
		fs.byPair[p] = f
	}
	return f
}

// evidence gathers the evidence for an example's item.
func (fs finders) evidence(e *example) *follow.Evidence { return fs.of(e.pair).Gather(e.item) }

// example is an item of a pair of reports that a reader followed up.
type example struct {
	*pair
	name     string // both files and the item's number
	kept     bool   // its pair was kept aside
	set      string // "gold" for the labels of two readers, "ILACS" and "SIF" for ours, by the earlier report
	item     passage.Passage
	number   int
	statuses []follow.Status // two where either is right
	evidence []string        // places; the one that decides first
	codes    map[int]string  // of candidates, where a reader gave them one
	aside    map[int]string  // the same, which nothing is fitted on
}

func (c *corpus) examples() ([]*example, error) {
	ours, err := c.ownExamples()
	if err != nil {
		return nil, err
	}
	gold, err := c.goldExamples()
	if err != nil {
		return nil, err
	}
	all := append(ours, gold...)
	codes, aside := codesOf("labels/relevance.tsv", relevanceLabels), codesOf("labels/relevance_aside.tsv", relevanceAsideLabels)
	for _, e := range all {
		if err := errors.Join(e.readCodes(e.codes, codes[e.name]), e.readCodes(e.aside, aside[e.name])); err != nil {
			return nil, fmt.Errorf("%s: %w", e.name, err)
		}
	}
	return all, nil
}

// codesOf are the codes of a table, by the name of the example.
func codesOf(name, table string) map[string]string {
	codes := map[string]string{}
	for row := range tsv.Rows(name, table) {
		codes[strings.Join(row[:3], " ")] = row[3]
	}
	return codes
}

// ownExamples are the labels of this project.
func (c *corpus) ownExamples() ([]*example, error) {
	var out []*example
	for row := range tsv.Rows("labels/status.tsv", statusLabels) {
		n, err := strconv.Atoi(row[2])
		if err != nil {
			return nil, err
		}
		e, err := c.example(row[0], row[1], n, strings.Split(row[4], "/"), strings.Split(row[5], ","))
		if err != nil {
			return nil, err
		}
		e.kept, e.set = row[3] != "", "ILACS"
		if e.before.Visit.Type == ilacs.VisitTypeSIF {
			e.set = "SIF"
		}
		out = append(out, e)
	}
	return out, nil
}

// goldExamples are the labels of two readers.
func (c *corpus) goldExamples() ([]*example, error) {
	gold, err := os.Open(filepath.Join(c.shared, "gold", "followups.jsonl"))
	if err != nil {
		return nil, err
	}
	defer gold.Close()
	var out []*example
	for lines := json.NewDecoder(gold); ; {
		var pair struct {
			Before, After string
			Labels        []struct {
				Item             int
				Status, Evidence []string
			}
		}
		if err := lines.Decode(&pair); errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		for _, l := range pair.Labels {
			e, err := c.example(pair.Before, pair.After, l.Item, l.Status, l.Evidence)
			if err != nil {
				return nil, err
			}
			e.set = "gold"
			out = append(out, e)
		}
	}
}

func (c *corpus) example(before, after string, n int, statuses, evidence []string) (*example, error) {
	p, err := c.pair(before, after)
	if err != nil {
		return nil, err
	}
	e := &example{pair: p, name: fmt.Sprintf("%s %s %d", before, after, n), number: n, evidence: evidence, codes: map[int]string{}, aside: map[int]string{}}
	items := p.b.Findings.Items()
	if n >= len(items) {
		return nil, fmt.Errorf("%s: there is no such item", e.name)
	}
	e.item = items[n]
	for _, name := range statuses {
		i := slices.IndexFunc(follow.Statuses[:], func(s follow.Status) bool { return s.String() == name })
		if i < 0 {
			return nil, fmt.Errorf("%s: %q is no status", e.name, name)
		}
		e.statuses = append(e.statuses, follow.Statuses[i])
	}
	return e, nil
}

// readCodes reads into to the codes of findings, each after the offset at which its
// finding starts: "8628:1s. 12660:2c-".
func (e *example) readCodes(to map[int]string, codes string) error {
	for x := range strings.FieldsSeq(codes) {
		at, code, _ := strings.Cut(x, ":")
		start, err := strconv.Atoi(at)
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(e.candidates, func(f finding.Finding) bool { return f.Start == start }); i >= 0 {
			to[i] = code
		}
	}
	return nil
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/ilacs-go/inspection/ilacs"
)

// regexpBytes is how much text the regular expression gets: at its speed all of
// it would take minutes.
const regexpBytes = 1 << 18

// printSpeed prints the throughput of Parse, classification included, and of a
// regular expression that finds the same cues, on one core and in one run: the
// best of three rounds each, in turn.
func printSpeed(texts []string, vocabulary string) error {
	cues, err := alternation(vocabulary)
	if err != nil {
		return err
	}
	var some []string
	size := 0
	for _, text := range texts {
		if size < regexpBytes {
			some = append(some, text)
			size += len(text)
		}
	}
	parse := func(text string) { _, _ = ilacs.Parse(text) }
	find := func(text string) { cues.FindAllStringIndex(text, -1) }
	var fast, slow float64
	for range 3 {
		fast = max(fast, throughput(texts, parse))
		slow = max(slow, throughput(some, find))
	}
	fmt.Println("throughput (MB/s)")
	fmt.Printf("  %-14s %6.1f   %.1f times that of the regular expression\n", "Parse", fast, fast/slow)
	fmt.Printf("  %-14s %6.2f\n", "regexp", slow)
	return nil
}

func throughput(texts []string, do func(string)) float64 {
	n := 0
	start := time.Now()
	for _, text := range texts {
		do(text)
		n += len(text)
	}
	return float64(n) / 1e6 / time.Since(start).Seconds()
}

// alternation returns one regular expression for all cues of the tables.
func alternation(dir string) (*regexp.Regexp, error) {
	classes := map[string]string{}
	err := rows(filepath.Join(dir, "class.tsv"), func(f []string) {
		classes[f[0]] = "(?:" + strings.ReplaceAll(f[1], " ", "|") + ")"
	})
	if err != nil {
		return nil, err
	}
	var all []string
	for _, table := range []string{"theme", "polarity", "direction", "extent", "aspect"} {
		err := rows(filepath.Join(dir, table+".tsv"), func(f []string) {
			all = append(all, expression(f[len(f)-1], classes))
		})
		if err != nil {
			return nil, err
		}
	}
	return regexp.Compile(`(?i)\b(?:` + strings.Join(all, "|") + `)\b`)
}

// expression writes a cue as a regular expression.
func expression(cue string, classes map[string]string) string {
	cue = strings.NewReplacer("(", " ( ", "|", " | ", ")", " ) ").Replace(cue)
	var b strings.Builder
	for _, e := range strings.Fields(cue) {
		switch {
		case e == "(":
			b.WriteString("(?:")
		case e == "|" || e == ")":
			b.WriteString(e)
		case e == "…":
			b.WriteString(`(?:\w+\W+){0,3}`)
		case e == "#":
			b.WriteString(`\d+\W*`)
		case e[0] == '@':
			b.WriteString(classes[e[1:]] + `\W*`)
		default:
			b.WriteString(strings.ReplaceAll(regexp.QuoteMeta(e), `\*`, `\w*`) + `\W*`)
		}
	}
	return b.String()
}

// rows calls do with the cells of each row of a table below its header.
func rows(file string, do func([]string)) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	header := true
	for line := range strings.Lines(string(data)) {
		if line[0] == '#' {
			continue
		}
		if !header {
			do(strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
		header = false
	}
	return nil
}

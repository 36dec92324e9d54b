package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// cuePhrases returns the cues of the tables of package finding as phrases that a
// matcher of plain text can find: alternatives written out, "word*" as its letters. Of
// a cue with a gap, a number or a class of words the longest part counts: what stands
// on both sides no such matcher can tell to belong together.
func cuePhrases(dir string) ([][]rune, error) {
	known := map[string]bool{}
	for _, table := range []string{"theme", "polarity", "direction", "extent", "aspect", "form", "opening", "speaker"} {
		err := rows(filepath.Join(dir, table+".tsv"), func(cells []string) {
			for _, phrase := range writeOut(cells[len(cells)-1]) {
				known[phrase] = true
			}
		})
		if err != nil {
			return nil, err
		}
	}
	var all [][]rune
	for phrase := range known {
		all = append(all, []rune(phrase))
	}
	slices.SortFunc(all, slices.Compare[[]rune])
	return all, nil
}

// writeOut returns the phrases that a cue stands for.
func writeOut(cue string) []string {
	var all []string
	for _, phrase := range expand(strings.ReplaceAll(cue, "*", "")) {
		var longest, part string
		for _, word := range append(strings.Fields(phrase), "…") {
			if word != "…" && word != "#" && word[0] != '@' {
				part += " " + word
				continue
			}
			if part = strings.TrimSpace(part); len(part) > len(longest) {
				longest = part
			}
			part = ""
		}
		if longest != "" {
			all = append(all, longest)
		}
	}
	return all
}

// expand writes out the brackets of a cue.
func expand(cue string) []string {
	plain, rest, _ := strings.Cut(cue, "(")
	inside, rest, bracket := strings.Cut(rest, ")")
	if !bracket {
		return []string{cue}
	}
	var all []string
	for alternative := range strings.SplitSeq(inside, "|") {
		for _, tail := range expand(rest) {
			all = append(all, plain+alternative+tail)
		}
	}
	return all
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

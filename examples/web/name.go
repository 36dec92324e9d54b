package main

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ilacs-go/inspection/ilacs/render"
)

// longestName is how many characters of a file's name are shown.
const longestName = 80

// browserEscapes undoes what browsers do to the name of a file in a form; the ends
// of lines in it become spaces.
var browserEscapes = strings.NewReplacer("%22", `"`, "%0D", " ", "%0A", " ")

// cleanName returns the name of a file as a page shows it: one line without its
// folders, without what a terminal or a reader's eye would take for something
// else, and not too long. The n-th file, from 1, is "document n" where nothing is
// left of its name.
func cleanName(name string, n int) string {
	name = strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) && !unicode.IsControl(r) { // such as characters of no width
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	// Escapes are undone last, so that nothing that is left out makes another one.
	name = render.PlainText(browserEscapes.Replace(render.PlainText(name)))
	name = strings.TrimSpace(name[strings.LastIndexAny(name, `/\`)+1:])
	if runes := []rune(name); len(runes) > longestName {
		// The end tells the kind of file.
		const end = 12
		name = strings.TrimSpace(string(runes[:longestName-end-1])) + "…" + strings.TrimSpace(string(runes[len(runes)-end:]))
	}
	if strings.Trim(name, ". ") == "" {
		return fmt.Sprintf("document %d", n)
	}
	return name
}

// slug returns a text as a part of a file's name: letters a to z, digits and
// single hyphens; "documents" where nothing is left.
func slug(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	text = strings.Join(words, "-")
	if text == "" {
		return "documents"
	}
	return strings.TrimRight(text[:min(len(text), 60)], "-")
}

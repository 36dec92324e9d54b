package main

import (
	"context"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// A clean name is one short line of visible characters without folders, is never
// empty, and stays as it is when cleaned again.
func FuzzCleanName(f *testing.F) {
	for _, name := range []string{"", "..", "report.pdf", "../../etc/passwd", `C:\fakepath\a.txt`, "a\r\nb: c", "\u202Egnp.txt", "\u200B", "\xFF\xFE", strings.Repeat("é", 200), "<script>", "a\u0301", " x ", "…", "a \uE17B b", "%2\u200B2", "%%2222"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		clean := cleanName(name, 3)
		if clean == "" || !utf8.ValidString(clean) || utf8.RuneCountInString(clean) > longestName || strings.ContainsAny(clean, `/\`) || strings.TrimSpace(clean) != clean {
			t.Fatalf("%q becomes %q", name, clean)
		}
		for _, r := range clean {
			if !unicode.IsGraphic(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q becomes %q", name, clean)
			}
		}
		if again := cleanName(clean, 3); again != clean {
			t.Fatalf("%q becomes %q and then %q", name, clean, again)
		}
		if s := slug(name); !regexp.MustCompile(`^[a-z0-9-]{1,60}$`).MatchString(s) {
			t.Fatalf("%q becomes %q", name, s)
		}
	})
}

// Whatever is uploaded, the answer is a page with the headers, or leads to one;
// no part of it becomes markup; and nothing goes on being read or held afterwards.
func FuzzUpload(f *testing.F) {
	begin := "--x\r\nContent-Disposition: form-data; name=\"documents\"; filename=\""
	for _, body := range []string{
		"", "--x--", begin + "a.txt\"\r\n\r\nDear all\r\n" + begin + "b.txt\"\r\n\r\nDear all\r\n--x--",
		begin + "<script>.txt\"\r\n\r\nDear all\r\n" + begin + "%22><img src=x>\"\r\n\r\nPK\x03\x04\r\n--x--",
		begin + "a\"\r\n\r\n%PDF-1.4\r\n" + begin + "b\"\r\n\r\n\xFF\xFE\r\n--x--", begin + "a\"; filename*=UTF-8''%2e%2e%2f\r\n\r\nx\r\n--x--",
	} {
		f.Add("multipart/form-data; boundary=x", body)
	}
	f.Add("multipart/form-data; boundary=\"\"", "x")
	f.Add("text/plain", "x")
	site := newSite(f, func(l *limits) { l.File = 256; l.Upload = 2048; l.Files = 4 })
	read := site.read
	site.read = func(ctx context.Context, d file) document {
		if isPDF(d.Data) { // PDFium has a fuzz target of its own
			return document{Name: d.Name, Err: tooSlow(nil)}
		}
		return read(ctx, d)
	}
	f.Fuzz(func(t *testing.T, kind, body string) {
		r := httptest.NewRequest("POST", origin+"/comparisons", strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
		w := site.do(r)
		switch w.Code {
		case 303:
			path := w.Header().Get("Location")
			if !regexp.MustCompile(`^/comparisons/[A-Z2-7]{26}$`).MatchString(path) {
				t.Fatalf("it leads to %q", path)
			}
			checkMarkup(t, site.get(t, path, 200))
			site.do(httptest.NewRequest("POST", origin+path+"/forget", nil))
		case 400, 413, 415, 422:
			checkMarkup(t, w.Body.String())
		default:
			t.Fatalf("status %d", w.Code)
		}
		if w.Header().Get("Content-Security-Policy") != policy {
			t.Fatal("there is no policy")
		}
		site.running.Wait()
		if len(site.uploads) > 0 || len(site.readers) > 0 || len(site.store.items) > 0 || site.logged.Len() > 0 {
			t.Fatalf("something is left: %s", site.logged)
		}
	})
}

// checkMarkup requires that a page has no other elements and attributes than the
// templates write.
func checkMarkup(t *testing.T, page string) {
	t.Helper()
	tokens := html.NewTokenizer(strings.NewReader(page))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			if !strings.Contains(" html head meta title link body a header p nav ul li main div h1 h2 h3 h4 small section form label select option optgroup button input span strong ol table caption thead tbody tr th td b i footer ", " "+string(name)+" ") {
				t.Fatalf("the page has an element %s", name)
			}
			for {
				key, value, more := tokens.TagAttr()
				if strings.HasPrefix(string(key), "on") || string(key) == "style" || strings.HasPrefix(strings.ToLower(string(value)), "javascript:") {
					t.Fatalf("the page has an attribute %s=%q", key, value)
				}
				if !more {
					break
				}
			}
		}
	}
}

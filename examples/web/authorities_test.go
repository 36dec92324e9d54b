package main

import (
	"encoding/json"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
)

func TestTheFormListsEveryAuthority(t *testing.T) {
	t.Parallel()
	page := newSite(t, nil).get(t, "/", 200)
	open, closed, _ := strings.Cut(page, "<optgroup")
	options := regexp.MustCompile(`<option value="([^"]+)">`)
	assert.Len(t, options.FindAllString(open, -1), 153)
	assert.NotEmpty(t, options.FindAllString(closed, -1))
	for _, m := range options.FindAllStringSubmatch(page, -1) {
		_, ok := authority.ByCode(m[1])
		assert.True(t, ok, m[1])
	}
}

// The page of an authority holds all that its profile does, and each neighbour
// leads to its own.
func TestEveryAuthorityHasItsPage(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	pages := 0
	for a := range authority.All() {
		if a.Code == "" {
			continue
		}
		pages++
		page := s.get(t, "/authorities/"+a.Code, 200)
		p := record.ProfileOf(a, civil.Date{})
		assert.Contains(t, page, "<h1>"+escaped(a.Name)+" <small>")
		assert.Equal(t, len(p.Inspections)+len(p.Neighbours), strings.Count(page, `<th scope="row">`), a.Name)
		for _, n := range p.Neighbours {
			assert.Contains(t, page, `<a href="/authorities/`+n.Authority.Code+`">`+escaped(n.Authority.Name)+`</a>`)
		}
	}
	assert.Greater(t, pages, 153)
}

func TestAClosedAuthorityLeadsToItsSuccessors(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	page := s.get(t, "/authorities/909", 200)
	assert.Contains(t, page, `closed on 1 April 2023. Now responsible for its area: <a href="/authorities/942">Cumberland</a> (part), <a href="/authorities/943">Westmorland and Furness</a> (part).`)
	assert.NotContains(t, s.get(t, "/authorities/936", 200), "This authority closed", "what is planned is not told as done")
}

func TestAnAuthorityAsJSON(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	w := s.do(httptest.NewRequest("GET", origin+"/authorities/332/profile.json", nil))
	assert.Equal(t, `attachment; filename="dudley.json"`, w.Header().Get("Content-Disposition"))
	var got record.Profile
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &got))
	dudley, err := authority.Find("Dudley")
	require.NoError(t, err)
	assert.Equal(t, record.ProfileOf(dudley, civil.Date{}), got)
}

func TestChoosingAnAuthority(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	for _, code := range []string{"332", "E08000027"} {
		w := s.do(httptest.NewRequest("GET", origin+"/authorities?code="+code, nil))
		assert.Equal(t, 303, w.Code)
		assert.Equal(t, "/authorities/332", w.Header().Get("Location"))
	}
	for _, code := range []string{"", "000", "%22%3E%3Cscript%3E"} {
		page := s.get(t, "/authorities?code="+code, 422)
		assert.Contains(t, page, `<a href="#code">Choose an authority from the list, and press Show.</a>`)
		assert.Contains(t, page, `aria-invalid="true" aria-describedby="code-error"`)
		assert.Contains(t, page, `id="code-error"`)
		assert.NotContains(t, page, "<script")
	}
}

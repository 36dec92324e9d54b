package main

import (
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
)

// policy is the Content-Security-Policy of the server's own pages: a style sheet
// and an icon from here, forms that are sent here, and nothing else.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard lets only such requests through as a person at a page of this server
// makes, and sets the headers that keep the pages to themselves.
func (s *server) guard(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.problem(w, problem{Status: http.StatusForbidden, Title: "This came from another web page",
			Text: "Only forms of this server’s own pages are answered. Open the first page and start there."})
	}))
	next = protection.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		// Not no-referrer, with which browsers send no Origin that could be checked.
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("X-Robots-Tag", "noindex")
		h.Set("Cache-Control", "no-store")
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p)
				}
				s.fault()
				s.problem(w, problem{Status: http.StatusInternalServerError, Title: "This program has a fault",
					Text: "The page could not be made. Please report what you did. Nothing in your documents was logged."})
			}
		}()
		if !s.answersTo(r.Host) {
			s.problem(w, problem{Status: http.StatusMisdirectedRequest, Title: "This is not the address of this server",
				Text: "Open it by the address that it printed when it was started, such as http://127.0.0.1:8080/."})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// answersTo reports whether a Host header is an IP address, localhost or an allowed
// name. A page of somebody else's can make its own name lead to this machine (DNS
// rebinding), and the browser then sends that name; it cannot do so with an IP
// address.
func (s *server) answersTo(host string) bool {
	name := hostName(host)
	if name == "localhost" || s.hosts[name] {
		return true
	}
	_, err := netip.ParseAddr(name)
	return err == nil
}

// hostName returns a host without its port and brackets, in lower case; "" where
// it is malformed.
func hostName(host string) string {
	if name, port, err := net.SplitHostPort(host); err == nil {
		if _, err := strconv.ParseUint(port, 10, 16); err != nil {
			return ""
		}
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.ToLower(strings.TrimSpace(host))
}

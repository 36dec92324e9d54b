package main

import (
	"context"
	"crypto/rand"
	"sync"
	"time"
)

// A comparison is an upload from when it was received to when it is deleted. It is
// safe for concurrent use.
type comparison struct {
	Key   string   // cannot be guessed
	Names []string // of the files
	stop  context.CancelFunc

	mu      sync.Mutex
	read    []document // so far, in order
	result  *result    // nil until all is done
	changed chan struct{}
}

func newComparison(files []file, stop context.CancelFunc) *comparison {
	c := &comparison{Key: rand.Text(), stop: stop, changed: make(chan struct{})}
	for _, f := range files {
		c.Names = append(c.Names, f.Name)
	}
	return c
}

// state returns what has been read, the result if it is there, and a channel that
// is closed as soon as this is out of date.
func (c *comparison) state() (read []document, r *result, changed <-chan struct{}) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.read[:len(c.read):len(c.read)], c.result, c.changed
}

func (c *comparison) update(change func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	change()
	close(c.changed)
	c.changed = make(chan struct{})
}

func (c *comparison) add(d document)   { c.update(func() { c.read = append(c.read, d) }) }
func (c *comparison) finish(r *result) { c.update(func() { c.result = r }) }

// A store holds comparisons in memory, within limits of number, size and time. It
// is safe for concurrent use.
type store struct {
	limits limits

	mu    sync.Mutex
	items map[string]*item
	size  int // of all items
}

type item struct {
	*comparison
	opened time.Time // last
	expiry *time.Timer
	size   int // bytes of text
}

func newStore(l limits) *store { return &store{limits: l, items: map[string]*item{}} }

// put holds a comparison. If there is no room, those that were not opened for the
// longest time go.
func (s *store) put(c *comparison) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items[c.Key] = &item{comparison: c, opened: time.Now(), expiry: time.AfterFunc(s.limits.Keep, func() { s.forget(c.Key) })}
	s.makeRoom(c.Key)
}

// grew says how many bytes of text a comparison has, once they are known.
func (s *store) grew(key string, size int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := s.items[key]; i != nil {
		s.size += size - i.size
		i.size = size
		s.makeRoom(key)
	}
}

// makeRoom drops comparisons until what is held is within the limits, but never
// the one with the key.
func (s *store) makeRoom(key string) {
	for len(s.items) > s.limits.Held || s.size > s.limits.HeldText {
		oldest := ""
		for k, i := range s.items {
			if k != key && (oldest == "" || i.opened.Before(s.items[oldest].opened)) {
				oldest = k
			}
		}
		if oldest == "" {
			return
		}
		s.drop(oldest)
	}
}

// get returns a comparison, for which the time begins again.
func (s *store) get(key string) (*comparison, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, ok := s.items[key]
	if !ok {
		return nil, false
	}
	i.opened = time.Now()
	i.expiry.Reset(s.limits.Keep)
	return i.comparison, true
}

// forget deletes a comparison, if it is there.
func (s *store) forget(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop(key)
}

// drop deletes a comparison, and ends the reading of its documents.
func (s *store) drop(key string) {
	i, ok := s.items[key]
	if !ok {
		return
	}
	i.stop()
	i.expiry.Stop()
	s.size -= i.size
	delete(s.items, key)
}

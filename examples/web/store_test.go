package main

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func held(s *store, size int) (key string) {
	c := newComparison(nil, func() {})
	s.put(c)
	s.grew(c.Key, size)
	return c.Key
}

func isHeld(s *store, key string) bool {
	_, ok := s.items[key]
	return ok
}

// A comparison goes when it has not been opened for the time, without anybody
// asking.
func TestComparisonsExpire(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newStore(defaultLimits)
		stopped := false
		c := newComparison(nil, func() { stopped = true })
		s.put(c)
		s.grew(c.Key, 100)
		for range 5 {
			time.Sleep(defaultLimits.Keep - time.Second)
			synctest.Wait()
			got, ok := s.get(c.Key) // the time begins again
			require.True(t, ok)
			require.Same(t, c, got)
		}
		time.Sleep(defaultLimits.Keep + time.Second)
		synctest.Wait()
		assert.Empty(t, s.items)
		assert.Zero(t, s.size)
		assert.True(t, stopped)
		_, ok := s.get(c.Key)
		assert.False(t, ok)
	})
}

func TestTheOldestMakeRoom(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := defaultLimits
		l.Held, l.HeldText = 3, 1000
		s := newStore(l)
		var keys []string
		for range 3 {
			keys = append(keys, held(s, 300))
			time.Sleep(time.Second)
		}
		s.get(keys[0])
		fourth := held(s, 100)
		assert.False(t, isHeld(s, keys[1]), "the one that was not opened for longest")
		assert.True(t, isHeld(s, keys[0]))
		assert.Equal(t, 700, s.size)
		time.Sleep(time.Second)
		big := held(s, 950)
		assert.True(t, isHeld(s, big))
		assert.False(t, isHeld(s, fourth))
		assert.Equal(t, 950, s.size)
		huge := held(s, 5000)
		assert.True(t, isHeld(s, huge), "the newest is held even alone over the limit")
		assert.Len(t, s.items, 1)
		s.forget(huge)
		s.forget(huge)
		assert.Zero(t, s.size)
		s.grew(huge, 10)
		assert.Zero(t, s.size)
	})
}

// The size of a comparison counts once, as it was last told.
func TestSizeIsToldAgain(t *testing.T) {
	t.Parallel()
	s := newStore(defaultLimits)
	key := held(s, 300)
	s.grew(key, 500)
	assert.Equal(t, 500, s.size)
	s.forget(key)
	assert.Zero(t, s.size)
}

func TestKeysCannotBeGuessed(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for range 1000 {
		key := newComparison(nil, nil).Key
		assert.GreaterOrEqual(t, len(key), 26) // 130 bits in base 32
		assert.False(t, seen[key])
		seen[key] = true
	}
}

package enum_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/internal/enum"
)

type fruit uint8

var errRefused = errors.New("refused")

var fruits = enum.List[fruit]{
	Package: "market", Kind: "fruit", Type: "Fruit",
	Text:  []string{10: "apple", 20: "crab-apple"},
	Names: []string{10: "Apple", 20: "Crab apple"},
	Fail: func(_, _ string, offset int, err error) error {
		return errors.Join(errRefused, err)
	},
}

func TestList(t *testing.T) {
	t.Parallel()
	for i := range 256 {
		v := fruit(i)
		text, err := fruits.Marshal(v)
		if i == 0 {
			assert.NoError(t, err)
			assert.Empty(t, text)
			assert.NotNil(t, text)
			continue
		}
		assert.Equal(t, fruits.Valid(v), err == nil, "%d", i)
		if err != nil {
			assert.Regexp(t, `^Fruit\(\d+\)$`, fruits.String(v))
			continue
		}
		for _, s := range []string{string(text), fruits.String(v)} {
			back, err := fruits.Parse(s)
			require.NoError(t, err)
			assert.Equal(t, v, back)
		}
		_, err = fruits.ParseText(fruits.String(v))
		assert.ErrorIs(t, err, enum.ErrSyntax, "a name is no text form")
		var back fruit
		require.NoError(t, fruits.Unmarshal(&back, text))
		assert.Equal(t, v, back)
		value, err := fruits.Value(v)
		require.NoError(t, err)
		require.NoError(t, fruits.Scan(&back, value))
		assert.Equal(t, v, back)
	}
	kept := fruit(10)
	for s, want := range map[string]error{"pear": enum.ErrUnknown, "": enum.ErrSyntax, "A pear": enum.ErrSyntax} {
		_, err := fruits.Parse(s)
		assert.ErrorIs(t, err, want)
		assert.ErrorIs(t, err, errRefused)
	}
	assert.Error(t, fruits.Unmarshal(&kept, []byte("pear")))
	assert.Equal(t, fruit(10), kept, "what is refused changes nothing")
	assert.ErrorContains(t, fruits.Scan(&kept, 3.5), "float64")
	require.NoError(t, fruits.Scan(&kept, nil))
	assert.Zero(t, kept)
}

package authority_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/internal/enum/enumtest"
)

// The text forms are written out, as they may never change.
func TestClosedLists(t *testing.T) {
	t.Parallel()
	enumtest.Check(t, authority.ParseRegion, "north-east", "north-west", "yorkshire-and-the-humber", "east-midlands",
		"west-midlands", "east-of-england", "london", "south-east", "south-west")
	enumtest.Check(t, authority.ParseType, "london-borough", "metropolitan-district", "unitary-authority", "county",
		"city-corporation", "isles-council")
	enumtest.Check(t, authority.ParseCertainty, "confirmed", "probable", "planned", "uncertain")
}

func TestAuthorityJSON(t *testing.T) {
	t.Parallel()
	for a := range authority.All() {
		blob, err := json.Marshal(a)
		require.NoError(t, err)
		var back authority.Authority
		require.NoError(t, json.Unmarshal(blob, &back))
		assert.Equal(t, a, back)
	}
	blob, err := json.Marshal(authority.Authority{})
	require.NoError(t, err)
	assert.JSONEq(t, `{}`, string(blob))
}

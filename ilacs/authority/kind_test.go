package authority_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/authority"
)

// kind is what the three enumerations have in common.
type kind interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
	IsValid() bool
}

func testKind[K kind](t *testing.T, typeName string, parse func(string) (K, error), valid ...K) {
	t.Helper()
	want := map[K]bool{}
	for _, k := range valid {
		want[k] = true
	}
	names := map[string]K{}
	for i := range 256 {
		k := K(i)
		assert.Equal(t, want[k], k.IsValid(), "%d", i)
		other, dup := names[k.String()]
		assert.False(t, dup, "%d and %d are both %q", other, i, k.String())
		names[k.String()] = k
		text, err := k.MarshalText()
		switch {
		case want[k]:
			require.NoError(t, err)
			assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, string(text))
			assert.Equal(t, strings.ToLower(k.String()), strings.ReplaceAll(string(text), "-", " "))
			back, err := parse(string(text))
			require.NoError(t, err)
			assert.Equal(t, k, back)
			_, err = parse(strings.ToUpper(string(text)))
			assert.Error(t, err, "the text form is strict")
		case k == 0:
			require.NoError(t, err)
			assert.Empty(t, text)
			assert.Equal(t, typeName+"(0)", k.String())
		default:
			assert.Error(t, err, "%d", i)
			assert.Equal(t, fmt.Sprintf("%s(%d)", typeName, i), k.String())
		}
		if err == nil {
			blob, err := json.Marshal(k)
			require.NoError(t, err)
			back := K(77)
			require.NoError(t, json.Unmarshal(blob, &back))
			assert.Equal(t, k, back)
		}
	}
	for _, bad := range []string{"", " ", typeName, "nowhere", strings.Repeat("x", 10_000)} {
		_, err := parse(bad)
		require.Error(t, err)
		assert.Less(t, len(err.Error()), 200)
	}
	k := valid[0]
	require.Error(t, json.Unmarshal([]byte(`"nowhere"`), &k))
	assert.Equal(t, valid[0], k, "a failed read leaves the value alone")
}

func TestRegion(t *testing.T) {
	t.Parallel()
	testKind(t, "Region", authority.ParseRegion, authority.RegionNorthEast, authority.RegionNorthWest,
		authority.RegionYorkshireAndTheHumber, authority.RegionEastMidlands, authority.RegionWestMidlands,
		authority.RegionEastOfEngland, authority.RegionLondon, authority.RegionSouthEast, authority.RegionSouthWest)
}

func TestType(t *testing.T) {
	t.Parallel()
	testKind(t, "Type", authority.ParseType, authority.TypeLondonBorough, authority.TypeMetropolitanDistrict,
		authority.TypeUnitaryAuthority, authority.TypeCounty, authority.TypeCityCorporation, authority.TypeIslesCouncil)
}

func TestCertainty(t *testing.T) {
	t.Parallel()
	testKind(t, "Certainty", authority.ParseCertainty, authority.CertaintyConfirmed, authority.CertaintyProbable,
		authority.CertaintyPlanned, authority.CertaintyUncertain)
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

package follow

import (
	"os"
	"slices"
	"strings"
)

var droppedStatus = func() []int {
	var out []int
	for _, n := range strings.Split(os.Getenv("SDROP"), ",") {
		if i := slices.Index(StatusFeatures[:], n); i >= 0 {
			out = append(out, i)
		}
	}
	return out
}()

var dropped = func() []int {
	var out []int
	for _, n := range strings.Split(os.Getenv("DROP"), ",") {
		if i := slices.Index(RelevanceFeatures[:], n); i >= 0 {
			out = append(out, i)
		}
	}
	return out
}()

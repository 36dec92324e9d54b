package judgement

import (
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/text"
)

// refuse returns the error for a text that cannot be read.
func refuse(kind, input string, offset int, err error, reason string) *parseerr.Error {
	return &parseerr.Error{Package: "judgement", Kind: kind, Input: text.Bounded(input), Offset: offset, Reason: reason, Err: err}
}

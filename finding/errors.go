package finding

import (
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/text"
)

// refuse returns the error for a text that cannot be read.
func refuse(kind, input string, offset int, err error) error {
	return &parseerr.Error{Package: "finding", Kind: kind, Input: text.Bounded(input), Offset: offset, Err: err}
}

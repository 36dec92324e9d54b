package grade

import (
	"bytes"
	"encoding/json"

	"github.com/ilacs-go/inspection/judgement"
)

// ByArea is a set of grades as JSON has it where the framework stands beside it:
// {"leaders":"good"}, in the order in which the framework prints the areas.
type ByArea judgement.Set

// IsZero reports whether there is no grade, so that omitzero leaves it out.
func (b ByArea) IsZero() bool { return judgement.Set(b).Len() == 0 }

// MarshalJSON returns the object of the grades.
func (b ByArea) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for area, grade := range judgement.Set(b).All() {
		if len(out) > 1 {
			out = append(out, ',')
		}
		var err error
		if out, err = area.AppendText(append(out, '"')); err != nil {
			return nil, err
		}
		if out, err = grade.AppendText(append(out, `":"`...)); err != nil {
			return nil, err
		}
		out = append(out, '"')
	}
	return append(out, '}'), nil
}

// MarshalJSON returns the JSON of a value for a MarshalJSON method. It leaves "<",
// ">" and "&" as they are, so that the caller's encoder decides on them.
func MarshalJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte{'\n'}), err
}

package enum_test

import (
	"database/sql/driver"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/internal/enum"
	"github.com/ilacs-go/inspection/internal/enum/enumtest"
)

// Fruit has its names in the list, and can be a column of a database.
type Fruit uint8

var fruits = enum.List[Fruit]{
	Package: "enum_test", Kind: "fruit", Type: "Fruit",
	Text:  []string{10: "apple", 20: "crab-apple"},
	Names: []string{10: "Apple", 20: "Crab apple"},
}

func (f Fruit) IsValid() bool                        { return fruits.Valid(f) }
func (f Fruit) String() string                       { return fruits.String(f) }
func (f Fruit) GoString() string                     { return fruits.GoString(f, []string{10: "Apple", 20: "CrabApple"}) }
func (f Fruit) AppendText(to []byte) ([]byte, error) { return fruits.Append(to, f) }
func (f Fruit) MarshalText() ([]byte, error)         { return fruits.Marshal(f) }
func (f *Fruit) UnmarshalText(text []byte) error     { return fruits.Unmarshal(f, text) }
func (f *Fruit) Scan(src any) error                  { return fruits.Scan(f, src) }
func (f Fruit) Value() (driver.Value, error)         { return fruits.Value(f) }

// Tree has its names in a table.
type Tree uint8

var trees = enum.List[Tree]{
	Package: "enum_test", Kind: "tree", Type: "Tree",
	Text:  []string{10: "ash", 20: "silver-birch"},
	Table: func() map[string]string { return map[string]string{"ash": "Ash", "silver-birch": "Silver birch"} },
}

func (t Tree) IsValid() bool                        { return trees.Valid(t) }
func (t Tree) String() string                       { return trees.String(t) }
func (t Tree) GoString() string                     { return trees.GoString(t, []string{10: "Ash", 20: "SilverBirch"}) }
func (t Tree) AppendText(to []byte) ([]byte, error) { return trees.Append(to, t) }
func (t Tree) MarshalText() ([]byte, error)         { return trees.Marshal(t) }
func (t *Tree) UnmarshalText(text []byte) error     { return trees.Unmarshal(t, text) }

func TestList(t *testing.T) {
	t.Parallel()
	enumtest.Check(t, fruits.Parse, "apple", "crab-apple")
	enumtest.Check(t, trees.Parse, "ash", "silver-birch")
	assert.Equal(t, "Crab apple", Fruit(20).String())
	assert.Equal(t, "Silver birch", Tree(20).String())
	assert.Equal(t, "enum_test.CrabApple", Fruit(20).GoString())
}

// A list without names prints its text forms.
func TestListWithoutNames(t *testing.T) {
	t.Parallel()
	plain := enum.List[uint8]{Package: "enum_test", Kind: "shape", Type: "Shape", Text: []string{1: "round"}}
	assert.Equal(t, "round", plain.String(1))
	assert.Equal(t, "Shape(2)", plain.String(2))
}

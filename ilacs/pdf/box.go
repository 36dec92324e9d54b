package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/structs"
)

// box is where something stands on the page as it is looked at, in points.
// y grows upwards.
type box struct{ left, right, bottom, top float32 }

// newBox returns PDFium's rectangle as it stands on a page that is turned
// clockwise to be looked at.
func newBox(r structs.FPDF_FS_RECTF, turned enums.FPDF_PAGE_ROTATION) box {
	b := box{min(r.Left, r.Right), max(r.Left, r.Right), min(r.Bottom, r.Top), max(r.Bottom, r.Top)}
	switch turned {
	case enums.FPDF_PAGE_ROTATION_90_CW:
		return box{b.bottom, b.top, -b.right, -b.left}
	case enums.FPDF_PAGE_ROTATION_180_CW:
		return box{-b.right, -b.left, -b.top, -b.bottom}
	case enums.FPDF_PAGE_ROTATION_270_CW:
		return box{-b.top, -b.bottom, b.left, b.right}
	}
	return b
}

func (b box) width() float32  { return b.right - b.left }
func (b box) height() float32 { return b.top - b.bottom }
func (b box) middle() float32 { return (b.top + b.bottom) / 2 }

// union returns the smallest box with both in it.
func (b box) union(c box) box {
	return box{min(b.left, c.left), max(b.right, c.right), min(b.bottom, c.bottom), max(b.top, c.top)}
}

// within returns the part of b that is in c, and whether there is one. There is
// none of a box whose sides are no numbers.
func (b box) within(c box) (box, bool) {
	meet := b.left < c.right && b.right > c.left && b.bottom < c.top && b.top > c.bottom
	return box{max(b.left, c.left), min(b.right, c.right), max(b.bottom, c.bottom), min(b.top, c.top)}, meet
}

// gapTo returns the room between b and c to its right, in heights.
func (b box) gapTo(c box) float32 {
	return (c.left - b.right) / max(b.height(), c.height(), 1)
}

// beside reports whether both stand in one row of a page whose words have that
// height: most of the lower one is beside the higher one. Of a raised footnote
// mark two thirds are, of a cell at half height between two lines under a half.
func (b box) beside(c box, usual float32) bool {
	low, high := min(b.height(), c.height()), max(b.height(), c.height())
	if high > tall*max(low, usual) {
		return false
	}
	return min(b.top, c.top)-max(b.bottom, c.bottom) >= mostly*low
}

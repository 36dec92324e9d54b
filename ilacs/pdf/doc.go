// Package pdf reads PDFs.
package pdf

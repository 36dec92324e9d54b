// Package render writes what the other packages know for people to read: as
// Markdown, and as single HTML pages that ask for nothing else and need no
// script. Text that comes from documents never becomes markup.
package render

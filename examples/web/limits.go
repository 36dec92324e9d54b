package main

import "time"

// limits bound what one request, and all of them together, may take.
type limits struct {
	Files  int   // in one upload
	File   int64 // bytes of a file
	Upload int64 // bytes of an upload
	Text   int   // bytes of text of a document, once it is out of its PDF
	Pages  int   // of a PDF
	Memory int64 // bytes that reading one PDF may take

	Uploads int // that are received or read at the same time; one more is turned away
	Readers int // documents that are read at the same time; others wait their turn

	Held     int           // comparisons that are held in memory
	HeldText int           // bytes of text of all documents that are held
	Keep     time.Duration // how long a comparison is held after it was last opened

	Header    time.Duration // to receive the head of a request
	Receiving time.Duration // to receive an upload
	Reading   time.Duration // to read all documents of an upload
	Ending    time.Duration // to finish what was begun when the program is to end
}

// The largest of the real reports that this was tried on is a PDF of 0.8 MB and 66
// pages; it is read in 0.6 s, and the longest text has 0.3 MB. In memory a
// comparison takes about ten times the text of its documents.
var defaultLimits = limits{
	Files: 20, File: 20 << 20, Upload: 60 << 20, Text: 2 << 20, Pages: 500, Memory: 256 << 20,
	Uploads: 4, Readers: 2,
	Held: 50, HeldText: 32 << 20, Keep: 30 * time.Minute,
	Header: 5 * time.Second, Receiving: time.Minute, Reading: time.Minute, Ending: 10 * time.Second,
}

module github.com/ilacs-go/inspection/examples/bench

go 1.25.0

require (
	github.com/anknown/ahocorasick v0.0.0-20190904063843-d75dbd5169c0
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/google/licensecheck v0.3.1
	github.com/ilacs-go/inspection v0.0.0
	github.com/jonreiter/govader v0.0.0-20250429093935-f6505c8d03cc
)

require (
	github.com/anknown/darts v0.0.0-20151216065714-83ff685239e6 // indirect
	gonum.org/v1/gonum v0.8.2 // indirect
)

replace github.com/ilacs-go/inspection => ../..

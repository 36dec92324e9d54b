module github.com/ilacs-go/inspection/examples/bench

go 1.25.0

require (
	github.com/ilacs-go/inspection v0.0.0
	github.com/jonreiter/govader v0.0.0-20250429093935-f6505c8d03cc
)

require gonum.org/v1/gonum v0.8.2 // indirect

replace github.com/ilacs-go/inspection => ../..

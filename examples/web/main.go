// Web serves pages on this machine on which a person looks up an authority, or
// uploads two or more documents and downloads what changed between them.
//
//	go run -C examples/web . [-addr ADDRESS] [-host NAMES] [-exposed]
//
// ADDRESS is 127.0.0.1:8080 if it is not given.
//
// It reads PDFs and text. For each authority it compares its documents in the
// order of their visits, and gives the brief and the whole as pages, CSV, JSON,
// and one workbook of all. The pages need no script and ask for nothing from
// anywhere else.
//
// Nothing is written to disk, and nothing in a document is logged. The results of
// an upload are held in memory under a random key, which is part of the address
// of their page. They are deleted when they have not been opened for half an hour,
// when newer ones need the room, or when the person presses "Delete these results
// now". The files themselves are discarded as soon as they have been read.
//
// The pages have no password, so the program serves this machine alone. It
// refuses an address that others can reach unless -exposed is given too. It
// answers to IP addresses and localhost; a name that leads to this machine has to
// be allowed by -host, so that no web page can reach it by a name of its own.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(status(run(ctx, os.Args[1:], os.Stdout, os.Stderr), os.Stderr))
}

// status says what went wrong, if anything did, and returns the exit status.
func status(err error, stderr io.Writer) int {
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case !errors.Is(err, errUsage): // the usage has been printed, and why
		fmt.Fprintln(stderr, "web:", err)
	}
	return 2
}

// errUsage is returned for flags that there are not, after the usage was printed.
var errUsage = errors.New("usage")

// run serves until ctx is done, and then as long as requests take that had begun,
// but no longer than the limit for that.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("web", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "127.0.0.1:8080", "the `address` to serve on")
	exposed := flags.Bool("exposed", false, "serve on an address that other machines can reach, without a password")
	hosts := flags.String("host", "", "further `names` to answer to, separated by commas")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: web [-addr ADDRESS] [-host NAMES] [-exposed]")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return err
	} else if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%q: no arguments are expected; documents are uploaded on the page", flags.Arg(0))
	}
	listener, err := listen(*addr, *exposed, stderr)
	if err != nil {
		return err
	}
	s := newServer(defaultLimits, strings.Split(*hosts, ","), log.New(stderr, "web: ", 0))
	defer s.close()
	s.running.Go(s.warmUp)
	fmt.Fprintf(stdout, "Open http://%s/ in a browser. Press Ctrl+C to end.\n", listener.Addr())
	return serve(ctx, listener, s)
}

// listen opens an address, which is one of this machine alone unless it may be
// exposed.
func listen(addr string, exposed bool, stderr io.Writer) (net.Listener, error) {
	resolved, err := net.ResolveTCPAddr("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("-addr: %w", err)
	}
	if !resolved.IP.IsLoopback() {
		if !exposed {
			return nil, fmt.Errorf("-addr %s: other machines can reach this address, and the pages have no password; "+
				"use 127.0.0.1:%d, or give -exposed as well if that is meant", addr, resolved.Port)
		}
		fmt.Fprintf(stderr, "web: warning: whoever can reach %s can use these pages; they have no password and are not encrypted\n", addr)
	}
	return net.ListenTCP("tcp", resolved)
}

func serve(ctx context.Context, listener net.Listener, s *server) error {
	h := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: s.limits.Header,
		ReadTimeout:       s.limits.Receiving,
		WriteTimeout:      s.limits.Receiving + s.limits.Reading + 10*time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // it would name clients; faults of this program are logged by the server itself
	}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.limits.Ending)
	defer cancel()
	if h.Shutdown(grace) != nil {
		h.Close()
	}
	return nil
}

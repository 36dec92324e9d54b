package main

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"

	"github.com/ilacs-go/inspection/ilacs"
)

// processes is how many processes the first call is measured in.
const processes = 11

// printFirst prints what the first call of a process takes, in which the tables are
// compiled: this program runs itself, and each process reads the shortest of the
// reports once.
func printFirst(file string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	var all []time.Duration
	for range processes {
		out, err := exec.Command(program, "-first", file).Output()
		if err != nil {
			return err
		}
		used, err := time.ParseDuration(string(out))
		if err != nil {
			return err
		}
		all = append(all, used)
	}
	slices.Sort(all)
	fmt.Printf("\nfirst call of a process, by CPU time: %v at best, %v at the median of %d\n", all[0], all[len(all)/2], len(all))
	return nil
}

// parseOnce prints the CPU time that the first call takes with a file.
func parseOnce(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	start := cpuTime()
	_, err = ilacs.Parse(string(text))
	fmt.Print(cpuTime() - start)
	return err
}

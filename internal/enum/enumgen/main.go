// Command enumgen writes the methods of a package's closed lists, so that all of
// them are named and encoded in the same way. It looks for variables of the form
//
//	var grades = enum.List[Grade]{…}
//
// whose type is exported, and writes enum_gen.go into the current directory:
//
//	//go:generate go run ../internal/enum/enumgen -sql Grade,Area
//
// The types named by -sql can be columns of a database: they get Scan and Value.
// What the package declares by hand, enumgen leaves out.
package main

import (
	"flag"
	"log"
	"os"
)

// output is the file that this program writes.
const output = "enum_gen.go"

func main() {
	log.SetFlags(0)
	log.SetPrefix("enumgen: ")
	columns := flag.String("sql", "", "the types, separated by commas, that can be columns of a database")
	flag.Parse()
	source, err := generate(".", *columns)
	if err == nil {
		err = os.WriteFile(output, source, 0o666)
	}
	if err != nil {
		log.Fatal(err)
	}
}

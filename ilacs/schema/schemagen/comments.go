package main

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
)

// module is what the import paths of this module's packages begin with.
const module = "github.com/ilacs-go/inspection/"

// comments finds what the source says of types and their fields.
type comments struct {
	root  string
	types map[string]*ast.TypeSpec // by import path and name
	text  map[string]string
}

// of returns the first sentence that is said of a type.
func (c *comments) of(t reflect.Type) string {
	c.load(t.PkgPath())
	return (&doc.Package{}).Synopsis(links(c.text[t.PkgPath()+"."+t.Name()]))
}

// ofField returns what is said of a field of a struct, with the fields of the
// struct named as in JSON. A field without a comment has that of the one before it,
// if that names it: "Start and End are the first and last day of fieldwork".
func (c *comments) ofField(t reflect.Type, name string) string {
	c.load(t.PkgPath())
	spec := c.types[t.PkgPath()+"."+t.Name()]
	if spec == nil {
		return ""
	}
	said := ""
	for _, f := range spec.Type.(*ast.StructType).Fields.List {
		own := f.Doc.Text() + f.Comment.Text()
		for _, n := range f.Names {
			switch {
			case own != "":
				said = own
			case !regexp.MustCompile(`\b` + n.Name + `\b`).MatchString(said):
				said = ""
			}
			if n.Name == name {
				return inJSON(t, links(strings.Join(strings.Fields(said), " ")))
			}
		}
	}
	return ""
}

// inJSON names the fields of a struct as JSON does, between backquotes.
func inJSON(t reflect.Type, text string) string {
	for i := range t.NumField() {
		f := t.Field(i)
		if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); tag != "" {
			text = regexp.MustCompile(`(^|[^.\w])`+f.Name+`\b`).ReplaceAllString(text, "$1`"+tag+"`")
		}
	}
	return text
}

// goName matches a link to a Go name in a comment: "[finding.Themes]".
var goName = regexp.MustCompile(`\[(\*?[A-Za-z_][\w.]*)\]`)

func links(text string) string { return goName.ReplaceAllString(text, "$1") }

// load reads the source of a package of this module.
func (c *comments) load(path string) {
	dir, ok := strings.CutPrefix(path, module)
	if !ok || c.text[path] != "" {
		return
	}
	if c.types == nil {
		c.types, c.text = map[string]*ast.TypeSpec{}, map[string]string{}
	}
	c.text[path] = "loaded"
	files, err := filepath.Glob(filepath.Join(c.root, filepath.FromSlash(dir), "*.go"))
	if err != nil || len(files) == 0 {
		panic(fmt.Sprintf("no source of %s", path))
	}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			panic(err) // it has been compiled
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.TYPE {
				continue
			}
			for _, s := range g.Specs {
				spec := s.(*ast.TypeSpec)
				key := path + "." + spec.Name.Name
				c.text[key] = spec.Doc.Text()
				if c.text[key] == "" {
					c.text[key] = g.Doc.Text()
				}
				if _, ok := spec.Type.(*ast.StructType); ok {
					c.types[key] = spec
				}
			}
		}
	}
}

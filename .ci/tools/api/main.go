// Api prints the exported API of modules as text, one declaration a line, in
// the manner of the files in Go's own api folder:
//
//	pkg judgement, const Good Grade = 20
//	pkg judgement, method (Set) Len() int
//	pkg judgement, type Set struct, Framework Framework
//
// Usage:
//
//	go run ./api [DIR]
//
// DIR is the root of a module, by default of this repository's; modules within
// it are printed too. Commands have no API, and neither have packages within a
// folder named internal or examples or one that begins with a dot. Names of
// parameters are left out; the tags of fields are not, as they hold the names in
// JSON.
package main

import (
	"errors"
	"fmt"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// module is the path that the names of packages are short for.
const module = "github.com/ilacs-go/inspection/"

func main() {
	root := "../.."
	if len(os.Args) > 1 {
		root = os.Args[1]
	}
	lines, err := api(root)
	if err != nil {
		fmt.Fprintln(os.Stderr, "api:", err)
		os.Exit(1)
	}
	for _, line := range lines {
		fmt.Println(line)
	}
}

// api returns the sorted lines of the module at the root and of those within it.
func api(root string) ([]string, error) {
	var lines []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && hidden(entry.Name()):
			return filepath.SkipDir
		case entry.Name() != "go.mod":
			return nil
		}
		more, err := describe(filepath.Dir(path))
		lines = append(lines, more...)
		return err
	})
	slices.Sort(lines)
	return lines, err
}

// hidden reports whether packages in a folder of that name have no API.
func hidden(folder string) bool {
	return folder == "internal" || folder == "examples" || folder == "testdata" || strings.HasPrefix(folder, ".")
}

// describe returns the lines of the packages of the module in dir.
func describe(dir string) ([]string, error) {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedTypes,
		Dir:  dir,
	}, "./...")
	if err != nil {
		return nil, err
	}
	var lines []string
	var faults []error
	for _, p := range pkgs {
		for _, fault := range p.Errors {
			faults = append(faults, fault)
		}
		path := strings.TrimPrefix(p.PkgPath, module)
		if p.Name != "main" && !slices.ContainsFunc(strings.Split(path, "/"), hidden) {
			lines = append(lines, (&printer{pkg: p.Types, path: path}).lines()...)
		}
	}
	return lines, errors.Join(faults...)
}

// printer writes the lines of one package.
type printer struct {
	pkg  *types.Package
	path string
	out  []string
}

func (p *printer) lines() []string {
	scope := p.pkg.Scope()
	for _, name := range scope.Names() {
		o := scope.Lookup(name)
		if !o.Exported() {
			continue
		}
		switch o := o.(type) {
		case *types.Const:
			p.line("const %s %s = %s", name, p.typ(o.Type()), o.Val().ExactString())
		case *types.Var:
			p.line("var %s %s", name, p.typ(o.Type()))
		case *types.Func:
			p.line("func %s%s", name, p.signature(o.Signature()))
		case *types.TypeName:
			p.typeName(o)
		}
	}
	return p.out
}

func (p *printer) line(format string, args ...any) {
	p.out = append(p.out, fmt.Sprintf("pkg %s, ", p.path)+fmt.Sprintf(format, args...))
}

// typ is a type as this package would write it.
func (p *printer) typ(t types.Type) string {
	return types.TypeString(t, func(other *types.Package) string {
		if other == p.pkg {
			return ""
		}
		return other.Name()
	})
}

func (p *printer) typeName(o *types.TypeName) {
	head := "type " + o.Name()
	if o.IsAlias() {
		p.line("%s = %s", head, p.typ(types.Unalias(o.Type())))
		return
	}
	named := o.Type().(*types.Named)
	head += p.parameters(named.TypeParams())
	switch t := named.Underlying().(type) {
	case *types.Struct:
		p.line("%s struct", head)
		p.fields(head+" struct", t)
	case *types.Interface:
		p.line("%s interface", head)
		for i := range t.NumMethods() {
			m := t.Method(i)
			if !m.Exported() {
				p.line("%s interface, unexported methods", head)
				break
			}
			p.line("%s interface, %s%s", head, m.Name(), p.signature(m.Signature()))
		}
		return
	default:
		p.line("%s %s", head, p.typ(t))
	}
	p.methods(named)
}

func (p *printer) fields(head string, t *types.Struct) {
	unexported := false
	for i := range t.NumFields() {
		f := t.Field(i)
		if !f.Exported() {
			unexported = true
			continue
		}
		name, tag := f.Name(), ""
		if f.Embedded() {
			name = "embedded"
		}
		if t.Tag(i) != "" {
			tag = " `" + t.Tag(i) + "`"
		}
		p.line("%s, %s %s%s", head, name, p.typ(f.Type()), tag)
	}
	if unexported { // without them it can be converted, and written without names of fields
		p.line("%s, unexported fields", head)
	}
}

// methods writes the methods of a type and of its pointer, promoted ones too.
func (p *printer) methods(named *types.Named) {
	ofValue := types.NewMethodSet(named)
	ofPointer := types.NewMethodSet(types.NewPointer(named))
	for i := range ofPointer.Len() {
		m := ofPointer.At(i).Obj().(*types.Func)
		if !m.Exported() {
			continue
		}
		receiver := named.Obj().Name()
		if ofValue.Lookup(m.Pkg(), m.Name()) == nil {
			receiver = "*" + receiver
		}
		p.line("method (%s) %s%s", receiver, m.Name(), p.signature(m.Signature()))
	}
}

// signature is a function's type without "func" and the names of parameters.
func (p *printer) signature(s *types.Signature) string {
	var b strings.Builder
	b.WriteString(p.parameters(s.TypeParams()))
	b.WriteString("(" + strings.Join(p.tuple(s.Params(), s.Variadic()), ", ") + ")")
	switch results := p.tuple(s.Results(), false); len(results) {
	case 0:
	case 1:
		b.WriteString(" " + results[0])
	default:
		b.WriteString(" (" + strings.Join(results, ", ") + ")")
	}
	return b.String()
}

func (p *printer) tuple(t *types.Tuple, variadic bool) []string {
	var list []string
	for i := range t.Len() {
		typ := t.At(i).Type()
		if slice, ok := typ.(*types.Slice); ok && variadic && i == t.Len()-1 {
			list = append(list, "..."+p.typ(slice.Elem()))
			continue
		}
		list = append(list, p.typ(typ))
	}
	return list
}

// parameters are those of a generic type or function, in brackets.
func (p *printer) parameters(list *types.TypeParamList) string {
	var names []string
	for i := range list.Len() {
		t := list.At(i)
		names = append(names, t.Obj().Name()+" "+p.typ(t.Constraint()))
	}
	if names == nil {
		return ""
	}
	return "[" + strings.Join(names, ", ") + "]"
}

package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A list is a closed list, as its declaration has it.
type list struct {
	Type      string   // "Grade"
	Var       string   // the variable that holds it: "grades"
	Package   string   // "judgement"
	Constants []string // in the order in which they are declared
	Text      string   // the text form of the first
	SQL       bool     // it can be a column of a database
}

// lists returns the closed lists of exported types of the package in a directory,
// in the order of their types, and the functions and methods ("Grade.String")
// that the package declares by hand.
func lists(dir string) (found []*list, byHand map[string]bool, err error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, nil, err
	}
	byHand = map[string]bool{}
	for _, name := range names {
		if filepath.Base(name) == output || strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
		if err != nil {
			return nil, nil, err
		}
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				byHand[funcName(decl)] = true
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					if l := listOf(file.Name.Name, spec); l != nil {
						found = append(found, l)
					}
				}
			}
		}
	}
	if len(found) == 0 {
		return nil, nil, fmt.Errorf("%s has no enum.List of an exported type", dir)
	}
	slices.SortFunc(found, func(a, b *list) int { return cmp.Compare(a.Type, b.Type) })
	return found, byHand, nil
}

// funcName returns "Parse" for a function, "Grade.String" for a method.
func funcName(decl *ast.FuncDecl) string {
	if decl.Recv == nil {
		return decl.Name.Name
	}
	receiver := decl.Recv.List[0].Type
	if pointer, ok := receiver.(*ast.StarExpr); ok {
		receiver = pointer.X
	}
	if name, ok := receiver.(*ast.Ident); ok {
		return name.Name + "." + decl.Name.Name
	}
	return ""
}

// listOf returns the closed list that a declaration holds, nil where it holds
// none of an exported type.
func listOf(pkg string, spec ast.Spec) *list {
	vars, ok := spec.(*ast.ValueSpec)
	if !ok || len(vars.Names) != 1 || len(vars.Values) != 1 {
		return nil
	}
	literal, ok := vars.Values[0].(*ast.CompositeLit)
	if !ok {
		return nil
	}
	generic, ok := literal.Type.(*ast.IndexExpr)
	if !ok {
		return nil
	}
	typ, ok := generic.Index.(*ast.Ident)
	if !ok || !typ.IsExported() || !isEnumList(generic.X) {
		return nil
	}
	l := &list{Type: typ.Name, Var: vars.Names[0].Name, Package: pkg}
	for key, value := range pairs(literal) {
		text, ok := value.(*ast.CompositeLit)
		if !ok || key != "Text" {
			continue
		}
		for constant, form := range pairs(text) {
			if l.Text == "" {
				l.Text, _ = strconv.Unquote(form.(*ast.BasicLit).Value)
			}
			l.Constants = append(l.Constants, constant)
		}
	}
	return l
}

func isEnumList(x ast.Expr) bool {
	selector, ok := x.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != "List" {
		return false
	}
	pkg, ok := selector.X.(*ast.Ident)
	return ok && pkg.Name == "enum"
}

// pairs yields the elements of a keyed literal.
func pairs(literal *ast.CompositeLit) func(yield func(string, ast.Expr) bool) {
	return func(yield func(string, ast.Expr) bool) {
		for _, element := range literal.Elts {
			pair, ok := element.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			if key, ok := pair.Key.(*ast.Ident); ok && !yield(key.Name, pair.Value) {
				return
			}
		}
	}
}

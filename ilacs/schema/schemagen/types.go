package main

import (
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// ownJSON are the structs that write their JSON themselves, and yet as their fields
// say: only the framework of their judgements is left out, which stands with the
// visit.
var ownJSON = []reflect.Type{reflect.TypeFor[ilacs.Report](), reflect.TypeFor[record.Inspection]()}

// mayBeZero are the lists that have a place for each visit, empty where there is
// nothing to say of it. In all other places a value that is zero is left out.
var mayBeZero = []string{"ilacs.AreaCourse.grades", "ilacs.ThemeCourse.polarities"}

// patterns are the types with a text form that is no closed list.
var patterns = map[reflect.Type]string{
	// A year, a month or a day; the calendar's rules beyond that are not told.
	reflect.TypeFor[civil.Date]():  `^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$`,
	reflect.TypeFor[finding.Tag](): `^(` + strings.Join(values[finding.TagKind](), "|") + `)( [1-9][0-9]?)?$`,
	reflect.TypeFor[finding.Cue](): `^(` + strings.Join(slices.Concat(values[finding.Polarity](),
		labels[finding.Direction]("direction"), labels[finding.Extent]("extent"), labels[finding.Theme]("theme"),
		labels[finding.Aspect]("aspect"), labels[finding.Speaker]("speaker")), "|") + `)@[0-9]+-[0-9]+$`,
}

func values[V any]() []string { return list(reflect.TypeFor[V]()) }

func labels[V any](kind string) []string {
	return []string{kind + ":(" + strings.Join(values[V](), "|") + ")"}
}

// list returns the text forms of a closed list in the order of its numbers; none
// for a type that is no such list.
func list(t reflect.Type) (all []string) {
	if t.Kind() != reflect.Uint8 {
		return nil
	}
	for n := range uint64(256) {
		v := reflect.New(t).Elem()
		v.SetUint(n)
		valid, ok := v.Interface().(interface{ IsValid() bool })
		if !ok || !valid.IsValid() {
			continue
		}
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			panic(err) // a valid value has a text form
		}
		all = append(all, string(text))
	}
	return all
}

// generator collects what a schema refers to.
type generator struct {
	comments comments
	defs     map[string]object // by the Go name of the type: "finding.Finding"
}

// sorted returns the definitions by name.
func (g *generator) sorted() (all object) {
	for _, name := range slices.Sorted(maps.Keys(g.defs)) {
		all = append(all, member{name, g.defs[name]})
	}
	return all
}

// of returns the schema of the values of a type.
func (g *generator) of(t reflect.Type) (object, error) {
	switch t.Kind() {
	case reflect.Pointer:
		return g.of(t.Elem())
	case reflect.String:
		return object{{"type", "string"}}, nil
	case reflect.Int:
		// All whole numbers count or place something.
		return object{{"type", "integer"}, {"minimum", 0}}, nil
	case reflect.Float64:
		// All others say how likely something is.
		return object{{"type", "number"}, {"minimum", 0}, {"maximum", 1}}, nil
	case reflect.Slice:
		items, err := g.of(t.Elem())
		return object{{"type", "array"}, {"items", items}}, err
	case reflect.Map:
		keys, err := g.of(t.Key())
		if err != nil {
			return nil, err
		}
		items, err := g.of(t.Elem())
		return object{{"type", "object"}, {"propertyNames", keys}, {"additionalProperties", items}}, err
	case reflect.Struct, reflect.Uint8:
		return g.refer(t)
	}
	return nil, fmt.Errorf("no schema for the type %v", t)
}

// refer returns a reference to a named type, and defines it.
func (g *generator) refer(t reflect.Type) (object, error) {
	ref := object{{"$ref", "#/$defs/" + t.String()}}
	if _, ok := g.defs[t.String()]; ok {
		return ref, nil
	}
	g.defs[t.String()] = nil // a type that refers to itself finds it
	def, err := g.define(t)
	if comment := g.comments.of(t); comment != "" && def != nil && def[0].key != "description" {
		def = append(object{{"description", comment}}, def...)
	}
	g.defs[t.String()] = def
	return ref, err
}

func (g *generator) define(t reflect.Type) (object, error) {
	if pattern, ok := patterns[t]; ok {
		return object{{"type", "string"}, {"pattern", pattern}}, nil
	}
	if t == reflect.TypeFor[judgement.Set]() {
		return g.grades()
	}
	if all := list(t); all != nil {
		return object{{"type", "string"}, {"enum", all}}, nil
	}
	if t.Kind() == reflect.Struct {
		return g.structure(t)
	}
	return nil, fmt.Errorf("no schema for the type %v", t)
}

// grades returns the schema of a set of grades by area, without their framework.
func (g *generator) grades() (object, error) {
	grade, err := g.of(reflect.TypeFor[judgement.Grade]())
	var areas object
	for _, area := range values[judgement.Area]() {
		areas = append(areas, member{area, grade})
	}
	return object{
		{"description", "The grades of one visit, by area; their framework stands with the visit."},
		{"type", "object"}, {"properties", areas}, {"additionalProperties", false},
	}, err
}

// structure returns the schema of a struct.
func (g *generator) structure(t reflect.Type) (object, error) {
	for _, own := range []reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()} {
		if t.Implements(own) && !slices.Contains(ownJSON, t) {
			return nil, fmt.Errorf("no schema for the type %v, which writes its JSON itself", t)
		}
	}
	var properties object
	required := []string{}
	err := g.fields(t, func(name string, optional bool, schema object) {
		properties = append(properties, member{name, schema})
		if !optional {
			required = append(required, name)
		}
	})
	return object{{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}}, err
}

// fields calls add for each field of a struct, and for those of the structs that
// it embeds.
func (g *generator) fields(t reflect.Type, add func(name string, optional bool, schema object)) error {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("json")
		if f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct {
			err := g.fields(f.Type, func(name string, optional bool, schema object) {
				if comment := g.comments.of(f.Type); comment != "" && schema[0].key == "type" { // a byte offset
					schema = append(object{{"description", comment}}, schema...)
				}
				add(name, optional, schema)
			})
			if err != nil {
				return err
			}
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		switch {
		case !f.IsExported() || tag == "-":
			continue
		case name == "" || options != "" && options != "omitempty" && options != "omitzero":
			return fmt.Errorf("%v.%s: no schema for a field with the tag %q", t, f.Name, tag)
		}
		s, err := g.of(f.Type)
		if err != nil {
			return fmt.Errorf("%v.%s: %w", t, f.Name, err)
		}
		if slices.Contains(mayBeZero, t.String()+"."+name) {
			s = object{{"type", "array"}, {"items", object{{"anyOf", []any{s[1].value, object{{"const", ""}}}}}}}
		}
		if comment := g.comments.ofField(t, f.Name); comment != "" {
			s = append(object{{"description", comment}}, s...)
		}
		add(name, options != "", s)
	}
	return nil
}

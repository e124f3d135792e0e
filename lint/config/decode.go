package config

import (
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"mtlint/lint/yamlfile"
)

// decode reads a node into what v points to: a struct whose fields have yaml keys, or a part of one.
func decode(r *yamlfile.Reader, n ast.Node, v any) {
	switch v := v.(type) {
	case *Text:
		*v = textOf(r, n)
	case *Texts:
		r.Resolve(n, func(n ast.Node) { v.decode(r, n) })
	case *Levels:
		r.Mapping(n, "rules or categories with a level each: names/variant: error", func(p yamlfile.Pair) {
			level := Level{Rule: Text{p.Name, yamlfile.PlaceOf(p.Key), r.Path()}}
			decode(r, p.Value, &level.Level)
			*v = append(*v, level)
		})
	default:
		decodeParts(r, n, reflect.ValueOf(v).Elem())
	}
}

func textOf(r *yamlfile.Reader, n ast.Node) Text {
	text, at := r.Text(n)
	return Text{text, at, r.Path()}
}

// decode reads a text or a list of texts.
func (ts *Texts) decode(r *yamlfile.Reader, n ast.Node) {
	item := func(n ast.Node) {
		before := r.Faults()
		if text := textOf(r, n); r.Faults() == before {
			*ts = append(*ts, text)
		}
	}
	switch n.(type) {
	case *ast.SequenceNode, *ast.NullNode, *ast.MappingNode, *ast.MappingValueNode:
		r.Sequence(n, "a text or a list of texts", item)
	default:
		item(n)
	}
}

// decodeParts reads a list into a slice, or a mapping into a struct.
func decodeParts(r *yamlfile.Reader, n ast.Node, v reflect.Value) {
	if v.Kind() == reflect.Slice {
		r.Sequence(n, "a list: each entry begins with a hyphen", func(n ast.Node) {
			item := reflect.New(v.Type().Elem())
			decode(r, n, item.Interface())
			v.Set(reflect.Append(v, item.Elem()))
		})
		return
	}
	if at := v.FieldByName("At"); at.IsValid() {
		at.Set(reflect.ValueOf(yamlfile.PlaceOf(n)))
	}
	fields := fieldsOf(v)
	keys := keysOf(v.Type())
	r.Mapping(n, "the keys "+strings.Join(keys, ", "), func(p yamlfile.Pair) {
		field, ok := fields[p.Name]
		if !ok {
			r.UnknownKey(p, keys)
			return
		}
		decode(r, p.Value, field)
	})
}

// fieldsOf returns pointers to the fields of a struct by their keys.
func fieldsOf(v reflect.Value) map[string]any {
	fields := make(map[string]any)
	for i := range v.NumField() {
		key, inline := keyOf(v.Type().Field(i))
		switch {
		case inline:
			for k, f := range fieldsOf(v.Field(i)) {
				fields[k] = f
			}
		case key != "" && key != "-":
			fields[key] = v.Field(i).Addr().Interface()
		}
	}
	return fields
}

// keysOf returns the keys of a struct, in the order of its fields.
func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		key, inline := keyOf(t.Field(i))
		switch {
		case inline:
			keys = append(keys, keysOf(t.Field(i).Type)...)
		case key != "" && key != "-":
			keys = append(keys, key)
		}
	}
	return keys
}

// keyOf returns the key of a field, and whether the field is a struct whose keys stand in its place.
func keyOf(f reflect.StructField) (key string, inline bool) {
	key, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return key, option == "inline"
}

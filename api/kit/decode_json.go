package kit

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"sort"
	"strings"

	"sangu/domain"
)

// value decodes valid JSON into v strictly, noting each fault by its path and
// going on: encoding/json would stop at the first.
func (d *decoder) value(raw json.RawMessage, v reflect.Value, path string) {
	if string(raw) == "null" {
		v.SetZero()
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		d.value(raw, v.Elem(), path)
		return
	}
	target := v.Addr().Interface()
	if u, ok := target.(encoding.TextUnmarshaler); ok {
		var s string
		if json.Unmarshal(raw, &s) != nil {
			d.fault(path, "input.type", "want", "string")
		} else if err := u.UnmarshalText([]byte(s)); err != nil {
			d.refused(path, err)
		}
		return
	}
	switch {
	case v.Type() == reflect.TypeFor[domain.ID]():
		d.id(raw, v, path)
	case v.Kind() == reflect.Struct:
		d.object(raw, v, path)
	case v.Kind() == reflect.Slice:
		d.list(raw, v, path)
	default:
		if json.Unmarshal(raw, target) != nil {
			d.fault(path, "input.type", "want", wanted(v.Kind()))
		}
	}
}

func (d *decoder) id(raw json.RawMessage, v reflect.Value, path string) {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		d.fault(path, "input.type", "want", "string")
		return
	}
	if s == "" {
		return
	}
	id, err := domain.ParseID(s)
	if err != nil {
		d.fault(path, "input.uuid")
		return
	}
	v.SetString(string(id))
}

func (d *decoder) object(raw json.RawMessage, v reflect.Value, path string) {
	var members map[string]json.RawMessage
	if json.Unmarshal(raw, &members) != nil {
		d.fault(path, "input.type", "want", "object")
		return
	}
	fields := map[string]reflect.Value{}
	jsonFields(v, fields)
	names := make([]string, 0, len(members))
	for name := range members {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		at := name
		if path != "" {
			at = path + "." + name
		}
		field, ok := fields[name]
		if !ok {
			d.fault(at, "input.unknown")
			continue
		}
		d.value(members[name], field, at)
	}
}

func (d *decoder) list(raw json.RawMessage, v reflect.Value, path string) {
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) != nil {
		d.fault(path, "input.type", "want", "array")
		return
	}
	out := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		d.value(item, out.Index(i), fmt.Sprintf("%s[%d]", path, i))
	}
	v.Set(out)
}

// jsonFields maps wire names to the fields of a struct, embedded ones too.
func jsonFields(v reflect.Value, into map[string]reflect.Value) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous && f.Tag.Get("json") == "" {
			jsonFields(v.Field(i), into)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name != "" && name != "-" {
			into[name] = v.Field(i)
		}
	}
}

func wanted(k reflect.Kind) string {
	switch k {
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Int64:
		return "integer"
	case reflect.Float64:
		return "number"
	case reflect.Map:
		return "object"
	}
	return "value"
}

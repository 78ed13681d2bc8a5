package kit

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"sort"
	"strings"

	"sangu/domain"
	"sangu/domain/text"
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
	fields := map[string]wireField{}
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
		d.value(members[name], field.value, at)
		if field.text != "" {
			d.clean(field.value, field.text, at)
		}
	}
}

// clean makes a text, or each of a list, what is kept of it by its kind. What is too
// long stays as it was sent: the validate tag says so with the limit of the field.
func (d *decoder) clean(v reflect.Value, kind, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			d.clean(v.Elem(), kind, path)
		}
	case reflect.Slice:
		for i := range v.Len() {
			d.clean(v.Index(i), kind, fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.String:
		k, _ := text.KindOf(kind)
		cleaned, err := text.Clean(k, v.String())
		fault, bad := errors.AsType[*text.Fault](err)
		switch {
		case !bad:
			v.SetString(cleaned)
		case fault.Code != text.CodeTooLong:
			d.faults = append(d.faults, domain.FieldError{Path: path, Code: fault.Code, Params: fault.Params})
		}
	default:
		// Only texts have a kind.
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

// wireField is a field of a body, with the kind of its text if it is one.
type wireField struct {
	value reflect.Value
	text  string
}

// jsonFields maps wire names to the fields of a struct, embedded ones too.
func jsonFields(v reflect.Value, into map[string]wireField) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous && f.Tag.Get("json") == "" {
			jsonFields(v.Field(i), into)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name != "" && name != "-" {
			into[name] = wireField{value: v.Field(i), text: f.Tag.Get("text")}
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

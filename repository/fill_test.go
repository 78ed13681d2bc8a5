package repository_test

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"sangu/domain"
)

// filler gives every exported field of an entity a value that is not zero and
// that no other field has.
type filler struct {
	n int
	// refer makes a row that a field of an ID refers to, or returns "" where
	// nothing has to be there.
	refer func(field string) domain.ID
	// leave names fields that stay as they are.
	leave []string
}

// fill gives an entity its values.
func fill[E any](f *filler, e *E) { f.fill(reflect.ValueOf(e).Elem(), "") }

func (f *filler) fill(v reflect.Value, field string) {
	f.n++
	switch at := v.Addr().Interface().(type) {
	case *domain.ID:
		if *at = f.refer(field); at.IsZero() {
			*at = domain.UUIDs{}.New()
		}
		return
	case *domain.Date:
		*at = domain.MustDate("2026-01-01").AddDays(f.n)
		return
	case *domain.EventDay:
		// A month of which a report came before it was over: nothing of it may be lost.
		day := domain.MustDate("2026-01-10").AddDays(f.n)
		*at, _ = domain.InMonth(day.Year(), day.Month()).NotAfter(day)
		return
	case *time.Time:
		*at = time.Date(2026, 2, 1, 8, 0, f.n, 1000, time.UTC)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%s %d", field, f.n))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.n))
	case reflect.Float64:
		v.SetFloat(float64(f.n))
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), field)
	case reflect.Interface:
		v.Set(reflect.ValueOf(fmt.Sprintf("%s %d", field, f.n)))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), field)
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.fill(key, field)
		f.fill(value, field)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.Struct:
		for i := range v.NumField() {
			if sf := v.Type().Field(i); sf.IsExported() && !slices.Contains(f.leave, sf.Name) {
				f.fill(v.Field(i), sf.Name)
			}
		}
	default:
		panic(fmt.Sprintf("field %s of kind %s", field, v.Kind()))
	}
}

// fields hands over the exported fields of an entity, those of embedded
// structures as its own.
func fields(v reflect.Value, do func(name string, v reflect.Value)) {
	for i := range v.NumField() {
		switch sf := v.Type().Field(i); {
		case !sf.IsExported():
		case sf.Anonymous && sf.Type.Kind() == reflect.Struct:
			fields(v.Field(i), do)
		default:
			do(sf.Name, v.Field(i))
		}
	}
}

// differences names the fields in which two entities differ, other than those
// named, and says how.
func differences(got, want any, but []string) []string {
	stored := map[string]any{}
	fields(reflect.ValueOf(got), func(name string, v reflect.Value) { stored[name] = v.Interface() })
	var out []string
	fields(reflect.ValueOf(want), func(name string, v reflect.Value) {
		if !slices.Contains(but, name) && !reflect.DeepEqual(stored[name], v.Interface()) {
			out = append(out, fmt.Sprintf("%s is %v, want %v", name, stored[name], v.Interface()))
		}
	})
	return out
}

package repository

import (
	"fmt"
	"reflect"
	"time"

	"sangu/domain"
)

// filled returns a value of which every field, however deep, is other than
// zero, the same value each time.
func filled[T any]() T {
	var v T
	n := 0
	fill(reflect.ValueOf(&v).Elem(), "", &n)
	return v
}

func fill(v reflect.Value, name string, n *int) {
	*n++
	switch v.Interface().(type) {
	case domain.Date:
		v.Set(reflect.ValueOf(domain.MustDate("2026-01-01").AddDays(*n)))
		return
	case domain.EventDay:
		v.Set(reflect.ValueOf(domain.OnDay(domain.MustDate("2026-01-01").AddDays(*n))))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2026, 1, 2, 3, 4, *n, 5000, time.UTC)))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				fill(v.Field(i), f.Name, n)
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), name, n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), name, n)
		fill(v.Index(1), name, n)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, "key", n)
		fill(value, name, n)
		v.SetMapIndex(key, value)
	default:
		fillPlain(v, *n)
	}
}

func fillPlain(v reflect.Value, n int) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[domain.ID]() {
			v.SetString(fmt.Sprintf("00000000-0000-7000-8000-%012d", n))
			return
		}
		v.SetString(fmt.Sprintf("text %d", n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Interface:
		v.Set(reflect.ValueOf(fmt.Sprintf("any %d", n)))
	case reflect.Float64:
		v.SetFloat(float64(n) + 0.5)
	default:
		v.SetInt(int64(n))
	}
}

package kit

import (
	"errors"
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"

	"sangu/domain"
)

// embedded stands in namespaces for structs that have no wire name.
const embedded = "~"

// newValidator gives validator/v10 that names fields as the wire does.
func newValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		for _, tag := range []string{"path", "query", "header", "formData", "json"} {
			if name, _, _ := strings.Cut(f.Tag.Get(tag), ","); name != "" && name != "-" {
				return name
			}
		}
		return embedded
	})
	v.RegisterCustomTypeFunc(func(v reflect.Value) any { return v.Interface().(domain.Date).String() }, domain.Date{})
	v.RegisterCustomTypeFunc(func(v reflect.Value) any { return v.Interface().(domain.EventDay).String() }, domain.EventDay{})
	return v
}

// validate gives every fault that the validate tags find.
func (s *Server) validate(in any) []domain.FieldError {
	err := s.validator.Struct(in)
	found, ok := errors.AsType[validator.ValidationErrors](err)
	if !ok {
		return nil
	}
	out := make([]domain.FieldError, len(found))
	for i, f := range found {
		out[i] = fieldError(f)
	}
	return out
}

func fieldError(f validator.FieldError) domain.FieldError {
	path := wirePath(f)
	isText := f.Kind() == reflect.String || f.Kind() == reflect.Slice
	switch f.Tag() {
	case "required", "required_with", "required_without", "required_if":
		return domain.Field(path, "input.required")
	case "max", "lte":
		if isText {
			return domain.Field(path, "input.too_long", "max", f.Param())
		}
		return domain.Field(path, "input.too_large", "max", f.Param())
	case "min", "gte":
		if isText {
			return domain.Field(path, "input.too_short", "min", f.Param())
		}
		return domain.Field(path, "input.too_small", "min", f.Param())
	case "oneof":
		return domain.Field(path, "input.enum", "allowed", strings.Fields(f.Param()))
	case "len":
		return domain.Field(path, "input.length", "length", f.Param())
	case "email":
		return domain.Field(path, "input.email")
	}
	return domain.Field(path, "input.invalid")
}

// wirePath drops the input's own name and embedded structs.
func wirePath(f validator.FieldError) string {
	var parts []string
	for i, p := range strings.Split(f.Namespace(), ".") {
		if i > 0 && p != embedded {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ".")
}

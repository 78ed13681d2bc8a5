package kit

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"sangu/domain"
)

// Limits of request bodies, in bytes.
const (
	maxJSON   = 2 << 20
	maxUpload = 50 << 20
)

// decode fills the input from path, query, headers and body, then validates it
// once. Every fault is named, all at once: unknown fields, wrong types, and
// what the validate tags say.
func (s *Server) decode(c *gin.Context, in any) error {
	v := reflect.ValueOf(in).Elem()
	d := &decoder{}
	query := c.Request.URL.Query()
	known := map[string]bool{}
	hasBody := d.parameters(c, v, query, known)
	for name := range query {
		if !known[name] {
			d.fault(name, "input.unknown")
		}
	}
	switch {
	case isMultipart(c.Request):
		if err := d.form(c, v); err != nil {
			return err
		}
	case hasBody:
		if err := d.body(c, v); err != nil {
			return err
		}
	}
	for _, f := range s.validate(in) {
		if !slices.ContainsFunc(d.faults, func(g domain.FieldError) bool { return g.Path == f.Path }) {
			d.faults = append(d.faults, f)
		}
	}
	if len(d.faults) > 0 {
		return domain.Invalid("input.invalid", d.faults...)
	}
	return nil
}

type decoder struct{ faults []domain.FieldError }

func (d *decoder) fault(path, code string, pairs ...any) {
	d.faults = append(d.faults, domain.Field(path, code, pairs...))
}

// parameters fills fields tagged path, query and header, and reports whether
// others wait for a body.
func (d *decoder) parameters(c *gin.Context, v reflect.Value, query map[string][]string, known map[string]bool) (hasBody bool) {
	for i := range v.NumField() {
		f, fv := v.Type().Field(i), v.Field(i)
		if f.Anonymous {
			hasBody = d.parameters(c, fv, query, known) || hasBody
			continue
		}
		if name := f.Tag.Get("path"); name != "" {
			d.texts(fv, name, []string{c.Param(name)})
		} else if name := f.Tag.Get("query"); name != "" {
			known[name] = true
			if values := query[name]; len(values) > 0 {
				d.texts(fv, name, values)
			}
		} else if name := f.Tag.Get("header"); name != "" {
			if value := c.GetHeader(name); value != "" {
				d.texts(fv, name, []string{value})
			}
		} else if f.Tag.Get("json") != "" {
			hasBody = true
		}
	}
	return hasBody
}

// texts sets a field from parameter texts; lists may be repeated or separated
// by commas.
func (d *decoder) texts(fv reflect.Value, name string, values []string) {
	if fv.Kind() == reflect.Slice && !fv.Type().Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		for _, value := range values {
			for part := range strings.SplitSeq(value, ",") {
				if part = strings.TrimSpace(part); part == "" {
					continue
				}
				item := reflect.New(fv.Type().Elem()).Elem()
				d.text(item, name, part)
				fv.Set(reflect.Append(fv, item))
			}
		}
		return
	}
	d.text(fv, name, values[len(values)-1])
}

func (d *decoder) text(fv reflect.Value, name, value string) {
	if fv.Kind() == reflect.Pointer {
		if value == "" {
			return
		}
		fv.Set(reflect.New(fv.Type().Elem()))
		fv = fv.Elem()
	}
	if u, ok := fv.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if err := u.UnmarshalText([]byte(value)); err != nil {
			d.refused(name, err)
		}
		return
	}
	if fv.Type() == reflect.TypeFor[domain.ID]() {
		if value == "" {
			return
		}
		id, err := domain.ParseID(value)
		if err != nil {
			d.fault(name, "input.uuid")
		}
		fv.SetString(string(id))
		return
	}
	switch fv.Kind() {
	case reflect.String:
		fv.SetString(value)
	case reflect.Bool:
		b, err := strconv.ParseBool(value)
		if err != nil {
			d.fault(name, "input.type", "want", "boolean")
		}
		fv.SetBool(b)
	case reflect.Int, reflect.Int64:
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil {
			d.fault(name, "input.type", "want", "integer")
		}
		fv.SetInt(n)
	case reflect.Float64:
		n, err := strconv.ParseFloat(value, 64)
		if err != nil {
			d.fault(name, "input.type", "want", "number")
		}
		fv.SetFloat(n)
	}
}

// refused notes the fault of a type that reads its own text.
func (d *decoder) refused(path string, err error) {
	if e, ok := errors.AsType[*domain.Error](err); ok && len(e.Fields) > 0 {
		f := e.Fields[0]
		f.Path = path
		d.faults = append(d.faults, f)
		return
	}
	d.fault(path, "input.type", "want", "text")
}

func (d *decoder) body(c *gin.Context, v reflect.Value) error {
	b, err := io.ReadAll(http.MaxBytesReader(c.Writer, c.Request.Body, maxJSON))
	if err != nil {
		if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
			return domain.Invalid("request.too_large").With("max", maxJSON>>20)
		}
		return domain.Invalid("input.body")
	}
	if len(bytes.TrimSpace(b)) == 0 {
		b = []byte("{}")
	}
	if !utf8.Valid(b) || !json.Valid(b) {
		return domain.Invalid("input.body")
	}
	d.value(b, v, "")
	return nil
}

func isMultipart(r *http.Request) bool {
	return strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data")
}

// form fills fields tagged formData from an upload.
func (d *decoder) form(c *gin.Context, v reflect.Value) error {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxUpload)
	form, err := c.MultipartForm()
	if err != nil {
		if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
			return domain.Invalid("request.too_large").With("max", maxUpload>>20)
		}
		return domain.Invalid("input.body")
	}
	for i := range v.NumField() {
		f, fv := v.Type().Field(i), v.Field(i)
		name := f.Tag.Get("formData")
		if name == "" {
			continue
		}
		if fv.Type() == reflect.TypeFor[*multipart.FileHeader]() {
			if files := form.File[name]; len(files) > 0 {
				fv.Set(reflect.ValueOf(files[0]))
			}
			continue
		}
		if values := form.Value[name]; len(values) > 0 {
			d.texts(fv, name, values)
		}
	}
	return nil
}

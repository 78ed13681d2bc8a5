package kit

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"regexp"
	"strings"

	"github.com/swaggest/jsonschema-go"
	openapi "github.com/swaggest/openapi-go"
	"github.com/swaggest/openapi-go/openapi31"

	"sangu/domain"
)

// Document returns the OpenAPI 3.1 description of all operations, made from the
// same table that serves them, with the recorded examples.
func (s *Server) Document() ([]byte, error) {
	examples, err := readExamples(s.Examples)
	if err != nil {
		return nil, err
	}
	r := openapi31.NewReflector()
	r.AddTypeMapping(domain.Yuan(0), int64(0))
	r.DefaultOptions = append(r.DefaultOptions,
		jsonschema.InterceptProp(fromValidateTags),
		jsonschema.InterceptNullability(notNullLists),
		jsonschema.InterceptDefName(definitionName),
		jsonschema.InterceptSchema(ownTypes),
	)
	for _, o := range s.operations() {
		if err := describe(r, o); err != nil {
			return nil, fmt.Errorf("describe %s %s: %w", o.method, o.path, err)
		}
	}
	b, err := json.Marshal(r.Spec)
	if err != nil {
		return nil, err
	}
	var doc object
	if err := json.Unmarshal(b, &doc); err != nil {
		return nil, err
	}
	s.introduce(doc)
	for _, o := range s.operations() {
		within(doc, "paths", o.documentPath(), strings.ToLower(o.method)).complete(o, examples[o.id])
	}
	return json.MarshalIndent(doc, "", "  ")
}

var ginParam = regexp.MustCompile(`:(\w+)`)

// documentPath returns the path in the document's form: /projects/{id}.
func (o Operation) documentPath() string { return ginParam.ReplaceAllString(o.path, "{$1}") }

// describe adds an operation with its parameters, its body and its answer of
// success. What else the document says of it is added by complete.
func describe(r *openapi31.Reflector, o Operation) error {
	oc, err := r.NewOperationContext(o.method, o.documentPath())
	if err != nil {
		return err
	}
	oc.SetSummary(o.summary)
	oc.SetTags(o.tag)
	oc.SetID(o.id)
	if o.in.NumField() > 0 {
		oc.AddReqStructure(reflect.New(o.in).Interface())
	}
	switch {
	case o.out == reflect.TypeFor[NoContent]():
		oc.AddRespStructure(nil, openapi.WithHTTPStatus(http.StatusNoContent))
	case o.out.Implements(reflect.TypeFor[documented]()):
		d, _ := reflect.Zero(o.out).Interface().(documented)
		oc.AddRespStructure(d.Body(), openapi.WithHTTPStatus(http.StatusCreated))
	case o.out.Implements(reflect.TypeFor[Bodiless]()):
		oc.AddRespStructure(nil, openapi.WithHTTPStatus(http.StatusNoContent))
	case o.out.Implements(reflect.TypeFor[written]()):
		media := "application/octet-stream"
		if t, ok := reflect.Zero(o.out).Interface().(typed); ok {
			media, _, _ = strings.Cut(t.MediaType(), ";")
		}
		oc.AddRespStructure("", openapi.WithHTTPStatus(o.status), openapi.WithContentType(media))
	default:
		oc.AddRespStructure(reflect.New(o.out).Interface(), openapi.WithHTTPStatus(o.status))
	}
	oc.AddRespStructure(problem{}, func(cu *openapi.ContentUnit) {
		cu.IsDefault = true
		cu.ContentType = "application/problem+json"
	})
	return r.AddOperation(oc)
}

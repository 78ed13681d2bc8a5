package kit

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/swaggest/jsonschema-go"
	openapi "github.com/swaggest/openapi-go"
	"github.com/swaggest/openapi-go/openapi31"

	"sangu/domain"
)

// Document gives the OpenAPI 3.1 description of all operations, made from the
// same table that serves them.
func (s *Server) Document() ([]byte, error) {
	r := openapi31.NewReflector()
	r.AddTypeMapping(domain.Yuan(0), int64(0))
	r.Spec.Info.WithTitle("Sangu 三顾").WithVersion("v1").WithDescription("Investment-attraction CRM. Amounts are whole 元; dates are days in " +
		"UTC+8; times are RFC 3339 in UTC.")
	r.Spec.WithServers(openapi31.Server{URL: "/api/v1"})
	r.DefaultOptions = append(r.DefaultOptions,
		jsonschema.InterceptProp(fromValidateTags),
		jsonschema.InterceptNullability(notNullLists),
		jsonschema.InterceptDefName(definitionName),
		jsonschema.InterceptSchema(ownTypes),
	)
	for _, o := range s.Operations {
		if err := describe(r, o); err != nil {
			return nil, fmt.Errorf("describe %s %s: %w", o.method, o.path, err)
		}
	}
	b, err := json.Marshal(r.Spec)
	if err != nil {
		return nil, err
	}
	var doc map[string]any
	if err := json.Unmarshal(b, &doc); err != nil {
		return nil, err
	}
	return json.MarshalIndent(doc, "", "  ")
}

var ginParam = regexp.MustCompile(`:(\w+)`)

func describe(r *openapi31.Reflector, o Operation) error {
	oc, err := r.NewOperationContext(o.method, ginParam.ReplaceAllString(o.path, "{$1}"))
	if err != nil {
		return err
	}
	oc.SetSummary(o.summary)
	oc.SetTags(o.Tag)
	oc.SetID(o.id)
	if o.right != "" {
		oc.SetDescription("Needs the right " + string(o.right) + ".")
	}
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

var packagePath = regexp.MustCompile(`[\w/.]*/(\w+)\.`)

// definitionName returns the name of a wire type without its package: LeadFacts
// for api/recruit.LeadFacts, and ListOfLeadItem for kit.ListOf[recruit.LeadItem].
// One name stands for one type in all areas. Types from elsewhere keep the name
// that they would have anyway.
func definitionName(t reflect.Type, usual string) string {
	if !strings.HasPrefix(t.PkgPath(), "sangu/api/") {
		return usual
	}
	name := packagePath.ReplaceAllString(t.Name(), "$1.")
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '[' || r == ']' || r == ',' }) {
		if i := strings.LastIndex(part, "."); i >= 0 {
			part = part[i+1:]
		}
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// fromValidateTags writes into the schema what the validate tags will hold.
func fromValidateTags(p jsonschema.InterceptPropParams) error {
	if !p.Processed || p.PropertySchema == nil {
		return nil
	}
	isText := p.PropertySchema.HasType(jsonschema.String)
	isList := p.PropertySchema.HasType(jsonschema.Array)
	for rule := range strings.SplitSeq(p.Field.Tag.Get("validate"), ",") {
		name, value, _ := strings.Cut(rule, "=")
		if name == "dive" {
			break
		}
		n, err := strconv.ParseInt(value, 10, 64)
		number := err == nil
		switch {
		case name == "required" && p.Field.Tag.Get("json") != "":
			if !slices.Contains(p.ParentSchema.Required, p.Name) {
				p.ParentSchema.Required = append(p.ParentSchema.Required, p.Name)
			}
		case name == "omitempty" && isText && strings.Contains(p.Field.Tag.Get("validate"), "oneof=") && p.Field.Tag.Get("json") != "":
			p.PropertySchema.Enum = append(p.PropertySchema.Enum, "")
		case name == "oneof":
			for v := range strings.FieldsSeq(value) {
				p.PropertySchema.Enum = append(p.PropertySchema.Enum, v)
			}
		case name == "max" && number && isText:
			p.PropertySchema.MaxLength = &n
		case name == "min" && number && isText:
			p.PropertySchema.MinLength = n
		case name == "max" && number && isList:
			p.PropertySchema.MaxItems = &n
		case name == "max" && number:
			f := float64(n)
			p.PropertySchema.Maximum = &f
		case name == "min" && number && !isList:
			f := float64(n)
			p.PropertySchema.Minimum = &f
		}
	}
	return nil
}

// notNullLists: lists and maps on this wire are never null.
func notNullLists(p jsonschema.InterceptNullabilityParams) {
	if k := p.Type.Kind(); k == reflect.Slice || k == reflect.Map {
		p.Schema.RemoveType(jsonschema.Null)
	}
}

// ownTypes gives the wire forms of the domain's own types.
func ownTypes(p jsonschema.InterceptSchemaParams) (bool, error) {
	if p.Processed {
		return false, nil
	}
	format := func(f string) (bool, error) {
		p.Schema.Type = nil
		p.Schema.AddType(jsonschema.String)
		p.Schema.WithFormat(f)
		return true, nil
	}
	switch indirect(p.Value.Type()) {
	case reflect.TypeFor[domain.Date]():
		return format("date")
	case reflect.TypeFor[domain.ID]():
		return format("uuid")
	case reflect.TypeFor[etagged]():
		p.Schema.Type = nil
		p.Schema.AddType(jsonschema.String)
		return true, nil
	}
	return false, nil
}

func indirect(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// tags gives the subjects of the table, for the readable page.
func tags(ops []Operation) []string {
	seen := map[string]bool{}
	for _, o := range ops {
		seen[o.Tag] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

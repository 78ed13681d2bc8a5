package kit

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/swaggest/jsonschema-go"

	"sangu/domain"
)

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
		case name == "omitempty" && p.PropertySchema.HasType(jsonschema.Integer) && strings.Contains(p.Field.Tag.Get("validate"), "oneof="):
			p.PropertySchema.Enum = append(p.PropertySchema.Enum, 0)
		case name == "omitempty" && isText && strings.Contains(p.Field.Tag.Get("validate"), "oneof=") && p.Field.Tag.Get("json") != "":
			p.PropertySchema.Enum = append(p.PropertySchema.Enum, "")
		case name == "oneof":
			for v := range strings.FieldsSeq(value) {
				allowed, err := enumValue(p.PropertySchema, v)
				if err != nil {
					return err
				}
				p.PropertySchema.Enum = append(p.PropertySchema.Enum, allowed)
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

// enumValue returns a value of an enumeration as the schema's type has it: an
// enumeration of texts on a number is one that no client can be made from.
func enumValue(schema *jsonschema.Schema, text string) (any, error) {
	switch {
	case schema.HasType(jsonschema.Integer):
		return strconv.ParseInt(text, 10, 64)
	case schema.HasType(jsonschema.Number):
		return strconv.ParseFloat(text, 64)
	}
	return text, nil
}

// notNullLists: lists and maps on this wire are never null.
func notNullLists(p jsonschema.InterceptNullabilityParams) {
	if k := p.Type.Kind(); k == reflect.Slice || k == reflect.Map {
		p.Schema.RemoveType(jsonschema.Null)
	}
}

// eventDayPattern is the form of a domain.EventDay.
const eventDayPattern = `^([0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(-[0-9]{2})?))?)?( ?≤ ?[0-9]{4}-[0-9]{2}-[0-9]{2})?$`

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
	case reflect.TypeFor[domain.EventDay]():
		p.Schema.WithPattern(eventDayPattern)
		p.Schema.WithDescription(
			"a day as well as it is known: 2025-03-05, 2025-03, 2025-Q1, 2025-H1, 2025, or ≤ 2025-03-05 for by that day; " +
				"2026 ≤ 2026-06-10 is in 2026 and by that day",
		)
		p.Schema.Type = nil
		p.Schema.AddType(jsonschema.String)
		return true, nil
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

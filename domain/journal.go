package domain

import (
	"context"
	"reflect"
	"strings"
	"unicode"
)

// Change is one thing that happened to one subject: the source of its audit
// row, of the timeline entries on the pages it belongs to, and of the outbox
// row that tells other nodes and readers.
type Change struct {
	Action  string // "lead.create"
	Subject Ref
	// Title names the subject for a reader of the audit, as a project's name.
	Title string
	// UnitID is the unit whose rows these are, for the scope of the timeline.
	UnitID ID
	// Before and After are the entity's states; nil where there is none. The
	// journal keeps what differs.
	Before, After any
	// Links are further pages whose timelines show this, besides Subject.
	Links []Ref
	// OccurredOn is the business day; the recorded instant is the journal's.
	OccurredOn EventDay
	// Details are the values that the timeline line names ("from", "to", "note").
	Details map[string]any
	// Quiet keeps this off the timeline: sign-ins, exports, settings.
	Quiet bool
	// Looked is true where nothing changed and somebody only read a value that is
	// hidden from most, as a phone number: the audit alone keeps it.
	Looked bool
	// Tell names those whom this concerns by itself, whether they follow the
	// subject or not.
	Tell []Recipient
}

// Recipient is a person, or the holders of roles, whom a change concerns, and the
// kind of notice by which they learn of it.
type Recipient struct {
	Kind     string
	PersonID ID
	// Roles are notified where PersonID is empty: the holders of one of them at
	// the unit, or anywhere where UnitID is empty, but not at the units of Except.
	Roles  []string
	UnitID ID
	Except []ID
	// Subject is the record on which they read of it; zero for the change's own.
	Subject Ref
}

// Journal records changes within the running unit of work.
type Journal interface {
	Record(ctx context.Context, actor Actor, c Change) error
}

// Difference is one field's values before and after.
type Difference struct{ Before, After any }

// Differences compares two states of one entity field by field and returns what
// differs, keyed by snake_case names, with dots for nested structs. Either state
// may be nil. Fields tagged audit:"secret" are named without their values. A field
// whose Go name changed is tagged with its stored name, audit:"old_name", since
// the audit is read for ever.
func Differences(before, after any) map[string]Difference {
	b, a := map[string]any{}, map[string]any{}
	flatten(b, "", reflect.ValueOf(before))
	flatten(a, "", reflect.ValueOf(after))
	out := map[string]Difference{}
	for k, v := range b {
		if w, ok := a[k]; !ok || !reflect.DeepEqual(v, w) {
			out[k] = Difference{Before: v, After: a[k]}
		}
	}
	for k, w := range a {
		if _, ok := b[k]; !ok {
			out[k] = Difference{After: w}
		}
	}
	return out
}

func flatten(into map[string]any, prefix string, v reflect.Value) {
	for v.IsValid() && (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	if !v.IsValid() || v.Kind() != reflect.Struct {
		return
	}
	t := v.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		name := prefix + storedName(f, snake(f.Name))
		if f.Anonymous {
			flatten(into, prefix, v.Field(i))
			continue
		}
		fv := reflect.Indirect(v.Field(i))
		if !fv.IsValid() || fv.IsZero() {
			continue
		}
		if f.Tag.Get("audit") == "secret" {
			into[name] = "…"
			continue
		}
		if fv.Kind() == reflect.Struct && hasExported(fv.Type()) {
			flatten(into, name+".", fv)
			continue
		}
		into[name] = namedAsStored(fv)
	}
}

// storedName returns the name that a field's tag freezes, or else the one given.
func storedName(f reflect.StructField, otherwise string) string {
	if tag := f.Tag.Get("audit"); tag != "" && tag != "secret" {
		return tag
	}
	return otherwise
}

// namedAsStored returns a value as the journal encodes it: the records of a list
// are encoded by their fields' names, or by those that tags freeze.
func namedAsStored(v reflect.Value) any {
	if v.Kind() != reflect.Slice || v.Type().Elem().Kind() != reflect.Struct {
		return v.Interface()
	}
	record := v.Type().Elem()
	fields, frozen := make([]reflect.StructField, record.NumField()), false
	for i := range fields {
		fields[i] = record.Field(i)
		if name := storedName(fields[i], ""); name != "" {
			fields[i].Tag, frozen = reflect.StructTag(`json:"`+name+`"`), true
		}
	}
	if !frozen {
		return v.Interface()
	}
	stored := reflect.StructOf(fields)
	out := reflect.MakeSlice(reflect.SliceOf(stored), v.Len(), v.Len())
	for i := range v.Len() {
		out.Index(i).Set(v.Index(i).Convert(stored))
	}
	return out.Interface()
}

func hasExported(t reflect.Type) bool {
	for i := range t.NumField() {
		if t.Field(i).IsExported() {
			return true
		}
	}
	return false
}

func snake(s string) string {
	rs := []rune(s)
	var b strings.Builder
	for i, r := range rs {
		if unicode.IsUpper(r) {
			if i > 0 && (!unicode.IsUpper(rs[i-1]) || i+1 < len(rs) && !unicode.IsUpper(rs[i+1])) {
				b.WriteByte('_')
			}
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

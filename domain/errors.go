// Package domain holds what every area of Sangu shares: kinds of error, who
// acts, money, business dates, pages, the unit of work and the journal. It
// knows no area below it and no technology.
package domain

import (
	"errors"
	"fmt"
	"strings"
)

// Kind is the class of a failure. The API maps each kind to one HTTP status.
type Kind string

// The kinds of failure.
const (
	KindInvalid         Kind = "invalid"
	KindUnauthenticated Kind = "unauthenticated"
	KindForbidden       Kind = "forbidden"
	KindNotFound        Kind = "not_found"
	KindConflict        Kind = "conflict"
	KindStale           Kind = "stale"
	KindUnavailable     Kind = "unavailable"
	KindInternal        Kind = "internal"
)

// Params are the values that a message's text names, as in {max}.
type Params map[string]any

// FieldError names one field of the input that breaks a rule. Path is the wire
// name, dotted and with indexes for nested fields: "contacts[0].phone".
type FieldError struct {
	Path   string
	Code   string
	Params Params
}

// Error is a failure that a caller may act upon. Code is stable and dotted
// ("visit.not_planned"); the reader's text comes from the message catalogue.
type Error struct {
	Kind   Kind
	Code   string
	Params Params
	Fields []FieldError
	// Current is the stored entity, given with a stale write so that the
	// writer can see what changed.
	Current any
	Err     error
}

// Error implements error. It is for logs, never for a reader.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Kind, e.Code)
	for _, f := range e.Fields {
		fmt.Fprintf(&b, " [%s %s]", f.Path, f.Code)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap returns the cause, or nil.
func (e *Error) Unwrap() error { return e.Err }

// With returns a copy of e with one more value for the text of its code.
func (e *Error) With(name string, value any) *Error {
	c := *e
	c.Params = Params{}
	for k, v := range e.Params {
		c.Params[k] = v
	}
	c.Params[name] = value
	return &c
}

// Field returns a field error; pairs are the names and values for its text, in
// turn.
func Field(path, code string, pairs ...any) FieldError {
	f := FieldError{Path: path, Code: code}
	for i := 0; i+1 < len(pairs); i += 2 {
		if f.Params == nil {
			f.Params = Params{}
		}
		f.Params[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return f
}

// Invalid returns a KindInvalid error: the input breaks a rule. The fields name
// each place.
func Invalid(code string, fields ...FieldError) *Error {
	return &Error{Kind: KindInvalid, Code: code, Fields: fields}
}

// InvalidField returns a KindInvalid error of one field, coded "input.invalid" as
// a whole.
func InvalidField(path, code string, pairs ...any) *Error {
	return Invalid("input.invalid", Field(path, code, pairs...))
}

// Unauthenticated returns a KindUnauthenticated error: nobody is signed in, or
// what was shown as proof is not valid.
func Unauthenticated(code string) *Error { return &Error{Kind: KindUnauthenticated, Code: code} }

// Forbidden returns a KindForbidden error: the actor may see this but not do this.
func Forbidden(code string) *Error { return &Error{Kind: KindForbidden, Code: code} }

// NotFound returns a KindNotFound error for a kind of subject, as "lead". What is
// absent and what is out of the actor's scope are answered alike.
func NotFound(subject string) *Error {
	return &Error{Kind: KindNotFound, Code: subject + ".not_found"}
}

// Conflict returns a KindConflict error: the present state does not allow this.
func Conflict(code string) *Error { return &Error{Kind: KindConflict, Code: code} }

// Stale returns a KindStale error: the record was changed since the caller read
// it. current is the stored entity, or nil where it could not be read.
func Stale(current any) *Error {
	return &Error{Kind: KindStale, Code: "record.stale", Current: current}
}

// Unavailable returns a KindUnavailable error: something that this needs cannot be
// reached for now.
func Unavailable(code string, cause error) *Error {
	return &Error{Kind: KindUnavailable, Code: code, Err: cause}
}

// KindOf returns the kind of err: "" for nil, KindInternal for what is no *Error.
func KindOf(err error) Kind {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return KindInternal
}

// IsKind reports whether err is of the kind.
func IsKind(err error, k Kind) bool { return KindOf(err) == k }

// Check gathers field errors, so that a refusal names every fault at once.
type Check struct{ fields []FieldError }

// That adds a field error unless ok.
func (c *Check) That(ok bool, path, code string, pairs ...any) {
	if !ok {
		c.fields = append(c.fields, Field(path, code, pairs...))
	}
}

// Add adds the fields of err, with their paths under prefix. An error without
// fields becomes one field error at prefix, of its own code, or of "input.invalid"
// where it is no *Error. Add does nothing where err is nil.
func (c *Check) Add(prefix string, err error) {
	if err == nil {
		return
	}
	e, ok := errors.AsType[*Error](err)
	if !ok || len(e.Fields) == 0 {
		code := "input.invalid"
		if ok {
			code = e.Code
		}
		c.fields = append(c.fields, FieldError{Path: prefix, Code: code})
		return
	}
	for _, f := range e.Fields {
		if prefix != "" && f.Path != "" {
			f.Path = prefix + "." + f.Path
		}
		c.fields = append(c.fields, f)
	}
}

// Err returns a KindInvalid error of the gathered fields, or nil where there are
// none.
func (c *Check) Err() error {
	if len(c.fields) == 0 {
		return nil
	}
	return Invalid("input.invalid", c.fields...)
}

// Package domain is what the fixture shares, in the shapes of the product.
package domain

// Error is a refusal.
type Error struct{ Code string }

func (e *Error) Error() string { return e.Code }

// Invalid, Conflict, NotFound and Stale make refusals.
func Invalid(code string) *Error  { return &Error{code} }
func Conflict(code string) *Error { return &Error{code} }
func NotFound(code string) *Error { return &Error{code} }
func Stale(any) *Error            { return &Error{"stale"} }

// FieldError names a fault of a field.
type FieldError struct{ Path string }

// Check gathers faults.
type Check struct{ Fields []FieldError }

// That notes a fault unless ok.
func (c *Check) That(ok bool, path string) {
	if !ok {
		c.Fields = append(c.Fields, FieldError{path})
	}
}

// Right is a right, Actor somebody who holds rights, Reach how far one goes.
type (
	Right string
	Actor struct{ Rights []Right }
	Reach struct{ Units []string }
)

// May reports whether the actor holds the right.
func (a Actor) May(right Right) bool {
	for _, r := range a.Rights {
		if r == right {
			return true
		}
	}
	return false
}

// Require refuses unless the actor holds the right.
func (a Actor) Require(right Right) error {
	if a.May(right) {
		return nil
	}
	return Conflict("right_missing")
}

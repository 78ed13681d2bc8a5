// Package pool has rules, of which some are proven.
package pool

import "county/domain"

// Visit is an entity.
type Visit struct {
	State, Place string
	Guests       int
	Version      int
}

// Complete has a rule that is proven and one that is not.
func (v *Visit) Complete(summary string) error {
	if v.State != "planned" {
		return domain.Conflict("not_planned")
	}
	if summary == "" || len(summary) > 5 {
		return domain.Invalid("summary")
	}
	v.State = "done"
	return nil
}

// Check has a check whose bound is not proven.
func (v *Visit) Check() []domain.FieldError {
	var c domain.Check
	c.That(v.Guests >= 1, "guests")
	c.That(v.Place != "nowhere", "place") // mutate: equivalent, because the place is asked for elsewhere
	return c.Fields
}

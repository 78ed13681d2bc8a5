package library

import (
	"context"
	"strings"
	"time"

	"sangu/domain"
)

// Organization is one body, shared by the client and the enterprise libraries
// and keyed by its credit code where that is known.
type Organization struct {
	ID           domain.ID
	Name         string
	CreditCode   CreditCode
	CodeOverride string // why a code failing its check is right, with who and when in the audit
	// RegisteredCapital is in 元; 0 where it is not known.
	RegisteredCapital domain.Yuan
	Version           int
	CreatedAt         time.Time
}

// OrganizationStore stores the organisations behind clients and enterprises. Saves
// write over the entity's Version and return a KindStale error where it changed.
type OrganizationStore interface {
	// Organization finds one by credit code, else by its exact name; ok is false
	// where there is none.
	Organization(ctx context.Context, code CreditCode, name string) (o Organization, ok bool, err error)
	// OrganizationByID returns a KindNotFound error where there is none.
	OrganizationByID(ctx context.Context, id domain.ID) (Organization, error)
	AddOrganization(ctx context.Context, o Organization) error
	SaveOrganization(ctx context.Context, o Organization) error
}

// OrganizationFacts is what is recorded of an organisation.
type OrganizationFacts struct {
	Name         string
	CreditCode   CreditCode
	CodeOverride string
	// RegisteredCapital is in 元; 0 leaves what is known.
	RegisteredCapital domain.Yuan
}

// Check returns a KindInvalid error that names every rule the facts break.
func (f OrganizationFacts) Check() error {
	var c domain.Check
	c.That(strings.TrimSpace(f.Name) != "", "name", "input.required")
	if f.CreditCode != "" {
		c.Add("", codeFault("credit_code", f.CreditCode, f.CodeOverride))
	}
	c.That(f.RegisteredCapital >= 0, "registered_capital", "input.negative")
	return c.Err()
}

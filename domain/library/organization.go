package library

import (
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
	// RegisteredCapital is what it is registered with, in 元; 0 where not known.
	RegisteredCapital domain.Yuan
	Version           int
	CreatedAt         time.Time
}

// OrganizationFacts is what is said of an organisation.
type OrganizationFacts struct {
	Name         string
	CreditCode   CreditCode
	CodeOverride string
	// RegisteredCapital in 元; 0 leaves what is known.
	RegisteredCapital domain.Yuan
}

// Check gives the rules the facts break.
func (f OrganizationFacts) Check() error {
	var c domain.Check
	c.That(strings.TrimSpace(f.Name) != "", "name", "input.required")
	if f.CreditCode != "" {
		c.Add("", codeFault("credit_code", f.CreditCode, f.CodeOverride))
	}
	c.That(f.RegisteredCapital >= 0, "registered_capital", "input.negative")
	return c.Err()
}

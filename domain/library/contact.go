package library

import (
	"strings"
	"time"

	"sangu/domain"
)

// Contact is a person at a client: name, post, work phone and mail only.
type Contact struct {
	ID        domain.ID
	ClientID  domain.ID
	Name      string
	Title     string
	WorkPhone string
	WorkEmail string
	Note      string
	CreatedAt time.Time
	Version   int
}

// Check returns a KindInvalid error if the contact has no name.
func (k Contact) Check() error {
	var c domain.Check
	c.That(strings.TrimSpace(k.Name) != "", "name", "input.required")
	return c.Err()
}

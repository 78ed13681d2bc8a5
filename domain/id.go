package domain

import "github.com/google/uuid"

// ID names a record: a UUID in its canonical lower-case text form. New ones are
// UUIDv7, so their order is the order of making. The empty ID names nothing.
type ID string

// IDs makes new IDs. It is injected so that tests can foresee them.
type IDs interface{ New() ID }

// UUIDs is the real generator.
type UUIDs struct{}

// New makes a UUIDv7.
func (UUIDs) New() ID { return ID(uuid.Must(uuid.NewV7()).String()) }

// ParseID returns the ID written as a UUID of any version in its canonical form of
// 36 characters, in lower case. It returns a KindInvalid error of field "id" for
// anything else.
func ParseID(s string) (ID, error) {
	u, err := uuid.Parse(s)
	if err != nil || len(s) != 36 {
		return "", InvalidField("id", "input.uuid")
	}
	return ID(u.String()), nil
}

// IsZero reports whether the ID names nothing.
func (id ID) IsZero() bool { return id == "" }

// Ref names a record of any kind: the subject's kind ("project") and its ID.
type Ref struct {
	Kind string
	ID   ID
}

package repository

import (
	"sangu/domain"
)

// storedTold is a domain.Recipient as it is stored.
type storedTold struct {
	Kind     string      `json:"Kind"`
	PersonID domain.ID   `json:"PersonID"`
	Roles    []string    `json:"Roles"`
	UnitID   domain.ID   `json:"UnitID"`
	Except   []domain.ID `json:"Except"`
	Subject  storedRef   `json:"Subject"`
}

// storeTold returns the stored form.
func storeTold(x domain.Recipient) storedTold {
	return storedTold{
		Kind:     x.Kind,
		PersonID: x.PersonID,
		Roles:    x.Roles,
		UnitID:   x.UnitID,
		Except:   x.Except,
		Subject:  storeRef(x.Subject),
	}
}

// entity returns what was stored.
func (s storedTold) entity() domain.Recipient {
	return domain.Recipient{
		Kind:     s.Kind,
		PersonID: s.PersonID,
		Roles:    s.Roles,
		UnitID:   s.UnitID,
		Except:   s.Except,
		Subject:  s.Subject.entity(),
	}
}

// storedRef is a domain.Ref as it is stored.
type storedRef struct {
	Kind string    `json:"Kind"`
	ID   domain.ID `json:"ID"`
}

// storeRef returns the stored form.
func storeRef(x domain.Ref) storedRef {
	return storedRef{
		Kind: x.Kind,
		ID:   x.ID,
	}
}

// entity returns what was stored.
func (s storedRef) entity() domain.Ref {
	return domain.Ref{
		Kind: s.Kind,
		ID:   s.ID,
	}
}

// storedFieldError is a domain.FieldError as it is stored.
type storedFieldError struct {
	Path   string        `json:"Path"`
	Code   string        `json:"Code"`
	Params domain.Params `json:"Params"`
}

// storeFieldError returns the stored form.
func storeFieldError(x domain.FieldError) storedFieldError {
	return storedFieldError{
		Path:   x.Path,
		Code:   x.Code,
		Params: x.Params,
	}
}

// entity returns what was stored.
func (s storedFieldError) entity() domain.FieldError {
	return domain.FieldError{
		Path:   s.Path,
		Code:   s.Code,
		Params: s.Params,
	}
}

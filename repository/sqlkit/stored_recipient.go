package sqlkit

import (
	"sangu/domain"
)

// StoredRecipient is a domain.Recipient as it is stored.
type StoredRecipient struct {
	Kind     string      `json:"Kind"`
	PersonID domain.ID   `json:"PersonID"`
	Roles    []string    `json:"Roles"`
	UnitID   domain.ID   `json:"UnitID"`
	Except   []domain.ID `json:"Except"`
	Subject  storedRef   `json:"Subject"`
}

// StoreRecipient returns the stored form.
func StoreRecipient(x domain.Recipient) StoredRecipient {
	return StoredRecipient{
		Kind:     x.Kind,
		PersonID: x.PersonID,
		Roles:    x.Roles,
		UnitID:   x.UnitID,
		Except:   x.Except,
		Subject:  storeRef(x.Subject),
	}
}

// Entity returns what was stored.
func (s StoredRecipient) Entity() domain.Recipient {
	return domain.Recipient{
		Kind:     s.Kind,
		PersonID: s.PersonID,
		Roles:    s.Roles,
		UnitID:   s.UnitID,
		Except:   s.Except,
		Subject:  s.Subject.Entity(),
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

// Entity returns what was stored.
func (s storedRef) Entity() domain.Ref {
	return domain.Ref{
		Kind: s.Kind,
		ID:   s.ID,
	}
}

// StoredFieldError is a domain.FieldError as it is stored.
type StoredFieldError struct {
	Path   string        `json:"Path"`
	Code   string        `json:"Code"`
	Params domain.Params `json:"Params"`
}

// StoreFieldError returns the stored form.
func StoreFieldError(x domain.FieldError) StoredFieldError {
	return StoredFieldError{
		Path:   x.Path,
		Code:   x.Code,
		Params: x.Params,
	}
}

// Entity returns what was stored.
func (s StoredFieldError) Entity() domain.FieldError {
	return domain.FieldError{
		Path:   s.Path,
		Code:   s.Code,
		Params: s.Params,
	}
}

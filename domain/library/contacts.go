package library

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/org"
)

// ContactFilter narrows a list of contacts.
type ContactFilter struct {
	Query    string // part of the name
	ClientID domain.ID
}

// ContactItem is a contact with the client's name.
type ContactItem struct {
	Contact
	ClientName string
}

// ContactStore stores the people at clients. Saves write over the entity's Version
// and return a KindStale error where it changed.
type ContactStore interface {
	// Contact returns a KindNotFound error where there is none. It asks for no scope:
	// that of the contact's client decides.
	Contact(ctx context.Context, id domain.ID) (Contact, error)
	// Contacts returns one page of the contacts whose clients the actor sees.
	Contacts(ctx context.Context, actor domain.Actor, f ContactFilter, p domain.Page) (domain.Slice[ContactItem], error)
	AddContact(ctx context.Context, k Contact) error
	SaveContact(ctx context.Context, k Contact) error
	// RemoveContact takes a contact away; it can be put back from the bin.
	RemoveContact(ctx context.Context, k Contact, w domain.Withdrawn) error
}

// ListContacts returns one page of the contacts of clients in the actor's scope.
func (s *Clients) ListContacts(ctx context.Context, actor domain.Actor, f ContactFilter, p domain.Page) (domain.Slice[ContactItem], error) {
	return s.contacts.Contacts(ctx, actor, f, p)
}

// AddContact adds a person at a client; the same ID again returns the first result. It
// returns a KindNotFound or KindForbidden error as the client does, and a KindInvalid
// error if the contact has no name or a phone that is none.
func (s *Clients) AddContact(ctx context.Context, actor domain.Actor, k Contact) (out Contact, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		out, err = s.AddContactWithin(ctx, actor, k)
		return err
	})
	return out, err
}

// AddContactWithin is AddContact inside a running unit of work. Errors are those of
// AddContact.
func (s *Clients) AddContactWithin(ctx context.Context, actor domain.Actor, k Contact) (Contact, error) {
	c, err := s.changeable(ctx, actor, k.ClientID)
	if err != nil {
		return Contact{}, err
	}
	if k.ID.IsZero() {
		k.ID = s.IDs.New()
	} else if there, err := s.contacts.Contact(ctx, k.ID); err == nil {
		return there, nil
	}
	k.WorkPhone, k.CreatedAt, k.Version = org.NormalPhone(k.WorkPhone), s.Clock.Now(), 1
	if err := checkContact(k); err != nil {
		return Contact{}, err
	}
	if err := s.contacts.AddContact(ctx, k); err != nil {
		return Contact{}, fmt.Errorf("add contact: %w", err)
	}
	return k, s.Journal.Record(ctx, actor, domain.Change{Action: "contact.create", Subject: domain.Ref{Kind: domain.SubjectClient, ID: c.ID},
		Title: k.Name, UnitID: c.UnitID, After: k})
}

// ReviseContact changes a person at a client over the version read. A phone sent back
// masked stays as it is. Errors are those of AddContact, and a KindStale error if the
// contact was changed since.
func (s *Clients) ReviseContact(ctx context.Context, actor domain.Actor, version int, k Contact) (out Contact, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.contacts.Contact(ctx, k.ID)
		if err != nil {
			return err
		}
		if _, err := s.changeable(ctx, actor, before.ClientID); err != nil {
			return err
		}
		if before.Version != version {
			return domain.Stale(before)
		}
		k.ClientID, k.Version, k.CreatedAt, k.WorkPhone = before.ClientID, before.Version, before.CreatedAt,
			org.TypedPhone(k.WorkPhone, before.WorkPhone)
		if err := checkContact(k); err != nil {
			return err
		}
		if err := s.contacts.SaveContact(ctx, k); err != nil {
			return fmt.Errorf("save contact %s: %w", k.ID, err)
		}
		out = k
		out.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "contact.update",
			Subject: domain.Ref{Kind: domain.SubjectClient, ID: k.ClientID}, Title: k.Name, Before: before, After: k})
	})
	return out, err
}

// Phone returns a contact's phone unmasked; the audit records who saw it. It returns a
// KindNotFound error if there is no such contact, or the actor does not see its client.
func (s *Clients) Phone(ctx context.Context, actor domain.Actor, contact domain.ID) (phone string, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		k, err := s.contacts.Contact(ctx, contact)
		if err != nil {
			return err
		}
		if _, err := s.store.Client(ctx, actor, k.ClientID); domain.IsKind(err, domain.KindNotFound) {
			return domain.NotFound(domain.SubjectContact)
		} else if err != nil {
			return err
		}
		phone = k.WorkPhone
		return s.Journal.Record(ctx, actor, domain.Change{Action: "contact.reveal",
			Subject: domain.Ref{Kind: domain.SubjectClient, ID: k.ClientID}, Title: k.Name, Looked: true})
	})
	return phone, err
}

// RemoveContact takes a person off a client; it can be put back from the bin. Errors
// are those of AddContact.
func (s *Clients) RemoveContact(ctx context.Context, actor domain.Actor, id domain.ID) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		k, err := s.contacts.Contact(ctx, id)
		if err != nil {
			return err
		}
		if _, err := s.changeable(ctx, actor, k.ClientID); err != nil {
			return err
		}
		w := domain.Withdrawn{Ref: domain.Ref{Kind: domain.SubjectContact, ID: id}, Title: k.Name,
			Parent: domain.Ref{Kind: domain.SubjectClient, ID: k.ClientID}, By: actor.PersonID, ByName: actor.Name, At: s.Clock.Now()}
		if err := s.contacts.RemoveContact(ctx, k, w); err != nil {
			return fmt.Errorf("remove contact %s: %w", id, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "contact.remove",
			Subject: domain.Ref{Kind: domain.SubjectClient, ID: k.ClientID}, Title: k.Name, Before: k})
	})
}

// checkContact returns every rule that a contact breaks, with the form of its phone.
func checkContact(k Contact) error {
	var c domain.Check
	c.Add("", k.Check())
	c.That(k.WorkPhone == "" || org.PhoneValid(k.WorkPhone), "work_phone", "input.phone")
	return c.Err()
}

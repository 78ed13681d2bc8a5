package library

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/org"
)

// ClientView is a client with the names that its page shows.
type ClientView struct {
	Client
	OwnerName, UnitName string
}

// ClientFilter narrows the client list.
type ClientFilter struct {
	Query      string
	Classes    []string
	KeyAccount bool
	OwnerID    domain.ID
	UnitID     domain.ID
	Without    []string  // lacks each of these: WithoutOwner, WithoutUnit, WithoutClass
	Watched    bool      // followed by the actor
	ImportID   domain.ID // made or changed by this import
}

// ClientItem is one row of the client list.
type ClientItem struct {
	ID            domain.ID
	Name          string
	CreditCode    CreditCode
	InvestorClass string
	OriginName    string
	KeyAccount    bool
	OwnerName     string
	UnitName      string
	Projects      int
	Calls         int
	LastVisitOn   domain.Date
	UpdatedOn     domain.Date
	Version       int
}

// ClientReader reads lists and pages of clients within the actor's scope.
type ClientReader interface {
	Clients(ctx context.Context, actor domain.Actor, f ClientFilter, p domain.Page) (domain.Slice[ClientItem], error)
	// ClientGroups counts a filter by what the rows have alike.
	ClientGroups(ctx context.Context, actor domain.Actor, f ClientFilter, by GroupBy) ([]Group, error)
	ClientView(ctx context.Context, actor domain.Actor, id domain.ID) (ClientView, error)
	// Contacts lists people at clients that the actor may read.
	Contacts(ctx context.Context, actor domain.Actor, f ContactFilter, p domain.Page) (domain.Slice[ContactItem], error)
	// ClientOf gives the client made of an organisation, if there is one.
	ClientOf(ctx context.Context, organization domain.ID) (id domain.ID, ok bool, err error)
}

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

// Clients is the service of 客户资源库.
type Clients struct {
	Library
	Reader ClientReader
}

// List gives one page of clients.
func (s *Clients) List(ctx context.Context, actor domain.Actor, f ClientFilter, p domain.Page) (domain.Slice[ClientItem], error) {
	return s.Reader.Clients(ctx, actor, f, p)
}

// Get gives one client with contacts.
func (s *Clients) Get(ctx context.Context, actor domain.Actor, id domain.ID) (ClientView, error) {
	return s.Reader.ClientView(ctx, actor, id)
}

// Add puts a client into the library. The same ID again gives the first
// result; an organisation that is a client already is a conflict that names it.
func (s *Clients) Add(ctx context.Context, actor domain.Actor, id domain.ID, f ClientFacts) (v ClientView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		c, err := s.AddWithin(ctx, actor, id, f)
		if err != nil {
			return err
		}
		v, err = s.Reader.ClientView(ctx, actor, c.ID)
		return err
	})
	return v, err
}

// AddWithin is Add inside a running unit of work.
func (s *Clients) AddWithin(ctx context.Context, actor domain.Actor, id domain.ID, f ClientFacts) (Client, error) {
	if err := actor.Require(org.ClientWrite); err != nil {
		return Client{}, err
	}
	if id.IsZero() {
		id = s.IDs.New()
	} else if c, err := s.Store.Client(ctx, actor, id); err == nil || !domain.IsKind(err, domain.KindNotFound) {
		return c, err
	}
	if err := f.Check(); err != nil {
		return Client{}, err
	}
	o, err := s.organization(ctx, actor, f.OrganizationFacts)
	if err != nil {
		return Client{}, err
	}
	now := s.Clock.Now()
	if f.OwnerID.IsZero() {
		f.OwnerID = actor.PersonID
	}
	if f.UnitID.IsZero() {
		f.UnitID = actor.UnitID
	}
	c := Client{ID: id, OrganizationID: o.ID, ClientFacts: f, CreatedBy: actor.PersonID, CreatedAt: now, UpdatedAt: now, Version: 1}
	if err := s.Store.AddClient(ctx, c); err != nil {
		return Client{}, fmt.Errorf("add client: %w", err)
	}
	return c, s.Journal.Record(ctx, actor, domain.Change{Action: "client.create", Subject: domain.Ref{Kind: domain.SubjectClient, ID: c.ID},
		Title: f.Name, UnitID: f.UnitID, After: c, Tell: toOwner(actor.PersonID, c.OwnerID)})
}

// Revise changes a client over the version read.
func (s *Clients) Revise(ctx context.Context, actor domain.Actor, id domain.ID, version int, f ClientFacts) (v ClientView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.ReviseWithin(ctx, actor, id, version, f); err != nil {
			return err
		}
		v, err = s.Reader.ClientView(ctx, actor, id)
		return err
	})
	return v, err
}

// ReviseWithin is Revise inside a running unit of work; version 0 writes over
// whatever is stored.
func (s *Clients) ReviseWithin(ctx context.Context, actor domain.Actor, id domain.ID, version int, f ClientFacts) error {
	before, err := s.changeable(ctx, actor, id)
	if err != nil {
		return err
	}
	if version != 0 && before.Version != version {
		return domain.Stale(before)
	}
	if err := f.Check(); err != nil {
		return err
	}
	o, err := s.Store.OrganizationByID(ctx, before.OrganizationID)
	if err != nil {
		return err
	}
	if _, err := s.renamed(ctx, actor, o, f.OrganizationFacts); err != nil {
		return err
	}
	c := before
	c.ClientFacts, c.UpdatedAt = f, s.Clock.Now()
	if err := s.Store.SaveClient(ctx, c); err != nil {
		return fmt.Errorf("save client %s: %w", id, err)
	}
	before.UpdatedAt = c.UpdatedAt
	return s.Journal.Record(ctx, actor, domain.Change{Action: "client.update", Subject: domain.Ref{Kind: domain.SubjectClient, ID: id}, Title: f.Name,
		UnitID: f.UnitID, Before: before, After: c, Tell: toOwner(before.OwnerID, c.OwnerID)})
}

func (s *Clients) changeable(ctx context.Context, actor domain.Actor, id domain.ID) (Client, error) {
	c, err := s.Store.Client(ctx, actor, id)
	if err != nil {
		return Client{}, err
	}
	return c, s.within(ctx, actor, org.ClientWrite, domain.Ref{Kind: domain.SubjectClient, ID: id})
}

// Contacts gives one page of people at clients.
func (s *Clients) Contacts(ctx context.Context, actor domain.Actor, f ContactFilter, p domain.Page) (domain.Slice[ContactItem], error) {
	return s.Reader.Contacts(ctx, actor, f, p)
}

// AddContact adds a person at a client.
func (s *Clients) AddContact(ctx context.Context, actor domain.Actor, k Contact) (out Contact, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		c, err := s.changeable(ctx, actor, k.ClientID)
		if err != nil {
			return err
		}
		if k.ID.IsZero() {
			k.ID = s.IDs.New()
		} else if out, err = s.Store.Contact(ctx, k.ID); err == nil {
			return nil
		}
		k.WorkPhone, k.CreatedAt, k.Version = org.NormalPhone(k.WorkPhone), s.Clock.Now(), 1
		if err := checkContact(k); err != nil {
			return err
		}
		out = k
		if err := s.Store.AddContact(ctx, k); err != nil {
			return fmt.Errorf("add contact: %w", err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "contact.create", Subject: domain.Ref{Kind: domain.SubjectClient, ID: c.ID},
			Title: k.Name, UnitID: c.UnitID, After: k})
	})
	return out, err
}

// ReviseContact changes a person at a client over the version read.
func (s *Clients) ReviseContact(ctx context.Context, actor domain.Actor, version int, k Contact) (out Contact, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.Store.Contact(ctx, k.ID)
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
		if err := s.Store.SaveContact(ctx, k); err != nil {
			return fmt.Errorf("save contact %s: %w", k.ID, err)
		}
		out = k
		out.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "contact.update", Subject: domain.Ref{Kind: domain.SubjectClient, ID: k.ClientID},
			Title: k.Name, Before: before, After: k})
	})
	return out, err
}

// Phone gives a contact's phone in the clear to somebody who sees the client;
// the audit keeps who saw it.
func (s *Clients) Phone(ctx context.Context, actor domain.Actor, contact domain.ID) (phone string, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		k, err := s.Store.Contact(ctx, contact)
		if err != nil {
			return err
		}
		if _, err := s.Store.Client(ctx, actor, k.ClientID); domain.IsKind(err, domain.KindNotFound) {
			return domain.NotFound(domain.SubjectContact)
		} else if err != nil {
			return err
		}
		phone = k.WorkPhone
		return s.Journal.Record(ctx, actor, domain.Change{Action: "contact.reveal", Subject: domain.Ref{Kind: domain.SubjectClient, ID: k.ClientID},
			Title: k.Name, Looked: true})
	})
	return phone, err
}

// RemoveContact takes a person off a client; the bin keeps it.
func (s *Clients) RemoveContact(ctx context.Context, actor domain.Actor, id domain.ID) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		k, err := s.Store.Contact(ctx, id)
		if err != nil {
			return err
		}
		if _, err := s.changeable(ctx, actor, k.ClientID); err != nil {
			return err
		}
		w := domain.Withdrawn{Ref: domain.Ref{Kind: domain.SubjectContact, ID: id}, Title: k.Name, Parent: domain.Ref{Kind: domain.SubjectClient, ID: k.ClientID},
			By: actor.PersonID, ByName: actor.Name, At: s.Clock.Now()}
		if err := s.Store.RemoveContact(ctx, k, w); err != nil {
			return fmt.Errorf("remove contact %s: %w", id, err)
		}
		return s.Journal.Record(ctx, actor, domain.Change{Action: "contact.remove", Subject: domain.Ref{Kind: domain.SubjectClient, ID: k.ClientID},
			Title: k.Name, Before: k})
	})
}

func checkContact(k Contact) error {
	var c domain.Check
	c.Add("", k.Check())
	c.That(k.WorkPhone == "" || org.PhoneValid(k.WorkPhone), "work_phone", "input.phone")
	return c.Err()
}

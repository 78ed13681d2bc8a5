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
	// ClientGroups counts a filter by what the rows have in common.
	ClientGroups(ctx context.Context, actor domain.Actor, f ClientFilter, by GroupBy) ([]Group, error)
	ClientView(ctx context.Context, actor domain.Actor, id domain.ID) (ClientView, error)
	// ClientOf returns the client made of an organisation, if there is one.
	ClientOf(ctx context.Context, organization domain.ID) (id domain.ID, ok bool, err error)
}

// ClientStore stores clients. Saves write over the entity's Version and return a
// KindStale error where it changed.
type ClientStore interface {
	// Client returns a KindNotFound error if there is none in the actor's scope.
	Client(ctx context.Context, actor domain.Actor, id domain.ID) (Client, error)
	AddClient(ctx context.Context, c Client) error
	SaveClient(ctx context.Context, c Client) error
}

// Clients is the service of 客户资源库.
type Clients struct {
	Library
	store    ClientStore
	reader   ClientReader
	contacts ContactStore
}

// NewClients returns s, the service, with its stores filled in.
func NewClients(store ClientStore, reader ClientReader, contacts ContactStore, s *Clients) *Clients {
	s.store, s.reader, s.contacts = store, reader, contacts
	return s
}

// List returns one page of the clients in the actor's scope.
func (s *Clients) List(ctx context.Context, actor domain.Actor, f ClientFilter, p domain.Page) (domain.Slice[ClientItem], error) {
	return s.reader.Clients(ctx, actor, f, p)
}

// Get returns one client with contacts. It returns a KindNotFound error if there is
// none in the actor's scope.
func (s *Clients) Get(ctx context.Context, actor domain.Actor, id domain.ID) (ClientView, error) {
	return s.reader.ClientView(ctx, actor, id)
}

// Add adds a client. The same ID again returns the first result. It returns a
// KindForbidden error without the right, a KindInvalid error that names every rule the
// facts break, and a KindConflict error if the organisation is a client already.
func (s *Clients) Add(ctx context.Context, actor domain.Actor, id domain.ID, f ClientFacts) (v ClientView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		c, err := s.AddWithin(ctx, actor, id, f)
		if err != nil {
			return err
		}
		v, err = s.reader.ClientView(ctx, actor, c.ID)
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
	} else if c, err := s.store.Client(ctx, actor, id); err == nil || !domain.IsKind(err, domain.KindNotFound) {
		return c, err
	}
	if err := f.Check(); err != nil {
		return Client{}, err
	}
	o, err := s.organizationOf(ctx, actor, f.OrganizationFacts)
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
	if err := s.store.AddClient(ctx, c); err != nil {
		return Client{}, fmt.Errorf("add client: %w", err)
	}
	return c, s.Journal.Record(ctx, actor, domain.Change{Action: "client.create", Subject: domain.Ref{Kind: domain.SubjectClient, ID: c.ID},
		Title: f.Name, UnitID: f.UnitID, After: c, Tell: newOwner(actor.PersonID, c.OwnerID)})
}

// Revise changes a client over the version read. It returns a KindNotFound error if
// there is none in the actor's scope, a KindForbidden error if the right does not reach
// it, a KindStale error if it was changed since, and a KindInvalid error that names
// every rule the facts break.
func (s *Clients) Revise(ctx context.Context, actor domain.Actor, id domain.ID, version int, f ClientFacts) (v ClientView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.ReviseWithin(ctx, actor, id, version, f); err != nil {
			return err
		}
		v, err = s.reader.ClientView(ctx, actor, id)
		return err
	})
	return v, err
}

// ReviseWithin is Revise inside a running unit of work; version 0 writes over any
// version.
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
	o, err := s.organizations.OrganizationByID(ctx, before.OrganizationID)
	if err != nil {
		return err
	}
	if _, err := s.updateOrganization(ctx, actor, o, f.OrganizationFacts); err != nil {
		return err
	}
	c := before
	c.ClientFacts, c.UpdatedAt = f, s.Clock.Now()
	if err := s.store.SaveClient(ctx, c); err != nil {
		return fmt.Errorf("save client %s: %w", id, err)
	}
	before.UpdatedAt = c.UpdatedAt
	return s.Journal.Record(ctx, actor, domain.Change{Action: "client.update",
		Subject: domain.Ref{Kind: domain.SubjectClient, ID: id}, Title: f.Name, UnitID: f.UnitID,
		Before: before, After: c, Tell: newOwner(before.OwnerID, c.OwnerID)})
}

// changeable returns a client that the actor may change.
func (s *Clients) changeable(ctx context.Context, actor domain.Actor, id domain.ID) (Client, error) {
	c, err := s.store.Client(ctx, actor, id)
	if err != nil {
		return Client{}, err
	}
	return c, s.requireReach(ctx, actor, org.ClientWrite, domain.Ref{Kind: domain.SubjectClient, ID: id})
}

// Client returns a client as it is stored. It returns a KindNotFound error where
// there is none that the actor sees.
func (s *Clients) Client(ctx context.Context, actor domain.Actor, id domain.ID) (Client, error) {
	return s.store.Client(ctx, actor, id)
}

// Named returns the organisation of a credit code, or else of an exact name, and
// the client made of it; the client's ID is empty where nobody made one. found
// is false where there is no such organisation.
func (s *Clients) Named(ctx context.Context, code CreditCode, name string) (o Organization, client domain.ID, found bool, err error) {
	o, found, err = s.organizations.Organization(ctx, code, name)
	if err != nil || !found {
		return o, "", false, err
	}
	client, _, err = s.reader.ClientOf(ctx, o.ID)
	return o, client, true, err
}

// RestoreOrganizationWithin gives an organisation back the name and the credit
// code that it had, inside a running unit of work: the undo of an import is the
// only step that takes a code away. Whoever may write clients or enterprises may
// do it; it returns a KindForbidden error to others.
func (s *Clients) RestoreOrganizationWithin(ctx context.Context, actor domain.Actor, id domain.ID, was OrganizationFacts) error {
	if !actor.May(org.EnterpriseWrite) {
		if err := actor.Require(org.ClientWrite); err != nil {
			return err
		}
	}
	before, err := s.organizations.OrganizationByID(ctx, id)
	if err != nil {
		return err
	}
	o := before
	o.Name, o.CreditCode, o.CodeOverride = was.Name, was.CreditCode, was.CodeOverride
	if err := s.organizations.SaveOrganization(ctx, o); err != nil {
		return fmt.Errorf("save organization %s: %w", id, err)
	}
	return s.Journal.Record(ctx, actor, domain.Change{Action: "organization.update",
		Subject: domain.Ref{Kind: domain.SubjectOrganization, ID: id}, Title: o.Name, Before: before, After: o, Quiet: true})
}

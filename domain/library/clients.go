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
	Store    ClientStore
	Reader   ClientReader
	Contacts ContactStore
}

// List returns one page of the clients in the actor's scope.
func (s *Clients) List(ctx context.Context, actor domain.Actor, f ClientFilter, p domain.Page) (domain.Slice[ClientItem], error) {
	return s.Reader.Clients(ctx, actor, f, p)
}

// Get returns one client with contacts. It returns a KindNotFound error if there is
// none in the actor's scope.
func (s *Clients) Get(ctx context.Context, actor domain.Actor, id domain.ID) (ClientView, error) {
	return s.Reader.ClientView(ctx, actor, id)
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
	if err := s.Store.AddClient(ctx, c); err != nil {
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
		v, err = s.Reader.ClientView(ctx, actor, id)
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
	o, err := s.Organizations.OrganizationByID(ctx, before.OrganizationID)
	if err != nil {
		return err
	}
	if _, err := s.updateOrganization(ctx, actor, o, f.OrganizationFacts); err != nil {
		return err
	}
	c := before
	c.ClientFacts, c.UpdatedAt = f, s.Clock.Now()
	if err := s.Store.SaveClient(ctx, c); err != nil {
		return fmt.Errorf("save client %s: %w", id, err)
	}
	before.UpdatedAt = c.UpdatedAt
	return s.Journal.Record(ctx, actor, domain.Change{Action: "client.update",
		Subject: domain.Ref{Kind: domain.SubjectClient, ID: id}, Title: f.Name, UnitID: f.UnitID,
		Before: before, After: c, Tell: newOwner(before.OwnerID, c.OwnerID)})
}

// changeable returns a client that the actor may change.
func (s *Clients) changeable(ctx context.Context, actor domain.Actor, id domain.ID) (Client, error) {
	c, err := s.Store.Client(ctx, actor, id)
	if err != nil {
		return Client{}, err
	}
	return c, s.requireReach(ctx, actor, org.ClientWrite, domain.Ref{Kind: domain.SubjectClient, ID: id})
}

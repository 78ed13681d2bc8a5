package library

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/org"
)

// EnterpriseView is an enterprise with the names that its page shows.
type EnterpriseView struct {
	Enterprise
	HostUnit, UnitName string
}

// EnterpriseFilter narrows the enterprise list.
type EnterpriseFilter struct {
	Query      string
	States     []OperatingState
	AboveScale *bool
	HostUnitID domain.ID
	LeaderID   domain.ID
	Sections   []string
	UnitID     domain.ID
	Industries []string  // divisions of GB/T 4754
	Without    []string  // lacks each of these: WithoutHost, WithoutUnit, WithoutIndustry
	Watched    bool      // followed by the actor
	ImportID   domain.ID // made or changed by this import
}

// EnterpriseItem is one row of the enterprise list.
type EnterpriseItem struct {
	ID         domain.ID
	Name       string
	CreditCode CreditCode
	Industry   string
	HostUnit   string
	AboveScale bool
	State      OperatingState
	StateSince domain.Date
	Products   string
	Leaders    string
	Requests   string
	UpdatedOn  domain.Date
	Version    int
}

// EnterpriseReader reads lists and pages of enterprises within the actor's scope.
type EnterpriseReader interface {
	Enterprises(ctx context.Context, actor domain.Actor, f EnterpriseFilter, p domain.Page) (domain.Slice[EnterpriseItem], error)
	// EnterpriseGroups counts a filter by what the rows have in common.
	EnterpriseGroups(ctx context.Context, actor domain.Actor, f EnterpriseFilter, by GroupBy) ([]Group, error)
	EnterpriseView(ctx context.Context, actor domain.Actor, id domain.ID) (EnterpriseView, error)
}

// EnterpriseStore stores enterprises. Saves write over the entity's Version and
// return a KindStale error where it changed.
type EnterpriseStore interface {
	// Enterprise returns a KindNotFound error if there is none in the actor's scope.
	Enterprise(ctx context.Context, actor domain.Actor, id domain.ID) (Enterprise, error)
	AddEnterprise(ctx context.Context, e Enterprise) error
	SaveEnterprise(ctx context.Context, e Enterprise) error
}

// Enterprises is the service of 企业信息库.
type Enterprises struct {
	Library
	store  EnterpriseStore
	reader EnterpriseReader
}

// NewEnterprises returns s, the service, with its stores filled in.
func NewEnterprises(store EnterpriseStore, reader EnterpriseReader, s *Enterprises) *Enterprises {
	s.store, s.reader = store, reader
	return s
}

// List returns one page of the enterprises in the actor's scope.
func (s *Enterprises) List(ctx context.Context, actor domain.Actor, f EnterpriseFilter, p domain.Page) (domain.Slice[EnterpriseItem],
	error) {
	return s.reader.Enterprises(ctx, actor, f, p)
}

// Get returns one enterprise. It returns a KindNotFound error if there is none in the
// actor's scope.
func (s *Enterprises) Get(ctx context.Context, actor domain.Actor, id domain.ID) (EnterpriseView, error) {
	return s.reader.EnterpriseView(ctx, actor, id)
}

// Add adds an enterprise. The same ID again returns the first result. It returns a
// KindForbidden error without the right, a KindInvalid error that names every rule the
// facts break, and a KindConflict error if the organisation is an enterprise already.
func (s *Enterprises) Add(ctx context.Context, actor domain.Actor, id domain.ID, f EnterpriseFacts,
	leaders []domain.ID) (v EnterpriseView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		e, err := s.AddWithin(ctx, actor, id, f, leaders)
		if err != nil {
			return err
		}
		v, err = s.reader.EnterpriseView(ctx, actor, e.ID)
		return err
	})
	return v, err
}

// AddWithin is Add inside a running unit of work.
func (s *Enterprises) AddWithin(ctx context.Context, actor domain.Actor, id domain.ID, f EnterpriseFacts,
	leaders []domain.ID) (Enterprise, error) {
	if err := actor.Require(org.EnterpriseWrite); err != nil {
		return Enterprise{}, err
	}
	if id.IsZero() {
		id = s.IDs.New()
	} else if e, err := s.store.Enterprise(ctx, actor, id); err == nil || !domain.IsKind(err, domain.KindNotFound) {
		return e, err
	}
	now := s.Clock.Now()
	if f.State == "" {
		f.State = Normal
	}
	if f.StateSince.IsZero() {
		f.StateSince = domain.DateOf(now)
	}
	if f.UnitID.IsZero() {
		f.UnitID = actor.UnitID
	}
	if err := s.check(f); err != nil {
		return Enterprise{}, err
	}
	o, err := s.organizationOf(ctx, actor, f.OrganizationFacts)
	if err != nil {
		return Enterprise{}, err
	}
	e := Enterprise{ID: id, OrganizationID: o.ID, EnterpriseFacts: f, CreatedBy: actor.PersonID, CreatedAt: now, UpdatedAt: now, Version: 1}
	if err := s.store.AddEnterprise(ctx, e); err != nil {
		return Enterprise{}, fmt.Errorf("add enterprise: %w", err)
	}
	subject := domain.Ref{Kind: domain.SubjectEnterprise, ID: id}
	if e.Leaders, err = s.setLeaders(ctx, subject, leaders); err != nil {
		return Enterprise{}, err
	}
	return e, s.Journal.Record(ctx, actor, domain.Change{Action: "enterprise.create", Subject: subject, Title: f.Name, UnitID: f.UnitID,
		After: e, Tell: newLeaders(nil, e.Leaders)})
}

// Revise changes an enterprise over the version read. It returns a KindNotFound error if
// there is none in the actor's scope, a KindForbidden error if the right does not reach
// it, a KindStale error if it was changed since, and a KindInvalid error that names
// every rule the facts break.
func (s *Enterprises) Revise(ctx context.Context, actor domain.Actor, id domain.ID, version int, f EnterpriseFacts,
	leaders []domain.ID) (v EnterpriseView, err error) {
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		if err := s.ReviseWithin(ctx, actor, id, version, f, leaders); err != nil {
			return err
		}
		v, err = s.reader.EnterpriseView(ctx, actor, id)
		return err
	})
	return v, err
}

// ReviseWithin is Revise inside a running unit of work; version 0 writes over any
// version.
func (s *Enterprises) ReviseWithin(ctx context.Context, actor domain.Actor, id domain.ID, version int, f EnterpriseFacts,
	leaders []domain.ID) error {
	before, err := s.store.Enterprise(ctx, actor, id)
	if err != nil {
		return err
	}
	subject := domain.Ref{Kind: domain.SubjectEnterprise, ID: id}
	if err := s.requireReach(ctx, actor, org.EnterpriseWrite, subject); err != nil {
		return err
	}
	if version != 0 && before.Version != version {
		return domain.Stale(before)
	}
	// A state that changes without a day of its own begins today.
	switch {
	case f.State != before.State && (f.StateSince == before.StateSince || f.StateSince.IsZero()):
		f.StateSince = domain.Today(s.Clock)
	case f.StateSince.IsZero():
		f.StateSince = before.StateSince
	}
	if err := s.check(f); err != nil {
		return err
	}
	o, err := s.organizations.OrganizationByID(ctx, before.OrganizationID)
	if err != nil {
		return err
	}
	if _, err := s.updateOrganization(ctx, actor, o, f.OrganizationFacts); err != nil {
		return err
	}
	e := before
	e.EnterpriseFacts, e.UpdatedAt = f, s.Clock.Now()
	if err := s.store.SaveEnterprise(ctx, e); err != nil {
		return fmt.Errorf("save enterprise %s: %w", id, err)
	}
	if e.Leaders, err = s.setLeaders(ctx, subject, leaders); err != nil {
		return err
	}
	before.UpdatedAt = e.UpdatedAt
	return s.Journal.Record(ctx, actor, domain.Change{Action: "enterprise.update", Subject: subject, Title: f.Name, UnitID: f.UnitID,
		Before: before, After: e, Tell: newLeaders(before.Leaders, e.Leaders)})
}

// check returns every rule that the facts break, today's date known.
func (s *Enterprises) check(f EnterpriseFacts) error {
	var c domain.Check
	c.Add("", f.Check())
	c.That(!f.StateSince.After(domain.Today(s.Clock)), "state_since", "input.future")
	return c.Err()
}

// Enterprise returns an enterprise as it is stored. It returns a KindNotFound
// error where there is none that the actor sees.
func (s *Enterprises) Enterprise(ctx context.Context, actor domain.Actor, id domain.ID) (Enterprise, error) {
	return s.store.Enterprise(ctx, actor, id)
}

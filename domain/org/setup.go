package org

import (
	"context"
	"fmt"

	"sangu/domain"
)

// Profile is the place the product serves.
type Profile struct {
	CountyName   string
	DivisionCode string
	// Demo is true for the demonstration county: the sign-in page then names
	// its accounts.
	Demo bool
}

// ProfileStore keeps the profile.
type ProfileStore interface {
	Profile(ctx context.Context) (Profile, error)
	SaveProfile(ctx context.Context, p Profile) error
	AnyPerson(ctx context.Context) (bool, error)
}

// Setup is the product's first start: it asks for the first administrator
// once, and keeps no default password.
type Setup struct {
	Work   domain.Work
	store  ProfileStore
	Units  *Units
	People *People
}

// NewSetup returns s, the service, with its store filled in.
func NewSetup(store ProfileStore, s *Setup) *Setup {
	s.store = store
	return s
}

// Needed reports whether the first administrator is still to be made.
func (s *Setup) Needed(ctx context.Context) (bool, error) {
	there, err := s.store.AnyPerson(ctx)
	return !there, err
}

// Profile returns the place the product serves.
func (s *Setup) Profile(ctx context.Context) (Profile, error) { return s.store.Profile(ctx) }

// FirstAdministrator makes the root unit and the system administrator. It returns
// a KindInvalid error for missing names and a weak password, and KindConflict once
// anybody is there.
func (s *Setup) FirstAdministrator(ctx context.Context, from domain.Actor, p Profile, n NewPerson) (person Person, err error) {
	var c domain.Check
	c.That(p.CountyName != "", "county_name", "input.required")
	c.That(n.Login != "", "login", "input.required")
	c.Add("", CheckPassword(n.Login, n.Password))
	if err := c.Err(); err != nil {
		return Person{}, err
	}
	hash, err := s.People.Passwords.Hash(ctx, n.Password)
	if err != nil {
		return Person{}, err
	}
	founder := domain.RunAs("system.setup", UnitManage, PersonManage, RoleGrant)
	founder.Address, founder.RequestID = from.Address, from.RequestID
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		there, err := s.store.AnyPerson(ctx)
		if err != nil {
			return err
		}
		if there {
			return domain.Conflict("setup.done")
		}
		if err := s.store.SaveProfile(ctx, p); err != nil {
			return fmt.Errorf("save profile: %w", err)
		}
		root, err := s.Units.add(ctx, founder, "", UnitFacts{Name: p.CountyName, Kind: County, DivisionCode: p.DivisionCode})
		if err != nil {
			return err
		}
		view, err := s.People.add(ctx, founder, n, hash)
		if err != nil {
			return err
		}
		person = view.Person
		_, err = s.People.appoint(ctx, founder, NewPost{PersonID: person.ID, UnitID: root.ID, Role: SystemAdmin, Main: true})
		return err
	})
	return person, err
}

// MarkDemo marks the place as the demonstration county.
func (s *Setup) MarkDemo(ctx context.Context) error {
	return s.Work.Do(ctx, func(ctx context.Context) error {
		p, err := s.store.Profile(ctx)
		if err != nil {
			return err
		}
		p.Demo = true
		return s.store.SaveProfile(ctx, p)
	})
}

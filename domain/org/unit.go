// Package org holds who belongs where: units in a tree, people, their posts
// and roles, the three administrators, sign-in, and the product's first set-up.
package org

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
)

// UnitKind is what sort of body a unit is.
type UnitKind string

// The kinds of unit, province to team.
const (
	Province UnitKind = "province" // 省
	City     UnitKind = "city"     // 市
	County   UnitKind = "county"   // 县
	Township UnitKind = "township" // 乡镇、街道
	Bureau   UnitKind = "bureau"   // 县直部门
	Park     UnitKind = "park"     // 园区、开发区
	Office   UnitKind = "office"   // 股室
	Team     UnitKind = "team"     // 专班、小分队、驻外招商分局
)

// UnitKinds lists every kind.
func UnitKinds() []UnitKind {
	return []UnitKind{Province, City, County, Township, Bureau, Park, Office, Team}
}

// Unit is a body in the tree: county over townships, bureaus and parks.
type Unit struct {
	ID       domain.ID
	ParentID domain.ID
	Name     string
	Kind     UnitKind
	// DivisionCode is the GB/T 2260 code where the unit is a place.
	DivisionCode string
	// Path is the IDs from the root to this unit, each ended by "/".
	Path string
	// Position orders siblings.
	Position  int
	RetiredOn domain.Date
	Version   int
	CreatedAt time.Time
}

// Below reports whether u is under o in the tree, or is o itself.
func (u Unit) Below(o Unit) bool { return strings.HasPrefix(u.Path, o.Path) }

// Check returns an error of kind invalid that names each field which breaks a rule, or nil.
func (u Unit) Check() error {
	var c domain.Check
	c.That(u.Name != "", "name", "input.required")
	c.That(slices.Contains(UnitKinds(), u.Kind), "kind", "input.enum", "allowed", UnitKinds())
	return c.Err()
}

// UnitStore keeps units.
type UnitStore interface {
	Unit(ctx context.Context, id domain.ID) (Unit, error)
	// Units returns the whole tree, parents before children.
	Units(ctx context.Context) ([]Unit, error)
	AddUnit(ctx context.Context, u Unit) error
	// SaveUnit writes u over version u.Version, and moves the paths of all below
	// from the old path to the new.
	SaveUnit(ctx context.Context, u Unit, oldPath string) error
}

// Units is the service over the tree. Its shape is no secret: everybody signed
// in reads it, for pickers and names; only unit.manage changes it.
type Units struct {
	Work    domain.Work
	store   UnitStore
	Journal domain.Journal
	Clock   domain.Clock
	IDs     domain.IDs
}

// NewUnits returns s, the service, with its store filled in.
func NewUnits(store UnitStore, s *Units) *Units {
	s.store = store
	return s
}

// All returns the whole tree, parents before children.
func (s *Units) All(ctx context.Context) ([]Unit, error) { return s.store.Units(ctx) }

// Get returns one unit. It returns a KindNotFound error where there is none.
func (s *Units) Get(ctx context.Context, id domain.ID) (Unit, error) { return s.store.Unit(ctx, id) }

// UnitFacts are the fields of a unit that may be changed.
type UnitFacts struct {
	ParentID     domain.ID
	Name         string
	Kind         UnitKind
	DivisionCode string
	Position     int
	RetiredOn    domain.Date
}

// Add puts a unit into the tree. The ID may be empty; the same ID again returns
// the first result. It needs the right unit.manage, or unit.add, which is for
// units that ledgers name, and else returns a KindForbidden error. It returns a
// KindInvalid one where a rule is broken or the name is taken.
func (s *Units) Add(ctx context.Context, actor domain.Actor, id domain.ID, f UnitFacts) (u Unit, err error) {
	if err := actor.Require(UnitManage); err != nil && !actor.May(UnitAdd) {
		return Unit{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		u, err = s.add(ctx, actor, id, f)
		return err
	})
	return u, err
}

func (s *Units) add(ctx context.Context, actor domain.Actor, id domain.ID, f UnitFacts) (Unit, error) {
	if id.IsZero() {
		id = s.IDs.New()
	} else if u, err := s.store.Unit(ctx, id); err == nil || !domain.IsKind(err, domain.KindNotFound) {
		return u, err
	}
	u, err := s.withFacts(ctx, Unit{ID: id, Version: 1, CreatedAt: s.Clock.Now()}, f)
	if err != nil {
		return Unit{}, err
	}
	if err := s.store.AddUnit(ctx, u); err != nil {
		return Unit{}, fmt.Errorf("add unit: %w", err)
	}
	return u, s.Journal.Record(ctx, actor, domain.Change{Action: "unit.create", Subject: domain.Ref{Kind: domain.SubjectUnit, ID: u.ID},
		Title: u.Name, After: u, Quiet: true})
}

// Revise changes a unit over the version read, and moves what is below it. It
// returns a KindForbidden, KindNotFound or KindStale error, and KindInvalid where
// a rule is broken or the unit would come under its own child.
func (s *Units) Revise(ctx context.Context, actor domain.Actor, id domain.ID, version int, f UnitFacts) (u Unit, err error) {
	if err := actor.Require(UnitManage); err != nil {
		return Unit{}, err
	}
	err = s.Work.Do(ctx, func(ctx context.Context) error {
		before, err := s.store.Unit(ctx, id)
		if err != nil {
			return err
		}
		if before.Version != version {
			return domain.Stale(before)
		}
		if u, err = s.withFacts(ctx, before, f); err != nil {
			return err
		}
		if err := s.store.SaveUnit(ctx, u, before.Path); err != nil {
			return fmt.Errorf("save unit %s: %w", id, err)
		}
		u.Version++
		return s.Journal.Record(ctx, actor, domain.Change{Action: "unit.update", Subject: domain.Ref{Kind: domain.SubjectUnit, ID: id},
			Title: u.Name, Before: before, After: u, Quiet: true})
	})
	return u, err
}

// withFacts returns u with the facts and the path that follows from them.
func (s *Units) withFacts(ctx context.Context, u Unit, f UnitFacts) (Unit, error) {
	before := u
	u.ParentID, u.Name, u.Kind, u.DivisionCode = f.ParentID, strings.TrimSpace(f.Name), f.Kind, f.DivisionCode
	u.Position, u.RetiredOn, u.Path = f.Position, f.RetiredOn, string(u.ID)+"/"
	var c domain.Check
	c.Add("", u.Check())
	if !f.ParentID.IsZero() {
		parent, err := s.store.Unit(ctx, f.ParentID)
		if err != nil && !domain.IsKind(err, domain.KindNotFound) {
			return Unit{}, err
		}
		c.That(err == nil, "parent_id", "unit.parent_unknown")
		c.That(before.Path == "" || !parent.Below(before), "parent_id", "unit.parent_below")
		u.Path = parent.Path + u.Path
	}
	return u, c.Err()
}
